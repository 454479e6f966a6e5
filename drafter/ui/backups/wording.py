"""The wording of one item of a backup: as it was then, or what has become of it since."""

from PySide6.QtWidgets import QComboBox, QWidget

from drafter.domain.comparing import Comparison
from drafter.services.backups import Item, Since, reading
from drafter.store.library import Library
from drafter.ui.backups.looking import Opened
from drafter.ui.widgets.difference_view import DifferenceView
from drafter.ui.widgets.labels import text_label
from drafter.ui.widgets.laying import column


class WordingView(QWidget):
    """Without a library there is nothing to compare with."""

    def __init__(self, present: Library | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = present
        self._shown: tuple[Opened, Item] | None = None
        self.view = QComboBox()
        self.view.setAccessibleName("What to read")
        self.view.addItem("As it was then", False)
        self.view.addItem("What has changed since", True)
        self.view.setEnabled(present is not None)
        self.text = DifferenceView()
        self.text.setAccessibleName("The wording")
        self.said = text_label(kind="soft")
        self.setLayout(column(self.view, self.text, self.said, spacing=8, margins=(10, 0, 0, 0)))
        self.view.currentIndexChanged.connect(self._show)

    def show_item(self, opened: Opened, item: Item) -> None:
        self._shown = (opened, item)
        self._show()

    def clear(self, said: str = "") -> None:
        """Nothing is shown; `said` says why."""
        self._shown = None
        self.text.clear()
        self.said.setText(said)

    def _show(self) -> None:
        if self._shown is None:
            return
        opened, item = self._shown
        wants = bool(self.view.currentData())
        # Where it is no longer in the library there is nothing to compare it with.
        there = wants and item.since not in {Since.GONE, Since.UNKNOWN}
        comparison = reading(opened.copy, self._present, item, differences=there)
        self.text.show_comparison(comparison)
        self.said.setText(_about(item, comparison, differences=wants))


def _about(item: Item, comparison: Comparison, *, differences: bool) -> str:
    """What the reader should know of the words above."""
    if item.since is Since.UNKNOWN:
        return ""
    if differences and item.since in {Since.SAME, Since.CHANGED}:
        return f"From the backup to now: {comparison.sentence}."
    return f"This {item.sort} is {item.since}."
