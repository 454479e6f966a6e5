"""The panes of the desk: how they fold, what is there when nothing is open."""

from PySide6.QtCore import Qt

from drafter.ui.panes.desk import make_desk
from drafter.ui.panes.desk_actions import DESK_ACTIONS
from tests.ui.desk.laid import three_sections


def test_panes_fold_where_there_is_little_room(qtbot, open_desk):
    desk = open_desk(three_sections(), size=(900, 600))
    assert desk.panes.is_folded

    qtbot.keyClick(desk, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert desk.library.search.hasFocus()


def test_panes_are_as_wide_as_they_were_after_folding(qtbot, open_desk):
    desk = open_desk(three_sections())
    before = desk.recommendations.width()

    desk.resize(900, 600)
    qtbot.waitUntil(lambda: desk.panes.is_folded)
    desk.resize(1280, 720)

    qtbot.waitUntil(lambda: abs(desk.recommendations.width() - before) <= 2)


def test_every_action_of_the_desk_has_words_a_tip_a_menu_and_a_key(workplace):
    without = [row.name for row in DESK_ACTIONS if not (row.words and row.tip and row.menu and row.keys)]
    keys = [key for row in workplace.actions.rows if row.screen in {"", "desk"} for key in row.keys]

    assert without == []
    assert len(keys) == len(set(keys))


def test_an_empty_desk_says_what_to_do(qtbot, workplace):
    desk = make_desk(workplace)
    qtbot.addWidget(desk)
    desk.resize(1000, 600)
    desk.show()

    desk.shown()
    with qtbot.waitSignal(desk.report_wanted):
        qtbot.mouseClick(desk._nothing.buttons[0], Qt.MouseButton.LeftButton)

    assert not workplace.actions["response.export"].isEnabled()
