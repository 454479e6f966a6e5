"""Footnotes as Word and LibreOffice put them on the clipboard, turned into our own <fn>.

Both write a reference in the text that leads to a division at the end, which holds the note's words after
a mark that leads back: Word as #_ftn1 and #_ftnref1, LibreOffice as #sdfootnote1sym and #sdfootnote1anc.
"""

import re
from collections.abc import Iterator, Sequence

from drafter.domain.addresses import safe_address
from drafter.domain.html_tags import Close, Event, Open, Text

_HOLDS = re.compile(r"\b(?:ftn|edn|sdfootnote|sdendnote)\d", re.IGNORECASE)
_BODY = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote)\d+")
_REFERENCE = re.compile(r"#_?(?:((?:ftn|edn)\d+)|((?:sdfootnote|sdendnote)\d+)sym)$")
_BACK = re.compile(r"#(?:_(?:ftn|edn)ref\d+|(?:sdfootnote|sdendnote)\d+anc)$")
_ENDS = frozenset({"p", "div", "td", "body", "html"})
"""A link goes on no further, closed or not."""


def may_hold_notes(html: str) -> bool:
    return _HOLDS.search(html) is not None


def with_notes(found: Sequence[Event]) -> Iterator[Event]:
    """The same tags and text with each note where it is referred to.

    A reference whose note is not there stays as it is, and so does a note that nothing refers to.
    """
    bodies = _bodies(found)
    named = {_named(each) for each in found if isinstance(each, Open)}
    taken = {name: body for name, body in bodies.items() if name in named}
    starts = dict(taken.values())
    at = 0
    while at < len(found):
        event = found[at]
        if at in starts:
            at = starts[at]
        elif isinstance(event, Open) and (name := _named(event)) in taken:
            start, end = taken.pop(name)  # once only: a thousand references must not make a thousand copies
            yield Open("fn", {}, is_closed=False)
            yield Text(_words(found[start:end]))
            yield Close("fn")
            at = _link_end(found, at)
        else:
            yield event
            at += 1


def _bodies(found: Sequence[Event]) -> dict[str, tuple[int, int]]:
    """Where each note's division begins and ends, by its name; the first where a name is there twice."""
    bodies: dict[str, tuple[int, int]] = {}
    name, start, depth = "", 0, 0
    for at, event in enumerate(found):
        if isinstance(event, Open) and event.tag == "div" and not event.is_closed:
            if depth:
                depth += 1
            elif _BODY.fullmatch(event.attributes.get("id", "")):
                name, start, depth = event.attributes["id"], at, 1
        elif depth and isinstance(event, Close) and event.tag == "div":
            depth -= 1
            if not depth:
                bodies.setdefault(name, (start, at + 1))
    return bodies


def _named(event: Open) -> str:
    """The note that a link refers to."""
    found = _REFERENCE.search(event.attributes.get("href", "")) if event.tag == "a" else None
    return (found.group(1) or found.group(2)) if found is not None else ""


def _link_end(found: Sequence[Event], start: int) -> int:
    for at in range(start + 1, len(found)):
        event = found[at]
        if isinstance(event, Close) and event.tag == "a":
            return at + 1
        if isinstance(event, Open | Close) and event.tag in _ENDS:
            return at
    return len(found)


def _words(body: Sequence[Event]) -> str:
    """The note without the mark that leads back; addresses of links follow their words."""
    words: list[str] = []
    links: list[str] = []
    at = 0
    while at < len(body):
        event = body[at]
        if isinstance(event, Open) and event.tag == "a":
            if _BACK.search(event.attributes.get("href", "")):
                at = _link_end(body, at)
                continue
            links.append(safe_address(event.attributes.get("href", "")))
        elif isinstance(event, Text):
            words.append(event.text)
        elif isinstance(event, Close) and event.tag in {"p", "br"}:
            words.append(" ")
        at += 1
    said = " ".join("".join(words).split())
    return " ".join([said, *(f"({each})" for each in links if each and each not in said)]).strip()
