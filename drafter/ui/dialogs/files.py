"""Asking for files, in the folder she used last: which to read, where to save one, which library to open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

TABLE = "A table for a spreadsheet (*.csv)"
FILES, TEMPLATES, LIBRARIES = "files", "templates", "libraries"
"""What is kept in folders of its own: each kind is asked for where the last of its kind was."""


def last_folder(kind: str = FILES) -> Path:
    """Where a file was read or written last; her documents where that is not there, or at first.

    Where there is no such folder either, her home: Qt would take its name for that of a file.
    """
    kept = str(QSettings().value(f"{kind}/folder") or "")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = (Path(each) for each in (kept, documents) if each)
    return next((each for each in folders if each.is_dir()), Path.home())


def ask_which(
    parent: QWidget, title: str, kinds: tuple[str, ...], take: Callable[[tuple[Path, ...]], object]
) -> None:
    """Which files are to be read, one or several."""
    dialog = _asked(parent, title, kinds, FILES)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: take(tuple(map(Path, names))))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_which_one(
    parent: QWidget,
    title: str,
    kinds: tuple[str, ...],
    take: Callable[[Path], object],
    *,
    kind: str = FILES,
) -> None:
    """Which file is to be read."""
    dialog = _asked(parent, title, kinds, kind)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    _open(dialog, lambda name: take(Path(name)))


def ask_which_template(parent: QWidget, take: Callable[[Path], object]) -> None:
    """Which Word file is to be a template."""
    kinds = ("Word files (*.docx *.dotx)",)
    ask_which_one(parent, "Choose a Word template", kinds, take, kind=TEMPLATES)


def _asked(parent: QWidget, title: str, kinds: tuple[str, ...], kind: str) -> QFileDialog:
    """A dialog that begins where the last file of its kind was, and remembers where this one is."""

    def remember(names: list[str]) -> None:
        QSettings().setValue(f"{kind}/folder", str(Path(names[0]).parent))

    dialog = QFileDialog(parent, title, str(last_folder(kind)))
    dialog.setNameFilters(kinds)
    dialog.filesSelected.connect(remember)
    return dialog


def ask_where(
    parent: QWidget,
    title: str,
    offered: str,
    kinds: tuple[str, ...],
    take: Callable[[str], object],
    *,
    kind: str = FILES,
) -> None:
    """Where a file is to be saved; the first kind is the usual one, and a name without an ending gets its.

    `offered` may name a folder too.
    """
    dialog = _asked(parent, title, kinds, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(kinds[0].rpartition("*.")[2].rstrip(")"))
    dialog.selectFile(offered)
    _open(dialog, take)


def ask_for_library(parent: QWidget, near: Path, take: Callable[[str], object]) -> None:
    """One that is there, or the name of a new one."""
    dialog = QFileDialog(
        parent, "Open a library, or name a new one", str(near.parent), "Libraries (*.drafter)"
    )
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix("drafter")
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Open")
    _open(dialog, take)


def _open(dialog: QFileDialog, take: Callable[[str], object]) -> None:
    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
