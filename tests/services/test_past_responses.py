"""Past responses in Word: what is proposed, what is recognised, what recurs, and how it comes in."""

from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import pytest

from drafter.domain.changes import Change, added
from drafter.domain.errors import Cancelled, NotALibraryFile
from drafter.domain.progress import cancellable
from drafter.domain.records.positions import Status
from drafter.domain.richtext import BlockStyle
from drafter.services.importing import add_positions
from drafter.services.past_responses import State, add_proposals, merged, proposals_of
from drafter.services.positions import retire
from drafter.ui.models.proposals import ProposalsModel, Verdict, proposal_words
from tests.builders import a_change_of, a_position, a_recommendation, a_report, present

GRANTS = "We welcome long-term grants for small charities so that trustees plan ahead and keep their staff."
LATER = "We warmly welcome long-term grants for small charities so that trustees plan and keep good staff."
HALLS = "Councils should lend empty halls in the evening to groups that have nowhere else to meet each week."
FARES = "Volunteers who travel to help their neighbours should have every fare paid on the day they make it."


@pytest.fixture
def a_file(tmp_path):
    """A Word file of paragraphs; a pair is a heading, a list of style and words is a list."""

    def make(name, *paragraphs, on="", file=""):
        made = docx.Document()
        made.core_properties.modified = datetime(2019, 1, 1)  # noqa: DTZ001 - python-docx wants it naive
        made.add_paragraph(name, style="Title")
        if on:
            made.add_paragraph(on)
        for each in paragraphs:
            if isinstance(each, str):
                made.add_paragraph(each)
            else:
                made.add_paragraph(each[1], style=each[0])
        path = tmp_path / f"{file or name}.docx"
        made.save(path)
        return path

    return make


def heading(words):
    return "Heading 2", words


def test_paragraphs_are_proposed_with_their_headings_as_themes(library, a_file):
    path = a_file("One", heading("Funding"), GRANTS, "Too short.", heading("Buildings"), HALLS)

    found = proposals_of([path], library)

    assert [(each.heading, each.text.plain, each.state) for each in found] == [
        ("Funding", GRANTS, State.NEW),
        ("Buildings", HALLS, State.NEW),
    ]


def test_a_list_belongs_to_what_leads_to_it_and_evidence_that_is_numbered_does_not(library, a_file):
    lead = "We ask the council for three things that would help small groups in every ward of the town:"
    path = a_file("One", lead, ("List Number", "Open halls."), ("List Number", HALLS), heading("More"),
                  ("List Number", GRANTS), ("List Number", FARES))  # fmt: skip

    found = proposals_of([path], library)

    assert [each.text.plain for each in found] == [f"{lead}\nOpen halls.\n{HALLS}", GRANTS, FARES]
    assert found[0].text.paragraphs[2].style is BlockStyle.NUMBER
    assert found[1].text.paragraphs[0].style is BlockStyle.PARAGRAPH


@pytest.mark.parametrize("retired", [False, True])
def test_what_the_library_has_is_recognised_whatever_its_case(library, a_file, retired):
    position = a_position(GRANTS.upper(), title="Grants", status=Status.DRAFT)
    library.apply(a_change_of(position))
    if retired:
        retire(library, position.id, by="Ann")

    (found,) = proposals_of([a_file("One", GRANTS)], library)

    assert (found.state, present(found.like).position, present(found.like).share) == (
        State.THERE,
        position.id,
        1.0,
    )


def test_what_is_alike_is_said_with_its_share(library, a_file):
    position = a_position(LATER, title="Grants", status=Status.DRAFT)
    library.apply(a_change_of(position, a_position(FARES, title="Fares")))

    found, other = proposals_of([a_file("One", GRANTS, HALLS)], library)

    assert (found.state, present(found.like).title, present(found.like).text.plain) == (
        State.ALIKE,
        "Grants",
        LATER,
    )
    assert 0.8 < present(found.like).share < 1
    assert other.state is State.NEW


def test_what_recurs_is_one_proposal_with_its_wordings_the_newest_first(library, a_file):
    old = a_file("Old", GRANTS, HALLS, on="4 March 2021")
    new = a_file("New", FARES, LATER, on="June 2024")
    same = a_file("Same", GRANTS, on="1 May 2022")

    grants, halls, fares = proposals_of([old, new, same], library)

    assert [each.text.plain for each in grants.variants] == [LATER, GRANTS]
    assert [[(where.title, where.dated) for where in each.found_in] for each in grants.variants] == [
        [("New", date(2024, 6, 1))],
        [("Old", date(2021, 3, 4)), ("Same", date(2022, 5, 1))],
    ]
    assert grants.latest == date(2024, 6, 1)
    assert [len(each.variants) for each in (halls, fares)] == [1, 1]


def test_two_versions_of_one_response_are_two_files_though_they_bear_one_title_and_day(library, a_file):
    first = a_file("One", GRANTS, on="4 March 2021", file="One v1")
    final = a_file("One", LATER, on="4 March 2021", file="One final")

    (grants,) = proposals_of([first, final], library)

    assert {each.text.plain for each in grants.variants} == {GRANTS, LATER}
    assert len(grants.found_in) == 2


def test_two_like_paragraphs_of_one_file_stay_two(library, a_file):
    found = proposals_of([a_file("One", GRANTS, LATER)], library)

    assert [each.text.plain for each in found] == [GRANTS, LATER]


def test_two_that_belong_together_are_merged_file_by_file(library, a_file):
    old = a_file("Old", GRANTS, HALLS, on="4 March 2021")
    new = a_file("New", LATER, HALLS, on="June 2024")
    grants, halls = proposals_of([old, new], library)

    made = merged(grants, halls)

    assert [each.text.plain for each in made.variants] == [f"{LATER}\n{HALLS}", f"{GRANTS}\n{HALLS}"]
    assert made.found_in == grants.found_in


def test_what_was_accepted_comes_in_as_one_change_with_its_history_and_its_uses(library, a_file):
    old = a_file("Old", heading("Funding"), GRANTS, on="4 March 2021")
    new = a_file("New", heading("Money"), LATER, FARES, on="June 2024")

    done = add_proposals(library, proposals_of([old, new], library), by="Ann")

    assert (done.new, done.sentence) == (2, "Came in: 2 positions.")
    (grants,) = [each for each in library.positions() if each.newest.text.plain == LATER]
    assert grants.facts.themes == ("Money",)
    assert [each.text.plain for each in library.revisions(grants.id)] == [LATER, GRANTS]
    uses = {library.revision(each.revision).text.plain: each for each in library.past_uses(grants.id)}
    assert (uses[GRANTS].response_title, uses[GRANTS].at) == ("Old", datetime(2021, 3, 4, 12, tzinfo=UTC))

    undone = library.apply(present(done.change).inverse)
    assert not library.entries()
    library.apply(undone.inverse)
    assert len(library.entries()) == 2
    assert library.position(grants.id).newest.text.plain == LATER
    assert len(library.past_uses(grants.id)) == 2


def test_one_may_come_in_as_new_words_of_what_it_is_like(library, a_file):
    position = a_position(GRANTS, title="Grants", status=Status.DRAFT)
    library.apply(a_change_of(position))
    (found,) = proposals_of([a_file("New", LATER)], library)

    done = add_proposals(library, [replace(found, rewords=True)], by="Ann")

    assert (done.new, done.reworded) == (0, 1)
    stored = library.position(position.id)
    assert (stored.newest.title, stored.newest.text.plain) == ("Grants", LATER)
    library.apply(present(done.change).inverse)
    assert library.position(position.id).newest.text.plain == GRANTS


def test_what_came_in_already_does_not_come_in_again(library, a_file):
    found = proposals_of([a_file("One", GRANTS)], library)
    add_proposals(library, found, by="Ann")

    again = add_proposals(library, found, by="Ann")

    assert (again.new, again.known, again.change) == (0, 1, None)


def test_the_command_line_adds_all_that_is_new(library, a_file):
    path = a_file("One", GRANTS, HALLS)
    assert add_positions(library, path, by="Ann").new == 2

    assert add_positions(library, path, by="Ann").known == 2


def test_what_is_most_likely_not_ours_says_why_and_is_left_out(library, a_file):
    asked = a_recommendation(FARES, label="1")
    library.apply(Change.of("Read", added(a_report(asked, title="The Review"))))
    stance = f"Our position: Welcome with caveats. {HALLS}"
    path = a_file("One", ("Quote", LATER), stance, FARES, GRANTS)

    found = proposals_of([path], library)

    assert [each.doubt for each in found] == [
        "A quotation", "Only says our position", "A recommendation of “The Review”", ""
    ]  # fmt: skip
    assert [each.verdict for each in ProposalsModel(found).rows] == [*[Verdict.DROPPED] * 3, Verdict.ACCEPTED]
    assert proposal_words(found[0]).startswith("New · A quotation · ")
    done = add_positions(library, path, by="Ann")
    assert (done.new, done.remarks) == (1, ("Left out as not our own words: 3.",))


def test_files_without_a_paragraph_say_so_and_reading_can_be_stopped(library, a_file):
    empty = a_file("Empty", "Nothing much.")
    with pytest.raises(NotALibraryFile, match=r"“Empty\.docx” has no paragraph of 12 words"):
        proposals_of([empty], library)

    with pytest.raises(Cancelled):
        proposals_of([empty], library, cancellable(lambda *_: None, lambda: True))
