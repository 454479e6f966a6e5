"""A page of words for tests of what is done with them, and where they stand on its picture."""

from PySide6.QtCore import QPointF

from drafter.domain.printed import Printed
from drafter.domain.records.page_words import PageWords, PlacedLine, PlacedWord

LINES = ("Ministers should fund small char-", "ities for three years. We also", "say:", "Councils must meet.")


def a_page_of(*lines, page=1, opens=(0, 3), foot=""):
    """Words of ten points' height on a sheet of 400 by 600; a line that ends in a hyphen goes on."""
    rows = [*lines, foot] if foot else list(lines)
    return Printed(
        PageWords(
            page=page,
            width=400,
            height=600,
            lines=tuple(
                PlacedLine(
                    words=tuple(placed_words(row.removesuffix("-"), 40 + 20 * at)),
                    opens=at in opens,
                    goes_on=row.endswith("-"),
                    is_aside=row == foot,
                )
                for at, row in enumerate(rows)
            ),
        )
    )


def placed_words(row, top):
    left = 20
    for word in row.split():
        yield PlacedWord(text=word, left=left, top=top, right=left + 6 * len(word), bottom=top + 10)
        left += 6 * len(word) + 4


def at(area, word, *, end=False):
    """The middle of a word of the page, by its number, or right of it."""
    [band] = area.picture._words.bands((word, word + 1))
    place = area.picture._placed(*band)
    return (QPointF(place.right() + 40, place.center().y()) if end else place.center()).toPoint()
