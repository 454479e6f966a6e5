"""The pieces that forms have in common: a passage's paragraphs, a quotation, a stance, the title block."""

from collections.abc import Iterator

from drafter.domain.composing.blocks import HEADINGS, Block, BlockRole, as_sentence, capital, line, strong
from drafter.domain.composing.material import Material, has_words
from drafter.domain.fields import FieldValues, british_date, joined_labels
from drafter.domain.records.reports import Recommendation
from drafter.domain.records.responses import Passage, Section
from drafter.domain.records.stances import Stance, StanceTaken
from drafter.domain.richtext import BlockStyle, RichText, Run, resolve

_ROLES = {
    BlockStyle.PARAGRAPH: BlockRole.BODY,
    BlockStyle.BULLET: BlockRole.BULLET,
    BlockStyle.NUMBER: BlockRole.NUMBER,
    BlockStyle.QUOTE: BlockRole.QUOTE,
}


def title_block(material: Material) -> Iterator[Block]:
    """Headline, standfirst, author and role, date: what of these there is."""
    head = material.response.head
    if head.title.strip():
        yield line(BlockRole.TITLE, head.title)
    if head.standfirst:
        yield line(BlockRole.SUBTITLE, head.standfirst)
    yield from bylines(material)


def bylines(material: Material) -> Iterator[Block]:
    """Who signs it, and when."""
    head, values = material.response.head, material.values
    author = head.author or values("author") or ""
    role = head.role or values("role") or ""
    organisation = head.organisation or values("organisation") or ""
    who = ", ".join(each for each in (author, role, organisation) if each)
    if who:
        yield line(BlockRole.BYLINE, who)
    if head.dated is not None:
        yield line(BlockRole.BYLINE, british_date(head.dated))


def passage_blocks(passage: Passage, values: FieldValues, *, heading: int) -> Iterator[Block]:
    """The passage's paragraphs; `heading` is the level of the heading above them (1 or 2; 0: there is none).

    A numbered list that opens it counts from 1, whatever ended the passage before.
    """
    revision = passage.use.revision if passage.use is not None else None
    for each in text_blocks(passage.text, values, heading=heading):
        yield Block(
            role=each.role,
            inlines=each.inlines,
            level=each.level,
            restart=each.restart,
            passage=passage.id,
            revision=revision,
        )


def text_blocks(text: RichText, values: FieldValues, *, heading: int) -> Iterator[Block]:
    """Paragraphs of rich text; its own headings stand below the one above them."""
    below = heading
    for number, each in enumerate(resolve(text, values).paragraphs):
        if each.style is BlockStyle.HEADING2:
            below = heading + 1
        level = below if each.style is BlockStyle.HEADING3 else heading
        yield Block(
            role=_ROLES.get(each.style) or HEADINGS[min(level, 2)],
            inlines=each.inlines,
            level=each.level,
            restart=each.restart or (number == 0 and each.style is BlockStyle.NUMBER),
        )


def sections_as_they_are(material: Material, sections: tuple[Section, ...]) -> Iterator[Block]:
    """Her sections as running text, without labels and quotations; a heading is of the first level."""
    level = 0
    for section in filter(has_words, sections):
        if section.heading:
            level = 1
            yield line(BlockRole.HEADING1, section.heading)
        for passage in section.passages:
            yield from passage_blocks(passage, material.values_in(passage), heading=level)


def quotation(recommendation: Recommendation, *, named: bool = False) -> Iterator[Block]:
    """The recommendation itself, after its label where it is one of several."""
    label = f"{capital(joined_labels((recommendation,)))}: " if named and recommendation.label else ""
    for number, each in enumerate(lines_of(recommendation)):
        runs = (Run(text=label, bold=True),) if label and number == 0 else ()
        yield Block(role=BlockRole.QUOTE, inlines=(*runs, Run(text=each)))


def says_all_in_its_name(recommendation: Recommendation) -> bool:
    """Without a label it is called by its first words: sometimes these are all."""
    return not recommendation.label and joined_labels((recommendation,)) == recommendation.text


def stance_block(taken: StanceTaken, *, on: str = "") -> Block | None:
    """“Our position: Welcome. Because …”, or nothing while she has none."""
    if taken.stance is Stance.UNDECIDED:
        return None
    about = f"Our position on {on}" if on else "Our position"
    reason = taken.reason.strip()
    if not reason:
        return strong(BlockRole.STANCE, f"{about}: {taken.stance.phrase}")
    return strong(BlockRole.STANCE, f"{about}: {taken.stance.phrase}.", f" {as_sentence(reason)}")


def lines_of(recommendation: Recommendation) -> tuple[str, ...]:
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
