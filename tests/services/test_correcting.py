"""Correcting what was found in a report."""

import pytest

from drafter.domain.errors import NothingToDo
from drafter.domain.records.reports import RecommendationKind, Region
from drafter.services import correcting
from tests.builders import a_recommendation


def found(*texts):
    return tuple(
        a_recommendation(text, label=str(number), named=text, page=number, pages=(number,))
        for number, text in enumerate(texts, start=1)
    )


def texts(items):
    return [each.text for each in items]


def test_one_is_dropped():
    assert texts(correcting.drop(found("One.", "Two.", "Three."), 1)) == ["One.", "Three."]


def test_two_are_merged_under_the_first_label_with_the_pages_of_both():
    [merged, last] = correcting.merge_with_next(found("The Government should", "fund it.", "Two."), 0)

    assert (merged.label, merged.text, merged.pages) == ("1", "The Government should fund it.", (1, 2))
    assert last.text == "Two."


def test_the_last_has_nothing_to_merge_with():
    with pytest.raises(NothingToDo):
        correcting.merge_with_next(found("One."), 0)


def test_one_is_split_where_the_cursor_stands():
    [first, second] = correcting.split(found("Fund it. Count it."), 0, 8)

    assert (first.text, second.text, second.label) == ("Fund it.", "Count it.", "")
    assert first.id != second.id


def test_a_split_then_merge_gives_the_words_back():
    before = found("Fund it. Count it.")

    assert texts(correcting.merge_with_next(correcting.split(before, 0, 8), 0)) == texts(before)


@pytest.mark.parametrize("at", [0, 8])
def test_a_split_at_an_end_says_where_to_put_the_cursor(at):
    with pytest.raises(NothingToDo, match="cursor"):
        correcting.split(found("Fund it."), 0, at)


def test_parts_stay_with_the_words_that_hold_them():
    one = a_recommendation("Do (a) this; (b) that.", parts=(("(a)", "this;"), ("(b)", "that.")))

    [after] = correcting.amend((one,), 0, text="Do (a) this;")

    assert [each.label for each in after.parts] == ["(a)"]


PARTED = (
    "Councils should:\n(a) report each year; and\n(b) meet residents twice a year.\nThey should begin now."
)
PARTS = (("(a)", "report each year; and"), ("(b)", "meet residents twice a year."))


@pytest.mark.parametrize(
    ("words", "instead", "said"),
    [
        ("twice", "three times", ["report each year; and", "meet residents three times a year."]),
        ("year.", "year, in public.", ["report each year; and", "meet residents twice a year, in public."]),
        ("meet", "hear", ["report each year; and", "hear residents twice a year."]),
        ("(b) ", "", ["report each year; and"]),
        ("(b)", "(c)", ["report each year; and", "meet residents twice a year."]),
        (
            "\nThey",
            "\n(c) They",
            ["report each year; and", "meet residents twice a year.", "They should begin now."],
        ),
        ("Councils", "All councils", ["report each year; and", "meet residents twice a year."]),
        ("\n(b) meet residents twice a year.", "", ["report each year; and"]),
    ],
)
def test_parts_are_read_anew_where_their_words_are_corrected(words, instead, said):
    one = a_recommendation(PARTED, parts=PARTS)

    [after] = correcting.amend((one,), 0, text=PARTED.replace(words, instead))

    assert [each.text for each in after.parts] == said


def test_a_part_that_is_split_stays_with_its_first_words():
    one = a_recommendation(PARTED, parts=PARTS)

    first, second = correcting.split((one,), 0, PARTED.index("twice"))

    assert [each.text for each in first.parts] == ["report each year; and", "meet residents"]
    assert second.parts == ()


def test_lines_with_marks_that_were_no_parts_stay_none():
    one = a_recommendation("Which of these?\n(a) ponds\n(b) lakes")

    [after] = correcting.amend((one,), 0, text="Which of those?\n(a) ponds\n(b) lakes")

    assert after.parts == ()


def test_label_kind_and_heading_are_corrected():
    items = correcting.set_heading(found("Why?"), 0, " Chapter  1 ")
    items = correcting.set_kind(items, 0, RecommendationKind.QUESTION)
    [one] = correcting.amend(items, 0, label="Q 1")

    assert (one.label, one.kind, one.heading) == ("Q 1", RecommendationKind.QUESTION, "Chapter 1")


def test_words_that_she_selected_become_an_idea_in_their_place():
    items = correcting.add(found("One.", "Two."), 1, "a Community\nRecovery Fund", page=4)

    assert texts(items) == ["One.", "a Community Recovery Fund", "Two."]
    assert (items[1].kind, items[1].page) == (RecommendationKind.IDEA, 4)


def test_items_move_up_and_down_but_not_beyond_the_ends():
    items = correcting.move(found("One.", "Two."), 0, 1)

    assert texts(items) == ["Two.", "One."]
    with pytest.raises(NothingToDo):
        correcting.move(items, 0, -1)


def test_a_gap_in_the_numbers_is_doubted():
    items = (
        a_recommendation("Fund it for three years.", label="1"),
        a_recommendation("Count them all again.", label="4"),
    )

    assert correcting.doubts(items) == {items[1].id: ("2 numbers missing before it",)}


def test_a_number_that_she_dropped_herself_is_no_gap():
    read = tuple(a_recommendation(f"Do the thing {number}.", label=str(number)) for number in (1, 2, 3, 5))
    kept = (read[0], read[3])

    assert correcting.doubts(kept, read=read)[kept[1].id] == ("1 number missing before it",)
    assert correcting.doubts((read[0], read[2]), read=read) == {}


def test_doubles_and_cut_off_and_very_short_ones_are_doubted():
    items = (
        a_recommendation("Fund it for three years.", label="1", named="a"),
        a_recommendation("Fund it for three years.", label="1", named="b"),
        a_recommendation("It should then", label="2", named="c"),
    )

    said = correcting.doubts(items)

    assert said[items[0].id] == ("The label 1 is there 2 times", "The same words are there twice")
    assert said[items[2].id] == ("Very short", "It may be cut off: it ends without a full stop")


def test_a_clean_list_is_not_doubted():
    assert correcting.doubts(found("Fund it for three years.", "Count them every year.")) == {}


def test_words_that_begin_with_a_label_get_it_and_its_kind():
    [made] = correcting.add((), 0, "Question 12a: Do you\nagree?", page=None)
    [own] = correcting.add((), 0, "Call 3 – Fund it.", page=None)
    [bare] = correcting.add((), 0, "3.1. Fund it.", page=None)

    assert (made.label, made.kind, made.text) == ("12a", RecommendationKind.QUESTION, "Do you agree?")
    assert (own.label, own.name, own.text) == ("Call 3", "Call 3", "Fund it.")
    assert (bare.label, bare.kind, bare.text) == ("3.1", RecommendationKind.RECOMMENDATION, "Fund it.")


def test_lines_of_a_page_run_on_but_parts_begin_lines():
    assert correcting.from_page("It should\ncover:\n(a) travel\nby bus;\n• meals.") == (
        "It should cover:\n(a) travel by bus;\n• meals."
    )


def test_a_text_keeps_its_lines():
    [one] = correcting.amend(found("Do it."), 0, text=" It should:\n\n (a)  count; \n(b) tell. ")

    assert one.text == "It should:\n(a) count;\n(b) tell."


def a_region(page, top, bottom):
    return Region(page=page, left=0.1, top=top, right=0.9, bottom=bottom)


def test_a_split_parts_the_marks_of_each_printing():
    whole = a_recommendation(
        "Fund it. Count it.",
        pages=(4, 5, 9),
        page=4,
        regions=(a_region(4, 0.8, 0.9), a_region(5, 0.1, 0.2), a_region(9, 0.4, 0.6)),
    )

    first, second = correcting.split((whole,), 0, 8)

    assert [(each.page, round(each.bottom, 2)) for each in first.regions] == [(4, 0.89), (9, 0.49)]
    assert [(each.page, round(each.top, 2)) for each in second.regions] == [(4, 0.89), (5, 0.1), (9, 0.49)]
    assert (second.page, second.pages) == (4, (4, 5, 9))
