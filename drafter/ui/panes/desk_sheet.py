"""The middle of the desk: title block, the draft as one text, its sections, its length and its size."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QUndoStack
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget

from drafter.domain.records.ids import PassageId, RecommendationId, ResponseId, SectionId
from drafter.domain.records.responses import Section
from drafter.ui.icons import icon
from drafter.ui.panes.desk_draft_edit import PromptingDraftEdit
from drafter.ui.panes.desk_find import FindBar
from drafter.ui.panes.desk_head import HeadForm, HeadPlace
from drafter.ui.panes.desk_kept import Kept
from drafter.ui.panes.desk_length_label import LengthLabel
from drafter.ui.panes.desk_scrolling_head import ScrollingHead
from drafter.ui.schemes import scheme_of
from drafter.ui.text.document import PAGE_MARGIN
from drafter.ui.text.draft_document import DraftDocument, fill
from drafter.ui.text.format_bar import PICTURED, FormatBar
from drafter.ui.text.marks import Mark
from drafter.ui.text.typing_edit import UndoOwner
from drafter.ui.widgets.labels import ToolButton, text_label
from drafter.ui.widgets.laying import SPRING, row
from drafter.ui.widgets.parts import as_part

_FIELD = 7
"""Border and padding of a field of the title block: its words stand above those of the draft."""

_OUTLINE_WAIT = 300
"""Milliseconds after a key until sections and words are counted again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What merge fields stand for: everywhere, and by what a passage answers."""

    values: Mapping[str, str]
    name_answers: Callable[[tuple[RecommendationId, ...]], str]


class SheetPane(QWidget):
    """Everything about the text; it knows neither the library nor the recommendations."""

    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = PromptingDraftEdit()
        self.head = HeadForm()
        self.bar = FormatBar(self.edit)
        self.find_bar = FindBar(self.edit)
        self.scrolling_head = ScrollingHead(self.head, self.edit)
        self.sections = QComboBox()
        self._words = text_label("", kind="soft", wrap=False)
        self.length = LengthLabel()
        self._zoom = ToolButton()
        self._smaller = ToolButton()
        self._larger = ToolButton()
        self._counting = QTimer(self)
        self._names: Mapping[str, str] = {}
        self._lay_out()
        self._connect()

    # --- the draft

    def open(
        self,
        response: ResponseId,
        sections: tuple[Section, ...],
        *,
        stack: QUndoStack,
        owner: UndoOwner,
        fields: Fields,
        kept: Kept | None = None,
    ) -> None:
        """Show a draft; each step of its text is a command on the stack, and Ctrl+Z asks the owner."""
        blank = self.edit.draft
        document = kept.document if kept is not None else DraftDocument(response, self)
        document.name_answers = fields.name_answers
        if kept is None:
            document.values = dict(fields.values)
            fill(document, sections)
        self.edit.open(document, stack)
        self.edit.set_undo_owner(owner)
        blank.deleteLater()
        self.scrolling_head.start_over()
        if kept is not None:
            self.edit.go_to_position(kept.position)
            self.edit.set_field_values(fields.values)
        self.count()

    def put_away(self) -> tuple[DraftDocument, int]:
        """Take the draft off the sheet, and give it with the place of the cursor."""
        document, position = self.edit.draft, self.edit.textCursor().position()
        self.edit.open(DraftDocument(ResponseId(""), self))
        self.edit.set_undo_owner(None)
        return document, position

    def set_marks(self, marks: Mapping[PassageId, Mark]) -> None:
        self.edit.set_marks(marks)

    def set_section_names(self, names: Mapping[str, str]) -> None:
        """What to call sections that have no heading."""
        if names != self._names:
            self._names = names
            self.count()

    def go_to(self, passage: PassageId) -> bool:
        """Show a passage, with the cursor in it; the focus stays where it is."""
        if passage == self.edit.current_passage() and self._is_seen():
            return True
        return self.edit.scroll_to_passage(passage)

    def _is_seen(self) -> bool:
        box = self.edit.cursorRect()
        return box.top() >= 0 and box.bottom() <= self.edit.viewport().height()

    # --- laying out, from the top

    def _lay_out(self) -> None:
        self.sections.setAccessibleName("Sections")
        self.sections.setToolTip("Go to a section (Ctrl+G)")
        self.sections.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sections.setMinimumContentsLength(14)
        self.sections.setMaximumWidth(280)
        for made, text, name in (
            (self._smaller, "\N{MINUS SIGN}", "Smaller"),
            (self._zoom, "100 %", "Usual size"),
            (self._larger, "+", "Larger"),
        ):
            made.setText(text)
            made.setAccessibleName(name)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        below = row(
            self.sections,
            SPRING,
            self._words,
            8,
            self._smaller,
            self._zoom,
            self._larger,
            spacing=2,
            margins=(10, 4, 10, 4),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.head)
        column.addWidget(self.edit, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.length)
        column.addLayout(below)
        as_part(self.head, "Title block")
        as_part(self.edit, "Draft")
        self.edit.setProperty("kind", "sheet")
        self.edit.setMinimumHeight(120)

    def _connect(self) -> None:
        self._counting.setSingleShot(True)
        self._counting.setInterval(_OUTLINE_WAIT)
        self._counting.timeout.connect(self.count)
        self.edit.edited.connect(self._counting.start)
        self.edit.selectionChanged.connect(self._counting.start)
        self.edit.passage_entered.connect(self._show_section)
        self.edit.zoom_changed.connect(self._on_zoom)
        self.sections.activated.connect(self._go_to_section)
        self._smaller.clicked.connect(lambda: self.edit.step_zoom(-1))
        self._larger.clicked.connect(lambda: self.edit.step_zoom(1))
        self._zoom.clicked.connect(lambda: self.edit.set_zoom(100))
        self.edit.sheet_laid.connect(self._align)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        scheme = scheme_of(QApplication.palette())
        self.bar.set_icons(lambda name: icon(name, scheme) if name in PICTURED else QIcon())

    # --- counting

    def count(self) -> None:
        """Sections and words as they are now."""
        outline = self.edit.outline()
        titles = [
            heading or self._names.get(section) or _untitled(number, len(outline))
            for number, (section, heading) in enumerate(outline)
        ]
        shown = [self.sections.itemText(at) for at in range(self.sections.count())]
        ids = [self.sections.itemData(at) for at in range(self.sections.count())]
        if shown != titles or ids != [str(section) for section, _ in outline]:
            self.sections.clear()
            for (section, _), title in zip(outline, titles, strict=True):
                self.sections.addItem(title, str(section))
        self._show_section()
        chosen, whole = self.edit.selected_word_count(), self.edit.word_count()
        self._words.setText(f"{chosen:,} of {_words(whole)}" if chosen else _words(whole))

    def _show_section(self) -> None:
        at = self.sections.findData(str(self.edit.current_section()))
        if at >= 0 and at != self.sections.currentIndex():
            self.sections.setCurrentIndex(at)

    def _go_to_section(self, at: int) -> None:
        self.edit.scroll_to_section(SectionId(str(self.sections.itemData(at))))
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_zoom(self, percent: int) -> None:
        self._zoom.setText(f"{percent} %")
        self.zoomed.emit(percent)

    def _align(self) -> None:
        """The title block stands above the text, on the same sheet."""
        lines, width = self.edit.lines, self.edit.width()
        inside = round(PAGE_MARGIN * self.edit.scale) - _FIELD
        self.head.set_place(
            HeadPlace(
                left=lines.left,
                right=width - lines.right,
                text_left=max(lines.text_left + inside, 0),
                text_right=max(width - lines.text_right + inside, 0),
            )
        )


def _untitled(number: int, many: int) -> str:
    return "Opening" if number == 0 and many > 1 else f"Section {number + 1}"


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count:,} words"
