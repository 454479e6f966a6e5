"""The trail: what was done, by whom, when; typing is one entry a pause."""

from dataclasses import replace
from datetime import timedelta

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.working import Setting, WorkingCopy
from drafter.store import trail
from tests.builders import NOON, a_change_of, a_passage, a_position, a_response, a_section, rich


@pytest.fixture
def passage(library):
    passage = a_passage("One")
    response = a_response(a_section(passage))
    library.apply(Change.of("Start", added(response.head, response.outline, passage)))
    return passage


def write(library, before, text, label="Writing", *, coalesce=True):
    after = replace(before, text=rich(text))
    library.apply(Change.of(label, changed(before, after), by="Ada"), coalesce=coalesce)
    return after


def test_every_change_is_kept_as_it_was_applied(library):
    applied = library.apply(a_change_of(a_position("<p>We <em>welcome</em> it</p>", themes=("Money",))))

    assert library.changes() == (applied,)
    assert library.last_changed == applied.at


def test_the_newest_come_first_and_no_more_than_asked_for(library):
    for name in ("one", "two", "three"):
        library.apply(Change.of(name, added(Setting(name=name, value="1"))))

    assert [each.label for each in library.changes(limit=2)] == ["three", "two"]


def test_a_change_that_changes_nothing_is_not_kept(library):
    applied = library.apply(Change.of("Nothing", ()))

    assert applied.at is not None
    assert (library.changes(), library.last_changed) == ((), None)


def test_typing_is_one_entry_from_the_first_words_to_the_last(library, passage):
    two = write(library, passage, "Two")
    three = write(library, two, "Three")

    newest, start = library.changes()
    assert start.label == "Start"
    assert newest.edits == changed(passage, three)
    library.apply(newest.inverse)
    assert library.response(passage.response).sections[0].passages == (passage,)


def test_typing_that_comes_back_to_what_it_was_leaves_no_entry(library, passage):
    write(library, write(library, passage, "Two"), "One")

    assert [each.label for each in library.changes()] == ["Start"]


def test_two_passages_of_one_response_are_one_entry(library, passage):
    write(library, passage, "Two")
    library.apply(Change.of("Writing", added(a_passage("More")), by="Ada"), coalesce=True)

    assert [len(each.edits) for each in library.changes()] == [2, 3]


def test_another_act_between_ends_the_entry(library, passage):
    two = write(library, passage, "Two")
    library.apply(Change.of("Other", added(Setting(name="a", value="1"))))
    write(library, two, "Three")

    assert [each.label for each in library.changes()] == ["Writing", "Other", "Writing", "Start"]


def test_a_pause_ends_the_entry(library, passage, monkeypatch):
    two = write(library, passage, "Two")
    monkeypatch.setattr(trail, "PAUSE", timedelta(0))
    write(library, two, "Three")

    assert [each.label for each in library.changes()] == ["Writing", "Writing", "Start"]


def test_what_is_not_typing_is_an_entry_of_its_own(library, passage):
    two = write(library, passage, "Two", coalesce=False)
    write(library, two, "Three", coalesce=False)

    assert len(library.changes()) == 3


def test_a_working_copy_that_is_saved_every_second_is_one_entry(library):
    copy = WorkingCopy(subject="a", kind="position", content="1", at=NOON)
    library.apply(Change.of("Editing", added(copy)), coalesce=True)
    library.apply(Change.of("Editing", changed(copy, replace(copy, content="2"))), coalesce=True)

    (entry,) = library.changes()
    assert entry.edits == added(replace(copy, content="2"))
