"""The chosen item, to correct: label, kind, heading and text."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.records.reports import Recommendation, RecommendationKind
from drafter.services.correcting import tidied
from drafter.ui.widgets.labels import Elided
from drafter.ui.widgets.pause import Pause

_LEAST_LINES, _ROUND_TEXT = 4, 20
"""On a small screen the list above has the room: the page shows the whole text beside it."""


class ItemDetail(QWidget):
    """Tells each correction when she has paused or moved on; filling it in tells nothing."""

    relabelled = Signal(str, str)
    """The id of the item, and what was typed: she may be at another one by the time it is told."""
    reworded = Signal(str, str)
    reheaded = Signal(str, str)
    kind_chosen = Signal(str)
    typed = Signal()
    """Something was typed that is told in a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item: Recommendation | None = None
        self.label = QLineEdit()
        self.label.setAccessibleName("Label")
        self.heading = QLineEdit()
        self.heading.setAccessibleName("Heading")
        self.kind = QComboBox()
        self.kind.setAccessibleName("Kind")
        for kind in RecommendationKind:
            self.kind.addItem(kind.value.capitalize(), kind)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Text")
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(_LEAST_LINES * self.fontMetrics().lineSpacing() + _ROUND_TEXT)
        self._extras = Elided(kind="soft")
        self._pause = Pause(self)
        self._lay_out()
        self.label.textEdited.connect(self._on_typed)
        self.heading.textEdited.connect(self._on_typed)
        self.text.textChanged.connect(self._on_typed)
        self.kind.activated.connect(self._on_kind)
        self._pause.came.connect(self.flush)
        for line in (self.label, self.heading):
            line.editingFinished.connect(self._pause.come)
            line.editingFinished.connect(partial(line.setCursorPosition, 0))  # a long one shows its beginning

    def show_item(self, item: Recommendation | None) -> None:
        """Fill in; what she is typing in is left alone where it says the same."""
        self._item = item
        self.setEnabled(item is not None)
        for line, words in (
            (self.label, item.label if item else ""),
            (self.heading, item.heading if item else ""),
        ):
            if " ".join(line.text().split()) != words:
                line.setText(words)
                line.setCursorPosition(0)
        self._show_text(item.text if item else "")
        if item is not None:
            self.kind.setCurrentIndex(self.kind.findData(item.kind))
        self._extras.setText(_extras(item))
        self._extras.setVisible(bool(self._extras.whole))

    def flush(self) -> None:
        """Tell now what was typed."""
        self._pause.forget()
        item = self._item
        if item is None:
            return
        tellings = (
            (tidied(self.label.text()), item.label, self.relabelled),
            (tidied(self.heading.text()), item.heading, self.reheaded),
            (tidied(self.text.toPlainText()), tidied(item.text), self.reworded),
        )
        changed = [partial(told.emit, item.id, now) for now, before, told in tellings if now != before]
        for tell in changed:
            tell()

    @property
    def before_cursor(self) -> str:
        """The words before the cursor in the text."""
        return self.text.toPlainText()[: _characters_before(self.text.textCursor())]

    def _lay_out(self) -> None:
        """What one item has and another has not takes no line of its own: nothing sinks between the two."""
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(5)
        rows = (("La&bel", self.label, 0, 0), ("&Kind", self.kind, 0, 2), ("Headin&g", self.heading, 1, 0))
        for word, field, row, column in rows:
            name = QLabel(word)
            name.setBuddy(field)
            form.addWidget(name, row, column)
        form.addWidget(self.label, 0, 1)
        form.addWidget(self.kind, 0, 3)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.heading, 3)
        beside.addWidget(self._extras, 2)
        form.addLayout(beside, 1, 1, 1, 3)
        form.setColumnStretch(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 4, 14, 4)
        whole.setSpacing(5)
        whole.addLayout(form)
        whole.addWidget(self.text, 1)

    def _show_text(self, text: str) -> None:
        """The cursor stays by the words before it, so that she can go on where she was."""
        if tidied(self.text.toPlainText()) == tidied(text):
            return
        at = self.text.textCursor().position()
        self.text.blockSignals(True)
        self.text.setPlainText(text)
        self.text.blockSignals(False)
        if self.text.hasFocus():
            cursor = self.text.textCursor()
            cursor.setPosition(min(at, self.text.document().characterCount() - 1))
            self.text.setTextCursor(cursor)

    def _on_typed(self) -> None:
        self._pause.touch()
        self.typed.emit()

    def _on_kind(self) -> None:
        self.flush()
        # Qt hands back the plain string that the kind is.
        self.kind_chosen.emit(self.kind.currentData())


def _characters_before(cursor: QTextCursor) -> int:
    """Qt counts in UTF-16, Python in characters."""
    before = QTextCursor(cursor.document())
    before.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
    return len(before.selectedText())


def _extras(item: Recommendation | None) -> str:
    """Pages, parts, a limit and answer options, in a line."""
    if item is None:
        return ""
    said = []
    if len(item.pages) > 1:
        said.append(f"on pages {', '.join(map(str, sorted(item.pages)))}")
    if item.parts:
        said.append(f"{len(item.parts)} part{'' if len(item.parts) == 1 else 's'}")
    if item.limit is not None:
        said.append(f"at most {item.limit.count:,} {item.limit.unit.value}")
    if item.options:
        said.append(f"answers: {' / '.join(item.options)}")
    return "; ".join(said)
