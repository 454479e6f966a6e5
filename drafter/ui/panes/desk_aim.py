"""Where the next position of the library goes: to the chosen recommendation, or to where she writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from drafter.ui.panes.desk_placing import is_point_by_point

if TYPE_CHECKING:
    from drafter.domain.records.ids import RecommendationId
    from drafter.ui.panes.desk import DeskPane


class Aim(QObject):
    """The last deed counts: a recommendation chosen on the left, or a click or a key in the draft.

    Only where every answer has its section can the cursor be outside all of them; in a statement words of
    her own lie everywhere, and what is chosen stays what is written about.
    """

    changed = Signal()

    def __init__(self, desk: DeskPane) -> None:
        super().__init__(desk)
        self._desk = desk
        self._is_outside = False
        desk.sheet.edit.touched.connect(self._on_draft)
        desk.sheet.edit.passage_entered.connect(self._on_draft)
        desk.recommendations.chosen_changed.connect(self._on_chosen)
        desk.recommendations.chosen_by_hand.connect(self._on_chosen)

    @property
    def recommendation(self) -> RecommendationId | None:
        """What an insertion answers; None: nothing, it goes to the cursor."""
        return None if self._is_outside else self._desk.recommendations.current

    @property
    def into(self) -> str:
        """The place in words, where it is none of a recommendation."""
        if not self._is_outside:
            return ""
        name = self._desk.sheet.sections.currentText()
        return "the opening" if name == "Opening" else f"“{name}”"

    def _on_chosen(self) -> None:
        self._turn(is_outside=False)

    def _on_draft(self) -> None:
        hand = self._desk.in_hand
        if hand is None:
            return
        answered = [each.id for each in hand.text.answered_here()]
        self._turn(is_outside=not answered and is_point_by_point(hand.facts.response))
        if answered and self._desk.recommendations.current not in answered:
            self._desk.recommendations.choose(answered[0])

    def _turn(self, *, is_outside: bool) -> None:
        if is_outside or is_outside != self._is_outside:
            self._is_outside = is_outside
            self.changed.emit()
