"""A response laid out for one form: the same blocks become a Word file, HTML and the preview."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.domain.fields import FieldValues, british_date, first_words, joined_labels
from drafter.domain.records.ids import PassageId, RecommendationId, RevisionId
from drafter.domain.records.reports import Recommendation, Report
from drafter.domain.records.responses import Form, Passage, Response, Section
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import BlockStyle, Inline, Paragraph, Run, normal_paragraph, resolve


class BlockRole(StrEnum):
    """What a block is in the finished document; each has one built-in Word style."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    HEADING1 = "heading 1"
    HEADING2 = "heading 2"
    HEADING3 = "heading 3"
    BODY = "body"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"
    STANCE = "stance"
    """“Our position: Welcome with caveats. Because …”: a body paragraph whose first words are strong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of the finished document; `passage` and `revision` say where its words come from."""

    role: BlockRole
    inlines: tuple[Inline, ...]
    level: int = 0
    restart: bool = False
    passage: PassageId | None = None
    revision: RevisionId | None = None

    @property
    def plain(self) -> str:
        return Paragraph(inlines=self.inlines).plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """A finished document, before it is a file. No merge field is left in it that has a value."""

    form: Form
    response: str
    title: str
    author: str = ""
    subject: str = ""
    organisation: str = ""
    blocks: tuple[Block, ...] = ()

    @property
    def words(self) -> int:
        return sum(len(each.plain.split()) for each in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the officer chose for one export."""

    form: Form = Form.POINT_BY_POINT
    list_unanswered: bool = False
    """Name what was not answered in a last section, instead of leaving it out."""
    quote_recommendations: bool = True


def compose(response: Response, report: Report | None, values: FieldValues, choices: Choices) -> Composition:
    """Lay the response out. Sections stay in her order; the form adds labels, quotations and stances."""
    if choices.form is Form.POINT_BY_POINT:
        body = tuple(_PointByPoint(response, report, values, choices).blocks())
    else:
        body = tuple(_statement(response, report, values))
    head = response.head
    return Composition(
        form=choices.form,
        response=response.id,
        title=head.title,
        author=head.author or values("author") or "",
        subject=f"Response to {report.title}" if report is not None else "",
        organisation=head.organisation or values("organisation") or "",
        blocks=(*_title_block(response, values), *body),
    )


def _title_block(response: Response, values: FieldValues) -> Iterator[Block]:
    head = response.head
    if head.title.strip():
        yield _line(BlockRole.TITLE, head.title)
    if head.standfirst:
        yield _line(BlockRole.SUBTITLE, head.standfirst)
    author = head.author or values("author") or ""
    role = head.role or values("role") or ""
    organisation = head.organisation or values("organisation") or ""
    who = ", ".join(each for each in (author, role, organisation) if each)
    if who:
        yield _line(BlockRole.BYLINE, who)
    if head.dated is not None:
        yield _line(BlockRole.BYLINE, british_date(head.dated))


def _line(role: BlockRole, text: str) -> Block:
    return Block(role=role, inlines=normal_paragraph(Paragraph(inlines=(Run(text=text),))).inlines)


_ROLES = {
    BlockStyle.PARAGRAPH: BlockRole.BODY,
    BlockStyle.BULLET: BlockRole.BULLET,
    BlockStyle.NUMBER: BlockRole.NUMBER,
    BlockStyle.QUOTE: BlockRole.QUOTE,
}
_HEADINGS = (BlockRole.HEADING1, BlockRole.HEADING2, BlockRole.HEADING3)


def _passage_blocks(passage: Passage, values: FieldValues, *, heading: int) -> Iterator[Block]:
    """The passage's paragraphs.

    Its own headings stand below the heading of level `heading` that is above them (1 or 2; 0: there is none).
    A numbered list that opens it counts from 1, whatever ended the passage before.
    """
    below = heading
    for number, each in enumerate(resolve(passage.text, values).paragraphs):
        if each.style is BlockStyle.HEADING2:
            below = heading + 1
        level = below if each.style is BlockStyle.HEADING3 else heading
        yield Block(
            role=_ROLES.get(each.style) or _HEADINGS[min(level, 2)],
            inlines=each.inlines,
            level=each.level,
            restart=each.restart or (number == 0 and each.style is BlockStyle.NUMBER),
            passage=passage.id,
            revision=passage.use.revision if passage.use is not None else None,
        )


def _statement(response: Response, report: Report | None, values: FieldValues) -> Iterator[Block]:
    known = {each.id: each for each in report.recommendations} if report is not None else {}
    level = 0
    for section in filter(_has_words, response.sections):
        if section.heading:
            level = 1
            yield _line(BlockRole.HEADING1, section.heading)
        for passage in section.passages:
            answered = tuple(known[each] for each in passage.answers if each in known)
            yield from _passage_blocks(passage, values.answering(answered), heading=level)


def _has_words(section: Section) -> bool:
    return any(not passage.text.is_empty for passage in section.passages)


class _PointByPoint:
    """Sections in order.

    What answers a recommendation stands under its label, quotation and stance, each once. Readers look for
    labels first, so her own heading follows the label on the same line; above several answers it is their
    chapter.

    A passage that answers several is printed under the first, with all their labels; the others are only
    referred to.
    """

    def __init__(
        self, response: Response, report: Report | None, values: FieldValues, choices: Choices
    ) -> None:
        self._response = response
        self._values = values
        self._choices = choices
        self._known = {each.id: each for each in report.recommendations} if report is not None else {}
        self._answered = {
            each for passage in response.passages if not passage.text.is_empty for each in passage.answers
        }
        self._printed: set[RecommendationId] = set()
        self._under: tuple[Recommendation, ...] = ()
        """What the words that come next answer, as the heading above them says."""
        self._chapter = ""
        self._level = 0

    def blocks(self) -> Iterator[Block]:
        sections = self._response.sections
        answering = [number for number, each in enumerate(sections) if set(each.answers) & self._known.keys()]
        last = max(answering, default=min(0, len(sections) - 1))
        for section in sections[: last + 1]:
            yield from self._section(section)
        yield from self._stances_without_answers()
        for section in sections[last + 1 :]:
            yield from self._section(section)
        if self._choices.list_unanswered:
            yield from self._unanswered()

    def _section(self, section: Section) -> Iterator[Block]:
        passages = [(each, self._answered_by(each)) for each in section.passages if not each.text.is_empty]
        if not passages:
            return
        first = next((answered for _, answered in passages if answered), ())
        own = _is_own_chapter(section, [answered for _, answered in passages])
        if own:
            yield from self._stances_without_answers(before=first[0].id)
            yield from self._own_heading(section.heading)
        elif not first:
            yield from self._own_heading(section.heading)
        else:
            yield from self._heading(first, section.heading)
        for passage, answered in passages:
            if answered:
                yield from self._heading(answered, is_inside=own)
            yield from _passage_blocks(passage, self._values.answering(answered), heading=self._level)

    def _answered_by(self, passage: Passage) -> tuple[Recommendation, ...]:
        return tuple(self._known[each] for each in passage.answers if each in self._known)

    def _own_heading(self, heading: str) -> Iterator[Block]:
        """Her heading above words that answer nothing, or several; without one they go on in the chapter."""
        self._under = ()
        if heading:
            self._chapter = ""
            yield from self._chapter_heading(heading)
        self._level = 1 if heading else min(self._level, 1)

    def _heading(
        self, answered: tuple[Recommendation, ...], title: str = "", *, is_inside: bool = False
    ) -> Iterator[Block]:
        """Chapter, label(s) with her heading, quotation and stance, where they were not printed before.

        Inside a section that is a chapter of its own the report's chapters are not named.
        """
        if answered == self._under and not title:
            return
        fresh = tuple(each for each in answered if each.id not in self._printed)
        if fresh and not is_inside:
            yield from self._stances_without_answers(before=fresh[0].id)
            yield from self._chapter_heading(fresh[0].heading)
        name = joined_labels(answered)
        label = _capital(name) if fresh else f"More on {name}"
        if title and title.casefold() not in {label.casefold(), self._chapter.casefold()}:
            label = f"{label}: {title}"
        yield self._label(label)
        self._under = answered
        for each in fresh:
            yield from self._point(each, named=len(answered) > 1)

    def _label(self, label: str) -> Block:
        self._level = 2 if self._chapter else 1
        return _line(_HEADINGS[self._level - 1], label)

    def _point(self, recommendation: Recommendation, *, named: bool) -> Iterator[Block]:
        self._printed.add(recommendation.id)
        yield from self._quotation(recommendation, named=named)
        yield from self._stance(recommendation, named=named)

    def _chapter_heading(self, chapter: str) -> Iterator[Block]:
        if chapter and chapter != self._chapter:
            yield _line(BlockRole.HEADING1, chapter)
        self._chapter = chapter

    def _quotation(self, recommendation: Recommendation, *, named: bool) -> Iterator[Block]:
        """The recommendation itself; not where the heading says all of it already."""
        is_said = (
            not recommendation.label and not named and joined_labels((recommendation,)) == recommendation.text
        )
        if is_said or not self._choices.quote_recommendations:
            return
        label = f"{_capital(joined_labels((recommendation,)))}: " if named and recommendation.label else ""
        for number, line in enumerate(_lines_of(recommendation)):
            runs = (Run(text=label, bold=True),) if label and number == 0 else ()
            yield Block(role=BlockRole.QUOTE, inlines=(*runs, Run(text=line)))

    def _stance(self, recommendation: Recommendation, *, named: bool) -> Iterator[Block]:
        taken = self._response.stance_on(recommendation.id)
        if taken.stance is Stance.UNDECIDED:
            return
        about = f"Our position on {joined_labels((recommendation,))}" if named else "Our position"
        opening: tuple[Inline, ...] = (Run(text=f"{about}: {taken.stance.phrase}", bold=True),)
        reason = taken.reason.strip()
        words = (Run(text=".", bold=True), Run(text=f" {_sentence(reason)}")) if reason else ()
        clean = normal_paragraph(Paragraph(inlines=(*opening, *words)))
        yield Block(role=BlockRole.STANCE, inlines=clean.inlines)

    def _stances_without_answers(self, before: RecommendationId | None = None) -> Iterator[Block]:
        """Recommendations with a stance and no words, in the report's order: the stance is the answer.

        Those that come before a recommendation in the report, or all that are left.
        """
        for each in self._known.values():
            if each.id == before:
                return
            taken = self._response.stance_on(each.id)
            if each.id in self._printed or taken.stance is Stance.UNDECIDED or taken.set_aside:
                continue
            if before is not None and each.id in self._answered:
                continue
            yield from self._chapter_heading(each.heading)
            yield self._label(_capital(joined_labels((each,))))
            yield from self._point(each, named=False)
            self._under = (each,)

    def _unanswered(self) -> Iterator[Block]:
        left = [each for each in self._known.values() if each.id not in self._printed]
        if not left:
            return
        yield _line(BlockRole.HEADING1, "Not answered here")
        for each in left:
            label = f"{each.name}: " if each.label else ""
            yield _line(BlockRole.BULLET, f"{label}{first_words(each.text, 16)}")


def _is_own_chapter(section: Section, answered: list[tuple[Recommendation, ...]]) -> bool:
    """Her heading stands above several answers, or above words of its own that come before the first."""
    groups = set(filter(None, answered))
    return bool(section.heading and groups) and (len(groups) > 1 or not answered[0])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    """With a full stop, unless it ends as a sentence does, perhaps inside quotation marks."""
    return text if text.rstrip("”’\"')").endswith((".", "!", "?", "…")) else f"{text}."


def _lines_of(recommendation: Recommendation) -> tuple[str, ...]:
    """The quoted text; parts stand on lines of their own where they can be told."""
    text = " ".join(recommendation.text.split())
    lines: list[str] = []
    rest = text
    for part in recommendation.parts:
        words = " ".join(part.text.split())
        found = rest.find(words) if words else -1
        if found < 0:
            return (text,)
        lead = rest[:found].rstrip()
        label = part.label.strip()
        if label and lead.endswith(label):
            lead = lead[: -len(label)].rstrip()
        if lead:
            lines.append(lead)
        lines.append(f"{label} {words}".strip())
        rest = rest[found + len(words) :].lstrip()
    if rest:
        lines.append(rest)
    return tuple(lines)
