"""How much room a style takes on the page: sizes, gaps and indents, resolved through what it is based on."""

from dataclasses import dataclass
from typing import Final

from drafter.word.elements import as_number, is_on, value, w
from drafter.word.styles import Styles

_TWIPS: Final = 20
_LINE: Final = 240
"""The line spacing that means single, where it is given as a multiple."""

_LEADING: Final = 1.15
"""From one line to the next in Arial, in sizes; other fonts are near enough."""

_SCALES: Final = {
    "aptos": 0.96,
    "calibri": 0.89,
    "cambria": 0.93,
    "garamond": 0.83,
    "georgia": 0.97,
    "segoe ui": 0.97,
    "times new roman": 0.88,
    "verdana": 1.16,
}
"""How wide a font runs beside Arial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One style's measures in points."""

    size: float
    scale: float
    is_bold: bool
    line: float
    extra: float
    """What the line has above its letters, where lines are set wide."""
    before: float
    after: float
    indent: float
    """Left and right together."""
    keeps_next: bool
    keeps_lines: bool


class Shapes:
    """The shapes of a document's styles, each worked out once."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[str, Shape] = {}

    def of(self, style_id: str) -> Shape:
        if style_id not in self._known:
            self._known[style_id] = self._worked_out(style_id)
        return self._known[style_id]

    def _worked_out(self, style_id: str) -> Shape:
        styles = self._styles
        said = value(styles.found(style_id, "rPr", "sz"))
        size = (as_number(said) or styles.body_half_points) / 2
        multiple = as_number(self._attribute(style_id, "spacing", "line")) or _LINE
        exact = self._attribute(style_id, "spacing", "lineRule") in {"exact", "atLeast"}
        line = multiple / _TWIPS if exact else size * _LEADING * multiple / _LINE
        fonts = (*styles.properties(style_id, "rPr", "rFonts"), *styles.defaults("rPr", "rFonts"))
        font = next((said for each in fonts if (said := each.get(w("ascii")))), "")
        return Shape(
            size=size,
            scale=_SCALES.get(font.casefold(), 1.0),
            is_bold=is_on(styles.found(style_id, "rPr", "b")),
            line=line,
            extra=max(line - size * _LEADING, 0),
            before=as_number(self._attribute(style_id, "spacing", "before")) / _TWIPS,
            after=as_number(self._attribute(style_id, "spacing", "after")) / _TWIPS,
            indent=sum(as_number(self._attribute(style_id, "ind", each)) for each in ("left", "right"))
            / _TWIPS,
            keeps_next=is_on(styles.found(style_id, "pPr", "keepNext")),
            keeps_lines=is_on(styles.found(style_id, "pPr", "keepLines")),
        )

    def _attribute(self, style_id: str, name: str, attribute: str) -> str | None:
        """An attribute of a paragraph property: each is inherited by itself."""
        places = (*self._styles.properties(style_id, "pPr", name), *self._styles.defaults("pPr", name))
        return next((said for each in places if (said := each.get(w(attribute))) is not None), None)
