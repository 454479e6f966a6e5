"""Gives a window's editors their spelling: the system's dictionary, the library's own words, her choice."""

from PySide6.QtCore import QObject

from drafter.domain.changes import Change
from drafter.domain.progress import Progress
from drafter.domain.records.working import Setting
from drafter.services.spelling import OWN_WORDS, Speller, british_dictionary, learn, own_words
from drafter.settings import Preferences
from drafter.ui.jobs import Worker
from drafter.ui.workplace import Workplace


class LibrarySpelling(QObject):
    """Loads the dictionary beside the window, and follows what is learned, undone and chosen."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._spelling = workplace.spelling
        self._speller: Speller | None = None
        self._spelling.learned.connect(self._learn)
        workplace.history.changed.connect(self._on_change)
        workplace.preferences.changed.connect(self._on_choice)
        self._on_choice(workplace.preferences.value)
        job = workplace.jobs.start(_load, on=Worker.FILES)
        job.succeeded.connect(self._take)

    def _take(self, speller: Speller | None) -> None:
        self._speller = speller
        self._renew()

    def _renew(self) -> None:
        if self._speller is not None:
            self._spelling.take(self._speller.with_own(own_words(self._workplace.library)))

    def _on_change(self, change: Change) -> None:
        if change.touches(Setting, about=OWN_WORDS):
            self._renew()

    def _on_choice(self, preferences: Preferences) -> None:
        self._spelling.switch(on=preferences.spelling)

    def _learn(self, word: str) -> None:
        self._workplace.history.do(lambda: learn(self._workplace.library, word, by=self._workplace.by))


def _load(_progress: Progress) -> Speller | None:
    found = british_dictionary()
    return Speller(found) if found is not None else None
