"""The reading screen before it has a list: no report, one that is being read, one that was not read."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from drafter.domain.errors import DrafterError
from drafter.domain.records.reports import Report
from drafter.ui.widgets.empty_state import EmptyState


def no_report(open_one: Callable[[], object], paste: Callable[[], object]) -> EmptyState:
    return EmptyState(
        icon="report",
        title="No report open",
        sentence="Drop a report on the window, or open one: what it recommends or asks is found for you.",
        offers=(("Open a report…", open_one), ("Paste its text…", paste)),
    )


def waiting(stop: Callable[[], object]) -> EmptyState:
    """Escape stops too."""
    page = EmptyState(
        icon="report",
        title="Reading the report…",
        sentence="What it recommends or asks is being found. This takes a few seconds.",
        offers=(("Stop", stop),),
    )
    page.buttons[0].setToolTip("Nothing comes of what was read so far (Esc)")
    escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
    escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    escape.activated.connect(stop)
    return page


def not_read(what: str, error: DrafterError, still_open: Report | None) -> str:
    """Which file it was, what is wrong with it, and what is shown beside this sentence."""
    is_named = not what or what in error.sentence
    said = error.sentence if is_named else f"“{what}” was not read. {error.sentence}"
    return f"{said}{_still_open(still_open)}"


def stopped(what: str, still_open: Report | None) -> str:
    return f"Reading of {what} was stopped.{_still_open(still_open)}"


def _still_open(report: Report | None) -> str:
    return f" “{report.title}” is still open." if report is not None else ""
