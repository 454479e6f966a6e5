"""The library cannot be opened: what is wrong, and what she can do about it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from drafter.domain.errors import DrafterError, LibraryDamaged, LibraryReadOnly
from drafter.services.backups import in_words
from drafter.store.backup import Backup
from drafter.ui.dialogs.files import ask_for_library
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, column, row

_LOOKING = "Looking for the newest good backup…"
_NO_BACKUP = "No good backup of it was found."
_ASIDE = "The file that cannot be opened is not deleted then: it is set aside under a name that says so."


class LibraryUnavailableDialog(QDialog):
    """A backup, a copy elsewhere, another try, another place, or quit: it stays until one is chosen."""

    again = Signal(Path)
    quit_wanted = Signal()
    restore_wanted = Signal(object)
    """This Backup in its place."""
    backups_wanted = Signal()
    """To look into them first."""
    read_wanted = Signal()
    """As it is, without writing."""
    copy_wanted = Signal()
    """Copied to the usual place, and opened there."""

    def __init__(self, library: Path, error: DrafterError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Drafter")
        self.setMinimumWidth(600)
        self.library = library
        self._found: Backup | None = None
        self.sentence = error.sentence
        self._is_read_only = isinstance(error, LibraryReadOnly)
        self.takes_backup = isinstance(error, LibraryDamaged) or (
            not library.exists() and library.parent.is_dir()
        )
        """Whether a backup in its place would mend it."""
        self._make_buttons()
        self._lay_out()
        self._say_first()

    def _make_buttons(self) -> None:
        self.retry = _act("Try again", lambda: self.take(self.library))
        self.other = _act(
            "Another library…", self._choose, "Open one that lies elsewhere, or begin a new one"
        )
        self.leave = _act("Quit", self.reject, kind="plain")
        self.look = _act("Look into it &first…", self.backups_wanted.emit, "See what is in each backup")
        self.bring = _act(
            "Bring it back", self._bring, "The newest good backup, in the place of your library"
        )
        self.read = _act("&Only read it", self._take_to_read, "Nothing that you change is kept")
        self.copy = _act(
            "&Copy it to this computer", self._take_copy, "And open the copy, which can be written"
        )

    def _lay_out(self) -> None:
        where = text_label(str(self.library), kind="soft")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said = text_label(_LOOKING)
        self._besides = text_label(kind="bad")
        self._besides.hide()
        mending = row(SPRING, self.look, self.bring, self.read, self.copy)
        whole = column(
            Heading("Your library cannot be opened", factor=1.5),
            self._besides,
            text_label(self.sentence),
            *(() if str(self.library) in self.sentence else (where,)),
            self.said,
            mending,
            4,
            row(self.leave, SPRING, self.other, self.retry),
            spacing=12,
            margins=(28, 24, 28, 20),
        )
        self.setLayout(whole)

    def _say_first(self) -> None:
        """What is offered before it is known whether there is a backup."""
        for each in (self.read, self.copy):
            each.setVisible(self._is_read_only)
        for each in (self.look, self.bring):
            each.setVisible(False)
        self.said.setVisible(self.takes_backup)
        self._make_main(self.copy if self._is_read_only else self.retry)

    def show_backup(self, found: Backup | None, *, others: bool) -> None:
        """What was found; `others`: there is something to look into."""
        self._found = found
        self.look.setVisible(others)
        if not self.takes_backup:
            self.look.setText("&Backups…")
            return
        self.said.setText(_ASIDE if found is not None else _NO_BACKUP)
        if found is not None:
            self.bring.setText(f"&Bring back the backup of {in_words(found.at)}")
            self.bring.show()
            self._make_main(self.bring)

    def say_besides(self, sentence: str) -> None:
        """What went wrong when it was to be mended."""
        self._besides.setText(sentence)
        self._besides.show()

    def _make_main(self, wanted: QPushButton) -> None:
        for each in (self.retry, self.bring, self.copy):
            each.setProperty("kind", "primary" if each is wanted else "")
            each.setDefault(each is wanted)
            each.style().unpolish(each)
            each.style().polish(each)
        wanted.setFocus()

    def reject(self) -> None:
        super().reject()
        self.quit_wanted.emit()

    def _bring(self) -> None:
        if self._found is not None:
            self.accept()
            self.restore_wanted.emit(self._found)

    def _take_to_read(self) -> None:
        self.accept()
        self.read_wanted.emit()

    def _take_copy(self) -> None:
        self.accept()
        self.copy_wanted.emit()

    def _choose(self) -> None:
        ask_for_library(self, self.library, lambda name: self.take(Path(name)))

    def take(self, library: Path) -> None:
        """Try this library."""
        self.accept()
        self.again.emit(library)


def _act(words: str, act: Callable[[], object], tip: str = "", *, kind: str = "") -> QPushButton:
    made = button(words, kind=kind, tip=tip)
    made.clicked.connect(lambda _checked: act())
    return made
