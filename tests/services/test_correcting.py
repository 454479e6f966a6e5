"""Correcting what was found in a report."""

from dataclasses import replace

import pytest

from drafter.domain.errors import NothingToDo
from drafter.domain.placing import Searched
from drafter.domain.records.reports import PageText, RecommendationKind, Region
from drafter.services import correcting, parting
from drafter.services.whereabouts import with_marks
from tests.builders import a_recommendation
from tests.ui.reader.printing import a_page_of


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
    [merged, last] = parting.merge_with_next(found("The Government should", "fund it.", "Two."), 0)

    assert (merged.label, merged.text, merged.pages) == ("1", "The Government should fund it.", (1, 2))
    assert last.text == "Two."


def test_the_last_has_nothing_to_merge_with():
    with pytest.raises(NothingToDo):
        parting.merge_with_next(found("One."), 0)


def test_one_is_split_where_the_cursor_stands():
    [first, second] = parting.split(found("Fund it. Count it."), 0, 8)

    assert (first.text, second.text, second.label) == ("Fund it.", "Count it.", "")
    assert first.id != second.id


def test_a_split_then_merge_gives_the_words_back():
    before = found("Fund it. Count it.")

    assert texts(parting.merge_with_next(parting.split(before, 0, 8), 0)) == texts(before)


@pytest.mark.parametrize("at", [0, 8])
def test_a_split_at_an_end_says_where_to_put_the_cursor(at):
    with pytest.raises(NothingToDo, match="cursor"):
        parting.split(found("Fund it."), 0, at)


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

    first, second = parting.split((one,), 0, PARTED.index("twice"))

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


def pages(**texts):
    return tuple(PageText(number=int(number[1:]), text=text) for number, text in texts.items())


def test_the_halves_of_a_merged_item_stand_where_their_own_words_do():
    share, fund = "Share the returns with every funder now.", "It should consult on the detail soon."
    text = pages(
        p3=f"3. Fund all of the old halls. 4. {share} {fund}",
        p8="3. Fund all of the old halls.",
        p10=f"4. {share} {fund}",
    )
    items = (
        a_recommendation(
            "Fund all of the old halls.", label="3", page=3, pages=(3, 8), regions=(a_region(3, 0.1, 0.2),)
        ),
        a_recommendation(f"{share} {fund}", label="4", page=3, pages=(3, 10)),
    )
    [merged] = parting.merge_with_next(items, 0)

    first, second = parting.split((merged,), 0, merged.text.index("It should"), text=text)

    assert (first.page, first.pages) == (3, (3, 8, 10))
    assert (second.page, second.pages) == (3, (3, 10))
    assert (first.regions, second.regions) == ((), ())


def test_what_was_merged_is_again_what_it_was_when_it_is_split():
    items = (
        a_recommendation(
            "Fund the halls.", label="3", page=3, pages=(3, 8), regions=(a_region(3, 0.1, 0.2),)
        ),
        a_recommendation(
            "Count the halls.", label="4", page=4, pages=(4, 9), regions=(a_region(4, 0.5, 0.6),)
        ),
        a_recommendation("Count the halls.", label="9", page=4, pages=(4,)),
    )
    before = correcting.set_heading(items, 1, "A new strategy")
    merged = parting.merge_with_next(before, 0)

    after = parting.split(merged, 0, len("Fund the halls."), known=before)

    assert after == before


def test_what_she_corrected_after_merging_stays_and_no_id_is_there_twice():
    items = found("Fund the halls.", "Count the halls.")
    merged = correcting.amend(parting.merge_with_next(items, 0), 0, label="1 and 2")
    used = (*merged, replace(items[1], text="Something else."))

    first, second, _ = parting.split(used, 0, len("Fund the halls."), known=items)

    assert (first.label, second.label, second.page) == ("1 and 2", "2", 2)
    assert second.id != items[1].id


def test_a_half_stands_on_no_page_that_has_but_a_few_of_its_words_by_chance():
    begun = "We recommend a clear labelling scheme for all the old halls so that visitors may choose whether"
    rest = "they wish to enter. This is a transitional issue and it costs money to change every sign."
    last = "Failing that, bring in a clear labelling scheme for all the old halls during the year."
    item = a_recommendation(f"{begun} {rest} {last}", page=36, pages=(36, 37))
    text = pages(p36=f"Another one. {begun}", p37=f"{rest} {last} One more.")

    first, second = parting.split((item,), 0, item.text.index("transitional"), text=text)

    assert (first.page, first.pages) == (36, (36, 37))
    assert (second.page, second.pages) == (37, (37,))


def test_what_runs_over_a_page_end_is_marked_up_to_it_and_on_from_it():
    """And not where some of its words stand by chance on the page where it ends."""
    before = a_page_of(
        "Charge the same small fee", "for every hall. We should", "share a new and fair scheme", page=1
    )
    page = a_page_of("for the halls with all.", "They share a new and fair scheme for", "it.", page=2)
    words = "We should share a new and fair scheme for the halls with all."
    item = a_recommendation(words, page=1, pages=(1, 2))

    on_first, on_second = with_marks(item, before, None), with_marks(item, page, before)

    assert [(round(each.top * 600), round(each.bottom * 600)) for each in on_first.regions] == [(60, 90)]
    assert [(round(each.top * 600), round(each.bottom * 600)) for each in on_second.regions] == [(40, 50)]


def test_what_is_put_together_is_marked_in_each_of_its_places():
    item = a_recommendation(
        "Ministers should share the returns with funders. They should consult on the detail within a year.",
        page=1,
    )
    page = a_page_of(
        "Ministers should share the returns",
        "with funders.",
        "Something else stands here.",
        "They should consult on the detail within",
        "a year. It is late.",
        opens=(0, 2, 3),
    )

    marked = with_marks(item, page, None)

    assert [(round(each.top * 600), round(each.bottom * 600)) for each in marked.regions] == [
        (40, 70),
        (100, 130),
    ]


def test_after_parts_a_merged_item_goes_on_on_a_line_of_its_own():
    items = (a_recommendation("Do:\n(a) this.", parts=(("(a)", "this."),)), a_recommendation("Count it."))

    [merged] = parting.merge_with_next(items, 0)

    assert merged.text == "Do:\n(a) this.\nCount it."
    assert [each.text for each in merged.parts] == ["this."]


def test_the_second_half_of_a_part_goes_on_in_it():
    items = (a_recommendation("Do:\n(a) this", parts=(("(a)", "this"),)), a_recommendation("at once."))

    assert texts(parting.merge_with_next(items, 0)) == ["Do:\n(a) this at once."]


def test_words_that_a_box_cut_off_are_added_to_the_text_with_their_part_and_place():
    before = a_recommendation("Do:\n(a) this;", parts=(("(a)", "this;"),), page=2, pages=(2,))

    [after] = parting.append((before,), 0, "(b) that\nas well.", page=3, regions=(a_region(3, 0.1, 0.2),))

    assert after.text == "Do:\n(a) this;\n(b) that as well."
    assert [each.label for each in after.parts] == ["(a)", "(b)"]
    assert (after.page, after.pages, len(after.regions)) == (2, (2, 3), 1)


@pytest.mark.parametrize(
    ("words", "label", "kind"),
    [
        ("Recommendation\n4: ", "4", RecommendationKind.RECOMMENDATION),
        ("Question 12a.", "12a", RecommendationKind.QUESTION),
        ("4.", "4", RecommendationKind.CONCLUSION),
        ("Call 3 –", "Call 3", RecommendationKind.CONCLUSION),
        ("(a)", "(a)", RecommendationKind.CONCLUSION),
        ("–", "–", RecommendationKind.CONCLUSION),
        ("Net zero by 2030:", "Net zero by 2030", RecommendationKind.CONCLUSION),
    ],
)
def test_selected_words_become_the_label_as_they_do_of_one_that_is_added(words, label, kind):
    before = correcting.set_kind(found("Fund it."), 0, RecommendationKind.CONCLUSION)

    [after] = correcting.relabel(before, 0, words)

    assert (after.label, after.kind) == (label, kind)


def test_selected_words_are_found_in_an_item_whatever_their_lines():
    assert correcting.place_in("Fund the halls. Pay the fares.", "Pay\nthe fares") == 16
    assert correcting.place_in("Fund the halls.", "Pay the fares") is None


def test_what_is_added_or_taken_from_a_place_stands_there():
    where = (
        Region(page=4, left=0.1, top=0.8, right=0.9, bottom=0.9),
        Region(page=5, left=0.1, top=0.1, right=0.9, bottom=0.2),
    )

    added = correcting.add((), 0, "Fund the halls.", page=None, regions=where)
    [taken] = correcting.amend(added, 0, text="Fund them.", regions=where[1:])

    assert (added[0].page, added[0].pages, added[0].regions) == (4, (4, 5), where)
    assert (taken.page, taken.pages, taken.regions) == (5, (5,), where[1:])


@pytest.mark.parametrize("begins", ["share", "returns", "consult", "• on pay"])
def test_a_place_of_the_page_is_found_in_the_words_of_an_item(begins):
    item = "Ministers should share the returns with every hall. They should consult within a year:\n• on pay."
    page = f"They should consult the halls. {item.replace(chr(10), ' ')} More of the page."
    searched = Searched(page)

    place = searched.place_in(item, page.rindex(begins))

    assert place is not None
    assert item[place:].strip().startswith(begins)
    assert searched.place_in(item, page.index("More of the")) is None
    assert searched.place_in(item, page.index("the halls")) is None
