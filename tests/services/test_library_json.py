"""The library as a JSON file."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import NotALibraryFile
from drafter.domain.records.positions import Approval, Deletion, Retirement, Review, Status
from drafter.domain.records.responses import PastUse
from drafter.domain.records.working import NotAlike, Setting
from drafter.services import positions
from drafter.services.arriving import add_library_file
from drafter.services.importing import add_positions
from drafter.services.library_files import library_json, read_library_file
from drafter.store.exchange import versions_in, versions_out
from drafter.store.library import Library
from tests import strategies
from tests.builders import NOON, a_change_of, a_position, rich


def a_file(*entries, **more):
    return json.dumps({"format": "drafter-library", "version": 1, "positions": entries} | more)


def add(library, text, by="Ann"):
    return add_library_file(library, read_library_file(text, "positions.json"), "positions.json", by=by)


def all_of(library):
    """Everything that a library says of its positions."""
    found = {each.id: each for each in library.positions()}
    return (
        found,
        {each: library.revisions(each) for each in found},
        {use.key: use for use in library.past_uses()},
        library.settings(),
        library.not_alike(),
        library.entries(only_deleted=True),
    )


STEPS = st.sampled_from(("reword", "approve", "withdraw", "review", "retire", "delete", "use", "apart"))


@st.composite
def libraries(draw):
    """A few positions, and what happens to each: wordings and facts, then steps."""
    wordings = draw(
        st.lists(strategies.wordings, min_size=1, max_size=2, unique_by=lambda each: each.position)
    )
    return tuple(
        (
            each,
            draw(strategies.facts_of(each.position)),
            draw(st.lists(st.tuples(STEPS, strategies.wordings), max_size=4)),
        )
        for each in wordings
    )


def live(library, wording, facts, steps):
    library.apply(Change.of("Add", added(facts, wording)))
    for step, other in steps:
        STEP[step](library, wording.position, other)


def reword(library, position, other):
    newest = library.position(position).newest.wording
    library.apply(Change.of("Edit", changed(newest, replace(other, position=position))))


def approve(library, position, _other):
    stored = library.position(position)
    if len(stored.heads) > 1:
        return  # none is approved while two wordings stand side by side
    newest = stored.newest
    given = Approval(position=position, revision=newest.id, by="Bea", at=NOON, note="Board")
    library.apply(Change.of("Approve", changed(newest.approval, given)))


def withdraw(library, position, _other):
    approval = library.position(position).current.approval
    if approval is not None:
        library.apply(Change.of("Withdraw", changed(approval, None)))


def review(library, position, _other):
    if library.position(position).reviewed is None:
        revision = library.position(position).current.id
        library.apply(
            Change.of("Review", added(Review(position=position, revision=revision, by="Bea", at=NOON)))
        )


def retire(library, position, other):
    before = library.position(position).retirement
    after = Retirement(position=position, by="Bea", at=NOON, note=other.title)
    library.apply(Change.of("Retire", changed(before, None if before else after)))


def delete(library, position, _other):
    before = library.position(position).deletion
    library.apply(Change.of("Delete", changed(before, Deletion(position=position, by="Bea", at=NOON))))


def use(library, position, other):
    revision = library.position(position).current.id
    taken = PastUse(
        position=position, revision=revision, response=the_response(), response_title=other.title, at=NOON,
        verbatim=True, asked=("What now?",),
    )  # fmt: skip
    before = next((each for each in library.past_uses(position) if each.key == taken.key), None)
    library.apply(Change.of("Use", changed(before, taken)))


def the_response():
    return "ab" * 16


def tell_apart(library, position, other):
    """Two people, two laptops: here it is reworded apart and then met again, so that it has two heads."""
    with Library.in_memory() as elsewhere:
        versions_in(elsewhere, versions_out(library))
        reword(elsewhere, position, other)
        reword(library, position, replace(other, title=f"{other.title} here"))
        versions_in(library, versions_out(elsewhere))


STEP = {
    "reword": reword, "approve": approve, "withdraw": withdraw, "review": review, "retire": retire,
    "delete": delete, "use": use, "apart": tell_apart,
}  # fmt: skip


@settings(max_examples=settings().max_examples // 7)
@given(libraries())
def test_a_library_comes_back_into_an_empty_one_whole(lives):
    with Library.in_memory() as library, Library.in_memory() as other:
        for each in lives:
            live(library, *each)
        first, *rest = sorted(each.position for each, _, _ in lives)
        pairs = tuple(NotAlike(first=first, second=each) for each in rest)
        library.apply(Change.of("Apart", added(*pairs, Setting(name="fields", value='{"helpline":"0800"}'))))
        text = library_json(library)

        add(other, text)

        assert all_of(other) == all_of(library)
        assert library_json(other) == text


@pytest.fixture
def lived_in(library):
    """One position that was reworded after it had been approved, and one in the bin."""
    for position in (
        a_position("We welcome it.", named="kept"),
        a_position("Old.", title="Old", named="old"),
    ):
        library.apply(a_change_of(position))
        positions.approve(library, position.id, by="Bea", note="Board, March")
    kept, old = sorted(library.positions(), key=lambda each: each.current.title)
    reworded = replace(kept.newest.wording, text=rich("We welcome it warmly."))
    positions.save(library, reworded, kept.facts, by="Ann")
    positions.delete(library, (old.id,), by="Ann")
    return library


def test_the_bin_is_not_listed_for_people_but_comes_along(lived_in):
    facts = json.loads(library_json(lived_in))

    assert [each["title"] for each in facts["positions"]] == ["Long-term funding"]
    with Library.in_memory() as other:
        done = add(other, json.dumps(facts))
        assert (done.new, done.known) == (1, 0)
        assert "In the bin: 1 more." in done.sentence
        assert [each.title for each in other.entries(only_deleted=True)] == ["Old"]


def test_every_key_of_the_least_form_is_written_for_whoever_reads_it(library):
    library.apply(a_change_of(a_position()))

    [entry] = json.loads(library_json(library))["positions"]

    assert {"id", "title", "kind", "themes", "status", "body", "sources"} <= entry.keys()


def test_adding_it_again_brings_nothing(lived_in):
    before = all_of(lived_in)

    done = add(lived_in, library_json(lived_in))

    assert (done.new, done.reworded, done.known, done.change) == (0, 0, 1, None)
    assert all_of(lived_in) == before


def test_new_words_of_another_laptop_join_the_history_and_are_counted(lived_in):
    with Library.in_memory() as other:
        add(other, library_json(lived_in))
        [kept] = [each for each in other.positions() if each.deletion is None]
        positions.save(other, replace(kept.newest.wording, text=rich("Other words.")), kept.facts, by="Cy")

        done = add(lived_in, library_json(other))

    assert (done.new, done.reworded, done.known) == (0, 1, 0)
    assert lived_in.position(kept.id).newest.text.plain == "Other words."


def test_undo_puts_what_came_with_its_history_into_the_bin_and_redo_takes_it_out(lived_in):
    with Library.in_memory() as other:
        done = add(other, library_json(lived_in))
        came = all_of(other)

        other.apply(done.change.inverse)
        undone = other.entries()
        other.apply(done.change)

        assert undone == ()
        assert all_of(other)[:2] == came[:2]


def test_who_adds_a_file_vouches_for_what_it_calls_approved_and_not_the_owner_it_names(library):
    add(library, a_file({"title": "A", "body": "x", "status": "approved", "owner": "The director"}), by="Ann")

    [position] = library.positions()
    assert position.status is Status.APPROVED
    assert (position.current.approval.by, position.facts.owner) == ("Ann", "The director")
    assert "positions.json" in position.current.approval.note


def test_the_organisations_own_fields_come_along_and_those_that_are_there_stay(library):
    library.apply(Change.of("Set", added(Setting(name="fields", value='{"helpline":"0800 1"}'))))

    add(library, a_file(fields={"helpline": "0800 2", "website": "example.org"}))

    assert json.loads(library.setting("fields")) == {"helpline": "0800 1", "website": "example.org"}


def test_other_facts_of_what_is_there_are_told_and_left(library):
    add(library, a_file({"id": "x", "title": "A", "body": "x", "themes": ["Funding"]}))

    done = add(library, a_file({"id": "x", "title": "A", "body": "x", "themes": ["Trust"]}))

    assert "left as they are here: 1." in done.sentence
    assert [each.facts.themes for each in library.positions()] == [("Funding",)]


def test_what_lies_in_the_bin_is_told(library):
    add(library, a_file({"id": "x", "title": "A", "body": "x"}))
    positions.delete(library, tuple(each.id for each in library.positions()), by="Ann")

    done = add(library, a_file({"id": "x", "title": "A", "body": "x"}))

    assert "In the bin, from where you can take them out: 1." in done.sentence


def test_nothing_comes_in_where_a_version_is_not_whole(lived_in):
    facts = json.loads(library_json(lived_in))
    facts["versions"].append("{}")
    facts["positions"].append({"title": "Another", "body": "y"})

    with Library.in_memory() as other:
        with pytest.raises(NotALibraryFile):
            add(other, json.dumps(facts))
        assert (other.entries(include_deleted=True), other.counts()["versions"]) == ((), 0)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "is not whole"),
        ("[]", "cannot be read"),
        (a_file()[:-1] + ', "deep": ' + "[" * 9_999 + "]" * 9_999 + "}", "is not whole"),
        ('{"format": "something else", "version": 1}', "Choose a file that Drafter wrote"),
        ('{"format": "drafter-response", "version": 1, "title": "T"}', "holds a response, not positions"),
        ('{"format": "drafter-library", "version": 2}', "Update Drafter"),
        (a_file({"body": "x"}), r"at positions 1, “title” is missing\. Correct it"),
        (a_file({"title": "A"}, {"title": "B", "kind": "slogan"}), "at positions 2, kind, 'slogan' is none"),
        (a_file({"title": 7}), "at positions 1, title, expected"),
        (a_file({"title": "A", "review_by": "soon"}), "at positions 1, review_by"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_the_next_step(content, sentence):
    with pytest.raises(NotALibraryFile, match=sentence) as told:
        read_library_file(content, "positions.json")

    assert "“positions.json”" in told.value.sentence


def test_what_is_not_known_is_passed_over_and_told(library, tmp_path):
    file = tmp_path / "positions.json"
    file.write_text(a_file({"title": "A", "body": "x", "colour": "green"}, made_by="hand"), encoding="utf-8")

    done = add_positions(library, file, by="Ann")

    assert done.new == 1
    assert "Passed over, for Drafter does not know it: positions 1, colour; made_by." in done.sentence
