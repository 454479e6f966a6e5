"""Lists without numbers: bullets or paragraphs under a heading or lead-in that recommends, counted by us."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.reports.recognising.answers import is_stub
from drafter.reports.recognising.labels import Form, Label
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.runs import Run, Start, telling_sections
from drafter.reports.recognising.wordings import HARD_DECOY, IMPERATIVE, STRONG, is_table_head, leads_in

_BULLET = re.compile(r"[•▪◦–*-]\s+(?=\S)")
_LETTER = re.compile(r"[\[(]?(?P<letter>[a-z])[.)\]]{1,2}\s+(?=\S)")
_BARE_LETTER = re.compile(r"(?P<letter>[a-z])\s+(?=\S)")
"""A letter without a sign is one only in a count, or it would be the article."""
_PARTED = re.compile(f"{_BULLET.pattern}|{_LETTER.pattern}")
"""After "We recommend that:" the items may be lettered like parts; they are parts of nothing else."""
_NUMBERED = re.compile(r"[\[(]?(?:\d{1,3}|[ivxl]{1,5}|[a-z])[.)\]]")
_WORD = re.compile(
    r"(?P<word>recommendation|question|proposal|key ask|ask|call to action)s?\s*(?:[:–—]|-\s)\s*(?=\S)", re.I
)
_ALONE = re.compile(r"(?P<word>recommendation|question|proposal|key ask|call to action):?", re.I)
"""As a heading, again and again, each time over one of them."""
_FAMILY = {"question": "question", "proposal": "proposal"}
_FEWEST = 3
_FEWEST_WORDS = 4


def unnumbered_runs(body: Body, contents: set[int]) -> Iterator[Run]:
    """Bullets, else paragraphs, under telling headings; bullets after a lead-in; "Recommendation: ..."."""
    sections = [
        (heading, end)
        for heading, end in telling_sections(body)
        if heading.page not in contents and not HARD_DECOY.search(heading.text)
    ]
    bullets: list[Row] = []
    paragraphs: list[Row] = []
    for heading, end in sections:
        within = body.rows[heading.index + 1 : end]
        found = _bullets(within)
        bullets += found
        paragraphs += [] if found else _paragraphs(within)
    first = sections[0][0] if sections else None
    yield from _run(body, bullets, first)
    yield from _run(body, paragraphs, first)
    yield from _run(body, _led_in(body, contents), None)
    yield from _run(body, _tabled(body, contents), None)
    yield from _unnumbered_words(body, contents)
    asked = [row for row, below in pairwise(body.rows) if _is_asked(row, below) and row.page not in contents]
    yield from _run(body, asked, None, word="question")


def _is_asked(row: Row, below: Row) -> bool:
    """A question with room for its answer, or choices, right below: a form numbers nothing."""
    return row.opens and row.text.endswith("?") and len(row.text.split()) > _FEWEST_WORDS and is_stub(below)


def _run(body: Body, rows: Sequence[Row], heading: Row | None, *, word: str = "") -> Iterator[Run]:
    unique = sorted({row.index: row for row in rows}.values(), key=lambda row: row.index)
    if len(unique) >= _FEWEST:
        starts = [_start(row, count, word) for count, row in enumerate(unique, start=1)]
        yield Run(Form.LISTED, word, starts, limit=len(body.rows), heading=heading)


def _start(row: Row, count: int, word: str = "") -> Start:
    letter = _LETTER.match(row.text) or _BARE_LETTER.match(row.text)
    rest = row.text[letter.end() :] if letter else _BULLET.sub("", row.text, count=1)
    if word == "question":
        rest = row.text
    elif word:
        rest = "" if _ALONE.fullmatch(row.text) else _WORD.sub("", row.text, count=1)
    return Start(
        row,
        Label(
            form=Form.LISTED,
            word=word,
            number=letter["letter"] if letter else str(count),
            value=(count,),
            rest=rest,
        ),
    )


def _bullets(rows: Sequence[Row]) -> list[Row]:
    """The outermost bullets, where there are some."""
    found = [row for row in rows if row.opens and not row.heading and _BULLET.match(row.text)]
    if len(found) < _FEWEST:
        return []
    outermost = min(row.left for row in found)
    top = [row for row in found if row.left <= outermost + 6]
    wordy = [row for row in top if len(row.text.split()) > _FEWEST_WORDS]
    return top if len(wordy) * 10 >= 8 * len(top) and len(top) >= _FEWEST else []


def _paragraphs(rows: Sequence[Row]) -> list[Row]:
    """Paragraphs that nearly all advise."""
    found = [row for row in rows if row.opens and not row.heading and not _NUMBERED.match(row.text)]
    found = [
        row for row in found if len(row.text.split()) > _FEWEST_WORDS and not _words(rows, row).endswith(":")
    ]
    if len(found) < _FEWEST or any(_NUMBERED.match(row.text) for row in rows if row.opens):
        return []
    advising = sum(bool(_advice(rows, row)) for row in found)
    return found if advising * 10 >= 8 * len(found) else []


def _words(rows: Sequence[Row], row: Row) -> str:
    """The whole paragraph that begins there."""
    at = row.index - rows[0].index + 1
    words = row.text
    while at < len(rows) and not rows[at].opens:
        words += " " + rows[at].text
        at += 1
    return words


def _advice(rows: Sequence[Row], row: Row) -> bool:
    words = _words(rows, row)
    return bool(STRONG.search(words) or IMPERATIVE.match(words))


def _led_in(body: Body, contents: set[int]) -> list[Row]:
    """Bullets right after "We recommend that the Government:"."""
    rows = body.rows
    found: list[Row] = []
    for at, row in enumerate(rows[:-1]):
        if not row.text.rstrip(_DASHES).endswith(":") or row.page in contents:
            continue
        if not _PARTED.match(rows[at + 1].text) and not _counts_letters(rows, at + 1):
            continue
        if leads_in(f"{rows[at - 1].text} {row.text}" if at and not row.opens else row.text):
            found += _following(rows, at + 1)
    return found


def _tabled(body: Body, contents: set[int]) -> list[Row]:
    """The first cells of a table whose head begins with "Recommendation", others beside them."""
    rows = body.rows
    found: list[Row] = []
    for head in rows:
        if head.page in contents or not (_FIRST_COLUMN.match(head.text) and is_table_head(head.text)):
            continue
        for row, below in pairwise(rows[head.index + 1 :]):
            if row.heading and row.left <= head.left + _COLUMN:
                break
            beside = abs(row.line.top - below.line.top) < _COLUMN and below.left > row.left + _COLUMN
            if beside and row.opens and abs(row.left - head.left) <= _COLUMN:
                found.append(row)
    return found


_FIRST_COLUMN = re.compile(r"(?:our\s|the\s)?recommend", re.I)
_COLUMN = 6.0


def _counts_letters(rows: Sequence[Row], at: int) -> bool:
    """The paragraphs from here on begin with "a", "b" and "c"."""
    opening = [row.text for row in rows[at : at + _FAR] if row.opens and row.left <= rows[at].left + 6][
        :_FEWEST
    ]
    return [text[:2] for text in opening] == ["a ", "b ", "c "]


_FAR = 40
"""Rows: the third letter comes no later."""


_DASHES = "—–- "


def _following(rows: Sequence[Row], at: int) -> Iterator[Row]:
    first = rows[at]
    mark = _PARTED if _PARTED.match(first.text) else _BARE_LETTER
    inner = 0
    while at < len(rows):
        row = rows[at]
        if row.opens and row.left <= first.left + 6:
            number = _INNER.match(row.text)
            if number and not row.heading and int(number[1]) == inner + 1 and _LETTER.match(first.text):
                inner += 1
            elif not mark.match(row.text) or row.heading:
                return
            else:
                inner = 0
                yield row
        at += 1


_INNER = re.compile(r"[\[(](\d{1,2})[)\]]\s")
"""A count of an item's own parts, set no further in than the letters of the items."""


def _word_of(row: Row) -> re.Match[str] | None:
    alone = _ALONE.fullmatch(row.text) if row.heading or row.line.bold else None
    return alone or _WORD.match(row.text)


def _unnumbered_words(body: Body, contents: set[int]) -> Iterator[Run]:
    """Items that begin with "Recommendation:" again and again, without a number."""
    families: dict[str, list[Row]] = {}
    for row in body.rows:
        found = _word_of(row) if row.opens and row.page not in contents else None
        if found and row.text[0].isupper():
            families.setdefault(_FAMILY.get(found["word"].lower(), "recommendation"), []).append(row)
    for word, rows in families.items():
        if len(rows) >= _FEWEST:
            starts = [_start(row, count, word) for count, row in enumerate(rows, start=1)]
            yield Run(Form.LISTED, word, starts, limit=len(body.rows))
