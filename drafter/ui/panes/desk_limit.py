"""How long the response may be as a whole: a number and what it counts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QSpinBox, QWidget

from drafter.domain.records.reports import Limit, LimitUnit
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, column, row

_MOST = 999_999


class LimitDialog(QDialog):
    """`chosen` brings a Limit, or None for no limit."""

    chosen = Signal(object)

    def __init__(self, limit: Limit | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Length of the response")
        self.setMinimumWidth(460)
        self.count = QSpinBox()
        self.count.setRange(0, _MOST)
        self.count.setGroupSeparatorShown(True)
        self.count.setSpecialValueText("No limit")
        self.count.setSingleStep(100)
        self.count.setAccessibleName("At most")
        self.count.setValue(limit.count if limit is not None else 0)
        self.unit = QComboBox()
        self.unit.setAccessibleName("What is counted")
        for unit in LimitUnit:
            self.unit.addItem(unit.value, unit)
        self.unit.setCurrentIndex(self.unit.findData(limit.unit if limit is not None else LimitUnit.WORDS))
        label = text_label("At &most", wrap=False)
        label.setBuddy(self.count)
        save = button("Save", kind="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.setLayout(
            column(
                Heading("Length of the response", factor=1.3),
                text_label(
                    "As the form or the call for evidence says. It is counted while you write.", kind="soft"
                ),
                row(label, self.count, self.unit, SPRING),
                buttons,
                margins=(24, 20, 24, 18),
            )
        )
        save.setDefault(True)  # only now: before it is in the dialog, Qt would let Return cancel
        self.count.selectAll()
        self.count.setFocus()

    def accept(self) -> None:
        many = self.count.value()
        super().accept()
        self.chosen.emit(Limit(count=many, unit=LimitUnit(self.unit.currentData())) if many else None)
