"""Reports that were left half-way are told, gone on with, and forgotten."""

from dataclasses import replace
from pathlib import Path

import pytest

from drafter.domain.errors import NotFound
from drafter.services import working
from drafter.services.importing import correct_report, keep_report
from drafter.services.left_half_way import forget, left_half_way, way_back
from tests.builders import a_report


def begun(title, *texts):
    return replace(a_report(*texts, title=title), fingerprint=title[0] * 64)


def test_the_newest_comes_first_and_says_how_far_she_came(library):
    older, newer = begun("Halls", "Fund it."), begun("Fares", "Pay them.", "Count them.")
    working.keep_in_hand(library, older)
    working.keep_in_hand(library, newer, accepted={newer.recommendations[0].id})

    told = left_half_way(library)

    assert [(each.title, each.standing) for each in told] == [
        ("Fares", "1 of 2 looked at"),
        ("Halls", "1 in the list"),
    ]


def test_the_way_back_has_the_file_or_the_text_that_it_was_read_from(library):
    file, text = begun("Halls", "Fund it."), begun("Fares", "Pay them.")
    working.keep_in_hand(library, file, read_from=Path("/reports/halls.pdf"))
    working.keep_in_hand(library, text, read_from="Recommendation 1: Pay them.")

    by_file, by_text = (way_back(library, each.fingerprint) for each in (file, text))

    assert (by_file.path, by_file.pasted) == (Path("/reports/halls.pdf"), "")
    assert (by_text.path, by_text.pasted) == (None, "Recommendation 1: Pay them.")
    assert (by_file.report, by_text.report) == (file, text)


def test_forgetting_can_be_undone_with_the_text_that_was_pasted(library):
    report = begun("Fares", "Pay them.")
    working.keep_in_hand(library, report, accepted={report.recommendations[0].id}, read_from="Pay them.")
    told = left_half_way(library)

    change = forget(library, told[0])
    gone = (left_half_way(library), working.pasted_in_hand(library, report.fingerprint))
    library.apply(change.inverse)

    assert gone == ((), "")
    assert left_half_way(library) == told
    assert way_back(library, report.fingerprint).pasted == "Pay them."


def test_pasted_text_is_there_untouched_until_it_is_corrected_and_again_once_that_is_undone(library):
    report = begun("Fares", "Pay them.")
    working.keep_text(library, report, "Pay them.")
    [untouched] = left_half_way(library)
    working.keep_in_hand(library, report, read_from="Pay them.")
    [corrected] = left_half_way(library)
    working.keep_text(library, report, "Pay them.")

    assert (untouched.story, corrected.story) == ("You pasted “Fares”", "You were correcting “Fares”")
    assert left_half_way(library) == (untouched,)
    assert way_back(library, report.fingerprint).pasted == "Pay them."
    forget(library, untouched)
    assert not library.working_copies()


def test_text_that_was_pasted_anew_does_not_stand_in_the_way_of_corrections_that_were_forgotten(library):
    report = begun("Fares", "Pay them.")
    working.keep_in_hand(library, report, read_from="Pay them.")
    told = left_half_way(library)
    change = forget(library, told[0])
    working.keep_text(library, begun("Fares", "Pay them."), "Pay them.")

    library.apply(change.inverse)

    assert left_half_way(library) == told


def test_one_that_was_forgotten_meanwhile_is_said_to_be(library):
    with pytest.raises(NotFound, match="no longer in hand"):
        way_back(library, "f" * 64)


def test_one_that_is_kept_as_it_is_in_hand_is_not_told_and_its_corrections_are(library):
    report = begun("Fares", "Pay them.")
    keep_report(library, report)
    working.keep_in_hand(library, report)
    as_kept = left_half_way(library)
    working.keep_in_hand(library, replace(library.report(report.id), title="Fares for all"))

    assert as_kept == ()
    [told] = left_half_way(library)
    assert (told.title, told.is_kept) == ("Fares for all", True)
    assert told.standing == "1 in the list, corrections not saved"


def test_one_whose_file_was_kept_with_another_list_is_not_told(library):
    report = begun("Fares", "Pay them.")
    working.keep_in_hand(library, report)
    keep_report(library, replace(begun("Other", "Pay them."), fingerprint=report.fingerprint))

    assert left_half_way(library) == ()


def test_what_was_accepted_stays_with_a_kept_report_when_its_list_is_corrected(library):
    report = begun("Fares", "Pay them.", "Count them.")
    keep_report(library, report)
    accepted = {report.recommendations[0].id}

    working.keep_accepted(library, report, accepted)
    correct_report(library, replace(library.report(report.id), title="Fares for all"))

    assert working.accepted_in_hand(library, library.report(report.id)) == accepted
    working.keep_accepted(library, report, frozenset())
    assert working.accepted_in_hand(library, report) == frozenset()
