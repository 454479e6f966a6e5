"""What the library has for a recommendation: the index of an open library, and why each suggestion is one."""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from drafter.domain.changes import Change, Edit
from drafter.domain.errors import NotFound
from drafter.domain.fields import british_date
from drafter.domain.matching import Alike, Document, Index, Match, Near
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId, RecommendationId, ReportId
from drafter.domain.records.positions import (
    Approval,
    Deletion,
    Entry,
    Facts,
    Hit,
    Position,
    Retirement,
    Status,
    Wording,
)
from drafter.domain.records.reports import Recommendation, Report
from drafter.domain.records.responses import Passage, PastUse
from drafter.domain.records.stances import Stance
from drafter.services.clock import today
from drafter.store.library import Library
from drafter.store.replaced import followed, replaced

_FIELD = re.compile("\u2039[^\u203a]*\u203a")
_FIRST_WORDS = 16
_REBUILT_FROM = 3_000
_SOON = 30
_LIKE_BEFORE = 0.25
"""From this score on one question is like another; the same question scores about one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A position that could answer, with what an officer wants to know before she takes it."""

    hit: Hit
    words: tuple[str, ...] = ()
    """The question's own words that it shares."""
    answered: str = ""
    """"Answered Recommendation 3 of “A review” before", where it did."""
    review: str = ""
    """"Overdue for review since 3 March 2026", "Never reviewed"; nothing while all is well."""
    last_use: str = ""
    warning: str = ""
    """That it usually says the opposite of the stance taken."""

    @property
    def entry(self) -> Entry:
        return self.hit.entry


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a position has answered: in which words it was asked, and where."""

    text: str
    where: str


class Suggestions:
    """The index of one open library. It belongs to one worker, as everything that takes a while."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._index = Index()
        self._asked: dict[PositionId, tuple[_Asked, ...]] = {}
        self._replaced: dict[PositionId, PositionId] = {}

    @classmethod
    def build(cls, library: Library, progress: Progress = silent) -> "Suggestions":
        """Read the whole library; may be stopped between positions. Retired positions are left out."""
        made = cls(library)
        made._replaced = replaced(library)
        made._asked = _with_replaced(_asked(library), made._replaced)
        usable = {each.id: each for each in library.entries() if each.status is not Status.RETIRED}
        words = [each for each in library.plain_words() if each[0] in usable]
        documents = (
            made._document(identity, title, text, usable[identity].themes) for identity, title, text in words
        )
        made._index = Index.build(documents, progress, total=len(words))
        return made

    def __len__(self) -> int:
        return len(self._index)

    def update(self, change: Change) -> None:
        """Take in what an applied change wrote about positions and their uses."""
        touched = {position for edit in change.edits for position in _touched(edit)}
        if not touched:
            return
        before, self._replaced = self._replaced, replaced(self._library)
        heirs = {heir for each in touched for by in (before, self._replaced) for heir in _heirs(by, each)}
        touched |= heirs
        wanted = {each for position in touched for each in followed(self._replaced, position)}
        asked = _with_replaced(_asked(self._library, wanted), self._replaced)
        self._asked.update({each: asked.get(each, ()) for each in touched})
        for position in touched:
            self._refresh(position)

    def near(self, wording: Wording, *, limit: int = 8) -> tuple[Near, ...]:
        """Find the other positions whose words in use are nearly these, the nearest first."""
        found = self._index.near(wording.title, _FIELD.sub(" ", wording.text.plain), limit=limit + 1)
        return tuple(each for each in found if each.id != wording.position)[:limit]

    def alike(self, progress: Progress = silent) -> tuple[Alike, ...]:
        """Find all pairs of positions whose words in use are nearly the same, the nearest first."""
        return self._index.alike(progress)

    def suggest(
        self, text: str, *, limit: int = 10, stance: Stance | None = None, hint: str = ""
    ) -> tuple[Suggestion, ...]:
        """Find what could answer a text, best first. `stance` is hers, `hint` words that count half."""
        matches = self._index.match(text, hint=hint, limit=limit)
        found = {each.id: each for each in self._library.positions(each.id for each in matches)}
        stored = ((match, found[match.id]) for match in matches if match.id in found)
        return tuple(
            self._suggestion(match, position, text, stance)
            for match, position in stored
            if position.deletion is None and position.status is not Status.RETIRED
        )

    def suggest_for(
        self, recommendation: Recommendation, *, limit: int = 10, stance: Stance | None = None
    ) -> tuple[Suggestion, ...]:
        """Likewise for a recommendation; its heading counts a little."""
        return self.suggest(recommendation.text, limit=limit, stance=stance, hint=recommendation.heading)

    def _refresh(self, position: PositionId) -> None:
        try:
            stored = self._library.position(position)
        except NotFound:
            self._index.remove(position)
            return
        if stored.deletion is not None or stored.status is Status.RETIRED:
            self._index.remove(position)
            return
        current = stored.current
        self._index.put(self._document(position, current.title, current.text.plain, stored.facts.themes))

    def _document(self, identity: PositionId, title: str, text: str, themes: tuple[str, ...]) -> Document:
        asked = self._asked.get(identity, ())
        return Document(
            id=identity,
            title=title,
            text=_FIELD.sub(" ", text),
            themes=themes,
            asked=tuple(dict.fromkeys(each.text for each in asked)),
        )

    def _suggestion(self, match: Match, position: Position, text: str, stance: Stance | None) -> Suggestion:
        uses = self._library.past_uses(position.id)
        answered = self._answered(position.id, text)
        drafts = {each.response for each in self._library.live_uses(position.id)}
        hit = Hit(
            entry=_entry(position, len(drafts | {each.response for each in uses})),
            score=match.score,
            snippet=snippet(position.current.text.plain, match.words),
            why=(*match.words, *((answered,) if answered else ())),
        )
        return Suggestion(
            hit=hit,
            words=match.words,
            answered=answered,
            review=review_words(position, today()),
            last_use=_last_use(uses),
            warning=warning_words(position, stance),
        )

    def _answered(self, position: PositionId, text: str) -> str:
        """The time before that was most like this one, if any was at all."""
        asked = self._asked.get(position, ())
        if not asked:
            return ""
        past = Index.build(
            Document(id=PositionId(str(number)), title="", text=each.text)
            for number, each in enumerate(asked)
        )
        best = past.match(text, limit=1)
        if not best or best[0].score < _LIKE_BEFORE:
            return ""
        return f"Answered {asked[int(best[0].id)].where} before"


class Shelf:
    """The one index of an open library, for whoever asks: in the hands of one worker alone.

    It is built when it is first asked for; from then on changes wait for it, in their order.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._index: Suggestions | None = None
        self._changes: deque[Change] = deque()
        self._is_wanted = False

    def put(self, change: Change) -> None:
        """Something was written. Of typing the index must know only that a passage came, went, answers."""
        if self._is_wanted and any(True for edit in change.edits for _ in _touched(edit)):
            self._changes.append(change)

    def up_to_date(self, progress: Progress = silent) -> Suggestions:
        """Changes that came before it was built are in it; the others it takes in."""
        if self._index is None:
            self._is_wanted = True
            self._changes.clear()
            self._index = Suggestions.build(self._library, progress)
        while self._changes:
            change = self._changes.popleft()
            if len(change.edits) > _REBUILT_FROM:  # reading all anew takes a third of the time
                self._index = None
                return self.up_to_date(progress)
            self._index.update(change)
        return self._index


def _touched(edit: Edit) -> Iterator[PositionId]:
    """The positions whose words, themes, standing or uses an edit changed."""
    match edit.record:
        case Wording() | Facts() | Approval() | Retirement() | Deletion() | PastUse():
            yield edit.record.position
        case Passage():
            ties = {_tie(each) for each in (edit.before, edit.after) if isinstance(each, Passage)}
            if len(ties) > 1 or edit.before is None or edit.after is None:
                yield from {position for position, _ in ties if position is not None}


def _tie(passage: Passage) -> tuple[PositionId | None, tuple[RecommendationId, ...]]:
    return (passage.use.position if passage.use is not None else None), passage.answers


def _asked(
    library: Library, positions: Iterable[PositionId] | None = None
) -> dict[PositionId, tuple[_Asked, ...]]:
    """What these positions, or all, have answered: in responses that went out, and in the drafts of today."""
    reports = {each.id: each for each in library.reports()}
    named: dict[str, str] = {
        each.id: _where(each, report) for report in reports.values() for each in report.recommendations
    }
    found: dict[PositionId, dict[str, _Asked]] = defaultdict(dict)
    wanted = None if positions is None else set(positions)
    for use in _past_uses(library, wanted):
        for identity, text in zip_longest(use.recommendations, use.asked, fillvalue=""):
            where = named.get(identity, f"a recommendation in “{use.response_title}”")
            if text:
                found[use.position][identity or text] = _Asked(text=text, where=where)
    for position, recommendation in _in_drafts(library, reports, wanted):
        asked = _Asked(text=recommendation.text, where=named[recommendation.id])
        found[position].setdefault(recommendation.id, asked)
    return {position: tuple(asked.values()) for position, asked in found.items()}


def _with_replaced(
    asked: dict[PositionId, tuple[_Asked, ...]], by: dict[PositionId, PositionId]
) -> dict[PositionId, tuple[_Asked, ...]]:
    """What a position replaces has answered for it."""
    found = dict(asked)
    for heir in set(by.values()):
        every = [each for position in followed(by, heir) for each in asked.get(position, ())]
        if every:
            found[heir] = tuple(dict.fromkeys(every))
    return found


def _heirs(by: dict[PositionId, PositionId], position: PositionId) -> Iterator[PositionId]:
    """What replaces it, and what replaces that."""
    seen = {position}
    while (heir := by.get(position)) is not None and heir not in seen:
        yield heir
        seen.add(heir)
        position = heir


def _past_uses(library: Library, positions: set[PositionId] | None) -> Iterator[PastUse]:
    if positions is None:
        yield from library.past_uses()
        return
    for each in positions:
        yield from library.past_uses(each)


def _in_drafts(
    library: Library, reports: Mapping[ReportId, Report], positions: set[PositionId] | None
) -> Iterator[tuple[PositionId, Recommendation]]:
    """Pairs of a position and a recommendation that it answers in a response as it is now."""
    uses = library.live_uses()
    for response in {each.response for each in uses if positions is None or each.position in positions}:
        stored = library.response(response)
        report = reports.get(stored.head.report) if stored.head.report is not None else None
        known = {each.id: each for each in report.recommendations} if report is not None else {}
        for passage in stored.passages:
            if passage.use is not None and (positions is None or passage.use.position in positions):
                yield from ((passage.use.position, known[each]) for each in passage.answers if each in known)


def _where(recommendation: Recommendation, report: Report) -> str:
    return f"{recommendation.name} of “{report.title}”"


def _last_use(uses: tuple[PastUse, ...]) -> str:
    newest = max(uses, key=lambda each: each.at, default=None)
    return (
        f"Last used {british_date(newest.at.date())} in “{newest.response_title}”"
        if newest is not None
        else ""
    )


def review_words(position: Position, day: date) -> str:
    """Say when it is due or overdue for review, or was never reviewed; nothing while all is well."""
    due = position.facts.review_by
    if due is not None and due < day:
        return f"Overdue for review since {british_date(due)}"
    if due is not None and (due - day).days <= _SOON:
        return f"Due for review by {british_date(due)}"
    return "" if due is not None or position.reviewed is not None else "Never reviewed"


def warning_words(position: Position, stance: Stance | None) -> str:
    """Say that it usually takes the opposite stance, where it does."""
    usual = position.facts.stance
    if usual is None or stance is None or not usual.is_opposite(stance):
        return ""
    return f"Usually says “{usual}”; your stance is “{stance}”"


def _entry(position: Position, uses: int) -> Entry:
    facts, current = position.facts, position.current
    text = current.text
    return Entry(
        id=position.id,
        title=current.title,
        kind=facts.kind,
        themes=facts.themes,
        stance=facts.stance,
        status=position.status,
        owner=facts.owner,
        review_by=facts.review_by,
        words=text.words,
        uses=uses,
        has_newer_draft=position.has_newer_draft,
        first_words=" ".join(text.plain.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS]),
    )


def snippet(text: str, words: Iterable[str]) -> str:
    """Show the stretch of a text that has most of the words, each between STX and ETX."""
    wanted = {each.casefold() for each in words}
    found = text.split()
    marked = [_bare(each) in wanted for each in found]
    starts = range(max(1, len(found) - _FIRST_WORDS + 1))
    start = max(starts, key=lambda at: sum(marked[at : at + _FIRST_WORDS]), default=0)
    shown = zip(found[start : start + _FIRST_WORDS], marked[start:], strict=False)
    said = " ".join(f"\x02{word}\x03" if is_match else word for word, is_match in shown)
    return f"{'… ' if start else ''}{said}{' …' if start + _FIRST_WORDS < len(found) else ''}"


def _bare(word: str) -> str:
    return word.strip(".,;:!?()[]“”‘’\"'").casefold()
