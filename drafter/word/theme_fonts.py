"""The fonts that a template's theme names, for styles that say only “the theme's text font”."""

from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml.etree import XMLSyntaxError

from drafter.word.elements import Element, parsed, w
from drafter.word.parts import part_of

_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def theme_fonts(document: Document) -> dict[str, str]:
    """The fonts for headings and text, as {"major": "Cambria", "minor": "Calibri"}; none without a theme."""
    part = part_of(document, RELATIONSHIP_TYPE.THEME)
    if part is None:
        return {}
    try:
        root = parsed(part.blob)
    except XMLSyntaxError:  # a theme only colours the preview: the file itself keeps it as it is
        return {}
    found = {kind: root.find(f".//{_A}{kind}Font/{_A}latin") for kind in ("major", "minor")}
    return {kind: name for kind, each in found.items() if each is not None and (name := each.get("typeface"))}


def font_named(fonts: Element, theme: dict[str, str]) -> str:
    """The font that a `w:rFonts` names: the theme's wins, as it does in Word."""
    said = fonts.get(w("asciiTheme")) or fonts.get(w("hAnsiTheme")) or ""
    return theme.get(said[:5], "") or fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or ""
