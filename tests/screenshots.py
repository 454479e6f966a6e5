"""Pictures of every screen, light and dark, on the sample; `python3 dev.py screenshots` runs this.

They are made for eyes and never compared by pixel. To picture another screen, add a row to SHOTS.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QEventLoop, QItemSelectionModel, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QWidget

from drafter.domain.changes import Change, changed
from drafter.domain.errors import LibraryDamaged, LibraryReadOnly, LibraryTooNew
from drafter.domain.records.ids import PositionId, ResponseId
from drafter.domain.records.people import Person
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Form, ResponseState, Shape
from drafter.domain.richtext import RichText
from drafter.domain.richtext_html import from_html, to_html
from drafter.paths import resource
from drafter.services.answering import new_response, response_of, set_head, set_stance, set_state
from drafter.services.backups import back_up_now
from drafter.services.clock import now, today
from drafter.services.drafts import compare_drafts, keep_draft, timeline
from drafter.services.matrix import matrix
from drafter.services.newer_words import older_words
from drafter.services.positions import approve, delete, save
from drafter.services.sample import STATEMENT, add_sample
from drafter.services.searches import SavedSearch, keep_search
from drafter.services.templates import look_over
from drafter.services.told import told
from drafter.services.tying import Suggested
from drafter.settings import Preferences, ThemeChoice
from drafter.store.backup import Backup, Why
from drafter.store.leftovers import STAMP, before_update
from drafter.store.library import Library
from drafter.ui.backups.confirming import ConfirmWhole
from drafter.ui.backups.window import BackupsWindow, Kept
from drafter.ui.dialogs.about import AboutDialog
from drafter.ui.dialogs.empty_bin import EmptyBinDialog
from drafter.ui.dialogs.export import ExportDialog
from drafter.ui.dialogs.first_start import FirstStart
from drafter.ui.dialogs.keys import KeysDialog
from drafter.ui.dialogs.newer_words import NewerWordsDialog
from drafter.ui.dialogs.palette import CommandPalette
from drafter.ui.dialogs.paste import PasteDialog
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.dialogs.settings import SettingsDialog
from drafter.ui.dialogs.several import SeveralDialog
from drafter.ui.dialogs.spelling_choice import SpellingChoice
from drafter.ui.dialogs.standing import ApproveDialog, RetireDialog
from drafter.ui.dialogs.synchronised import SynchronisedDialog
from drafter.ui.dialogs.told import ToldDialog
from drafter.ui.dialogs.unavailable import LibraryUnavailableDialog
from drafter.ui.export.styles_dialog import StylesDialog
from drafter.ui.main_window import MainWindow
from drafter.ui.panes.desk_matrix import MatrixDialog
from drafter.ui.panes.desk_new_position import NewPositionDialog
from drafter.ui.panes.desk_source import SourceCard
from drafter.ui.panes.desk_timeline import TimelineDialog
from drafter.ui.program import Program
from drafter.ui.theme import Theme
from drafter.ui.workplace import KeptPreferences, Workplace
from tests import library_shots
from tests.exported_pages import picture_pages

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "screenshots"
README_FOLDER = ROOT / "docs" / "screenshots"
README_SIZE = QSize(960, 540)
SIZE = QSize(1280, 720)
FACES = ("Inter", "Noto Sans", "Liberation Sans", "Helvetica", "Arial")
"""What a desktop would have: without a display Qt takes whatever face comes first."""

ASKEW = Person(
    name="Morwenna Askew",
    role="Chief Executive",
    organisation="Hearth and Harbour Fund",
    contact="policy@hearthandharbour.example",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What a shot may use: a window on a library, which holds the sample unless the shot wants it empty."""

    window: MainWindow
    response: ResponseId | None
    statement: ResponseId | None

    @property
    def workplace(self) -> Workplace:
        return self.window.workplace

    def has(self, screen: str) -> bool:
        return any(row.name == screen for row in self.window.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture: `take` prepares the stage and gives the widget to picture, or None to leave it out."""

    name: str
    take: Callable[[Stage], QWidget | None]
    is_empty: bool = False
    size: QSize = SIZE
    in_readme: bool = False


def home(stage: Stage) -> QWidget:
    stage.window.show_home()
    return stage.window


def screen(name: str) -> Callable[[Stage], QWidget | None]:
    """A screen as it comes."""

    def take(stage: Stage) -> QWidget | None:
        if not stage.has(name):
            return None
        stage.window.show_screen(name)
        return stage.window

    return take


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


def reader(stage: Stage) -> QWidget | None:
    if not stage.has("report"):
        return None
    stage.window.read_report(resource("sample/report.pdf"))
    wait_for_jobs(stage)
    return stage.window


def reader_text(stage: Stage) -> QWidget | None:
    """The page as text, a part of it selected, and a list that was corrected."""
    if reader(stage) is None:
        return None
    actions = stage.workplace.actions
    for name in ("reader.drop", "reader.merge", "reader.view"):
        actions[name].trigger()
    return stage.window


def reader_finding_the_rest(stage: Stage) -> QWidget | None:
    """Some accepted, some missing, and the rest like the chosen one offered."""
    if reader(stage) is None:
        return None
    actions = stage.workplace.actions
    for name in ("reader.accept", "reader.accept", "reader.drop", "reader.drop", "reader.rest"):
        actions[name].trigger()
    wait_for_jobs(stage)
    return stage.window


def reader_without_a_list(stage: Stage) -> QWidget | None:
    if not stage.has("report"):
        return None
    stage.window.read_text(NO_LIST)
    wait_for_jobs(stage)
    return stage.window


def library_entry(stage: Stage) -> QWidget | None:
    if not stage.has("library"):
        return None
    stage.window.show_position(the_position(stage))
    return stage.window


def library_search(stage: Stage) -> QWidget | None:
    """Words typed and a facet ticked."""
    if not stage.has("library"):
        return None
    stage.window.show_library()
    screen = stage.window.screen_named("library")
    next(each for each in screen.findChildren(QLineEdit) if "Search" in each.accessibleName()).setText(
        "volun"
    )
    wait_for_jobs(stage)
    return stage.window


def library_saved(stage: Stage) -> QWidget | None:
    """With searches that were given a name, and nothing chosen: what needs attention."""
    library = stage.workplace.library
    keep_search(library, SavedSearch(name="Halls that stand empty", words="halls"))
    keep_search(library, SavedSearch(name="Due in my name", facets=(("Attention", "Review due"),)))
    stage.window.show_library()
    wait_for_jobs(stage)
    settle()
    return stage.window


def newer_words(stage: Stage) -> QWidget:
    """Positions of the drafts in hand, reworded and approved; one draft is tailored, as the sample has it."""
    library = stage.workplace.library
    for identity in {each.position for each in library.live_uses()}:
        stored = library.position(identity)
        text = from_html(to_html(stored.newest.text).replace("</p>", " It is time.</p>", 1))
        save(library, replace(stored.newest.wording, text=text), stored.facts, by="Tom Keel")
        approve(library, identity, by="Tom Keel")
    return NewerWordsDialog(partial(older_words, library), "Drafts with earlier words")


def what_was_told(stage: Stage) -> QWidget:
    """After the sample’s response was sent."""
    assert stage.response is not None
    set_state(stage.workplace.library, stage.response, ResponseState.SENT)
    made = ToldDialog()
    made.show_all(told(stage.workplace.library))
    return made


def several(_stage: Stage) -> QWidget:
    return SeveralDialog(12, ("Volunteering", "Halls"), ("Tom Keel",))


def the_position(stage: Stage) -> PositionId:
    """One that has sources and was used."""
    library = stage.workplace.library
    used = [each.id for each in library.entries() if each.uses]
    return next(each.id for each in library.positions(used) if len(each.newest.sources) > 1)


def revisions(stage: Stage) -> QWidget:
    """A history of three wordings."""
    library, identity = stage.workplace.library, the_position(stage)
    for before, after in (("should", "must"), ("the", "every")):
        stored = library.position(identity)
        wording = replace(stored.newest.wording, text=reworded(stored.newest.text, before, after))
        save(library, wording, stored.facts, by="Tom Keel")
    return RevisionsDialog(library.revisions(identity))


def reworded(text: RichText, before: str, after: str) -> RichText:
    return from_html(
        to_html(text).replace(f" {before} ", f" {after} ", 2).replace("</p>", " It is time.</p>", 1)
    )


def export_dialog(stage: Stage) -> QWidget:
    return exported(stage)


def exported(stage: Stage, form: Form | None = None) -> QWidget:
    """The export window with a form, when its preview is there."""
    assert stage.response is not None
    made = ExportDialog(stage.workplace, stage.response)
    if form is not None:
        radio = made.findChild(QRadioButton, f"form-{form.value}")
        assert radio is not None
        radio.setChecked(True)
    wait_for_jobs(stage)
    return made


def template_styles(stage: Stage) -> QWidget:
    return StylesDialog("Letterhead", look_over(stage.workplace.preferences.value, None))


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


def dialog(make: Callable[[Stage], QWidget]) -> Callable[[Stage], QWidget]:
    """A dialog by itself."""

    def take(stage: Stage) -> QWidget:
        made = make(stage)
        made.show()
        return made

    return take


def banner(stage: Stage) -> QWidget:
    stage.window.show_home()
    stage.workplace.notices.warn("That is an address on the web. Save the file first, then drop it here.")
    return stage.window


def backups(stage: Stage) -> QWidget:
    """One an hour ago and older ones; since then a position was reworded and another deleted."""
    library = stage.workplace.library
    assert library.path is not None
    root = library.path.parent / "backups"
    made = back_up_now(library, root)
    for age, why in (
        (timedelta(hours=2), Why.HOURLY),
        (timedelta(days=1), Why.ON_EXIT),
        (timedelta(days=10), None),
    ):
        reason = f" ({why})" if why is not None else ""
        stamp = (now() - age).strftime(STAMP)
        made.with_name(f"library{reason} {stamp}.backup").write_bytes(made.read_bytes())
    before_update(library.path, 3).write_bytes(made.read_bytes())
    identity = the_position(stage)
    stored = library.position(identity)
    wording = replace(stored.newest.wording, text=reworded(stored.newest.text, "the", "every"))
    save(library, wording, stored.facts, by="Tom Keel")
    delete(library, (next(each.id for each in library.entries() if each.id != identity),), by="Tom Keel")
    window = BackupsWindow(
        Kept(library=library.path, root=root), stage.workplace.jobs, workplace=stage.workplace
    )
    for _ in range(3):
        wait_for_jobs(stage)
        settle()
    window.sort.setCurrentText("Changed or gone since")
    window.wording.view.setCurrentIndex(1)
    row = next(row for row, each in enumerate(window.found.items) if each.id == identity)
    window.items.selectionModel().setCurrentIndex(
        window.found.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    return window


def bringing_back(_stage: Stage) -> QWidget:
    return ConfirmWhole(a_backup(hours=3), Path("/home/askew/.local/share/Drafter/library.drafter"))


def a_backup(*, hours: int) -> Backup:
    return Backup(path=Path("/home/askew/library.backup"), at=now() - timedelta(hours=hours), why=Why.HOURLY)


def damaged(_stage: Stage) -> QWidget:
    """A library that was cut off, with a backup of yesterday."""
    made = LibraryUnavailableDialog(HERS, LibraryDamaged(CUT_OFF))
    made.show_backup(a_backup(hours=20), others=True)
    return made


def read_only(_stage: Stage) -> QWidget:
    made = LibraryUnavailableDialog(HERS, LibraryReadOnly(MAY_NOT_WRITE))
    made.show_backup(None, others=True)
    return made


def in_onedrive(_stage: Stage) -> QWidget:
    place = Path("/home/askew/OneDrive - Hearth and Harbour Fund/library.drafter")
    return SynchronisedDialog(place, "OneDrive", Path("/home/askew/.local/share/Drafter/library.drafter"))


HERS = Path("/home/askew/library.drafter")
CUT_OFF = f"“{HERS}” was cut off: it has 409,600 of its 983,040 bytes. Bring back the newest backup."
MAY_NOT_WRITE = f"“{HERS}” cannot be written. Check that the file and its folder are not read-only."

NO_LIST = """Giving in our towns

People told us that halls stand empty in winter and that nobody knows whose they are. Volunteers open
them when they can.

There should be a Community Recovery Fund for every town that lost its hall. Ministers must decide by May, and
councils should publish who holds the keys."""

NEWER = "This library was made by a newer Drafter. Update Drafter, or open another library."

SHOTS = (
    Shot(name="home", take=home, in_readme=True),
    Shot(name="home-empty", take=home, is_empty=True),
    Shot(name="home-narrow", take=banner, size=QSize(683, 600)),
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
    Shot(name="report", take=reader),
    Shot(name="report-text", take=reader_text),
    Shot(name="report-rest", take=reader_finding_the_rest),
    Shot(name="report-no-list", take=reader_without_a_list),
    Shot(name="report-none", take=screen("report"), is_empty=True),
    Shot(name="report-narrow", take=reader, size=QSize(683, 600)),
    Shot(name="library", take=screen("library")),
    Shot(name="library-entry", take=library_entry),
    Shot(name="library-search", take=library_search),
    Shot(name="library-saved", take=library_saved),
    Shot(name="newer-words", take=dialog(newer_words)),
    Shot(name="told", take=dialog(what_was_told)),
    Shot(name="look-alikes", take=dialog(lambda stage: library_shots.look_alikes(stage.workplace.library))),
    Shot(name="merging", take=dialog(lambda stage: library_shots.merging(stage.workplace.library))),
    Shot(
        name="past-responses",
        take=dialog(lambda stage: library_shots.past_responses(stage.workplace.library)),
    ),
    Shot(name="several", take=dialog(several)),
    Shot(name="empty-bin", take=dialog(lambda _stage: EmptyBinDialog(3, 7))),
    Shot(name="library-empty", take=screen("library"), is_empty=True),
    Shot(name="library-narrow", take=library_entry, size=QSize(683, 600)),
    Shot(name="revisions", take=dialog(revisions)),
    Shot(name="retire", take=dialog(lambda _stage: RetireDialog("A national website for volunteering", ()))),
    Shot(name="approve", take=dialog(lambda _stage: ApproveDialog("A national website for volunteering"))),
    Shot(name="export", take=dialog(export_dialog)),
    Shot(name="export-table", take=dialog(lambda stage: exported(stage, Form.TABLE))),
    Shot(name="export-evidence", take=dialog(lambda stage: exported(stage, Form.WRITTEN_EVIDENCE))),
    Shot(name="export-paste-sheet", take=dialog(lambda stage: exported(stage, Form.PASTE_SHEET))),
    Shot(name="template-styles", take=dialog(template_styles)),
    Shot(name="first-start", take=dialog(lambda _stage: FirstStart(KeptPreferences(Preferences(), FOLDER)))),
    Shot(
        name="settings",
        take=dialog(
            lambda stage: SettingsDialog(
                stage.workplace.preferences,
                Path("/home/askew/library.drafter"),
                spelling=SpellingChoice(stage.workplace),
            )
        ),
    ),
    Shot(name="keys", take=dialog(lambda stage: KeysDialog(stage.workplace.actions))),
    Shot(name="palette", take=dialog(lambda stage: CommandPalette(stage.workplace.actions))),
    Shot(name="paste", take=dialog(lambda _stage: PasteDialog())),
    Shot(name="about", take=dialog(lambda _stage: AboutDialog())),
    Shot(name="backups", take=dialog(backups)),
    Shot(name="bringing-back", take=dialog(bringing_back)),
    Shot(name="damaged", take=dialog(damaged)),
    Shot(name="read-only", take=dialog(read_only)),
    Shot(name="synchronised", take=dialog(in_onedrive)),
    Shot(
        name="unavailable",
        take=dialog(
            lambda _stage: LibraryUnavailableDialog(Path("/home/askew/library.drafter"), LibraryTooNew(NEWER))
        ),
    ),
)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python3 dev.py screenshots")
    parser.add_argument("--only", help="the shots whose name begins so")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where they go")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as places:  # what screens remember of their own is not hers
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, places)
        return pictures(wanted)


def pictures(wanted: argparse.Namespace) -> int:
    application = QApplication([])
    application.setFont(a_desktop_face(application.font()))
    theme = Theme(application)
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        theme.choose(choice)
        for shot in SHOTS:
            if shot.name.startswith(wanted.only or ""):
                picture(application, theme, choice, shot, wanted.folder)
    picture_pages(wanted.folder, ASKEW, only=wanted.only or "")
    return 0


def picture(application: QApplication, theme: Theme, choice: ThemeChoice, shot: Shot, folder: Path) -> None:
    """Set the stage anew, take one shot, and write it."""
    with staged(application, theme, choice, is_empty=shot.is_empty) as stage:
        stage.window.resize(shot.size)
        shown = shot.take(stage)
        if shown is None:
            sys.stderr.write(f"{shot.name}: there is no such screen yet\n")
            return
        settle()
        taken = shown.grab()
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{shot.name}-{choice.value}.png"
        taken.save(str(folder / name))
        if shot.in_readme and choice is ThemeChoice.LIGHT and folder == FOLDER:
            README_FOLDER.mkdir(parents=True, exist_ok=True)
            fitted = taken.scaled(
                README_SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            fitted.save(str(README_FOLDER / name))
        if shown is not stage.window:
            shown.hide()
            shown.deleteLater()


@contextmanager
def staged(
    application: QApplication, theme: Theme, choice: ThemeChoice, *, is_empty: bool
) -> Iterator[Stage]:
    """A program on a library of its own, in a folder that goes again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library.drafter"
        response, statement = (None, None) if is_empty else fill(library)
        kept = KeptPreferences(Preferences(person=ASKEW, theme=choice, asked=True), folder / "settings.json")
        places = QSettings(str(folder / "places.ini"), QSettings.Format.IniFormat)
        program = Program(application, theme=theme, preferences=kept, places=places)
        program.begin(library)
        assert program.window is not None
        yield Stage(window=program.window, response=response, statement=statement)
        program.window.hide()
        program.end()


def fill(path: Path) -> tuple[ResponseId, ResponseId]:
    """The sample, both of its responses, and one that has just begun."""
    with Library.open(path) as library:
        response = add_sample(library, resource("sample"))
        statement = add_sample(library, resource("sample"), name=STATEMENT)
        begun = response_of(new_response(library, report=library.reports()[0].id, by=ASKEW))
        for identity, days in ((response, 1), (statement, 9), (begun, 21)):
            head = library.response(identity).head
            set_head(library, replace(head, deadline=today() + timedelta(days=days)))
    return response, statement


def a_desktop_face(given: QFont) -> QFont:
    there = set(QFontDatabase.families())
    face = next((each for each in FACES if each in there), None)
    return QFont(face, 10) if face else given


def wait_for_jobs(stage: Stage, most: int = 30_000) -> None:
    """Until what was started has ended and was shown."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(50)
    timer.timeout.connect(lambda: None if stage.workplace.jobs.running else loop.quit())
    timer.start()
    QTimer.singleShot(most, loop.quit)
    loop.exec()


def settle() -> None:
    """Let what is posted be done, and the first timers run out."""
    loop = QEventLoop()
    QTimer.singleShot(250, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
