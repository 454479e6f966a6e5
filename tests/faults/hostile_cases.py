"""What every hostile file is tried with: a sentence or the words, in bounded time, and nothing lost."""

import json
import time
from dataclasses import dataclass
from typing import Any

import pytest

from drafter.domain.errors import DrafterError
from drafter.domain.richtext_html import to_html
from drafter.store import checking
from tests.faults.hostile import LURES, a_docx

DEEP = 100_000
SECONDS = 20.0
"""Of the processor, on a slow laptop; each takes far less."""

SLOW = {"one long line", "too deep in lists", "too deep in tables", "entities", "notes in notes"}
SLOW |= {"too deep in a body", "a tag never closed", "marks never closed", "deep indents"}
SLOW |= {"many short lines", "too long a cell", "too many rows", "too many", "too deep in a passage"}
READS, EITHER = "it is read", ""
"""That the words come in; or they do, or a sentence says why not."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """What a file is called, how it is made, and what is said to it: words of the sentence, or `READS`."""

    name: str
    content: Any
    says: str = ""

    slow: bool = False

    @property
    def mark(self):
        """What takes seconds is tried in the long run."""
        return [pytest.mark.long] if self.slow or self.name in SLOW else []


def made(folder, case, suffix):
    """The file of a case: bytes, text, the parts of a package, or what a function writes."""
    path = folder / f"{case.name}{suffix}"
    content = case.content
    if callable(content):
        return content(folder) or path
    if isinstance(content, dict):
        return a_docx(path, content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def sparse(name, size, start):
    def write(folder):
        with (folder / name).open("wb") as file:
            file.write(start)
            file.truncate(size)
        return folder / name

    return write


def meets(case, work):
    """Do the work; it must end in time, with what the case says and nothing but errors for the officer."""
    before = time.process_time()
    try:
        found = work()
        said = READS
    except DrafterError as error:
        found, said = None, error.sentence
    assert time.process_time() - before < SECONDS
    assert case.says in said, said
    assert said.endswith((".", ")", READS))
    return found


def cases(*given):
    return pytest.mark.parametrize(
        "case", [pytest.param(each, id=each.name, marks=each.mark) for each in given]
    )


def library_json(**more):
    return json.dumps({"format": "drafter-library", "version": 1, "positions": []} | more)


def one(**more):
    return library_json(positions=[{"title": "T", "body": "B"} | more])


def still_sound(library):
    assert checking.check(library) == ()
    assert library.position_titled("Kept") is not None
    for each in library.positions():
        kept = to_html(each.current.text) + " ".join(source.address for source in each.current.sources)
        assert not [lure for lure in LURES if lure in kept]
        assert "\x00" not in each.current.title + kept
