"""A backup looked into, and what is in it brought back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.comparing import Mark
from drafter.domain.errors import NothingToDo
from drafter.services.answering import delete_response, set_head
from drafter.services.backups import (
    Since,
    Sort,
    back_up_now,
    bring_back,
    compared,
    contents,
    in_words,
    is_whole,
    kept,
    matching,
    reading,
)
from drafter.services.keeping import back_up_if_changed, backups_of
from drafter.services.positions import approve, delete, save
from drafter.store.backup import Why, backup, look_into, restore, set_aside
from drafter.store.library import Library
from drafter.store.purging import purge
from tests.builders import (
    OFFICER,
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
    a_wording,
    present,
)

AT = datetime(2026, 11, 12, 9, 5, tzinfo=UTC)
EVENING = datetime(2026, 11, 12, 22, 30).astimezone()
"""On her own clock."""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "library.drafter"


@pytest.fixture
def library(file):
    with Library.open(file) as opened:
        opened.apply(a_change_of(a_position("Trust the towns.", title="Towns", named="towns")))
        opened.apply(a_change_of(a_position("Fund the halls.", title="Halls", named="halls")))
        yield opened


@pytest.fixture
def root(tmp_path):
    return tmp_path / "backups"


@pytest.fixture
def copy(library, root):
    """A backup of the library as it is before the test changes it, looked into."""
    with look_into(back_up_now(library, root)) as opened:
        yield opened


def reword(library, position, words):
    stored = library.position(position)
    save(library, a_wording(words, title=stored.newest.title, position="towns"), stored.facts, by="Ada")


def item(copy, title):
    return next(each for each in contents(copy) if each.title == title)


def since(copy, library, title):
    return next(each.since for each in compared(contents(copy), copy, library) if each.title == title)


def plain(library, position):
    return library.position(position).newest.text.plain


def test_the_list_says_why_each_was_made_and_the_newest_comes_first(library, file, root):
    back_up_if_changed(library, root, why=Why.HOURLY)
    backup(library, backups_of(file, root), why=Why.ON_EXIT)
    asked = back_up_now(library, root)
    update = file.with_name("library before update from version 3.drafter")
    update.write_bytes(asked.read_bytes())
    aside = file.with_name("library set aside 2026-11-01 10.00.00.drafter")
    aside.write_bytes(asked.read_bytes())
    file.with_name("other before update from version 3.drafter").write_bytes(b"")

    found = kept(file, root)

    assert {each.why for each in found} == set(Why)
    assert [each.at for each in found] == sorted((each.at for each in found), reverse=True)
    assert {update, aside, asked} < {each.path for each in found}
    assert all(is_whole(each.path) for each in found)


def test_a_backup_that_is_not_whole_is_known(library, root):
    made = back_up_now(library, root)
    made.write_bytes(made.read_bytes()[:5000])

    assert not is_whole(made)


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (EVENING.replace(hour=14, minute=0), "today 14:00"),
        (EVENING - timedelta(days=1), "yesterday 22:30"),
        (EVENING - timedelta(days=9), "3 November 22:30"),
        (EVENING.replace(year=2025), "12 November 2025 22:30"),
    ],
)
def test_its_age_is_said_as_one_says_it(at, words):
    assert in_words(at.astimezone(UTC), EVENING) == words


def test_what_became_of_each_since_is_known(library, copy):
    towns, halls = item(copy, "Towns").id, item(copy, "Halls").id
    assert since(copy, library, "Towns") is Since.SAME

    reword(library, towns, "Trust every town.")
    delete(library, (halls,), by="Ada")

    assert since(copy, library, "Towns") is Since.CHANGED
    assert since(copy, library, "Halls") is Since.BINNED
    purge(library, (halls,), by="Ada")
    assert since(copy, library, "Halls") is Since.GONE


def test_every_word_of_a_search_must_be_there(copy):
    found = contents(copy)

    assert [each.title for each in matching(found, "FUND hall", set(Sort))] == ["Halls"]
    assert matching(found, "fund towns", set(Sort)) == ()
    assert matching(found, "fund", {Sort.REPORT}) == ()


def test_the_wording_can_be_read_and_compared_with_what_it_is_now(library, copy):
    towns = item(copy, "Towns")
    reword(library, towns.id, "Trust every town.")

    then = reading(copy, library, towns, differences=False)
    since_then = reading(copy, library, towns, differences=True)

    assert {piece.mark for piece in then.pieces} == {Mark.SAME}
    assert "Trust the towns." in "".join(piece.text for piece in then.pieces)
    assert since_then.words(Mark.ADDED) == 2


def test_a_position_that_is_there_gets_the_old_words_as_a_new_revision_and_loses_none(library, copy):
    towns = item(copy, "Towns")
    reword(library, towns.id, "Trust every town.")

    change = bring_back(library, copy, (towns,), at=AT, by=OFFICER)

    assert [each.text.plain for each in library.revisions(towns.id)] == [
        "Trust the towns.", "Trust every town.", "Trust the towns.",
    ]  # fmt: skip
    library.apply(change.inverse)
    assert plain(library, towns.id) == "Trust every town."


def test_words_that_were_agreed_are_agreed_again(library, copy):
    towns = item(copy, "Towns")
    approve(library, towns.id, by="The director")
    reword(library, towns.id, "Trust every town.")

    bring_back(library, copy, (towns,), at=AT, by=OFFICER)

    assert library.position(towns.id).newest.approval is not None


def test_a_position_in_the_bin_comes_out_with_the_old_words(library, copy):
    towns = item(copy, "Towns")
    reword(library, towns.id, "Trust every town.")
    delete(library, (towns.id,), by="Ada")

    change = bring_back(library, copy, (towns,), at=AT, by=OFFICER)

    assert library.position(towns.id).deletion is None
    assert plain(library, towns.id) == "Trust the towns."
    library.apply(change.inverse)
    assert library.position(towns.id).deletion is not None


def test_a_position_that_was_thrown_away_comes_back_with_its_history(library, root):
    towns = item(library, "Towns").id
    reword(library, towns, "Trust every town.")
    approve(library, towns, by="The director")
    with look_into(back_up_now(library, root)) as copy:
        delete(library, (towns,), by="Ada")
        purge(library, (towns,), by="Ada")

        change = bring_back(library, copy, (item(copy, "Towns"),), at=AT, by=OFFICER)

    assert [each.text.plain for each in library.revisions(towns)] == ["Trust every town.", "Trust the towns."]
    assert library.position(towns).newest.approval is not None
    library.apply(change.inverse)
    assert library.position(towns).deletion is not None


def test_what_is_as_it_was_is_not_written_again(library, copy):
    with pytest.raises(NothingToDo):
        bring_back(library, copy, (item(copy, "Towns"),), at=AT, by=OFFICER)


@pytest.fixture
def answered(library):
    """A response to a report: library words, words of one's own, and a stance."""
    asked = a_recommendation("Open the halls.", label="1")
    report = a_report(asked)
    halls = library.position(item(library, "Halls").id)
    sections = (a_section(a_passage("", asked, of=halls), a_passage("Own words.", asked), heading="Halls"),)
    response = a_response(*sections, to=report, stances=(a_stance(asked),), title="Our response")
    words = (*added(*response.passages), *added(*response.stances))
    library.apply(Change.of("Answer", (*added(report, response.head, response.outline), *words)))
    return response.id


def titles(library):
    return {each.title for each in library.response_heads()}


def test_a_response_that_is_there_gets_the_old_one_beside_it(answered, library, root):
    with look_into(back_up_now(library, root)) as copy:
        old = copy.response(answered)
        set_head(library, replace(library.response(answered).head, title="Another headline"))
        wanted = item(copy, old.head.title)

        change = bring_back(library, copy, (wanted,), at=AT, by=OFFICER)

    beside = f"{old.head.title} (from 12 November)"
    assert titles(library) == {"Another headline", beside}
    again = next(library.response(each.id) for each in library.response_heads() if each.title == beside)
    assert [each.text for each in again.passages] == [each.text for each in old.passages]
    assert [each.use for each in again.passages] == [each.use for each in old.passages]
    library.apply(change.inverse)
    assert titles(library) == {"Another headline"}


def test_a_response_in_the_bin_comes_back_under_its_own_name(answered, library, root):
    with look_into(back_up_now(library, root)) as copy:
        title = copy.response(answered).head.title
        delete_response(library, answered)

        bring_back(library, copy, (item(copy, title),), at=AT, by=OFFICER)

    assert titles(library) == {title}


def test_everything_can_be_brought_into_another_library(answered, library, root, tmp_path):
    draft = library.save_draft(library.response(answered), label="As sent")
    with look_into(back_up_now(library, root)) as copy, Library.open(tmp_path / "new.drafter") as new:
        change = bring_back(new, copy, contents(copy), at=AT, by=OFFICER)

        assert [each.title for each in new.entries()] == [each.title for each in copy.entries()]
        assert new.response(answered) == copy.response(answered)
        assert [each.id for each in new.saved_drafts(answered)] == [draft]
        assert [each.title for each in new.reports()] == [each.title for each in copy.reports()]
        new.apply(change.inverse)
        assert new.entries() == ()
        assert new.response_heads() == ()


def test_a_restored_library_lies_among_what_can_be_gone_back_to(library, file, root):
    made = back_up_now(library, root)
    reword(library, item(library, "Towns").id, "Trust every town.")
    library.close()

    aside = present(restore(made, file))

    assert (aside, Why.SET_ASIDE) in [(each.path, each.why) for each in kept(file, root)]
    with look_into(aside) as before, Library.open(file) as now:
        assert plain(before, item(before, "Towns").id) == "Trust every town."
        assert plain(now, item(now, "Towns").id) == "Trust the towns."


def test_a_broken_library_that_was_set_aside_with_its_log_is_not_offered(file, root):
    file.write_bytes(b"broken")
    file.with_name("library.drafter-wal").write_bytes(b"a log")

    set_aside(file)

    assert kept(file, root) == ()


def test_nothing_lies_there_for_a_library_that_was_never_backed_up(file, root):
    assert kept(file, root) == ()
