"""Drafts that were on the desk before: while the program runs each keeps its text with all its steps."""

from collections import OrderedDict
from dataclasses import dataclass

from drafter.domain.records.ids import ResponseId
from drafter.domain.records.responses import Section
from drafter.ui.history import History
from drafter.ui.text.draft_document import DraftDocument, normal_sections, sections_of

MOST = 6
"""So many are kept; a long one takes some 20 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A draft as she left it, and where the cursor was."""

    document: DraftDocument
    position: int


class KeptDrafts:
    """What goes out of it takes its history along: nothing could be undone without the text."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._kept: OrderedDict[ResponseId, Kept] = OrderedDict()

    def put(self, document: DraftDocument, position: int) -> None:
        """Keep one that leaves the desk; the one that lay longest may have to go."""
        self._kept[document.response] = Kept(document=document, position=position)
        while len(self._kept) > MOST:
            self.forget(next(iter(self._kept)))

    def take(self, response: ResponseId, sections: tuple[Section, ...]) -> Kept | None:
        """The one that was kept, if it still says what the library has; else it is forgotten."""
        kept = self._kept.get(response)
        if kept is None or sections_of(kept.document) != normal_sections(sections):
            self.forget(response)
            return None
        return self._kept.pop(response)

    def forget(self, response: ResponseId) -> None:
        """Nothing of it can be undone any more."""
        kept = self._kept.pop(response, None)
        self._history.close(response)
        if kept is not None:
            kept.document.deleteLater()
