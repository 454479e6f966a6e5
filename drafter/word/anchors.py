"""Hidden bookmarks that lead from a paragraph in an edited file back to its passage."""

from hashlib import sha256
from typing import Final

from drafter.domain.composing import Block
from drafter.domain.records.responses import ManifestEntry
from drafter.word.elements import clean

MAX_NAME: Final = 40
"""Word cuts longer names of bookmarks off."""


class Anchors:
    """Names for the paragraphs of one export, and the manifest of what they were."""

    def __init__(self, export: str) -> None:
        self._token = sha256(export.encode()).hexdigest()[:12]
        self._entries: list[ManifestEntry] = []

    def name_for(self, block: Block, text: str) -> str:
        """A bookmark for a paragraph that has a passage, entered in the manifest; else nothing."""
        if block.passage is None:
            return ""
        text = clean(text)
        name = f"_drafter_{self._token}_{len(self._entries) + 1}"
        self._entries.append(
            ManifestEntry(
                bookmark=name,
                passage=block.passage,
                revision=block.revision,
                text=text,
                fingerprint=fingerprint(text),
            )
        )
        return name

    @property
    def manifest(self) -> tuple[ManifestEntry, ...]:
        return tuple(self._entries)


def fingerprint(text: str) -> str:
    """The SHA-256 of a paragraph's plain text."""
    return sha256(text.encode()).hexdigest()
