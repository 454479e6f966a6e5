"""The window: it joins the screens, the menus and the status line, and does nothing else."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from drafter.domain.errors import DrafterError
from drafter.domain.records.ids import PositionId, ReportId, ResponseId
from drafter.domain.records.responses import Passage
from drafter.ui.drops import Drops
from drafter.ui.format_actions import FormatActs
from drafter.ui.introductions import introduce
from drafter.ui.jobs import Job
from drafter.ui.menus import fill_menu_bar, hide_empty
from drafter.ui.rail import Rail
from drafter.ui.schemes import scheme_of
from drafter.ui.screens import (
    SCREENS,
    Begins,
    Closes,
    OpensResponses,
    ReadsReports,
    ScreenRow,
    Shown,
    ShowsPositions,
    TakesWords,
)
from drafter.ui.shell_acts import ShellActs
from drafter.ui.widgets.banner import Banner
from drafter.ui.widgets.laying import row
from drafter.ui.widgets.parts import focus_next_part
from drafter.ui.widgets.progress_line import ProgressLine
from drafter.ui.widgets.saved_line import SavedLine
from drafter.ui.workplace import Workplace

T = TypeVar("T")

GEOMETRY = "window/geometry"
"""What QSettings remembers."""

_FOOT_EDGES = 6
"""The line above the foot, and what a status bar leaves free round what stands in it."""

_TITLE_BAR = 40
"""How high a desktop draws a window's frame, at most: Qt does not know before the window is shown."""


class MainWindow(QMainWindow):
    """One window, one library."""

    completed = Signal()
    """All its screens are there."""
    closed = Signal()
    """It has gone, and all was written first."""
    drop_offered = Signal(str)
    """What letting go of what is dragged over it would do; "" where nothing, or no more."""
    settings_wanted = Signal()
    """The officer wants the settings dialog: the application opens it, for it knows theme and library."""

    backups_wanted = Signal()
    """Likewise for the backups of the library."""

    def __init__(
        self, workplace: Workplace, *, screens: Sequence[ScreenRow] = SCREENS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rows = tuple(screens)
        self._acts = ShellActs(self, workplace)
        self._rail = Rail(self._rows)
        self._banner = Banner()
        self._stack = QStackedWidget()
        self._screens: dict[str, QWidget] = {}
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_next)
        self._has_begun = False
        self._drops = Drops(self, lambda: isinstance(self._stack.currentWidget(), ShowsPositions))
        self.setWindowTitle("Drafter")
        self.setMinimumSize(640, 400)
        self._lay_out()
        self._make_status_line()
        self._menus = fill_menu_bar(self.menuBar(), workplace.actions)
        self._formats = FormatActs(self, workplace.actions)
        self._connect()
        self._tint()
        self.show_screen(self._rows[0].name)

    # --- screens

    @property
    def workplace(self) -> Workplace:
        return self._workplace

    @property
    def rows(self) -> tuple[ScreenRow, ...]:
        """The screens that it has, in the order of the rail."""
        return self._rows

    @property
    def is_complete(self) -> bool:
        """All its screens are there."""
        return len(self._screens) == len(self._rows)

    @property
    def current(self) -> str:
        """The name of the screen that is shown."""
        return next(name for name, screen in self._screens.items() if screen is self._stack.currentWidget())

    def screen_named(self, name: str) -> QWidget:
        """Made now if it was not yet: the window is painted before all its screens are there."""
        if name not in self._screens:
            self._make(name)
        return self._screens[name]

    def show_screen(self, name: str) -> None:
        screen = self.screen_named(name)
        last = screen.focusWidget()  # asked before it shows, for then Qt gives the focus to what comes first
        self._stack.setCurrentWidget(screen)
        self._rail.show_current(name)
        self._workplace.actions.show_screen(name)
        self._formats.show_for(screen)
        hide_empty(self._menus.values())
        self._saved.show_standing("")
        if isinstance(screen, Shown):
            screen.shown()
        self._focus(screen, last)

    def _focus_screen(self) -> None:
        screen = self._screens[self.current]
        self._focus(screen, screen.focusWidget())

    def _focus(self, screen: QWidget, last: QWidget | None) -> None:
        """Back to where she was on a screen, or to where one begins on it."""
        if last is None or not (last.isVisibleTo(screen) and last.isEnabled()):
            last = screen.first_stop if isinstance(screen, Begins) else screen
        last.setFocus()

    def turn_to(self, able: type[T]) -> T:
        """Show the first screen that is able to do this, and give it."""
        for each in self._rows:
            screen = self.screen_named(each.name)
            if isinstance(screen, able):
                self.show_screen(each.name)
                return screen
        raise LookupError(f"No screen is {able.__name__}.")

    # --- what screens ask for (introductions.py)

    def show_home(self) -> None:
        self.show_screen(self._rows[0].name)

    def choose_report(self) -> None:
        self._acts.choose_report()

    def read_report(self, path: Path) -> None:
        self._turn_to_reader().open_file(path)

    def paste_report(self) -> None:
        self._acts.paste_report()

    def read_text(self, text: str) -> None:
        self._turn_to_reader().open_text(text)

    def open_report(self, report: ReportId) -> None:
        self._turn_to_reader().open_report(report)

    def go_on_with(self, left: str) -> None:
        self._turn_to_reader().open_left(left)

    def _turn_to_reader(self) -> ReadsReports:
        self._drops.forgive()
        return self.turn_to(ReadsReports)  # type: ignore[type-abstract] # a protocol is what is asked for

    def open_response(self, response: ResponseId) -> None:
        self._workplace.history.turn_to(response)
        self.turn_to(OpensResponses).open_response(response)  # type: ignore[type-abstract] # likewise

    def take_words(self, passages: tuple[Passage, ...]) -> None:
        """In the background: she goes on in the library."""
        for screen in self._screens.values():
            if isinstance(screen, TakesWords):
                screen.take_words(passages)

    def start_statement(self) -> None:
        self._acts.start_statement()

    def open_sample(self) -> None:
        self._acts.open_sample()

    def show_library(self) -> None:
        self.turn_to(ShowsPositions)  # type: ignore[type-abstract] # likewise

    def show_position(self, position: PositionId) -> None:
        self.turn_to(ShowsPositions).show_position(position)  # type: ignore[type-abstract] # likewise

    def show_arrived(self, positions: tuple[PositionId, ...]) -> None:
        self.turn_to(ShowsPositions).show_arrived(positions)  # type: ignore[type-abstract] # likewise

    def show_due(self) -> None:
        self.turn_to(ShowsPositions).show_due(date.today())  # type: ignore[type-abstract] # noqa: DTZ011 - her own day

    # --- what the window says

    def say(self, tone: str, sentence: str) -> None:
        self._banner.say(tone, sentence)

    @property
    def banner(self) -> Banner:
        return self._banner

    @property
    def progress(self) -> ProgressLine:
        return self._progress

    @property
    def saved_words(self) -> str:
        """What the status line says about saving."""
        return self._saved.text()

    def _on_title(self, title: str) -> None:
        self.setWindowTitle(f"{title} – Drafter" if title else "Drafter")

    def _on_job(self, job: Job) -> None:
        if job.label:
            self._progress.watch(job)

    # --- joining

    def _make(self, name: str) -> None:
        screen = next(row for row in self._rows if row.name == name).factory(self._workplace)
        self._screens[name] = screen
        self._stack.addWidget(screen)
        self._workplace.actions.attach(name, screen)
        self._workplace.actions.attach_beside(name, self._rail)
        introduce(self, screen)

    def stop_making(self) -> None:
        """No further screens: the library is about to be closed."""
        self._making.stop()
        self._has_begun = True  # the first paint, which begins it, may still be to come

    def _make_next(self) -> None:
        """One a turn of the event loop, so that what she does comes in between."""
        wanted = next((row.name for row in self._rows if row.name not in self._screens), None)
        if wanted is not None:
            self._make(wanted)
        else:
            self._making.stop()
            self.completed.emit()

    def _lay_out(self) -> None:
        across = row(self._rail, spacing=0)
        across.addWidget(self._stack, 1)
        whole = QWidget()
        whole.setLayout(across)
        self.setCentralWidget(whole)

    def _make_status_line(self) -> None:
        self._progress = ProgressLine()
        self._saved = SavedLine()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setMinimumHeight(self._banner.usual_height + _FOOT_EDGES)
        self.statusBar().addWidget(self._banner, 1)
        self.statusBar().addWidget(self._progress)
        self.statusBar().addPermanentWidget(self._saved)

    def _connect(self) -> None:
        place = self._workplace
        self._acts.bind()
        place.actions.attach_shell(self)
        for each in self._rows:
            place.actions.bind(f"go.{each.name}", partial(self.show_screen, each.name))
        place.actions.bind("part.next", lambda: focus_next_part(self, 1))
        place.actions.bind("part.previous", lambda: focus_next_part(self, -1))
        place.actions.bind("settings.open", self.settings_wanted.emit)
        place.actions.bind("backups.open", self.backups_wanted.emit)
        place.actions.bind("window.close", self.close)
        self._rail.wanted.connect(self.show_screen)
        place.notices.said.connect(self._banner.say)
        place.notices.taken_back.connect(self._banner.take_back)
        self._banner.left.connect(self._focus_screen)
        place.notices.saved_changed.connect(self._saved.show_saved)
        place.notices.standing_changed.connect(self._saved.show_standing)
        place.notices.titled.connect(self._on_title)
        place.jobs.started.connect(self._on_job)
        place.history.refused.connect(place.notices.warn)
        self._drops.offered.connect(self.drop_offered)
        self._drops.report_dropped.connect(self.read_report)
        self._drops.library_dropped.connect(lambda paths: self._acts.add_library_file(*paths))
        self._drops.refused.connect(place.notices.warn)
        self._drops.forgiven.connect(place.notices.take_back)
        place.actions.past.connect(place.notices.take_back)

    def _tint(self) -> None:
        scheme = scheme_of(QApplication.palette())
        self._rail.tint(scheme)
        self._workplace.actions.tint(scheme)

    # --- coming and going

    def retint(self) -> None:
        """Draw the icons anew for the scheme that is worn now."""
        self._tint()

    def restore_place(self, settings: QSettings) -> None:
        """Where and how large it was; the first time, no larger than the screen has room for it."""
        geometry = settings.value(GEOMETRY)
        if geometry is None or not self.restoreGeometry(geometry):
            room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
            self.resize(QSize(1280, 720).boundedTo(room))

    def keep_place(self, settings: QSettings) -> None:
        settings.setValue(GEOMETRY, self.saveGeometry())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drops.listen()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_begun:
            self._has_begun = True
            self._making.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        try:
            self._write_all()
        except DrafterError as error:
            event.ignore()
            self._banner.say("bad", error.sentence, "Close all the same", self._close_unsaved)
            return
        super().closeEvent(event)
        self.closed.emit()

    def _write_all(self) -> None:
        """Autosave flushes; a screen that cannot write says so, and the window stays."""
        self._workplace.history.about_to_write.emit()
        for screen in self._screens.values():
            if isinstance(screen, Closes):
                screen.close_down()

    def _close_unsaved(self) -> None:
        self.hide()
        self.closed.emit()
