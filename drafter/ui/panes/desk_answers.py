"""What a passage answers: none, one or several of the recommendations, each with a box to tick."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QWidget

from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Recommendation
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import column

_ID = Qt.ItemDataRole.UserRole
_FIRST_WORDS = 14


class AnswersDialog(QDialog):
    """`chosen` brings the ids of what is ticked, in the report's order."""

    chosen = Signal(object)

    def __init__(
        self,
        recommendations: Iterable[Recommendation],
        answered: tuple[RecommendationId, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("What this passage answers")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 480)
        self.list = QListWidget()
        self.list.setAccessibleName("Recommendations")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in recommendations:
            self._append(each, ticked=each.id in answered)
        save = button("Save", kind="primary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        said = "Tick all that the words at the cursor answer. They are printed once, under the first."
        self.setLayout(
            column(
                Heading("What this passage answers", factor=1.3),
                text_label(said, kind="soft"),
                self.list,
                buttons,
                margins=(24, 20, 24, 18),
            )
        )
        save.setDefault(True)  # only now: before it is in the dialog, Qt would let Return cancel
        self.list.setCurrentRow(self._first_ticked())
        self.list.setFocus()

    def accept(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [each for each in items if each.checkState() is Qt.CheckState.Checked]
        super().accept()
        self.chosen.emit(tuple(RecommendationId(each.data(_ID)) for each in ticked))

    def _append(self, recommendation: Recommendation, *, ticked: bool) -> None:
        words = recommendation.text.split()
        first = " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")
        item = QListWidgetItem(f"{recommendation.name}: {first}" if recommendation.label else first)
        item.setData(_ID, recommendation.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _first_ticked(self) -> int:
        rows = range(self.list.count())
        return next((row for row in rows if self.list.item(row).checkState() is Qt.CheckState.Checked), 0)
