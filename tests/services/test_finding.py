"""Finding what the library has, by words and by what a recommendation says."""

from dataclasses import replace
from datetime import timedelta

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Outline
from drafter.domain.records.stances import Stance
from drafter.services import positions
from drafter.services.clock import today
from drafter.services.finding import Suggestions, find, suggest
from drafter.services.suggesting import Shelf, snippet
from tests.builders import (
    a_change_of,
    a_passage,
    a_past_use,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
)

GRANTS = a_position(
    "Small charities need core grants for three years.",
    title="Long-term grants",
    named="grants",
    themes=("Funding",),
)
TRAVEL = a_position(
    "Pay volunteers’ travel and meals.", title="Expenses", named="travel", stance=Stance.WELCOME
)
ASK = a_recommendation("The Government should give charities longer grants.", label="3", heading="Expenses")


@pytest.fixture
def stocked(library):
    """A library with two positions, both approved."""
    library.apply(a_change_of(GRANTS, TRAVEL))
    for each in (GRANTS, TRAVEL):
        positions.approve(library, each.id, by="The director")
    return library


def titles(suggestions):
    return [each.entry.title for each in suggestions]


def test_words_are_found_as_they_are_typed(stocked):
    assert [hit.entry.title for hit in find(stocked, "chari gran")] == ["Long-term grants"]
    assert find(stocked, "chari gran", limit=0) == ()


def test_a_title_that_has_all_the_words_comes_first(library):
    about = a_position(
        "The trust was founded in 1990. " + "It runs a hall, a garden and a bus. " * 12,
        title="About us: who we are",
        named="about",
    )
    waiting = a_position(
        "We are those who wait. Who are we? We are who we are.", title="How long we wait", named="wait"
    )
    library.apply(a_change_of(about, waiting))

    assert next(hit.entry.title for hit in library.search("who we are")) == "How long we wait"
    assert [hit.entry.title for hit in find(library, "Who we are", limit=1)] == ["About us: who we are"]


def test_a_text_is_answered_with_hits_and_the_words_that_matched(stocked):
    hit = suggest(stocked, "longer grants for charities", limit=1)[0]

    assert hit.entry.id == GRANTS.id
    assert set(hit.why) == {"grants", "charities"}
    assert "\x02charities\x03" in hit.snippet
    assert hit.score > 0


def test_a_heading_counts_lightly(stocked):
    assert titles(Suggestions.build(stocked).suggest_for(ASK)) == ["Long-term grants", "Expenses"]


def test_what_was_retired_or_deleted_is_never_suggested_and_comes_back_when_it_does(stocked):
    suggestions = Suggestions.build(stocked)
    acts = (
        positions.retire(stocked, GRANTS.id, by="Ada"),
        positions.delete(stocked, (TRAVEL.id,), by="Ada"),
    )
    for change in acts:
        suggestions.update(change)
    gone = titles(suggestions.suggest_for(ASK)), titles(Suggestions.build(stocked).suggest_for(ASK))

    for change in acts:
        suggestions.update(stocked.apply(change.inverse))

    assert gone == ([], [])
    assert titles(suggestions.suggest_for(ASK)) == ["Long-term grants", "Expenses"]


def test_new_words_themes_and_positions_are_found_at_once(stocked):
    suggestions = Suggestions.build(stocked)

    suggestions.update(
        stocked.apply(a_change_of(a_position("Museums matter.", title="Museums", themes=("Culture",))))
    )

    assert titles(suggestions.suggest("culture")) == ["Museums"]


def test_a_draft_rewording_is_not_found_before_it_is_approved(stocked):
    suggestions = Suggestions.build(stocked)
    wording = replace(GRANTS.current.wording, title="Cheese")
    suggestions.update(positions.save(stocked, wording, stocked.position(GRANTS.id).facts, by="Ada"))
    before = titles(suggestions.suggest("cheese"))
    suggestions.update(positions.approve(stocked, GRANTS.id, by="The director"))

    assert (before, titles(suggestions.suggest("cheese"))) == ([], ["Cheese"])


def test_what_it_answered_before_is_remembered_and_said(stocked):
    asked = a_recommendation("Regulators ought to publish benchmarks.", label="7")
    report = a_report(asked, title="An older review")
    use = a_past_use(stocked.position(GRANTS.id), recommendations=(asked,))
    suggestions = Suggestions.build(stocked)
    assert suggestions.suggest("publish benchmarks") == ()

    suggestions.update(stocked.apply(Change.of("Export", added(report, use))))

    for each in (suggestions, Suggestions.build(stocked)):
        found = each.suggest("Regulators should publish their benchmarks")[0]
        assert found.entry.title == "Long-term grants"
        assert found.answered == "Answered Recommendation 7 of “An older review” before"
        assert found.answered in found.hit.why
        assert found.last_use == "Last used 2 March 2026 in “Response to the first review”"
        assert found.entry.uses == 1
        assert each.suggest("longer grants")[0].answered == ""


def test_what_a_draft_answers_with_it_now_counts_too(stocked):
    asked = a_recommendation("Regulators ought to publish benchmarks.", label="7")
    report = a_report(asked)
    passage = a_passage("", asked, of=stocked.position(GRANTS.id))
    response = a_response(a_section(passage), to=report)
    suggestions = Suggestions.build(stocked)
    stocked.apply(Change.of("Begin", added(report, response.head)))

    change = stocked.apply(Change.of("Insert", added(response.outline, passage)))
    suggestions.update(change)
    found = suggestions.suggest("publish benchmarks")
    suggestions.update(stocked.apply(change.inverse))

    assert titles(found) == ["Long-term grants"]
    assert found[0].entry.uses == 1
    assert suggestions.suggest("publish benchmarks") == ()


def test_typing_in_the_draft_does_not_touch_the_index(stocked):
    passage = a_passage("", of=stocked.position(GRANTS.id))
    response = a_response(a_section(passage))
    stocked.apply(Change.of("Begin", added(response.head, response.outline, passage)))
    suggestions = Suggestions.build(stocked)
    stocked.close()

    typed = replace(passage, text=a_passage("More words").text)
    suggestions.update(Change.of("Write", changed(passage, typed)))
    suggestions.update(Change.of("Move", changed(response.outline, Outline(response=response.id))))

    assert len(suggestions) == 2


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (-1, "Overdue for review since"),
        (0, "Due for review by"),
        (10, "Due for review by"),
        (200, ""),
        (None, "Never reviewed"),
    ],
)
def test_how_its_review_stands_is_said_in_words(library, days, wanted):
    review_by = today() + timedelta(days=days) if days is not None else None
    library.apply(a_change_of(a_position("Grants.", review_by=review_by, kind=Kind.ASK)))

    review = Suggestions.build(library).suggest("grants")[0].review

    assert review.startswith(wanted)
    assert bool(review) == bool(wanted)


@pytest.mark.parametrize(
    ("stance", "warned"), [(Stance.OPPOSE, True), (Stance.GO_FURTHER, False), (None, False)]
)
def test_a_usual_stance_against_hers_is_warned_of(stocked, stance, warned):
    found = Suggestions.build(stocked).suggest("volunteers’ travel", stance=stance)[0]

    assert bool(found.warning) is warned


def test_fields_in_a_text_are_not_words(library):
    library.apply(a_change_of(a_position('<p>We thank <field name="report.author"/>.</p>', title="Thanks")))

    assert Suggestions.build(library).suggest("report author") == ()


def test_a_snippet_is_where_the_words_are():
    text = f"{'filler ' * 30}the longer grants, for charities {'more ' * 30}"

    shown = snippet(text, ("grants", "Charities"))

    assert "\x02grants,\x03 for \x02charities\x03" in shown
    assert (shown[0], shown[-1]) == ("…", "…")
    assert snippet("", ("x",)) == ""


def test_an_empty_library_suggests_nothing(library):
    assert suggest(library, "anything") == ()
    assert Suggestions.build(library).suggest_for(ASK) == ()


def test_a_stance_taken_is_not_a_use(stocked):
    suggestions = Suggestions.build(stocked)

    suggestions.update(Change.of("Welcome", added(a_stance(ASK))))

    assert titles(suggestions.suggest_for(ASK)) == ["Long-term grants", "Expenses"]


def test_the_shelf_is_built_once_and_takes_in_what_was_written_since(stocked):
    shelf = Shelf(stocked)
    shelf.put(stocked.apply(a_change_of(a_position("Libraries lend books.", title="Before"))))
    first = shelf.up_to_date()
    count = len(first)
    shelf.put(stocked.apply(a_change_of(a_position("Libraries lend tools.", title="After"))))

    assert titles(first.suggest("libraries")) == ["Before"]
    assert shelf.up_to_date() is first
    assert len(first) == count + 1
    assert set(titles(first.suggest("libraries"))) == {"Before", "After"}
