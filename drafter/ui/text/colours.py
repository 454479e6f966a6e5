"""The small set of colours that the text editors paint with, for light and for dark."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QColor, QPalette

from drafter.domain.records.stances import Stance
from drafter.ui import schemes
from drafter.ui.schemes import Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class TextColours:
    """Every colour of a page of text; what is not here comes from the widget's palette."""

    ink: QColor
    heading: QColor
    quiet: QColor
    """Marks, list numbers, labels: there when looked for."""
    faint: QColor
    """For what is not there."""
    paper: QColor
    desk: QColor
    edge: QColor
    selection: QColor
    link: QColor
    field: QColor
    """Behind a merge field that has a value."""
    gap: QColor
    """Behind a merge field that has none; its border is `gap_edge`."""
    gap_edge: QColor
    found: QColor
    found_here: QColor
    misspelt: QColor
    verbatim: QColor
    tailored: QColor
    newer: QColor
    retired: QColor
    unapproved: QColor
    stances: Mapping[Stance, QColor]


def colours_of(scheme: Scheme) -> TextColours:
    """The window's colours as a page of text needs them."""
    dark = scheme.is_dark
    return TextColours(
        ink=QColor(scheme.ink),
        heading=QColor(scheme.ink),
        quiet=QColor(scheme.soft),
        faint=QColor(scheme.faint),
        paper=QColor(scheme.sheet),
        desk=QColor(scheme.paper),
        edge=QColor(scheme.line),
        selection=QColor(scheme.selection),
        link=QColor(scheme.accent),
        field=QColor(scheme.accent_wash),
        gap=QColor(scheme.caution.wash),
        gap_edge=QColor(scheme.caution.ink),
        found=QColor("#5d5320" if dark else "#fbeea0"),
        found_here=QColor("#8f741a" if dark else "#f6c945"),
        misspelt=QColor(scheme.bad.ink),
        verbatim=QColor(scheme.good.ink),
        tailored=QColor(scheme.blue.ink),
        newer=QColor(scheme.caution.ink),
        retired=QColor(scheme.bad.ink),
        unapproved=QColor(scheme.plum.ink),
        stances=MappingProxyType({stance: QColor(scheme.stance(stance).ink) for stance in Stance}),
    )


LIGHT = colours_of(schemes.LIGHT)
DARK = colours_of(schemes.DARK)

_MIDDLE = 128


def colours_for(palette: QPalette) -> TextColours:
    """Light or dark, by what the palette writes on."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightness() < _MIDDLE else LIGHT
