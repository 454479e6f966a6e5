"""Relationships of hyperlinks, with ids of our own: one an address, found without looking at the others."""

import re
from typing import Final
from urllib.parse import urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from drafter.word.elements import text_run

_PLAIN: Final = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?:[/?#][\w\-.~:/?#@!$&'()*+,;=]*)?", re.ASCII)
_PREFIX: Final = "rIdLink"
_NOT_IN_ADDRESSES: Final = re.compile(r"[\s<>\"{}|\\^`\x00-\x1f\x7f]|%(?![0-9A-Fa-f]{2})")


class Links:
    """The external links of one part."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._ids: dict[str, str] = {}
        self._last = 0

    def id_for(self, address: str) -> str:
        """The relationship's id, or nothing where Word would call the file damaged for that address."""
        if address not in self._ids:
            target = written_address(address)
            self._ids[address] = self._added(target) if target else ""
        return self._ids[address]

    def _added(self, target: str) -> str:
        self._last += 1
        while (name := f"{_PREFIX}{self._last}") in self._part.rels:
            self._last += 1
        self._part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, target, name, is_external=True)
        return name


def hyperlink(relationship: str, text: str, looks: str) -> str:
    """A link with its words, as text."""
    return linked(relationship, text_run(text, looks))


def linked(relationship: str, runs: str) -> str:
    """A link round runs, as text."""
    return f'<w:hyperlink r:id="{relationship}" w:history="1">{runs}</w:hyperlink>'


def written_address(address: str) -> str:
    """The address as a relationship may hold it, odd characters escaped; nothing for a broken one."""
    if _PLAIN.fullmatch(address):
        return address
    target = _NOT_IN_ADDRESSES.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address.strip()
    )
    try:
        parts = urlsplit(target)
        _ = parts.port  # raises for what is no number
    except ValueError:
        return ""
    return target if parts.hostname or (parts.scheme == "mailto" and parts.path) else ""
