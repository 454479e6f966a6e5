"""Two lists of one report are never called the same."""

from PySide6.QtCore import Qt

from drafter.domain.records.reports import Candidate, RecommendationKind
from drafter.ui.panes.reader_list_names import long_names, short_names
from drafter.ui.panes.reader_lists import ListChoice
from tests.builders import a_recommendation

WORDS = ("Fund every hall for three years.", "Count them.", "Pay the fares of volunteers.")


def a_list(*items, heading="Conclusions and recommendations", pages=()):
    return Candidate(heading=heading, pages=pages, score=0.5, recommendations=items)


def numbered(*texts, kind=RecommendationKind.RECOMMENDATION):
    return tuple(
        a_recommendation(text, label=str(label), kind=kind) for label, text in enumerate(texts, start=1)
    )


def test_lists_whose_places_differ_are_called_by_them():
    lists = a_list(*numbered(*WORDS), pages=(3, 4)), a_list(*numbered(*WORDS), pages=(9,), heading="")

    assert short_names(lists) == ("3 on pages 3 to 4", "3 on page 9")
    assert long_names(lists) == (
        "3 found on pages 3 to 4, under “Conclusions and recommendations”",
        "3 found on page 9",
    )


def test_a_list_that_goes_over_several_chapters_says_so():
    chapters = ("Chapter 1: The case", "Chapter 2: Halls", "", "Chapter 3: Money", "Chapter 3: Money")
    items = tuple(a_recommendation(heading, heading=heading) for heading in chapters)
    over, one = a_list(*items, heading=chapters[0]), a_list(*items, heading="Summary")

    assert long_names((over, one)) == (
        "5 found, under “Chapter 1: The case” and 2 more",
        "5 found, under “Summary”",
    )
    assert short_names((over, one)) == ("5 under “Chapter 1: The case” and 2 more", "5 under “Summary”")


def test_lists_of_one_place_are_told_apart_by_their_labels():
    lists = a_list(*numbered(*WORDS)), a_list(*numbered(*WORDS, kind=RecommendationKind.CONCLUSION))

    assert short_names(lists) == ("3: recommendations 1 to 3", "3: conclusions 1 to 3")
    assert long_names(lists)[1] == "3 found: conclusions 1 to 3, under “Conclusions and recommendations”"


def test_lists_with_the_same_labels_are_told_apart_by_their_words():
    lists = a_list(*numbered(*WORDS)), a_list(*numbered(*WORDS[::-1])), a_list(*numbered(*WORDS[:2], "Stop."))

    assert short_names(lists[:2]) == ("3: “Fund every hall for…”", "3: “Pay the fares of…”")
    assert short_names((lists[0], lists[2])) == ("3: up to “Pay the fares of…”", "3: up to “Stop.”")


def test_lists_that_nothing_tells_apart_are_numbered():
    same = a_list(*numbered(*WORDS))

    assert short_names((same, same)) == ("3: list 1", "3: list 2")


def test_the_other_list_of_one_place_is_chosen_by_what_it_is_called(qtbot):
    lists, mine = ListChoice(), numbered(*WORDS)
    qtbot.addWidget(lists)
    lists.offer((a_list(*mine), a_list(*numbered("Wait & see.", *WORDS[1:]))), "", guesses=0)
    lists.show_current(mine)
    lists.show()
    other = lists.others[0]

    assert (
        lists.box.currentText() == "3 found: “Fund every hall for…”, under “Conclusions and recommendations”"
    )
    assert other.text() == "3: “Wait && see.”"
    assert other.accessibleName().startswith("Other list: 3 found: “Wait & see.”, under")
    with qtbot.waitSignal(lists.candidate_chosen) as chosen:
        qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert chosen.args == [1]


def test_a_name_that_has_no_room_gives_way_and_other_lists_then_stand_in_the_box_alone(qtbot):
    lists = ListChoice()
    qtbot.addWidget(lists)
    lists.offer(tuple(a_list(*numbered(*WORDS[at:]), heading="In " * 20) for at in range(3)), "", guesses=0)
    lists.show_current(numbered(*WORDS))
    lists.resize(1200, 100)
    lists.show()
    wide = [each.isVisible() for each in lists.others], lists.box.shown
    assert wide == ([True, True, False], lists.box.currentText())

    lists.resize(220, 100)

    qtbot.waitUntil(lambda: lists.width() == 220)
    assert [each.isVisible() for each in lists.others] == [True, False, False]
    assert lists.box.shown.startswith("3 found, under “In")
    assert lists.box.shown.endswith("…")


def test_a_kept_list_of_her_own_is_still_called_so_when_its_report_has_been_read_again(qtbot):
    lists = ListChoice()
    qtbot.addWidget(lists)
    mine = numbered("Count every hall.")
    lists.show_current(mine)
    lists.show_kept(kept=True)

    lists.offer((a_list(*numbered(*WORDS)),), "", guesses=0)
    lists.show_current(mine)

    assert lists.box.placeholderText() == "The list as you kept it"
