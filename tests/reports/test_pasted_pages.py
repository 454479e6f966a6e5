"""What comes out of a page's picture by copying: labels in lines of their own, and no look at all."""

import pytest

from drafter.reports.reading import read_text
from drafter.reports.text_lines import read_plain
from tests.reports.papers import labels, texts

ADVICE = (
    "The Agency should publish a plan for the berths that have been closed for more than a year.",
    "The Ministry should review its model of demand before the next round of tenders is opened.",
    "The harbour boards should agree one register of moorings and keep it open to all who ask.",
)


def alone(*numbers):
    return "\n\n".join(f"{number}\n\n{said}" for number, said in zip(numbers, ADVICE, strict=True))


@pytest.mark.parametrize("numbers", [("1", "2", "3"), ("1(a)", "1(b)", "2(a)"), ("A1", "A2", "B1")])
def test_labels_in_lines_of_their_own_belong_to_what_stands_below(numbers):
    found = read_text(f"Berths\n\nRecommendations\n\nWe recommend the following.\n\n{alone(*numbers)}\n")

    assert labels(found) == list(numbers)
    assert texts(found) == list(ADVICE)


def test_letters_in_lines_of_their_own_belong_to_what_stands_below():
    found = read_text(f"Berths\n\nRecommendations\n\nWe recommend that:\n\n{alone('a', 'b', 'c')}\n")

    assert (labels(found), texts(found)) == (["a", "b", "c"], list(ADVICE))


def test_the_numbers_of_pages_are_no_labels():
    story = "The committee heard from pilots and from those who keep the lights on the coast.\n" * 30
    pages = "\n\n".join(f"{story}\n{at}\n\nThe next page begins here as all do." for at in range(1, 5))

    assert read_text(f"Berths\n\nRecommendations\n\n{pages}\n").recommendations == ()


def test_letters_without_a_sign_count_on_below_what_leads_in():
    found = read_text(
        "Berths\n\nRecommendations\nOur recommendations are meant to help. The Agency should:\n"
        "a publish a plan for the berths that have been closed for more than a year, and say in it\n"
        "when each of them will be decided;\n"
        "b restore checks of quality to the level of its own standard, and use what it finds to\n"
        "direct training to those who need it; and\n"
        "c establish what each type of application costs.\n"
        "The Ministry should:\n"
        "d review its model of demand once a year.\n"
    )

    assert labels(found) == ["a", "b", "c", "d"]
    assert texts(found)[1].endswith("direct training to those who need it; and")


PARAGRAPHS = """\
The Committee asks the Government to set out how it will meet the cost of two boats in
winter, where the contracts of the operators work differently from others.
We call for a survey of the piers, one by one, before the next Budget is laid, and for
the results to be published in full.
The Committee recommends that the Government writes to each of the operators to make it
plain that fares are not to be raised twice.
We recommend that places be kept for those who need them, wherever a council already
holds what it takes to know them.
"""


def test_a_finished_sentence_above_which_the_next_word_had_room_ends_a_paragraph():
    found = read_text(f"Boats\n\nSummary of recommendations\n{PARAGRAPHS}\nIntroduction\nBoats are slow.\n")

    assert [each.split()[:3] for each in texts(found)] == [
        ["The", "Committee", "asks"],
        ["We", "call", "for"],
        ["The", "Committee", "recommends"],
        ["We", "recommend", "that"],
    ]


def test_what_was_asked_at_the_time_is_asked_of_nobody():
    found = read_text(
        f"A review of berths\n\n2. Recommendations\n\n{alone('1.', '2.', '3.')}\n\n"
        "5. Annex A: call for evidence\n"
        "The questions that we asked in the call for evidence of March 2018 were:\n"
        "1. What drives boats out of the harbour?\n2. How do boards decide who may stay?\n"
        "3. Which practices help a boat to come back?\n"
    )

    assert texts(found) == list(ADVICE)


def test_what_hereby_recommends_leads_in():
    found = read_text(
        "Council Recommendation on berths\n\n"
        "(7) This Recommendation keeps to what the treaties say.\n"
        "HEREBY RECOMMENDS THAT MEMBER STATES:\n"
        "1. Draw up, by 30 June 2028, plans for the berths of all harbours on their coasts.\n"
        "2. Ensure that those who sail have access to a berth within a day.\n"
        "3. Consider the introduction of a fee for boats that are never moved.\n"
    )

    assert labels(found) == ["1", "2", "3"]


def test_questions_with_their_answers_below_are_put_to_nobody():
    found = read_text(
        "The board met on 26 September\n\nQuestions from the public\n"
        "Q1. When will the second pier be mended?\n"
        "A. Talks were under way and the first works should begin in April.\n"
        "Q2. Why are papers published only three days before the meeting?\n"
        "A. The aim was five days. The secretary would look at what could be done.\n"
    )

    assert found.recommendations == ()


STORY = "The committee heard from pilots and from those who keep the lights on the coast.\n" * 18


def on_pages(*pages, head="Berths and moorings"):
    """As copied with what is printed on each page: a head, the page's own words, a number."""
    return "".join(f"{head}\n\n{page}\n\n{at}\n\n\n" for at, page in enumerate(pages, start=1))


def test_heads_and_numbers_of_pages_stand_in_no_item_and_cut_no_sentence():
    found = read_text(
        on_pages(
            STORY,
            f"{STORY}\nRecommendations\n1. The Agency should publish a plan for the berths that have been",
            f"closed for more than a year.\n2. The Ministry should review its model of demand.\n{STORY}",
            STORY,
        )
    )

    assert texts(found)[0] == (
        "The Agency should publish a plan for the berths that have been closed for more than a year."
    )
    assert len(found.recommendations) == 2


def test_numbers_alone_that_are_no_pages_stay():
    lines = [each.text for each in read_plain(f"{STORY}\n7\n\n{STORY}\n12\n\n{STORY}").lines]

    assert [each for each in lines if each.isdigit()] == ["7", "12"]


def test_a_numbered_title_heads_what_stands_below_it():
    found = read_text(
        "Riding tests\n\n2. How to respond\nYou can write to us before the end of May.\n3. Background\n"
        "3.1 The test as it is\nIt has two parts, and most pass both of them.\n4. Proposals\n"
        "4.1 A longer ride\nThe ride now takes ten minutes. We propose twenty.\nQuestion 1\n"
        "Do you agree that the ride should be longer?\nYes\nNo\n4.2 Use of a map\n"
        "Half of all riders own a map. The examiner would bring one.\nQuestion 2\n"
        "Do you agree that riders should be asked to follow a map?\nYes\nNo\n"
    )

    assert [(each.label, each.heading) for each in found.recommendations] == [
        ("1", "4.1 A longer ride"),
        ("2", "4.2 Use of a map"),
    ]


def test_an_introduction_ends_the_summary_unless_it_introduces_it():
    paragraphs = "".join(f"{at}. {STORY}" for at in range(1, 4))

    found = read_text(f"Boats\n\nSummary of recommendations\n{PARAGRAPHS}\nIntroduction\n{paragraphs}")
    named = read_text(
        f"Boats\n\nRecommendations\nIntroduction\nI set them out here.\n{alone('1.', '2.', '3.')}"
    )

    assert len(found.recommendations) == 4
    assert texts(named) == list(ADVICE)


def test_notes_that_count_on_from_the_last_item_are_none():
    found = read_text(
        f"Berths\n\nRecommendations\n{alone('1.', '2.', '3.')}\n4. Ibid.\n"
        "5. See the Harbour Trust, Water, p. 4.\n6. Q57 [Dr Felgate]\n"
    )

    assert labels(found) == ["1", "2", "3"]


def test_a_label_behind_an_item_ends_it():
    found = read_text(
        "Care\n\nSafety recommendations\n"
        "It is recommended that local authorities stop commissioning care in visits of less\n"
        "than thirty minutes. [Recommendation R/2024/030]\n"
        "Response received on 4 May 2024: that hope proved to be misplaced.\n"
        "It is recommended that the Ombudsman be able to look into a matter of his own accord\n"
        "and without a complaint. [Recommendation R/2024/031]\n"
        "Response received on 6 May 2024: more will be said of this later in the year.\n"
    )

    assert labels(found) == ["R/2024/030", "R/2024/031"]
