"""One history a response: what steps there are, and that they stay while another response is open."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drafter.domain.changes import Change, added
from drafter.domain.records.ids import ResponseId, id_from
from drafter.services import answering
from drafter.ui.dialogs.fill_in import FillInDialog
from drafter.ui.panes.desk_kept import MOST
from tests.builders import A_RESPONSE, OFFICER, a_passage, a_response, a_section
from tests.ui.desk.laid import REPORT, three_sections

CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = '<p>Number <field name="charity.number"/>, and <field name="role"/>.</p>'
GAPS = a_response(a_section(a_passage(WORDS, named="gap")), to=REPORT)


def text(desk):
    return desk.sheet.edit.toPlainText()


def typed(qtbot, desk, words):
    desk.sheet.edit.setFocus()
    qtbot.keyClicks(desk.sheet.edit, words)


def keys(qtbot, desk, key, times=1):
    desk.sheet.edit.setFocus()
    for _ in range(times):
        qtbot.keyClick(desk.sheet.edit, key, CTRL)


def fill_in(qtbot, desk, field, words):
    desk.sheet.edit.gap_activated.emit(field)
    box = next(each for each in desk.findChildren(FillInDialog) if each.isVisible())
    qtbot.waitUntil(box.isActiveWindow)  # until then Return belongs to the list that has the focus
    qtbot.keyClicks(box.focusWidget(), words)
    qtbot.keyClick(box.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words in text(desk))


def steps(desk, workplace):
    return workplace.history.stack_of(desk.in_hand.id).count()


def test_filling_in_a_field_is_one_step(qtbot, open_desk, workplace):
    desk = open_desk(GAPS)
    typed(qtbot, desk, "Our ")

    fill_in(qtbot, desk, "charity.number", "1234567")
    assert steps(desk, workplace) == 2
    keys(qtbot, desk, Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: "charity.number" in text(desk))
    keys(qtbot, desk, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: "1234567" in text(desk))
    keys(qtbot, desk, Qt.Key.Key_Z, 2)

    assert text(desk).startswith("Number charity.number")
    assert not workplace.history.stack_of(desk.in_hand.id).canUndo()


@pytest.mark.long
def test_typing_after_a_field_was_filled_in_is_undone_by_itself(qtbot, open_desk, workplace):
    desk = open_desk(GAPS)
    fill_in(qtbot, desk, "charity.number", "1234567")
    typed(qtbot, desk, "Our ")

    keys(qtbot, desk, Qt.Key.Key_Z)

    assert text(desk).startswith("Number 1234567,")
    assert steps(desk, workplace) == 2


@pytest.mark.parametrize("before", ["", "Our "])
def test_a_fill_in_is_undone_on_the_page_after_typing_was_undone_too(qtbot, open_desk, before):
    desk = open_desk(GAPS)
    typed(qtbot, desk, before)
    fill_in(qtbot, desk, "charity.number", "1234567")
    typed(qtbot, desk, "In ")

    keys(qtbot, desk, Qt.Key.Key_Z, 2)
    qtbot.waitUntil(lambda: text(desk).startswith(f"{before}Number charity.number,"))
    keys(qtbot, desk, Qt.Key.Key_Z, len(before.split()))
    qtbot.waitUntil(lambda: text(desk).startswith("Number charity.number,"))
    keys(qtbot, desk, Qt.Key.Key_Y, len(before.split()))
    assert text(desk).startswith(f"{before}Number charity.number,")
    keys(qtbot, desk, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: text(desk).startswith(f"{before}Number 1234567,"))
    keys(qtbot, desk, Qt.Key.Key_Y)

    assert text(desk).startswith(f"{before}In Number 1234567,")


def test_a_value_that_comes_from_the_title_block_is_no_step_of_the_text(qtbot, open_desk, workplace):
    desk = open_desk(replace(GAPS, head=replace(GAPS.head, role="Chair")))
    desk.sheet.head.role.setFocus()
    qtbot.keyClick(desk.sheet.head.role, Qt.Key.Key_End)

    qtbot.keyClicks(desk.sheet.head.role, "woman")
    qtbot.keyClick(desk.sheet.head.role, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Chairwoman" in text(desk))

    assert steps(desk, workplace) == 1


@pytest.mark.long
def test_a_value_is_shown_though_what_was_undone_before_cannot_be_redone(qtbot, open_desk):
    desk = open_desk(GAPS)
    typed(qtbot, desk, "Our ")
    keys(qtbot, desk, Qt.Key.Key_Z)

    fill_in(qtbot, desk, "charity.number", "1234567")

    assert text(desk).startswith("Number 1234567,")


def another(library, name="another"):
    response = a_response(a_section(a_passage("Elsewhere.", named=name)), title=name)
    identity = ResponseId(id_from(name))
    passages = tuple(replace(each, response=identity) for each in response.passages)
    sections = (replace(response.sections[0], passages=passages),)
    moved = replace(response, head=replace(response.head, id=identity), sections=sections)
    library.apply(Change.of("Load", added(moved.head, moved.outline, *moved.passages)))
    return identity


def test_steps_are_there_after_another_response_was_open(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    before = text(desk)
    typed(qtbot, desk, "Typed. ")
    position = desk.sheet.edit.textCursor().position()

    desk.open_response(another(library))
    elsewhere = text(desk)
    typed(qtbot, desk, "Also ")
    desk.open_response(A_RESPONSE)

    assert elsewhere == "Elsewhere."
    assert text(desk).startswith("Typed. ")
    assert desk.sheet.edit.textCursor().position() == position
    keys(qtbot, desk, Qt.Key.Key_Z)
    assert text(desk) == before
    typed(qtbot, desk, "New ")
    desk.in_hand.writer.flush()
    assert library.response(A_RESPONSE).sections[0].heading == "New In brief"
    assert steps(desk, workplace) == 1


def test_a_text_that_was_changed_elsewhere_meanwhile_comes_anew(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    typed(qtbot, desk, "Typed. ")
    desk.open_response(another(library))
    stored = library.response(A_RESPONSE)
    answering.save_text(library, A_RESPONSE, stored.sections[:1], by=OFFICER.name)

    desk.open_response(A_RESPONSE)

    assert len(desk.sheet.edit.sections()) == 1
    assert not workplace.history.stack_of(A_RESPONSE).canUndo()


@pytest.mark.long
def test_only_the_last_few_are_kept(qtbot, open_desk, library, workplace):
    desk = open_desk(three_sections())
    typed(qtbot, desk, "Typed. ")

    for number in range(MOST + 1):
        desk.open_response(another(library, f"other {number}"))
    desk.open_response(A_RESPONSE)

    assert text(desk).startswith("Typed. ")
    assert not workplace.history.stack_of(A_RESPONSE).canUndo()
