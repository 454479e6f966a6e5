"""The outline of a draft: its sections in order, what each answers, how long it is; what drops on them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from drafter.domain.checks import Draft
from drafter.domain.checks.lengths import measured
from drafter.domain.fields import first_words, joined_labels
from drafter.domain.records.ids import SectionId
from drafter.domain.records.responses import Section
from drafter.domain.richtext import resolve
from drafter.ui.models.recommendations import RECOMMENDATIONS, dropped_recommendations
from drafter.ui.text.clipboard import POSITION, blank_data
from drafter.ui.text.draft_edit import dropped_position

SECTION = "application/x-drafter-section"
"""A section of the draft by its id: where it is dropped, it goes."""

OUTLINE_ROW = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its OutlineRow."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FIRST_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineRow:
    """One section as the outline tells it."""

    section: SectionId
    title: str
    answers: str
    """“Recommendations 4 and 7”, where it answers any."""
    first_words: str
    length: str
    """“212 words”, or "212 of 300 words" where what it answers has a limit."""
    is_over: bool = False
    is_empty: bool = False

    @property
    def said(self) -> str:
        """As a screen reader says it."""
        answers = f"answers {self.answers[:1].lower()}{self.answers[1:]}" if self.answers else ""
        over = "over its limit" if self.is_over else ""
        return ", ".join(filter(None, (self.title, self.length, over, answers, self.first_words)))


def outline_rows(draft: Draft, names: Mapping[str, str]) -> Iterator[OutlineRow]:
    """A row a section; `names` says what to call those without a heading."""
    known = draft.recommendations
    sections = draft.response.sections
    for number, section in enumerate(sections):
        answered = tuple(known[each] for each in section.answers if each in known)
        length = measured(draft, answered[0]) if len(answered) == 1 else None
        words = "1 word" if section.words == 1 else f"{section.words:,} words"
        labels = joined_labels(answered)
        fallback = "Opening" if number == 0 and len(sections) > 1 else f"Section {number + 1}"
        yield OutlineRow(
            section=section.id,
            title=section.heading or names.get(section.id) or fallback,
            answers=labels[:1].upper() + labels[1:],
            first_words=_first_words(draft, section),
            length=length.words if length is not None else words,
            is_over=length is not None and length.is_over,
            is_empty=not section.words,
        )


def _first_words(draft: Draft, section: Section) -> str:
    """With its merge fields filled in, as on the page."""
    first = next((each for each in section.passages if not each.text.is_empty), None)
    if first is None:
        return "Nothing is written here yet"
    known = draft.recommendations
    values = draft.values.answering(tuple(known[each] for each in first.answers if each in known))
    return first_words(resolve(first.text, values).plain, _FIRST_WORDS)


class OutlineModel(QAbstractListModel):
    """Read-only: what is dropped is told, and the draft is changed by whoever hears it."""

    section_dropped = Signal(str, int)
    """A section, by its id, shall stand before the row of this number."""
    recommendations_dropped = Signal(str, object)
    """The section that shall answer these."""
    position_dropped = Signal(str, str)
    """The section into which this position shall go."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OutlineRow, ...] = ()

    @property
    def rows(self) -> tuple[OutlineRow, ...]:
        return self._rows

    def show_rows(self, rows: tuple[OutlineRow, ...]) -> None:
        """While the same sections stand in it, only what changed is told anew."""
        if [each.section for each in rows] != [each.section for each in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for number, (was, now) in enumerate(zip(before, rows, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(number), self.index(number))

    def row_of(self, section: SectionId) -> int | None:
        return next((at for at, each in enumerate(self._rows) if each.section == section), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == OUTLINE_ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.title, row.answers, row.first_words)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemIsDropEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    # --- dragging and dropping

    def mimeTypes(self) -> list[str]:
        return [SECTION, RECOMMENDATIONS, POSITION]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = blank_data()
        first = next(iter(indexes), None)
        if first is not None:
            made.setData(SECTION, str(self._rows[first.row()].section).encode())
        return made

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        """A section goes between others or onto one; the rest onto one."""
        return data.hasFormat(SECTION) or (
            parent.isValid() and (data.hasFormat(RECOMMENDATIONS) or data.hasFormat(POSITION))
        )

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Tells of it, and leaves the rows as they are: they follow the draft."""
        if data.hasFormat(SECTION):
            before = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
            self.section_dropped.emit(bytes(data.data(SECTION).data()).decode("ascii", "replace"), before)
        elif parent.isValid():
            self._take(data, self._rows[parent.row()].section)
        return False

    def _take(self, data: QMimeData, section: SectionId) -> None:
        if recommendations := dropped_recommendations(data):
            self.recommendations_dropped.emit(section, recommendations)
        elif position := dropped_position(data):
            self.position_dropped.emit(section, position)
