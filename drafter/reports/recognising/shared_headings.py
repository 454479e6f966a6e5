"""One heading over several items: "Recommendations 7 and 8", and then what each of them says."""

import re
from collections.abc import Iterator, Sequence

from drafter.reports.recognising.labels import label_of, worded
from drafter.reports.recognising.paragraphs import paragraphs
from drafter.reports.recognising.rows import Row
from drafter.reports.recognising.starts import Start
from drafter.reports.recognising.wordings import REPLY

_SHARED = re.compile(
    r"(?P<word>Recommendation|Question|Proposal|Conclusion)s\s(?P<numbers>\d{1,3}(?:,\s\d{1,3})*,?\s(?:and|&)\s\d{1,3})",
    re.I,
)


def with_shared_headings(rows: Sequence[Row], starts: Sequence[Start]) -> list[Start]:
    """The starts, and those of items that share a heading, where there is a paragraph for each."""
    more = [start for row in rows if row.opens for start in _below(rows, row)]
    return sorted([*starts, *more], key=lambda start: start.row.index) if more else list(starts)


def _below(rows: Sequence[Row], heading: Row) -> Iterator[Start]:
    found = _SHARED.fullmatch(heading.text) if heading.text[-1:].isdigit() else None
    if found is None:
        return
    numbers = re.findall(r"\d+", found["numbers"])
    said: list[Row] = []
    for block in paragraphs(rows[heading.index + 1 : heading.index + _FAR]):
        first = block[0]
        label = label_of(first)
        counted = label is not None and label.number in numbers[len(said) : len(said) + 1]
        if first.heading or REPLY.match(first.text) or (label is not None and not counted):
            break
        said.append(first)
    if len(said) == len(numbers):
        for row, number in zip(said, numbers, strict=True):
            label = label_of(row)
            yield Start(row, worded(found["word"], number, label.rest if label is not None else row.text))


_FAR = 60
"""Rows: what is quoted is no longer."""
