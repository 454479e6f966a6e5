"""What a Word file's styles say of a paragraph: heading level, weight, slant, numbering."""

from dataclasses import dataclass, field, replace

from lxml import etree

from drafter.reports.docx_parts import W

_BODY_TEXT = 9
"""The outline level that stands for none."""
_DEEPEST = 30
"""Styles based on each other further than this go in a circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style with all that it inherits."""

    name: str = ""
    heading: int = 0
    bold: bool = False
    italic: bool = False
    size: float = 0.0
    number: str = ""
    """The numbering instance, "" where none is said, "0" where it is switched off."""
    level: int | None = None


@dataclass(slots=True)
class Styles:
    """The file's styles by id."""

    elements: dict[str, etree._Element] = field(default_factory=dict)
    default: str = ""
    resolved: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, part: etree._Element | None) -> "Styles":
        styles = cls()
        for element in () if part is None else part.iter(f"{W}style"):
            key = element.get(f"{W}styleId") or ""
            styles.elements[key] = element
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}:
                styles.default = key
        return styles

    def get(self, key: str | None) -> Style:
        """The style of that id, or the default paragraph style."""
        return self._resolve(key if key in self.elements else self.default, 0)

    def _resolve(self, key: str | None, depth: int) -> Style:
        if key is None or key not in self.elements or depth > _DEEPEST:
            return Style()
        if key not in self.resolved:
            element = self.elements[key]
            based_on = value(element, "basedOn")
            self.resolved[key] = _extended(self._resolve(based_on, depth + 1), element)
        return self.resolved[key]


def _extended(parent: Style, element: etree._Element) -> Style:
    name = (value(element, "name") or "").lower()
    found = replace(parent, name=name)
    look = element.find(f"{W}rPr")
    if look is not None:
        found = replace(
            found,
            bold=switch(look, "b", parent.bold),
            italic=switch(look, "i", parent.italic),
            size=half_points(look, parent.size),
        )
    outline = value(element, "pPr", "outlineLvl")
    if outline is not None and outline.isdigit():
        found = replace(found, heading=int(outline) + 1 if int(outline) < _BODY_TEXT else 0)
    if name.startswith("heading ") and name[8:].isdigit():
        found = replace(found, heading=int(name[8:]))
    elif name == "title":
        found = replace(found, heading=1)
    number, level = value(element, "pPr", "numPr", "numId"), value(element, "pPr", "numPr", "ilvl")
    if number is not None:
        found = replace(found, number=number)
    if level is not None and level.isdigit():
        found = replace(found, level=int(level))
    return found


def value(element: etree._Element, *names: str) -> str | None:
    """The `w:val` of the descendant reached through these names."""
    at: etree._Element | None = element
    for name in names:
        at = at.find(f"{W}{name}") if at is not None else None
    return None if at is None else at.get(f"{W}val")


def switch(look: etree._Element, name: str, otherwise: bool) -> bool:  # noqa: FBT001 - the value, not a mode
    """An on-off property: present without a value means on."""
    element = look.find(f"{W}{name}")
    if element is None:
        return otherwise
    return element.get(f"{W}val") not in {"0", "false", "off", "none"}


def half_points(look: etree._Element, otherwise: float) -> float:
    """The size in points."""
    given = value(look, "sz")
    return int(given) / 2 if given and given.isdigit() else otherwise
