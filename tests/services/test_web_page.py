"""A composition as a web page."""

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.composing import Choices, compose
from drafter.domain.fields import field_values
from drafter.domain.records.responses import Form
from drafter.services.web_page import html_body, html_page
from tests import strategies
from tests.builders import OFFICER, a_passage, a_recommendation, a_report, a_response, a_section, a_stance

FUND = a_recommendation(
    "The Government should: (a) fund; (b) count.", parts=(("(a)", "fund;"), ("(b)", "count."))
)
REPORT = a_report(FUND)
VOID = {"meta", "br", "field"}
INSIDE = {"li": {"ul", "ol"}, "ul": {"body", "li", "td"}, "ol": {"body", "li", "td"}}


class Tree(HTMLParser):
    """Checks that what opens is closed in turn and stands where it may; keeps what a test asks for."""

    def __init__(self, page):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: dict[str, str] = {}
        self.links: list[str] = []
        self.said: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append(tag)
        self.links += [found["href"]] if "href" in found else []
        if "id" in found:
            assert found["id"] not in self.ids
            self.ids[found["id"]] = tag
        if tag in INSIDE:
            assert self.open[-1] in INSIDE[tag], (tag, self.open)
        if tag in {"p", "h1", "h2", "h3", "h4", "blockquote"}:
            assert self.open[-1] in {"body", "blockquote", "td", "th"}, (tag, self.open)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, _attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.said.append(data)


def composed(response, report=None, form=Form.STATEMENT):
    return compose(response, report, field_values(response.head, report, OFFICER), Choices(form=form))


def body(text, **more):
    return html_body(composed(a_response(text, title="T", **more)))


def test_a_page_says_its_title_author_and_language():
    page = html_page(composed(a_response("Hello.", title="Yes & no <now>")))

    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert "<title>Yes &amp; no &lt;now&gt;</title>" in page
    assert '<meta name="author" content="Ada Okafor">' in page
    assert "<h1>Yes &amp; no &lt;now&gt;</h1>" in page


def test_headings_and_paragraphs_are_the_plainest_tags():
    made = html_body(composed(a_response(a_section("<p>Hello.</p><h3>Why</h3>", heading="We"), title="T")))

    assert made.split("\n")[2:] == ["<h2>We</h2>", "<p>Hello.</p>", "<h3>Why</h3>"]


def test_lists_are_nested_as_their_levels_say_also_where_passages_meet():
    nested = "<ul><li>one<ol><li>two</li></ol></li><li>three</li></ul>"

    made = html_body(composed(a_response(a_section(a_passage(nested), a_passage("<ol><li>a</li></ol>")))))

    assert made.endswith("<ul><li>one<ol><li>two</li></ol></li><li>three</li></ul><ol><li>a</li></ol>")


def test_two_numbered_lists_of_two_passages_both_count_from_one():
    listed = "<ol><li>a</li></ol>"

    made = html_body(composed(a_response(a_section(a_passage(listed), a_passage(listed)))))

    assert made.endswith(f"{listed}{listed}")


def test_the_lines_of_a_recommendation_are_one_quotation():
    response = a_response(a_passage("Yes.", FUND), to=REPORT, stances=(a_stance(FUND, reason="Good"),))

    made = html_body(composed(response, REPORT, Form.POINT_BY_POINT))

    assert (
        "<blockquote>\n<p>The Government should:</p>\n<p>(a) fund;</p>\n<p>(b) count.</p>\n</blockquote>\n"
        "<p><strong>Our position: Welcome.</strong> Good.</p>\n<p>Yes.</p>"
    ) in made


def test_notes_stand_at_the_end_with_their_source_and_lead_there_and_back():
    made = Tree(
        html_page(
            composed(
                a_response(
                    '<p>One<fn title="State &amp; trust" publisher="Us" date="May 2026" '
                    'address="https://example.org/a?b=1&amp;c=2">See it</fn> and two<fn>plain</fn>.</p>'
                )
            )
        )
    )

    assert made.ids == {"note-1": "li", "note-2": "li", "mark-1": "a", "mark-2": "a"}
    assert made.links == ["#note-1", "#note-2", "https://example.org/a?b=1&c=2", "#mark-1", "#mark-2"]
    assert "See it State & trust, Us, May 2026" in "".join(made.said)


def test_a_page_without_notes_has_no_heading_for_them():
    assert "Notes" not in body("Hello.")


def test_links_keep_their_address_and_only_safe_ones_are_left():
    made = body(
        '<p><a href="https://example.org/?a=1&amp;b=2">here</a> <a href="javascript:x()">there</a></p>'
    )

    assert '<a href="https://example.org/?a=1&amp;b=2">here</a> there' in made


def test_a_table_says_what_its_columns_and_rows_are_called():
    response = a_response(
        a_section(a_passage("<p>Yes.</p><ul><li>one</li></ul>", FUND), heading="Why"), to=REPORT
    )

    made = html_body(composed(response, REPORT, Form.TABLE))

    assert (
        "<table>\n<caption>Our response to each recommendation</caption>\n"
        '<thead><tr><th scope="col">Recommendation</th><th scope="col">Our position</th>'
        '<th scope="col">Our response</th></tr></thead>\n<tbody>\n'
        '<tr><th scope="row"><p><strong>Recommendation 1</strong></p><p>The Government should:</p>'
        "<p>(a) fund;</p><p>(b) count.</p></th><td>–</td>"
        "<td><p><strong>Why</strong></p><p>Yes.</p><ul><li>one</li></ul></td></tr>\n</tbody>\n</table>"
    ) in made


def test_counted_paragraphs_keep_their_numbers():
    made = html_body(composed(a_response(a_section("<p>One.</p><p>Two.</p>")), None, Form.WRITTEN_EVIDENCE))

    assert made.endswith("<p>1. One.</p>\n<p>2. Two.</p>")


@settings(max_examples=12)
@given(strategies.reports.flatmap(lambda report: st.tuples(st.just(report), strategies.responses(report))))
def test_every_page_is_well_formed_and_its_notes_are_linked(world):
    report, response = world
    for form in Form:
        made = Tree(html_page(composed(response, report, form)))

        inner = [each[1:] for each in made.links if each.startswith("#")]
        assert set(inner) == made.ids.keys()
        assert "script" not in made.tags
