"""A report in hand survives until it is kept."""

from dataclasses import replace

from drafter.services import working
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
