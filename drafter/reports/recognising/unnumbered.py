"""Lists without numbers: bullets or paragraphs under a heading or lead-in that recommends, counted by us."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.reports.counting import letters
from drafter.reports.recognising.after_lead_ins import BARE_LETTER, BULLET, LETTER, led_in
from drafter.reports.recognising.asked import asked
from drafter.reports.recognising.feet import page_foot
from drafter.reports.recognising.headed_items import under_again, with_own_headings
from drafter.reports.recognising.headings import heading_text
from drafter.reports.recognising.labels import Form, Label, label_of
from drafter.reports.recognising.nesting import lead_above
from drafter.reports.recognising.own_paragraphs import advises_in, with_bullets, words_in
from drafter.reports.recognising.paragraphs import paragraph_from
from drafter.reports.recognising.ranks import is_name
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.sections import telling_sections
from drafter.reports.recognising.sorts import consults
from drafter.reports.recognising.starts import Run, Start
from drafter.reports.recognising.voices import bids_at_once
from drafter.reports.recognising.wordings import (
    HARD_DECOY,
    INTRODUCING,
    OPENLY,
    PAST,
    STRONG,
    STUDIED,
    is_table_head,
    leads_in,
)

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
    foot = page_foot(body.rows)
    sections = [
        (heading, min(end, foot))
        for heading, end in telling_sections(body)
        if heading.page not in contents and not _is_for_others(body, heading)
    ]
    bullets: list[Row] = []
    paragraphs: list[Row] = []
    mixed: list[Row] = []
    parted: list[Row] = []
    pointed = sum(len(_bullets(body.rows[head.index + 1 : end], 2)) for head, end in sections) >= _FEWEST
    for heading, end in sections:
        within = body.rows[heading.index + 1 : end]
        fewest = 1 if pointed and is_name(heading_text(body, heading)) else _FEWEST - pointed
        found = _commended(body, _bullets(within, fewest)) or _letters(within)
        if not (body.document.sheets or body.document.marked):
            found = _until_they_tell(within, found)
        bullets += found
        advising = _advising(within)
        bar = _NAMED if is_name(heading_text(body, heading)) else _TOLD
        paragraphs += [] if found else _paragraphs(within, bar) or _paragraphs(advising, bar)
        parted += _own(within)
        mixed += _mixed(within) or _mixed(advising) if found else []
    again, headed = under_again(body, sections), with_own_headings(body, sections)
    for rows in (bullets, paragraphs, mixed, parted, again, headed):
        yield from _run(body, rows, _over(rows, [heading for heading, _ in sections]))
    yield from _picked(body, sections)
    yield from _run(body, led_in(body, contents), None)
    yield from _run(body, _tabled(body, contents), None)
    yield from _run(body, _bold(body, contents), None)
    yield from _unnumberedwords_in(body, contents)
    yield from _run(body, asked(body, contents), None, word="question")


def _is_for_others(body: Body, heading: Row) -> bool:
    studied = STUDIED.search(heading.text) is not None and not consults(body)
    return studied or HARD_DECOY.search(heading.text) is not None


def _over(rows: Sequence[Row], headings: Sequence[Row]) -> Row | None:
    """The heading that the first of them stands under."""
    first = min((row.index for row in rows), default=0)
    return next((heading for heading in reversed(headings) if heading.index < first), None)


def _run(body: Body, rows: Sequence[Row], heading: Row | None, *, word: str = "") -> Iterator[Run]:
    unique = sorted({row.index: row for row in rows}.values(), key=lambda row: row.index)
    if len(unique) >= _FEWEST:
        starts = [_start(row, count, word) for count, row in enumerate(unique, start=1)]
        yield Run(Form.LISTED, word, starts, limit=len(body.rows), heading=heading)


def _start(row: Row, count: int, word: str = "") -> Start:
    letter = LETTER.match(row.text) or BARE_LETTER.match(row.text)
    rest = row.text[letter.end() :] if letter else BULLET.sub("", row.text, count=1)
    if _ALONE.fullmatch(row.text):
        rest = ""
    elif word == "question":
        rest = row.text[letter.end() :] if letter else row.text
    elif word:
        rest = _WORD.sub("", row.text, count=1)
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


def _bullets(rows: Sequence[Row], fewest: int = _FEWEST) -> list[Row]:
    """The outermost bullets, where there are some."""
    found = [row for row in rows if row.opens and not row.heading and BULLET.match(row.text)]
    if len(found) < fewest:
        return []
    outermost = min(row.left for row in found)
    top = [row for row in found if row.left <= outermost + 6]
    wordy = [row for row in top if len(row.text.split()) > _FEWEST_WORDS]
    return top if len(wordy) * 10 >= 8 * len(top) and len(top) >= fewest else []


def _until_they_tell(rows: Sequence[Row], bullets: list[Row]) -> list[Row]:
    """Up to the first heading below which none bids, if all above do: in plain text headings look alike."""
    for heading in (row for row in rows if row.heading):
        kept = [row for row in bullets if row.index < heading.index]
        if len(kept) >= _FEWEST and not any(map(_bids, bullets[len(kept) :])) and all(map(_bids, kept)):
            return kept
    return bullets


def _bids(row: Row) -> bool:
    return bids_at_once(BULLET.sub("", row.text, count=1))


def _commended(body: Body, bullets: Sequence[Row]) -> list[Row]:
    """Without groups whose sentence only says what somebody has done, if another leads in as recommended."""
    groups: list[list[Row]] = []
    for row in bullets:
        above = body.rows[row.index - 1]
        if groups and (above is groups[-1][-1] or not above.text.endswith(":")):
            groups[-1].append(row)
        else:
            groups.append([row])
    leads = [lead_above(body, group[0].index) for group in groups]
    if not any(map(leads_in, leads)):
        return list(bullets)
    return [
        row for group, lead in zip(groups, leads, strict=True) if not lead.endswith(_DONE) for row in group
    ]


_DONE = (" has:", " have:")


def _own(rows: Sequence[Row]) -> list[Row]:
    """The paragraphs, of which there are more than of the bullets that some of them hold."""
    opening = [row for row in rows if row.opens and not row.heading]
    bullets = [row for row in opening if BULLET.match(row.text)]
    own = [row for row in opening if not BULLET.match(row.text) and not row.text[:1].islower()]
    own = [row for row in own if len(row.text.split()) > _FEWEST_WORDS]
    if not bullets or len(own) <= max(len(bullets), _FEWEST) or any(_NUMBERED.match(row.text) for row in own):
        return []
    speaking = sum(_SPEAKING.match(row.text) is not None for row in own)
    advising = sum(advises_in(rows, row) for row in own)
    return own if min(advising, speaking) * 10 >= _NAMED * len(own) else []


_SPEAKING = re.compile(r"(?:the (?:\w+ )?(?:committee|commission|inquiry|panel|review)|we)\b", re.I)
"""So begins each paragraph of a committee's summary."""


def _letters(rows: Sequence[Row]) -> list[Row]:
    """Paragraphs that count "(a)", "(b)", "(c)", where no number stands as far out."""
    found: list[Row] = []
    for row in rows:
        letter = LETTER.match(row.text) if row.opens and not row.heading else None
        if letter and letter["letter"] == letters(len(found) + 1):
            found.append(row)
    outermost = min((row.left for row in found), default=0.0) + _LEVEL
    if any(row.opens and row.left <= outermost and row.text[:1].isdigit() for row in rows):
        return []
    return found if len(found) >= _FEWEST and all(row.left <= outermost for row in found) else []


_LEVEL = 6.0
"""Points."""


def _paragraphs(rows: Sequence[Row], bar: int) -> list[Row]:
    """Paragraphs of which at least so many in ten advise, without those that only say that they follow."""
    found = [row for row in rows if row.opens and not row.heading and not _NUMBERED.match(row.text)]
    found = [row for row in found if len(row.text.split()) > _FEWEST_WORDS]
    found = [row for row in found if not (words_in(rows, row).endswith(":") or INTRODUCING.match(row.text))]
    if len(found) < _FEWEST or any(_NUMBERED.match(row.text) for row in rows if row.opens):
        return []
    advising = sum(advises_in(rows, row) for row in found)
    return found if advising * 10 >= bar * len(found) else []


_NAMED, _TOLD = 7, 8
"""Tenths: under a heading that says that here is the list, and nothing else, and under others that tell."""


def _picked(body: Body, sections: Sequence[tuple[Row, int]]) -> Iterator[Run]:
    """Of the paragraphs under telling headings, those that say in their first words that they recommend.

    Where most of them lead in lists, what is recommended stands in those; and under a heading that only
    says "Recommendations" all of them are.
    """
    starts: dict[int, Start] = {}
    leading = 0
    for heading, end in sections:
        if is_name(heading_text(body, heading)):
            continue
        for row in body.rows[heading.index + 1 : end]:
            if not row.opens or row.heading or row.index in starts:
                continue
            label = label_of(row) if row.text[:1].isdigit() else None
            rest = label.rest if label is not None else row.text
            below = body.rows[row.index + 1 : row.index + 2]
            if not OPENLY.match(" ".join([rest, *(each.text for each in below if not each.opens)])):
                continue
            words = words_in(body.rows, row)
            if not PAST.search(words):
                number = label.number if label is not None else str(len(starts) + 1)
                starts[row.index] = Start(
                    row, Label(form=Form.LISTED, number=number, value=(len(starts) + 1,), rest=rest)
                )
                leading += words.endswith(":")
    if len(starts) > 1 and leading * 2 <= len(starts):
        yield Run(Form.LISTED, "", list(starts.values()), limit=len(body.rows), heading=sections[0][0])


def _advising(rows: Sequence[Row]) -> Sequence[Row]:
    """Up to the first heading below which nothing advises: in plain text all may look alike."""
    headings = [at for at, row in enumerate(rows) if row.heading]
    for at, end in pairwise([*headings, len(rows)]):
        below = [row for row in rows[at:end] if row.opens and not row.heading]
        if below and not any(advises_in(rows, row) for row in below):
            return rows[:at]
    return rows


def _mixed(rows: Sequence[Row]) -> list[Row]:
    """Paragraphs that advise, some with bullets of their own; of those that lead in lists, their bullets."""
    opening = [row for row in rows if row.opens and not row.heading]
    own = [row for row in opening if not BULLET.match(row.text)]
    if any(_NUMBERED.match(row.text) for row in own):
        return []
    own = own[1:] if own and not advises_in(rows, own[0]) else own
    if len(own) < _FEWEST_MIXED or sum(advises_in(rows, row) for row in own) * 10 < 8 * len(own):
        return []
    return with_bullets(rows, own)


_FEWEST_MIXED = 2


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


def _bold(body: Body, contents: set[int]) -> list[Row]:
    """Bold paragraphs among plain ones, nearly all of which advise: so reviews print what they recommend."""
    if body.bold:
        return []
    found = [row for row in body.rows if row.opens and row.line.bold and not row.heading]
    said = [
        row
        for row in found
        if row.page not in contents and label_of(row) is None and _is_bold_sentence(body, row)
    ]
    advising = [row for row in said if STRONG.stand_in(words_in(body.rows, row))]
    return advising if len(advising) >= _FEWEST_BOLD and len(advising) * 10 >= 8 * len(said) else []


def _is_bold_sentence(body: Body, row: Row) -> bool:
    block = paragraph_from(body.rows, row.index)
    return all(each.line.bold for each in block) and block[-1].text.endswith(".")


_FEWEST_BOLD = 4


_FIRST_COLUMN = re.compile(r"(?:our\s|the\s)?recommend", re.I)
_COLUMN = 6.0


def _word_of(row: Row) -> re.Match[str] | None:
    alone = _ALONE.fullmatch(row.text) if row.heading or row.line.bold else None
    return alone or _WORD.match(row.text)


def _unnumberedwords_in(body: Body, contents: set[int]) -> Iterator[Run]:
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
