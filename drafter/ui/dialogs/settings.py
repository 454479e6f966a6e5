"""What the officer can choose: who she is, how it looks, her usual template, and where her library is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from drafter.settings import ThemeChoice
from drafter.ui.dialogs.files import ask_for_library
from drafter.ui.dialogs.person_form import PersonForm
from drafter.ui.dialogs.templates_box import TemplatesBox
from drafter.ui.widgets.labels import Elided, Heading, button, rule
from drafter.ui.workplace import KeptPreferences

THEMES = ((ThemeChoice.SYSTEM, "As the &system"), (ThemeChoice.LIGHT, "&Light"), (ThemeChoice.DARK, "&Dark"))


class SettingsDialog(QDialog):
    """Look, spelling and style hold as they are chosen, back again with Cancel; the rest waits for Save."""

    library_wanted = Signal(Path)
    """Work in this library from now on."""
    backups_wanted = Signal()
    """What was chosen is saved; she wants to look into the backups."""

    def __init__(
        self,
        kept: KeptPreferences,
        library: Path,
        parent: QWidget | None = None,
        *,
        spelling: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(960)
        self._kept = kept
        self._before = kept.value
        self.library = library
        self._form = PersonForm(kept.person)
        self.templates = TemplatesBox(kept.value)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 24, 28, 20)
        whole.setSpacing(16)
        sides = QHBoxLayout()
        sides.setSpacing(36)
        # Side by side: one below the other they are taller than a small laptop's screen.
        sides.addLayout(self._left(spelling), 1)
        sides.addLayout(self._right(), 1)
        whole.addLayout(sides, 1)
        whole.addWidget(self._buttons())
        self._form.begin()

    def accept(self) -> None:
        super().accept()
        chosen = self.templates.preferences
        self._kept.choose(
            replace(
                self._kept.value,
                person=self._form.person,
                template=chosen.template,
                templates=chosen.templates,
            )
        )

    def reject(self) -> None:
        super().reject()
        before = self._before
        self._kept.choose(
            replace(self._kept.value, theme=before.theme, spelling=before.spelling, advice=before.advice)
        )

    # --- from the top

    def _left(self, spelling: QWidget | None) -> QVBoxLayout:
        column = _column(Heading("Who you are", factor=1.3), self._form, rule())
        column.addWidget(Heading("How it looks", factor=1.3))
        column.addLayout(self._themes())
        column.addWidget(rule())
        column.addWidget(Heading("Spelling and style", factor=1.3))
        if spelling is not None:
            column.addWidget(spelling)
        column.addWidget(self._advice())
        column.addStretch()
        return column

    def _advice(self) -> QCheckBox:
        made = QCheckBox("Advice on long sentences and &words in capitals")
        made.setObjectName("advice")
        made.setToolTip("In the readiness list, as advice: good statements may have both")
        made.setChecked(self._kept.value.advice)
        made.toggled.connect(lambda on: self._kept.choose(replace(self._kept.value, advice=on)))
        return made

    def _right(self) -> QVBoxLayout:
        column = _column(Heading("Word templates", factor=1.3), self.templates, rule())
        column.addWidget(Heading("Library", factor=1.3))
        column.addLayout(self._library_row())
        column.addStretch()
        return column

    def _themes(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        group = QButtonGroup(self)
        for choice, words in THEMES:
            radio = QRadioButton(words)
            radio.setObjectName(f"theme-{choice.value}")
            radio.setChecked(self._kept.value.theme is choice)
            radio.clicked.connect(lambda _on=False, choice=choice: self._choose_theme(choice))
            group.addButton(radio)
            row.addWidget(radio)
        row.addStretch()
        return row

    def _library_row(self) -> QVBoxLayout:
        show = button("Show the folder", kind="plain")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.library.parent))))
        other = button("Open another…", tip="Work in another library, or begin a new one")
        other.clicked.connect(self._choose_library)
        self.backups = button("Backups…", tip="Look into a copy from before, and bring back what you need")
        self.backups.clicked.connect(self._show_backups)
        lines = QVBoxLayout()
        lines.addWidget(Elided(str(self.library)))
        lines.addLayout(_line(QWidget(), show, self.backups, other))
        return lines

    def _buttons(self) -> QDialogButtonBox:
        save = button("Save", kind="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)  # in the dialog: set before, Qt would let Return cancel
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    # --- choosing

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._kept.choose(replace(self._kept.value, theme=choice))

    def _choose_library(self) -> None:
        ask_for_library(self, self.library, self.take_library)

    def _show_backups(self) -> None:
        self.accept()
        self.backups_wanted.emit()

    def take_library(self, name: str) -> None:
        """Save, and ask for this library."""
        self.accept()
        self.library_wanted.emit(Path(name))


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    for each in widgets:
        column.addWidget(each)
    return column


def _line(words: QWidget, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(words, 1)
    for each in buttons:
        row.addWidget(each)
    return row
