"""Questions without numbers: above room for an answer, or under a heading that says what they are."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.reports.recognising.after_lead_ins import LETTER
from drafter.reports.recognising.answers import is_stub, without_choosing
from drafter.reports.recognising.labels import label_of
from drafter.reports.recognising.paragraphs import paragraphs, words_of
from drafter.reports.recognising.rows import BULLET, Body, Row
from drafter.reports.recognising.sorts import consults

_FEWEST_WORDS = 4
_HEADING = re.compile(
    r"(?:(?:consultation|specific|our|the|survey)\s)?questions?"
    r"(?:\s(?:for|to|on)\s(?!(?:reflection|(?:further|future)\s(?:research|study|work))\b)[\w ,’']{3,40})?"
    r"\s*:?",
    re.I,
)
"""Above the questions of a chapter, which then begin without a label."""
_ASKING = re.compile(r"\?[’”\"')]*(?:\s*[(\[](?!\d+ marks?\b)[^()\[\]]{1,80}[)\]]\s*\.?)?$")
"""So ends a question, also where it says in brackets how to answer; not one of an examination."""


def asked(body: Body, contents: set[int]) -> list[Row]:
    """Where they begin; with numbers, too, where these count on: else they are some of a longer list."""
    whole = [row for head, rows in _under(body) if _WHOLE.fullmatch(head.text) for row in _below(rows)]
    if len(whole) >= _FEWEST:
        return whole
    if len(under := list(_lettered(body, contents))) >= _FEWEST:
        return under
    found = list(_asked(body, contents))
    numbers = [int(counted[0]) for row in found if (counted := _COUNT.match(row.text))]
    if all(now == before + 1 for before, now in pairwise(numbers)):
        return found
    return [row for row in found if not _COUNT.match(row.text)]


_WHOLE = re.compile(
    r"(?:annex \w{1,2}\s?[:.–-]?\s)?(?:full |complete )?(?:list|summary) of "
    r"(?:(?:all|the|our|these|consultation)\s)*questions",
    re.I,
)
_FEWEST = 3


def _under(body: Body) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Each row of a heading, and what stands below it up to the next one."""
    ends = [row.index for row in body.headed[1:]] + [len(body.rows)] * bool(body.headed)
    for heading, end in zip(body.headed, ends, strict=True):
        yield heading, body.rows[heading.index + 1 : end]


def _below(rows: Sequence[Row]) -> Iterator[Row]:
    """The questions under the heading that says that here are all of them; none if one has a number."""
    blocks = list(paragraphs(rows))
    if any(_COUNT.match(block[0].text) or label_of(block[0]) is not None for block in blocks):
        return
    for block in blocks:
        words = without_choosing(words_of(block))
        if len(words.split()) >= _FEWEST and _ASKING.search(words) and not is_stub(block[0]):
            yield block[0]


def _lettered(body: Body, contents: set[int]) -> Iterator[Row]:
    """Under each heading of an invitation to comment "(a)", "(b)" and "(c)", all of them questions."""
    if not consults(body):
        return
    for heading, rows in _under(body):
        blocks = list(paragraphs([row for row in rows if not row.text.isdigit()]))
        counted = "".join(found["letter"] for block in blocks if (found := LETTER.match(block[0].text)))
        asking = all(words_of(block).endswith("?") for block in blocks)
        if blocks and heading.page not in contents and len(counted) == len(blocks) and asking:
            yield from (block[0] for block in blocks if _ALPHABET.startswith(counted))


_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_COUNT = re.compile(r"\d{1,3}(?=[.)]\s)")


def _asked(body: Body, contents: set[int]) -> Iterator[Row]:
    headed = False
    blocks = list(paragraphs(body.rows))
    for block, below in pairwise([*blocks, ()]):
        first = block[0]
        if len(first.text) <= _LONGEST_HEADING and _HEADING.fullmatch(first.text):
            headed = True
        elif first.heading:
            headed = False
        elif first.opens and first.page not in contents and _asks(block, below, headed=headed):
            yield first
        elif headed:
            headed = is_stub(first) or _is_choice(block)


_LONGEST_HEADING = 80
"""Letters."""


def _is_choice(block: Sequence[Row]) -> bool:
    """A bullet; but one of whole sentences answers, as where others ask often."""
    said = words_of(block)
    return BULLET.match(said) is not None and not (said.endswith(".") and len(said.split()) > _FEWEST_WORDS)


def _asks(block: Sequence[Row], below: Sequence[Row], *, headed: bool) -> bool:
    """Above room for an answer a hint may follow the question; what has but a heading has no number."""
    if not any("?" in row.text for row in block):
        return False
    words = words_of(block)
    if len(words.split()) <= _FEWEST_WORDS:
        return False
    if below and is_stub(below[0]):
        return _HINTED.search(words) is not None
    return headed and _ASKING.search(without_choosing(words)) is not None and not _COUNT.match(words)


_HINTED = re.compile(r"\?(?=[’”\"')]*(?:\s|$))")
