"""Which files may be reports, by the endings of their names: for whoever asks for one, or is handed one.

What a file is its content says, when it is read.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from drafter.reports.format_of import Format

ENDINGS: Mapping[Format, tuple[str, ...]] = MappingProxyType(
    {
        Format.PDF: (".pdf",),
        Format.DOCX: (".docx", ".docm"),
        Format.HTML: (".html", ".htm", ".xhtml", ".xht"),
        Format.TEXT: (".txt", ".text", ".md", ".markdown"),
    }
)
"""The endings that files of each format have, the usual one first."""

ALL_ENDINGS = tuple(ending for endings in ENDINGS.values() for ending in endings)


def may_be_report(path: Path) -> bool:
    """By its name it is of a format that is read."""
    return path.suffix.lower() in ALL_ENDINGS
