"""Pictures of every screen, light and dark, on the sample; `python3 dev.py screenshots` runs this.

They are made for eyes and never compared by pixel. To picture another screen, add a row to the SHOTS
of its room in tests/shots.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtWidgets import QApplication

from drafter.settings import ThemeChoice
from drafter.ui.theme import Theme
from tests.exported_pages import picture_pages
from tests.shots.desk import DESK_SHOTS
from tests.shots.export import EXPORT_SHOTS
from tests.shots.library import LIBRARY_SHOTS
from tests.shots.reader import READER_SHOTS
from tests.shots.shell import SHELL_SHOTS
from tests.shots.stage import (
    ASKEW,
    Shot,
    a_desktop_face,
    settle,
    staged,
)

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "screenshots"
README_FOLDER = ROOT / "docs" / "screenshots"
README_SIZE = QSize(960, 540)
SHOTS = (*SHELL_SHOTS, *DESK_SHOTS, *READER_SHOTS, *LIBRARY_SHOTS, *EXPORT_SHOTS)


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
