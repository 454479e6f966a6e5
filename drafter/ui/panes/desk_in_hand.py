"""What belongs to the one response that is open; it goes when another one comes."""

from PySide6.QtCore import QObject

from drafter.domain.changes import Change
from drafter.domain.records.ids import RecommendationId, ResponseId
from drafter.ui.panes.desk_acts import ResponseActs
from drafter.ui.panes.desk_finder import Wish
from drafter.ui.panes.desk_open import OnTheDesk
from drafter.ui.panes.desk_sheet import SheetPane
from drafter.ui.panes.desk_text_acts import TextActs
from drafter.ui.panes.desk_writer import Writer
from drafter.ui.workplace import Workplace


class InHand(QObject):
    """Its facts, its text, and what can be done to both."""

    def __init__(self, workplace: Workplace, response: ResponseId, sheet: SheetPane, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self.facts = OnTheDesk(workplace.library, response, self)
        self.writer = Writer(workplace, self.facts, sheet, self)
        self.acts = ResponseActs(workplace, self.facts, self)
        self.text = TextActs(workplace.library, self.facts, sheet, self.writer, self)

    @property
    def id(self) -> ResponseId:
        return self.facts.id

    def heed(self, change: Change) -> None:
        """Follow what was written, here or elsewhere."""
        self.facts.heed(change)
        self.writer.heed(change)

    def wish(self, words: str, recommendation: RecommendationId | None) -> Wish:
        """What to look for in the library."""
        used = frozenset(each.use.position for each in self.facts.response.passages if each.use is not None)
        asked = self.facts.recommendation(recommendation) if recommendation is not None else None
        stance = self.facts.taken(asked.id).stance if asked is not None else None
        return Wish(words=words.strip(), recommendation=asked, stance=stance, here=used)

    def put_away(self) -> None:
        """Save all, and let go. Raises what the library raises; then it is still in hand."""
        self.writer.flush()
        self.writer.let_go()
        self._place.history.close(self.id)
        self.deleteLater()
