"""What a missing built-in style is made of, in the look of the styles that the template has."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltIn:
    """One of Word's own styles. Sizes are multiples of the body text's."""

    name: str
    id: str
    kind: str = "paragraph"
    based_on: tuple[str, ...] = ()
    """Names of styles to inherit from, the first that the template has; none: the default paragraph style."""
    before_text: bool = False
    """What Return gives after it is running text."""
    priority: int = 99
    gallery: bool = True
    size: float = 0
    like_headings: bool = False
    """Takes the font and colour of the template's headings."""
    paragraph: tuple[str, ...] = ()
    """Children of `w:pPr` in the schema's order."""
    run: tuple[str, ...] = ()
    """Children of `w:rPr` in the schema's order, before colour and size."""


_BOLD: Final = ("<w:b/>", "<w:bCs/>")
_ITALIC: Final = ("<w:i/>", "<w:iCs/>")
_UPRIGHT: Final = ('<w:b w:val="0"/>', '<w:bCs w:val="0"/>')


def _heading(level: int, size: float, before: int, after: int) -> BuiltIn:
    return BuiltIn(
        name=f"heading {level}",
        id=f"Heading{level}",
        priority=9,
        size=size,
        before_text=True,
        like_headings=True,
        paragraph=(
            "<w:keepNext/>",
            "<w:keepLines/>",
            f'<w:spacing w:before="{before}" w:after="{after}"/>',
            f'<w:outlineLvl w:val="{level - 1}"/>',
        ),
        run=_BOLD,
    )


def _list(kind: str, level: int) -> BuiltIn:
    number = "" if level == 0 else f" {level + 1}"
    return BuiltIn(
        name=f"List {kind.title()}{number}",
        id=f"List{kind.title()}{number.strip()}",
        gallery=level == 0,
        based_on=(f"List {kind.title()}",) if level else (),
        paragraph=('<w:spacing w:after="100"/>',) if level == 0 else (),
    )


def _contents(level: int) -> BuiltIn:
    return BuiltIn(
        name=f"toc {level}",
        id=f"TOC{level}",
        priority=39,
        gallery=False,
        paragraph=(
            '<w:spacing w:after="60"/>',
            f'<w:ind w:left="{240 * (level - 1)}"/>',
        ),
    )


_ALL: Final = (
    BuiltIn(
        name="Title",
        id="Title",
        before_text=True,
        priority=10,
        size=2.0,
        like_headings=True,
        paragraph=("<w:keepNext/>", "<w:keepLines/>", '<w:spacing w:after="120"/>', "<w:contextualSpacing/>"),
        run=_BOLD,
    ),
    BuiltIn(
        name="Subtitle",
        id="Subtitle",
        priority=11,
        size=1.2,
        paragraph=("<w:keepLines/>", '<w:spacing w:after="200"/>'),
        run=_UPRIGHT,
    ),
    BuiltIn(name="Signature", id="Signature", gallery=False, paragraph=('<w:spacing w:after="0"/>',)),
    BuiltIn(
        name="Date", id="Date", before_text=True, gallery=False, paragraph=('<w:spacing w:after="360"/>',)
    ),
    _heading(1, 1.4, 360, 120),
    _heading(2, 1.2, 280, 80),
    _heading(3, 1.05, 240, 60),
    BuiltIn(
        name="Quote",
        id="Quote",
        before_text=True,
        priority=29,
        paragraph=(
            "<w:keepNext/>",
            "<w:keepLines/>",
            '<w:pBdr><w:left w:val="single" w:sz="18" w:space="12" w:color="7F7F7F"/></w:pBdr>',
            '<w:ind w:left="397" w:right="397"/>',
        ),
    ),
    BuiltIn(name="Body Text", id="BodyText", paragraph=('<w:spacing w:after="160"/>',)),
    BuiltIn(
        name="Note Heading", id="NoteHeading", before_text=True, gallery=False, paragraph=("<w:keepNext/>",)
    ),
    *(_list("bullet", level) for level in range(3)),
    *(_list("number", level) for level in range(3)),
    BuiltIn(
        name="footnote text",
        id="FootnoteText",
        gallery=False,
        size=0.9,
        paragraph=('<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',),
    ),
    BuiltIn(
        name="TOC Heading",
        id="TOCHeading",
        before_text=True,
        priority=39,
        size=1.4,
        like_headings=True,
        paragraph=("<w:keepNext/>", "<w:keepLines/>", '<w:spacing w:before="360" w:after="120"/>'),
        run=_BOLD,
    ),
    *(_contents(level) for level in (1, 2)),
    BuiltIn(name="Strong", id="Strong", kind="character", priority=22, run=_BOLD),
    BuiltIn(name="Emphasis", id="Emphasis", kind="character", priority=20, run=_ITALIC),
    BuiltIn(
        name="Intense Emphasis", id="IntenseEmphasis", kind="character", priority=21, run=(*_BOLD, *_ITALIC)
    ),
    BuiltIn(
        name="Hyperlink",
        id="Hyperlink",
        kind="character",
        gallery=False,
        run=('<w:color w:val="0B5394"/>', '<w:u w:val="single"/>'),
    ),
    BuiltIn(
        name="footnote reference",
        id="FootnoteReference",
        kind="character",
        gallery=False,
        run=('<w:vertAlign w:val="superscript"/>',),
    ),
)

BUILT_IN: Final = {each.name.casefold(): each for each in _ALL}
"""By name in small letters."""
