"""Search as you type: what it finds, in which order, and that nothing typed can break it."""

import pytest

from drafter.domain.changes import Change, changed
from drafter.store.search import AFTER, BEFORE
from tests.builders import a_change_of, a_position, a_source, a_wording


def keep(library, *positions):
    library.apply(a_change_of(*positions))


def found(library, query, **more):
    return [each.entry.title for each in library.search(query, **more)]


@pytest.mark.parametrize(
    "query", ["fund", "fu", "f", "FUND", "funding small", "small fund", "long-t", "“fund”"]
)
def test_every_word_may_be_the_beginning_of_one(library, query):
    keep(
        library,
        a_position("We welcome long-term funding of small charities", title="Here"),
        a_position("No", title="No"),
    )

    assert found(library, query) == ["Here"]


@pytest.mark.parametrize("query", ["", "   ", "++", "…", '"', '""', "🙂", "fund nothing", "unding"])
def test_what_is_not_there_is_not_found(library, query):
    keep(library, a_position("We welcome long-term funding"))

    assert found(library, query) == []


def test_accents_and_case_do_not_matter(library):
    keep(library, a_position("Café society in São Paulo", title="Here"))

    assert found(library, "cafe sao") == found(library, "CAFÉ SÃO") == ["Here"]


@pytest.mark.parametrize(
    "query", ["children's", "AT&T", "C++", "16-25", "£5m", "67%", "e.g.", "and/or", "O’Neill"]
)
def test_words_with_marks_in_them_are_found(library, query):
    keep(library, a_position(f"What about {query} here", title="Here"), a_position("Other", title="Other"))

    assert found(library, query) == ["Here"]


@pytest.mark.parametrize(
    "operator", ["OR", "AND", "NOT", "NEAR(a b)", "title:x", "^we", "a*b", "-we", "(we", "we)"]
)
def test_what_fts_takes_for_an_operator_is_only_a_word(library, operator):
    keep(library, a_position("We OR AND NOT NEAR a b title x", title="Here"))

    assert found(library, operator) == ["Here"]


def test_a_phrase_is_found_as_it_stands(library):
    keep(
        library,
        a_position("small charities need time", title="Phrase"),
        a_position("charities, small or not", title="Words"),
    )

    assert found(library, '"small charities"') == ["Phrase"]
    assert set(found(library, "small charities")) == {"Phrase", "Words"}


def test_a_phrase_that_is_still_being_typed_is_found(library):
    keep(library, a_position("small charities need time", title="Here"))

    assert found(library, '"small char') == ["Here"]
    assert found(library, '"small char"') == []


def test_a_title_counts_more_than_text(library):
    keep(
        library,
        a_position("Nothing of it here but the word housing once", title="Rent"),
        a_position("Nothing of it here at all in this one", title="Housing"),
    )

    assert found(library, "housing") == ["Housing", "Rent"]


def test_themes_sources_and_footnotes_are_searched_too(library):
    keep(
        library,
        a_position("One", title="Theme", themes=("Zebras",)),
        a_position("One", title="Source", sources=(a_source("Zebras and us"),)),
        a_position("<p>One<fn title='Zebras'>Page 3</fn></p>", title="Footnote"),
    )

    assert set(found(library, "zebra")) == {"Theme", "Source", "Footnote"}


def test_the_snippet_marks_what_matched_and_why_names_it(library):
    keep(library, a_position("We welcome long-term funding of charities"))

    (hit,) = library.search("fund char")
    assert hit.snippet == f"We welcome long-term {BEFORE}funding{AFTER} of {BEFORE}charities{AFTER}"
    assert hit.why == ("funding", "charities")
    assert hit.score > 0


def test_new_words_are_found_at_once_and_old_ones_no_more(library):
    position = a_position("Elephants", title="A title")
    keep(library, position)
    now = library.position(position.id).newest.wording
    after = a_wording("Giraffes", title="A title", position=position.id)
    library.apply(Change.of("Reword", changed(now, after)))

    assert (found(library, "giraffe"), found(library, "elephant")) == (["A title"], [])


def test_no_more_than_asked_for(library):
    keep(library, *(a_position("the same words", title=f"Title {number}") for number in range(9)))

    assert len(library.search("same", limit=4)) == 4
    assert library.search("same", limit=0) == ()


@pytest.mark.parametrize(
    "query", ["\x00", "a\x00b", "\ud800", "a" * 100_000, "a " * 5_000, '"' * 999, "\x02x\x03", "'; DROP"]
)
def test_no_string_breaks_it(library, query):
    keep(library, a_position("A word"))

    assert isinstance(library.search(query), tuple)
