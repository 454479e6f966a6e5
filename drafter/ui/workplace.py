"""What every screen is given: library, history, jobs, the officer's preferences, and a way to say things."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from drafter.domain.records.people import Person
from drafter.services.suggesting import Shelf
from drafter.settings import Preferences, write_preferences
from drafter.store.library import Library
from drafter.ui.actions import Actions
from drafter.ui.history import History
from drafter.ui.jobs import Jobs
from drafter.ui.text.spelling import Spelling


class KeptPreferences(QObject):
    """The officer's preferences as they are now; a new choice is written at once and told."""

    changed = Signal(Preferences)

    def __init__(self, value: Preferences, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.value = value
        self._file = file

    @property
    def person(self) -> Person:
        return self.value.person

    def choose(self, value: Preferences) -> None:
        """Take and keep new preferences. Raises CannotWrite; they hold for this session all the same."""
        if value == self.value:
            return
        self.value = value
        self.changed.emit(value)
        write_preferences(value, self._file)


class Notices(QObject):
    """How a screen speaks: `say` shows a quiet banner, `saved` keeps the status line true."""

    said = Signal(str, str, str, object)
    """Tone, sentence, the words on its button (or none), and what the button does.

    Tones: good, plain, caution, bad.
    """
    taken_back = Signal(str)
    """This sentence is past, wherever it still stands."""
    saved_changed = Signal(str)
    standing_changed = Signal(str)
    titled = Signal(str)

    def say(self, sentence: str, *, offer: str = "", act: Callable[[], object] | None = None) -> None:
        """Something went well, or is good to know."""
        self.said.emit("good", sentence, offer, act)

    def tell(self, sentence: str) -> None:
        """What came of it is neither good nor bad: it was stopped, nothing was found."""
        self.said.emit("plain", sentence, "", None)

    def warn(self, sentence: str, *, offer: str = "", act: Callable[[], object] | None = None) -> None:
        """Something did not go as she wished; the sentence says what to do next."""
        self.said.emit("caution", sentence, offer, act)

    def take_back(self, sentence: str) -> None:
        """What it spoke of is past: another report is open, say."""
        self.taken_back.emit(sentence)

    def saved(self, words: str) -> None:
        """As the status line says it: "Saving…", "Saved just now"."""
        self.saved_changed.emit(words)

    def standing(self, words: str) -> None:
        """How what is on the screen in front stands, where it is not in the library; else empty."""
        self.standing_changed.emit(words)

    def title(self, title: str) -> None:
        """What is being worked on, for the window's title; empty where nothing is."""
        self.titled.emit(title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """Handed to a screen when it is made; there is no other way to these, and no global."""

    library: Library
    history: History
    jobs: Jobs
    preferences: KeptPreferences
    notices: Notices
    actions: Actions
    spelling: Spelling = field(default_factory=Spelling)
    """Finds nothing wrong until somebody gives it a dictionary."""
    shelf: Shelf = field(init=False)
    """The index of the library: what suits a question, what looks alike. It follows every change."""

    def __post_init__(self) -> None:
        shelf = Shelf(self.library)
        self.history.changed.connect(shelf.put)
        object.__setattr__(self, "shelf", shelf)

    @property
    def by(self) -> str:
        """Who acts, for a change's `by`."""
        return self.preferences.person.name
