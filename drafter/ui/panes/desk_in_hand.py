"""What belongs to the one response that is open; it goes when another one comes."""

from PySide6.QtCore import QObject

from drafter.domain.changes import Change
from drafter.domain.checks import Draft
from drafter.domain.checks.lengths import measured, measured_whole
from drafter.domain.fields import FieldValues
from drafter.domain.records.ids import RecommendationId, ResponseId
from drafter.domain.records.reports import Limit
from drafter.domain.records.responses import ResponseHead
from drafter.domain.records.working import Setting
from drafter.services.clock import today
from drafter.services.limits import limit_of
from drafter.services.profiles import form_of
from drafter.ui.panes.desk_acts import ResponseActs
from drafter.ui.panes.desk_finder import Wish
from drafter.ui.panes.desk_kept import KeptDrafts
from drafter.ui.panes.desk_length_label import Counted
from drafter.ui.panes.desk_open import OnTheDesk
from drafter.ui.panes.desk_sheet import SheetPane
from drafter.ui.panes.desk_text_acts import TextActs
from drafter.ui.panes.desk_ties import TieActs
from drafter.ui.panes.desk_writer import Writer
from drafter.ui.workplace import Workplace


class InHand(QObject):
    """Its facts, its text, and what can be done to both."""

    def __init__(
        self, workplace: Workplace, response: ResponseId, sheet: SheetPane, kept: KeptDrafts, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._sheet = sheet
        self._kept = kept
        self.facts = OnTheDesk(workplace.library, response, self)
        self._limit = self._limit_now()
        self.writer = Writer(
            workplace, self.facts, sheet, self, kept=kept.take(response, self.facts.response.sections)
        )
        self.acts = ResponseActs(workplace, self.facts, self)
        self.ties = TieActs(workplace, self.facts, sheet, self.writer, self)
        self.text = TextActs(workplace.library, self.facts, sheet, self.writer, self)

    @property
    def id(self) -> ResponseId:
        return self.facts.id

    def heed(self, change: Change) -> None:
        """Follow what was written, here or elsewhere."""
        self.facts.heed(change)
        self.writer.heed(change)
        if change.touches(Setting, ResponseHead):
            self.look_up_limit()

    def look_up_limit(self) -> None:
        """Not at each key: whoever reads the library waits while it is being written."""
        self._limit = self._limit_now()

    def _limit_now(self) -> Limit | None:
        form = form_of(self._place.preferences.value, self.facts.head)
        allowed = limit_of(self._place.library, self.id, form)
        return allowed.limit if allowed is not None else None

    def wish(self, words: str, recommendation: RecommendationId | None, *, into: str = "") -> Wish:
        """What to look for in the library."""
        used = frozenset(each.use.position for each in self.facts.response.passages if each.use is not None)
        asked = self.facts.recommendation(recommendation) if recommendation is not None else None
        stance = self.facts.taken(asked.id).stance if asked is not None else None
        return Wish(words=words.strip(), recommendation=asked, stance=stance, here=used, into=into)

    @property
    def draft(self) -> Draft:
        """What can be measured, as the text was when last read."""
        return Draft(
            response=self.facts.response,
            report=self.facts.report,
            values=FieldValues(values=self._sheet.edit.text_document.values),
            today=today(),
            limit=self._limit,
        )

    def lengths(self) -> tuple[Counted, ...]:
        """What has a limit: the answers at the cursor, and the whole; as the text was when last read."""
        draft = self.draft
        asked = [(each.name, measured(draft, each)) for each in self.text.answered_here()]
        return tuple(
            Counted(name=name, measured=found)
            for name, found in (*asked, ("Whole", measured_whole(draft)))
            if found is not None
        )

    def put_away(self) -> None:
        """Save all, and let go; the text is kept with its steps, unless the response is in the bin.

        Raises what the library raises; then it is still in hand.
        """
        self.writer.flush()
        self.writer.let_go()
        self._kept.put(*self._sheet.put_away())
        if self.facts.head.deleted:
            self._kept.forget(self.id)
        self.deleteLater()
