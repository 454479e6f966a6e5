"""What the officer can choose: who she is, how it looks, her usual template, and where her library is."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from drafter.settings import ThemeChoice
from drafter.ui.dialogs.person_form import PersonForm
from drafter.ui.widgets.labels import Elided, Heading, button, rule
from drafter.ui.workplace import KeptPreferences

THEMES = ((ThemeChoice.SYSTEM, "As the &system"), (ThemeChoice.LIGHT, "&Light"), (ThemeChoice.DARK, "&Dark"))
OWN_TEMPLATE = "Drafter’s own"


class SettingsDialog(QDialog):
    """The look changes as it is chosen, and back with Cancel; all else is kept with Save."""

    library_wanted = Signal(Path)
    """Work in this library from now on."""

    def __init__(self, kept: KeptPreferences, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(600)
        self._kept = kept
        self._before = kept.value
        self._template = kept.value.template
        self.library = library
        self._form = PersonForm(kept.person)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(12)
        column.addWidget(Heading("Who you are", factor=1.3))
        column.addWidget(self._form)
        column.addWidget(rule())
        column.addWidget(Heading("How it looks", factor=1.3))
        column.addLayout(self._themes())
        column.addWidget(rule())
        column.addWidget(Heading("Usual Word template", factor=1.3))
        column.addLayout(self._template_row())
        column.addWidget(rule())
        column.addWidget(Heading("Library", factor=1.3))
        column.addLayout(self._library_row())
        column.addSpacing(4)
        column.addWidget(self._buttons())
        self._form.begin()

    def accept(self) -> None:
        super().accept()
        self._kept.choose(replace(self._kept.value, person=self._form.person, template=self._template))

    def reject(self) -> None:
        super().reject()
        self._kept.choose(replace(self._kept.value, theme=self._before.theme))

    # --- from the top

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

    def _template_row(self) -> QHBoxLayout:
        self._template_words = Elided(self._template_name())
        choose = button("Choose…", tip="A Word file whose styles, header and footer your responses take")
        choose.clicked.connect(self._choose_template)
        self._own = button("Use Drafter’s own", kind="plain")
        self._own.clicked.connect(lambda: self.take_template(None))
        self._own.setEnabled(self._template is not None)
        return _line(self._template_words, self._own, choose)

    def _library_row(self) -> QHBoxLayout:
        show = button("Show the folder", kind="plain")
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.library.parent))))
        other = button("Open another…", tip="Work in another library, or begin a new one")
        other.clicked.connect(self._choose_library)
        return _line(Elided(str(self.library)), show, other)

    def _buttons(self) -> QDialogButtonBox:
        save = button("Save", kind="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)  # in the dialog: set before, Qt would let Return cancel
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @property
    def template_words(self) -> str:
        return self._template_words.whole

    # --- choosing

    def _choose_theme(self, choice: ThemeChoice) -> None:
        self._kept.choose(replace(self._kept.value, theme=choice))

    def _choose_template(self) -> None:
        dialog = QFileDialog(self, "Choose a Word template", "", "Word files (*.docx *.dotx)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_template(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_template(self, template: Path | None) -> None:
        """Show this template as the usual one; Save keeps it."""
        self._template = template
        self._template_words.setText(self._template_name())
        self._own.setEnabled(template is not None)

    def _template_name(self) -> str:
        return str(self._template) if self._template is not None else OWN_TEMPLATE

    def _choose_library(self) -> None:
        dialog = QFileDialog(
            self, "Open a library, or name a new one", str(self.library.parent), "Libraries (*.drafter)"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix("drafter")
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Open")
        dialog.fileSelected.connect(self.take_library)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_library(self, name: str) -> None:
        """Save, and ask for this library."""
        self.accept()
        self.library_wanted.emit(Path(name))


def _line(words: QWidget, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(words, 1)
    for each in buttons:
        row.addWidget(each)
    return row
