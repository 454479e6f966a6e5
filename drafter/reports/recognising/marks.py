"""The label that a row begins with, be it one that only this document uses: "Ask 3 –", "Pillar A:"."""

import re

from drafter.reports.recognising.labels import Form, Label, label_of, value_of
from drafter.reports.recognising.rows import Row

_OWN = re.compile(
    r"(?P<word>[A-Z][\w’-]*(?:\s[\w’-]+){0,2}?)\s(?P<number>\d{1,3}[a-z]?|[A-Z]|[IVX]{1,4})"
    r"(?P<sign>[.:)]|\s[–—-])(?:\s+|$)(?P<rest>.*)",
    re.S,
)


def mark_of(row: Row) -> Label | None:
    """The label that the recogniser knows, else a word with a number and a sign."""
    label = label_of(row)
    if label is not None and label.sure:
        return label
    found = _OWN.match(row.text) if row.opens else None
    if found is None or (value := value_of(found["number"])) is None:
        return None
    sign = found["sign"].strip()
    return Label(
        form=Form.WORD,
        word=found["word"].lower(),
        number=f"{found['word']} {found['number']}",
        value=value,
        sign=sign,
        rest=found["rest"],
    )


def begins(row: Row) -> bool:
    """Whether an item may begin here: a paragraph does, or a label with a word in it stands first."""
    label = None if row.opens else label_of(row)
    return row.opens or (label is not None and label.form is Form.WORD and label.sure)
