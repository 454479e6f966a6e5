"""What the library and the outline do to passages and sections, and what is told of it."""

import pytest
from PySide6.QtTest import QTest

from drafter.domain.records.ids import (
    RecommendationId,
)
from drafter.domain.richtext_html import to_html
from drafter.ui.text.draft_document import normal_sections
from drafter.ui.text.ties import Ties
from tests.builders import rich
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
    shape,
)


def test_an_inserted_passage_follows_the_one_at_the_cursor(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    go(edit, "longer")

    made = edit.insert_passage(rich("<p>New.</p><ul><li>point</ul>"), answers=("r9",), use=REGISTER)

    new = passages(edit)[1]
    assert (new.id, new.use, new.answers) == (made, REGISTER, ("r9",))
    assert to_html(new.text) == "<p>New.</p><ul><li>point</li></ul>"
    assert edit.current_passage() == made
    edit.stack.undo()
    assert edit.sections() == normal_sections((FUNDING, VOLUNTEERS))


def test_an_inserted_passage_takes_the_place_of_an_empty_one_that_waits_for_it(draft):
    edit = draft(section("s", passage("p", "", answers=("r1",)), heading="Funding"))

    edit.insert_passage(rich("<p>New.</p>"), use=REGISTER)

    (new,) = passages(edit)
    assert (new.text.plain, new.answers) == ("New.", ("r1",))


def test_an_empty_passage_that_waits_for_another_answer_stays(draft):
    edit = draft(section("s", passage("p", "", answers=("r1",))))

    edit.insert_passage(rich("<p>New.</p>"), answers=("r2",))

    assert [each.answers for each in passages(edit)] == [("r1",), ("r2",)]


def test_the_first_section_takes_the_place_of_an_untouched_sheet(draft):
    edit = draft()

    made = edit.append_section("Funding", answers=("r1",))
    QTest.keyClicks(edit, "Words")

    assert shape(edit) == [("Funding", ["Words"])]
    assert edit.current_section() == made
    assert edit.outline() == ((made, "Funding"),)


def test_a_section_comes_after_the_one_at_the_cursor(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    go(edit, "longer")

    edit.insert_section("Between")

    assert [heading for _, heading in edit.outline()] == ["Funding", "Between", "Volunteers"]


@pytest.mark.parametrize(("name", "by"), [("s1", 1), ("s2", -1)])
def test_moving_a_section_is_one_step_and_keeps_the_cursor_in_its_words(draft, name, by):
    edit = draft(FUNDING, VOLUNTEERS)
    go(edit, "county" if name == "s1" else "register")
    here = edit.textCursor().block().text()

    assert edit.move_section(name, by)

    assert edit.sections() == normal_sections((VOLUNTEERS, FUNDING))
    assert edit.textCursor().block().text() == here
    assert edit.stack.count() == 1
    assert not edit.move_section(name, by)
    edit.stack.undo()
    assert edit.sections() == normal_sections((FUNDING, VOLUNTEERS))


def test_the_last_passage_of_a_section_leaves_what_it_was_to_answer(draft):
    edit = draft(FUNDING, VOLUNTEERS)

    assert edit.remove_passage("p3")
    assert not edit.remove_passage("p3")

    left = edit.sections()[1].passages
    assert [(each.text.is_empty, each.answers, each.use) for each in left] == [(True, ("r2",), None)]


def test_a_section_is_removed_whole_and_comes_back_with_undo(draft):
    edit = draft(FUNDING, VOLUNTEERS)

    assert edit.remove_section("s1")
    assert shape(edit) == [("Volunteers", ["A register helps."])]
    assert edit.remove_section("s2")
    assert [len(one.passages) for one in edit.sections()] == [1]
    edit.stack.undo()
    edit.stack.undo()

    assert edit.sections() == normal_sections((FUNDING, VOLUNTEERS))


def test_what_a_passage_answers_can_be_changed_and_changed_back(draft):
    edit = draft(FUNDING)

    assert edit.set_answers("p1", ("r1", "r5"))
    assert edit.ties("p1") == Ties(answers=(RecommendationId("r1"), RecommendationId("r5")), use=LONG_TERM)
    assert not edit.set_answers("gone", ())
    edit.stack.undo()

    assert edit.ties("p1").answers == ("r1",)


def test_a_passage_is_put_back_to_the_librarys_words_under_its_id(draft):
    edit = draft(FUNDING)

    edit.replace_passage("p1", rich("<p>New words.</p><p>Two.</p>"), Ties(use=REGISTER))

    assert (passages(edit)[0].id, said(edit)[0]) == ("p1", "New words.\nTwo.")
    assert passages(edit)[0].use == REGISTER


def test_going_to_another_passage_is_told_once(draft):
    edit = draft(FUNDING, VOLUNTEERS)
    told: list[str] = []
    edit.passage_entered.connect(told.append)
    go(edit, "county")
    go(edit, "overdue")
    go(edit, "Volunteers")

    assert told == ["p2", "p3"]


def test_every_edit_is_told_and_its_undoing_too(draft):
    edit = draft(FUNDING)
    told: list[str] = []
    edit.edited.connect(lambda: told.append("edited"))
    QTest.keyClicks(edit, "x")
    once = len(told)
    edit.stack.undo()

    assert once == 1
    assert len(told) == 2


def test_words_are_counted_as_a_word_processor_counts_them(draft):
    edit = draft(FUNDING, section("s", passage("n", "<p>One<fn>not this</fn> two.</p>")))

    assert edit.word_count() == 1 + 4 + 6 + 2
    select(edit, "We welcome", "longer")
    assert edit.selected_word_count() == 3
