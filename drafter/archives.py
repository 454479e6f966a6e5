"""Opening zip-based files from outside safely: limits are counted while inflating, no header is trusted."""

import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from drafter.domain.errors import BadInput, Encrypted, TooLarge

MEBIBYTE = 1024 * 1024
_CHUNK = 64 * 1024
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""As which a zip file’s damage comes to light while a part of it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLimits:
    """The largest of 1,218 real Word files had 65 entries, 15 MB in all, 12.6 MB in a part, a ratio of 94."""

    file_bytes: int = 50 * MEBIBYTE
    entries: int = 500
    inflated_bytes: int = 200 * MEBIBYTE
    part_bytes: int = 32 * MEBIBYTE
    ratio: int = 200
    ratio_from_bytes: int = MEBIBYTE
    """Below so much inflated text the ratio says nothing."""


WORD_LIMITS = ArchiveLimits()


class Archive:
    """An open zip file whose parts are read one by one within the limits."""

    def __init__(self, whole: ZipFile, entries: dict[str, ZipInfo], limits: ArchiveLimits) -> None:
        self._whole, self._entries, self._limits = whole, entries, limits
        self._inflated = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names, in the file's order."""
        return tuple(self._entries)

    def __contains__(self, name: object) -> bool:
        return name in self._entries

    def read(self, name: str) -> bytes:
        """One part whole. Raises KeyError where it is not there, TooLarge or BadInput if need be."""
        entry = self._entries[name]
        pieces: list[bytes] = []
        size = 0
        try:
            with self._whole.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    self._count(size, len(chunk), entry)
                    pieces.append(chunk)
        except _DAMAGED as error:
            raise BadInput("This file is damaged. Ask for it again, or save it anew in Word.") from error
        return b"".join(pieces)

    def _count(self, size: int, more: int, entry: ZipInfo) -> None:
        self._inflated += more
        limits = self._limits
        squeezed = max(1, entry.compress_size)
        bomb = size > limits.ratio_from_bytes and size > limits.ratio * squeezed
        if bomb or size > limits.part_bytes or self._inflated > limits.inflated_bytes:
            raise TooLarge(
                "This file unpacks to far more than a document holds. Open it in Word and save its text as "
                "a new file."
            )


@contextmanager
def opened_archive(source: Path | BinaryIO, *, limits: ArchiveLimits = WORD_LIMITS) -> Iterator[Archive]:
    """The zip file at `source`. Raises Encrypted, TooLarge or BadInput."""
    _check_size(source, limits)
    try:
        whole = ZipFile(source)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BadInput("This file is damaged. Ask for it again, or save it anew in Word.") from error
    with whole:
        yield Archive(whole, _checked_entries(whole, limits), limits)


def _check_size(source: Path | BinaryIO, limits: ArchiveLimits) -> None:
    size = source.stat().st_size if isinstance(source, Path) else source.seek(0, 2)
    if size > limits.file_bytes:
        most = limits.file_bytes // MEBIBYTE
        raise TooLarge(
            f"This file has {size // MEBIBYTE} MB; Drafter opens up to {most} MB. Take pictures out of it "
            f"first."
        )


def _checked_entries(whole: ZipFile, limits: ArchiveLimits) -> dict[str, ZipInfo]:
    entries: dict[str, ZipInfo] = {}
    listed = whole.infolist()
    if len(listed) > limits.entries:
        raise TooLarge("This file holds far more parts than a document does. Save it anew in Word.")
    for entry in listed:
        if entry.flag_bits & 0x1:
            raise Encrypted(
                "This file is protected by a password. Save a copy without the password, then open that."
            )
        name = entry.filename
        if name in entries or _is_odd(entry):
            raise BadInput("This file is put together in a way that Word does not do. Save it anew in Word.")
        entries[name] = entry
    return entries


def _is_odd(entry: ZipInfo) -> bool:
    """A name that leaves the archive, or a link."""
    parts = entry.filename.replace("\\", "/").split("/")
    return ".." in parts or entry.filename.startswith(("/", "\\")) or stat.S_ISLNK(entry.external_attr >> 16)
