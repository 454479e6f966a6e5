"""What keys do to the ties between the draft's words and the library."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.text.drafts import (
    FUNDING,
    LONG_TERM,
    REGISTER,
    VOLUNTEERS,
    go,
    passage,
    passages,
    said,
    section,
    select,
)


def test_typing_in_library_text_keeps_its_tie(draft):
    edit = draft(FUNDING)
    go(edit, "longer")
    QTest.keyClicks(edit, "much ")

    first = passages(edit)[0]
    assert (first.id, first.use, first.text.plain) == ("p1", LONG_TERM, "We welcome much longer grants.")


def test_return_inside_library_text_leaves_both_halves_in_its_passage(draft):
    edit = draft(FUNDING)
    go(edit, "longer")
    QTest.keyClick(edit, Qt.Key.Key_Return)

    assert said(edit)[0] == "We welcome\nlonger grants."
    assert [each.id for each in passages(edit)] == ["p1", "p2"]


def test_what_is_written_behind_library_text_is_ones_own(draft):
    edit = draft(FUNDING)
    go(edit, "grants.", after=True)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "We say so often.")

    one, two, three = passages(edit)
    assert one == FUNDING.passages[0]
    assert (two.text.plain, two.use, two.answers) == ("We say so often.", None, ("r1",))
    assert three.id == "p2"


def test_return_behind_own_words_goes_on_with_them(draft):
    edit = draft(FUNDING)
    go(edit, "overdue.", after=True)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "More.")

    assert [each.id for each in passages(edit)] == ["p1", "p2"]
    assert said(edit)[1] == "In our county it is overdue.\nMore."


def test_each_paragraph_has_an_id_of_its_own_after_return(draft):
    edit = draft(FUNDING)
    for words in ("longer", "county"):
        go(edit, words)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    block, ids = edit.draft.firstBlock(), []
    while block.isValid():
        ids.append(edit.draft.place(block).paragraph)
        block = block.next()

    assert len(ids) == 5
    assert len(set(ids)) == 5


def test_joining_library_text_to_own_words_draws_them_from_it(draft):
    edit = draft(
        section("s", passage("own", "Ours."), passage("lib", "Theirs.", answers=("r2",), use=REGISTER))
    )
    go(edit, "Theirs")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    (mixed,) = passages(edit)
    assert mixed.text.plain == "Ours.Theirs."
    assert (mixed.use, mixed.drawn_from, mixed.answers) == (None, ("revision-2",), ("r2",))


def test_two_library_texts_that_meet_are_drawn_from_both(draft):
    edit = draft(
        section(
            "s", passage("a", "First.", answers=("r1",), use=LONG_TERM), passage("b", "Second.", use=REGISTER)
        )
    )
    go(edit, "First.", after=True)
    QTest.keyClick(edit, Qt.Key.Key_Delete)

    (mixed,) = passages(edit)
    assert (mixed.use, mixed.drawn_from) == (None, ("revision-1", "revision-2"))
    edit.stack.undo()
    assert [each.use for each in passages(edit)] == [LONG_TERM, REGISTER]


def test_own_words_joined_to_library_text_tailor_it(draft):
    edit = draft(section("s", passage("lib", "Theirs.", use=REGISTER), passage("own", "Ours.")))
    go(edit, "Ours")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)

    (one,) = passages(edit)
    assert (one.id, one.use, one.text.plain) == ("lib", REGISTER, "Theirs.Ours.")


def test_library_text_that_is_taken_away_whole_leaves_no_tie_but_what_it_was_to_answer(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    select(edit, "A register", "helps.")
    QTest.keyClicks(edit, "No")

    last = passages(edit)[-1]
    assert (last.text.plain, last.use, last.answers) == ("No", None, ("r2",))
