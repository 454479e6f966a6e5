"""The approved openings, caveats, asks and closings of a library, to lay into one response: each once."""

from collections.abc import Iterable

from drafter.domain.fields import FieldValues
from drafter.domain.matching import Document, Index
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId
from drafter.domain.records.positions import Kind, Position, Status
from drafter.domain.records.responses import Response
from drafter.services.clock import today
from drafter.services.sample import belongs_to_sample, is_of_sample
from drafter.store.library import Library

KINDS = (Kind.OPENING, Kind.CAVEAT, Kind.ASK, Kind.CLOSING)

_LIKELY = 0.2
"""From this score on, agreed words are about what a recommendation says."""
_MOST = 40
_LABEL = "recommendation.label"


class AgreedWords:
    """What may be used now: approved, not in the draft yet, no field in it that could never have a value."""

    def __init__(self, usable: Iterable[Position], values: FieldValues, used: frozenset[Kind]) -> None:
        self._values = values
        self._used = used
        self._left = {each.id: each for each in usable}
        self._indexes = {kind: _index(self._of(kind)) for kind in KINDS}

    @classmethod
    def build(
        cls, library: Library, response: Response, *, values: FieldValues, progress: Progress = silent
    ) -> "AgreedWords":
        """Read what the library has of these kinds; may be stopped."""
        in_draft = {each.use.position for each in response.passages if each.use is not None}
        wanted = {
            each.id for each in library.entries() if each.kind in KINDS and each.status is Status.APPROVED
        }
        progress(0, 1)
        found = tuple(library.positions(wanted | in_draft))
        used = frozenset(each.facts.kind for each in found if each.id in in_draft)
        has_report = response.head.report is not None
        is_sample = belongs_to_sample(library, response.head)
        usable = (
            each
            for each in found
            if each.id in wanted - in_draft
            and (has_report or not _needs_report(each))
            and (is_sample or not is_of_sample(library, each))
        )
        return cls(usable, values, used)

    def is_used(self, kind: Kind) -> bool:
        """The draft holds words of this kind already."""
        return kind in self._used

    def take(self, kind: Kind, words: str, *, hint: str = "", anything: bool = False) -> Position | None:
        """The best that is left, and it is left no longer; with `anything` even where no word matches."""
        score = {each.id: each.score for each in self._indexes[kind].match(words, hint=hint, limit=_MOST)}
        likely = [each for each in self._of(kind) if anything or score.get(each.id, 0.0) >= _LIKELY]
        if not likely:
            return None
        best = min(
            likely, key=lambda each: (*self._doubts(each), -score.get(each.id, 0.0), each.current.title)
        )
        del self._left[best.id]
        return best

    def _of(self, kind: Kind) -> list[Position]:
        return [each for each in self._left.values() if each.facts.kind is kind]

    def _doubts(self, position: Position) -> tuple[int, bool]:
        """Fields that she would have to fill in first, and whether a review is overdue."""
        missing = sum(self._values(name) is None for name in position.current.text.fields if name != _LABEL)
        due = position.facts.review_by
        return missing, due is not None and due < today()


def _needs_report(position: Position) -> bool:
    return any(name.startswith("report.") or name == _LABEL for name in position.current.text.fields)


def _index(positions: Iterable[Position]) -> Index:
    return Index.build(
        Document(
            id=PositionId(each.id),
            title=each.current.title,
            text=each.current.text.plain,
            themes=each.facts.themes,
        )
        for each in positions
    )
