"""What a template lacks, and which of its styles each part of a response takes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QWidget,
)

from drafter.services.templates import Fitting, Looked
from drafter.ui.widgets.labels import Heading, button, rule, text_label
from drafter.ui.widgets.laying import SPRING, column

_MADE = "Made by Drafter, in the template’s look"


class StylesDialog(QDialog):
    """A row for each part of a response; `mapping` is what she chose that is not the usual anyway."""

    def __init__(self, name: str, looked: Looked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Styles of the template")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(620, 520)
        self._looked = looked
        self._combos: dict[str, QComboBox] = {}
        usual = button("As &found", kind="plain", tip="Each part takes the style that is found by its name")
        usual.clicked.connect(self._forget)
        keep = button("Keep", kind="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(keep, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(usual, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        inner = QWidget()
        inner.setLayout(
            column(*self._report(), rule(), self._rows(), SPRING, spacing=10, margins=(0, 0, 10, 0))
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        whole = column(Heading(f"Styles of “{name}”", factor=1.3), margins=(26, 22, 22, 18))
        whole.addWidget(scroll, 1)
        whole.addWidget(buttons)
        self.setLayout(whole)
        keep.setDefault(True)  # only now: before it is in the dialog, Qt does not hear of it
        first = next(iter(self._combos.values()))
        first.setFocus()

    @property
    def mapping(self) -> dict[str, str]:
        """The style that she chose by built-in name, where it is not the one that is found anyway."""
        usual = {each.role.key: each.usual for each in self._looked.fitted.fittings}
        chosen = {key: str(combo.currentData() or "") for key, combo in self._combos.items()}
        return {key: style for key, style in chosen.items() if style and style != usual[key]}

    def combo_of(self, key: str) -> QComboBox:
        return self._combos[key]

    def _report(self) -> tuple[QWidget, ...]:
        """Everything that was found, a sentence each."""
        findings = self._looked.health.findings or ("It has all that a response needs.",)
        return tuple(text_label(each, kind="soft") for each in findings)

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for number, each in enumerate(self._looked.fitted.fittings):
            combo = self._combos[each.role.key] = self._combo(each)
            label = QLabel(each.role.words)
            label.setBuddy(combo)
            grid.addWidget(label, number, 0)
            grid.addWidget(combo, number, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _combo(self, fitting: Fitting) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(fitting.role.words)
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if not fitting.usual:
            combo.addItem(_MADE, "")
        for style in self._looked.fitted.styles:
            shown = f"{style[:1].upper()}{style[1:]}"  # as Word's own lists have it
            combo.addItem(f"{shown} (found by its name)" if style == fitting.usual else shown, style)
        at = combo.findData(fitting.style)
        combo.setCurrentIndex(max(at, 0))
        return combo

    def _forget(self) -> None:
        for each in self._looked.fitted.fittings:
            combo = self._combos[each.role.key]
            combo.setCurrentIndex(max(combo.findData(each.usual), 0))
