"""Whether spelling is checked, and which words are the organisation's own; or why it cannot be."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from drafter.services.spelling import own_words, set_own_words
from drafter.ui.dialogs.own_words import OwnWordsDialog
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.workplace import Workplace

NO_DICTIONARY = "This computer has no British dictionary, so spelling is not checked."


class SpellingChoice(QWidget):
    """What is chosen holds at once; the words are one step of undo."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.check = QCheckBox("&Check British spelling")
        self.check.setChecked(workplace.preferences.value.spelling)
        self.check.toggled.connect(self._choose)
        self.words = button(
            "Your organisation’s words…", tip="Names and terms that are never marked as wrong"
        )
        self.words.clicked.connect(self._open_words)
        if not workplace.spelling.is_there:
            self.check.hide()
            row.addWidget(text_label(NO_DICTIONARY, kind="soft"), 1)
            self.words.hide()
            return
        row.addWidget(self.check, 1)
        row.addWidget(self.words)

    def _choose(self, on: bool) -> None:
        kept = self._place.preferences
        kept.choose(replace(kept.value, spelling=on))

    def _open_words(self) -> None:
        dialog = OwnWordsDialog(own_words(self._place.library), self.window())
        dialog.words_given.connect(self._keep_words)
        dialog.open()

    def _keep_words(self, words: list[str]) -> None:
        place = self._place
        if sorted(words) != sorted(own_words(place.library)):
            place.history.do(lambda: set_own_words(place.library, words, by=place.by))
