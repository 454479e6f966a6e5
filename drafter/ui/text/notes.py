"""A footnote as a line of text, for the property that carries it in a document."""

import json
from functools import lru_cache

from drafter.domain.richtext import Footnote, Source

_PARTS = ("title", "publisher", "date", "address")


def note_text(note: Footnote) -> str:
    source = note.source
    named = None if source is None else [getattr(source, each) for each in _PARTS]
    return json.dumps([note.text, named], ensure_ascii=False)


@lru_cache(maxsize=4096)
def note_from(kept: str) -> Footnote:
    """The footnote again, of what note_text made."""
    text, named = json.loads(kept)
    source = None if named is None else Source(**dict(zip(_PARTS, named, strict=True)))
    return Footnote(text=text, source=source)
