"""The foot of a web page, pasted or saved along with its text: licence, links, contacts, buttons."""

import re
from collections.abc import Sequence

from drafter.reports.recognising.rows import BULLET, Row

_SURE = re.compile(
    r"(?:all (?:\w+ )?content is (?:available|licensed) under|(?:available )?under the open government"
    r"|open government licence|this (?:publication|page|content|work) is (?:available under|licensed)"
    r"|©|\(c\) (?:crown|\d{4})|crown copyright|copyright (?:©|\(c\)|\d{4})|all rights reserved"
    r"|(?:print|share|e-?mail|save|download|rate|bookmark) this (?:page|article)"
    r"|share (?:on|via) (?:facebook|twitter|linkedin|x\b|e-?mail|whatsapp)"
    r"|(?:go |return )?(?:back )?to (?:the )?top(?: of (?:the )?page)?$|back to top"
    r"|(?:is|was|did you find) this (?:page )?(?:useful|helpful)|there is a problem$"
    r"|(?:help us improve|give feedback on|report (?:a problem|anything wrong) with|tell us what you think"
    r" of) (?:this|our|the) (?:page|web ?site|site|service)"
    r"|this (?:web ?)?site uses cookies|we (?:use|would like to set|have placed) (?:\w+ ){0,3}cookies"
    r"|cookies on |(?:accept|reject|manage) (?:all |additional |analytics )?cookies"
    r"|(?:page |date )?last (?:updated|modified|reviewed)\b\W|(?:first )?published:?\s(?:on )?\d"
    r"|copies (?:of this \w+ )?(?:can|may) (?:also )?be (?:obtained|had|ordered|downloaded)"
    r"|(?:media|press|general|public) (?:enquir|inquir)(?:y|ies)\b"
    r"|for (?:more|further|additional) information,? (?:about [^,.]{1,60}, ?)?(?:please )?"
    r"(?:contact|call|e-?mail|visit|write to)\b"
    r"|(?:e-?mail|tel(?:ephone)?|phone|fax|web|twitter)\s?:\s|follow us\b)",
    re.I,
)
"""No recommendation begins or goes on so."""
_LINK = re.compile(
    r"(?:accessibility|privacy|cookies?|terms|legal|copyright|disclaimer|site ?map|contacts?|home|about|share"
    r"|print|menu|search|help|feedback|news|jobs|careers|twitter|facebook|linkedin|youtube|instagram|x|rss|e-?mail"
    r"|log ?in|sign (?:in|up)|subscribe|cymraeg|gaelic|gàidhlig|english|français|next|previous|tweet|like"
    r"|freedom of information|related (?:content|pages|links|documents)|support links|downloads?|top)"
    r"(?: (?:statement|policy|notice|settings|us|page|and conditions|of use|of service|information|newsletter"
    r"|this|now|links?))*",
    re.I,
)
_BULLETS = re.compile(rf"(?:{BULLET.pattern})\s+")
_MOST_ROWS, _MOST_WORDS = 20, 7
"""A page's foot has no more lines than these, and but a few words on each."""


def is_page_foot(rows: Sequence[Row], row: Row) -> bool:
    """Whether the foot of a web page begins here.

    A lone word may be a part of the last item: of links there are several, up to the document's end.
    """
    words = _words(row)
    if _SURE.match(words):
        return True
    if len(rows) - row.index > _MOST_ROWS or _LINK.fullmatch(words) is None:
        return False
    after = [_words(each) for each in rows[row.index + 1 :]]
    if any(_SURE.match(text) for text in after):
        after = after[: next(at for at, text in enumerate(after) if _SURE.match(text))]
    elif not after and BULLET.match(row.text):
        return False
    return all(len(text.split()) <= _MOST_WORDS and not text.endswith((".", ";")) for text in after)


def page_foot(rows: Sequence[Row]) -> int:
    """The row at which the page's foot begins; past the last row where there is none."""
    last = rows[max(0, len(rows) - _MOST_ROWS) :]
    return next((row.index for row in last if row.opens and is_page_foot(rows, row)), len(rows))


def _words(row: Row) -> str:
    return _BULLETS.sub("", row.text, count=1)
