"""Asking for files, in the folder she used last: which to read, where to save one, which library to open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

TABLE = "A table for a spreadsheet (*.csv)"
_FOLDER = "files/folder"


def last_folder() -> Path:
    """Where a file was read or written last; her documents where that is not there, or at first."""
    kept = str(QSettings().value(_FOLDER) or "")
    if kept and Path(kept).is_dir():
        return Path(kept)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def ask_which(
    parent: QWidget, title: str, kinds: tuple[str, ...], take: Callable[[tuple[Path, ...]], object]
) -> None:
    """Which files are to be read, one or several."""
    _ask_to_read(parent, title, kinds, take, QFileDialog.FileMode.ExistingFiles)


def ask_which_one(
    parent: QWidget, title: str, kinds: tuple[str, ...], take: Callable[[Path], object]
) -> None:
    """Which file is to be read."""
    _ask_to_read(parent, title, kinds, lambda chosen: take(chosen[0]), QFileDialog.FileMode.ExistingFile)


def _ask_to_read(
    parent: QWidget,
    title: str,
    kinds: tuple[str, ...],
    take: Callable[[tuple[Path, ...]], object],
    mode: QFileDialog.FileMode,
) -> None:
    dialog = QFileDialog(parent, title, str(last_folder()))
    dialog.setNameFilters(kinds)
    dialog.setFileMode(mode)
    dialog.filesSelected.connect(_remember)
    dialog.filesSelected.connect(lambda names: take(tuple(map(Path, names))))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _remember(names: list[str]) -> None:
    QSettings().setValue(_FOLDER, str(Path(names[0]).parent))


def ask_where(
    parent: QWidget, title: str, offered: str, kinds: tuple[str, ...], take: Callable[[str], object]
) -> None:
    """Where a file is to be saved; the first kind is the usual one, and a name without an ending gets its."""
    dialog = QFileDialog(parent, title, str(last_folder()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(kinds[0].rpartition("*.")[2].rstrip(")"))
    dialog.selectFile(offered)
    dialog.filesSelected.connect(_remember)
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
