"""The table of actions, and what is made from it."""

import contextlib

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from drafter.domain.errors import CannotWrite, NothingToDo
from drafter.paths import resource
from drafter.ui.actions import SHELL, ActionRow, Actions
from drafter.ui.screens import SCREENS, rows_of

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_action_has_a_name_a_menu_a_key_and_says_what_it_is_for_with_an_icon_that_exists():
    for row in rows_of():
        assert row.words, row
        assert row.menu is not None, row.name
        assert row.keys, row.name
        assert row.tip, row.name
        assert not row.icon or resource(f"icons/{row.icon}.svg").exists(), row.icon


def test_no_two_actions_that_can_be_chosen_at_once_share_a_key():
    for screen in SCREENS:
        here = [row for row in rows_of() if row.screen in ("", screen.name)]
        keys = [QKeySequence(key).toString() for row in here for key in row.keys]
        assert len(keys) == len(set(keys)), sorted(each for each in set(keys) if keys.count(each) > 1)


def test_every_key_is_one_that_qt_understands():
    for row in rows_of():
        for key in row.keys:
            assert QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) == key, key


def test_a_handler_is_called_without_the_bool_that_triggered_brings():
    actions = Actions(SHELL)
    got: list[object] = []

    def act(optional="untouched"):
        got.append(optional)

    actions.bind("report.open", act)
    actions["report.open"].trigger()

    assert got == ["untouched"]


def test_what_was_told_of_an_act_is_past_once_it_is_done_and_a_wish_with_the_next_thing_that_is():
    actions = Actions(SHELL)
    past: list[str] = []
    actions.past.connect(past.append)
    errors: list[Exception] = [
        NothingToDo("There is none."),
        CannotWrite("The disk is full."),
        CannotWrite("No."),
    ]

    def act():
        if errors:
            raise errors.pop(0)

    actions.bind("report.open", act)
    actions.bind("report.paste", lambda: None)
    with contextlib.suppress(NothingToDo):
        actions._do("report.open", act)
    actions["report.paste"].trigger()
    assert past == ["There is none."]

    for _ in range(2):
        with contextlib.suppress(CannotWrite):
            actions._do("report.open", act)
    actions["report.paste"].trigger()
    assert past == ["There is none."]
    actions["report.open"].trigger()
    assert past == ["There is none.", "No."]


def test_a_checkable_action_tells_whether_it_is_on():
    actions = Actions([ActionRow(name="view.marks", text="Marks", checkable=True)])
    got: list[bool] = []
    actions.bind_check("view.marks", got.append)

    actions["view.marks"].trigger()
    actions["view.marks"].trigger()

    assert got == [True, False]


def test_a_tooltip_names_the_key():
    actions = Actions(SHELL)

    assert actions["edit.undo"].toolTip() == "Take back the last step (Ctrl+Z)"


def test_two_actions_of_one_name_are_refused():
    with pytest.raises(ValueError, match="one name"):
        Actions([SHELL[0], SHELL[0]])


def test_what_belongs_to_a_screen_can_be_chosen_only_there(qtbot):
    row = ActionRow(name="desk.welcome", text="Welcome", keys=("W",), screen="desk")
    actions = Actions([row])
    desk = QWidget()
    qtbot.addWidget(desk)
    actions.attach("desk", desk)

    actions.show_screen("home")
    assert actions.choosable() == ()
    actions.show_screen("desk")

    assert actions.choosable() == (row,)
    assert desk.actions() == [actions["desk.welcome"]]
