"""One position as it is read and written: title, how it stands, facts, words and sources."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from drafter.domain.records.positions import Facts, Position, Status, Wording
from drafter.services.browsing import reviewed_words
from drafter.services.clock import today
from drafter.ui.icons import icon
from drafter.ui.panes.library_facts import FactsForm
from drafter.ui.panes.library_sources import SourcesTable
from drafter.ui.panes.library_uses import UsesList
from drafter.ui.schemes import scheme_of
from drafter.ui.text.format_bar import PICTURED, FormatBar
from drafter.ui.text.rich_text_edit import RichTextEdit
from drafter.ui.theme import serif_font
from drafter.ui.widgets.labels import rule, text_label
from drafter.ui.widgets.pill import status_pill

_TITLE_FACTOR = 1.45
_LEAST_HIGH, _MOST_HIGH = 220, 3000


class EntryEditor(QWidget):
    """Shows a position's newest words, and `edited` at each change by hand; keeping them is the pane's."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self.title = QLineEdit()
        self.title.setAccessibleName("Title")
        self.title.setPlaceholderText("Title: how you will find it")
        self.title.setFont(serif_font(self.font(), factor=_TITLE_FACTOR))
        self._standing = QHBoxLayout()
        self._standing_words = text_label(kind="soft")
        self.facts_form = FactsForm()
        self.text = RichTextEdit()
        self.text.setAccessibleName("Wording")
        self.bar = FormatBar(self.text)
        self.sources = SourcesTable()
        self.uses = UsesList()
        self._lay_out()
        self._tint()
        self._grow()
        self.text.text_document.documentLayout().documentSizeChanged.connect(self._grow)
        self.text.cursorPositionChanged.connect(self._follow)
        self.title.textEdited.connect(self._tell)
        self.facts_form.edited.connect(self._tell)
        self.text.text_document.contentsChanged.connect(self._tell)
        self.sources.edited.connect(self._tell)
        self._is_filling = False

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Where she types."""
        return (self.title, *self.facts_form.lines, self.text)

    def show_position(self, position: Position, wording: Wording, facts: Facts) -> None:
        """A position with the words to edit: its newest, or what was left half-way.

        What says the same already stays as it is: cursor and undo are not lost when she saves.
        """
        is_other = self._position is None or self._position.id != position.id
        self._is_filling = True
        self._position = position
        if is_other or " ".join(self.title.text().split()) != wording.title:
            self.title.setText(wording.title)
            self.title.setCursorPosition(0)
        if is_other or self.facts_form.facts != facts:
            self.facts_form.show_facts(facts)
        if is_other or self.text.rich_text() != wording.text:
            self.text.set_rich_text(wording.text)
        if is_other or self.sources.sources != wording.sources:
            self.sources.show_sources(wording.sources)
        self._set_read_only(position.deletion is not None)
        self._is_filling = False
        if is_other:
            self._area.verticalScrollBar().setValue(0)

    def show_standing(self, position: Position, *, replaced_by: str = "") -> None:
        """How it stands, after an approval, a retirement, a save; and the title of what replaces it."""
        self._position = position
        while (item := self._standing.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self._standing_words:
                widget.hide()
                widget.deleteLater()
        self._standing.addWidget(status_pill(position.status))
        self._standing.addWidget(self._standing_words, 1)
        said = standing_words(position)
        if replaced_by and position.status is Status.RETIRED:
            said += f" “{replaced_by}” replaces it."
        self._standing_words.setText(" ".join(filter(None, (said, reviewed_words(position, today())))))

    def forget_steps(self) -> None:
        """Something was done since she typed: Ctrl+Z takes back that, and never reaches behind it."""
        self.text.text_document.clearUndoRedoStacks()
        for line in (self.title, *self.facts_form.lines):
            at = line.cursorPosition()
            line.setText(line.text())
            line.setCursorPosition(at)

    def clear(self) -> None:
        """Nothing is shown any more."""
        self._position = None

    def _set_read_only(self, read_only: bool) -> None:
        """What is in the bin is there to read."""
        self.title.setReadOnly(read_only)
        self.text.setReadOnly(read_only)
        self.bar.setEnabled(not read_only)
        self.facts_form.setEnabled(not read_only)
        self.sources.set_read_only(read_only)

    def _grow(self) -> None:
        """The words are as high as they are, so that the whole entry scrolls as one."""
        frame = self.text.height() - self.text.viewport().height()
        high = round(self.text.text_document.size().height()) + max(frame, 0)
        self.text.setFixedHeight(min(max(high, _LEAST_HIGH), _MOST_HIGH))

    def _follow(self) -> None:
        """Bring up the line that is written, which may be far down in the entry."""
        if self.text.hasFocus():
            line = self.text.cursorRect()
            at = self.text.viewport().mapTo(self._inside, line.center())
            self._area.ensureVisible(at.x(), at.y(), 0, line.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        scheme = scheme_of(QApplication.palette())
        self.bar.set_icons(lambda name: icon(name, scheme) if name in PICTURED else QIcon())

    @property
    def position(self) -> Position | None:
        return self._position

    @property
    def wording(self) -> Wording | None:
        """The words as they stand in the fields."""
        if self._position is None:
            return None
        return Wording(
            position=self._position.id,
            title=self.title.text(),
            text=self.text.rich_text(),
            sources=self.sources.sources,
        )

    @property
    def facts(self) -> Facts | None:
        return self.facts_form.facts if self._position is not None else None

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(8, 8, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.title)
        self._standing.setSpacing(10)
        self._standing.addWidget(self._standing_words, 1)
        column.addLayout(self._standing)
        column.addWidget(self.facts_form)
        column.addWidget(self.bar)
        column.addWidget(self.text, 1)
        column.addWidget(self.sources)
        column.addWidget(rule())
        column.addWidget(self.uses)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _tell(self) -> None:
        if not self._is_filling and self._position is not None:
            self.edited.emit()


def standing_words(position: Position) -> str:
    """How it stands, who said so and when, in a sentence."""
    if position.deletion is not None:
        return f"In the bin since {_day(position.deletion.at)}."
    if position.retirement is not None:
        said = f"Retired by {position.retirement.by or 'someone'} on {_day(position.retirement.at)}"
        return f"{said}: {_sentence(position.retirement.note)}" if position.retirement.note else f"{said}."
    approval = position.current.approval
    if position.status is Status.DRAFT or approval is None:
        return "Nobody has approved these words yet."
    said = f"Approved by {approval.by or 'someone'} on {_day(approval.at)}"
    said += f": {_sentence(approval.note)}" if approval.note else "."
    if position.has_newer_draft:
        said += " Below is a newer draft; the approved words stay in use until it is approved too."
    return said


def _sentence(note: str) -> str:
    return note if note.endswith((".", "!", "?")) else f"{note}."


def _day(at: datetime) -> str:
    local = at.astimezone()
    return f"{local.day} {local:%B} {local.year}"
