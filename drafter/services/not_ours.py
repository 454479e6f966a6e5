"""Paragraphs of a past response that are most likely no wording of ours, and why, in words."""

import re
from collections.abc import Iterator

from drafter.domain.composing.passages import lines_of
from drafter.store.library import Library
from drafter.word.past_responses import HeadedParagraph

QUOTED = "A quotation"
STANCE_LINE = "Only says our position"

_STANCE = re.compile(r"our position(?: on [^:]{1,120})?:", re.IGNORECASE)


def doubt_of(given: HeadedParagraph) -> str:
    """Nothing where nothing speaks against it."""
    if given.is_quoted:
        return QUOTED
    return STANCE_LINE if _STANCE.match(given.paragraph.plain) else ""


def recommended(library: Library) -> Iterator[tuple[str, str]]:
    """What the reports of the library recommend, whole and line by line in small letters, and the doubt."""
    for report in library.reports():
        for each in report.recommendations:
            for words in (each.text, *lines_of(each)):
                yield " ".join(words.casefold().split()), f"A recommendation of “{report.title}”"
