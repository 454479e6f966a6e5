"""The one form of text: what is the same is written in one way, what no file may hold is gone."""

import pytest

from drafter.domain.richtext import (
    BlockStyle,
    Field,
    Footnote,
    Paragraph,
    RichText,
    Run,
    Source,
    clean_characters,
    clean_source,
    normal,
    normal_paragraph,
    paragraph,
    plain_text,
    resolve,
)
from tests.builders import rich


def of(*inlines, style=BlockStyle.PARAGRAPH, level=0, restart=False):
    return Paragraph(inlines=inlines, style=style, level=level, restart=restart)


def run(text, **look):
    return Run(text=text, **look)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ((run("We "), run("welcome")), (run("We welcome"),)),
        ((run("We "), run("welcome", bold=True)), (run("We "), run("welcome", bold=True))),
        ((run("We "), run(" welcome", bold=True)), (run("We "), run("welcome", bold=True))),
        ((run("We "), run(" welcome")), (run("We welcome"),)),
        ((run("We "), run("", bold=True), run(" welcome")), (run("We welcome"),)),
        ((run("We "), run(" ", bold=True), run(" welcome")), (run("We welcome"),)),
        ((run("  We   welcome  "),), (run("We welcome"),)),
        ((run("\xa0\u2009 We \xa0"),), (run("We"),)),
        ((run("We\twelcome\nit"),), (run("We welcome it"),)),
        ((run(""), run("We", link="https://a.org")), (run("We", link="https://a.org"),)),
        ((run("We", link="javascript:alert(1)"), run(" do")), (run("We do"),)),
        ((run(" "), Footnote(text="See"), run(" ")), (Footnote(text="See"),)),
        ((Field(name=" report.title "),), (Field(name="report.title"),)),
    ],
)
def test_a_paragraph_has_one_normal_form(given, wanted):
    assert normal_paragraph(of(*given)).inlines == wanted


def test_no_break_spaces_inside_a_sentence_stay():
    assert normal_paragraph(of(run("£5\xa0million"))).plain == "£5\xa0million"


def test_empty_paragraphs_are_dropped():
    text = RichText(paragraphs=(of(), of(run(" \xa0")), of(run("We")), of(run("\u2009"))))

    assert normal(text) == RichText(paragraphs=(of(run("We")),))


@pytest.mark.parametrize(
    ("style", "level"), [(BlockStyle.PARAGRAPH, 0), (BlockStyle.BULLET, 2), (BlockStyle.QUOTE, 0)]
)
def test_a_level_is_for_lists_and_has_its_bounds(style, level):
    assert normal_paragraph(of(run("a"), style=style, level=7)).level == level


def test_a_restart_counts_only_where_a_list_runs():
    one = of(run("one"), style=BlockStyle.NUMBER, restart=True)

    text = normal(RichText(paragraphs=(one, one, of(run("text")), one)))

    assert [each.restart for each in text.paragraphs] == [False, True, False, False]


def test_a_nested_item_does_not_end_the_list_around_it():
    outer = of(run("outer"), style=BlockStyle.NUMBER, restart=True)
    inner = of(run("inner"), style=BlockStyle.BULLET, level=1)

    text = normal(RichText(paragraphs=(outer, inner, outer)))

    assert [each.restart for each in text.paragraphs] == [False, False, True]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("a\x00b\x1fc", "abc"),
        ("a\ud800b", "ab"),
        ("a\ufffeb\uffffc\ufdd0d\U0001fffee", "abcde"),
        ("a\ufeffb\ufffcc", "abc"),
        ("\uf0b7 item", " item"),
        ("a\u2028b\vc\fd", "a b c d"),
        ("e\u0301 👩\u200d👧 \u202e中文", "e\u0301 👩\u200d👧 \u202e中文"),
        ("\U0001fae8", "\U0001fae8"),
        ("\U0001faef and after", "\U0001faef and after"),
    ],
)
def test_only_what_no_file_may_hold_is_taken_out(given, wanted):
    assert clean_characters(given) == wanted


def test_plain_text_is_a_paragraph_a_line():
    assert plain_text("One\r\n\n  Two \n") == RichText(paragraphs=(of(run("One")), of(run("Two"))))


def test_words_count_fields_and_not_footnotes():
    assert rich('<p>We thank <field name="report.author"/>.<fn>A long note of words</fn></p>').words == 3


def test_footnotes_links_and_fields_are_found_in_order_each_link_and_field_once():
    text = rich(
        '<p><a href="https://b.org">b</a><fn>1</fn><a href="https://a.org">a</a><fn>1</fn></p>'
        '<p><field name="role"/><a href="https://b.org">b</a><field name="author"/><field name="role"/></p>'
    )

    assert text.links == ("https://b.org", "https://a.org")
    assert text.fields == ("role", "author")
    assert [each.text for each in text.footnotes] == ["1", "1"]


def test_resolving_gives_fields_their_value_and_look_and_leaves_the_unknown():
    text = rich('<p>By <strong><field name="author"/></strong>, <field name="role"/></p>')

    resolved = resolve(text, {"author": "Ada Okafor"}.get)

    assert resolved.paragraphs[0].inlines == (
        run("By "),
        run("Ada Okafor", bold=True),
        run(", "),
        Field(name="role"),
    )


def test_a_value_that_meets_its_neighbours_leaves_no_double_space():
    text = RichText(paragraphs=(of(run("By "), Field(name="author"), run(" of")),))

    assert resolve(text, lambda _: "Ada ").plain == "By Ada of"


def test_a_source_is_single_lines_and_its_address_a_safe_one():
    source = Source(title=" A\nreport ", publisher="x\x00", date="\t2026", address="file:///etc/passwd")

    assert clean_source(source) == Source(title="A report", publisher="x", date="2026")


def test_a_heading_paragraph_is_made_from_plain_words():
    made = paragraph("  Our asks ", BlockStyle.HEADING2, level=2)

    assert (made.plain, made.style, made.level) == ("Our asks", BlockStyle.HEADING2, 0)
    assert made.style.is_heading
    assert not made.style.is_list
