"""The library lies where another program writes too: said once, in plain words, with a better place."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from drafter.services.moving import is_share
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, column, row


class SynchronisedDialog(QDialog):
    """Escape leaves it there."""

    move_wanted = Signal(object)
    """To this Path."""

    def __init__(self, library: Path, who: str, target: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Where your library lies")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(580)
        self._target = target
        self.move_it = button("&Move it to this computer", kind="primary", tip=f"To {target}")
        self.leave = button("&Leave it there")
        self.move_it.clicked.connect(self._move)
        self.leave.clicked.connect(self.reject)
        whole = column(
            Heading(_title(who), factor=1.5),
            text_label(f"It lies in “{library.parent}”. {_why(who)}"),
            text_label(
                f"Drafter can move it to {target}: it is copied, checked and opened there, and the old file "
                "stays under a name that says so. Word files and other exports may lie wherever you like."
            ),
            4,
            row(SPRING, self.leave, self.move_it),
            spacing=12,
            margins=(28, 24, 28, 20),
        )
        self.setLayout(whole)
        self.move_it.setDefault(True)  # in the dialog: set before, Qt would not hear of it

    def _move(self) -> None:
        self.accept()
        self.move_wanted.emit(self._target)


def _title(who: str) -> str:
    return "Your library lies on a network share" if is_share(who) else f"{who} synchronises your library"


def _why(who: str) -> str:
    if is_share(who):
        return (
            "When the connection breaks while Drafter writes, a library on another computer can be damaged, "
            "and two people who open it at once can lose each other’s words."
        )
    return (
        f"{who} copies files while Drafter still writes in them, and puts other versions in their place. "
        "That can damage a library, or bring back an older one without a word."
    )
