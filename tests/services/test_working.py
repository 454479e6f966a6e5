"""A report in hand survives until it is kept."""

from dataclasses import replace

from drafter.services import working
from drafter.services.other_lists import ListAside
from tests.builders import a_report

REPORT = replace(a_report("Fund it.", "Count it."), fingerprint="f" * 64)


def test_what_was_corrected_is_there_again(library):
    working.keep_in_hand(library, REPORT)
    shorter = replace(REPORT, recommendations=REPORT.recommendations[:1])
    working.keep_in_hand(library, shorter)

    assert working.in_hand(library, REPORT) == shorter


def test_nothing_is_left_after_it_was_kept(library):
    working.keep_in_hand(library, REPORT)

    working.let_go(library, REPORT)

    assert working.in_hand(library, REPORT) is None


def test_corrections_of_before_it_was_kept_are_not_those_of_the_one_that_is_kept(library):
    working.keep_in_hand(library, REPORT)
    kept = replace(a_report("Fund it.", title="Another"), fingerprint=REPORT.fingerprint)

    assert working.in_hand(library, kept, same_id=True) is None
    assert working.in_hand(library, kept) == REPORT


def test_the_lists_that_she_set_aside_are_there_again_with_their_report_alone(library):
    aside = (ListAside(found=REPORT.recommendations[1:], accepted=(REPORT.recommendations[1].id,)),)
    working.keep_in_hand(library, REPORT, aside=aside)

    assert working.aside_in_hand(library, REPORT) == aside
    assert (
        working.aside_in_hand(library, replace(a_report("Fund it.", title="Other"), fingerprint="f" * 64))
        == ()
    )
    working.let_go(library, REPORT)
    assert working.aside_in_hand(library, REPORT) == ()


def test_the_item_that_she_was_at_is_known_while_it_is_there(library):
    second = REPORT.recommendations[1]
    working.keep_in_hand(library, REPORT)
    assert working.current_in_hand(library, REPORT) is None

    working.keep_in_hand(library, REPORT, current=second.id)

    assert working.current_in_hand(library, REPORT) == 1
    shorter = replace(REPORT, recommendations=REPORT.recommendations[:1])
    assert working.current_in_hand(library, shorter) is None
    assert working.current_in_hand(library, replace(REPORT, id=a_report("No.", title="Other").id)) is None
