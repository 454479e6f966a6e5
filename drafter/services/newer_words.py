"""Drafts that hold earlier words of a position, and bringing them up to date; never what went out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from drafter.domain.changes import Change, Edit
from drafter.domain.comparing import is_tailored, same_words
from drafter.domain.errors import NothingToDo
from drafter.domain.records.ids import PassageId, PositionId, RecommendationId, ResponseId, RevisionId
from drafter.domain.records.positions import Position, Revision, Status
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Passage, Response, ResponseState, Use
from drafter.services.answering import report_of
from drafter.store.library import Library

STILL_WRITTEN = (ResponseState.DRAFTING, ResponseState.OUT_FOR_COMMENT)
"""A response in any other state says what was said then, for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderWords:
    """One passage of a draft that holds words which were approved anew since."""

    response: ResponseId
    title: str
    """Of the response."""
    passage: Passage
    held: Revision
    current: Revision
    asked: tuple[str, ...] = ()
    """The recommendations that it answers, by name."""

    @property
    def is_woven(self) -> bool:
        """Into words of one's own: they cannot be exchanged, only looked at."""
        return self.passage.use is None

    @property
    def is_tailored(self) -> bool:
        return self.is_woven or is_tailored(self.passage, self.held)

    @property
    def taking(self) -> Passage:
        """The passage with the new words in place of its own."""
        return replace(self.keeping, text=self.current.text)

    @property
    def keeping(self) -> Passage:
        """The passage as it reads, tied to the new words: they were looked at, and it stays."""
        if self.passage.use is None:
            drawn = (self.current.id if each == self.held.id else each for each in self.passage.drawn_from)
            return replace(self.passage, drawn_from=tuple(dict.fromkeys(drawn)))
        use = Use(position=self.passage.use.position, revision=self.current.id)
        return replace(self.passage, use=use)


def older_words(library: Library, position: PositionId | None = None) -> tuple[OlderWords, ...]:
    """What drafts hold of this position, or of any, that has newer approved words; draft by draft."""
    uses = library.live_uses(position)
    named = {each.position for each in uses}
    current = {each.id: each for each in library.positions(named) if _is_in_use(each)}
    held = library.revisions_of({each.revision for each in uses if each.position in current})
    stale = {
        (each.response, each.passage, each.revision): current[each.position].current
        for each in uses
        if each.position in current and each.revision in held
        if not same_words(held[each.revision].text, current[each.position].current.text)
    }
    found: list[OlderWords] = []
    for identity in dict.fromkeys(response for response, _, _ in stale):
        response = library.response(identity)
        if response.head.state in STILL_WRITTEN:
            found += _in_draft(response, report_of(library, response.head), stale, held)
    return tuple(found)


def bring_up_to_date(
    library: Library, wanted: Iterable[OlderWords], *, keep_words: bool = False, by: str = ""
) -> Change:
    """Take the new words, or keep the draft's and say that they were looked at.

    Raises NothingToDo where none is left, Conflict where a draft was changed in the meantime.
    """
    chosen = [each for each in wanted if keep_words or not each.is_woven]
    heads = {each.id: each for each in library.response_heads()}
    open_ones = [
        each for each in chosen if each.response in heads and heads[each.response].state in STILL_WRITTEN
    ]
    if not open_ones:
        raise NothingToDo("No draft holds earlier words of it.")
    edits = tuple(
        Edit(before=each.passage, after=each.keeping if keep_words else each.taking) for each in open_ones
    )
    return library.apply(Change.of(_label(open_ones, keep_words=keep_words), edits, by=by))


def _is_in_use(position: Position) -> bool:
    return position.deletion is None and position.status is Status.APPROVED


def _in_draft(
    response: Response,
    report: Report | None,
    stale: Mapping[tuple[ResponseId, PassageId, RevisionId], Revision],
    held: Mapping[RevisionId, Revision],
) -> Iterator[OlderWords]:
    """In the order of the draft."""
    names: dict[RecommendationId, str] = (
        {each.id: each.name for each in report.recommendations} if report is not None else {}
    )
    for passage in response.passages:
        revisions = (*((passage.use.revision,) if passage.use is not None else ()), *passage.drawn_from)
        for each in revisions:
            current = stale.get((response.id, passage.id, each))
            if current is not None and not same_words(passage.text, current.text):
                yield OlderWords(
                    response=response.id,
                    title=response.head.title,
                    passage=passage,
                    held=held[each],
                    current=current,
                    asked=tuple(names[answer] for answer in passage.answers if answer in names),
                )


def _label(wanted: list[OlderWords], *, keep_words: bool) -> str:
    verb = "Keep the words of" if keep_words else "Bring up to date"
    return f"{verb} “{wanted[0].title}”" if len(wanted) == 1 else f"{verb} {len(wanted)} passages"
