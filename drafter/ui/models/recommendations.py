"""The recommendations of a report as the desk lists them: under their headings, with stance and coverage."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.domain.coverage import Cover, Coverage, Covered
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.responses import Shape
from drafter.domain.records.stances import Stance
from drafter.ui.text.clipboard import blank_data

RECOMMENDATIONS = "application/x-drafter-recommendations"
"""Recommendations by their ids, as a JSON list: what they are dropped on answers them."""

COVERED = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its Covered; a heading gives None."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Show(Enum):
    """Which recommendations are listed, besides those of one stance."""

    ALL = auto()
    OPEN = auto()
    SET_ASIDE = auto()


Filter = Show | Stance


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list: a heading, or one recommendation."""

    heading: str = ""
    covered: Covered | None = None


def wanted_by(given: Filter, covered: Covered) -> bool:
    """Whether a filter lets a recommendation through."""
    match given:
        case Show.ALL:
            return True
        case Show.OPEN:
            return is_open(covered)
        case Show.SET_ASIDE:
            return covered.taken.set_aside
        case Stance():
            return covered.stance is given


def is_open(covered: Covered) -> bool:
    """Something is still to be done: in a statement, what it neither mentions nor has set aside."""
    if covered.cover is Cover.NOT_COVERED:
        return not covered.taken.set_aside
    return covered.cover.is_open


def cover_words(covered: Covered) -> str:
    """How it stands, in the words of the list."""
    if covered.cover is Cover.NOT_COVERED and not covered.taken.set_aside:
        return "not mentioned"
    return covered.cover.value


class RecommendationsModel(QAbstractListModel):
    """Headings cannot be chosen. While the same rows stand in it, only what changed is told anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._coverage = Coverage(shape=Shape.POINT_BY_POINT)
        self._filter: Filter = Show.ALL
        self._heading: str | None = None
        self._kept: frozenset[RecommendationId] = frozenset()
        self._rows: tuple[Row, ...] = ()

    @property
    def filter(self) -> Filter:
        return self._filter

    def show_coverage(self, coverage: Coverage) -> None:
        """How the response stands now."""
        self._coverage = coverage
        self._take(tuple(self._rows_of()))

    def set_filter(self, wanted: Filter) -> None:
        self._filter = wanted
        self._take(tuple(self._rows_of()))

    def set_heading(self, heading: str | None) -> None:
        """Only what stands under this heading of the report; None: under any."""
        self._heading = heading
        self._take(tuple(self._rows_of()))

    @property
    def headings(self) -> tuple[str, ...]:
        """Those of the report, in its order."""
        return tuple(dict.fromkeys(each.recommendation.heading for each in self._coverage.recommendations))

    @property
    def is_narrowed(self) -> bool:
        return self._filter is not Show.ALL or self._heading is not None

    def keep(self, wanted: Iterable[RecommendationId]) -> None:
        """These stay listed whatever the filter says: what is worked on does not vanish under her hands."""
        self._kept = frozenset(wanted)
        self._take(tuple(self._rows_of()))

    def count(self, wanted: Filter) -> int:
        """How many a filter would let through, under the heading that is chosen."""
        return sum(
            wanted_by(wanted, each) and self._is_under(each) for each in self._coverage.recommendations
        )

    def _is_under(self, covered: Covered) -> bool:
        return self._heading in {None, covered.recommendation.heading}

    def covered(self, row: int) -> Covered | None:
        return self._rows[row].covered if 0 <= row < len(self._rows) else None

    def row_of(self, recommendation: RecommendationId) -> int | None:
        return next(
            (
                number
                for number, each in enumerate(self._rows)
                if each.covered is not None and each.covered.recommendation.id == recommendation
            ),
            None,
        )

    def next_open(self, after: int, step: int) -> int | None:
        """The row of the next one that something is to be done about, round the end."""
        many = len(self._rows)
        around = ((after + step * far) % many for far in range(1, many + 1)) if many else iter(())
        return next(
            (row for row in around if (each := self.covered(row)) is not None and is_open(each)), None
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == COVERED:
            return row.covered
        if role == Qt.ItemDataRole.DisplayRole:
            return row.heading if row.covered is None else _line(row.covered)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.heading if row.covered is None else _said(row.covered)
        if role == Qt.ItemDataRole.ToolTipRole and row.covered is not None:
            return _tip(row.covered)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].covered is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return [RECOMMENDATIONS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = (self.covered(each.row()) for each in indexes)
        made = blank_data()
        ids = [each.recommendation.id for each in dragged if each is not None]
        made.setData(RECOMMENDATIONS, json.dumps(ids).encode())
        return made

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def _rows_of(self) -> Iterator[Row]:
        heading = ""
        for each in self._coverage.recommendations:
            is_wanted = wanted_by(self._filter, each) and self._is_under(each)
            if not is_wanted and each.recommendation.id not in self._kept:
                continue
            if each.recommendation.heading and each.recommendation.heading != heading:
                heading = each.recommendation.heading
                yield Row(heading=heading)
            yield Row(covered=each)

    def _take(self, rows: tuple[Row, ...]) -> None:
        if rows == self._rows:
            return
        if [_key(each) for each in rows] != [_key(each) for each in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for number, (was, now) in enumerate(zip(before, rows, strict=True)):
            if was != now:
                self.dataChanged.emit(self.index(number), self.index(number))


def _key(row: Row) -> str:
    return row.heading if row.covered is None else row.covered.recommendation.id


def _line(covered: Covered) -> str:
    label = covered.recommendation.label
    return f"{label}  {covered.recommendation.text}" if label else covered.recommendation.text


def _tip(covered: Covered) -> str:
    """What has no room in the row."""
    taken = covered.taken
    return "\n".join(
        filter(None, (cover_words(covered).capitalize(), taken.reason, taken.note and f"Note: {taken.note}"))
    )


def _said(covered: Covered) -> str:
    """As a screen reader says it."""
    first = " ".join(covered.recommendation.text.split()[:12])
    return f"{covered.recommendation.name}, {covered.stance.phrase}, {cover_words(covered)}: {first}"


def dropped_recommendations(data: QMimeData) -> tuple[RecommendationId, ...]:
    """What is dropped; nothing where it is something else, or not as it should be."""
    if not data.hasFormat(RECOMMENDATIONS):
        return ()
    try:
        found = json.loads(bytes(data.data(RECOMMENDATIONS).data()))
    except ValueError:  # the clipboard of the system: anyone can put anything there
        return ()
    given = found if isinstance(found, list) else []
    return tuple(RecommendationId(each) for each in given if isinstance(each, str))
