"""Joins the text in hand to everything else: reads it at pauses, saves it, and has it looked over."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from drafter.domain.changes import Change
from drafter.domain.errors import DrafterError
from drafter.domain.fields import joined_labels
from drafter.domain.progress import Progress
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.positions import Approval, Deletion, Facts, Retirement, Review, Wording
from drafter.domain.records.reports import PageText, Report
from drafter.domain.records.responses import Response, ResponseHead
from drafter.domain.records.stances import StanceTaken
from drafter.domain.records.working import Setting
from drafter.services.clock import now
from drafter.services.exporting import values_of
from drafter.settings import Preferences
from drafter.store.library import Library
from drafter.ui.panes.desk_kept import Kept
from drafter.ui.panes.desk_marks import Look, look_over
from drafter.ui.panes.desk_open import OnTheDesk
from drafter.ui.panes.desk_saving import Autosave
from drafter.ui.panes.desk_sheet import Fields, SheetPane
from drafter.ui.widgets.latest import Latest
from drafter.ui.widgets.pause import Pause
from drafter.ui.workplace import Workplace

_MINUTE = 60_000
_QUIET = 900
"""Milliseconds without a key after which the draft is looked over: never while she types on."""
_WARM = 400
"""Milliseconds after a draft was laid in, when its look is settled."""
_STEPPED = 60
"""Milliseconds after an undo or redo: passages came or went with it, and their marks are missed at once."""
_AGAIN = 5_000
"""Milliseconds until a save that failed is tried again."""

_HEEDED = (
    Wording, Facts, Approval, Review, Retirement, Deletion, Setting, Report, ResponseHead, StanceTaken,
)  # fmt: skip
"""What the margin, the readiness list or a merge field may say something about."""


class Writer(QObject):
    """One response's text while it is open. `looked` brings marks, findings and the values of fields."""

    looked = Signal(Look)

    def __init__(
        self,
        workplace: Workplace,
        open_one: OnTheDesk,
        sheet: SheetPane,
        parent: QObject,
        *,
        kept: Kept | None = None,
    ) -> None:
        super().__init__(parent)
        self._place = workplace
        self._open = open_one
        self._sheet = sheet
        self._pages: tuple[PageText, ...] = ()
        self._pause = Pause(self)
        self._saving = Autosave(workplace, open_one.id, self)
        self._looking = Latest(workplace.jobs, self)
        self._ageing = self._timer(_MINUTE, self._say_when)
        self._quiet = self._timer(_QUIET, self.look_again)
        self._stepped = self._timer(_STEPPED, self.read_now)
        self._lay_in(kept)
        self._connect()

    def flush(self) -> None:
        """What was typed goes into the library now. Raises what the library raises."""
        if self._pause.is_due or self._saving.is_waiting:
            self._pause.forget()
            self._open.take_text(self._sheet.edit.sections())
            self._saving.save_now(self._open.response.sections)

    def flush_or_say(self) -> None:
        """Likewise, but what goes wrong is said to her: nobody above could mend it."""
        try:
            self.flush()
        except DrafterError as error:
            self._on_failure(error)

    def read_now(self) -> None:
        """The draft was changed by a button, not by typing: all follow at once."""
        self._pause.come()
        self.look_again()

    def heed(self, change: Change) -> None:
        """Marks and findings follow what the library has."""
        if change.touches(*_HEEDED):
            self.look_again()

    def know_pages(self, pages: tuple[PageText, ...]) -> None:
        """What the report says: quotations are looked up in it."""
        self._pages = pages
        self.look_again()

    def look_again(self) -> None:
        self._quiet.stop()
        preferences = self._place.preferences.value
        work = partial(_look, self._place.library, self._open.response, preferences, self._pages)
        self._looking.ask(work)

    def let_go(self) -> None:
        """The draft leaves the desk; all is saved."""
        self._sheet.edit.edited.disconnect(self._on_edit)
        self._sheet.edit.stepped.disconnect(self._stepped.start)
        self._stepped.stop()
        self._pause.forget()
        self._looking.drop()
        self._ageing.stop()
        self._quiet.stop()

    # --- from text to library

    def _lay_in(self, kept: Kept | None) -> None:
        history, response = self._place.history, self._open.response
        values = values_of(self._place.library, response, self._place.preferences.person).values
        self._sheet.open(
            response.id,
            response.sections,
            stack=history.stack_of(response.id),
            owner=history,
            fields=Fields(values=values, name_answers=self._name_answers),
            kept=kept,
        )
        self.look_again()

    def _name_answers(self, answers: tuple[RecommendationId, ...]) -> str:
        return joined_labels(self._open.named(answers))

    def _connect(self) -> None:
        self._sheet.edit.edited.connect(self._on_edit)
        self._sheet.edit.stepped.connect(self._stepped.start)
        self._pause.came.connect(self._read)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._on_failure)
        self._looking.answered.connect(self.looked)
        QTimer.singleShot(_WARM, self, self._read_ahead)

    def _read_ahead(self) -> None:
        """Reads all once before she types: afterwards each save reads only what she touched."""
        self._sheet.edit.sections()

    def _timer(self, wait: int, act: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(wait)
        made.timeout.connect(act)
        return made

    def _on_edit(self) -> None:
        if not self._pause.is_due:
            self._place.notices.saved("Saving…")
        self._pause.touch()

    def _read(self) -> None:
        sections = self._sheet.edit.sections()
        if sections == self._open.response.sections and not self._saving.is_waiting:
            self._on_saved()
            return
        self._open.take_text(sections)
        self._saving.save_soon(sections)
        self._quiet.start()

    def _on_saved(self) -> None:
        if not self._pause.is_due:
            self._saved_at = now().astimezone()
            self._place.notices.saved("Saved just now")
            self._ageing.start()

    def _say_when(self) -> None:
        if not self._pause.is_due:
            self._place.notices.saved(f"Saved at {self._saved_at:%H:%M}")

    def _on_failure(self, error: DrafterError) -> None:
        """It stays in hand, and is tried again until it succeeds."""
        self._place.notices.saved("Not saved yet")
        self._place.notices.warn(
            f"What you wrote is not saved yet. {error.sentence}", offer="Try again", act=self._try_again
        )
        QTimer.singleShot(_AGAIN, self, self._try_again)

    def _try_again(self) -> None:
        if self._saving.is_waiting:
            self._saving.save_soon(self._sheet.edit.sections())


def _look(
    library: Library,
    response: Response,
    preferences: Preferences,
    pages: tuple[PageText, ...],
    _progress: Progress,
) -> Look:
    return look_over(library, response, preferences, pages)
