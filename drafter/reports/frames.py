"""What parent and worker say to each other: frames of MessagePack, each after its length."""

import struct
from typing import IO

import msgspec

from drafter.domain.errors import BadInput, Encrypted, NotAReport, NoTextLayer, TooLarge
from drafter.domain.records.page_words import PageWords
from drafter.domain.records.reports import Reading, Recommendation

_LENGTH = struct.Struct(">I")
_LONGEST = 512 * 1024 * 1024


class Bounds(msgspec.Struct, frozen=True, tag=True):
    """Comes first: what the worker may use."""

    memory: int
    seconds: int


class ReadFile(msgspec.Struct, frozen=True, tag=True):
    """Read a report."""

    path: str


class FindAlike(msgspec.Struct, frozen=True, tag=True):
    """Find the rest like one item; `found` are in the list already."""

    path: str
    wanted: Recommendation
    found: tuple[Recommendation, ...]


class RenderPage(msgspec.Struct, frozen=True, tag=True):
    """Draw a page (1-based) so many pixels wide."""

    path: str
    page: int
    width: int


class FindWords(msgspec.Struct, frozen=True, tag=True):
    """Tell the words of a page (1-based) and where they stand."""

    path: str
    page: int


class Progressed(msgspec.Struct, frozen=True, tag=True):
    """So far has the reading come."""

    done: int
    total: int


class Finished(msgspec.Struct, frozen=True, tag=True):
    """The reading."""

    reading: Reading


class FoundAlike(msgspec.Struct, frozen=True, tag=True):
    """The rest like it."""

    found: tuple[Recommendation, ...]


class Rendered(msgspec.Struct, frozen=True, tag=True):
    """The picture, as PNG."""

    png: bytes


class FoundWords(msgspec.Struct, frozen=True, tag=True):
    """The words of the page."""

    words: PageWords


class Failed(msgspec.Struct, frozen=True, tag=True):
    """An error for the officer."""

    kind: str
    sentence: str


Question = ReadFile | FindAlike | RenderPage | FindWords
Request = Bounds | Question
Answer = Progressed | Finished | FoundAlike | Rendered | FoundWords | Failed

_encoder = msgspec.msgpack.Encoder()
_requests = msgspec.msgpack.Decoder(Request)
_answers = msgspec.msgpack.Decoder(Answer)
_ERRORS: dict[str, type[BadInput]] = {
    error.__name__: error for error in (BadInput, NotAReport, NoTextLayer, Encrypted, TooLarge)
}


def send(stream: IO[bytes], message: Request | Answer) -> None:
    """Write one frame."""
    data = _encoder.encode(message)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def next_request(stream: IO[bytes]) -> Request | None:
    """The next frame from the parent; None when it has gone."""
    data = _frame(stream)
    return None if data is None else _requests.decode(data)


def next_answer(stream: IO[bytes]) -> Answer | None:
    """The next frame from the worker; None when it has gone."""
    data = _frame(stream)
    return None if data is None else _answers.decode(data)


def failure(error: BadInput) -> Failed:
    """The error as a frame."""
    return Failed(type(error).__name__, error.sentence)


def as_error(failed: Failed) -> BadInput:
    """The frame as the error it was."""
    return _ERRORS.get(failed.kind, NotAReport)(failed.sentence)


def _frame(stream: IO[bytes]) -> bytes | None:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _LONGEST:
        return None
    data = stream.read(length)
    return data if len(data) == length else None
