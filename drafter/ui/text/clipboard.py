"""Text on the clipboard: our own form, which loses nothing, beside HTML and plain words for everyone else."""

import json
from dataclasses import dataclass, replace

from PySide6.QtCore import QMimeData, QStringListModel

from drafter.domain.addresses import safe_address
from drafter.domain.richtext import (
    BlockStyle,
    Field,
    Footnote,
    Inline,
    Paragraph,
    RichText,
    Run,
    clean_characters,
    map_inlines,
    normal,
    plain_text,
    resolve,
)
from drafter.domain.richtext_html import from_html, to_html
from drafter.ui.text.document import TextDocument, Values, blocks, paragraph_of
from drafter.ui.text.formats import NOTE_CHARACTER, Place, place_of
from drafter.ui.text.ties import ties_from, ties_text

PASSAGES = "application/x-drafter-passages"
"""Pieces of text with where they come from, as JSON."""

POSITION = "application/x-drafter-position"
"""A position of the library, as JSON with its id; whoever takes the drop looks its words up."""

_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Neighbouring paragraphs of one passage, or one section's heading."""

    text: RichText
    section: str = ""
    passage: str = ""
    ties: str = ""
    whole: bool = False
    """The passage was taken from its first character to its last."""
    response: str = ""
    """The draft that it was taken from: what it answers means something only there."""

    @property
    def is_heading(self) -> bool:
        return bool(self.section) and not self.passage


Clip = tuple[Piece, ...]


def clip_of(document: TextDocument, start: int, end: int) -> Clip:
    """What stands between two positions."""
    first, last = document.findBlock(start), document.findBlock(end)
    if first == last and (start > first.position() or end < first.position() + first.length() - 1):
        words = replace(paragraph_of(first, start=start, end=end), style=BlockStyle.PARAGRAPH, level=0)
        place = place_of(first)
        return (_piece(place, [words], whole=False),)
    pieces: list[tuple[Place, list[Paragraph]]] = []
    for block in blocks(first, last):
        place = place_of(block)
        if not pieces or (place.section, place.passage) != (pieces[-1][0].section, pieces[-1][0].passage):
            pieces.append((place, []))
        # Compared, never looked up: PySide crashes on the hash of a text block.
        is_cut = block == first or block == last  # noqa: PLR1714
        pieces[-1][1].append(
            paragraph_of(block, start=start, end=end) if is_cut else document.read_block(block).paragraph
        )
    # The inner passages are whole; of the outer ones only the edges of the selection can say.
    opens = start == first.position() and place_of(first.previous()).passage != place_of(first).passage
    closes = (
        end == last.position() + last.length() - 1 and place_of(last.next()).passage != place_of(last).passage
    )
    count = len(pieces)
    return tuple(
        _piece(place, paragraphs, whole=(at > 0 or opens) and (at < count - 1 or closes))
        for at, (place, paragraphs) in enumerate(pieces)
    )


def _piece(place: Place, paragraphs: list[Paragraph], *, whole: bool) -> Piece:
    # Words at the edge of a cut keep their blanks: they are put back between other words.
    text = RichText(paragraphs=tuple(paragraphs))
    return Piece(
        text=text if len(paragraphs) == 1 else normal(text),
        section=place.section,
        passage=place.passage,
        ties=place.ties,
        whole=whole,
    )


def flattened(clip: Clip) -> RichText:
    """The words of a clip in one text."""
    return RichText(paragraphs=tuple(paragraph for piece in clip for paragraph in piece.text.paragraphs))


def mime_of(clip: Clip, *, values: Values, words: str, response: str = "") -> QMimeData:
    """A clip in its three forms. Other programs get the values of merge fields, and footnotes in brackets."""
    made = blank_data()
    kept = {"version": _VERSION, "response": response, "pieces": [_written(each) for each in clip]}
    made.setData(PASSAGES, json.dumps(kept).encode())
    shown = resolve(map_inlines(flattened(clip), _bracketed), values.get)
    made.setHtml(to_html(shown))
    made.setText(words.replace("\u2029", "\n").replace(NOTE_CHARACTER, ""))
    return made


def blank_data() -> QMimeData:
    """Clipboard data that Qt made: what Python made crashes the program's end if it is still there then."""
    model = QStringListModel([""])
    made = model.mimeData([model.index(0)])
    made.clear()
    return made


def _bracketed(inline: Inline) -> Inline:
    match inline:
        case Footnote():
            return Run(text=f" [{inline.text}]")
        case Field():
            return inline
        case Run():
            return inline


def _written(piece: Piece) -> dict[str, object]:
    only = piece.text.plain if len(piece.text.paragraphs) == 1 else ""
    return {
        "html": to_html(piece.text),
        "before": only[:1].isspace(),
        "after": only[-1:].isspace(),
        "section": piece.section,
        "passage": piece.passage,
        "ties": piece.ties,
        "whole": piece.whole,
    }


def clip_from(data: QMimeData) -> Clip:
    """What a clipboard or a drop holds, cleaned; nothing where it holds no text, or names files."""
    if not holds_text(data):
        return ()
    if data.hasFormat(PASSAGES):
        return _read(bytes(data.data(PASSAGES).data()))
    if data.hasHtml():
        return _of(from_html(data.html()))
    return plain_clip(data.text()) if data.hasText() else ()


def holds_text(data: QMimeData) -> bool:
    """Whether there is text to take: a file's name is none."""
    if any(each.isLocalFile() for each in data.urls()):
        return False
    return data.hasFormat(PASSAGES) or data.hasHtml() or data.hasText()


def link_clip(address: str) -> Clip:
    """An address by itself, as a link."""
    return _of(RichText(paragraphs=(Paragraph(inlines=(Run(text=address, link=address),)),)))


def plain_clip(text: str) -> Clip:
    """Plain words, a paragraph a line; within one line the blanks at its ends stay."""
    if len(text.splitlines()) <= 1 and text.strip():
        return _of(
            RichText(paragraphs=(Paragraph(inlines=(Run(text=clean_characters(text.strip("\r\n"))),)),))
        )
    return _of(plain_text(text))


def _of(text: RichText) -> Clip:
    return (Piece(text=text),) if text.paragraphs else ()


def _read(data: bytes) -> Clip:
    """Our own form; the clipboard is common ground, so nothing in it is believed without a look."""
    try:
        given = json.loads(data)
        if given["version"] != _VERSION:
            return ()
        return tuple(_piece_from(each, response=str(given["response"])) for each in given["pieces"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ()


def _piece_from(given: dict[str, object], *, response: str) -> Piece:
    text = from_html(str(given["html"]))
    if len(text.paragraphs) == 1:
        text = _padded(text, before=bool(given["before"]), after=bool(given["after"]))
    return Piece(
        text=text,
        section=str(given["section"]),
        passage=str(given["passage"]),
        ties=ties_text(ties_from(str(given["ties"]))),
        whole=bool(given["whole"]),
        response=response,
    )


def _padded(text: RichText, *, before: bool, after: bool) -> RichText:
    only = text.paragraphs[0]
    blank = (Run(text=" "),)
    inlines = (*(blank if before else ()), *only.inlines, *(blank if after else ()))
    return RichText(paragraphs=(replace(only, inlines=inlines),))


def address_in(data: QMimeData) -> str:
    """The address, where that is all there is."""
    words = "" if data.hasFormat(PASSAGES) or not holds_text(data) else data.text().strip()
    return "" if not words or any(each.isspace() for each in words) else safe_address(words)
