"""Written evidence for a committee: who submits it, a summary, who we are, then numbered paragraphs.

The summary is made of what she wrote for one, else of the draft itself:
1. a section whose heading says that it is a summary ("Summary", "Our response in brief", "Key points"):
   each of its paragraphs is a bullet, and it is not printed again;
2. else a bullet for each section: its ask, where it holds a position of that kind, else its first sentence;
3. where that would be more than a dozen bullets and positions were taken, one for each position instead:
   "Welcome: recommendations 1, 2 and 5."
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from drafter.domain.composing.blocks import HEADINGS, Block, BlockRole, capital, line, strong
from drafter.domain.composing.material import Material, has_words
from drafter.domain.composing.passages import bylines, passage_blocks, sections_as_they_are
from drafter.domain.composing.point_by_point import points
from drafter.domain.composing.statement import about_us, is_about_us
from drafter.domain.fields import joined_labels
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Passage, Section, Shape
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import MAX_LEVEL, BlockStyle, resolve

MOST_BULLETS = 12

_SUMMARY = re.compile(
    r"\b(?:summary|summarised|in brief|in short|at a glance|(?:key|main) (?:points|messages|asks))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bNo)(?<!\bvs)[.!?…][”’\"')]*(?=\s+[“‘\"'(]?[A-Z£€$\d])")


def written_evidence(material: Material) -> Iterator[Block]:
    """Recommendations are named and not quoted: a committee asks for few words, and has its own."""
    sections = tuple(filter(has_words, material.response.sections))
    summaries = tuple(filter(is_summary, sections))
    about = tuple(each for each in sections if each not in summaries and is_about_us(each, material))
    rest = tuple(each for each in sections if each not in summaries and each not in about)
    yield from _head(material)
    bullets = tuple(_written(material, summaries) if summaries else _made(material, rest))
    if bullets:
        yield line(BlockRole.HEADING1, "Summary")
        yield from bullets
    yield from _counted(_who_we_are(material, about))
    yield from _counted(_body(material, rest))


def is_summary(section: Section) -> bool:
    """She wrote it as one: its heading says so, and it has words."""
    return has_words(section) and _SUMMARY.search(section.heading) is not None


def submitted_by(material: Material) -> str:
    """“Written evidence submitted by the Small Grants Trust”."""
    head, values = material.response.head, material.values
    names = head.organisation, values("organisation"), head.author, values("author")
    who = next((each for each in names if each), "")
    return f"Written evidence submitted by {who}" if who else "Written evidence"


def _head(material: Material) -> Iterator[Block]:
    yield line(BlockRole.TITLE, submitted_by(material))
    if material.response.head.title.strip():
        yield line(BlockRole.SUBTITLE, material.response.head.title)
    yield from bylines(material)


def _who_we_are(material: Material, about: tuple[Section, ...]) -> Iterator[Block]:
    if about:
        yield from sections_as_they_are(material, about)
    elif material.choices.about_us:
        yield from about_us(material)


def _body(material: Material, sections: tuple[Section, ...]) -> Iterator[Block]:
    response = replace(material.response, sections=sections)
    if response.head.shape is Shape.STATEMENT:
        yield from sections_as_they_are(material, sections)
    else:
        yield from points(replace(material, response=response), quoted=False)


def _counted(blocks: Iterator[Block]) -> Iterator[Block]:
    """Running text gets its number; a list stands one level in, below the paragraph that leads to it."""
    for each in blocks:
        if each.role in {BlockRole.BODY, BlockRole.STANCE}:
            yield replace(each, role=BlockRole.COUNTED)
        elif each.role in {BlockRole.BULLET, BlockRole.NUMBER}:
            yield replace(each, level=min(each.level + 1, MAX_LEVEL))
        else:
            yield each


# --- the summary


def _written(material: Material, summaries: tuple[Section, ...]) -> Iterator[Block]:
    """What she wrote as one, a bullet a paragraph; a list stands below the line that leads to it."""
    below = 0
    for section in summaries:
        for passage in section.passages:
            for each in passage_blocks(passage, material.values_in(passage), heading=1):
                if each.role in HEADINGS:
                    continue
                is_item = each.role in {BlockRole.BULLET, BlockRole.NUMBER}
                if not is_item:
                    below = int(each.plain.rstrip().endswith(":"))
                level = min(each.level + below, MAX_LEVEL) if is_item else 0
                yield replace(each, role=BlockRole.BULLET, level=level, restart=False)


def _made(material: Material, sections: tuple[Section, ...]) -> Iterator[Block]:
    bullets = [each for section in sections if (each := _first_words(material, section))]
    by_position = tuple(_positions(material)) if len(bullets) > MOST_BULLETS else ()
    yield from by_position or bullets


def _first_words(material: Material, section: Section) -> Block | None:
    """The sentence that stands for a section, behind the label of what it answers."""
    kinds = material.background.kinds
    written = [each for each in section.passages if not each.text.is_empty]
    asks = [each for each in written if each.use is not None and kinds.get(each.use.position) is Kind.ASK]
    for passage in (*asks, *written):
        sentence = _first_sentence(material, passage)
        if sentence:
            answered = (material.known[each] for each in section.answers if each in material.known)
            named = joined_labels(tuple(answered))
            if named and material.response.head.shape is not Shape.STATEMENT:
                return strong(BlockRole.BULLET, f"{capital(named)}:", f" {sentence}")
            return line(BlockRole.BULLET, sentence)
    return None


def _first_sentence(material: Material, passage: Passage) -> str:
    """Of its first paragraph of running text; a line that only leads to a list says nothing by itself."""
    for each in resolve(passage.text, material.values_in(passage)).paragraphs:
        words = each.plain
        if each.style is BlockStyle.PARAGRAPH and not words.rstrip().endswith(":"):
            found = _ENDS.search(words)
            return words[: found.end()] if found else words
    return ""


def _positions(material: Material) -> Iterator[Block]:
    """Each position with the recommendations on which it is taken."""
    taken = [(material.stance_on(each), each) for each in material.known.values()]
    for stance in Stance:
        named = tuple(each for one, each in taken if one.stance is stance and not one.set_aside)
        if named and stance is not Stance.UNDECIDED:
            yield strong(BlockRole.BULLET, f"{stance.phrase}:", f" {joined_labels(named)}.")
