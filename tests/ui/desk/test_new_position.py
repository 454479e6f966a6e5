"""Own words of the draft become a position of the library, with real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Use
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Source
from drafter.ui.panes.desk_new_position import NewPositionDialog
from tests.builders import OFFICER, a_change_of, a_passage, a_position, a_response, a_section, a_stance
from tests.ui.desk.laid import EXPENSES, FUND, PASS, PAY, REPORT, with_real_revisions

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
BODY = "<p>One.</p><p>We have three demands:</p><ul><li>money</li><li>time</li></ul><p>Last.</p>"


def ask(qtbot, desk, words):
    """Ctrl+Shift+N with the cursor in some words."""
    edit = desk.sheet.edit
    edit.setFocus()
    edit.setTextCursor(edit.document().find(words))
    cursor = edit.textCursor()
    cursor.clearSelection()
    edit.setTextCursor(cursor)
    qtbot.keyClick(edit, Qt.Key.Key_N, CTRL | SHIFT)
    return the_form(desk)


def the_form(desk):
    return next((each for each in desk.findChildren(NewPositionDialog) if each.isVisible()), None)


def passages(desk):
    return [each for section in desk.sheet.edit.sections() for each in section.passages]


def said(desk):
    return [each.text.plain for each in passages(desk)]


def only_new(library):
    return next(
        each for each in library.positions() if each.current.title not in {"Long-term funding", "Expenses"}
    )


def test_a_paragraph_becomes_a_position_with_one_key_and_enter(qtbot, open_desk, library):
    own = a_passage("Give volunteers a passport. It saves time.", PASS, named="own")
    response = a_response(a_section(own, heading="Volunteers"), to=REPORT, stances=(a_stance(PASS),))
    desk = open_desk(response)

    form = ask(qtbot, desk, "passport")
    assert form.title.selectedText() == "Give volunteers a passport"
    assert form.themes.text() == "Volunteers, People"
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return)

    made = only_new(library)
    assert (made.current.title, made.current.text.plain) == ("Give volunteers a passport", own.text.plain)
    assert (made.facts.themes, made.facts.kind) == (("Volunteers", "People"), Kind.POSITION)
    assert (made.facts.owner, made.facts.stance) == (OFFICER.name, Stance.WELCOME)
    (tied,) = passages(desk)
    assert (tied.id, tied.answers) == (own.id, (PASS.id,))
    assert tied.use == Use(position=made.id, revision=made.newest.id)


def test_it_is_one_step_that_undo_takes_back_whole(qtbot, open_desk, library, workplace):
    desk = open_desk(a_response(a_section(a_passage("Our words.", PASS, named="own")), to=REPORT))
    before = passages(desk)
    count = len(library.entries())

    qtbot.keyClick(ask(qtbot, desk, "words").focusWidget(), Qt.Key.Key_Return)
    tied = passages(desk)
    qtbot.keyClick(desk.sheet.edit, Qt.Key.Key_Z, CTRL)

    assert passages(desk) == before
    assert len(library.entries()) == count
    assert not workplace.history.stack_of(desk.in_hand.id).canUndo()
    workplace.history.redo()
    assert passages(desk) == tied
    assert len(library.entries()) == count + 1


def test_the_paragraph_at_the_cursor_is_meant_and_its_neighbours_stay_hers(qtbot, open_desk, library):
    own = a_passage("<p>One.</p><p>Two.</p><p>Three.</p>", PASS, named="own")
    desk = open_desk(a_response(a_section(own), to=REPORT))

    qtbot.keyClick(ask(qtbot, desk, "Two").focusWidget(), Qt.Key.Key_Return)

    assert said(desk) == ["One.", "Two.", "Three."]
    assert [each.use is not None for each in passages(desk)] == [False, True, False]
    assert {each.answers for each in passages(desk)} == {(PASS.id,)}
    assert only_new(library).current.text.plain == "Two."


def test_a_list_comes_along_with_the_line_that_leads_to_it(qtbot, open_desk):
    desk = open_desk(a_response(a_section(a_passage(BODY, named="own")), to=REPORT))

    qtbot.keyClick(ask(qtbot, desk, "time").focusWidget(), Qt.Key.Key_Return)

    assert said(desk) == ["One.", "We have three demands:\nmoney\ntime", "Last."]


@pytest.mark.long
def test_selected_paragraphs_are_taken_together(qtbot, open_desk):
    desk = open_desk(a_response(a_section(a_passage("<p>One.</p><p>Two.</p><p>Three.</p>")), to=REPORT))
    edit = desk.sheet.edit
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(2):
        qtbot.keyClick(edit, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(edit, Qt.Key.Key_Left, SHIFT)

    qtbot.keyClick(edit, Qt.Key.Key_N, CTRL | SHIFT)
    qtbot.keyClick(the_form(desk).focusWidget(), Qt.Key.Key_Return)

    assert said(desk) == ["One.\nTwo.", "Three."]


def test_themes_come_from_what_answers_the_same(qtbot, open_desk, library):
    filed = a_position("Pay them.", title="Pay", named="pay", themes=("Volunteering costs",))
    library.apply(a_change_of(filed))
    response = a_response(
        a_section(a_passage("", PAY, of=filed), a_passage("Mine.", PAY), heading="What"), to=REPORT
    )
    desk = open_desk(with_real_revisions(library, response))

    form = ask(qtbot, desk, "Mine")

    assert form.themes.text() == "Volunteering costs"
    form.reject()


def test_footnotes_and_links_come_along_as_sources(qtbot, open_desk, library):
    words = (
        '<p>Half of them<fn title="A study" publisher="A trust">Table 2</fn> said so in '
        '<a href="https://example.org/r">our research</a>.</p>'
    )
    desk = open_desk(a_response(a_section(a_passage(words, FUND)), to=REPORT))

    qtbot.keyClick(ask(qtbot, desk, "said").focusWidget(), Qt.Key.Key_Return)

    assert only_new(library).current.sources == (
        Source(title="A study", publisher="A trust"),
        Source(title="our research", address="https://example.org/r"),
    )


def test_the_librarys_own_words_are_refused_with_a_sentence(qtbot, open_desk, library, workplace):
    desk = open_desk(with_real_revisions(library, a_response(a_section(a_passage(of=EXPENSES)), to=REPORT)))

    with qtbot.waitSignal(workplace.notices.said) as told:
        assert ask(qtbot, desk, "Volunteers") is None

    assert "words of your own" in told.args[1]


@pytest.mark.long
def test_a_title_and_themes_can_be_changed_first(qtbot, open_desk, library):
    desk = open_desk(a_response(a_section(a_passage("Our words.", PASS)), to=REPORT))
    form = ask(qtbot, desk, "words")

    qtbot.keyClicks(form.focusWidget(), "Passport")
    form.themes.setText("People, , Time ")
    qtbot.mouseClick(form.add, Qt.MouseButton.LeftButton)

    made = only_new(library)
    assert (made.current.title, made.facts.themes) == ("Passport", ("People", "Time"))
