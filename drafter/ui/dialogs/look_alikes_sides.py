"""Two positions beside each other, the words that only one of them has marked in each."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drafter.domain.comparing import ComparedParagraph, Comparison, Mark, compare
from drafter.domain.fields import british_date
from drafter.services.lookalikes import Side, Sides
from drafter.ui.widgets.difference_view import DifferenceView
from drafter.ui.widgets.labels import Elided
from drafter.ui.widgets.pill import status_pill


class SideView(QWidget):
    """One of the two: title, how it stands, and its words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Elided(bold=True)
        self._standing = QHBoxLayout()
        self._said = Elided(kind="soft")
        self._standing.addWidget(self._said, 1)
        self.words = DifferenceView()
        self.words.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(self._standing)
        column.addWidget(self.words, 1)

    def show_side(self, side: Side, comparison: Comparison) -> None:
        self.title.setText(side.wording.title)
        while self._standing.count() > 1:
            item = self._standing.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._standing.insertWidget(0, status_pill(side.status))
        self._said.setText(side_words(side))
        self.words.show_comparison(comparison)


class TwoSides(QWidget):
    """Left and right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.left, self.right = SideView("Left"), SideView("Right")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(14)
        across.addWidget(self.left, 1)
        across.addWidget(self.right, 1)

    def show_sides(self, sides: Sides) -> str:
        """Both; the difference in a sentence."""
        first, second = sides
        comparison = compare(first.wording.text, second.wording.text)
        self.left.show_side(first, _without(comparison, Mark.ADDED))
        self.right.show_side(second, _without(comparison, Mark.REMOVED))
        return f"{comparison.sentence}, from left to right."


def side_words(side: Side) -> str:
    """How often they were used, by whom and when these words were written, and whose they are."""
    used = "never used" if not side.uses else f"used in {side.uses} response{'' if side.uses == 1 else 's'}"
    written = f"{british_date(side.revision.at.astimezone().date())}"
    if side.revision.by:
        written += f" by {side.revision.by}"
    return " · ".join(filter(None, (used, written, f"owner {side.owner}" if side.owner else "")))


def _without(comparison: Comparison, mark: Mark) -> Comparison:
    """One side of it: what only the other has is left away."""
    kept = (_kept(each, mark) for each in comparison.paragraphs if each.mark is not mark)
    return Comparison(paragraphs=tuple(each for each in kept if each.pieces))


def _kept(paragraph: ComparedParagraph, mark: Mark) -> ComparedParagraph:
    return replace(paragraph, pieces=tuple(each for each in paragraph.pieces if each.mark is not mark))
