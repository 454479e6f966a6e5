"""Pictures of the desk and of its dialogs."""

from dataclasses import replace
from hashlib import sha256

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from drafter.domain.changes import Change, changed
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import ResponseState, Shape
from drafter.domain.richtext_html import from_html
from drafter.paths import resource
from drafter.services.answering import new_response, response_of, set_stance, set_state
from drafter.services.drafts import compare_drafts, keep_draft, timeline
from drafter.services.matrix import matrix
from drafter.services.tying import Suggested
from drafter.ui.panes.desk_matrix import MatrixDialog
from drafter.ui.panes.desk_new_position import NewPositionDialog
from drafter.ui.panes.desk_source import SourceCard
from drafter.ui.panes.desk_timeline import TimelineDialog
from tests.shots.stage import ASKEW, Shot, Stage, dialog, screen, settle, wait_for_jobs


def desk(stage: Stage) -> QWidget | None:
    if not stage.has("desk") or stage.response is None:
        return None
    stage.window.open_response(stage.response)
    wait_for_jobs(stage)
    return stage.window


def desk_at_an_answer(stage: Stage) -> QWidget | None:
    """Further down, where the margin says what is answered and how."""
    shown = desk(stage)
    for _ in range(2):
        stage.workplace.actions["desk.next"].trigger()
    wait_for_jobs(stage)
    return shown


def desk_with_readiness(stage: Stage) -> QWidget | None:
    shown = desk(stage)
    stage.workplace.actions["desk.readiness"].trigger()
    return shown


def desk_with_the_report(stage: Stage) -> QWidget | None:
    """The report beside the draft, at the chosen recommendation."""
    keep_the_file(stage)
    shown = desk(stage)
    if shown is not None:
        if not stage.workplace.actions["desk.report"].isChecked():  # an earlier shot may have left it open
            stage.workplace.actions["desk.report"].trigger()
        wait_for_jobs(stage)
    return shown


def keep_the_file(stage: Stage) -> None:
    """The sample's report comes without its file."""
    library, content = stage.workplace.library, resource("sample/report.pdf").read_bytes()
    fingerprint = sha256(content).hexdigest()
    library.keep_report_file(fingerprint, "report.pdf", content)
    report = library.reports()[0]
    kept = replace(
        report, fingerprint=fingerprint, pages=max(each.page or 1 for each in report.recommendations)
    )
    library.apply(Change.of("Keep the file", changed(report, kept)))


def desk_replacing(stage: Stage) -> QWidget | None:
    shown = desk(stage)
    if shown is not None:
        stage.workplace.actions["desk.replace"].trigger()
        next(
            each for each in shown.findChildren(QLineEdit) if each.accessibleName() == "Find in the draft"
        ).setText("volunteer")
    return shown


def source_card(stage: Stage) -> QWidget | None:
    """Where tailored words come from."""
    shown = desk_at_an_answer(stage)
    if shown is not None:
        stage.workplace.actions["desk.source"].trigger()
        return next((each for each in shown.findChildren(SourceCard) if each.isVisible()), None)
    return None


def new_position(_stage: Stage) -> QWidget:
    words = from_html("<p>Every town hall should be open one evening a week.</p>")
    given = Suggested(title="Every town hall should be open", kind=Kind.ASK, themes=("Places to meet",))
    return NewPositionDialog(words, given, ())


def desk_of_a_statement(stage: Stage) -> QWidget | None:
    if not stage.has("desk") or stage.statement is None:
        return None
    stage.window.open_response(stage.statement)
    wait_for_jobs(stage)
    return stage.window


def desk_just_begun(stage: Stage) -> QWidget | None:
    if not stage.has("desk"):
        return None
    heads = stage.workplace.library.response_heads()
    begun = next(each.id for each in heads if each.id not in {stage.response, stage.statement})
    stage.window.open_response(begun)
    wait_for_jobs(stage)
    return stage.window


def desk_with_the_outline(stage: Stage) -> QWidget | None:
    made = desk(stage)
    stage.workplace.actions["desk.outline"].trigger()
    settle()
    return made


def desk_started_off(stage: Stage) -> QWidget | None:
    """A statement that has just begun, with the stances of the sample."""
    assert stage.response is not None
    library = stage.workplace.library
    done = library.response(stage.response)
    begun = response_of(
        new_response(library, report=library.reports()[0].id, shape=Shape.STATEMENT, by=ASKEW)
    )
    for each in done.stances:
        set_stance(library, begun, (each.recommendation,), each.stance)
    stage.window.open_response(begun)
    stage.workplace.actions["desk.start"].trigger()
    wait_for_jobs(stage)
    settle()
    return stage.window


def the_matrix(stage: Stage) -> QWidget:
    assert stage.response is not None
    library = stage.workplace.library
    response = library.response(stage.response)
    return MatrixDialog(matrix(library, response, library.reports()[0]))


def saved_drafts(stage: Stage) -> QWidget:
    """Two that were kept, and a headline that is another now."""
    assert stage.response is not None
    library, identity = stage.workplace.library, stage.response
    keep_draft(library, identity, "For the board", by="Morwenna Askew")
    set_state(library, identity, ResponseState.OUT_FOR_COMMENT, by="Tom Keel")
    now = library.response(identity)
    now = replace(now, head=replace(now.head, title=f"{now.head.title}, at last"))
    made = TimelineDialog(lambda earlier, _: compare_drafts(library.saved_draft(earlier), now, None))
    made.show_drafts(timeline(library, identity))
    return made


DESK_SHOTS = (
    Shot(name="desk", take=desk, in_readme=True),
    Shot(name="desk-statement", take=desk_of_a_statement),
    Shot(name="desk-answer", take=desk_at_an_answer),
    Shot(name="desk-begun", take=desk_just_begun),
    Shot(name="desk-readiness", take=desk_with_readiness),
    Shot(name="desk-outline", take=desk_with_the_outline),
    Shot(name="desk-started", take=desk_started_off),
    Shot(name="desk-matrix", take=dialog(the_matrix)),
    Shot(name="desk-drafts", take=dialog(saved_drafts)),
    Shot(name="desk-report", take=desk_with_the_report),
    Shot(name="desk-report-wide", take=desk_with_the_report, size=QSize(1920, 1080)),
    Shot(name="desk-replace", take=desk_replacing),
    Shot(name="desk-source", take=source_card),
    Shot(name="new-position", take=dialog(new_position)),
    Shot(name="desk-narrow", take=desk, size=QSize(1000, 640)),
    Shot(name="desk-wide", take=desk, size=QSize(1920, 1080)),
    Shot(name="desk-empty", take=screen("desk"), is_empty=True),
)
