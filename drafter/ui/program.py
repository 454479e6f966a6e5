"""The program while it runs: opens a library, shows its window, and closes both."""

import gc
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from drafter.domain.errors import DrafterError, LibraryUnavailable
from drafter.paths import backups_folder
from drafter.services.moving import usual_place, who_synchronises
from drafter.services.report_files import may_be_report
from drafter.settings import Preferences
from drafter.store.backup import Backup, open_to_read
from drafter.store.library import Library
from drafter.ui.actions import Actions
from drafter.ui.away import Away
from drafter.ui.dialogs.first_start import FirstStart
from drafter.ui.dialogs.problem import ProblemDialog
from drafter.ui.dialogs.synchronised import SynchronisedDialog
from drafter.ui.dialogs.unavailable import LibraryUnavailableDialog
from drafter.ui.history import History
from drafter.ui.jobs import Jobs
from drafter.ui.keeping import Keeping
from drafter.ui.lost import Lost
from drafter.ui.main_window import MainWindow
from drafter.ui.problems import Problems
from drafter.ui.refusing import Refusing
from drafter.ui.screens import SCREENS, ScreenRow, rows_of
from drafter.ui.single_instance import FirstWindow
from drafter.ui.spelling import LibrarySpelling
from drafter.ui.text.spelling import Spelling
from drafter.ui.theme import Theme
from drafter.ui.workplace import KeptPreferences, Notices, Workplace

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A library that is open, with its window."""

    path: Path
    workplace: Workplace
    window: MainWindow
    first: FirstWindow
    keeping: Keeping
    lost: Lost


class Program(QObject):
    """One at a time: a library with its window, or the dialog that says why there is none."""

    def __init__(
        self,
        application: QApplication,
        *,
        theme: Theme,
        preferences: KeptPreferences,
        places: QSettings,
        screens: Sequence[ScreenRow] = SCREENS,
    ) -> None:
        super().__init__(application)
        self._application = application
        self._theme = theme
        self._preferences = preferences
        self._places = places
        self._rows = tuple(screens)
        self._open: _Open | None = None
        self._jobs = Jobs(self)
        """For what is done while no library is open."""
        self._away = Away(self._jobs, backups_folder(), self)
        self._away.arrived.connect(self._on_arrived)
        self._refusing = Refusing(self._jobs, backups_folder(), self)
        self._refusing.again.connect(self.begin)
        self._refusing.quit_wanted.connect(application.quit)
        self._refusing.restore_wanted.connect(self.restore)
        self._refusing.read_wanted.connect(self._begin_to_read)
        self._refusing.copy_wanted.connect(self._copy)
        self._trouble: ProblemDialog | None = None
        self._problems = Problems(self)
        self._problems.told.connect(self._on_told)
        self._problems.bug_found.connect(self._on_bug)
        self._problems.install()
        application.setQuitOnLastWindowClosed(False)  # else going from one library to another would end it
        preferences.changed.connect(self._on_preferences)
        theme.changed.connect(self._on_theme)

    @property
    def window(self) -> MainWindow | None:
        return self._open.window if self._open is not None else None

    @property
    def library(self) -> Library | None:
        return self._open.workplace.library if self._open is not None else None

    @property
    def trouble(self) -> ProblemDialog | None:
        """The report of a bug, while it is open."""
        return self._trouble

    @property
    def refusal(self) -> LibraryUnavailableDialog | None:
        """The dialog that says why no library is open."""
        return self._refusing.dialog

    def begin(self, library: Path, files: Sequence[Path] = ()) -> None:
        """Open the library and its window, or say why not and what can be done."""
        try:
            opened = self._open_library(library)
        except DrafterError as error:
            self._refusing.refuse(library, error)
            return
        self._take(library, opened, files)

    def _take(self, library: Path, opened: Library, files: Sequence[Path] = ()) -> None:
        self._open = self._show(library, opened)
        self._remember(library)
        for file in files:
            self.take_file(file)
        if self._preferences.value.asked:
            self._tell_place()
            return
        first = FirstStart(self._preferences, self._open.window)
        first.finished.connect(self._tell_place)
        first.open()

    def take_file(self, file: Path) -> None:
        """Open a report that the system, or a later start, hands over."""
        if self._open is not None and may_be_report(file):
            self._open.window.read_report(file)

    def end(self) -> None:
        """Let go of everything; called after the event loop, and safe to call twice."""
        self._close_library()
        self._jobs.close()
        self._problems.remove()

    # --- the library

    def _open_library(self, path: Path) -> Library:
        known = path in self._preferences.value.recent_libraries
        if known and not path.exists():
            raise LibraryUnavailable(
                "It is not where it was. Connect the drive or folder that it is on, or open another."
            )
        return Library.open(path)

    def _show(self, path: Path, library: Library) -> _Open:
        library.author = self._preferences.person.name
        workplace = Workplace(
            library=library,
            history=History(library, self),
            jobs=Jobs(self),
            preferences=self._preferences,
            notices=Notices(self),
            actions=Actions(rows_of(self._rows), parent=self),
            spelling=Spelling(self),
        )
        window = MainWindow(workplace, screens=self._rows)
        window.restore_place(self._places)
        window.completed.connect(_keep_what_is_there)
        window.closed.connect(self._on_closed)
        window.settings_wanted.connect(self._open_settings)
        window.backups_wanted.connect(self.open_backups)
        first = self._listen(path)
        window.show()
        keeping = Keeping(workplace, backups_folder(), self)
        keeping.harmed.connect(self._on_harmed)
        lost = Lost(window, self)
        lost.moved.connect(self._on_moved)
        LibrarySpelling(workplace, window)
        return _Open(path=path, workplace=workplace, window=window, first=first, keeping=keeping, lost=lost)

    def _listen(self, path: Path) -> FirstWindow:
        first = FirstWindow(path, self)
        first.called.connect(self.answer_call)
        first.listen()
        return first

    def _remember(self, path: Path) -> None:
        """Open it again next time."""
        self._choose(self._preferences.value.with_library(path))

    def _choose(self, preferences: Preferences) -> None:
        """Settings that cannot be written are no reason to keep her from working."""
        try:
            self._preferences.choose(preferences)
        except DrafterError as error:
            self._on_told(error.sentence)

    def change_library(self, path: Path) -> None:
        """Close this window, if it can be closed, and open one on another library."""
        if self._open is not None and path != self._open.path and self._leave():
            self.begin(path)

    def _leave(self, *, backed_up: bool = True) -> bool:
        """Close the window without ending the program; False where it would not close."""
        assert self._open is not None  # noqa: S101 - the caller looked
        window = self._open.window
        window.closed.disconnect(self._on_closed)
        if not window.close():
            window.closed.connect(self._on_closed)
            return False
        self._places_kept(window)
        self._close_library(backed_up=backed_up)
        return True

    def _close_library(self, *, backed_up: bool = True) -> None:
        given, self._open = self._open, None
        if given is None:
            return
        given.first.close()
        given.window.stop_making()
        given.workplace.jobs.close()
        if backed_up:
            given.keeping.finish()
        given.keeping.stop()
        given.workplace.library.close()
        given.window.deleteLater()
        place = given.workplace
        for part in (
            place.history,
            place.actions,
            place.notices,
            place.spelling,
            given.first,
            given.keeping,
            given.lost,
        ):
            part.deleteLater()

    def _places_kept(self, window: MainWindow) -> None:
        window.keep_place(self._places)
        self._places.sync()

    # --- backups, and other places

    def open_backups(self) -> None:
        """Look into the backups of the library that is open."""
        from drafter.ui.backups.window import BackupsWindow, Kept  # noqa: PLC0415 - not before Home is painted

        if self._open is None:
            return
        given = self._open
        window = BackupsWindow(
            Kept(library=given.path, root=backups_folder()),
            given.workplace.jobs,
            workplace=given.workplace,
            parent=given.window,
        )
        window.restore_wanted.connect(partial(self.restore, given.path))
        window.open()

    def restore(self, library: Path, backup: Backup) -> None:
        """Put a backup in the library's place, and open it. No backup first: thinning might take that one."""
        if self._open is None or self._leave(backed_up=False):
            self._away.restore(backup, library)

    def _begin_to_read(self, library: Path) -> None:
        try:
            opened = open_to_read(library)
        except DrafterError as error:
            self._refusing.refuse(library, error)
            return
        self._take(library, opened)
        if self._open is not None:
            self._open.window.banner.say(
                "caution",
                f"“{library}” may only be read: nothing that you change here is kept.",
                "Copy it to this computer",
                partial(self._copy, library),
            )

    def _copy(self, library: Path) -> None:
        if self._open is None or self._leave(backed_up=False):
            self._away.copy(library, usual_place(library))

    def _tell_place(self) -> None:
        """Once for each library: that another program synchronises its folder, and a better place."""
        if self._open is None or self._open.workplace.library.path is None:
            return
        path, known = self._open.path, self._preferences.value
        who = who_synchronises(path) if path not in known.told_places else None
        if who is None:
            return
        self._choose(replace(known, told_places=(*known.told_places, path)))
        dialog = SynchronisedDialog(path, who, usual_place(path), self._open.window)
        dialog.move_wanted.connect(partial(self._move, path))
        dialog.open()

    def _move(self, library: Path, target: Path) -> None:
        if self._open is not None and self._leave():
            self._away.move(library, target)

    def _on_arrived(self, library: Path, tone: str, sentence: str) -> None:
        self.begin(library)
        if self._open is not None:
            self._open.window.say(tone, sentence)
        elif tone == "bad" and self._refusing.dialog is not None:
            self._refusing.dialog.say_besides(sentence)

    def _on_moved(self, target: Path) -> None:
        """The open library is written somewhere else from now on: later starts shall find it there."""
        if self._open is None:
            return
        self._open.first.close()
        self._open.first.deleteLater()
        self._open = replace(self._open, path=target, first=self._listen(target))
        self._remember(target)

    def _on_harmed(self, sentence: str) -> None:
        if self._open is not None:
            self._open.window.banner.say("bad", sentence, "Backups…", self.open_backups)

    # --- what is heard

    def _on_closed(self) -> None:
        if self._open is not None:
            self._places_kept(self._open.window)
        self._close_library()
        self._application.quit()

    def answer_call(self, files: tuple[Path, ...]) -> None:
        """Someone started Drafter again on this library: come forward, and open the files."""
        if self._open is None:
            return
        window = self._open.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        for file in files:
            self.take_file(file)

    def _on_told(self, sentence: str) -> None:
        if self._open is not None:
            self._open.window.say("caution", sentence)
            self._open.lost.look()

    def _on_bug(self, report: str) -> None:
        if self._trouble is None:
            self._trouble = ProblemDialog(self.window)
            self._trouble.finished.connect(self._forget_trouble)
        self._trouble.add(report)

    def _forget_trouble(self) -> None:
        if self._trouble is not None:
            self._trouble.deleteLater()
            self._trouble = None

    def _on_theme(self) -> None:
        if self._open is not None:
            self._open.window.retint()

    def _on_preferences(self, now: Preferences) -> None:
        self._theme.choose(now.theme)
        if self._open is not None:
            self._open.workplace.library.author = now.person.name

    def _open_settings(self) -> None:
        from drafter.ui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - it loads what reads Word files
        from drafter.ui.dialogs.spelling_choice import SpellingChoice  # noqa: PLC0415 - likewise

        if self._open is None:
            return
        spelling = SpellingChoice(self._open.workplace)
        dialog = SettingsDialog(self._preferences, self._open.path, self._open.window, spelling=spelling)
        dialog.library_wanted.connect(self.change_library)
        dialog.backups_wanted.connect(self.open_backups)
        dialog.open()


def _keep_what_is_there() -> None:
    """Looking through all of the window again would hold up keys for 100 ms."""
    gc.freeze()
