"""What a document may say beside the draft: who we are, whom to ask, what was said before."""

from collections.abc import Iterable, Iterator

from drafter.domain.composing import Background, Choices, Earlier
from drafter.domain.fields import FieldValues, first_words
from drafter.domain.records.ids import PositionId, RecommendationId, ReportId, ResponseId
from drafter.domain.records.people import Person
from drafter.domain.records.positions import Kind, Status
from drafter.domain.records.responses import PastUse, Response, ResponseHead
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import EMPTY, RichText, Source
from drafter.services.answering import report_of
from drafter.services.sample import belongs_to_sample, is_of_sample
from drafter.store.library import Library

_WORDS = 12
_MANNERS = {Kind.OPENING, Kind.CLOSING, Kind.ABOUT_US}
"""Words that are no position on anything."""


def background_of(
    library: Library, response: Response, choices: Choices, *, values: FieldValues, person: Person
) -> Background:
    """As much of it as was chosen."""
    used = tuple(dict.fromkeys(each.use.position for each in response.passages if each.use is not None))
    found = {each.id: each.facts.kind for each in library.positions(used)} if used else {}
    kinds = {each: found[each] for each in used if each in found}
    return Background(
        about_us=_about_us(library, response, values) if choices.about_us else EMPTY,
        contact=person.contact if choices.contact else "",
        kinds=kinds,
        sources=tuple(_sources(library, response)) if choices.annex_sources else (),
        earlier=tuple(_earlier(library, response, kinds)) if choices.annex_earlier else (),
    )


def _about_us(library: Library, response: Response, values: FieldValues) -> RichText:
    """The approved words about the organisation that are used most, if every field in them has a value.

    Those of the sample are about a made-up fund: they stand in its own responses alone.
    """
    is_sample = belongs_to_sample(library, response.head)
    listed = [
        each for each in library.entries() if each.kind is Kind.ABOUT_US and each.status is Status.APPROVED
    ]
    for each in sorted(listed, key=lambda each: (-each.uses, each.title.casefold())):
        position = library.position(each.id)
        if not is_sample and is_of_sample(library, position):
            continue
        if all(values(name) for name in position.current.text.fields):
            return position.current.text
    return EMPTY


def _sources(library: Library, response: Response) -> Iterator[Source]:
    """Sources of the wordings that the response holds or draws on."""
    taken = (
        revision
        for each in response.passages
        for revision in (*((each.use.revision,) if each.use is not None else ()), *each.drawn_from)
    )
    return (source for each in library.revisions_of(taken).values() for source in each.sources)


def _earlier(library: Library, response: Response, kinds: dict[PositionId, Kind]) -> Iterator[Earlier]:
    """Each position in use, in the order of the draft; what was said last comes first."""
    past: dict[PositionId, list[PastUse]] = {each: [] for each, kind in kinds.items() if kind not in _MANNERS}
    for use in library.past_uses():
        if use.position in past and use.response != response.id:
            past[use.position].append(use)
    titles = {each.id: each.current.title for each in library.positions(past)} if past else {}
    names = _Names(library, response.head)
    for position, uses in past.items():
        for use in _newest_of_each(each for each in uses if not names.is_left_out(each.response)):
            said = tuple(names.of(use)) or (("", ""),)
            for recommendation, stance in said:
                yield Earlier(
                    position=titles.get(position, ""),
                    response=use.response_title,
                    on=use.at.date(),
                    recommendation=recommendation,
                    stance=stance,
                )


def _newest_of_each(uses: Iterable[PastUse]) -> list[PastUse]:
    """One a response, the newest first: it may have been exported several times, in several wordings."""
    found: dict[ResponseId, PastUse] = {}
    for each in sorted(uses, key=lambda each: each.at, reverse=True):
        found.setdefault(each.response, each)
    return list(found.values())


class _Names:
    """What recommendations of other reports are called; each report is read once."""

    def __init__(self, library: Library, own: ResponseHead) -> None:
        self._library = library
        self._own_is_sample = belongs_to_sample(library, own)
        self._heads = {each.id: each for each in library.response_heads(include_deleted=True)}
        self._names: dict[ReportId, dict[RecommendationId, str]] = {}

    def of(self, use: PastUse) -> Iterator[tuple[str, str]]:
        """Each recommendation that was answered, with the stance on it then."""
        known = self._known(self._heads.get(use.response))
        for number, each in enumerate(use.recommendations):
            words = use.asked[number] if number < len(use.asked) else ""
            stance = use.stances[number] if number < len(use.stances) else Stance.UNDECIDED
            shown = stance.phrase if stance is not Stance.UNDECIDED else ""
            yield known.get(each) or first_words(words, _WORDS), shown

    def is_left_out(self, response: ResponseId) -> bool:
        """It is in the bin, or is the sample’s, of which a response of her own says nothing."""
        head = self._heads.get(response)
        if head is None:
            return False
        return head.deleted or (not self._own_is_sample and belongs_to_sample(self._library, head))

    def _known(self, head: ResponseHead | None) -> dict[RecommendationId, str]:
        if head is None or head.report is None:
            return {}
        if head.report not in self._names:
            report = report_of(self._library, head)
            listed = report.recommendations if report is not None else ()
            self._names[head.report] = {each.id: each.name for each in listed if each.label}
        return self._names[head.report]
