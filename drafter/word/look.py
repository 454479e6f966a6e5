"""How a template looks, in points and names: for a preview that is quick and need not be exact."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from docx.document import Document

from drafter.domain.composing import Block, BlockRole
from drafter.domain.richtext import Run
from drafter.word import package
from drafter.word.anchors import Anchors
from drafter.word.elements import Element, as_number, is_on, value, w
from drafter.word.footnotes import Footnotes
from drafter.word.furniture_look import FurnitureLine, furniture_lines
from drafter.word.links import Links
from drafter.word.lists import INDENT, Lists
from drafter.word.paragraphs import LISTS, Paragraphs, Surroundings
from drafter.word.parts import styles_root
from drafter.word.placing import paragraphs_before_text
from drafter.word.sections import may_turn, section_of_text
from drafter.word.styles import Styles
from drafter.word.theme_fonts import font_named, theme_fonts

_TWIPS: Final = 20
_SINGLE: Final = 240
_LEVELS: Final = 3
_HANGING: Final = {*LISTS, BlockRole.COUNTED}
_A_DATE: Final = "1 January 2000"
DATE: Final = "date"
"""A byline that is a date has a look of its own."""
NOTE: Final = "note"
LINK: Final = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleLook:
    """One style, resolved. Measures are points; an empty name or colour is the reader's own."""

    font: str = ""
    size: float = 10
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    colour: str = ""
    """Six hex digits."""
    align: str = "left"
    before: float = 0
    after: float = 0
    lines: float = 1
    """From line to line as a multiple; nought where `leading` says it."""
    leading: float = 0
    left: float = 0
    right: float = 0
    first: float = 0
    """How far the first line is set in, or out."""
    rule: str = ""
    """The colour of a rule at the left, where there is one."""
    keeps_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLook:
    """The paper and its margins."""

    width: float = 595
    height: float = 842
    left: float = 72
    right: float = 72
    top: float = 72
    bottom: float = 72
    header: float = 35
    footer: float = 35

    @property
    def turned(self) -> "SheetLook":
        """On its side; the margins stay."""
        return replace(self, width=self.height, height=self.width)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLook:
    """All that a preview needs to know of a template."""

    sheet: SheetLook = SheetLook()
    styles: Mapping[str, StyleLook] = field(default_factory=dict)
    """By role, with the level behind it for lists ("bullet 1")."""
    head: tuple[FurnitureLine, ...] = ()
    foot: tuple[FurnitureLine, ...] = ()
    first_head: tuple[FurnitureLine, ...] | None = None
    """Where the first page has a header and footer of its own."""
    first_foot: tuple[FurnitureLine, ...] | None = None
    may_turn: bool = False
    """Whether a wide table may have its pages turned on their side."""
    before: tuple[tuple[str, StyleLook], ...] = ()
    """The template's own paragraphs that stand before the response."""

    def of(self, role: str, level: int = 0) -> StyleLook:
        named = self.styles.get(f"{role} {level}" if role in LISTS else role)
        return named or self.styles.get(BlockRole.BODY.value) or StyleLook()


def look_of(template: Path, mapping: Mapping[str, str] | None = None) -> TemplateLook:
    """Read a template's look. Raises NotATemplate."""
    document = package.opened(template)
    styles = Styles(styles_root(document), mapping)
    reader = _Reader(document, styles)
    body = document.element.body
    section = section_of_text(body)
    has_first = is_on(section.find(w("titlePg")))
    return TemplateLook(
        sheet=_sheet(section),
        styles=dict(reader.styles()),
        head=furniture_lines(document, styles, section, "header"),
        foot=furniture_lines(document, styles, section, "footer"),
        first_head=furniture_lines(document, styles, section, "header", "first") if has_first else None,
        first_foot=furniture_lines(document, styles, section, "footer", "first") if has_first else None,
        may_turn=may_turn(body),
        before=tuple(reader.own(each) for each in paragraphs_before_text(body)),
    )


def _sheet(section: Element) -> SheetLook:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    said: dict[str, float] = {}
    if size is not None:
        said |= {"width": _points(size, "w"), "height": _points(size, "h")}
    if margins is not None:
        said |= {each: _points(margins, each) for each in ("left", "right", "top", "bottom")}
        said |= {each: _points(margins, each) for each in ("header", "footer")}
    return SheetLook(**{name: abs(each) for name, each in said.items() if each})


def _points(element: Element, name: str) -> float:
    return as_number(element.get(w(name))) / _TWIPS


class _Reader:
    """Resolves the styles that an export would take, by asking what it asks."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._styles = styles
        self._theme = theme_fonts(document)
        around = Surroundings(
            styles=styles,
            lists=Lists(document, styles),
            links=Links(document.part),
            footnotes=Footnotes(document, styles),
            anchors=Anchors("preview"),
        )
        self._paragraphs = Paragraphs(around, first_bookmark=0)

    def styles(self) -> Iterator[tuple[str, StyleLook]]:
        for role in BlockRole:
            for level in range(_LEVELS if role in LISTS else 1):
                block = Block(role=role, inlines=(Run(text="x"),), level=level)
                look = self.look(self._paragraphs.style_of(block), listed=level if role in _HANGING else None)
                yield (f"{role.value} {level}" if role in LISTS else role.value), look
        dated = Block(role=BlockRole.BYLINE, inlines=(Run(text=_A_DATE),))
        yield DATE, self.look(self._paragraphs.style_of(dated))
        yield NOTE, self.look(self._styles.id_of("footnote text"))
        yield LINK, self.look(self._styles.id_of("Hyperlink"))

    def own(self, paragraph: Element) -> tuple[str, StyleLook]:
        named = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
        text = "".join(each.text or "" for each in paragraph.iter(w("t")))
        return text, self.look(named or self._styles.default)

    def look(self, style: str, *, listed: int | None = None) -> StyleLook:
        found = self._styles.found
        spacing, indent = self._said(style, "pPr", "spacing"), self._said(style, "pPr", "ind")
        multiple = as_number(spacing("line")) or _SINGLE
        is_exact = spacing("lineRule") in {"exact", "atLeast"}
        left = as_number(indent("left") or indent("start")) / _TWIPS
        first = (as_number(indent("firstLine")) - as_number(indent("hanging"))) / _TWIPS
        if listed is not None and not left:
            left, first = INDENT * (listed + 1) / _TWIPS, -INDENT / _TWIPS
        size = as_number(self._said(style, "rPr", "sz")("val")) or self._styles.body_half_points
        border = found(style, "pPr", "pBdr")
        edge = border.find(w("left")) if border is not None else None
        return StyleLook(
            font=self._font(style),
            size=size / 2,
            bold=is_on(found(style, "rPr", "b")),
            italic=is_on(found(style, "rPr", "i")),
            underlined=(value(found(style, "rPr", "u")) or "none") != "none",
            capitals=is_on(found(style, "rPr", "caps")),
            colour=_colour(self._said(style, "rPr", "color")("val")),
            align=self._said(style, "pPr", "jc")("val") or "left",
            before=as_number(spacing("before")) / _TWIPS,
            after=as_number(spacing("after")) / _TWIPS,
            lines=0 if is_exact else multiple / _SINGLE,
            leading=multiple / _TWIPS if is_exact else 0,
            left=left,
            right=as_number(indent("right") or indent("end")) / _TWIPS,
            first=first,
            rule=(_colour(edge.get(w("color"))) or "808080") if edge is not None else "",
            keeps_next=is_on(found(style, "pPr", "keepNext")),
        )

    def _font(self, style: str) -> str:
        fonts = (*self._styles.properties(style, "rPr", "rFonts"), *self._styles.defaults("rPr", "rFonts"))
        return next((name for each in fonts if (name := font_named(each, self._theme))), "")

    def _said(self, style: str, group: str, name: str) -> "_Said":
        return _Said((*self._styles.properties(style, group, name), *self._styles.defaults(group, name)))


class _Said:
    """A property as a style says it and as it inherits it: each attribute by itself."""

    def __init__(self, places: tuple[Element, ...]) -> None:
        self._places = places

    def __call__(self, attribute: str) -> str | None:
        said = (each.get(w(attribute)) for each in self._places)
        return next((each for each in said if each is not None), None)


def _colour(said: str | None) -> str:
    return said if said and len(said) == 6 and said != "auto" else ""  # noqa: PLR2004 - hex digits
