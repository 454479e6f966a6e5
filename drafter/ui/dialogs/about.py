"""What this program is, which version, and where it keeps things."""

import platform

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from drafter import __version__
from drafter.paths import backups_folder, log_folder, resource, settings_file
from drafter.ui.widgets.labels import Heading, button, rule, text_label
from drafter.ui.widgets.laying import at_top, column, row


class AboutDialog(QDialog):
    """Facts that can be copied for someone who helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Drafter")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        mark = QSvgWidget(str(resource("icons/drafter.svg")))
        mark.setFixedSize(56, 56)
        says = "Answers a report from the words that your organisation has agreed."
        head = row(at_top(mark), spacing=16)
        head.addLayout(column(Heading("Drafter", factor=1.8), text_label(says, kind="soft"), spacing=4), 1)
        self._facts = facts()
        copy = button("Copy")
        copy.clicked.connect(self._copy)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        promise = text_label(
            "Nothing leaves this computer. Free software under the MIT licence.", kind="soft"
        )
        every = (head, rule(), self._form(), promise, buttons)
        self.setLayout(column(*every, spacing=14, margins=(24, 22, 24, 18)))

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        for name, value in self._facts.items():
            label = text_label(value)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(text_label(name, kind="soft", wrap=False), label)
        return form

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(
            "\n".join(f"{name}: {value}" for name, value in self._facts.items())
        )


def facts() -> dict[str, str]:
    """Versions and places."""
    return {
        "Version": __version__,
        "Made with": f"Python {platform.python_version()}, Qt {PySide6.__version__}",
        "Settings": str(settings_file()),
        "Backups": str(backups_folder()),
        "Log": str(log_folder()),
    }
