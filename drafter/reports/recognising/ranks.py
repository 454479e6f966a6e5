"""Which rows are headings, and how high each ranks."""

import re
from collections.abc import Sequence
from itertools import pairwise

from drafter.reports.recognising.answers import is_for_answers
from drafter.reports.recognising.rows import BULLET, Body, Row
from drafter.reports.recognising.wordings import is_table_head, tells

_LETTER = re.compile(r"[^\W\d_]")
_MOST_LINES = 4
_LONGEST, _LONGEST_BOLD, _LONGEST_CAPITALS, _LONGEST_ITALIC = 220, 160, 100, 90
_SHORTEST_CAPITALS = 5
_LARGER, _SMALLER = 1.08, 0.93
"""Against the size of the body."""

MARKED = 100.0
"""Ranks from here on are the format's own word, below it they are sizes in points."""


def find_headings(body: Body) -> None:
    """Give each row of a heading its rank."""
    rows = body.rows
    at = 0
    while at < len(rows):
        end = _block_end(rows, at)
        short = rows[at].opens and end - at <= _MOST_LINES
        rank = _rank_of(body, rows, at, end) if short or rows[at].line.heading else 0.0
        if rank:
            for row in rows[at:end]:
                row.heading = rank
            body.headed.extend(rows[at:end])
        at = end
    if not body.document.sheets and not body.document.marked:
        _raise_upper(body)


def _raise_upper(body: Body) -> None:
    """Where looks say nothing, what names a list is above the heading right below it."""
    plain = body.size + _UNNAMED
    for row, below in pairwise(body.headed):
        right_above = below.index == row.index + 1 and below.opens and row.opens
        if (
            row.heading == below.heading == plain
            and right_above
            and tells(row.text)
            and not row.text[-1].isdigit()
        ):
            row.heading = plain + _UPPER


def _rank_of(body: Body, rows: Sequence[Row], at: int, end: int) -> float:
    """The rank of a block; 0 where it is no heading."""
    below = rows[end] if end < len(rows) else None
    if below is not None and not below.opens and below.page == rows[at].page:
        return 0.0  # the paragraph goes on in another style
    block = rows[at:end]
    rank = _rank(body, block)
    if _is_chapter(body, block, below):
        rank = max(rank, body.size + _NAMED)
    elif not rank and end - at == 1 and _is_numbered_title(body, rows[at]):
        rank = body.size + _NUMBERED
    return max(rank, body.size + _NAMED) if _is_named(block, below) else rank


def _is_chapter(body: Body, block: Sequence[Row], below: Row | None) -> bool:
    """Where looks say nothing, a chapter or an annex ranks with the name of the list."""
    if body.document.sheets or not block[0].opens or (below is not None and not below.opens):
        return False
    text = " ".join(row.text for row in block)
    return len(text) <= _LONGEST_ITALIC and _CHAPTER.fullmatch(text) is not None


_CHAPTER = re.compile(
    r"(?:\d{1,2}(?:\.\d)?\.?\s)?(?:annex|appendix|chapter|part)\s"
    r"(?:\d{1,2}|[A-Z]|[IVX]{1,4}|one|two|three|four|five|six|seven|eight)\b(?:\s?[:.–—-].*[\w)])?",
    re.I,
)


def _is_numbered_title(body: Body, row: Row) -> bool:
    """Where looks say nothing: "4.1 Use of a sat nav", unless the next in the count stands right below."""
    found = _TITLE.fullmatch(row.text) if row.opens and not body.document.sheets else None
    if found is None or body.document.marked or row.index + 1 >= len(body.rows) or row.has_leaders:
        return False
    title, below = found["title"], body.rows[row.index + 1]
    if len(title.split()) > _MOST_WORDS or _UNFINISHED.search(title) or _DATE.match(title) or not below.opens:
        return False
    following = _COUNT.match(below.text)
    return following is None or following.group().count(".") > found["number"].count(".")


_NUMBERED = 0.2
_TITLE = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})\.?\s+(?P<title>[A-Z“‘][^.;:?]*[\w’”])")
_COUNT = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}")
_DATE = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b", re.I
)


_NAME = re.compile(
    r"(?:(?:volume|chapter|part|section|annex|appendix)\s+\w{1,4}\s*[,:.–-]?\s*){0,2}(?:[\d.]{1,6}|[ivx]{1,5}\.|"
    r"[a-z]\.)?\s*"
    r"(?:(?:the|our|full|key|main|summary|list|of|all|conclusions?|findings|and|overall|consolidated|"
    r"consultation|policy)\s)*"
    r"(?:recommendations?|questions|proposals|calls? to action|asks|conclusions|(?:key|priority) concerns)"
    r"(?:\s(?:[–—-]\s)?(?:for|to|made|in this)\s[\w ,’']{3,60})?\s*:?",
    re.I,
)


def is_name(text: str) -> bool:
    """Whether it says that here is the list, and nothing else."""
    low = text.lower()
    return any(map(low.__contains__, _STEMS)) and _NAME.fullmatch(text) is not None


_STEMS = ("recommend", "question", "proposal", "call", "ask", "conclusion", "concern")
"""A part of each word for a list: most lines hold none, and are told at once."""


_NAMED, _UNNAMED, _UPPER = 0.45, 0.05, 0.1
_MOST_WORDS = 12
_MOST_NAME_LINES = 2
_SHORTEST = 4


def _is_named(block: Sequence[Row], below: Row | None) -> bool:
    """Whatever it looks like, a line that only says "Summary of recommendations" is a heading."""
    if not block[0].opens or len(block) > _MOST_NAME_LINES or (below is not None and not below.opens):
        return False
    text = " ".join(row.text for row in block)
    return is_name(text) or is_table_head(text)


def _block_end(rows: Sequence[Row], at: int) -> int:
    """The lines that go with this one, by look, up to the next paragraph."""
    first = rows[at]
    end = at + 1
    while (
        end < len(rows)
        and not rows[end].opens
        and rows[end].line.bold == first.line.bold
        and rows[end].is_sized_like(first)
    ):
        end += 1
    return end


def _rank(body: Body, block: Sequence[Row]) -> float:
    first = block[0]
    if first.line.heading:
        return 2 * MARKED - 10.0 * first.line.heading
    text = " ".join(row.text for row in block)
    if not first.opens or len(block) > _MOST_LINES or len(text) > _LONGEST or not _LETTER.search(text):
        return 0.0
    if first.has_leaders or text[0].islower() or BULLET.match(text) or _FIELD.match(text):
        return 0.0
    rank = _rank_by_look(body, first, text)
    if rank and is_for_answers(text):
        return 0.0
    shouted = rank > 0 and bool(body.document.sheets) and text.isupper() and len(text) >= _SHORTEST_CAPITALS
    return rank + _SHOUTED * shouted


_SHOUTED = 0.12
"""On a page, of two headings in one size the one in capitals is above the other."""


def _rank_by_look(body: Body, first: Row, text: str) -> float:
    line = first.line
    if line.size > _LARGER * body.size and not text.endswith((",", ";")):
        return line.size + 0.5 * line.bold
    if text.rstrip("”’\"')").endswith((".", ",", ";")) or line.size < _SMALLER * body.size:
        return 0.0
    if line.bold and not body.bold and len(text) < _LONGEST_BOLD:
        return line.size + 0.5
    if text.isupper() and _SHORTEST_CAPITALS <= len(text) < _LONGEST_CAPITALS:
        return line.size + 0.4
    if not body.document.sheets and _is_short_line(text) and not _is_cell(body, first):
        return line.size + _UNNAMED
    slanted = line.italic and not body.italic and len(text) < _LONGEST_ITALIC
    return line.size + 0.1 if slanted and not text.endswith((":", "?")) else 0.0


_FIELD = re.compile(
    r"(?:lead|owner|by|due|date|deadline|timescale|timing|cost|status|priority|when|who|responsib\w+|contact)"
    r"(?:\s\w+){0,2}:\s\S",
    re.I,
)
"""What a table says about an item: who is to do it, and by when."""


def _is_short_line(text: str) -> bool:
    """In plain text, where looks say nothing: a few words on their own that end in no stop."""
    short = len(text) >= _SHORTEST and len(text.split()) <= _MOST_WORDS
    bare = text.strip("“”‘’\"'")
    ends = bare[-1:].isalnum() or _ASKED.fullmatch(bare) is not None
    return short and bare[:1].isupper() and ends and not _UNFINISHED.search(bare)


_ASKED = re.compile(r"what (?:needs to|must|should)\b[^?]{3,40}\?", re.I)
"""Below it stands the answer, not the reader's."""


def _is_cell(body: Body, row: Row) -> bool:
    """Beside another cell of its row in a table."""
    before = body.rows[max(0, row.index - _CELL_ROWS) : row.index]
    return any(each.line.top == row.line.top and each.left < row.left for each in before)


_CELL_ROWS = 20
_UNFINISHED = re.compile(r"\b(?:should|must|shall|will|to|that|by|and|or|of|the|a|an|in|for|with|on)$", re.I)
"""What it leads in follows below: a list of parts, or the rest of its sentence."""
