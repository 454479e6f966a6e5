"""A passage that she marks stands where the document has it, under the heading that is over it."""

import pytest

from drafter.domain.records.reports import Heading, PageText, RecommendationKind, Region
from drafter.services.marking import Marked, add_marked, heading_over
from tests.builders import a_recommendation


def a_page(number, *paragraphs, headings=()):
    """Headings are told by their words, each of a rank."""
    text = "\n\n".join(paragraphs)
    told = tuple(
        Heading(start=text.index(words), end=text.index(words) + len(words), rank=rank)
        for words, rank in headings
    )
    return PageText(number=number, text=text, headings=told)


SPEECH = (
    a_page(1, "Halls", "Halls are shut.", "Money", "Pay for coal.", headings=(("Halls", 3), ("Money", 2))),
    a_page(2, "Open the halls.", "Count the lamps.", "Halls are shut."),
    a_page(3, "Question 1. Do you agree?", "Fund it.", headings=(("Question 1. Do you agree?", 1),)),
)


def an_item(text, page):
    return a_recommendation(text, named=text, page=page)


FOUND = (an_item("Open the halls.", 2), an_item("Do you agree?", 3))


@pytest.mark.parametrize(
    ("words", "page", "row", "heading"),
    [
        ("Pay for coal.", 1, 0, "Money"),
        ("Count the lamps.", 2, 1, "Money"),
        ("Fund it.", 3, 2, "Money"),
        ("Halls are shut.", 1, 0, "Halls"),
        ("Money", 1, 0, "Halls"),
    ],
)
def test_a_marked_passage_goes_where_the_document_has_it(words, page, row, heading):
    found, at = add_marked(FOUND, 2, Marked(words=words, page=page), SPEECH)

    assert (at, found[at].text, found[at].heading) == (row, words, heading)
    assert len(found) == len(FOUND) + 1


def test_words_that_the_page_has_twice_stand_where_she_marked_them():
    page = a_page(1, "Shut.", "First", "Open it.", "Last", "Shut.", headings=(("First", 1), ("Last", 1)))
    marked = Marked(words="Shut.", page=1, at=page.text.rindex("Shut."))

    found, at = add_marked((an_item("Open it.", 1),), 0, marked, (page,))

    assert (at, found[at].heading) == (1, "Last")


def test_what_the_text_does_not_tell_stays_where_she_is_in_the_list():
    where = Region(page=9, left=0, top=0, right=1, bottom=1)

    found, at = add_marked(FOUND, 1, Marked(words="Paint them.", page=9, regions=(where,)), SPEECH)

    assert (at, found[1].text, found[1].heading, found[1].regions) == (1, "Paint them.", "", (where,))


@pytest.mark.parametrize(
    ("label", "kind"), [("4", RecommendationKind.QUESTION), ("", RecommendationKind.IDEA)]
)
def test_among_numbered_items_a_passage_is_of_their_kind(label, kind):
    asked = a_recommendation("Why?", label=label, kind=RecommendationKind.QUESTION, page=2)

    found, at = add_marked((asked,), 1, Marked(words="Count the lamps.", page=2), SPEECH)

    assert found[at].kind is kind


def test_above_the_first_heading_there_is_none():
    assert heading_over(SPEECH, (1, 0)) == ""
    assert heading_over((), (1, 0)) == ""
