"""What the library has, as cards: how each stands, where it was used, and what speaks against it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Entry
from drafter.services.finding import Suggestion
from drafter.ui.text.clipboard import POSITION
from drafter.ui.text.draft_edit import position_mime

CARD = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its Card."""

_MARKS = str.maketrans("", "", "\x02\x03")

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One position that was found. What is empty is not said."""

    entry: Entry
    snippet: str = ""
    why: str = ""
    """Why it is offered."""
    review: str = ""
    last_use: str = ""
    warning: str = ""
    """That its usual stance contradicts hers."""
    is_here: bool = False
    """The draft has it already."""

    @classmethod
    def of_suggestion(cls, given: Suggestion, *, here: frozenset[PositionId]) -> "Card":
        return cls(
            entry=given.entry,
            snippet=given.hit.snippet,
            why=given.answered or matches(given.words),
            review=given.review,
            last_use=given.last_use,
            warning=given.warning,
            is_here=given.entry.id in here,
        )

    @property
    def id(self) -> PositionId:
        return self.entry.id

    @property
    def is_overdue(self) -> bool:
        return self.review.startswith("Overdue")

    @property
    def standing(self) -> str:
        """Kind, status and review in words."""
        said = [self.entry.kind.value.capitalize(), self.entry.status.value]
        if self.review:
            said.append(self.review[:1].lower() + self.review[1:])
        elif self.entry.has_newer_draft:
            said.append("a newer draft waits")
        return " · ".join(said)

    @property
    def words(self) -> str:
        """The words around the match, or its first."""
        return (self.snippet or self.entry.first_words).translate(_MARKS)


def matches(words: Iterable[str]) -> str:
    """Say which words it shares, as in "Matches expenses, travel"."""
    named = ", ".join(words)
    return f"Matches {named}" if named else ""


class SuggestionsModel(QAbstractListModel):
    """Best first; a row can be dragged into the draft."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[Card, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        return self._cards

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        if [each.id for each in cards] == [each.id for each in self._cards]:
            before, self._cards = self._cards, cards
            for row, (was, now) in enumerate(zip(before, cards, strict=True)):
                if was != now:
                    self.dataChanged.emit(self.index(row), self.index(row))
            return
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            here = "already in the draft" if card.is_here else ""
            said = (card.entry.title, card.standing, card.warning, card.why, card.last_use, here)
            return ". ".join(filter(None, said))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (card.entry.title, card.why, card.last_use)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return [POSITION]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        first = next(iter(indexes), None)
        return position_mime(self._cards[first.row()].id) if first is not None else QMimeData()

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction
