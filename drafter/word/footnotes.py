"""The footnotes part: the template's own with ours behind its last, or a new one with its separators."""

from typing import Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part

from drafter.domain.richtext import Footnote, Source
from drafter.word.elements import (
    R_URI,
    W_URI,
    Element,
    as_number,
    as_part,
    character_look,
    clean,
    escaped,
    fragment,
    fragments,
    parsed,
    put_in_order,
    text_run,
    w,
)
from drafter.word.links import Links, hyperlink
from drafter.word.parts import free_part_name, part_of, settings_root
from drafter.word.settings_part import SETTINGS_ORDER
from drafter.word.styles import Styles

_SEPARATORS: Final = (("-1", "separator"), ("0", "continuationSeparator"))
_STOPS: Final = (".", "!", "?", "…", ":", ";", ",")


class Footnotes:
    """The notes of one document, in order; nothing is made until the first is added."""

    def __init__(self, document: Document, styles: Styles) -> None:
        self._document = document
        self._styles = styles
        self._part: Part | None = None
        self._root: Element | None = None
        self._links: Links | None = None
        self._last = 0
        self._notes: list[str] = []
        self._opening = self._link_look = ""

    def add(self, note: Footnote) -> int:
        """The id of a new note."""
        links = self._opened()
        self._last += 1
        pieces = [self._opening]
        for text, address in note_pieces(note):
            link = links.id_for(address) if address else ""
            pieces.append(hyperlink(link, text, self._link_look) if link else text_run(text))
        self._notes.append(f'<w:footnote w:id="{self._last}"><w:p>{"".join(pieces)}</w:p></w:footnote>')
        return self._last

    def save(self) -> None:
        """Put the notes into the package."""
        if self._part is not None and self._root is not None:
            self._root.extend(fragments("".join(self._notes)))
            self._part._blob = as_part(self._root)  # noqa: SLF001 - python-docx has no footnotes: bytes to it

    def _opened(self) -> Links:
        if self._links is None:
            self._part = part_of(self._document, RELATIONSHIP_TYPE.FOOTNOTES) or self._made()
            self._root = parsed(self._part.blob)
            self._links = Links(self._part)
            taken = [as_number(each.get(w("id"))) for each in self._root.iter(w("footnote"))]
            self._last = max(taken, default=0)
            self._name_separators(self._root)
            style = escaped(self._styles.id_of("footnote text"))
            mark = character_look(self._styles.id_of("footnote reference"))
            self._opening = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r>{mark}<w:footnoteRef/></w:r>'
            self._link_look = character_look(self._styles.id_of("Hyperlink"))
        return self._links

    def _made(self) -> Part:
        package = self._document.part.package
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
            f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in _SEPARATORS
        )
        blob = f'<w:footnotes xmlns:w="{W_URI}" xmlns:r="{R_URI}">{separators}</w:footnotes>'
        name = free_part_name(self._document, "footnotes")
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, blob.encode(), package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        return part

    def _name_separators(self, root: Element) -> None:
        """Tell the settings which notes are the separators, as Word does."""
        named = [
            each.get(w("id"))
            for each in root.iter(w("footnote"))
            if each.get(w("type"), "normal") != "normal"
        ]
        settings = settings_root(self._document)
        if not named or settings.find(w("footnotePr")) is not None:
            return
        marks = "".join(f'<w:footnote w:id="{number}"/>' for number in named[:3])
        put_in_order(settings, fragment(f"<w:footnotePr>{marks}</w:footnotePr>"), SETTINGS_ORDER)


def note_pieces(note: Footnote) -> list[tuple[str, str]]:
    """What a note says, piece by piece with its address: a space, its text, then its source."""
    text, source = clean(note.text).strip(), note.source
    if source is None or not (named := _named(source)):
        return [(f" {text}", "")]
    lead = f" {text}{'' if text.endswith(_STOPS) else '.'} " if text else " "
    head, rest = named[0], "".join(f", {each}" for each in named[1:])
    tail = rest if (rest or head).endswith(_STOPS) else f"{rest}."
    return [(lead, ""), (head, source.address), *([(tail, "")] if tail else [])]


def _named(source: Source) -> list[str]:
    said = [clean(each).strip() for each in (source.title, source.publisher, source.date)]
    return [each for each in said if each] or [each for each in (source.address,) if each]
