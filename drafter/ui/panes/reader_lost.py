"""What is said when an item goes out of the list that a response answers."""

from PySide6.QtCore import QObject

from drafter.domain.records.ids import RecommendationId
from drafter.services.answered import answers_lost
from drafter.services.correcting import Found
from drafter.ui.panes.reader_in_hand import InHand
from drafter.ui.workplace import Workplace


class LostAnswers(QObject):
    """She is told which; one click brings it back, and then nothing is said of it any more."""

    def __init__(self, workplace: Workplace, in_hand: InHand, parent: QObject) -> None:
        super().__init__(parent)
        self._place = workplace
        self._hand = in_hand
        self._said = ""
        self._gone = frozenset[RecommendationId]()
        in_hand.dropped.connect(self._on_dropped)
        in_hand.changed.connect(self._on_changed)

    def leave(self) -> None:
        """Another report is open, or what went is back."""
        self._place.notices.take_back(self._said)
        self._said, self._gone = "", frozenset[RecommendationId]()

    def _on_dropped(self, gone: Found) -> None:
        report = self._hand.report
        if report is None or not self._hand.is_kept:
            return
        said = answers_lost(self._place.library, report, gone)
        if said:
            self._said, self._gone = said, frozenset(each.id for each in gone)
            self._place.notices.warn(said, offer="Undo", act=self._hand.undoing())

    def _on_changed(self) -> None:
        if self._said and self._gone <= {each.id for each in self._hand.found}:
            self.leave()
