"""What a hand on a mouse does in the library: it clicks on what can be seen, and on nothing else."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QRegularExpression, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QTextEdit,
)

from drafter.services.clock import today
from drafter.services.positions import approve
from drafter.ui.menus import within
from tests.builders import a_change_of, a_position
from tests.ui.library_steps import listed

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


_FILES = QRegularExpression("listView|treeView")
"""What Qt calls the two lists of its file dialog, one of which is shown."""


def rows_of(view):
    """What a list or table shows, first column."""
    model, root = view.model(), view.rootIndex()
    return [model.index(row, 0, root) for row in range(model.rowCount(root))]


class Hand:
    """On the library's screen of a window. What only letters can say is typed where it has clicked."""

    def __init__(self, qtbot, window, *, patience=5_000):
        self.qtbot = qtbot
        self.window = window
        self.pane = window.screen_named("library")
        self.library = window.workplace.library
        self._patience = patience

    def wait(self, until):
        self.qtbot.waitUntil(until, timeout=self._patience)

    # --- what is clicked

    def click(self, widget, at=None, modifier=PLAIN):
        """In its middle, or at a point of it, which must be in sight."""
        at = at or widget.rect().center()
        self.wait(lambda: widget.isEnabled() and widget.visibleRegion().contains(at))
        QTest.mouseMove(widget, at)
        QTest.mouseClick(widget, LEFT, modifier, at)

    def choose(self, name):
        """Down the menu bar, menu by menu, to an action."""
        actions, bar = self.window.workplace.actions, self.window.menuBar()
        row = actions.row(name)
        menu = next(each.menu() for each in bar.actions() if each.text() == row.menu)
        self.click(bar, bar.actionGeometry(menu.menuAction()).center())
        if row.under:
            inner = next(each for each in within(menu) if each.title() == row.under)
            self.click_in(menu, inner.menuAction())
            menu = inner
        self.click_in(menu, actions[name])

    def choose_near(self, title, name):
        """A right click on a row of the list, and an act that is offered there."""
        menu = self._menu_at(self.pane._list.view.viewport(), self._row_of(title))
        self.click_in(menu, self.window.workplace.actions[name])

    def choose_at(self, widget, at, words):
        """A right click at a point of a widget, and what is offered there under these words."""
        menu = self._menu_at(widget, at)
        self.click_in(menu, next(each for each in menu.actions() if words in each.text().replace("&", "")))

    def _menu_at(self, widget, at):
        self.wait(lambda: widget.visibleRegion().contains(at))
        # the window makes a menu's event of it
        QTest.mouseClick(self.window.windowHandle(), RIGHT, PLAIN, widget.mapTo(self.window, at))
        self.wait(lambda: QApplication.activePopupWidget() is not None)
        return QApplication.activePopupWidget()

    def click_in(self, menu, act):
        assert isinstance(menu, QMenu)
        self.wait(menu.isVisible)
        assert act in menu.actions()
        assert act.isEnabled(), act.text()
        self.click(menu, menu.actionGeometry(act).center())

    def press_on_bar(self, name):
        """The button over the position."""
        bar = self.pane._bar
        self.click(bar.widgetForAction(self.window.workplace.actions[name]))

    def pick(self, box, words):
        """In a list that drops down."""
        self.click(box)
        view = box.view()
        self.wait(view.isVisible)
        index = box.model().index(box.findText(words), box.modelColumn())
        view.scrollTo(index)

        def picked():
            """Qt does not heed a click so soon after the first that it might be the second of two."""
            if view.isVisible():
                self._on(view, index)
            return not view.isVisible()

        self.wait(picked)
        assert box.currentText() == words

    def pick_day(self, field, day):
        """In the month that the calendar of a field shows at first."""
        self.click(field, QPoint(field.width() - 10, field.height() // 2))
        calendar = field.calendarWidget()
        self.wait(calendar.isVisible)
        days = calendar.findChild(QAbstractItemView)
        rows, columns = days.model().rowCount(), days.model().columnCount()
        cells = [days.model().index(row, column) for row in range(1, rows) for column in range(columns)]
        self._on(days, next(each for each in cells if each.data() == day))
        self.wait(lambda: not calendar.isVisible())
        return date(calendar.yearShown(), calendar.monthShown(), day)

    def pick_completion(self, line, words):
        """Of what is offered under a line."""
        popup = line.completer().popup()
        self.wait(popup.isVisible)
        self._on(popup, next(each for each in rows_of(popup) if each.data() == words))

    def row(self, title, modifier=PLAIN):
        """In the list of positions."""
        self.click(self.pane._list.view.viewport(), self._row_of(title), modifier)

    def _row_of(self, title):
        view = self.pane._list.view
        return view.visualRect(view.model().index(listed(self.pane).index(title), 0)).center()

    def item(self, items, row):
        """In a list of a dialog."""
        self._on(items, items.model().index(row, 0))

    def _on(self, view, index):
        self.click(view.viewport(), view.visualRect(index).center())

    def leaf(self, group, name):
        """A facet."""
        tree = self.pane._tree
        self.wait(lambda: (group, name) in tree._leaves)
        item = tree._leaves[group, name]
        tree.scrollToItem(item)
        self.click(tree.viewport(), tree.visualRect(tree.indexFromItem(item)).center())

    def bring_up(self, widget):
        """Turn the wheel over an entry until all of this is in sight."""
        area = self.pane._editor._area
        middle = QPointF(area.viewport().rect().center())

        def is_there():
            if widget.visibleRegion().boundingRect() == widget.rect():
                return True
            turn = QWheelEvent(
                middle, area.viewport().mapToGlobal(middle), QPoint(), QPoint(0, -120),
                Qt.MouseButton.NoButton, PLAIN, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(area.viewport(), turn)
            return False

        self.wait(is_there)

    # --- what is typed where it has clicked

    def write(self, field, words):
        """At the very beginning of a field."""
        self.click(field.viewport() if isinstance(field, QTextEdit) else field, QPoint(6, 12))
        assert QApplication.focusWidget() is field
        self.qtbot.keyClick(field, Qt.Key.Key_Home, CONTROL)
        self.qtbot.keyClicks(field, words)

    def name_file(self, path):
        """In the dialog that asks where a file is to be saved."""
        dialog = self.the(QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.selectAll()
        self.qtbot.keyClicks(line, str(path))
        save = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)

        def given():
            """What Qt offers to complete comes when it will, and lies over the button."""
            popup = QApplication.activePopupWidget()
            if popup is not None:
                self.qtbot.keyClick(popup, Qt.Key.Key_Escape)
            elif self._file_dialogs():
                self.click(save)
            return not self._file_dialogs()

        self.wait(given)

    def pick_file(self, name):
        """In the dialog that asks which file is to be read."""
        dialog = self.the(QFileDialog)
        view = next(each for each in dialog.findChildren(QAbstractItemView, _FILES) if each.isVisible())

        def found():
            return [each for each in rows_of(view) if each.data() == name]

        self.wait(lambda: bool(found()))
        self._on(view, found()[0])
        self.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Open))

    def _file_dialogs(self):
        return [each for each in self.window.findChildren(QFileDialog) if each.isVisible()]

    # --- what comes of it

    def the(self, kind):
        """The dialog of this kind, once it is there."""
        self.wait(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        dialog = next(each for each in self.window.findChildren(kind) if each.isVisible())
        self.wait(dialog.isActiveWindow)
        return dialog

    def close(self, dialog):
        """With its own button."""
        kind = QDialogButtonBox.StandardButton
        self.click(dialog.findChild(QDialogButtonBox).button(kind.Close))
        self.back()

    def back(self):
        """The dialog has gone and the window has the keyboard, as the system does it."""
        self.window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is self.window)

    def undone_and_done_again(self, look, before):
        """Edit > Undo brings back what was, Edit > Redo what is."""
        self.back()
        after = look()
        assert after != before
        self.choose("edit.undo")
        self.wait(lambda: look() == before)
        self.choose("edit.redo")
        self.wait(lambda: look() == after)


# --- what is in the library, and what a table of acts looks like


def bring_four(library):
    """The first two are approved; the review of the first and of the last is overdue."""
    late, far = today() - timedelta(days=3), today() + timedelta(days=300)
    made = [
        a_position(f"On {title}.", title=title, named=title, themes=("Old",), owner="Ann", review_by=day)
        for title, day in (("Fares", late), ("Halls", far), ("Maps", far), ("Trees", late))
    ]
    library.apply(a_change_of(*made))
    for each in made[:2]:
        approve(library, each.id, by="Ann")


def all_of(library):
    """How each that is not in the bin stands, by title."""
    return {each.newest.title: standing(each) for each in library.positions() if each.deletion is None}


def standing(position):
    return (
        position.status,
        position.newest.text.plain,
        position.current.text.plain,
        [each.title for each in position.newest.sources],
        position.facts,
        position.reviewed and position.reviewed.revision,
        position.current.approval and position.current.approval.note,
    )


def one(library, title):
    return next(each for each in library.positions() if each.newest.title == title)


def each_of(acts, *, usual):
    """The acts by their names, most of them for the long run."""
    return [
        pytest.param(
            act, holds, id=act.__name__.replace("_", " "), marks=() if act in usual else pytest.mark.long
        )
        for act, holds in acts.items()
    ]
