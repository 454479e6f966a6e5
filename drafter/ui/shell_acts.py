"""What the window itself does when asked: open, paste, start, undo, find a command.

What reads reports, and files of positions, is loaded when it is first wanted: Home is painted before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from drafter.domain.records.positions import Deletion
from drafter.domain.records.responses import ResponseHead, Shape
from drafter.domain.records.working import Setting
from drafter.paths import resource
from drafter.services.answering import new_response, response_of
from drafter.services.report_files import ALL_ENDINGS
from drafter.ui.dialogs.about import AboutDialog
from drafter.ui.dialogs.files import ask_which_one
from drafter.ui.dialogs.keys import KeysDialog
from drafter.ui.dialogs.palette import CommandPalette
from drafter.ui.dialogs.paste import PasteDialog
from drafter.ui.turning import Turner

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.domain.changes import Change
    from drafter.ui.main_window import MainWindow
    from drafter.ui.panes.library_files import LibraryFiles
    from drafter.ui.workplace import Workplace

REPORT_FILES = (f"Reports ({' '.join(f'*{each}' for each in ALL_ENDINGS)})", "All files (*)")


class ShellActs(QObject):
    """The handlers of the window's own rows in the table of actions."""

    def __init__(self, window: MainWindow, workplace: Workplace) -> None:
        super().__init__(window)
        self._window = window
        self._place = workplace
        self._known_files: LibraryFiles | None = None

    def bind(self) -> None:
        """Join each row of the shell to what it does."""
        actions, history = self._place.actions, self._place.history
        actions.bind("report.open", self.choose_report)
        actions.bind("report.paste", self.paste_report)
        actions.bind("statement.new", self.start_statement)
        actions.bind("sample.open", self.open_sample)
        actions.bind("sample.remove", self.remove_sample)
        history.changed.connect(self._show_sample)
        actions["sample.remove"].setVisible(False)
        self._window.completed.connect(self._show_sample)
        actions.bind("library.add", self.choose_library_file)
        actions.bind("palette.open", self.find_command)
        actions.bind("keys.open", lambda: KeysDialog(actions, self._window).open())
        actions.bind("about.open", lambda: AboutDialog(self._window).open())
        history.turn = Turner(self._place.library, self._place.jobs, self._window).turn
        actions.bind("edit.undo", self._undo)
        actions.bind("edit.redo", history.redo)
        history.group.undoTextChanged.connect(self._name_undo)
        history.group.redoTextChanged.connect(self._name_redo)
        history.group.canUndoChanged.connect(actions["edit.undo"].setEnabled)
        history.group.canRedoChanged.connect(actions["edit.redo"].setEnabled)
        actions["edit.undo"].setEnabled(history.group.canUndo())
        actions["edit.redo"].setEnabled(history.group.canRedo())

    def choose_report(self) -> None:
        ask_which_one(self._window, "Open a report", REPORT_FILES, self._window.read_report)

    def paste_report(self) -> None:
        dialog = PasteDialog(self._window)
        dialog.text_given.connect(self._window.read_text)
        dialog.open()

    def start_statement(self) -> None:
        place = self._place
        change = place.history.do(
            lambda: new_response(place.library, shape=Shape.STATEMENT, by=place.preferences.person),
            stack=place.history.library_stack,
        )
        self._window.open_response(response_of(change))

    def open_sample(self) -> None:
        """Bring in the sample and open its response."""
        from drafter.services.sample import add_sample  # noqa: PLC0415 - as above

        place = self._place
        response = add_sample(place.library, resource("sample"))
        self._show_sample()
        self._window.open_response(response)
        place.notices.say(
            "This is the sample: a made-up report, library and response. Try anything; nothing here is real."
        )

    def remove_sample(self) -> None:
        """Positions and responses of the sample into the bin; home shows what is left."""
        from drafter.services.sample import remove_sample  # noqa: PLC0415 - as above

        place = self._place
        place.history.do(lambda: remove_sample(place.library, by=place.by), stack=place.history.library_stack)
        self._window.show_home()
        place.notices.say("The sample is in the bin.", offer="Undo", act=place.history.undoing())

    @property
    def _files(self) -> LibraryFiles:
        from drafter.ui.panes.library_files import LibraryFiles  # noqa: PLC0415 - as above

        if self._known_files is None:
            self._known_files = LibraryFiles(self._place, self._window)
            self._known_files.show_wanted.connect(self._window.show_arrived)
        return self._known_files

    def choose_library_file(self) -> None:
        self._files.choose_to_add()

    def add_library_file(self, *paths: Path) -> None:
        """Positions from files join the library; what came in is said, and can be undone."""
        self._files.add(*paths)

    def find_command(self) -> None:
        CommandPalette(self._place.actions, self._window).open()

    def _show_sample(self, change: Change | None = None) -> None:
        """It can be removed while it is there."""
        from drafter.services.sample import has_sample  # noqa: PLC0415 - as above

        if change is None or change.touches(Deletion, ResponseHead, Setting):
            is_there = has_sample(self._place.library)
            self._place.actions["sample.remove"].setEnabled(is_there)
            self._place.actions["sample.remove"].setVisible(is_there)

    def _undo(self) -> None:
        """At home the library's last step is out of sight: then it is said."""
        stack = self._place.history.group.activeStack()
        count, step, label = stack.count(), stack.index(), stack.undoText()
        self._place.history.undo()
        is_done = stack.index() < step and stack.count() == count  # what can no longer be undone is dropped
        if is_done and self._window.current == self._window.rows[0].name:
            self._place.notices.say(f"Taken back: {label}.")

    def _name_undo(self, label: str) -> None:
        self._place.actions["edit.undo"].setText(f"&Undo {shown(label)}".strip())

    def _name_redo(self, label: str) -> None:
        self._place.actions["edit.redo"].setText(f"&Redo {shown(label)}".strip())


def shown(label: str) -> str:
    """A label as a menu shows it: an & is no mark there."""
    return label.replace("&", "&&")
