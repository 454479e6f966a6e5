"""The pages that plain text was copied or saved from, put into one: without heads, feet and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_WORD_LABEL = re.compile(r"(?:\w+ )?(?:recommendation|question|proposal|conclusion|rec|q|r)\.? ?#.*", re.I)
LABEL_ALONE = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){1,2}\.?|\d{1,3}[.)]|[a-z][.)]|[IVXL]{1,6}\.|[A-Z]\d{1,2}[*†‡]?|\d{1,2}\([a-z]\)"
    r"|\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|[•▪◦\uf0b7]"
)
_FEWEST_PAGES, _OFTEN = 4, 3
"""Of at least so many pages a head stands on at least so many: each chapter may have its own."""
_FEWEST_NUMBERS, _SHORTEST_PAGE, _LONGEST_PAGE = 3, 15, 150
"""Rows with a number alone are page numbers where so many count on, each so many rows below the last."""
_NUMBER = re.compile(r"\s*(?:page |[-–] ?)?(?P<number>\d{1,3})(?: ?[-–]|(?: of |/)\d{1,3})?\s*", re.I)
_FINISHED = re.compile(r"[.:;?!][’”\"')]*\s*$")


def in_one(text: str) -> list[str]:
    """The rows of all pages; a head or foot that several of them have, but for its number, stands only once.

    A sentence that goes on over a page's end is not cut there.
    """
    parted = [page.strip("\n").split("\n") for page in text.split("\f")]
    if len(parted) == 1:
        parted = _parted(parted[0])
    parted = [page for page in parted if any(map(str.strip, page)) or len(parted) == 1]
    shapes = Counter(shape for page in parted for shape in {_shape(page[at]) for at in _edges(page)})
    often = {shape for shape, count in shapes.items() if count >= _OFTEN and not _is_label(shape)}
    rows: list[str] = []
    seen: set[str] = set()
    for page in parted:
        edges = _edges(page)
        kept: list[str] = []
        for at, row in enumerate(page):
            shape = _shape(row) if at in edges else ""
            if shape in often and shape in seen and len(parted) >= _FEWEST_PAGES:
                continue
            seen.add(shape)
            kept.append(row)
        _add(rows, kept)
    return [*rows, ""]


def _parted(rows: list[str]) -> list[list[str]]:
    """At the numbers of pages, which are left out; the whole where there are none."""
    pages: list[list[str]] = []
    start = 0
    for at in _numbered_feet(rows) or _page_numbers(rows):
        pages.append(rows[start:at])
        start = at + 1
    return [*pages, rows[start:]]


def _numbered_feet(rows: Sequence[str]) -> list[int]:
    """Rows that say the same but for the number of the page: "EN 3/12" and "EN 4/12", "Summary 5"."""
    alike: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for at, row in enumerate(rows):
        found = _FOOT.fullmatch(row.strip()) if len(row) < _LONGEST_FOOT else None
        if found is None or _is_label(_shape(row)):
            continue
        pages = found["pages"] or ""
        if pages or (len(found["said"].split()) >= _FEWEST_SAID and _is_apart(rows, at)):
            alike.setdefault((found["said"], pages), []).append((int(found["number"]), at))
    (_, of), feet = max(alike.items(), key=lambda each: len(each[1]), default=(("", ""), []))
    shortest = 1 if of else _SHORTEST
    rising = all(one[0] < other[0] and other[1] - one[1] >= shortest for one, other in pairwise(feet))
    return [at for _, at in feet] if rising and len(feet) > 1 else []


def _is_apart(rows: Sequence[str], at: int) -> bool:
    """With a blank row, or nothing, above and below."""
    return not any(row.strip() for row in (*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2]))


_FOOT = re.compile(r"(?P<said>\S.*?)\s(?P<number>\d{1,3})(?:(?:/| of )(?P<pages>\d{1,3}))?", re.I)
_LONGEST_FOOT, _FEWEST_SAID, _SHORTEST = 120, 3, 10
"""Letters; words before a number that says not of how many; rows from one to the next."""


def _page_numbers(rows: Sequence[str]) -> list[int]:
    """The longest count of numbers that stand alone, about a page apart."""
    longest: dict[int, list[list[int]]] = {}
    best: list[int] = []
    for at, row in enumerate(rows):
        found = _NUMBER.fullmatch(row) if len(row) < _LONGEST_NUMBER else None
        if found is None:
            continue
        number = int(found["number"])
        before = max(
            (each for each in longest.get(number - 1, []) if _is_page(at - each[-1])), key=len, default=[]
        )
        chain = [*before, at]
        longest.setdefault(number, []).append(chain)
        best = max(best, chain, key=len)
    return best if len(best) >= _FEWEST_NUMBERS else []


_LONGEST_NUMBER = 20


def _is_page(rows: int) -> bool:
    return _SHORTEST_PAGE <= rows <= _LONGEST_PAGE


def _add(rows: list[str], page: list[str]) -> None:
    """Below the others, with a blank row between unless a sentence goes on."""
    while rows and not rows[-1].strip():
        rows.pop()
    begin = next((at for at, row in enumerate(page) if row.strip()), len(page))
    goes_on = rows and begin < len(page) and page[begin].lstrip()[:1].islower()
    if rows and not (goes_on and _FINISHED.search(rows[-1]) is None):
        rows.append("")
    rows += page[begin:]


def _is_label(shape: str) -> bool:
    """Of an item that happens to begin there: "Recommendation 4", "7.2"."""
    return (
        _WORD_LABEL.fullmatch(shape) is not None or LABEL_ALONE.fullmatch(shape.replace("#", "1")) is not None
    )


def _edges(page: list[str]) -> set[int]:
    """The first and the last two rows that say something."""
    said = [at for at, row in enumerate(page) if row.strip()]
    return {*said[:2], *said[-2:]}


def _shape(row: str) -> str:
    return re.sub(r"\d+|\b[ivxl]+\b", "#", row.strip())
