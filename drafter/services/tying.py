"""Between the words of a draft and the library: where they came from, and how they get there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from drafter.domain.changes import Change
from drafter.domain.checks.words import figures
from drafter.domain.records.ids import PositionId
from drafter.domain.records.people import Person
from drafter.domain.records.positions import Facts, Kind, Position, Revision, Wording
from drafter.domain.records.reports import Recommendation
from drafter.domain.records.responses import Response, Use
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Footnote, RichText, Run, Source, normal
from drafter.services.positions import create, default_review, new_position_id, save
from drafter.store.library import Library

_MOST_THEMES = 4
_FEW_WORDS = 3
"""A heading of so few words can be a theme itself."""
_TITLE_WORDS = 8
_ASKS = re.compile(r"\b(?:ask|asks|call on|calls on|urge|urges|must|should)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where words came from: `pinned` is what the library said then, `words` what it says now."""

    words: Revision
    pinned: Revision
    position: Position | None
    """None: it is no longer in the library."""

    @property
    def use(self) -> Use:
        """For a passage that takes the library's words as they are now."""
        return Use(position=self.words.wording.position, revision=self.words.id)


def origin_of(library: Library, use: Use) -> Origin | None:
    """The wording that a passage was taken from; None where nothing of it is left."""
    pinned = library.revisions_of((use.revision,)).get(use.revision)
    position = next(iter(library.positions((use.position,))), None)
    if position is not None and position.deletion is not None:
        position = None
    words = pinned if position is None else _now(position, pinned)
    if words is None:
        return None
    return Origin(words=words, pinned=pinned or words, position=position)


def _now(position: Position, pinned: Revision | None) -> Revision:
    """A newer draft that the passage was taken from on purpose stays what it is compared with."""
    if pinned is not None and pinned.id == position.newest.id:
        return pinned
    return position.current


def take_over(library: Library, position: PositionId, text: RichText, *, by: str) -> Change:
    """Words of a draft become the library's newest wording, not approved yet.

    Raises NothingToDo where they are that already.
    """
    stored = library.position(position)
    newest = stored.newest.wording
    wording = Wording(position=position, title=newest.title, text=text, sources=newest.sources)
    return save(library, wording, stored.facts, by=by)


def newest_use(library: Library, position: PositionId) -> Use:
    """For a passage that says the newest words of a position."""
    return Use(position=position, revision=library.position(position).newest.id)


# --- own words become a position


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What a new position could be called and filed under, for her to change."""

    title: str
    kind: Kind
    themes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    stance: Stance | None = None


def add_words(library: Library, text: RichText, given: Suggested, *, by: Person) -> tuple[Change, Use]:
    """Own words as a new position of the library, and what ties the passage to it."""
    identity = new_position_id()
    wording = Wording(position=identity, title=given.title, text=text, sources=given.sources)
    facts = Facts(
        position=identity,
        kind=given.kind,
        themes=given.themes,
        stance=given.stance,
        owner=by.name,
        review_by=default_review(given.kind),
    )
    change = create(library, wording, facts, by=by.name)
    return change, newest_use(library, identity)


def suggested_for(
    library: Library,
    response: Response,
    text: RichText,
    *,
    heading: str = "",
    answered: tuple[Recommendation, ...] = (),
) -> Suggested:
    """A title from the first words, themes from the heading and from what answers the same."""
    stances = {response.stance_on(each.id).stance for each in answered} - {Stance.UNDECIDED}
    return Suggested(
        title=_title(text),
        kind=_kind(text),
        themes=_themes(library, response, heading=heading, answered=answered),
        sources=sources_in(text),
        stance=stances.pop() if len(stances) == 1 else None,
    )


def sources_in(text: RichText) -> tuple[Source, ...]:
    """What its footnotes and links name, each once."""
    found: dict[tuple[str, str], Source] = {}
    for each in normal(text).inlines():
        match each:
            case Footnote(source=Source() as source):
                found.setdefault((source.title, source.address), source)
            case Run(link=link) if link and link not in {known.address for known in found.values()}:
                found.setdefault((each.text.strip(), link), Source(title=each.text.strip(), address=link))
    return tuple(found.values())


def _title(text: RichText) -> str:
    first = next((each.plain for each in text.paragraphs if not each.is_empty), "")
    sentence = re.split(r"(?<=[.!?])\s", first, maxsplit=1)[0]
    words = sentence.split()
    short = " ".join(words[:_TITLE_WORDS]).rstrip(".,;:!?")
    return f"{short} …" if len(words) > _TITLE_WORDS else short


def _kind(text: RichText) -> Kind:
    if any(figures(each.plain) for each in text.paragraphs):
        return Kind.EVIDENCE
    return Kind.ASK if _ASKS.search(text.plain) else Kind.POSITION


def _themes(
    library: Library, response: Response, *, heading: str, answered: tuple[Recommendation, ...]
) -> tuple[str, ...]:
    wanted = {each.id for each in answered}
    beside = [
        each.use.position for each in response.passages if each.use is not None and wanted & set(each.answers)
    ]
    known = [theme for theme, _ in library.themes()]
    headings = [heading, *(each.heading for each in answered)]
    found = [theme for each in library.positions(beside) for theme in each.facts.themes]
    found += [theme for theme in known if any(_names(each, theme) for each in headings)]
    if not found:
        found = [each for each in headings if 0 < len(each.split()) <= _FEW_WORDS]
    return _once(found)[:_MOST_THEMES]


def _names(heading: str, theme: str) -> bool:
    return re.search(rf"\b{re.escape(theme)}\b", heading, re.IGNORECASE) is not None


def _once(themes: Iterable[str]) -> tuple[str, ...]:
    return tuple({each.casefold(): each for each in reversed(list(themes))}.values())[::-1]
