"""The only form of text: paragraphs of runs, footnotes and merge fields; every room goes through it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import groupby, pairwise
from operator import is_

from drafter.domain.addresses import safe_address

MAX_LEVEL = 2
"""List levels are 0, 1 and 2."""

_SPACES = re.compile(" +")
_NO_CHARACTER = 0xFFFE
"""The last two code points of each plane are no characters, nor ever will be."""


class BlockStyle(StrEnum):
    """What a paragraph is."""

    PARAGRAPH = "paragraph"
    HEADING2 = "heading 2"
    HEADING3 = "heading 3"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"

    @property
    def is_list(self) -> bool:
        return self in {BlockStyle.BULLET, BlockStyle.NUMBER}

    @property
    def is_heading(self) -> bool:
        return self in {BlockStyle.HEADING2, BlockStyle.HEADING3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What backs a sentence. The date is as people write it ("March 2026")."""

    title: str
    publisher: str = ""
    date: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that look alike; `link` is where they lead."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note at the foot of the page: plain text and, where there is one, its source."""

    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A merge field: it stands for a value that the response, the report or the officer has."""

    name: str
    bold: bool = False
    italic: bool = False


Inline = Run | Footnote | Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; `level` is for lists (0 is outermost), `restart` begins a numbered list anew."""

    inlines: tuple[Inline, ...] = ()
    style: BlockStyle = BlockStyle.PARAGRAPH
    level: int = 0
    restart: bool = False

    @property
    def plain(self) -> str:
        """Its characters; a field as ‹name›, a footnote as nothing."""
        return "".join(_plain(each) for each in self.inlines)

    @property
    def is_empty(self) -> bool:
        return not self.inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class RichText:
    """Paragraphs in order."""

    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def plain(self) -> str:
        """Its characters, one paragraph a line."""
        return "\n".join(each.plain for each in self.paragraphs)

    @property
    def is_empty(self) -> bool:
        return all(each.is_empty for each in self.paragraphs)

    @property
    def words(self) -> int:
        """How many words it has, as a word processor counts them."""
        return len(self.plain.split())

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        return tuple(each for each in self.inlines() if isinstance(each, Footnote))

    @property
    def links(self) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(each.link for each in self.inlines() if isinstance(each, Run) and each.link)
        )

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its merge fields, in order, each once."""
        return tuple(dict.fromkeys(each.name for each in self.inlines() if isinstance(each, Field)))

    def inlines(self) -> Iterator[Inline]:
        for paragraph in self.paragraphs:
            yield from paragraph.inlines


EMPTY = RichText()


def plain_text(text: str) -> RichText:
    """Rich text of plain paragraphs, one a line; empty lines are dropped."""
    lines = (clean_characters(line).strip() for line in text.splitlines())
    return RichText(paragraphs=tuple(Paragraph(inlines=(Run(text=line),)) for line in lines if line))


def paragraph(text: str, style: BlockStyle = BlockStyle.PARAGRAPH, *, level: int = 0) -> Paragraph:
    """A paragraph of one plain run."""
    return normal_paragraph(Paragraph(inlines=(Run(text=text),), style=style, level=level))


def normal(text: RichText) -> RichText:
    """The one way to write this text.

    Runs joined, spaces folded, empty paragraphs gone. Equal words compare equal.
    """
    cleaned = map(normal_paragraph, text.paragraphs)
    return RichText(paragraphs=tuple(_restarts(each for each in cleaned if not each.is_empty)))


@lru_cache(maxsize=4096)
def normal_paragraph(given: Paragraph) -> Paragraph:
    """Likewise for one paragraph; white space at its ends goes. A draft's are cleaned again and again."""
    style = given.style
    level = min(max(given.level, 0), MAX_LEVEL) if style.is_list else 0
    return Paragraph(
        inlines=_trimmed(_folded(_joined(map(_clean, given.inlines)))),
        style=style,
        level=level,
        restart=given.restart and style is BlockStyle.NUMBER,
    )


def map_inlines(text: RichText, change: Callable[[Inline], Inline]) -> RichText:
    """The same paragraphs with each inline changed."""
    return RichText(
        paragraphs=tuple(
            replace(each, inlines=tuple(change(inline) for inline in each.inlines))
            for each in text.paragraphs
        )
    )


def resolve(text: RichText, values: Callable[[str], str | None]) -> RichText:
    """Fields become runs of their value; one without a value stays a field."""

    def change(inline: Inline) -> Inline:
        if isinstance(inline, Field) and (value := values(inline.name)):
            return Run(text=value, bold=inline.bold, italic=inline.italic)
        return inline

    return normal(map_inlines(text, change))


def clean_characters(text: str) -> str:
    """Without control and surrogate characters, which XML refuses, and private ones.

    Tabs and breaks become spaces. What a newer Unicode has named stays, though Python does not know it.
    """
    # nearly all text is printable, and then there is nothing to look for (U+FFFC counts as printable)
    if text.isprintable() and "\ufffc" not in text:
        return text
    return "".join(_character(each) for each in text)


def _character(given: str) -> str:
    if given in "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029":  # a tab, and what str.splitlines takes for a break
        return " "
    if unicodedata.category(given) in {"Cc", "Cs", "Co"} or given in "\ufffc\ufeff":
        return ""
    return "" if ord(given) & _NO_CHARACTER == _NO_CHARACTER or "\ufdd0" <= given <= "\ufdef" else given


def _plain(inline: Inline) -> str:
    match inline:
        case Run():
            return inline.text
        case Field():
            return f"‹{inline.name}›"
        case Footnote():
            return ""


def _clean(inline: Inline) -> Inline:
    match inline:
        case Run():
            text = _SPACES.sub(" ", clean_characters(inline.text))
            link = safe_address(inline.link)
            same = text == inline.text and link == inline.link
            return inline if same else replace(inline, text=text, link=link)
        case Footnote():
            return Footnote(text=_line(inline.text), source=inline.source and clean_source(inline.source))
        case Field():
            return replace(inline, name=_line(inline.name))


def clean_source(given: Source) -> Source:
    """The same source in single lines, its address only where it may be a link."""
    return Source(
        title=_line(given.title),
        publisher=_line(given.publisher),
        date=_line(given.date),
        address=safe_address(given.address),
    )


def _line(text: str) -> str:
    return " ".join(clean_characters(text).split())


def _joined(inlines: Iterable[Inline]) -> list[Inline]:
    """Neighbouring runs of the same look made one, empty ones left out."""
    done: list[Inline] = []
    for _, alike in groupby((each for each in inlines if not isinstance(each, Run) or each.text), _look):
        first, *more = alike
        if isinstance(first, Run):
            text = "".join(each.text for each in (first, *more) if isinstance(each, Run))
            done.append(replace(first, text=_SPACES.sub(" ", text)) if more else first)
        else:
            done += (first, *more)
    return done


def _look(inline: Inline) -> tuple[bool, bool, str] | None:
    return (inline.bold, inline.italic, inline.link) if isinstance(inline, Run) else None


def _folded(inlines: list[Inline]) -> list[Inline]:
    """Two spaces that met at the seam of two runs become one."""
    done = inlines[:1]
    for before, each in pairwise(inlines):
        doubled = isinstance(before, Run) and isinstance(each, Run) and before.text.endswith(" ")
        if doubled and isinstance(each, Run) and each.text.startswith(" "):
            done.append(replace(each, text=each.text[1:]))
        else:
            done.append(each)
    return done if len(done) == len(inlines) and all(map(is_, done, inlines)) else _joined(done)


def _trimmed(inlines: list[Inline]) -> tuple[Inline, ...]:
    while inlines and isinstance(first := inlines[0], Run):
        if text := first.text.lstrip():
            inlines[0] = replace(first, text=text)
            break
        inlines.pop(0)
    while inlines and isinstance(last := inlines[-1], Run):
        if text := last.text.rstrip():
            inlines[-1] = replace(last, text=text)
            break
        inlines.pop()
    return tuple(inlines)


def _restarts(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """A restart means something only where a list of that level already runs."""
    running: set[int] = set()
    for each in paragraphs:
        if not each.style.is_list:
            running.clear()
            yield each
            continue
        running = {level for level in running if level <= each.level}
        if each.style is BlockStyle.NUMBER:
            yield each if each.level in running else replace(each, restart=False)
            running.add(each.level)
        else:
            running.discard(each.level)
            yield each
