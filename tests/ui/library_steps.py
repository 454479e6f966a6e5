"""What is done in the library again and again: keys where the focus is, and going to a position."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from drafter.services.positions import approve
from drafter.ui.panes import library_actions as names
from tests.builders import a_change_of, a_position

CONTROL = Qt.KeyboardModifier.ControlModifier


def bring_three(library):
    """The first two are approved; the id of each by its title."""
    made = [
        a_position(f"Words on {title.lower()}.", title=title, named=title, themes=(theme,), owner="Ann")
        for title, theme in (("Fares", "Volunteers"), ("Halls", "Buildings"), ("Trees", "Outdoors"))
    ]
    library.apply(a_change_of(*made))
    for each in made[:2]:
        approve(library, each.id, by="Ann")
    return {each.current.title: each.id for each in made}


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key where the focus is."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def press_action(qtbot, window, name):
    """The key of an action, where the focus is."""
    combination = window.workplace.actions[name].shortcuts()[0][0]
    press(qtbot, combination.key(), combination.keyboardModifiers())


def go_to(qtbot, window, pane, title):
    """Search for it and go down to the list: no mouse."""
    press_action(qtbot, window, names.SEARCH)
    qtbot.keyClicks(pane._list.search, title)
    qtbot.waitUntil(lambda: listed(pane) == [title])
    press(qtbot, Qt.Key.Key_Down)
    assert pane._list.view.hasFocus()


def listed(pane):
    model = pane._list._model
    return [model.index(row).data() for row in range(model.rowCount())]


def the(qtbot, pane, kind):
    """The dialog that has just been opened, with the keyboard."""
    dialog = pane.findChild(kind)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
    return dialog


def type_file(qtbot, window, path):
    """Where it is to be saved, or which is to be read."""

    def asked():
        return [each for each in window.findChildren(QFileDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: any(each.isAncestorOf(QApplication.focusWidget()) for each in asked()))
    [dialog] = asked()
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    press(qtbot, Qt.Key.Key_A, CONTROL)
    qtbot.keyClicks(line, str(path))

    def given():
        """What Qt offers to complete comes when it will, and takes the first Enter."""
        if asked():
            qtbot.keyClick(line, Qt.Key.Key_Return)
        return not asked()

    qtbot.waitUntil(given)


def back(qtbot, window):
    """The dialog is gone and the window has the keyboard, as the system does it."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window and QApplication.focusWidget() is not None)


def undone_and_done_again(qtbot, look, before):
    """Ctrl+Z brings back what was, Ctrl+Y what is."""
    after = look()
    assert after != before
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert look() == before
    press(qtbot, Qt.Key.Key_Y, CONTROL)
    assert look() == after
