"""Past responses in Word as positions.

One a paragraph, its heading as the theme; what several files say alike is one, with its wordings and days.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path

from drafter.domain.changes import Change, Edit, added
from drafter.domain.comparing import ALIKE, similarity
from drafter.domain.errors import BadInput, NotALibraryFile
from drafter.domain.fields import first_words
from drafter.domain.matching import Document, Index
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId, ResponseId, id_from, new_id
from drafter.domain.records.positions import Facts, Position, Wording
from drafter.domain.records.responses import PastUse
from drafter.domain.richtext import BlockStyle, Paragraph, RichText, normal
from drafter.services.arriving import Imported
from drafter.services.clock import now
from drafter.services.not_ours import doubt_of, recommended
from drafter.services.positions import tidy
from drafter.services.suggesting import Suggestions
from drafter.store.library import Library
from drafter.word.past_responses import HeadedParagraph, PastResponse, read_past_response

LEAST_WORDS = 12
"""A shorter paragraph is a label, a date or a signature, not a position.

A list belongs to what leads to it.
"""

_TITLE_WORDS = 9

LIKE = 0.5
"""So much of both must be the same words for two paragraphs to be shown side by side."""


class State(StrEnum):
    """How a proposal stands to the library."""

    NEW = "new"
    ALIKE = "alike"
    THERE = "there already"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundIn:
    """One past response: its title, else its file's name, and the day that it is of, where that is known."""

    title: str
    dated: date | None = None
    file: Path | None = None
    """Two versions of a response may well have one title and one day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wording of a paragraph, and where it was found."""

    text: RichText
    found_in: tuple[FoundIn, ...]

    @property
    def latest(self) -> date | None:
        return max((each.dated for each in self.found_in if each.dated is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What the library has that reads so, or nearly so; `share` is how much of both is the same."""

    position: PositionId
    title: str
    text: RichText
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What could be a position: its wordings, the newest first."""

    heading: str
    variants: tuple[Variant, ...]
    like: Likeness | None = None
    doubt: str = ""
    """Why it is most likely no wording of ours, in words; nothing where nothing speaks against it."""
    rewords: bool = False
    """She wants it as new words of the position that it is like, not as one more."""

    @property
    def text(self) -> RichText:
        return self.variants[0].text

    @property
    def title(self) -> str:
        return first_words(self.text.paragraphs[0].plain, _TITLE_WORDS)

    @property
    def found_in(self) -> tuple[FoundIn, ...]:
        return tuple(dict.fromkeys(each for variant in self.variants for each in variant.found_in))

    @property
    def latest(self) -> date | None:
        return max((day for each in self.variants if (day := each.latest) is not None), default=None)

    @property
    def state(self) -> State:
        if self.like is None:
            return State.NEW
        return State.THERE if _folded(self.text) == _folded(self.like.text) else State.ALIKE


def proposals_of(
    paths: Sequence[Path],
    library: Library,
    progress: Progress = silent,
    *,
    suggestions: Suggestions | None = None,
) -> tuple[Proposal, ...]:
    """What these files say, in their order, and what of it the library has. Nothing is kept.

    Raises NotALibraryFile where no paragraph is long enough, BadInput where a file cannot be read.
    """
    found: list[Proposal] = []
    for number, path in enumerate(paths):
        progress(number, len(paths))
        found += _proposals(path, _read(path))
    if not found:
        raise _nothing(f"“{paths[0].name}” has" if len(paths) == 1 else "These files have")
    known = _Known(library, suggestions or Suggestions.build(library, progress))
    joined = _joined(_same_joined(found))
    return tuple(known.recognised(each, progress, (at, len(joined))) for at, each in enumerate(joined))


def all_proposals(path: Path, library: Library) -> tuple[Proposal, ...]:
    """What one file says, where nobody is there to compare: only the same words are recognised."""
    return proposals_of((path,), library, suggestions=Suggestions(library))


def merged(one: Proposal, other: Proposal) -> Proposal:
    """Two paragraphs that belong together, as one: file by file, so that earlier wordings stay whole."""
    by_file: dict[FoundIn, RichText] = {}
    for variant in (*one.variants, *other.variants):
        for each in variant.found_in:
            before = by_file.get(each, RichText()).paragraphs
            by_file[each] = normal(RichText(paragraphs=(*before, *variant.text.paragraphs)))
    alone = [Proposal(heading="", variants=(Variant(text=t, found_in=(f,)),)) for f, t in by_file.items()]
    variants = [each.variants[0] for each in _same_joined(alone)]
    made = Proposal(heading=one.heading or other.heading, variants=_newest_first(variants))
    like = one.like or other.like
    share = similarity(made.text, like.text) if like is not None else 0.0
    return replace(made, like=replace(like, share=share) if like is not None and share >= LIKE else None)


def add_proposals(
    library: Library, chosen: Iterable[Proposal], *, by: str, progress: Progress = silent
) -> Imported:
    """Bring in what was accepted, as one change; what the library has word for word is left alone.

    Earlier wordings become earlier revisions, and where a paragraph was said becomes a use of its wording.
    """
    arrival = _Arrival(library)
    for each in chosen:
        arrival.take(each)
    if not arrival.edits:
        return Imported(known=arrival.known)
    label = f"Add {arrival.new + arrival.reworded} from past responses"
    with library.together():
        first = library.apply(Change.of(label, arrival.edits, by=by), progress=progress)
        uses = tuple(_uses(library, arrival.said))
        second = library.apply(Change.of(label, added(*uses), by=by)) if uses else first
    edits = first.edits if second is first else (*first.edits, *second.edits)
    change = replace(Change.of(label, edits, by=by), at=now())
    return Imported(new=arrival.new, reworded=arrival.reworded, known=arrival.known, change=change)


def _nothing(what: str) -> NotALibraryFile:
    return NotALibraryFile(
        f"{what} no paragraph of {LEAST_WORDS} words or more, so nothing was added. "
        "Copy what you need into a new position."
    )


def _read(path: Path) -> PastResponse:
    try:
        return read_past_response(path)
    except BadInput as error:
        if path.name in error.sentence:
            raise
        raise BadInput(f"“{path.name}” cannot be read. {error.sentence}") from error


# --- from paragraphs to proposals


def _proposals(path: Path, read: PastResponse) -> Iterator[Proposal]:
    where = FoundIn(title=" ".join(read.title.split()) or path.stem, dated=read.dated, file=path)
    for heading, text, doubt in _texts(read.paragraphs):
        yield Proposal(heading=heading, variants=(Variant(text=text, found_in=(where,)),), doubt=doubt)


def _texts(paragraphs: tuple[HeadedParagraph, ...]) -> Iterator[tuple[str, RichText, str]]:
    """Lists join the paragraph that leads to them; what is too short is left out."""
    groups: list[tuple[str, list[Paragraph], str]] = []
    for each in paragraphs:
        before = groups[-1][1] if groups and groups[-1][0] == each.heading else []
        given = _unnumbered(each.paragraph, before)
        if given.style.is_list and before:
            before.append(given)
        elif len(given.plain.split()) >= LEAST_WORDS:
            groups.append((each.heading, [given], doubt_of(each)))
    return ((heading, normal(RichText(paragraphs=tuple(group))), doubt) for heading, group, doubt in groups)


def _unnumbered(given: Paragraph, before: list[Paragraph]) -> Paragraph:
    """Written evidence numbers its paragraphs: a long one that no colon leads to stands by itself."""
    led = bool(before) and before[0].plain.rstrip().endswith(":")
    is_long = given.style is BlockStyle.NUMBER and not given.level and len(given.plain.split()) >= LEAST_WORDS
    return replace(given, style=BlockStyle.PARAGRAPH, restart=False) if is_long and not led else given


def _same_joined(found: Iterable[Proposal]) -> list[Proposal]:
    """Proposals of one wording each; the same words in several places are one."""
    by_words: dict[str, Proposal] = {}
    for each in found:
        words = _folded(each.text)
        there = by_words.get(words)
        if there is None:
            by_words[words] = each
            continue
        places = dict.fromkeys((*there.variants[0].found_in, *each.variants[0].found_in))
        joined = replace(there.variants[0], found_in=tuple(places))
        by_words[words] = replace(there, heading=there.heading or each.heading, variants=(joined,))
    return list(by_words.values())


def _joined(found: list[Proposal]) -> list[Proposal]:
    """What reads alike in different files becomes one proposal, in the place of the first."""
    index = Index.build(
        Document(id=PositionId(str(number)), title="", text=each.text.plain)
        for number, each in enumerate(found)
    )
    groups = [[number] for number in range(len(found))]
    for pair in index.alike():
        one, other = groups[int(pair.first)], groups[int(pair.second)]
        if one is other or similarity(found[int(pair.first)].text, found[int(pair.second)].text) < ALIKE:
            continue
        if not _places(found, one) & _places(found, other):
            one += other
            for number in other:
                groups[number] = one
    return [
        _one_of([found[each] for each in sorted(group)])
        for number, group in enumerate(groups)
        if number == min(group)
    ]


def _places(found: list[Proposal], group: list[int]) -> set[FoundIn]:
    """Where a group was found: twice in one file are two paragraphs, not one that recurs."""
    return {where for number in group for where in found[number].found_in}


def _one_of(group: list[Proposal]) -> Proposal:
    variants = _newest_first([variant for each in group for variant in each.variants])
    newest = next((each for each in group if variants[0] in each.variants), group[0])
    heading = newest.heading or next((each.heading for each in group if each.heading), "")
    return Proposal(heading=heading, variants=variants, doubt=newest.doubt)


def _newest_first(variants: list[Variant]) -> tuple[Variant, ...]:
    return tuple(sorted(variants, key=lambda each: each.latest or date.min, reverse=True))


# --- what the library has


class _Known:
    """The library as it is compared with what comes."""

    def __init__(self, library: Library, suggestions: Suggestions) -> None:
        self._library = library
        self._suggestions = suggestions
        self._words = {" ".join(text.casefold().split()): each for each, _, text in library.plain_words()}
        self._asked = dict(recommended(library))

    def recognised(self, given: Proposal, progress: Progress, step: tuple[int, int]) -> Proposal:
        """The proposal with what is most like it, if anything is."""
        progress(*step)
        given = replace(given, doubt=self._asked.get(_folded(given.text), given.doubt))
        same = self._words.get(_folded(given.text))
        if same is not None:
            found = [(1.0, same)]
        else:
            wording = Wording(position=PositionId(""), title="", text=given.text)
            found = [(near.cosine, near.id) for near in self._suggestions.near(wording)]
        likes = [
            each
            for position in self._library.positions(identity for _, identity in found)
            for each in _likenesses(position, given.text)
        ]
        best = max(likes, key=lambda each: each.share, default=None)
        return replace(given, like=best) if best is not None and best.share >= LIKE else given


def _likenesses(position: Position, text: RichText) -> Iterator[Likeness]:
    for each in dict.fromkeys((position.newest.wording, position.current.wording)):
        share = similarity(each.text, text)
        yield Likeness(position=position.id, title=each.title, text=each.text, share=share)


def _folded(text: RichText) -> str:
    return " ".join(text.plain.casefold().split())


# --- into the library


class _Arrival:
    """What was accepted on its way in."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._words = {" ".join(text.casefold().split()) for _, _, text in library.plain_words()}
        self.edits: list[Edit] = []
        self.said: list[tuple[PositionId, Variant]] = []
        self.new = self.reworded = self.known = 0

    def take(self, given: Proposal) -> None:
        if _folded(given.text) in self._words:
            self.known += 1
            return
        self._words.add(_folded(given.text))
        if given.rewords and given.like is not None:
            self._reword(given, given.like.position)
        else:
            self._bring(given)

    def _reword(self, given: Proposal, position: PositionId) -> None:
        newest = self._library.position(position).newest.wording
        self.reworded += 1
        self.edits.append(Edit(before=newest, after=tidy(replace(newest, text=given.text))))
        self.said.append((position, given.variants[0]))

    def _bring(self, given: Proposal) -> None:
        """The oldest wording first, each newer one as the revision that follows it."""
        position = PositionId(new_id())
        self.new += 1
        self.edits += added(Facts(position=position, themes=(given.heading,) if given.heading else ()))
        before: Wording | None = None
        for each in reversed(given.variants):
            after = tidy(Wording(position=position, title=given.title, text=each.text))
            self.edits.append(Edit(before=before, after=after))
            self.said.append((position, each))
            before = after


def _uses(library: Library, said: list[tuple[PositionId, Variant]]) -> Iterator[PastUse]:
    """That it was said, when the day is known: by the revision which that wording became."""
    positions = dict.fromkeys(position for position, _ in said)
    revisions = {
        (position, _folded(each.text)): each.id
        for position in positions
        for each in reversed(library.revisions(position))
    }
    for position, variant in said:
        for each in variant.found_in:
            if each.dated is not None:
                yield PastUse(
                    position=position,
                    revision=revisions[position, _folded(variant.text)],
                    response=ResponseId(id_from(f"{each.title} {each.dated}")),
                    response_title=each.title,
                    at=datetime.combine(each.dated, time(12), tzinfo=UTC),
                    verbatim=True,
                )
