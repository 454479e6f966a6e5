"""What styles and numbering of a Word file say of its paragraphs: headings, lists, and of which kind."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from drafter.domain.richtext import MAX_LEVEL, BlockStyle

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DEEPEST = 12
"""So far a style may be based on others: a longer chain is a ring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlace:
    """Which list a paragraph belongs to, how deep, and whether it counts."""

    list: str
    level: int
    style: BlockStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    name: str = ""
    based_on: str = ""
    properties: etree._Element | None = None
    look: etree._Element | None = None


@dataclass(slots=True, kw_only=True)
class PastStyles:
    """Looked up by the ids that paragraphs carry; the ids themselves are localised."""

    styles: dict[str, _Style] = field(default_factory=dict)
    lists: dict[str, dict[int, str]] = field(default_factory=dict)
    """The number format of each level of each list."""

    @classmethod
    def of(cls, styles: etree._Element | None, numbering: etree._Element | None) -> "PastStyles":
        made = cls()
        for each in styles.iter(f"{W}style") if styles is not None else ():
            made.styles[each.get(f"{W}styleId") or ""] = _Style(
                name=value(each, "name").casefold(),
                based_on=value(each, "basedOn"),
                properties=each.find(f"{W}pPr"),
                look=each.find(f"{W}rPr"),
            )
        if numbering is not None:
            made.lists = _lists(numbering)
        return made

    def is_heading(self, style: str) -> bool:
        return any(each.name.startswith("heading ") for each in self._chain(style))

    def is_title(self, style: str) -> bool:
        return any(each.name in {"title", "subtitle"} for each in self._chain(style))

    def is_quote(self, style: str) -> bool:
        return any(each.name in {"quote", "intense quote"} for each in self._chain(style))

    def is_contents(self, style: str) -> bool:
        """A line of the table of contents."""
        return any(each.name.startswith("toc ") for each in self._chain(style))

    def is_on(self, look: etree._Element | None, switch: str) -> bool:
        """Whether a run is bold (“b”) or italic ("i"): by itself, else by its character style."""
        for each in (look, *(style.look for style in self._chain(value(look, "rStyle")))):
            found = each.find(f"{W}{switch}") if each is not None else None
            if found is not None:
                return found.get(f"{W}val") not in {"0", "false", "off"}
        return False

    def list_place(self, properties: etree._Element | None) -> ListPlace | None:
        """The paragraph’s own list, else its style’s; a list of the number 0 is none."""
        own = [] if properties is None else [properties]
        chain = self._chain(value(properties, "pStyle"))
        given = [*own, *(each.properties for each in chain if each.properties is not None)]
        parts = [part for each in given if (part := each.find(f"{W}numPr")) is not None]
        wanted = next((number for each in parts if (number := value(each, "numId"))), "")
        if wanted in {"", "0"}:
            return None
        level = next((int(at) for each in parts if (at := value(each, "ilvl")).isdecimal()), 0)
        is_bullet = self.lists.get(wanted, {}).get(level, "bullet") in {"bullet", "none", "picture"}
        return ListPlace(
            list=wanted,
            level=min(level, MAX_LEVEL),
            style=BlockStyle.BULLET if is_bullet else BlockStyle.NUMBER,
        )

    def _chain(self, style: str) -> Iterator[_Style]:
        """A style and those that it is based on."""
        for _ in range(_DEEPEST):
            found = self.styles.get(style)
            if found is None:
                return
            yield found
            style = found.based_on


def value(element: etree._Element | None, name: str) -> str:
    """What a child of that name has as its value, or nothing."""
    found = element.find(f"{W}{name}") if element is not None else None
    return (found.get(f"{W}val") or "") if found is not None else ""


def _lists(numbering: etree._Element) -> dict[str, dict[int, str]]:
    formats: dict[str, dict[int, str]] = {}
    linked: dict[str, str] = {}
    links: dict[str, str] = {}
    for each in numbering.iter(f"{W}abstractNum"):
        key = each.get(f"{W}abstractNumId") or ""
        formats[key] = dict(map(_level, each.iter(f"{W}lvl")))
        if style := value(each, "styleLink"):
            linked[style] = key
        if style := value(each, "numStyleLink"):
            links[key] = style
    found = {}
    for each in numbering.iter(f"{W}num"):
        key = value(each, "abstractNumId")
        key = linked.get(links.get(key, ""), key)
        own = dict(map(_level, each.iter(f"{W}lvl")))
        found[each.get(f"{W}numId") or ""] = formats.get(key, {}) | own
    return found


def _level(element: etree._Element) -> tuple[int, str]:
    at = element.get(f"{W}ilvl") or "0"
    return int(at) if at.isdecimal() else 0, value(element, "numFmt") or "decimal"
