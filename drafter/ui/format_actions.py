"""The Format menu: what the bar above a text does, for whichever text editor has the focus."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from drafter.ui.actions import ActionRow, Actions, Menu
from drafter.ui.text.rich_text_edit import RichTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_row = partial(ActionRow, menu=Menu.FORMAT, is_editors=True)

FORMAT_ACTIONS = (
    _row(name="format.bold", text="&Bold", tip="Bold", keys=("Ctrl+B",), icon="bold", checkable=True),
    _row(name="format.italic", text="&Italic", tip="Italic", keys=("Ctrl+I",), icon="italic", checkable=True),
    _row(name="format.link", text="&Link…", tip="Link to an address", keys=("Ctrl+K",), icon="link"),
    _row(
        name="format.footnote",
        text="&Footnote…",
        tip="Footnote with its source",
        keys=("Ctrl+Alt+F",),
        icon="footnote",
    ),
    _row(name="format.text", text="&Text", tip="A plain paragraph", keys=("Ctrl+Alt+0",), group=1),
    _row(
        name="format.heading", text="&Heading", tip="Heading", keys=("Ctrl+Alt+2",), group=1, icon="heading"
    ),
    _row(name="format.subheading", text="&Subheading", tip="Subheading", keys=("Ctrl+Alt+3",), group=1),
    _row(
        name="format.quote",
        text="&Quotation",
        tip="Quotation",
        keys=("Ctrl+Shift+9",),
        group=1,
        icon="quote",
        checkable=True,
    ),
    _row(
        name="format.bullets",
        text="B&ullets",
        tip="Bullets",
        keys=("Ctrl+Shift+8",),
        group=2,
        icon="bullets",
        checkable=True,
    ),
    _row(
        name="format.numbers",
        text="&Numbers",
        tip="Numbers",
        keys=("Ctrl+Shift+7",),
        group=2,
        icon="numbers",
        checkable=True,
    ),
    _row(name="format.indent", text="In &one level", tip="In one level", keys=("Ctrl+]",), group=2),
    _row(name="format.outdent", text="Out one le&vel", tip="Out one level", keys=("Ctrl+[",), group=2),
    _row(
        name="format.restart",
        text="&Restart the numbers",
        tip="Begin the numbers anew, or let them go on",
        keys=("Ctrl+Alt+R",),
        group=2,
    ),
    _row(
        name="format.spelling",
        text="Spellin&g",
        tip="Go to the next misspelt word",
        keys=("F7",),
        group=3,
    ),
)


class FormatActs(QObject):
    """Forwards to the editor's own actions, which know how: nothing is done here a second time."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._editor: RichTextEdit | None = None
        self._own: dict[str, QAction] = {}
        self._rows = [row for row in actions.rows if row.is_editors]
        for row in self._rows:
            actions.bind(row.name, partial(self._forward, row.name))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self._follow()

    def show_for(self, screen: QWidget) -> None:
        """The menu is there on a screen that has such a text."""
        has_text = screen.findChild(RichTextEdit) is not None
        for row in self._rows:
            self._actions[row.name].setVisible(has_text)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A menu or a dialog in front leaves the editor what it is; another part of this window does not."""
        if isinstance(now, RichTextEdit) and now.window() is self._window:
            self._turn_to(now)
        elif now is not None and now.window() is self._window and not isinstance(now, QMenu | QMenuBar):
            self._turn_to(None)

    def _turn_to(self, editor: RichTextEdit | None) -> None:
        if editor is self._editor:
            return
        if self._editor is not None:
            self._editor.style_changed.disconnect(self._follow)
            self._editor.destroyed.disconnect(self._lose)
        self._editor = editor
        self._own = _named(editor)
        if editor is not None:
            editor.style_changed.connect(self._follow)
            editor.destroyed.connect(self._lose)
        self._follow()

    def _lose(self) -> None:
        self._editor, self._own = None, {}
        self._follow()

    def _follow(self) -> None:
        """What can be done at the cursor can be chosen, and what is true is checked. Each key comes here."""
        for row in self._rows:
            own, shown = self._own.get(row.name), self._actions[row.name]
            shown.setEnabled(own is not None and own.isEnabled())
            if row.checkable:
                shown.setChecked(own is not None and own.isChecked())

    def _forward(self, name: str) -> None:
        if (own := self._own.get(name)) is not None:
            own.trigger()
        self._follow()


def _named(editor: RichTextEdit | None) -> dict[str, QAction]:
    """The editor's own actions by the names of the menu's, where it can be written in."""
    if editor is None or editor.isReadOnly():
        return {}
    return {f"format.{each.objectName()}": each for each in editor.actions() if each.objectName()}
