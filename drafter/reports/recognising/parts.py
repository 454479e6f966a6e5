"""The lettered, numbered or bulleted parts of an item."""

import re
from collections.abc import Sequence

from drafter.domain.records.reports import Part
from drafter.reports.recognising.joining import joined
from drafter.reports.recognising.labels import label_of
from drafter.reports.recognising.rows import Body, Row

_PART = re.compile(
    r"(?P<label>\((?:[a-z]|[ivx]{1,5}|\d{1,2})\)|(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)](?!\d)|[•▪◦]|[–\-*](?=\s)|"
    r"o(?=\s[a-z]))\s*(?P<text>\S.*)",
    re.S,
)


def parts_of(body: Body, rows: Sequence[Row]) -> tuple[Part, ...]:
    """The parts among an item's rows (its first row holds its label and is none).

    A paragraph further out ends the last of them, with all its lines.
    """
    found: list[tuple[str, list[Row], list[str]]] = []
    goes_on = False
    for row in rows[1:]:
        part = _PART.match(row.text) if row.opens else None
        if part is not None and not (row is rows[1] and _counts_paragraphs(rows[0], part["label"])):
            found.append((_label(part["label"]), [row], [part["text"]]))
            goes_on = True
        elif goes_on and not (row.opens and row.left < found[-1][1][0].left + 1):
            found[-1][1].append(row)
            found[-1][2].append(row.text)
        else:
            goes_on = False
    return tuple(Part(label=label, text=joined(body, group, texts)) for label, group, texts in found)


def _counts_paragraphs(first: Row, label: str) -> bool:
    """Right under a bare "Recommendation 4" the report's own "31." begins no part."""
    number = label.strip("().")
    if not number.isdigit() or number == "1":
        return False
    above = label_of(first)
    return above is not None and not above.rest


def _label(text: str) -> str:
    return "•" if text in {"▪", "◦", "*", "o", "-", "–"} else text
