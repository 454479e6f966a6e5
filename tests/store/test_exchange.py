"""Versions out of one library and into another: a union, the same from both sides."""

import json

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import Cancelled, NotALibraryFile
from drafter.domain.records.positions import Approval, Deletion, Review, Status
from drafter.store.exchange import versions_in, versions_out
from drafter.store.library import Library
from tests.builders import NOON, a_change_of, a_past_use, a_position, a_response, a_wording


def reword(library, position, text):
    now = library.position(position.id).newest.wording
    library.apply(Change.of("Reword", changed(now, a_wording(text, position=position.id)), by="Bo"))


def approve(library, position):
    revision = library.position(position.id).newest.id
    approval = Approval(position=position.id, revision=revision, by="The director", at=NOON)
    library.apply(Change.of("Approve", added(approval)))


def everything(library):
    ids = [each.id for each in library.entries(include_deleted=True)]
    return (
        library.entries(include_deleted=True),
        {each.id: each for each in library.positions()},
        {each: library.revisions(each) for each in ids},
        library.past_uses(),
    )


@pytest.fixture
def position(library):
    """A position with a history: approved, reworded, reviewed, used."""
    position = a_position("One", title="A title", themes=("Money",), owner="Ada")
    library.apply(a_change_of(position))
    approve(library, position)
    kept = library.position(position.id)
    review = Review(position=position.id, revision=kept.current.id, by="Ada", at=NOON)
    library.apply(Change.of("Review", added(review)))
    library.apply(Change.of("Export", added(a_past_use(kept, "Should we?"))))
    reword(library, position, "Two")
    binned = a_position("Gone")
    library.apply(a_change_of(binned))
    library.apply(Change.of("Delete", added(Deletion(position=binned.id, by="Ada", at=NOON))))
    return position


@pytest.fixture
def other():
    with Library.in_memory() as other:
        yield other


def test_reading_all_versions_into_an_empty_library_gives_the_same_library_again(library, other, position):
    recs = versions_out(library)
    arrival = versions_in(other, recs)

    assert everything(other) == everything(library)
    assert versions_out(other) == recs
    assert (arrival.new, arrival.known, len(arrival.positions)) == (len(recs), 0, 2)
    assert position.id in arrival.positions


@pytest.mark.usefixtures("position")
def test_the_order_of_versions_does_not_matter(library, other):
    versions_in(other, reversed(versions_out(library)))

    assert everything(other) == everything(library)
    assert len(other.search("two")) == 1


@pytest.mark.usefixtures("position")
def test_reading_them_twice_adds_nothing(library):
    before = everything(library)
    arrival = versions_in(library, versions_out(library))

    assert (arrival.new, arrival.positions) == (0, ())
    assert everything(library) == before


def test_two_people_who_reworded_the_same_text_both_find_both_wordings(library, other, position):
    versions_in(other, versions_out(library))
    reword(library, position, "Mine")
    reword(other, position, "Theirs")
    theirs = versions_out(other)
    versions_in(other, versions_out(library))
    versions_in(library, theirs)

    here, there = library.position(position.id), other.position(position.id)
    assert here == there
    assert {library.revision(each).text.plain for each in here.heads} == {"Mine", "Theirs"}
    assert here.status is Status.DRAFT


def test_a_merging_wording_ends_the_disagreement(library, other, position):
    versions_in(other, versions_out(library))
    reword(library, position, "Mine")
    reword(other, position, "Theirs")
    versions_in(library, versions_out(other))
    two = library.position(position.id)
    both = a_wording("Both", position=position.id)
    library.join(Change.of("Merge", changed(two.newest.wording, both), by="Bo"))

    one = library.position(position.id)
    assert set(one.newest.parents) == set(two.heads)
    assert (len(one.heads), one.status, one.current.text.plain) == (1, Status.APPROVED, "One")


def test_who_goes_on_with_one_of_two_wordings_leaves_the_other_beside_it_and_can_undo(
    library, other, position
):
    versions_in(other, versions_out(library))
    reword(library, position, "Mine")
    reword(other, position, "Theirs")
    versions_in(library, versions_out(other))
    went_on = library.position(position.id).newest.wording
    made = library.apply(Change.of("Edit", changed(went_on, a_wording("Longer", position=position.id))))

    def heads():
        return {library.revision(each).text.plain for each in library.position(position.id).heads}

    assert heads() == {"Longer", "Mine" if went_on.text.plain == "Theirs" else "Theirs"}
    library.apply(made.inverse)
    assert heads() == {"Mine", "Theirs"}


def test_facts_that_two_people_changed_are_joined_field_by_field(library, other, position):
    versions_in(other, versions_out(library))
    for each, name, value in ((library, "owner", "Bo"), (other, "themes", ("Law",))):
        facts = each.position(position.id).facts
        after = type(facts)(
            position=position.id, **{"owner": facts.owner, "themes": facts.themes, name: value}
        )
        each.apply(Change.of("Facts", changed(facts, after)))
    versions_in(library, versions_out(other))

    facts = library.position(position.id).facts
    assert (facts.owner, facts.themes) == ("Bo", ("Law",))


def test_what_both_put_into_the_bin_comes_out_of_it_once(library, other, position):
    versions_in(other, versions_out(library))
    for each in (library, other):
        each.apply(Change.of("Delete", added(Deletion(position=position.id, by="Ada", at=NOON))))
    versions_in(library, versions_out(other))
    deletion = library.position(position.id).deletion
    library.apply(Change.of("Recover", changed(deletion, None)))

    assert library.position(position.id).deletion is None


def test_saved_drafts_travel_when_everything_is_asked_for(library, other):
    response = a_response("Own words")
    draft = library.save_draft(response, label="First", by="Ada")
    versions_in(other, versions_out(library))
    without = other.saved_drafts(response.id)
    versions_in(other, versions_out(library, everything=True))

    assert without == ()
    assert other.saved_draft(draft) == response


def odd(rec, **more):
    return json.dumps(json.loads(rec) | more)


@pytest.mark.usefixtures("position")
@pytest.mark.parametrize(
    "spoil",
    [
        lambda rec: rec[:-1],
        lambda _rec: "",
        lambda _rec: "[]",
        lambda _rec: "\ud800",
        lambda rec: odd(rec, kind="worm"),
        lambda rec: odd(rec, subject="../../etc"),
        lambda rec: odd(rec, subject="ab" * 16),
        lambda rec: odd(rec, device=""),
        lambda rec: odd(rec, parents=["x"]),
        lambda rec: odd(rec, parents=["ab" * 32]),
        lambda rec: odd(rec, at="2026-01-01T00:00:00"),
        lambda rec: odd(rec, record={}),
        lambda rec: odd(rec, record={"position": 7}),
    ],
)
def test_a_version_that_is_not_whole_is_refused_and_nothing_is_read(library, other, spoil):
    recs = list(versions_out(library))
    with pytest.raises(NotALibraryFile):
        versions_in(other, [*recs[1:], spoil(recs[0])])

    assert (other.counts()["versions"], other.entries()) == (0, ())


@pytest.mark.usefixtures("position")
def test_reading_can_be_stopped_at_any_step_and_then_nothing_was_read(library, other):
    recs = versions_out(library)
    steps = len(recs) + 2
    for stop in range(steps):
        progress = Stopping(stop)
        with pytest.raises(Cancelled):
            versions_in(other, recs, progress=progress)
        assert (progress.steps, other.counts()["versions"]) == (stop, 0)

    progress = Stopping(stop=steps)
    versions_in(other, recs, progress=progress)
    assert progress.steps == steps


class Stopping:
    """Progress that is stopped after so many steps."""

    def __init__(self, stop):
        self.steps = 0
        self.stop = stop

    def __call__(self, done, total):  # noqa: ARG002 - it counts for itself
        if self.steps == self.stop:
            raise Cancelled("Stopped.")
        self.steps += 1
