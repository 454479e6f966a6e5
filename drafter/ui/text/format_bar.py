"""The toolbar of a text editor: the house styles and what a paragraph may hold, each with its key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QFont, QIcon, QKeySequence
from PySide6.QtWidgets import QComboBox, QToolBar, QToolButton, QWidget

from drafter.domain.richtext import BlockStyle
from drafter.ui.text.field_menu import FieldMenu
from drafter.ui.text.formats import place_of
from drafter.ui.text.rich_text_edit import RichTextEdit
from drafter.ui.text.spelling_menu import check_spelling

_STYLES = (
    (BlockStyle.PARAGRAPH, "Text"),
    (BlockStyle.HEADING2, "Heading"),
    (BlockStyle.HEADING3, "Subheading"),
    (BlockStyle.QUOTE, "Quotation"),
    (BlockStyle.BULLET, "Bullets"),
    (BlockStyle.NUMBER, "Numbers"),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """One thing that the bar does."""

    name: str
    glyph: str
    tip: str
    key: str
    on_bar: bool = True
    checkable: bool = False


_ROWS = (
    _Row("bold", "B", "Bold", "Ctrl+B", checkable=True),
    _Row("italic", "I", "Italic", "Ctrl+I", checkable=True),
    _Row("link", "Link", "Link to an address", "Ctrl+K"),
    _Row("bullets", "•", "Bullets", "Ctrl+Shift+8", checkable=True),
    _Row("numbers", "1.", "Numbers", "Ctrl+Shift+7", checkable=True),
    _Row("outdent", "⇤", "Out one level", "Ctrl+["),
    _Row("indent", "⇥", "In one level", "Ctrl+]"),
    _Row("quote", "”", "Quotation", "Ctrl+Shift+9", checkable=True),
    _Row("footnote", "¹", "Footnote with its source", "Ctrl+Alt+F"),
    _Row("text", "Text", "Plain text", "Ctrl+Alt+0", on_bar=False),
    _Row("heading", "Heading", "Heading", "Ctrl+Alt+2", on_bar=False),
    _Row("subheading", "Subheading", "Subheading", "Ctrl+Alt+3", on_bar=False),
    _Row("restart", "Restart", "Begin the numbers anew, or let them go on", "Ctrl+Alt+R", on_bar=False),
    _Row("spelling", "Spelling", "Go to the next misspelt word", "F7", on_bar=False),
)


PICTURED = tuple(each.name for each in _ROWS if each.on_bar)
"""What there are icons for."""

_ICON = 20
"""Pixels: all of the bar shows beside a report on a small screen."""


class FormatBar(QToolBar):
    """Shows what stands at the cursor and changes it. Its keys work while the editor has the focus."""

    def __init__(self, editor: RichTextEdit, parent: QWidget | None = None) -> None:
        super().__init__("Format", parent)
        self.setAccessibleName("Format")
        self.setMovable(False)
        self.setIconSize(QSize(_ICON, _ICON))
        self._editor = editor
        self.styles = self._make_styles()
        self.addWidget(self.styles)
        self.addSeparator()
        self.acts = {row.name: self._make(row) for row in _ROWS}
        self.fields = FieldMenu(editor.insert_field, self)
        self.fields.aboutToShow.connect(self._offer_fields)
        self.field_button = self._make_field_button()
        self.addWidget(self.field_button)
        self._bind()
        editor.style_changed.connect(self._show_state)
        self._show_state()

    def set_icons(self, icons: Callable[[str], QIcon]) -> None:
        """Pictures in place of letters: `icons` gives one for "bold", "link" and so on, or an empty one."""
        for name, action in self.acts.items():
            if not (picture := icons(name)).isNull():
                action.setIcon(picture)
        if not (picture := icons("field")).isNull():
            self.field_button.setIcon(picture)

    # Making

    def _make_styles(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName("Paragraph style")
        box.setToolTip("What this paragraph is")
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for style, name in _STYLES:
            box.addItem(name, style.value)
        box.activated.connect(self._choose_style)
        return box

    def _make(self, row: _Row) -> QAction:
        action = QAction(row.glyph, self)
        key = QKeySequence(row.key)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setToolTip(f"{row.tip} ({key.toString(QKeySequence.SequenceFormat.NativeText)})")
        action.setStatusTip(row.tip)
        action.setCheckable(row.checkable)
        action.setObjectName(row.name)
        self._editor.addAction(action)
        self._editor.claim(key)
        if row.on_bar:
            self.addAction(action)
            self._dress(row, action)
        return action

    def _dress(self, row: _Row, action: QAction) -> None:
        button = self.widgetForAction(action)
        button.setAccessibleName(row.tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        font = QFont(button.font())
        font.setBold(row.name == "bold")
        font.setItalic(row.name == "italic")
        button.setFont(font)

    def _make_field_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("Field")
        button.setAccessibleName("Merge field")
        button.setToolTip("Put in a merge field: its value comes from the report, the response or you")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMenu(self.fields)
        return button

    def _bind(self) -> None:
        editor = self._editor
        acts: dict[str, Callable[[], object]] = {
            "bold": editor.toggle_bold,
            "italic": editor.toggle_italic,
            "link": editor.ask_for_link,
            "bullets": lambda: editor.toggle_style(BlockStyle.BULLET),
            "numbers": lambda: editor.toggle_style(BlockStyle.NUMBER),
            "outdent": editor.outdent,
            "indent": editor.indent,
            "quote": lambda: editor.toggle_style(BlockStyle.QUOTE),
            "footnote": editor.ask_for_footnote,
            "text": lambda: editor.set_style(BlockStyle.PARAGRAPH),
            "heading": lambda: editor.toggle_style(BlockStyle.HEADING2),
            "subheading": lambda: editor.toggle_style(BlockStyle.HEADING3),
            "restart": editor.restart_numbering,
            "spelling": lambda: check_spelling(editor),
        }
        for name, act in acts.items():
            self.acts[name].triggered.connect(lambda _checked, act=act: act())

    # Showing

    def _offer_fields(self) -> None:
        here = place_of(self._editor.textCursor().block())
        self.fields.offer(self._editor.text_document.values_of(here))

    def _choose_style(self, index: int) -> None:
        self._editor.set_style(BlockStyle(self.styles.itemData(index)))
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self) -> None:
        editor = self._editor
        style = editor.block_style()
        at = self.styles.findData(style.value)
        if self.styles.currentIndex() != at:
            self.styles.setCurrentIndex(at)
        states = {
            "bold": editor.is_bold(),
            "italic": editor.is_italic(),
            "bullets": style is BlockStyle.BULLET,
            "numbers": style is BlockStyle.NUMBER,
            "quote": style is BlockStyle.QUOTE,
        }
        for name, on in states.items():
            if self.acts[name].isChecked() != on:
                self.acts[name].setChecked(on)
        for name in ("indent", "outdent"):
            if self.acts[name].isEnabled() != style.is_list:
                self.acts[name].setEnabled(style.is_list)
