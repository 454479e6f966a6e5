"""Rich text written into a Word file and read again has the same words, links, lists and notes."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from drafter.domain.composing import Block, BlockRole
from drafter.domain.richtext import (
    BlockStyle,
    Footnote,
    Inline,
    Paragraph,
    RichText,
    Run,
    normal_paragraph,
    resolve,
)
from drafter.word.footnotes import note_pieces
from drafter.word.links import written_address
from drafter.word.past_responses import headed_paragraphs
from drafter.word.writing import write
from tests.strategies import rich_texts
from tests.word.compositions import PASSAGE, a_composition
from tests.word.reading import Shown, links_of, shown, starts_of

ROLES = {
    BlockStyle.PARAGRAPH: BlockRole.BODY,
    BlockStyle.HEADING2: BlockRole.HEADING1,
    BlockStyle.HEADING3: BlockRole.HEADING1,
    BlockStyle.BULLET: BlockRole.BULLET,
    BlockStyle.NUMBER: BlockRole.NUMBER,
    BlockStyle.QUOTE: BlockRole.QUOTE,
}
STYLES = {
    BlockRole.BODY: "Normal",
    BlockRole.HEADING1: "Heading 1",
    BlockRole.BULLET: "List Bullet",
    BlockRole.NUMBER: "List Number",
    BlockRole.QUOTE: "Quote",
}

finished = rich_texts.map(lambda text: resolve(text, lambda name: f"[{name}]"))
"""Rich text as it is when it is exported: every field has its value."""


def as_block(paragraph: Paragraph) -> Block:
    return Block(
        role=ROLES[paragraph.style],
        inlines=paragraph.inlines,
        level=paragraph.level,
        restart=paragraph.restart,
        passage=PASSAGE,
    )


def expected(block: Block) -> Shown:
    number = f" {block.level + 1}" if block.level else ""
    return Shown(
        style=f"{STYLES[block.role]}{number}",
        text=block.plain,
        links=tuple(links(block.inlines)),
        notes=tuple(note_words(each) for each in block.inlines if isinstance(each, Footnote)),
    )


def links(inlines: tuple[Inline, ...]):
    """Words and address of each link; neighbours that lead to the same place are one."""
    found: list[tuple[str, str]] = []
    last = ""
    for each in inlines:
        text, link = (each.text, each.link) if isinstance(each, Run) else ("", "")
        if link and link == last:
            found[-1] = found[-1][0] + text, found[-1][1]
        elif link:
            found.append((text, written_address(link)))
        last = link
    return found


def note_words(note: Footnote) -> str:
    return "".join(text for text, _ in note_pieces(note)).strip()


@given(text=finished)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_words_links_and_notes_come_back(tmp_path, text: RichText):
    blocks = tuple(map(as_block, text.paragraphs))
    target = tmp_path / "response.docx"

    entries = write(a_composition(*blocks), target)

    read = [
        Shown(style=each.style, text=each.text, links=each.links, notes=each.notes) for each in shown(target)
    ]
    assert read == [expected(each) for each in blocks]
    assert [each.text for each in entries] == [each.plain for each in blocks]
    assert len(set(links_of(target).values())) == len(links_of(target))


@given(text=finished)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_numbers_come_out_as_the_text_means_them(tmp_path, text: RichText):
    blocks = tuple(map(as_block, text.paragraphs))
    target = tmp_path / "response.docx"

    write(a_composition(*blocks), target)

    assert counted_by_word(target) == counted_by_meaning(text.paragraphs)


@given(text=finished)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bold_and_italic_come_back_inside_links_too(tmp_path, text: RichText):
    plain = [each for each in text.paragraphs if not each.style.is_heading]
    bare = (normal_paragraph(replace(each, inlines=without_notes(each.inlines))) for each in plain)
    blocks = tuple(map(as_block, bare))
    target = tmp_path / "response.docx"

    write(a_composition(*blocks), target)

    read = [emphasis(each.paragraph.inlines) for each in headed_paragraphs(target)]
    assert read == [emphasis(each.inlines) for each in blocks if each.plain.strip()]


def without_notes(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(each for each in inlines if isinstance(each, Run))


def emphasis(inlines: tuple[Inline, ...]):
    """Each character with what it looks like, spaces left out."""
    runs = [each for each in inlines if isinstance(each, Run)]
    return [(char, each.bold, each.italic) for each in runs for char in each.text if char != " "]


def counted_by_meaning(paragraphs):
    """The number each numbered paragraph has: counting goes on until the list ends or is told to restart."""
    running: dict[int, int] = {}
    counts = []
    for each in paragraphs:
        if not each.style.is_list:
            running.clear()
            continue
        running = {level: count for level, count in running.items() if level <= each.level}
        if each.style is BlockStyle.BULLET:
            running.pop(each.level, None)
        else:
            running[each.level] = 1 if each.restart else running.get(each.level, 0) + 1
            counts.append(running[each.level])
    return counts


def counted_by_word(path):
    """The numbers Word shows: a count a level, shared by all lists, begun anew by an item further out."""
    starts = starts_of(path)
    counts: dict[int, int] = {}
    begun: set[tuple[int, int]] = set()
    shown_numbers = []
    for each in shown(path):
        if each.num is None or not each.style.startswith("List Number"):
            continue
        starts_here = each.level in starts[each.num] and (each.num, each.level) not in begun
        counts[each.level] = 1 if starts_here else counts.get(each.level, 0) + 1
        begun.add((each.num, each.level))
        counts = {level: count for level, count in counts.items() if level <= each.level}
        shown_numbers.append(counts[each.level])
    return shown_numbers
