"""Bringing drafts up to date when the library’s words are newer: those on the desk through their document."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafter.domain.records.ids import PositionId
from drafter.services.newer_words import OlderWords, bring_up_to_date, older_words
from drafter.ui.dialogs.newer_words import NewerWordsDialog
from drafter.ui.workplace import Workplace

Words = tuple[OlderWords, ...]


class NewerWords(QObject):
    """What is stored changes in one step of the library’s undo; what lies on the desk, in the draft’s own."""

    response_opened = Signal(str)
    words_wanted = Signal(object)
    """These passages of the response on the desk shall read so."""

    def __init__(self, workplace: Workplace, pane: QWidget) -> None:
        super().__init__(pane)
        self._place = workplace
        self._pane = pane

    def show(self, position: PositionId | None = None, *, title: str = "") -> None:
        """Every draft with earlier words: of one position, or of any."""
        self._place.history.about_to_write.emit()
        library = self._place.library
        said = f"Drafts with earlier words of “{title}”" if title else "Drafts with earlier words"
        dialog = NewerWordsDialog(partial(older_words, library, position), said, self._pane)
        dialog.taken.connect(partial(self._bring, keep_words=False))
        dialog.kept.connect(partial(self._bring, keep_words=True))
        dialog.response_opened.connect(self.response_opened)
        dialog.open()

    def offer(self, position: PositionId, title: str) -> None:
        """After an approval: say that drafts hold earlier words, where any do."""
        found = older_words(self._place.library, position)
        if not found:
            return
        many = len({each.response for each in found})
        said = "1 draft holds" if many == 1 else f"{many} drafts hold"
        self._place.notices.say(
            f"{said} earlier words of “{title}”.",
            offer="Show",
            act=partial(self.show, position, title=title),
        )

    def _bring(self, wanted: Words, *, keep_words: bool) -> None:
        history = self._place.history
        on_desk = tuple(each for each in wanted if history.is_open(each.response))
        stored = tuple(each for each in wanted if not history.is_open(each.response))
        if on_desk:
            self.words_wanted.emit(tuple(each.keeping if keep_words else each.taking for each in on_desk))
            self._place.notices.say(
                f"“{on_desk[0].title}” lies on the desk: undo this there, in the draft itself."
            )
        if stored:
            act = partial(
                bring_up_to_date, self._place.library, stored, keep_words=keep_words, by=self._place.by
            )
            history.do(act, stack=history.library_stack)
