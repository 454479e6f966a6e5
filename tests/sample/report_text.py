"""The words of the sample report, read from report.md."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

WORDS: Final = Path(__file__).with_name("report.md")
PART: Final = re.compile(r"(\([a-z]\)|•) (.+)")

TITLE: Final = "Near at Hand"
SUBTITLE: Final = "The report of the Independent Review of Volunteering and Local Charities"
RUNNING_HEAD: Final = "Independent Review of Volunteering and Local Charities"
REPORT: Final = {
    "title": "Near at Hand: the report of the Independent Review of Volunteering and Local Charities",
    "author": "Dame Eleri Thornaby",
    "publisher": "Department for Civic Life",
    "published": "4 November 2026",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph of the report: what it is, its number where it has one, and its words."""

    kind: str
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One recommendation and the chapter that it stands in; its lines are its paragraphs."""

    label: str
    chapter: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it, each part on a line of its own, as a reader of the report gets it."""
        return "\n".join(self.lines)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """Letter (or bullet) and words of each part."""
        return tuple((match[1], match[2]) for match in map(PART.match, self.lines) if match)


def blocks() -> tuple[Block, ...]:
    """Every paragraph of the report, in order."""
    lines = WORDS.read_text(encoding="utf-8").splitlines()
    return tuple(_blocks(line.strip() for line in lines if line.strip()))


def recommendations() -> tuple[Recommendation, ...]:
    """The recommendations in their order, each under its chapter."""
    found, chapter = [], ""
    for block in blocks():
        if block.kind == "heading 1":
            chapter = block.text
        elif block.kind == "recommendation":
            lines = tuple(block.text.split("\n"))
            found.append(Recommendation(label=block.label, chapter=chapter, lines=lines))
    return tuple(found)


def _blocks(lines: Iterator[str]) -> Iterator[Block]:
    for line in lines:
        if line.startswith("::recommendation "):
            yield Block(kind="recommendation", text="\n".join(_until_end(lines)), label=line.split()[1])
        elif line == "::questions":
            yield from (_block(each, numbered="question") for each in _until_end(lines))
        else:
            yield _block(line, numbered="numbered")


def _until_end(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line == "::end":
            return
        yield re.sub(r"^- ", "• ", line)


def _block(line: str, *, numbered: str) -> Block:
    for mark, kind in (
        ("## ", "heading 2"),
        ("# ", "heading 1"),
        ("- ", "bullet"),
        ("::signature ", "signature"),
        ("::imprint ", "imprint"),
        ("::recommendations", "list of recommendations"),
    ):
        if line.startswith(mark):
            return Block(kind=kind, text=line.removeprefix(mark))
    number = re.match(r"(\d+\.\d*) (.+)", line)
    if number:
        return Block(kind=numbered, label=number[1], text=number[2])
    return Block(kind="text", text=line)
