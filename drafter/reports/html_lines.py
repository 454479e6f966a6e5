"""HTML and XHTML to lines: headings, paragraphs, table cells, list items with the numbers a browser shows."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import lxml.html
from lxml import etree

from drafter.domain.errors import NotAReport, TooLarge
from drafter.domain.progress import Progress
from drafter.reports.characters import tidy
from drafter.reports.counting import counts_itself, letters, roman
from drafter.reports.lines import Document, Line
from drafter.reports.pdf_order import rows_joined

MOST_BYTES = 20 * 1024 * 1024
_PITCH, _INDENT, _COLUMN = 12.0, 24.0, 1000.0

_DROPPED_NAMES = "script style head nav noscript template svg math iframe object button footer audio video"
_BLOCK_NAMES = (
    "p div section article main header aside blockquote pre figure figcaption address body html "
    "ul ol li dl dt dd table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 hr form "
    "fieldset legend label details summary menu center br select option textarea"
)
_DROPPED, _BLOCKS = frozenset(_DROPPED_NAMES.split()), frozenset(_BLOCK_NAMES.split())
_BOLD, _ITALIC = {"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"}, {"i", "em", "cite"}
_NOTES = re.compile(r"\b(footnotes?|endnotes?|fn|doc-endnotes?|doc-footnote)\b", re.I)
_MARK = re.compile(r"\[?\(?(?:\d{1,3}|[*†‡§]+|[a-z]|note \d+)\)?\]?")
_BULLET = "•"
_COUNTS: dict[str, Callable[[int], str]] = {
    "1": str,
    "a": letters,
    "A": lambda number: letters(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}


def parse_html(source: bytes | str, *, progress: Progress) -> Document:
    """The document as lines. Raises TooLarge or NotAReport."""
    if len(source) > MOST_BYTES:
        raise TooLarge(
            f"This web page has {len(source) // 1_000_000} MB; Drafter reads up to "
            f"{MOST_BYTES // 1_000_000} MB. "
            "Paste the part you respond to as text."
        )
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    parser = lxml.html.HTMLParser(
        encoding=_encoding(data), no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml.html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise NotAReport(
            "This web page holds no text. Copy its text in the browser and paste it here."
        ) from error
    walk = _Walk()
    walk.through(root, progress)
    return Document(
        lines=tuple(rows_joined(walk.lines)), title=tidy(root.findtext(".//title") or ""), marked=True
    )


def _encoding(source: bytes) -> str | None:
    """UTF-8 where it is, whatever the file says; else what the file says."""
    try:
        source.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


@dataclass(slots=True)
class _List:
    ordered: bool
    count: Callable[[int], str]
    number: int
    step: int

    @classmethod
    def of(cls, element: etree._Element) -> "_List":
        """The list as the element's attributes start it."""
        ordered = element.tag == "ol"
        backwards = element.get("reversed") is not None
        start = _whole(element.get("start"))
        if start is None:
            start = len(element.findall("li")) if backwards else 1
        kind = _COUNTS.get(element.get("type") or "1", str)
        return cls(ordered, kind, start, -1 if backwards else 1)

    def next_label(self, element: etree._Element) -> str:
        if not self.ordered:
            return _BULLET
        given = _whole(element.get("value"))
        if given is not None:
            self.number = given
        label = f"{self.count(self.number)}."
        self.number += self.step
        return label


@dataclass(frozen=True, slots=True)
class _Form:
    """The choices of a form on the page: boxes and buttons to click, and lists that unfold."""

    boxes: frozenset[str] = frozenset()
    """The ids of those that a label elsewhere names."""

    @classmethod
    def of(cls, root: etree._Element) -> "_Form":
        named = {element.get("for") or "" for element in root.iter("label")}
        boxes = {element.get("id") or "" for element in root.iter("input") if _is_box_to_tick(element)}
        return cls(frozenset(named & boxes - {""}))

    def words_of(self, element: etree._Element) -> str:
        """What the reader of the page sees where an element begins."""
        if element.tag == "textarea":
            return _room(element)
        if self._offers(element):
            return f"☐ {element.text or ''}"
        return "" if element.tag == "option" else element.text or ""

    def _offers(self, element: etree._Element) -> bool:
        if element.tag == "input":
            return _is_box_to_tick(element) and (element.get("id") or "") not in self.boxes
        if element.tag == "label":
            return (element.get("for") or "") in self.boxes
        return element.tag == "option" and element.get("value") != "" and element.get("disabled") is None


def _is_box_to_tick(element: etree._Element) -> bool:
    return (element.get("type") or "").lower() in {"radio", "checkbox"}


def _room(element: etree._Element) -> str:
    """The length of the answer that the page itself allows."""
    most = _whole(element.get("maxlength"))
    return f"Maximum {most:,} characters" if most and most <= _LONGEST_ROOM else ""


_LONGEST_ROOM = 50_000


@dataclass(slots=True)
class _Walk:
    """Goes through the elements once and collects a line for each block of text."""

    lines: list[Line] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    runs: list[tuple[str, bool, bool]] = field(default_factory=list)
    bold: int = 0
    italic: int = 0
    notes: int = 0
    heading: int = 0
    label: str = ""
    boxed: list[int] = field(default_factory=list)
    boxes: int = 0
    row: float | None = None
    column: int = 0
    marks: list[int] = field(default_factory=list)
    form: _Form = field(default_factory=_Form)

    def through(self, root: etree._Element, progress: Progress) -> None:
        self.form = _Form.of(root)
        walk = etree.iterwalk(root, events=("start", "end"))
        for count, (event, element) in enumerate(walk):
            if count % 2000 == 0:
                progress(count, 0)
            if event == "end":
                self._leave(element)
            elif _is_hidden(element):
                walk.skip_subtree()
            else:
                self._enter(element)
        self._flush()

    def _enter(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _BLOCKS:
            self._flush()
            self._enter_block(tag, element)
        self.bold += tag in _BOLD
        self.italic += tag in _ITALIC
        self.notes += _is_notes(element)
        if _is_box(element):
            self.boxes += 1
            self.boxed.append(self.boxes)
        if tag == "sup":
            self.marks.append(len(self.runs))
        self._say(self.form.words_of(element))

    def _enter_block(self, tag: str, element: etree._Element) -> None:
        if tag in {"ol", "ul", "menu"}:
            self.lists.append(_List.of(element))
        elif tag == "li":
            self.label = self.lists[-1].next_label(element) if self.lists else _BULLET
        elif tag == "tr":
            self.row, self.column = (len(self.lines) + 1) * _PITCH, -1
        elif tag in {"td", "th"}:
            self.column += 1
        elif tag[0] == "h" and tag[1:].isdigit():
            self.heading = int(tag[1:])

    def _leave(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if _is_hidden(element):
            self._say(element.tail)
            return
        if tag == "sup":
            self._leave_mark(self.marks.pop(), element)
        if tag in _BLOCKS:
            self._flush()
            self._leave_block(tag)
        self.bold -= tag in _BOLD
        self.italic -= tag in _ITALIC
        self.notes -= _is_notes(element)
        if _is_box(element) and self.boxed:
            self.boxed.pop()
        self._say(element.tail)

    def _leave_block(self, tag: str) -> None:
        if tag in {"ol", "ul", "menu"} and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.label = ""
        elif tag == "tr":
            self.row = None
        elif tag[0] == "h" and tag[1:].isdigit():
            self.heading = 0

    def _leave_mark(self, since: int, element: etree._Element) -> None:
        """A raised number is a footnote mark, unless it makes a square or cubic metre."""
        said = tidy("".join(text for text, _, _ in self.runs[since:]))
        before = self.runs[since - 1][0] if 0 < since <= len(self.runs) else ""
        linked = element.find(".//a") is not None
        if _MARK.fullmatch(said) and (linked or not before.endswith(("m", "CO"))):
            del self.runs[since:]

    def _say(self, text: str | None) -> None:
        if text:
            self.runs.append((text, self.bold > 0, self.italic > 0))

    def _flush(self) -> None:
        text = tidy("".join(said for said, _, _ in self.runs))
        runs, self.runs, self.marks = self.runs, [], [0] * len(self.marks)
        if not text:
            return
        letters_in = max(1, sum(len(said) for said, _, _ in runs))
        first = next(bold for said, bold, _ in runs if said.strip())
        self.lines.append(
            self._line(
                text,
                bold=sum(len(said) for said, bold, _ in runs if bold) * 2 > letters_in,
                italic=sum(len(said) for said, _, italic in runs if italic) * 2 > letters_in,
                bold_start=first,
            )
        )
        self.label = ""

    def _line(self, text: str, *, bold: bool, italic: bool, bold_start: bool) -> Line:
        top = (len(self.lines) + 1) * _PITCH
        left = len(self.lists) * _INDENT
        if self.row is not None:
            left, top = self.column * _COLUMN, max(self.row, top if self._in_cell() else self.row)
        return Line(
            text=text,
            left=left,
            right=left + _COLUMN / 2,
            top=top,
            bottom=top + 0.9 * _PITCH,
            bold=bold,
            italic=italic,
            bold_start=bold_start,
            label="" if self.label == _BULLET and counts_itself(text) else self.label,
            level=len(self.lists),
            heading=self.heading,
            opens=True,
            small=self.notes > 0,
            box=self.boxed[-1] if self.boxed else 0,
        )

    def _in_cell(self) -> bool:
        """Whether this cell has given a line already."""
        return (
            bool(self.lines)
            and self.row is not None
            and (self.lines[-1].top >= self.row and self.lines[-1].left == self.column * _COLUMN)
        )


def _is_hidden(element: etree._Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED or element.get("hidden") is not None:
        return True
    kind = f"{element.get('role') or ''} {element.get('epub:type') or ''}"
    if "noteref" in kind or "navigation" in kind:
        return True
    if element.tag == "select" and len(element) > _MOST_CHOICES:
        return True
    style = (element.get("style") or "").replace(" ", "")
    return "display:none" in style


_MOST_CHOICES = 30
"""A longer list, of countries or years, is typed into, not read."""


def _is_notes(element: etree._Element) -> bool:
    words = " ".join(element.get(name) or "" for name in ("class", "role", "epub:type", "id"))
    return bool(words.strip()) and element.tag in _BLOCKS and bool(_NOTES.search(words))


_BOX = re.compile(
    r"\b(?:call-?to-?action|call-?out|box|panel|inset|highlight(?:-box)?|recommendation|example|"
    r"information-block|text-box)\b",
    re.I,
)


def _is_box(element: etree._Element) -> bool:
    """A frame, by its element or by the name of its class."""
    if element.tag == "aside":
        return True
    return element.tag in {"div", "section"} and bool(_BOX.search(element.get("class") or ""))


def _whole(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"[ \t\r\n]*-?[0-9]{1,6}[ \t\r\n]*", text) else None
