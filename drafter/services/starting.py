"""“Start me off”: a draft laid out from the report, the stances and the agreed words, for her to edit."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.domain.coverage import Cover, Coverage, Covered, coverage
from drafter.domain.errors import NothingToDo
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PassageId, RecommendationId, SectionId, new_id
from drafter.domain.records.people import Person
from drafter.domain.records.positions import Kind, Position
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Passage, Response, Section, Shape, Use
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import EMPTY, Field, Paragraph, RichText, Run, normal
from drafter.services.agreed_words import AgreedWords
from drafter.services.answering import report_of
from drafter.services.exporting import values_of
from drafter.store.library import Library

ASKS = "What we ask"
"""The heading over a statement's asks and its closing."""

_MOST_ASKS = 3
_NUMBERED = re.compile(
    r"(?:chapter|part|section|theme)\s+(?:\d+|[ivx]+|[a-z])\s*[:.\u2013\u2014-]\s*", re.IGNORECASE
)
_LEADS = {
    Stance.WELCOME: ("We welcome ", "."),
    Stance.WELCOME_WITH_CAVEATS: ("We welcome ", ", with caveats."),
    Stance.GO_FURTHER: ("We welcome ", " and would go further."),
    Stance.NEUTRAL: ("We neither support nor oppose ", "."),
    Stance.OPPOSE: ("We do not support ", "."),
}
"""What an officer would begin with, round the recommendations' labels."""

_AGREED = {Stance.WELCOME_WITH_CAVEATS: Kind.CAVEAT, Stance.GO_FURTHER: Kind.ASK}
"""The agreed words that a stance calls for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The sections as they shall be, and one line on what was laid out and what is left to do."""

    sections: tuple[Section, ...]
    sentence: str


def start(library: Library, response: Response, *, person: Person, progress: Progress = silent) -> Start:
    """Lay out what is not there yet; all that is written stays as it is, where it is.

    Nothing is kept: the open draft takes the sections. Raises NothingToDo where all is laid out.
    """
    report = report_of(library, response.head)
    words = AgreedWords.build(
        library, response, values=values_of(library, response, person), progress=progress
    )
    layout = _Layout(response, report, words)
    sections = tuple(layout.statement() if layout.is_statement else layout.point_by_point())
    if not layout.said:
        raise NothingToDo("All is laid out already. Go on writing, or insert from the library.")
    return Start(sections=sections, sentence=_sentence(response, sections, layout))


class _Layout:
    """One response on its way. Positions are taken once, so that nothing is said twice."""

    def __init__(self, response: Response, report: Report | None, words: AgreedWords) -> None:
        self._response = response
        self._words = words
        self.coverage: Coverage = coverage(response, report)
        self.title = report.title if report is not None else response.head.title
        self.is_statement = response.head.shape is Shape.STATEMENT
        self.said: list[str] = []

    # --- a statement

    def statement(self) -> Iterator[Section]:
        written = [each for each in self._response.sections if _is_written(each)]
        if (opening := self._opening()) is not None and not _opens(written):
            yield _section(opening)
        elif not _opens(written):
            yield _section(self._empty())
        themes = self._themes()
        yield from self._with_themes(written, themes)
        if themes:
            self.said.append(_many(len(themes), "theme"))
        for heading, passages in themes.items():
            yield _section(*passages, heading=heading)
        yield from self._end(written)

    def _with_themes(self, written: list[Section], themes: dict[str, list[Passage]]) -> Iterator[Section]:
        """What is written, each theme that has its section already joined to it."""
        for each in written:
            if each.heading.strip() == ASKS:
                continue
            more = themes.pop(each.heading.strip(), []) if each.heading.strip() else []
            yield replace(each, passages=(*each.passages, *(one for one in more if not one.text.is_empty)))

    def _themes(self) -> dict[str, list[Passage]]:
        """The report's headings with what was decided on the recommendations under them."""
        found: dict[str, list[Passage]] = {}
        for heading, group in self._by_heading():
            decided = list(self._leads([each for each in group if not each.passages]))
            answered = any(each.passages for each in group)
            if decided or not answered:
                found[heading] = decided or [self._empty()]
        return found

    def _by_heading(self) -> list[tuple[str, list[Covered]]]:
        """Without what is set aside or left without comment."""
        found: dict[str, list[Covered]] = {}
        for each in self.coverage.recommendations:
            if not each.taken.set_aside and each.stance is not Stance.NO_COMMENT:
                found.setdefault(_theme(each.recommendation.heading), []).append(each)
        return list(found.items())

    def _leads(self, group: list[Covered]) -> Iterator[Passage]:
        """A sentence for each stance taken, its reasons, and the caveat that is agreed."""
        for stance, lead in _LEADS.items():
            of_stance = [each for each in group if each.stance is stance]
            if not of_stance:
                continue
            answers = tuple(each.recommendation.id for each in of_stance)
            reasons = tuple(each.taken.reason for each in of_stance)
            yield self._own(_lead(lead, reasons), answers)
            if stance is Stance.WELCOME_WITH_CAVEATS:
                for each in of_stance:
                    yield from self._agreed(Kind.CAVEAT, each)

    def _end(self, written: list[Section]) -> Iterator[Section]:
        """The asks and the closing, under one heading that may be there already."""
        there = next((each for each in written if each.heading.strip() == ASKS), None)
        if there is not None:
            yield there
            return
        asks = list(self._asks())
        closing = self._closing()
        made = [*asks, *((closing,) if closing is not None else ())] or [self._empty()]
        yield _section(*made, heading=ASKS)

    def _asks(self) -> Iterator[Passage]:
        taken = [each for each in self.coverage.recommendations if each.stance in _LEADS]
        found = 0
        for each in taken:
            for passage in self._agreed(Kind.ASK, each):
                found += 1
                yield passage
            if found == _MOST_ASKS:
                break
        if found:
            self.said.append(_many(found, "ask"))

    # --- point by point

    def point_by_point(self) -> Iterator[Section]:
        sections = list(self._response.sections)
        self._open_with(sections)
        missing = [each for each in self.coverage.recommendations if not _has_place(each, sections)]
        for each in missing:
            sections.insert(self._place(sections, each), _section(self._empty(each.recommendation.id)))
        if missing:
            self.said.append(_many(len(missing), "section"))
        filled = [self._filled(each) for each in sections]
        yield from filled
        count = sum(one != other for one, other in zip(sections, filled, strict=True))
        if count:
            self.said.append(f"the start of {_many(count, 'answer')}")
        if (closing := self._closing()) is not None:
            yield _section(closing)

    def _open_with(self, sections: list[Section]) -> None:
        opening = self._opening()
        if opening is None or (sections and _is_written(sections[0]) and not sections[0].answers):
            return
        if sections and not sections[0].answers and not sections[0].heading:
            sections[0] = replace(sections[0], passages=(opening,))
        else:
            sections.insert(0, _section(opening))

    def _place(self, sections: list[Section], covered: Covered) -> int:
        """After the last section that answers something earlier in the report."""
        order = [each.recommendation.id for each in self.coverage.recommendations]
        earlier = set(order[: order.index(covered.recommendation.id)])
        after = [at for at, each in enumerate(sections) if earlier & set(each.answers)]
        if after:
            return after[-1] + 1
        return next((at for at, each in enumerate(sections) if each.answers), len(sections))

    def _filled(self, section: Section) -> Section:
        """Agreed words that the stance calls for, where the answer is still empty."""
        if any(not each.text.is_empty for each in section.passages):
            return section
        covered = [found for each in section.answers if (found := self.coverage.of(each)) is not None]
        kinds = [(_AGREED[each.stance], each) for each in covered if each.stance in _AGREED]
        made = tuple(passage for kind, each in kinds for passage in self._agreed(kind, each))
        return replace(section, passages=made) if made and len(covered) == 1 else section

    # --- passages

    def _opening(self) -> Passage | None:
        return self._once(Kind.OPENING, "an opening")

    def _closing(self) -> Passage | None:
        return self._once(Kind.CLOSING, "a closing")

    def _once(self, kind: Kind, named: str) -> Passage | None:
        """The best of a kind of which a draft has one; None where it has it, or there is none."""
        if self._words.is_used(kind):
            return None
        found = self._words.take(kind, self.title, anything=True)
        if found is None:
            return None
        self.said.append(named)
        return self._of(found)

    def _agreed(self, kind: Kind, covered: Covered) -> Iterator[Passage]:
        asked = covered.recommendation
        found = self._words.take(kind, asked.text, hint=asked.heading)
        if found is not None:
            yield self._of(found, asked.id)

    def _of(self, position: Position, *answers: RecommendationId) -> Passage:
        use = Use(position=position.id, revision=position.current.id)
        return Passage(
            id=PassageId(new_id()),
            response=self._response.id,
            text=position.current.text,
            answers=answers,
            use=use,
        )

    def _own(self, text: RichText, answers: tuple[RecommendationId, ...]) -> Passage:
        return Passage(id=PassageId(new_id()), response=self._response.id, text=text, answers=answers)

    def _empty(self, *answers: RecommendationId) -> Passage:
        return self._own(EMPTY, answers)


def _section(*passages: Passage, heading: str = "") -> Section:
    return Section(id=SectionId(new_id()), heading=heading, passages=passages)


def _theme(heading: str) -> str:
    """A heading of the report as a statement has it: “Giving time”, not “Chapter 1: Giving time”."""
    return _NUMBERED.sub("", heading.strip()).strip() or heading.strip()


def _has_place(covered: Covered, sections: list[Section]) -> bool:
    return any(covered.recommendation.id in each.answers for each in sections)


def _is_written(section: Section) -> bool:
    """She gave it a heading or words."""
    return bool(section.heading.strip()) or any(not each.text.is_empty for each in section.passages)


def _opens(written: list[Section]) -> bool:
    """Words stand above the first heading: that is an opening, whoever wrote it."""
    return bool(written) and not written[0].heading.strip()


def _lead(round_labels: tuple[str, str], reasons: Iterable[str]) -> RichText:
    """“We welcome ‹recommendation.label›. Because …”, with a capital and a full stop."""
    before, after = round_labels
    said = "".join(f" {_as_sentence(each)}" for each in reasons if each.strip())
    inlines = (Run(text=before), Field(name="recommendation.label"), Run(text=f"{after}{said}"))
    return normal(RichText(paragraphs=(Paragraph(inlines=inlines),)))


def _as_sentence(text: str) -> str:
    tidy = " ".join(text.split())
    return tidy[:1].upper() + tidy[1:] + ("" if tidy.endswith((".", "!", "?")) else ".")


def _sentence(response: Response, sections: tuple[Section, ...], layout: _Layout) -> str:
    """As the banner says it: "Laid out an opening and 6 themes. Left to do: 2 sections to write."."""
    said = _listed(layout.said)
    undecided = sum(
        each.stance is Stance.UNDECIDED
        and each.cover is not Cover.CONCLUSION
        and not each.taken.set_aside
        and not (layout.is_statement and each.passages)
        for each in layout.coverage.recommendations
    )
    after = replace(response, sections=sections)
    empty = sum(all(each.text.is_empty for each in section.passages) for section in after.sections)
    left = [
        *([f"{_many(undecided, 'recommendation')} without a stance"] if undecided else ()),
        *([f"{_many(empty, 'section')} to write"] if empty else ()),
    ]
    return f"Laid out {said}. " + (
        f"Left to do: {_listed(left)}." if left else "Read it through and edit it."
    )


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _many(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
