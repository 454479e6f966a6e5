"""The table of screens: to add one is to add a row.

A screen is a widget made by its row's factory from a Workplace. What the window may ask of it is in the
protocols below; a screen has those that concern it, and needs none. A screen that comes to the front gets the
focus back where it was: it may say where that is first. (Not with a focus proxy: Tab would go from the rail
to the proxy and leave out all that stands before it.)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from drafter.domain.records.ids import PositionId, ReportId, ResponseId
from drafter.domain.records.responses import Passage
from drafter.ui.actions import SHELL, ActionRow, Menu
from drafter.ui.format_actions import FORMAT_ACTIONS
from drafter.ui.panes.desk_actions import DESK_ACTIONS
from drafter.ui.panes.home import make_home
from drafter.ui.panes.home_actions import HOME_ACTIONS
from drafter.ui.panes.library_actions import LIBRARY_ACTIONS
from drafter.ui.panes.reader_actions import READER_ACTIONS
from drafter.ui.workplace import Workplace


@runtime_checkable
class Shown(Protocol):
    """Is told each time it comes to the front: it reloads what may have changed."""

    def shown(self) -> None: ...


@runtime_checkable
class Begins(Protocol):
    """Says where the focus goes when it comes to the front and nothing in it has it."""

    @property
    def first_stop(self) -> QWidget: ...


@runtime_checkable
class Closes(Protocol):
    """Is told before the window goes: it writes what is not yet written."""

    def close_down(self) -> None: ...


@runtime_checkable
class ReadsReports(Protocol):
    """The reader: a file, pasted text, a report that was kept, or one that was left half-way."""

    def open_file(self, path: Path) -> None: ...
    def open_text(self, text: str) -> None: ...
    def open_report(self, report: ReportId) -> None: ...
    def open_left(self, subject: str) -> None: ...


@runtime_checkable
class OpensResponses(Protocol):
    """The desk."""

    def open_response(self, response: ResponseId) -> None: ...


@runtime_checkable
class TakesWords(Protocol):
    """The desk too: passages of the response that lies on it shall read so."""

    def take_words(self, passages: tuple[Passage, ...]) -> None: ...


@runtime_checkable
class ShowsPositions(Protocol):
    """The library: one position, what has just come in, or what is due for review."""

    def show_position(self, position: PositionId) -> None: ...
    def show_arrived(self, positions: tuple[PositionId, ...]) -> None: ...
    def show_due(self, day: date) -> None: ...


@runtime_checkable
class ShowsDrops(Protocol):
    """Home: what letting go of what is dragged over the window would do; "" where nothing, or no more."""

    def show_drop(self, words: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenRow:
    """One screen: its place in the rail, its key, how it is made, and what can be done on it."""

    name: str
    title: str
    icon: str
    key: str
    factory: Callable[[Workplace], QWidget]
    actions: tuple[ActionRow, ...] = ()


def _make_reader(workplace: Workplace) -> QWidget:
    from drafter.ui.panes.reader import make_reader  # noqa: PLC0415 - Home is painted before it is loaded

    return make_reader(workplace)


def _make_desk(workplace: Workplace) -> QWidget:
    from drafter.ui.panes.desk import make_desk  # noqa: PLC0415 - likewise

    return make_desk(workplace)


def _make_library(workplace: Workplace) -> QWidget:
    from drafter.ui.panes.library import make_library  # noqa: PLC0415 - likewise

    return make_library(workplace)


SCREENS = (
    ScreenRow(name="home", title="Home", icon="home", key="Ctrl+1", factory=make_home, actions=HOME_ACTIONS),
    ScreenRow(
        name="report",
        title="Report",
        icon="report",
        key="Ctrl+2",
        factory=_make_reader,
        actions=READER_ACTIONS,
    ),
    ScreenRow(name="desk", title="Desk", icon="desk", key="Ctrl+3", factory=_make_desk, actions=DESK_ACTIONS),
    ScreenRow(
        name="library",
        title="Library",
        icon="library",
        key="Ctrl+4",
        factory=_make_library,
        actions=LIBRARY_ACTIONS,
    ),
)


def rows_of(screens: Iterable[ScreenRow] = SCREENS) -> tuple[ActionRow, ...]:
    """The whole table of actions: the window's own, one to go to each screen, and what each screen brings."""
    listed = tuple(screens)
    going = tuple(
        ActionRow(
            name=f"go.{row.name}",
            text=f"Go to {row.title}",
            tip=row.title,
            keys=(row.key,),
            menu=Menu.VIEW,
            icon=row.icon,
        )
        for row in listed
    )
    return (*SHELL, *FORMAT_ACTIONS, *going, *(action for row in listed for action in row.actions))
