"""Finding words in the draft, and replacing them: lines under the sheet that Ctrl+F and Ctrl+H open."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from drafter.ui.text.finding import NOTHING, Wanted
from drafter.ui.text.rich_text_edit import RichTextEdit
from drafter.ui.widgets.find_line import NOT_FOUND, FindLine, word_line
from drafter.ui.widgets.labels import button
from drafter.ui.widgets.laying import SPRING, column, row


class FindBar(QFrame):
    """Enter goes to the next place, Shift+Enter to the one before; in the second line it replaces."""

    def __init__(self, edit: RichTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._line = FindLine("Find in the draft")
        self.words = self._line.words
        self.others = word_line("Replace with", "Enter replaces this place and goes to the next")
        self.match_case = QCheckBox("&Match case")
        self.match_case.setToolTip("Only where capitals are as typed here")
        self.whole_words = QCheckBox("&Whole words")
        self.whole_words.setToolTip("Not where the words are part of longer ones")
        self.replace = button("Repla&ce", kind="plain", tip="Replace this place and go to the next (Enter)")
        self.replace_all = button("Replace &all", kind="plain", tip="Everywhere, as one step of undo")
        self._second = QWidget()
        self._lay_out()
        self._connect()
        self._second.hide()
        self.hide()

    @property
    def said(self) -> str:
        """What the line says about the words."""
        return self._line.said

    @property
    def wanted(self) -> Wanted:
        return Wanted(
            words=self.words.text(),
            match_case=self.match_case.isChecked(),
            whole_words=self.whole_words.isChecked(),
        )

    def enter(self) -> None:
        """Begin, with what is selected in the draft."""
        self._open(replaces=False)

    def enter_to_replace(self) -> None:
        """Likewise, with the line for other words."""
        self._open(replaces=True)

    def leave(self) -> None:
        self.hide()
        self._edit.set_wanted(NOTHING)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace_here(self) -> None:
        """Other words at the place that is selected; then to the next."""
        if self.words.text():
            self._edit.replace_found(self.wanted, self.others.text())
            self._edit.find_words(self.wanted)
            self._show_count()

    def replace_everywhere(self) -> None:
        done, left = self._edit.replace_all(self.wanted, self.others.text())
        self._edit.set_wanted(self.wanted)
        said = f"Replaced {_places(done)}" if done else "Nothing to replace"
        self._say(f"{said}; {_left(left)}" if left else said, many=left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.others.hasFocus():
                self.replace_here()
            else:
                self._find(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _open(self, *, replaces: bool) -> None:
        chosen = self._edit.textCursor().selectedText()
        self.show()
        self._second.setVisible(replaces)
        self._line.enter(chosen if "\u2029" not in chosen else "")
        self._on_words()

    def _lay_out(self) -> None:
        checks = row(self.match_case, self.whole_words, SPRING, spacing=14)
        self._second.setLayout(row(self.others, self.replace, self.replace_all, SPRING))
        self.setLayout(column(self._line, self._second, checks, spacing=4, margins=(12, 6, 12, 6)))
        for one, other in pairwise((self.words, self.others, self.match_case)):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self._line.changed.connect(self._on_words)
        self._line.asked.connect(lambda is_backwards: self._find(backwards=is_backwards))
        self._line.left.connect(self.leave)
        for check in (self.match_case, self.whole_words):
            check.toggled.connect(self._on_words)
        self.replace.clicked.connect(self.replace_here)
        self.replace_all.clicked.connect(self.replace_everywhere)

    def _find(self, *, backwards: bool) -> None:
        if self.words.text():
            self._edit.find_words(self.wanted, backwards=backwards)

    def _on_words(self) -> None:
        self._edit.set_wanted(self.wanted)
        self._show_count()

    def _show_count(self) -> None:
        many = self._edit.count_found(self.wanted)
        self._say("" if not self.words.text() else _places(many) if many else NOT_FOUND, many=many)

    def _say(self, sentence: str, *, many: int) -> None:
        self._line.say(sentence, many=many)
        self.replace.setEnabled(many > 0)
        self.replace_all.setEnabled(many > 0)


def _left(many: int) -> str:
    return "1 place is in a merge field and stays" if many == 1 else f"{many:,} are in merge fields and stay"


def _places(many: int) -> str:
    return "1 place" if many == 1 else f"{many:,} places"
