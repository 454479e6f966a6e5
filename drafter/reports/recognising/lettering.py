"""The numbers that count within a lettered item, and stand no further in than its letter."""

import re
from collections.abc import Sequence

from drafter.reports.counting import from_roman
from drafter.reports.recognising.rows import Row

_LETTERED = re.compile(r"[\[(]?([a-z])[.)\]]{1,2}\s")
_COUNTED = re.compile(r"\(?(?P<number>\d{1,2}|[ivx]{1,5})[.)]\s")


def counts_within(outer: Row, item: Sequence[Row], row: Row) -> bool:
    """Whether the row counts on, or begins to count, within the lettered item so far.

    `outer` begins the list: of letters only can numbers be parts. The first of them finishes the sentence
    that it stands in; an "(i)" that follows "(h)" is a letter, too, but not below "(h) ... the following:".
    """
    if not item or _LETTERED.match(outer.text) is None:
        return False
    found = _COUNTED.match(row.text)
    if found is None:
        return False
    number = _value(found["number"])
    if _is_next_letter(item[0], row) and not (number == 1 and _announces(item[-1].text)):
        return False
    if number == 1:
        return not item[-1].text.endswith(".")
    return any(
        (above := _COUNTED.match(each.text)) is not None and _value(above["number"]) == number - 1
        for each in item[1:]
    )


def goes_on(rows: Sequence[Row], item: Row, at: int) -> bool:
    """Whether the paragraph there finishes what the item's last line announces: the next letter is below."""
    if not _announces(rows[at - 1].text):
        return False
    after = [row for row in rows[at + 1 : at + 1 + _FAR] if row.opens]
    return any(_is_next_letter(item, row) and row.left <= item.left + _LEVEL for row in after)


_FAR, _LEVEL = 40, 6.0
"""Rows, and points."""


def _announces(text: str) -> bool:
    return text.rstrip("—–- ").endswith(":")


def _is_next_letter(item: Row, row: Row) -> bool:
    before, now = _LETTERED.match(item.text), _LETTERED.match(row.text)
    return before is not None and now is not None and ord(now[1]) == ord(before[1]) + 1


def _value(number: str) -> int:
    return int(number) if number.isdigit() else from_roman(number) or 0
