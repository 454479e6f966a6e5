"""Reading rich text from any HTML: what the subset has no place for goes, its words stay."""

import re
from dataclasses import dataclass, field

from drafter.domain.addresses import safe_address
from drafter.domain.html_tags import Close, Open, Text, events
from drafter.domain.pasted_notes import may_hold_notes, with_notes
from drafter.domain.richtext import (
    MAX_LEVEL,
    BlockStyle,
    Field,
    Footnote,
    Inline,
    Paragraph,
    RichText,
    Run,
    Source,
    normal,
)

SOURCE = ("title", "publisher", "date", "address")
"""The attributes of a footnote that name its source."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_IGNORED = frozenset(
    (
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
        "svg",
        "math",
        "object",
        "iframe",
        "select",
        "xml",
    )
)
_BOLD = frozenset(("strong", "b"))
_ITALIC = frozenset(("em", "i", "cite", "dfn"))
_MARKS = _BOLD | _ITALIC | {"span", "font"}
_HEADINGS = {"h1": BlockStyle.HEADING2, "h2": BlockStyle.HEADING2} | dict.fromkeys(
    ("h3", "h4", "h5", "h6"), BlockStyle.HEADING3
)
_LISTS = {"ul": BlockStyle.BULLET, "ol": BlockStyle.NUMBER, "menu": BlockStyle.BULLET}
_BREAKS = frozenset(
    (
        *(
            "p",
            "div",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "aside",
            "nav",
            "table",
            "tr",
            "td",
            "th",
        ),
        *(
            "tbody",
            "thead",
            "br",
            "hr",
            "pre",
            "address",
            "figure",
            "figcaption",
            "dl",
            "dt",
            "dd",
            "form",
            "li",
        ),
        *("fieldset", "body", "html", "center", "textarea"),
    )
)

# Word writes mso-bidi-font-weight:normal beside them, which is for another script.
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(\w+)", re.IGNORECASE)
_SLANT = re.compile(r"(?<![\w-])font-style\s*:\s*(\w+)", re.IGNORECASE)
_WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)
_WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBER = re.compile(r"\(?(?:\d+|[a-z]{1,4})[.)]", re.IGNORECASE)
_FIRST = re.compile(r"\(?[1ai][.)]", re.IGNORECASE)


def from_html(html: str) -> RichText:
    """Rich text from any HTML. Nothing in it is fetched or run; its size alone decides how long it takes."""
    reader = _Reader()
    for event in with_notes(tuple(events(html))) if may_hold_notes(html) else events(html):
        match event:
            case Text():
                reader.characters(event.text)
            case Open():
                reader.open(event)
            case Close():
                reader.close(event.tag)
    return normal(RichText(paragraphs=reader.finished()))


@dataclass(slots=True)
class _Mark:
    """What one open tag adds to the look of its characters; the marker is the "1." that Word writes out."""

    bold: int = 0
    italic: int = 0
    is_marker: bool = False


@dataclass(slots=True)
class _WordItem:
    """A list item as Word writes it: a paragraph with a level, and its marker as text."""

    level: int
    marker: str = ""

    @property
    def style(self) -> BlockStyle:
        return BlockStyle.NUMBER if _NUMBER.match(self.marker.strip()) else BlockStyle.BULLET

    @property
    def is_first(self) -> bool:
        return _FIRST.match(self.marker.strip()) is not None


@dataclass(slots=True)
class _State:
    """What is open around the characters that come next."""

    bold: int = 0
    italic: int = 0
    ignored: int = 0
    quote: int = 0
    markers: int = 0
    marks: dict[str, list[_Mark]] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    lists: list[BlockStyle] = field(default_factory=list)
    heading: BlockStyle | None = None
    word_item: _WordItem | None = None
    restart: bool = False


class _Reader:
    """Takes tags one by one, keeping no tree, so that depth costs nothing."""

    def __init__(self) -> None:
        self._done: list[Paragraph] = []
        self._state = _State()
        self._inlines: list[Inline] = []
        self._note: tuple[list[str], Source | None] | None = None

    def open(self, tag: Open) -> None:
        state = self._state
        if tag.tag in _IGNORED:
            state.ignored += not tag.is_closed
        elif not state.ignored:
            self._open(tag.tag, tag.attributes)
            if tag.is_closed:
                self.close(tag.tag)

    def close(self, tag: str) -> None:
        state = self._state
        if tag in _IGNORED:
            state.ignored = max(0, state.ignored - 1)
        elif not state.ignored:
            self._close(tag)

    def characters(self, text: str) -> None:
        state = self._state
        if state.ignored:
            return
        if self._note is not None:
            self._note[0].append(text)
        elif state.markers and state.word_item is not None:
            state.word_item.marker += text
        else:
            # HTML folds these few; a no-break or thin space is a character that the author meant.
            folded = _SPACE.sub(" ", text)
            link = state.links[-1] if state.links else ""
            run = Run(text=folded, bold=state.bold > 0, italic=state.italic > 0, link=link)
            self._inlines.append(run)

    def finished(self) -> tuple[Paragraph, ...]:
        """End what a truncated file left open, and give what was read."""
        self._break()
        return tuple(self._done)

    def _open(self, tag: str, given: dict[str, str]) -> None:
        if tag in _MARKS:
            self._open_mark(tag, given)
        elif tag == "a":
            self._state.links.append(safe_address(given.get("href", "")))
        elif tag == "field":
            if name := given.get("name", "").strip():
                self._inlines.append(
                    Field(name=name, bold=self._state.bold > 0, italic=self._state.italic > 0)
                )
        elif tag == "fn":
            self._end_note()
            self._note = ([], _source(given))
        else:
            self._open_block(tag, given)

    def _open_mark(self, tag: str, given: dict[str, str]) -> None:
        """Open a mark as name and style say: Google Docs wraps all it copies in a <b> that is not bold."""
        state, style = self._state, given.get("style", "")
        weight, slant = _WEIGHT.search(style), _SLANT.search(style)
        bold, italic = tag in _BOLD, tag in _ITALIC
        if weight is not None:
            bold = _is_heavy(weight.group(1))
        if slant is not None:
            italic = slant.group(1).lower() in {"italic", "oblique"}
        mark = _Mark(
            bold=1 if bold else -state.bold if weight is not None else 0,
            italic=1 if italic else -state.italic if slant is not None else 0,
            is_marker=_WORD_MARKER.search(style) is not None,
        )
        state.marks.setdefault(tag, []).append(mark)
        state.bold += mark.bold
        state.italic += mark.italic
        state.markers += mark.is_marker

    def _open_block(self, tag: str, given: dict[str, str]) -> None:
        state = self._state
        if tag in _BREAKS:
            self._break()
            if tag == "p":
                state.word_item = _word_item(given)
        elif tag in _LISTS:
            self._break()
            state.lists.append(_LISTS[tag])
            state.restart = tag == "ol"
        elif tag == "blockquote":
            self._break()
            state.quote += 1
        elif tag in _HEADINGS:
            self._break()
            state.heading = _HEADINGS[tag]

    def _close(self, tag: str) -> None:
        state = self._state
        if tag in _MARKS:
            if marks := state.marks.get(tag):
                mark = marks.pop()
                state.bold -= mark.bold
                state.italic -= mark.italic
                state.markers -= mark.is_marker
        elif tag == "a":
            if state.links:
                state.links.pop()
        elif tag == "fn":
            self._end_note()
        else:
            self._close_block(tag)

    def _close_block(self, tag: str) -> None:
        state = self._state
        if tag in _BREAKS:
            self._break()
            if tag == "p":
                state.word_item = None
        elif tag in _LISTS:
            self._break()
            if state.lists:
                state.lists.pop()
            state.restart = False
        elif tag == "blockquote":
            self._break()
            state.quote = max(0, state.quote - 1)
        elif tag in _HEADINGS:
            self._break()
            state.heading = None

    def _end_note(self) -> None:
        if self._note is None:
            return
        words, source = self._note
        self._note = None
        self._inlines.append(Footnote(text="".join(words), source=source))

    def _break(self) -> None:
        """End the paragraph in hand. Marks stay open, as browsers keep them."""
        self._end_note()
        inlines, self._inlines = tuple(self._inlines), []
        if not any(not isinstance(each, Run) or each.text.strip() for each in inlines):
            return
        style, level, restart = self._shape()
        self._done.append(Paragraph(inlines=inlines, style=style, level=level, restart=restart))
        self._state.restart = False

    def _shape(self) -> tuple[BlockStyle, int, bool]:
        """What the paragraph in hand is: its style, level and whether it begins a list anew."""
        state = self._state
        if state.heading is not None:
            return state.heading, 0, False
        if state.lists:
            return state.lists[-1], min(len(state.lists) - 1, MAX_LEVEL), state.restart
        if (item := state.word_item) is not None:
            return item.style, min(item.level, MAX_LEVEL), item.is_first
        return BlockStyle.QUOTE if state.quote else BlockStyle.PARAGRAPH, 0, False


def _is_heavy(weight: str) -> bool:
    return weight.lower() in {"bold", "bolder"} or (weight.isdecimal() and int(weight[:4]) >= 600)  # noqa: PLR2004 - CSS


def _word_item(given: dict[str, str]) -> _WordItem | None:
    found = _WORD_LIST.search(given.get("style", ""))
    return _WordItem(level=max(int(found.group(1)) - 1, 0)) if found is not None else None


def _source(given: dict[str, str]) -> Source | None:
    if not any(given.get(name) for name in SOURCE) and "title" not in given:
        return None
    title, publisher, date, address = (given.get(name, "") for name in SOURCE)
    return Source(title=title, publisher=publisher, date=date, address=address)
