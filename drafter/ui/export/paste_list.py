"""The paste sheet in the window: every question with its answer as plain text, to be copied one by one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from drafter.domain.composing import PlainAnswer
from drafter.ui.export.copying import copy_plain
from drafter.ui.widgets.labels import Elided, button, text_label
from drafter.ui.widgets.laying import column, row

_NONE = "This response answers no report with questions, so there is nothing to paste into a form."
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class AnswerCard(QFrame):
    """One question. Copy takes the text alone, as the box on the web page wants it."""

    copied = Signal()

    def __init__(self, answer: PlainAnswer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = answer
        self.setProperty("kind", "card")
        self.copy = button("Copy", tip="Copy this answer as plain text (Enter)")
        self.copy.setAccessibleName(f"Copy the answer to {answer.label}")
        self.copy.setEnabled(bool(answer.text))
        self.copy.clicked.connect(self._copy)
        self.length = text_label(answer.length, kind="bad" if answer.over else "soft", wrap=False)
        head = row(text_label(answer.label, bold=True, wrap=False), spacing=10)
        position = Elided(answer.position, kind="soft")
        head.addWidget(position, 1)
        head.addWidget(self.length)
        head.addWidget(self.copy)
        question = Elided(" ".join(answer.question.split()), kind="soft")
        self.text = text_label(answer.text or "Not answered.", kind="" if answer.text else "soft")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setLayout(column(head, question, self.text, spacing=4, margins=(14, 8, 12, 12)))

    def _copy(self) -> None:
        copy_plain(self.answer.text)
        self.copy.setText("Copied")
        self.copied.emit()

    def rest(self) -> None:
        """Another one was copied since."""
        self.copy.setText("Copy")


class PasteList(QScrollArea):
    """Down and Up go from one Copy button to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: tuple[AnswerCard, ...] = ()
        self._answers: tuple[PlainAnswer, ...] | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Answers to copy")

    def show_answers(self, answers: tuple[PlainAnswer, ...]) -> None:
        """Deal the cards anew, unless nothing has changed."""
        if answers == self._answers:
            return
        self._answers = answers
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(2, 2, 8, 2)
        layout.setSpacing(8)
        self.cards = tuple(AnswerCard(each) for each in answers)
        for card in self.cards:
            card.copied.connect(self._on_copied)
            card.copy.installEventFilter(self)
            layout.addWidget(card)
        if not answers:
            layout.addWidget(text_label(_NONE, kind="soft"))
        layout.addStretch()
        self.setWidget(inner)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return isinstance(watched, QPushButton) and self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, watched: QPushButton, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            watched.click()
            return True
        if key not in _STEPS:
            return False
        buttons = [card.copy for card in self.cards if card.copy.isEnabled()]
        at = buttons.index(watched) + _STEPS[key]
        if 0 <= at < len(buttons):
            buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(next(each for each in self.cards if each.copy is buttons[at]))
        return True

    def _on_copied(self) -> None:
        for card in self.cards:
            if card is not self.sender():
                card.rest()
