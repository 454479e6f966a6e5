"""The sample comes in once."""

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument

from drafter.domain.composing import Choices
from drafter.domain.errors import NothingToDo
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Form, Shape
from drafter.paths import resource
from drafter.services import exporting
from drafter.services.answering import delete_response, new_response, response_of, set_head
from drafter.services.positions import approve, bring_back, save
from drafter.services.sample import STATEMENT, add_sample, has_sample, is_of_sample, remove_sample
from drafter.services.starting import start
from tests.builders import OFFICER, rich

FOLDER = resource("sample")


def test_asked_for_again_it_is_the_one_that_is_there(library):
    first = add_sample(library, FOLDER)
    set_head(library, replace(library.response(first).head, title="Mine now"))

    assert add_sample(library, FOLDER) == first
    assert [each.title for each in library.response_heads()] == ["Mine now"]


def test_both_responses_answer_one_report(library):
    first, second = add_sample(library, FOLDER), add_sample(library, FOLDER, name=STATEMENT)

    assert first != second
    assert library.response(first).head.report == library.response(second).head.report
    assert len(library.reports()) == 1


def test_the_report_comes_with_its_file_so_that_it_can_be_read_beside_the_draft(library):
    response = add_sample(library, FOLDER)

    [report] = library.reports()
    kept = library.report_file(report.fingerprint)
    assert kept is not None
    name, content = kept
    assert library.response(response).head.report == report.id
    assert (name, report.pages) == ("report.pdf", len(PdfDocument(content)))


def test_one_that_was_deleted_comes_anew_and_positions_do_not(library):
    first = add_sample(library, FOLDER)
    positions = len(library.entries())
    delete_response(library, first)

    second = add_sample(library, FOLDER)

    assert second != first
    assert [each.id for each in library.response_heads()] == [second]
    assert len(library.entries()) == positions
    assert add_sample(library, FOLDER) == second


FORMS = (Form.STATEMENT, Form.WRITTEN_EVIDENCE)


def who_we_are(library, response, form):
    """What a form says beside the draft about who sends it."""
    made = exporting.composed(library, response, Choices(form=form), person=OFFICER)
    return "grants are unrestricted" in " ".join(each.plain for each in made.paragraphs)


@pytest.mark.parametrize("form", FORMS)
def test_a_response_of_her_own_says_nothing_about_the_made_up_fund(library, form):
    sample = add_sample(library, FOLDER)
    own = response_of(new_response(library, shape=Shape.STATEMENT, by=OFFICER))

    assert who_we_are(library, sample, form)
    assert not who_we_are(library, own, form)


def test_a_draft_of_her_own_starts_without_words_of_the_sample(library):
    add_sample(library, FOLDER)
    own = response_of(new_response(library, shape=Shape.STATEMENT, by=OFFICER))

    with pytest.raises(NothingToDo):
        start(library, library.response(own), person=OFFICER)


def an_about_us(library):
    return next(each for each in library.positions() if each.facts.kind is Kind.ABOUT_US)


def test_what_she_wrote_anew_is_hers_until_the_old_words_come_back(library):
    add_sample(library, FOLDER)
    position = an_about_us(library)
    revision = position.current.id
    assert is_of_sample(library, position)

    wording = replace(position.current.wording, text=rich("<p>We lend ladders.</p>"))
    save(library, wording, position.facts, by="Ada")
    approve(library, position.id, by="Ada")
    assert not is_of_sample(library, library.position(position.id))
    bring_back(library, position.id, revision, by="Ada")
    assert is_of_sample(library, library.position(position.id))


def test_it_is_removed_and_that_is_taken_back_in_one_step(library):
    first, second = add_sample(library, FOLDER), add_sample(library, FOLDER, name=STATEMENT)
    own = response_of(new_response(library, shape=Shape.STATEMENT, by=OFFICER))
    many = len(library.entries())

    change = remove_sample(library, by="Ada")

    assert (library.entries(), [each.id for each in library.response_heads()]) == ((), [own])
    assert not has_sample(library)
    with pytest.raises(NothingToDo):
        remove_sample(library, by="Ada")
    library.apply(change.inverse)
    assert has_sample(library)
    assert (len(library.entries()), {each.id for each in library.response_heads()}) == (
        many,
        {first, second, own},
    )


def test_tried_again_after_it_was_removed_it_is_whole(library):
    add_sample(library, FOLDER)
    many = len(library.entries())
    remove_sample(library, by="Ada")

    response = add_sample(library, FOLDER)

    assert len(library.entries()) == many
    assert [each.id for each in library.response_heads()] == [response]
