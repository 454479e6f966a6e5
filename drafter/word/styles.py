"""The styles of one document: found by built-in name whatever Word's language, made where missing."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Final

from drafter.word.built_in import BUILT_IN, BuiltIn
from drafter.word.elements import (
    PARAGRAPH_ORDER,
    Element,
    add_after,
    as_number,
    fragment,
    put_in_order,
    value,
    w,
)
from drafter.word.local_names import LOCAL_NAMES

DEFAULT_HALF_POINTS: Final = 20
"""What Word takes where a file says no size."""

_HEADINGS: Final = ("heading 1", "heading 2", "heading 3", "Title")
_MAX_CHAIN: Final = 20
_BEFORE_PROPERTIES: Final = tuple(
    map(
        w,
        (
            *("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority"),
            *("semiHidden", "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose"),
            *("personalReply", "rsid"),
        ),
    )
)
"""What stands before the paragraph's properties in a style."""


class Styles:
    """The style table, live in the document.

    A mapping says which of its styles stand in for built-in ones: names by built-in name in small letters.
    """

    def __init__(self, root: Element, mapping: Mapping[str, str] | None = None) -> None:
        self._root = root
        self._mapping = {role.casefold(): name.casefold() for role, name in (mapping or {}).items()}
        self._aliases: dict[tuple[str, str], Element] = {}
        self._by_name: dict[tuple[str, str], Element] = {}
        self._by_id: dict[str, Element] = {}
        self._ids: dict[tuple[str, str], str] = {}
        self._base = ""
        self.made: list[str] = []
        """Names of the styles that were missing and made."""
        for style in root.iter(w("style")):
            self._know(style)
        self.default = self._base = self._default_style()
        """The id of the default paragraph style, which a paragraph need not name."""
        self.body = self._running_text()
        """The style of running text: Body Text where the default one leaves no gap between paragraphs."""
        self._base = self.body

    def _know(self, style: Element) -> None:
        kind = style.get(w("type"), "paragraph")
        name, *others = _names(value(style.find(w("name"))))
        self._by_name.setdefault((kind, name), style)
        for each in (*others, *_names(value(style.find(w("aliases"))))):
            self._aliases.setdefault((kind, each), style)
        self._by_id.setdefault(style.get(w("styleId"), ""), style)

    def _running_text(self) -> str:
        chosen = "body text" in self._mapping and self.find("Body Text") is not None
        return self.default if not chosen and self._has_gaps(self.default) else self.id_of("Body Text")

    def _default_style(self) -> str:
        found = [
            each
            for each in self._root.iter(w("style"))
            if each.get(w("type")) == "paragraph" and each.get(w("default")) in {"1", "true", "on"}
        ]
        normal = found[0] if found else self.find("Normal")
        if normal is None:
            normal = fragment(
                '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
                "<w:qFormat/></w:style>"
            )
            self._root.append(normal)
            self._know(normal)
            self.made.append("Normal")
        normal.set(w("default"), "1")
        return normal.get(w("styleId"), "")

    def _has_gaps(self, style_id: str) -> bool:
        """Whether paragraphs of that style stand apart."""
        spacings = (*self.properties(style_id, "pPr", "spacing"), *self.defaults("pPr", "spacing"))
        for name in ("after", "before"):
            said = next((each.get(w(name)) for each in spacings if each.get(w(name)) is not None), "0")
            if said != "0":
                return True
        return False

    def find(self, name: str, kind: str = "paragraph") -> Element | None:
        """What she chose for it, else the style of the built-in name, of an alias, or of a foreign name."""
        wanted = name.casefold()
        chosen = self._by_name.get((kind, self._mapping.get(wanted, "")))
        found = chosen if chosen is not None else self._by_name.get((kind, wanted))
        if found is not None:
            return found
        others = (wanted, *(each.casefold() for each in LOCAL_NAMES.get(wanted, ())))
        places = [(table, (kind, each)) for each in others for table in (self._by_name, self._aliases)]
        return next((table[key] for table, key in places if key in table), None)

    def style(self, style_id: str) -> Element | None:
        """The style of that id."""
        return self._by_id.get(style_id)

    def id_of(self, name: str) -> str:
        """The id by which the document calls this built-in style; the style is made if it is missing."""
        built_in = BUILT_IN[name.casefold()]
        key = (built_in.kind, built_in.name)
        if key not in self._ids:
            style = self.find(built_in.name, built_in.kind)
            if style is None:
                style = self._make(built_in)
            self._outline(style, built_in)
            self._ids[key] = style.get(w("styleId"), "")
        return self._ids[key]

    def _outline(self, style: Element, wanted: BuiltIn) -> None:
        """Word knows its own headings; another style that stands in for one must say its level."""
        kind, _, level = wanted.name.partition(" ")
        stands_in = kind == "heading" and _names(value(style.find(w("name"))))[0] != wanted.name
        if not stands_in or self.found(style.get(w("styleId"), ""), "pPr", "outlineLvl") is not None:
            return
        properties = style.find(w("pPr"))
        if properties is None:
            properties = add_after(style, fragment("<w:pPr/>"), _BEFORE_PROPERTIES)
        put_in_order(properties, fragment(f'<w:outlineLvl w:val="{int(level) - 1}"/>'), PARAGRAPH_ORDER)

    def has(self, name: str) -> bool:
        return self.find(name, BUILT_IN[name.casefold()].kind) is not None

    def properties(self, style_id: str, group: str, name: str) -> Iterator[Element]:
        """A property (`pPr`, `keepNext`) in the style, then in what it is based on: the first one counts."""
        style = self._by_id.get(style_id)
        for _ in range(_MAX_CHAIN):
            if style is None:
                return
            found = style.find(f"{w(group)}/{w(name)}")
            if found is not None:
                yield found
            style = self._by_id.get(value(style.find(w("basedOn"))) or "")

    def own(self, style_id: str, group: str) -> Element | None:
        """A style's own `pPr` or `rPr`."""
        style = self._by_id.get(style_id)
        return None if style is None else style.find(w(group))

    def found(self, style_id: str, group: str, name: str) -> Element | None:
        return next(self.properties(style_id, group, name), None)

    def defaults(self, group: str, name: str) -> list[Element]:
        """A property in the defaults of all styles: one or none."""
        return self._root.findall(f"{w('docDefaults')}/{w(group + 'Default')}/{w(group)}/{w(name)}")

    @property
    def body_half_points(self) -> int:
        """How large the body text is, in half-points."""
        sizes = (*self.properties(self.default, "rPr", "sz"), *self.defaults("rPr", "sz"))
        return next((size for each in sizes if (size := as_number(value(each)))), DEFAULT_HALF_POINTS)

    def _make(self, wanted: BuiltIn) -> Element:
        """A style that the template lacks, inheriting from what it has."""
        style_id = self._free_id(wanted.id)
        bases = [base for each in wanted.based_on if (base := self.find(each, wanted.kind)) is not None]
        based_on = bases[0].get(w("styleId"), "") if bases else self._base
        style = fragment(
            f'<w:style w:type="{wanted.kind}" w:styleId="{style_id}"><w:name w:val="{wanted.name}"/>'
            + (f'<w:basedOn w:val="{based_on}"/>' if wanted.kind == "paragraph" else "")
            + (f'<w:next w:val="{self.body}"/>' if wanted.before_text else "")
            + f'<w:uiPriority w:val="{wanted.priority}"/><w:unhideWhenUsed/>'
            + ("<w:qFormat/>" if wanted.gallery else "")
            + (f"<w:pPr>{''.join(wanted.paragraph)}</w:pPr>" if wanted.kind == "paragraph" else "")
            + f"<w:rPr>{''.join(wanted.run)}</w:rPr></w:style>"
        )
        self._dress(style, wanted)
        self._root.append(style)
        self._know(style)
        self.made.append(wanted.name)
        return style

    def _dress(self, style: Element, wanted: BuiltIn) -> None:
        """Font, colour and size: those of the template's headings, in proportion to its body text."""
        looks = style.find(w("rPr"))
        if looks is None:
            return
        if wanted.like_headings:
            heading = next((each for name in _HEADINGS if (each := self.find(name)) is not None), None)
            near = heading.get(w("styleId"), "") if heading is not None else self.default
            for place, name in ((0, "rFonts"), (len(looks) + 1, "color")):
                found = self.found(near, "rPr", name)
                if found is not None:
                    looks.insert(place, deepcopy(found))
        if wanted.size:
            size = round(self.body_half_points * wanted.size)
            looks.extend((fragment(f'<w:sz w:val="{size}"/>'), fragment(f'<w:szCs w:val="{size}"/>')))
        if not len(looks):
            style.remove(looks)

    def _free_id(self, wanted: str) -> str:
        taken = {each.casefold() for each in self._by_id}
        number, free = 1, wanted
        while free.casefold() in taken:
            number += 1
            free = f"{wanted}{number}"
        return free


def _names(said: str | None) -> list[str]:
    """A style's name and, behind commas, its aliases."""
    return [each.strip().casefold() for each in (said or "").split(",")]
