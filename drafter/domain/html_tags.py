"""Any HTML as a row of tags and text, in one pass whose time grows with its length alone.

The standard library's parser looks for the end of every broken tag or comment again and again: 60 kB of "<a "
take it minutes. Pasted HTML comes from anywhere, so this one looks for each end once.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple


class Text(NamedTuple):
    """Characters between tags, entities resolved."""

    text: str


class Open(NamedTuple):
    """A tag that opens; `is_closed` where it says that it is empty (<br/>)."""

    tag: str
    attributes: dict[str, str]
    is_closed: bool


class Close(NamedTuple):
    """A tag that ends."""

    tag: str


Event = Text | Open | Close

_RAW = frozenset({"script", "style"})
"""Their content is no HTML: only their own end ends it."""

_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*+ ([^\s=>/"'][^\s=>/]*+) (?: \s*+=\s*+ (?: "([^"]*+)" | '([^']*+)' | ([^\s>]*+) ) )?""",
    re.VERBOSE,
)
_TO_END = re.compile(r"[^>]*+>")


def events(html: str) -> Iterator[Event]:
    """Give tags and text in order. Comments and declarations are passed over; what is no tag is text."""
    return _Scanner(html).events()


class _Scanner:
    """Remembers where the last ends are, so that none is looked for in vain twice."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._last_end = html.rfind(">")
        self._last_comment_end = html.rfind("-->")
        self._has_sound_quotes = True

    def events(self) -> Iterator[Event]:
        html, at = self._html, 0
        while (start := html.find("<", at, max(self._last_end, 0))) >= 0:
            if start > at:
                yield Text(unescape(html[at:start]))
            event, at = self._markup(start)
            if event is not None:
                yield event
            if isinstance(event, Open) and event.tag in _RAW and not event.is_closed:
                at = self._end_of_raw(event.tag, at)
        if at < len(html):
            yield Text(unescape(html[at:]))

    def _markup(self, start: int) -> tuple[Event | None, int]:
        """Read what begins at a "<" that has a ">" behind it, and say where it ends."""
        html = self._html
        if html.startswith("<!--", start):
            return self._comment(start)
        if name := _NAME.match(html, start + 1):
            return self._open(start, name)
        if html.startswith("</", start) and (name := _NAME.match(html, start + 2)):
            return Close(name.group().lower()), html.index(">", start) + 1
        if html[start + 1] in "/!?":
            return None, html.index(">", start) + 1
        return Text("<"), start + 1

    def _comment(self, start: int) -> tuple[Event | None, int]:
        """Pass over a comment; one without an end is none, for its words must stay."""
        if start + 4 > self._last_comment_end:
            return None, start + 4
        return None, self._html.index("-->", start + 4) + 3

    def _open(self, start: int, name: re.Match[str]) -> tuple[Event, int]:
        """Read a tag. A ">" in quotes does not end it, unless quotes have been found not to be closed."""
        end = self._html.index(">", start) + 1
        found, at = self._attributes(name.end(), len(self._html) if self._has_sound_quotes else end - 1)
        rest = _TO_END.match(self._html, at)
        if rest is None:
            self._has_sound_quotes = False
            found, at = self._attributes(name.end(), end - 1)
        else:
            end = rest.end()
        is_closed = self._html.endswith("/", at, end - 1)
        return Open(name.group().lower(), found, is_closed), end

    def _attributes(self, at: int, end: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while each := _ATTRIBUTE.match(self._html, at, end):
            value = next((value for value in each.groups()[1:] if value is not None), "")
            found.setdefault(each.group(1).lower(), unescape(value))
            at = each.end()
        return found, at

    def _end_of_raw(self, tag: str, at: int) -> int:
        """Find the end of a script; one without an end goes on to the end of the text."""
        end = re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE).search(self._html, at)
        return end.start() if end is not None else len(self._html)
