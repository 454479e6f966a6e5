"""How wide words are in Arial and its like, to see where lines end without a word processor."""

from bisect import bisect_right
from itertools import accumulate
from typing import Final

_NARROW: Final = {
    222: "ijl'‘’",
    278: " !,./:;I[\\]ft\u00a0|",
    333: "()-`r“”",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS: Final = {character: width for width, characters in _NARROW.items() for character in characters}
_USUAL: Final = 556
_BOLD: Final = 1.065
"""Bold words run so much wider."""


class Widths(dict[str, float]):
    """Widths of words with the space behind them, in thousandths of the size, each measured once."""

    def __missing__(self, word: str) -> float:
        width = self[word] = float(sum(_WIDTHS.get(each, _USUAL) for each in word) + _WIDTHS[" "])
        return width


_WORDS: Final = Widths()
_MOST: Final = 50_000


def lines_of(text: str, width: float, *, is_bold: bool = False) -> int:
    """How many lines the text fills that are so many thousandths of its size wide."""
    if len(_WORDS) > _MOST:
        _WORDS.clear()
    room = (width / _BOLD if is_bold else width) + _WIDTHS[" "]
    ends = list(accumulate(map(_WORDS.__getitem__, text.split(" "))))
    lines, at, start = 1, 0, 0.0
    while ends[-1] - start > room:
        at = max(
            bisect_right(ends, start + room, at), at + 1
        )  # a word that is too long has a line of its own
        if at == len(ends):
            break
        start = ends[at - 1]
        lines += 1
    return lines
