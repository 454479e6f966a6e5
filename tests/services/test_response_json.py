"""A response as a JSON file: there and back, names, and what is refused."""

import json
from dataclasses import replace

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.errors import NotALibraryFile, NotAResponseFile
from drafter.domain.records.people import Person
from drafter.domain.records.reports import Limit, LimitUnit, RecommendationKind
from drafter.domain.records.responses import ResponseState
from drafter.domain.records.stances import Stance
from drafter.services import answering, positions
from drafter.services.importing import add_response
from drafter.services.limits import own_limit
from drafter.services.loading import load_response
from drafter.services.response_files import read_response_file, response_json
from drafter.store.library import Library
from tests.builders import (
    OFFICER,
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_stance,
    rich,
)


def keep(library, *records):
    library.apply(Change.of("Keep", added(*records)))


def keep_response(library, response):
    keep(library, response.head, response.outline, *response.passages, *response.stances)


def a_file(*sections, **more):
    content = {"format": "drafter-response", "version": 1, "title": "T", "shape": "point-by-point"}
    return json.dumps(content | {"sections": sections} | more)


def load(library, text):
    change = load_response(library, read_response_file(text, "response.json"), by=OFFICER)
    return library.response(answering.response_of(change))


def counts(library):
    return library.counts(), library.response_heads(include_deleted=True)


# --- there and back


def test_the_least_keys_are_written_for_whoever_reads_it(library):
    keep_response(library, a_response())

    facts = json.loads(response_json(library, library.response(a_response().id)))

    assert {"format", "version", "title", "shape", "stances", "sections"} <= facts.keys()


def test_nobody_signs_what_another_wrote(library):
    keep_response(library, a_response(author="Bo Lind"))
    text = response_json(library, library.response(a_response().id))

    with Library.in_memory() as other:
        head = load(other, text).head
    by_hand = load(library, a_file(author="Bo Lind")).head
    unsigned = load(library, a_file()).head

    assert (head.author, head.role, head.organisation) == ("Bo Lind", "", "")
    assert (by_hand.author, by_hand.role, by_hand.organisation) == ("Bo Lind", "", OFFICER.organisation)
    assert (unsigned.author, unsigned.role) == (OFFICER.name, OFFICER.role)


def test_what_answers_something_that_was_dropped_since_is_kept_as_it_was(library):
    report = a_report("Fund it.", "Count it.")
    one, two = report.recommendations
    response = a_response(a_passage("Yes.", two), to=report, stances=(a_stance(two),))
    keep(library, report)
    keep_response(library, response)
    library.apply(Change.of("Drop", changed(report, replace(report, recommendations=(one,)))))
    text = response_json(library, library.response(response.id))

    with Library.in_memory() as other:
        loaded = load(other, text)

    assert next(loaded.passages).answers == (two.id,)
    assert loaded.stances == response.stances


def test_the_same_file_again_comes_in_beside_it_as_a_copy(library):
    report = a_report("Fund it.")
    response = a_response(a_passage("Yes.", *report.recommendations), to=report)
    keep(library, report)
    keep_response(library, response)
    text = response_json(library, library.response(response.id))

    copy = load(library, text)

    assert copy.id != response.id
    assert copy.head.report == report.id
    assert [each.text for each in copy.passages] == [each.text for each in response.passages]
    assert not {each.id for each in copy.passages} & {each.id for each in response.passages}
    assert len(library.reports()) == 1


def test_a_limit_comes_along_with_a_copy_and_undo_takes_both_away(library):
    there = a_file(id="a" * 32, limit={"count": 1000, "unit": "words"})
    load(library, there)

    change = load_response(library, read_response_file(there, "response.json"), by=OFFICER)

    copy = answering.response_of(change)
    assert copy != "a" * 32
    assert own_limit(library, copy) == Limit(count=1000, unit=LimitUnit.WORDS)
    library.apply(change.inverse)
    assert own_limit(library, copy) is None


@pytest.mark.parametrize("limit", [{"count": 0, "unit": "words"}, {"count": 9, "unit": "pages"}, 9])
def test_a_limit_that_is_none_is_refused_and_nothing_comes_in(library, limit):
    before = counts(library)

    with pytest.raises(NotAResponseFile, match="limit"):
        load(library, a_file(limit=limit))

    assert counts(library) == before


# --- the report


def test_a_report_with_the_same_title_and_list_is_the_same_whatever_its_ids(library):
    there = a_report("Fund it.", "Count it.")
    keep(library, there)
    ids = ["a" * 32, "b" * 32]
    brought = [{"id": identity, "label": each.label, "text": f" {each.text} "}
               for identity, each in zip(ids, there.recommendations, strict=True)]  # fmt: skip

    loaded = load(
        library,
        a_file(
            {"passages": [{"body": "Yes.", "answers": [ids[1]]}]},
            report={"title": there.title, "recommendations": brought},
            stances=[{"recommendation": ids[0], "stance": "oppose"}],
        ),
    )

    assert loaded.head.report == there.id
    assert next(loaded.passages).answers == (there.recommendations[1].id,)
    assert loaded.stance_on(there.recommendations[0].id).stance is Stance.OPPOSE
    assert len(library.reports()) == 1


def test_a_report_read_from_the_same_file_is_the_same_though_its_title_was_corrected(library):
    there = a_report("Fund it.", "Count it.", title="Corrected", fingerprint="f" * 64)
    keep(library, there)

    loaded = load(library, a_file(report={"title": "As found", "fingerprint": "f" * 64, "recommendations": [
        {"id": "a" * 32, "label": "2", "text": "Count it."}]}, stances=[
        {"recommendation": "a" * 32, "stance": "welcome"}]))  # fmt: skip

    assert [each.recommendation for each in loaded.stances] == [there.recommendations[1].id]


def test_another_report_of_the_same_title_comes_in_beside_it(library):
    keep(library, a_report("Fund it."))

    load(
        library, a_file(report={"title": a_report().title, "recommendations": [{"label": 1, "text": "No."}]})
    )

    assert sorted(each.recommendations[0].text for each in library.reports()) == ["Fund it.", "No."]


def test_a_report_is_named_by_its_id(library):
    report = a_report("Fund it.")
    keep(library, report)

    assert load(library, a_file(report=report.id)).head.report == report.id
    with pytest.raises(NotAResponseFile, match="Add the report first"):
        load(library, a_file(report="nothing"))


# --- names


@pytest.fixture
def report(library):
    kept = a_report(
        a_recommendation("Fund it.", label="1"),
        a_recommendation("Why?", label="1", named="why", kind=RecommendationKind.QUESTION),
        a_recommendation("Who?", label="Q2", named="who", kind=RecommendationKind.QUESTION),
        a_recommendation("Count it.", label="Recommendation 4", named="four"),
        a_recommendation("A fund of our own", label="", named="idea", kind=RecommendationKind.IDEA),
    )
    keep(library, kept)
    return kept


@pytest.mark.parametrize(
    ("name", "place"),
    [("Recommendation 1", 0), ("question  1", 1), ("Q2", 2), ("q2", 2), ("Recommendation 4", 3), ("why", 1)],
)
def test_a_recommendation_is_named_by_label_name_or_id(library, report, name, place):
    loaded = load(library, a_file({"answers": [name], "passages": [{"body": "Yes."}]}, report=report.id))

    assert next(loaded.passages).answers == (report.recommendations[place].id,)


def test_a_label_that_fits_two_is_refused_with_both_ids(library, report):
    with pytest.raises(NotAResponseFile) as told:
        load(library, a_file(report=report.id, stances=[{"recommendation": 1, "stance": "welcome"}]))

    assert "fits two recommendations" in told.value.sentence
    assert all(each.id in told.value.sentence for each in report.recommendations[:2])


@pytest.mark.parametrize("name", ["9", "", "Recommendation", "c" * 32])
def test_a_label_that_fits_nothing_is_refused(library, report, name):
    with pytest.raises(NotAResponseFile, match="which its report does not have"):
        load(library, a_file(report=report.id, stances=[{"recommendation": name, "stance": "welcome"}]))


def test_what_answers_a_report_must_name_one(library):
    with pytest.raises(NotAResponseFile, match="Say in “report”"):
        load(library, a_file({"answers": ["1"], "passages": [{"body": "Yes."}]}))


def test_a_sections_answers_are_for_those_of_its_passages_that_name_none(library, report):
    loaded = load(
        library,
        a_file(
            {"answers": ["Q2"], "passages": [
                {"body": "a"}, {"body": "b", "answers": []}, {"body": "c", "answers": ["question 1"]}]},
            {"answers": ["Q2"], "passages": []},
            report=report.id,
        ),
    )  # fmt: skip

    who, why = report.recommendations[2].id, report.recommendations[1].id
    assert [each.answers for each in loaded.passages] == [(who,), (), (why,), (who,)]


def test_positions_are_named_by_title_or_id_and_revisions_by_theirs(library):
    position = a_position("Old words.", title="Long-term funding", named="long-term")
    library.apply(a_change_of(position))
    stored = library.position(position.id)
    positions.save(library, replace(stored.newest.wording, text=rich("New words.")), stored.facts, by="Ann")
    old = stored.newest.id

    loaded = load(
        library,
        a_file(
            {"passages": [
                {"position": "long-term FUNDING"},
                {"position": "long-term", "revision": old},
                {"revision": old, "body": "<p>Tailored words.</p>"},
                {"body": "Woven.", "drawn_from": [old, "Long-term funding", old]},
            ]}
        ),
    )  # fmt: skip

    new = library.position(position.id).newest.id
    uses = [(each.text.plain, each.use and each.use.revision) for each in loaded.passages]
    assert uses == [
        ("New words.", new),
        ("Old words.", old),
        ("Tailored words.", old),
        ("Woven.", None),
    ]
    assert [*loaded.passages][3].drawn_from == (old, new)


def test_an_id_that_stands_twice_in_a_file_names_the_first(library):
    twice = {"id": "a" * 32, "body": "x"}

    loaded = load(library, a_file({"id": "b" * 32, "passages": [twice, twice]}, {"id": "b" * 32}))

    assert len({each.id for each in loaded.passages}) == 3
    assert len({each.id for each in loaded.sections}) == 2


# --- what is refused brings nothing


@pytest.mark.parametrize(
    ("section", "sentence"),
    [
        ({"passages": [{"position": "Gone"}]}, "“Gone”, which is not in this library. Add the library"),
        ({"passages": [{"revision": "f" * 64}]}, "wording ffffffffffff…, which is not"),
        ({"passages": [{"body": "x", "drawn_from": ["Gone"]}]}, "“Gone”"),
        ({"passages": [{"answers": []}]}, "neither a position nor a body"),
        ({"passages": [{"body": "x"}], "answers": ["9"]}, "“9”"),
    ],
)
def test_a_name_that_fits_nothing_is_refused_and_nothing_comes_in(library, section, sentence):
    with Library.in_memory() as other:
        position, report = a_position(), a_report("Fund it.")
        other.apply(a_change_of(position))
        keep(other, report)
        passage = answering.passage_from(other, a_response().id, position.id)
        keep_response(other, a_response(passage, to=report))
        whole = json.loads(response_json(other, other.response(a_response().id)))
    before = counts(library)
    whole["sections"].append(section)

    with pytest.raises(NotAResponseFile, match=sentence):
        load(library, json.dumps(whole))

    assert counts(library) == before
    assert library.entries(include_deleted=True) == ()


def test_a_wording_of_another_position_is_refused(library):
    for named in ("one", "two"):
        library.apply(a_change_of(a_position(f"Words of {named}.", title=named, named=named)))
    two = library.position(library.position_titled("two")).current.id

    with pytest.raises(NotAResponseFile, match="of which it is none"):
        load(library, a_file({"passages": [{"position": "one", "revision": two}]}))


def test_a_position_in_the_bin_is_not_taken_from_there(library):
    position = a_position(named="binned")
    library.apply(a_change_of(position))
    positions.delete(library, (position.id,), by="Ann")

    with pytest.raises(NotAResponseFile, match="in the bin"):
        load(library, a_file({"passages": [{"position": "binned"}]}))


def test_two_stances_on_one_are_refused(library, report):
    stances = [{"recommendation": each, "stance": "welcome"} for each in ("Q2", "who")]

    with pytest.raises(NotAResponseFile, match="two stances"):
        load(library, a_file(report=report.id, stances=stances))


def test_a_version_that_is_not_whole_is_refused(library):
    with pytest.raises(NotALibraryFile):
        load(library, a_file(versions=["{}"]))

    assert library.response_heads() == ()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"stances": [{"recommendation": "1", "stance": "maybe"}]}, "at stances 1, stance, 'maybe' is none"),
        ({"date": "tomorrow"}, "at date"),
        ({"shape": "essay"}, "at shape, 'essay' is none of the words"),
        ({"format": "drafter-library"}, "holds positions, not a response"),
        ({"report": {"recommendations": []}}, "at report, “title” is missing"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(more, sentence):
    with pytest.raises(NotAResponseFile, match=sentence):
        read_response_file(a_file(**more), "response.json")


def test_what_is_not_known_is_passed_over_and_told(library, tmp_path):
    file = tmp_path / "response.json"
    report = {"title": "R", "candidates": [], "recommendations": [{"label": "1", "note": "x"}]}
    file.write_text(
        a_file({"anwers": ["1"], "passages": [{"body": "x", "colour": "red"}]}, report=report),
        encoding="utf-8",
    )

    loaded = add_response(library, file, by=Person())

    assert library.response(loaded.response).head.report is not None
    assert loaded.remarks == (
        (
            "Passed over, for Drafter does not know it: sections 1, anwers; sections 1, passages 1, colour; "
            "report, candidates and 1 more."
        ),
    )


def test_a_saved_state_and_an_empty_section_are_kept(library):
    loaded = load(library, a_file({"heading": " Why\nus "}, state="signed off"))

    assert loaded.head.state is ResponseState.SIGNED_OFF
    assert [each.heading for each in loaded.sections] == ["Why us"]
    assert [each.text.is_empty for each in loaded.passages] == [True]


def test_a_response_without_sections_has_one_to_write_in(library):
    [section] = load(library, a_file()).sections

    assert [each.text.is_empty for each in section.passages] == [True]
