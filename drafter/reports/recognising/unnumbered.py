"""Lists without numbers: bullets or paragraphs under a heading or lead-in that recommends, counted by us."""

import re
from collections.abc import Iterator, Sequence

from drafter.reports.recognising.labels import Form, Label
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.runs import Run, Start, telling_sections
from drafter.reports.recognising.wordings import HARD_DECOY, IMPERATIVE, STRONG

_BULLET = re.compile(r"[•▪◦–*-]\s+(?=\S)")
_NUMBERED = re.compile(r"[\[(]?(?:\d{1,3}|[ivxl]{1,5}|[a-z])[.)\]]")
_WORD = re.compile(
    r"(?P<word>recommendation|question|proposal|key ask|ask|call to action)s?\s*(?:[:–—]|-\s)\s*(?=\S)", re.I
)
_FAMILY = {"question": "question", "proposal": "proposal"}
_LEAD_IN = re.compile(
    r"\b(?:we|this (?:report|review|paper|briefing)|the (?:committee|review|inquiry|commission|panel|group|"
    r"taskforce|report|authors?))"
    r"(?:\s(?:therefore|also|further|strongly|now|jointly|make|makes?|set out|are))*\s(?:recommends?|"
    r"calls? (?:up)?on|urges?|asks?|the following recommendations|(?:is|are) calling (?:up)?on|"
    r"following recommendations)\b"
    r"|\b(?:our|the following|key|main) (?:recommendations|asks|calls)\b[^.]{0,60}:$",
    re.I,
)
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
    yield from _unnumbered_words(body, contents)


def _run(body: Body, rows: Sequence[Row], heading: Row | None) -> Iterator[Run]:
    unique = sorted({row.index: row for row in rows}.values(), key=lambda row: row.index)
    if len(unique) >= _FEWEST:
        starts = [_start(row, count) for count, row in enumerate(unique, start=1)]
        yield Run(Form.LISTED, "", starts, limit=len(body.rows), heading=heading)


def _start(row: Row, count: int, word: str = "") -> Start:
    rest = _BULLET.sub("", row.text, count=1) if not word else _WORD.sub("", row.text, count=1)
    return Start(row, Label(form=Form.LISTED, word=word, number=str(count), value=(count,), rest=rest))


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
    found = [row for row in found if len(row.text.split()) > _FEWEST_WORDS and not row.text.endswith(":")]
    if len(found) < _FEWEST or any(_NUMBERED.match(row.text) for row in rows if row.opens):
        return []
    advising = sum(bool(_advice(rows, row)) for row in found)
    return found if advising * 10 >= 8 * len(found) else []


def _advice(rows: Sequence[Row], row: Row) -> bool:
    at = row.index - rows[0].index + 1
    words = row.text
    while at < len(rows) and not rows[at].opens:
        words += " " + rows[at].text
        at += 1
    return bool(STRONG.search(words) or IMPERATIVE.match(words))


def _led_in(body: Body, contents: set[int]) -> list[Row]:
    """Bullets right after "We recommend that the Government:"."""
    rows = body.rows
    found: list[Row] = []
    for at, row in enumerate(rows[:-1]):
        if not row.text.endswith(":") or row.page in contents or not _BULLET.match(rows[at + 1].text):
            continue
        if _LEAD_IN.search(f"{rows[at - 1].text} {row.text}" if at and not row.opens else row.text):
            found += _following(rows, at + 1)
    return found


def _following(rows: Sequence[Row], at: int) -> Iterator[Row]:
    first = rows[at]
    while at < len(rows):
        row = rows[at]
        if row.opens and row.left <= first.left + 6:
            if not _BULLET.match(row.text) or row.heading:
                return
            yield row
        at += 1


def _unnumbered_words(body: Body, contents: set[int]) -> Iterator[Run]:
    """Items that begin with "Recommendation:" again and again, without a number."""
    families: dict[str, list[Row]] = {}
    for row in body.rows:
        found = _WORD.match(row.text) if row.opens and row.page not in contents else None
        if found and row.text[0].isupper():
            families.setdefault(_FAMILY.get(found["word"].lower(), "recommendation"), []).append(row)
    for word, rows in families.items():
        if len(rows) >= _FEWEST:
            starts = [_start(row, count, word) for count, row in enumerate(rows, start=1)]
            yield Run(Form.LISTED, word, starts, limit=len(body.rows))
