"""Real numbering: bullets by style, and one `w:num` per numbered list so that each starts at 1."""

from dataclasses import dataclass
from typing import Final

from docx.document import Document
from lxml import etree

from drafter.word.elements import (
    PARAGRAPH_ORDER,
    VAL,
    Element,
    add_after,
    as_number,
    fragment,
    put_in_order,
    value,
    w,
)
from drafter.word.parts import numbering_root
from drafter.word.styles import Styles

LEVELS: Final = 3

_BULLETS: Final = ("•", "–", "▪")
_FORMATS: Final = ("decimal", "lowerLetter", "lowerRoman")
INDENT: Final = 454
_LEVEL_ORDER: Final = tuple(map(w, ("start", "numFmt", "lvlRestart", "pStyle", "isLgl", "suff", "lvlText")))
COUNTED: Final = "counted"
"""The list of the paragraphs that are numbered through a whole document."""

COUNTED_INDENT: Final = 680
"""Room for three digits."""

_NSID: Final = {"bullet": "5D0A4B01", "number": "5D0A4B02", COUNTED: "5D0A4B03"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """What a list paragraph says about its number: the list's id and its level in it."""

    num: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Running:
    """A numbered list that is still going on."""

    num: int
    abstract: int
    level: int


class Lists:
    """The lists of one document. Bullets and numbers must be asked for in reading order."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._table: Element | None = None
        self._last_num = 0
        self._style_ids: dict[tuple[str, int], str] = {}
        self._own: dict[str, tuple[int, int]] = {}
        self._homes: dict[str, tuple[int, int] | None] = {}
        self._running: dict[int, _Running] = {}
        self._counted: dict[int, set[int]] = {}
        """The levels of each list whose count goes on: an item further out starts the inner ones anew."""

    def style(self, kind: str, level: int) -> str:
        """The id of List Bullet or List Number of that level; one that is made carries its numbering."""
        key = kind, level
        if key not in self._style_ids:
            name = f"List {kind.title()}" + (f" {level + 1}" if level else "")
            was_there = self._styles.has(name)
            self._style_ids[key] = self._styles.id_of(name)
            made = self._styles.find(name)
            if not was_there and made is not None:
                self._equip(made, kind, level)
        return self._style_ids[key]

    def end(self) -> None:
        """A paragraph that is in no list: whatever ran has ended."""
        self._running.clear()

    def bullet(self, level: int) -> Numbered | None:
        """The number of a bullet; nothing where its style carries it."""
        self._running = {at: each for at, each in self._running.items() if at < level}
        if self._home(self.style("bullet", level)) is not None:
            return None
        return Numbered(num=self._own_list("bullet")[1], level=level)

    def counted(self) -> Numbered:
        """The number of a paragraph that is counted through the document, whatever stands in between."""
        self.end()
        return Numbered(num=self._own_list(COUNTED)[1], level=0)

    def number(self, level: int, *, restart: bool) -> Numbered:
        """The number of an item: in the list that runs at its level, unless a new one begins."""
        self._running = {at: each for at, each in self._running.items() if at <= level}
        abstract, inner = self._home(self.style("number", level)) or (self._own_list("number")[0], level)
        if restart or level not in self._running:
            self._running[level] = self._begun(abstract, inner, new=restart)
        num = self._running[level].num
        self._counted[num] = {each for each in self._counted.get(num, ()) if each < inner} | {inner}
        return Numbered(num=num, level=inner)

    def _begun(self, abstract: int, level: int, *, new: bool) -> _Running:
        """A list within one that runs counts from 1 by itself, once; every other one is a list of its own."""
        outer = [
            each
            for at, each in sorted(self._running.items())
            if each.abstract == abstract and each.level < level
        ]
        if outer and not new and level not in self._counted[outer[-1].num]:
            return _Running(num=outer[-1].num, abstract=abstract, level=level)
        return _Running(num=self._new_num(abstract, restart=level), abstract=abstract, level=level)

    def _home(self, style_id: str) -> tuple[int, int] | None:
        """The abstract list and the level that a style numbers its paragraphs in, if it does."""
        if style_id not in self._homes:
            self._homes[style_id] = self._found_home(style_id)
        return self._homes[style_id]

    def _found_home(self, style_id: str) -> tuple[int, int] | None:
        said = self._styles.found(style_id, "pPr", "numPr")
        num = value(said.find(w("numId"))) if said is not None else None
        if said is None or num in {None, "0"}:
            return None
        abstract = self._abstract_of(num or "")
        if abstract is None:
            return None
        level = value(said.find(w("ilvl")))
        if level is None:
            level = next(
                (
                    each.get(w("ilvl"))
                    for each in abstract.findall(w("lvl"))
                    if value(each.find(w("pStyle"))) == style_id
                ),
                "0",
            )
        return as_number(abstract.get(w("abstractNumId"))), as_number(level)

    def _abstract_of(self, num: str) -> Element | None:
        """The definition behind a list's id; a list that borrows a numbering style's is followed once."""
        root = self._numbering()
        for each in root.findall(w("num")):
            if each.get(w("numId")) != num:
                continue
            wanted = value(each.find(w("abstractNumId")))
            found = next(
                (a for a in root.findall(w("abstractNum")) if a.get(w("abstractNumId")) == wanted), None
            )
            lender = value(found.find(w("numStyleLink"))) if found is not None else None
            if lender is None:
                return found
            return next(
                (a for a in root.findall(w("abstractNum")) if value(a.find(w("styleLink"))) == lender), None
            )
        return None

    def _numbering(self) -> Element:
        if self._table is None:
            self._table = numbering_root(self._document)
            self._last_num = max(
                (as_number(each.get(w("numId"))) for each in self._table.findall(w("num"))), default=0
            )
        return self._table

    def _equip(self, style: Element, kind: str, level: int) -> None:
        """Give a list style that was made the numbering of its level."""
        abstract, num = self._own_list(kind)
        properties = style.find(w("pPr"))
        if properties is None:
            return
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
        put_in_order(properties, fragment(numbering), PARAGRAPH_ORDER)
        definition = next(
            each
            for each in self._numbering().iter(w("abstractNum"))
            if each.get(w("abstractNumId")) == str(abstract)
        )
        at = next(each for each in definition.iter(w("lvl")) if each.get(w("ilvl")) == str(level))
        put_in_order(at, fragment(f'<w:pStyle w:val="{style.get(w("styleId"))}"/>'), _LEVEL_ORDER)

    def _own_list(self, kind: str) -> tuple[int, int]:
        """Our own definition of bullets or numbers, made once: (abstract id, list id)."""
        if kind not in self._own:
            table = self._numbering()
            taken = [as_number(each.get(w("abstractNumId"))) for each in table.iter(w("abstractNum"))]
            abstract = max(taken, default=-1) + 1
            add_after(table, fragment(abstract_list(kind, abstract)), (w("numPicBullet"), w("abstractNum")))
            self._own[kind] = abstract, self._new_num(abstract)
        return self._own[kind]

    def _new_num(self, abstract: int, *, restart: int | None = None) -> int:
        table = self._numbering()
        self._last_num += 1
        made = etree.Element(w("num"), {w("numId"): str(self._last_num)})
        etree.SubElement(made, w("abstractNumId"), {VAL: str(abstract)})
        if restart is not None:
            override = etree.SubElement(made, w("lvlOverride"), {w("ilvl"): str(restart)})
            etree.SubElement(override, w("startOverride"), {VAL: "1"})
        clean_up = table.find(w("numIdMacAtCleanup"))
        if clean_up is None:
            table.append(made)
        else:
            clean_up.addprevious(made)
        return self._last_num


def abstract_list(kind: str, number: int, styles: tuple[str, ...] = ()) -> str:
    """The definition of a list of three levels, its levels tied to these styles."""
    levels = "".join(_level(kind, level, styles[level] if styles else "") for level in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{_NSID[kind]}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(kind: str, level: int, style: str) -> str:
    is_bullet = kind == "bullet"
    left = INDENT * (level + 1) + (COUNTED_INDENT - INDENT if kind == COUNTED else 0)
    hanging = COUNTED_INDENT if kind == COUNTED and level == 0 else INDENT
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{"bullet" if is_bullet else _FORMATS[level]}"/>'
        + (f'<w:pStyle w:val="{style}"/>' if style else "")
        + f'<w:lvlText w:val="{_BULLETS[level] if is_bullet else f"%{level + 1}."}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )
