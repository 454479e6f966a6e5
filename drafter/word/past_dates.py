"""When a past response was written: the day that its title block names, else the one in its properties."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from lxml import etree

_MONTHS = (
    "january february march april may june july august september october november december".split()  # noqa: SIM905 - a calendar reads better as one line
)
_NUMBERS = {name: number for number, name in enumerate(_MONTHS, start=1)} | {
    name[:3]: number for number, name in enumerate(_MONTHS, start=1)
}
_MONTH = "|".join(_MONTHS) + "|" + "|".join(f"{name[:3]}" for name in _MONTHS) + "|sept"
_NUMBERS["sept"] = 9
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<name>{_MONTH})\.?,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<name>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,\s*{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})[/.](?P<month>\d{{1,2}})[/.]{_YEAR}\b"),
    re.compile(rf"\b(?P<name>{_MONTH})\.?\s+{_YEAR}\b", re.IGNORECASE),
)
"""As people in Britain write a day, a whole one before a month alone."""

_TITLE_BLOCK = 12
"""Paragraphs at the beginning that may belong to the title block."""
_LINE = 12
"""Words; a longer one is text, and the days in it are other people’s."""

_CORE = ("{http://purl.org/dc/terms/}modified", "{http://purl.org/dc/terms/}created")


def dated(opening: Iterable[str], properties: etree._Element | None) -> date | None:
    """The day, or none where neither says one."""
    lines = list(opening)[:_TITLE_BLOCK]
    found = (day for line in lines if len(line.split()) <= _LINE for day in _days(line))
    return next(found, None) or _kept(properties)


def _days(line: str) -> Iterator[date]:
    for form in _FORMS:
        for found in form.finditer(line):
            parts = found.groupdict()
            month = _NUMBERS[parts["name"].casefold()] if parts.get("name") else int(parts["month"])
            day = _day(int(parts["year"]), month, int(parts.get("day") or 1))
            if day is not None:
                yield day


def _kept(properties: etree._Element | None) -> date | None:
    """What the word processor wrote, mostly when the file was saved last."""
    if properties is None:
        return None
    said = (properties.findtext(name) or "" for name in _CORE)
    return next((day for each in said for day in _days(each[:10])), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # the 31st of April
        return None
