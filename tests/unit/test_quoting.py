"""Quotations: how they are written, and whether the report says them."""

import pytest

from drafter.domain.checks import Code, Draft, Severity
from drafter.domain.checks.quoted import check_quotations
from drafter.domain.fields import FieldValues
from drafter.domain.quoting import Quotation, is_said, quotation, quotations
from drafter.domain.records.reports import PageText
from drafter.domain.richtext import BlockStyle
from tests.builders import TODAY, a_passage, a_response, rich

PAGES = (
    PageText(number=11, text="What came before."),
    PageText(
        number=12, text="Small charities are the back-\nbone of\n“civil society”, and they need\nlonger"
    ),
    PageText(number=13, text="grants than they get – much longer."),
)


def a_draft(response, pages=()):
    return Draft(response=response, report=None, values=FieldValues(values={}), today=TODAY, pages=pages)


def test_a_quotation_is_a_paragraph_with_its_page_and_marks_inside_are_single():
    made = quotation('Small charities are the\n"backbone" of  society. ', 12)

    (paragraph,) = made.paragraphs
    assert paragraph.style is BlockStyle.QUOTE
    assert paragraph.plain == "“Small charities are the ’backbone’ of society.” (page 12)"


def test_a_report_without_pages_is_quoted_without_one():
    assert quotation("So it is.", None).plain == "“So it is.”"


def test_what_is_quoted_with_a_page_is_found_in_running_text_too():
    text = rich('<p>They say “so” (page 3) and "thus" (p. 14), but “this” has none.</p>')

    assert list(quotations(text)) == [Quotation(words="so", page=3), Quotation(words="thus", page=14)]


@pytest.mark.parametrize(
    "words",
    [
        "Small charities are the backbone of ‘civil society’",
        "small charities",
        "they need longer grants than they get",
        "Small charities … need longer grants",
        "Small charities [...] civil society",
        "than they get - much longer.",
    ],
)
def test_words_are_found_however_they_were_printed(words):
    assert is_said(Quotation(words=words, page=12), PAGES)


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("Large charities are the backbone", 12),
        ("Small charities are the backbone", 13),
        ("civil society … small charities", 12),
        ("Small charities", 40),
    ],
)
def test_other_words_and_other_pages_are_told(words, page):
    assert not is_said(Quotation(words=words, page=page), PAGES)


def test_a_changed_quotation_is_a_finding_that_leads_to_its_words():
    kept = a_passage("<blockquote>“Small charities” (page 12)</blockquote>")
    changed = a_passage("<blockquote>“Big charities” (page 12)</blockquote>", named="changed")
    draft = a_draft(a_response(kept, changed), pages=PAGES)

    (found,) = check_quotations(draft)

    assert (found.code, found.severity) == (Code.CHANGED_QUOTATION, Severity.WARNING)
    assert (found.passage, found.words) == (changed.id, "Big charities")
    assert found.sentence == "Page 12 of the report does not say “Big charities”."


def test_where_the_report_is_not_known_nothing_is_said():
    draft = a_draft(a_response(a_passage("<blockquote>“Big charities” (page 12)</blockquote>")))

    assert list(check_quotations(draft)) == []
