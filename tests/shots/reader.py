"""Pictures of a report being read."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from drafter.domain.printed_places import Step
from drafter.paths import resource
from drafter.ui.panes.reader_area import PageArea
from drafter.ui.widgets.find_line import FindLine
from tests.shots.stage import Shot, Stage, screen, wait_for_jobs

NO_LIST = """Giving in our towns

People told us that halls stand empty in winter and that nobody knows whose they are. Volunteers open
them when they can.

There should be a Community Recovery Fund for every town that lost its hall. Ministers must decide by May, and
councils should publish who holds the keys."""

LONG_TITLE = """The final report of the independent review of how towns lend, let and look after the halls
that nobody owns

Recommendation 1: Councils should publish a register of empty halls.
Recommendation 2: Ministers should fund small charities for three years."""


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


def reader_selected(stage: Stage) -> QWidget | None:
    """Words selected on the picture of the page."""
    if reader(stage) is None:
        return None
    for area in stage.window.findChildren(PageArea):
        area.picture.select_all()
    return stage.window


def reader_by_key(stage: Stage) -> QWidget | None:
    """Words selected by keys on the page of the third item, which then took them as its text."""
    if reader(stage) is None:
        return None
    actions = stage.workplace.actions
    for name in ("reader.next", "reader.next"):
        actions[name].trigger()
    for area in stage.window.screen_named("report").findChildren(PageArea):
        area.picture.show_cursor(shown=True)
        for step in (Step.LINE_ON, Step.LINE_ON, Step.WORD_ON):
            area.picture.step(step, extends=True)
        actions["reader.as_text"].trigger()
        area.picture.step(Step.LINE_ON, extends=True)
    return stage.window


def reader_finding_words(stage: Stage) -> QWidget | None:
    """Words that stand on many pages, and where she is among them."""
    if reader(stage) is None:
        return None
    stage.workplace.actions["reader.find"].trigger()
    for line in stage.window.screen_named("report").findChildren(FindLine):
        line.words.setText("volunteers")
        wait_for_jobs(stage)
        line.asked.emit(False)
        wait_for_jobs(stage)
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


def home_with_reports_left(stage: Stage) -> QWidget | None:
    """Two that she was correcting: one has a long title."""
    if reader(stage) is None:
        return None
    actions = stage.workplace.actions
    for name in ("reader.accept", "reader.accept", "reader.drop"):
        actions[name].trigger()
    stage.window.read_text(LONG_TITLE)
    wait_for_jobs(stage)
    actions["reader.accept"].trigger()
    stage.window.show_home()
    return stage.window


READER_SHOTS = (
    Shot(name="home-left", take=home_with_reports_left),
    Shot(name="home-left-first", take=home_with_reports_left, is_empty=True),
    Shot(name="home-left-narrow", take=home_with_reports_left, size=QSize(683, 600)),
    Shot(name="report", take=reader),
    Shot(name="report-selected", take=reader_selected),
    Shot(name="report-by-key", take=reader_by_key),
    Shot(name="report-text", take=reader_text),
    Shot(name="report-find", take=reader_finding_words),
    Shot(name="report-find-narrow", take=reader_finding_words, size=QSize(683, 600)),
    Shot(name="report-rest", take=reader_finding_the_rest),
    Shot(name="report-no-list", take=reader_without_a_list),
    Shot(name="report-none", take=screen("report"), is_empty=True),
    Shot(name="report-narrow", take=reader, size=QSize(683, 600)),
)
