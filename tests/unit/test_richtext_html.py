"""Rich text in its HTML subset, and what becomes of any other HTML."""

from time import process_time

import pytest

from drafter.domain.richtext import Field, Footnote, Run, Source
from drafter.domain.richtext_html import from_html, to_html

SUBSET = (
    "<h2>Our <em>asks</em></h2>"
    "<p>We <strong>welcome</strong> <strong><em>this</em></strong> and "
    '<a href="https://example.org/?a=1&amp;b=2">say <strong>why</strong></a>.</p>'
    '<p>By <field name="organisation"/> &lt;here&gt; &amp; “there”.<fn>Page 4.</fn>'
    '<fn title="A &quot;review&quot;" publisher="Trust" date="March 2026" address="https://example.org">See</fn></p>'
    "<ul><li>one<ol><li>a</li><li>b</li></ol><ol><li>a again</li></ol></li><li>two</li></ul>"
    "<blockquote>They said so.</blockquote><h3>More</h3><ol><li>first</li></ol>"
)


def shapes(html):
    """The paragraphs as (style, level, words)."""
    return [(str(each.style), each.level, each.plain) for each in from_html(html).paragraphs]


def words(html):
    return from_html(html).plain


def looks(html):
    """The runs of the first paragraph, each with B, I and its link."""
    return [
        (each.text, "B" * each.bold + "I" * each.italic, each.link)
        for each in from_html(html).paragraphs[0].inlines
        if isinstance(each, Run)
    ]


def test_the_subset_comes_back_as_it_was():
    # a link whose look changes half-way is written as two that lead to the same place
    written = to_html(from_html(SUBSET))

    assert from_html(written) == from_html(SUBSET)
    assert written == SUBSET.replace(
        "say <strong>why</strong></a>",
        'say </a><a href="https://example.org/?a=1&amp;b=2"><strong>why</strong></a>',
    )


def test_footnotes_keep_their_source_and_fields_their_look():
    text = from_html(
        '<p><strong><field name="role"/></strong>'
        '<fn title="A" date="2026">n</fn><fn title="">m</fn><fn>o</fn></p>'
    )

    assert list(text.inlines()) == [
        Field(name="role", bold=True),
        Footnote(text="n", source=Source(title="A", date="2026")),
        Footnote(text="m", source=Source(title="")),
        Footnote(text="o"),
    ]


def test_a_list_keeps_levels_kinds_and_restarts():
    text = from_html("<ol><li>1<ul><li>x</li></ul></li><li>2</li></ol><ol><li>1 anew</li></ol>")

    assert [(str(each.style), each.level, each.restart) for each in text.paragraphs] == [
        ("number", 0, False),
        ("bullet", 1, False),
        ("number", 0, False),
        ("number", 0, True),
    ]


def test_headings_fold_into_two_levels():
    assert shapes("<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>") == [
        ("heading 2", 0, "a"),
        ("heading 2", 0, "b"),
        ("heading 3", 0, "c"),
        ("heading 3", 0, "d"),
    ]


def test_list_levels_stop_at_three():
    assert [each[1] for each in shapes("<ul><li>a" * 5)] == [0, 1, 2, 2, 2]


def test_white_space_is_folded_as_html_does_and_no_break_spaces_stay():
    assert words("<p>\n  We\n\twelcome&nbsp;£5&#160;m   </p>\n\n") == "We welcome\xa0£5\xa0m"


def test_words_outside_any_paragraph_are_one():
    assert shapes("loose <b>words</b><p>then</p>rest") == [
        ("paragraph", 0, "loose words"),
        ("paragraph", 0, "then"),
        ("paragraph", 0, "rest"),
    ]


def test_a_table_becomes_a_paragraph_a_cell():
    assert words("<table><tr><td>a<td>b</tr><tr><td><p>c</p></td></tr></table>").split("\n") == [
        "a",
        "b",
        "c",
    ]


def test_breaks_part_paragraphs():
    assert words("<p>one<br>two<br/>three</p>").split("\n") == ["one", "two", "three"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p><script>alert('<p>b</p>')</script>",
        "<p>a</p><SCRIPT type=x>b</sCript >",
        "<style>p { b: c }</style><p>a</p>",
        "<p>a</p><svg><script>b</script><text>c</text></svg>",
        "<head><title>b</title><meta charset=x></head><body onload='b()'><p onclick=b>a</p>",
        "<!-- b --><p>a</p><!--[if gte mso 9]><xml><w:b>c</w:b></xml><![endif]-->",
        "<?xml version='1.0'?><!DOCTYPE html><p>a</p>",
        "<p>a</p><object data=x>b</object><iframe src=//evil>c</iframe><select><option>d</select>",
        "<p>a</p><script>b",
        "<p>a</p><script/>",
    ],
)
def test_what_is_no_text_goes(html):
    assert words(html).split("\n")[0] == "a"
    assert not {"b", "c", "d"} & set(words(html).split())


def test_pictures_and_files_leave_nothing_behind():
    html = '<p>a<img src="file://server/x.png" alt="A picture"><video src=x></video><link href=x>b</p>'

    assert to_html(from_html(html)) == "<p>ab</p>"


@pytest.mark.parametrize(
    "address", ["javascript:x", "JAVA&#x0A;SCRIPT:x", "data:text/html,x", "file:///x", "/local", ""]
)
def test_an_unsafe_link_leaves_its_words(address):
    assert looks(f'<p>see <a href="{address}">this</a> now</p>') == [("see this now", "", "")]


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<b>a<i>b</b>c</i>d", [("a", "B", ""), ("b", "BI", ""), ("c", "I", ""), ("d", "", "")]),
        ("<p><b>a</p><p>b</b>c", [("a", "B", "")]),
        ("a</b></i></a></p>", [("a", "", "")]),
        (
            "<a href=https://a.org>a<a href='https://b.org'>b</a>c",
            [("a", "", "https://a.org"), ("b", "", "https://b.org"), ("c", "", "https://a.org")],
        ),
        ("a < b and c > d", [("a < b and c > d", "", "")]),
        ("a <3 b", [("a <3 b", "", "")]),
        ('<b title="x > y">a</b>', [("a", "B", "")]),
        ('<b title="x>a</b>', [("a", "B", "")]),
        ("a<b", [("a<b", "", "")]),
        ("a<!-- b <i>c</i>", [("a b ", "", ""), ("c", "I", "")]),
        ("a</>b<//>c", [("abc", "", "")]),
        ("AT&T &amp; &lt;b&gt; &bogus; &#128512;", [("AT&T & <b> &bogus; 😀", "", "")]),
    ],
)
def test_broken_html_keeps_its_words(html, wanted):
    assert looks(html) == wanted


def test_an_unclosed_footnote_ends_with_its_paragraph():
    text = from_html("<p>a<fn>note</p><p>b</p>")

    assert text.plain == "a\nb"
    assert text.footnotes == (Footnote(text="note"),)


# --- what other programs put on the clipboard

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm;} @list l0 {mso-list-id:1;} --></style>
<!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--></head><body lang=EN-GB>
<!--StartFragment-->
<p class=MsoNormal><b><span lang=EN-US style='font-size:11.0pt'>We welcome<o:p></o:p></span></b></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>\xb7<span
style='font:7.0pt "Times New Roman"'>
&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>long-term funding<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level2 lfo2'><![if !supportLists]><span style='mso-list:
Ignore'>a)<span>&nbsp; </span></span><![endif]>from <i>2027</i></p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span
style='mso-list:Ignore'>b)<span>&nbsp; </span></span>on</p>
<p class=MsoNormal>See <a href="https://example.org/x"><span style='color:blue'>our evidence</span></a>.</p>
<!--EndFragment--></body></html>"""


def test_words_paragraphs_marks_and_lists_are_understood():
    text = from_html(WORD)

    assert [(str(each.style), each.level, each.plain) for each in text.paragraphs] == [
        ("paragraph", 0, "We welcome"),
        ("bullet", 0, "long-term funding"),
        ("number", 1, "from 2027"),
        ("number", 1, "on"),
        ("paragraph", 0, "See our evidence."),
    ]
    assert text.paragraphs[0].inlines == (Run(text="We welcome", bold=True),)
    assert text.links == ("https://example.org/x",)


def test_bold_and_italic_of_word_stay_beside_what_it_says_for_other_scripts():
    text = from_html(
        "<p class=MsoNormal>We <b style='mso-bidi-font-weight:normal'>must</b> and "
        "<i style='mso-bidi-font-style:normal'>should</i> act</p>"
    )

    assert text.paragraphs[0].inlines[1:4] == (
        Run(text="must", bold=True),
        Run(text=" and "),
        Run(text="should", italic=True),
    )


WORD_NOTE = """<p class=MsoNormal>Rents rose<a style='mso-footnote-id:ftn1' href="file:///C:/x/clip.htm#_ftn1"
name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>
<![if !supportFootnotes]><span>[1]</span><![endif]></span></span></a> again.</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr size=1 width="33%">
<![endif]><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"
title=""><span>[1]</span></a> Our survey, <a href="https://example.org/s">2026</a></p></div></div>"""

OFFICE_NOTE = """<p>Rents rose<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> again.</p>
<div id="sdfootnote1"><p class="sdfootnote"><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Our survey,
<a href="https://example.org/s">2026</a></p></div>"""


@pytest.mark.parametrize("html", [WORD_NOTE, OFFICE_NOTE], ids=["word", "libreoffice"])
def test_a_footnote_that_is_pasted_is_one_here(html):
    text = from_html(html)

    assert text.plain == "Rents rose again."
    assert text.footnotes == (Footnote(text="Our survey, 2026 (https://example.org/s)"),)


def test_a_reference_without_its_note_and_a_note_without_reference_keep_their_words():
    lonely = from_html('<p>Rents rose<a href="#_ftn1">[1]</a>.</p>')
    left_over = from_html(
        '<p>Rents rose.</p><div id=ftn1><p><a href="#_ftnref1">[1]</a> Our survey</p></div>'
    )

    assert lonely.plain == "Rents rose[1]."
    assert left_over.plain == "Rents rose.\n[1] Our survey"


def test_a_numbered_list_of_word_that_begins_again_does_so_here():
    item = "<p style='mso-list:l{} level1 lfo1'><span style='mso-list:Ignore'>{}.</span>x</p>"

    text = from_html(item.format(0, 1) + item.format(0, 2) + item.format(1, 1))

    assert [each.restart for each in text.paragraphs] == [False, False, True]


GOOGLE = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr">'
    '<span style="font-weight:400;font-style:normal">We </span>'
    '<span style="font-weight:700;font-style:normal">welcome</span>'
    '<span style="font-style:italic"> this</span></p>'
    '<ul><li aria-level="1"><p role="presentation"><span>one</span></p></li></ul></b><br class="x">'
)


def test_the_wrapper_of_google_docs_is_not_bold_and_its_styles_are():
    assert looks(GOOGLE) == [("We ", "", ""), ("welcome", "B", ""), (" this", "I", "")]
    assert shapes(GOOGLE)[1:] == [("bullet", 0, "one")]


OUTLOOK = (
    '<div class="WordSection1"><p class="MsoNormal">Dear all,<br><br>We <strong>welcome</strong> it.</p>'
    '</div><div id="appendonsend"></div><hr>'
    '<blockquote type="cite"><div>On Monday Ada wrote:</div><p>Is it?</p></blockquote>'
)


def test_an_email_and_what_it_quotes_are_understood():
    assert shapes(OUTLOOK) == [
        ("paragraph", 0, "Dear all,"),
        ("paragraph", 0, "We welcome it."),
        ("quote", 0, "On Monday Ada wrote:"),
        ("quote", 0, "Is it?"),
    ]


def test_a_span_can_end_boldness_for_its_words_alone():
    assert looks('<b>a<span style="font-weight: normal">b</span>c</b>d') == [
        ("a", "B", ""),
        ("b", "", ""),
        ("c", "B", ""),
        ("d", "", ""),
    ]


# --- size

DEEP = ("div", "ul", "b", "fn", "o:p")


@pytest.mark.parametrize(
    "html",
    [
        "<p>" + "word " * 100_000,
        "".join(f"<p>word {number}</p>" for number in range(8_000)),
        "<b>bold</b> <i>not</i> " * 5_000,
        "<span>word</span> " * 10_000,
        *(f"<{tag}>" * 20_000 + "x" for tag in DEEP),
        *(pytest.param(f"<{tag}>" * 100_000 + "x", marks=pytest.mark.long) for tag in DEEP),
        *(
            broken * 20_000
            for broken in ("<!--", "<a ", "</", "<![CDATA[", "&#", '<a b="', "<a b='>", "<script>", "<")
        ),
        "<a b='<a b=\">" * 20_000,
    ],
    ids=lambda html: html[:12],
)
def test_large_and_broken_input_takes_time_by_its_size_alone(html):
    started = process_time()

    text = from_html(html)

    assert process_time() - started < 30  # a second or two; minutes where ends are looked for again and again
    assert from_html(to_html(text)) == text


def test_a_hundred_thousand_words_lose_none():
    assert from_html("<p>" + "word " * 100_000 + "</p>").words == 100_000
