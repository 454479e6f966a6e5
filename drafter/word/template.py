"""Templates: our own, and what an organisation's Word file brings and lacks, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docx.document import Document

from drafter import paths
from drafter.word import package
from drafter.word.built_in import BUILT_IN
from drafter.word.colours import LEAST_CONTRAST, contrast_on_white
from drafter.word.elements import Element, as_number, value, w
from drafter.word.parts import furniture_of, styles_root
from drafter.word.placing import MARKERS, marker_of
from drafter.word.room import cell_of_text
from drafter.word.sections import section_of_text
from drafter.word.styles import Styles

_LEAST_HALF_POINTS: Final = 24
_A4: Final = (11906, 16838)
_TOLERANCE: Final = 120
_NAMED_PAPER: Final = {
    (12240, 15840): "Letter",
    (12240, 20160): "Legal",
    (16838, 23811): "A3",
    (8391, 11906): "A5",
}
_NOT_SHOWN: Final = {"Normal", "Body Text"}
_MANY: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateHealth:
    """What Drafter found in a template; each finding is a sentence, and none is best."""

    name: str
    missing: tuple[str, ...] = ()
    """Built-in styles that it lacks, which an export makes in its look."""
    has_marker: bool = False
    own_words: int = 0
    """Words of its own, in front of which or behind which the response is put."""
    findings: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        return not self.findings


def own_template() -> Path:
    """The template that comes with Drafter."""
    return paths.resource("templates/drafter.docx")


def examine(path: Path) -> TemplateHealth:
    """Look a template over without writing anything. Raises NotATemplate for one that cannot be used."""
    document = package.opened(path)
    root = styles_root(document)
    is_bare = root.find(w("style")) is None
    styles = Styles(root)
    reading = tuple(_about_reading(styles))  # before any style is made
    missing = _missing(styles)
    body = document.element.body
    has_marker = marker_of(body) is not None
    words = len(" ".join(each.text or "" for each in body.iter(w("t"))).split())
    findings = (
        *_about_styles(missing, bare=is_bare),
        *_about_place(body, has_marker=has_marker, words=words),
        *_about_paper(body),
        *reading,
        *_about_page_numbers(document),
    )
    return TemplateHealth(
        name=path.name, missing=missing, has_marker=has_marker, own_words=words, findings=tuple(findings)
    )


def _missing(styles: Styles) -> tuple[str, ...]:
    for each in BUILT_IN.values():
        if each.name != "Body Text":
            styles.id_of(each.name)
    return tuple(each for each in styles.made if each not in _NOT_SHOWN)


def _about_styles(missing: tuple[str, ...], *, bare: bool) -> Iterator[str]:
    if bare:
        yield "It has no styles at all. Drafter brings plain ones."
    elif len(missing) > _MANY:
        yield (
            f"It lacks {len(missing)} of the {len(BUILT_IN)} styles that a response may need, such as "
            f"{_listed(missing[:3])}. Drafter makes them in the look of the others."
        )
    elif missing:
        one = len(missing) == 1
        yield (
            f"It lacks the {'style' if one else 'styles'} {_listed(missing)}. "
            f"Drafter makes {'it' if one else 'them'} in the look of the others."
        )


def _about_place(body: Element, *, has_marker: bool, words: int) -> Iterator[str]:
    name = MARKERS[0].title()
    if words and not has_marker:
        yield (
            f"It holds text of its own ({words} words); the response goes behind it. "
            f"To choose another place, put a bookmark named “{name}” there in Word."
        )
    if _is_wide(section_of_text(body)) and not all(map(_is_wide, body.iter(w("sectPr")))):
        yield "The pages on which the response goes are landscape, though others are not."
    if cell_of_text(body) is not None:
        yield (
            "Its marker bookmark stands in a table cell, where LibreOffice may cut off a long response with "
            "footnotes. In Word, put it outside the table."
        )


def _is_wide(section: Element) -> bool:
    size = section.find(w("pgSz"))
    return size is not None and as_number(size.get(w("w"))) > as_number(size.get(w("h")))


def _about_paper(body: Element) -> Iterator[str]:
    for size in body.iter(w("pgSz")):
        width, height = (as_number(size.get(w(each))) for each in ("w", "h"))
        wide = width > height
        paper = (height, width) if wide else (width, height)
        if any(abs(ours - theirs) > _TOLERANCE for ours, theirs in zip(_A4, paper, strict=True)):
            yield f"Its paper is {_NAMED_PAPER.get(paper) or _in_centimetres(paper)}, not A4."
            return


def _about_reading(styles: Styles) -> Iterator[str]:
    points = styles.body_half_points
    if points < _LEAST_HALF_POINTS:
        yield f"Its text is {points / 2:g} pt; an accessible document has at least 12 pt."
    if value(styles.found(styles.body, "pPr", "jc")) in {"both", "distribute"}:
        yield "Its text is justified; left-aligned text is easier to read."
    pale = [
        name
        for name in ("Normal", "Title", "heading 1", "heading 2", "heading 3")
        if (style := styles.find(name)) is not None
        and contrast_on_white(value(styles.found(style.get(w("styleId"), ""), "rPr", "color")) or "")
        < LEAST_CONTRAST
    ]
    if pale:
        yield f"The colour of {_listed(pale)} is pale: less than 4.5 to 1 against white."


def _about_page_numbers(document: Document) -> Iterator[str]:
    if any(_is_page_number(each) for root in furniture_of(document) for each in root.iter()):
        return
    yield "It has no page numbers. Put them into its header or footer in Word."


def _is_page_number(element: Element) -> bool:
    said = element.get(w("instr")) if element.tag == w("fldSimple") else element.text
    is_field = element.tag in {w("fldSimple"), w("instrText"), w("pgNum")}
    return element.tag == w("pgNum") or (is_field and "PAGE" in (said or "").upper().split())


def _listed(names: tuple[str, ...] | list[str]) -> str:
    shown = [f"{each[:1].upper()}{each[1:]}" for each in names]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _in_centimetres(paper: tuple[int, int]) -> str:
    width, height = (f"{each / 567:.1f}" for each in paper)
    return f"{width} × {height} cm"
