"""Past responses in Word as positions.

One a paragraph, its heading as the theme, all as drafts to be looked at.
"""

from pathlib import Path

from drafter.domain.errors import NotALibraryFile
from drafter.domain.richtext import Paragraph, RichText, normal
from drafter.domain.richtext_html import to_html
from drafter.services.library_files import PositionEntry
from drafter.word.past_responses import HeadedParagraph, headed_paragraphs

LEAST_WORDS = 12
"""A shorter paragraph is a label, a date or a signature, not a position.

A list belongs to what leads to it.
"""

_TITLE_WORDS = 9


def entries_from_word(path: Path) -> tuple[PositionEntry, ...]:
    """Raises NotALibraryFile where no paragraph is long enough to be a position."""
    found = tuple(map(_entry, _grouped(headed_paragraphs(path))))
    if not found:
        raise NotALibraryFile(
            f"“{path.name}” has no paragraph of {LEAST_WORDS} words or more, so nothing was added. "
            "Copy what you need into a new position."
        )
    return found


def _grouped(paragraphs: tuple[HeadedParagraph, ...]) -> list[tuple[str, list[Paragraph]]]:
    """Lists join the paragraph that they follow; what is too short is left out."""
    groups: list[tuple[str, list[Paragraph]]] = []
    for each in paragraphs:
        if each.paragraph.style.is_list and groups and groups[-1][0] == each.heading:
            groups[-1][1].append(each.paragraph)
        elif len(each.paragraph.plain.split()) >= LEAST_WORDS:
            groups.append((each.heading, [each.paragraph]))
    return groups


def _entry(group: tuple[str, list[Paragraph]]) -> PositionEntry:
    heading, paragraphs = group
    words = paragraphs[0].plain.split()
    title = " ".join(words[:_TITLE_WORDS]).rstrip(",;:.") + (" …" if len(words) > _TITLE_WORDS else "")
    return PositionEntry(
        title=title,
        themes=(heading,) if heading else (),
        body=to_html(normal(RichText(paragraphs=tuple(paragraphs)))),
    )
