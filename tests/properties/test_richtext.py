"""Rich text goes to HTML and back, has one normal form, and survives whatever is pasted."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.domain.comparing import Mark, compare, same_words, similarity
from drafter.domain.richtext import (
    BlockStyle,
    RichText,
    clean_characters,
    normal,
    plain_text,
    resolve,
)
from drafter.domain.richtext_html import from_html, to_html
from tests.strategies import any_rich_text, odd_text, rich_texts

TAGS = (
    *(
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "blockquote",
        "strong",
        "em",
        "a",
        "fn",
        "field",
        "br",
        "table",
    ),
    *("tr", "td", "script", "style", "svg", "title", "textarea", "o:p", "span", "b", "math", "select"),
)
tags = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(("", "", "/")),
    st.sampled_from(TAGS),
    st.sampled_from(
        ("", " href=javascript:x", ' name="organisation"', ' title="&quot;"', "/", ' style="mso-list:l0"')
    ),
)
html = st.lists(
    st.one_of(
        tags, tags, odd_text, st.just("words"), st.sampled_from(("<!--", "-->", "<![CDATA[", "<?", "</", "<"))
    )
)
pages = html.map("".join)


@given(rich_texts)
def test_html_there_and_back_is_the_same(text):
    assert from_html(to_html(text)) == text


@given(any_rich_text)
def test_what_any_room_made_comes_back_in_normal_form(text):
    assert from_html(to_html(text)) == normal(text)


@given(any_rich_text)
def test_the_normal_form_of_a_normal_form_is_itself(text):
    assert normal(normal(text)) == normal(text)


@given(pages)
@example("<fn>" * 3 + "<li><ol></fn>")
@example("<ol><li>one<ul><li>two</ol><li>three")
def test_whatever_is_pasted_becomes_rich_text_in_normal_form(pasted):
    cleaned = from_html(pasted)

    assert normal(cleaned) == cleaned
    assert from_html(to_html(cleaned)) == cleaned


@given(pages)
def test_no_script_or_dangerous_address_survives(pasted):
    cleaned = from_html(pasted)

    assert all(link.startswith(("http://", "https://", "mailto:")) for link in cleaned.links)
    assert "<script" not in to_html(cleaned)


@given(odd_text)
def test_clean_characters_are_clean_already(text):
    assert clean_characters(clean_characters(text)) == clean_characters(text)


@given(odd_text)
def test_plain_text_is_in_normal_form_once_normalised_and_keeps_its_words(text):
    assert normal(plain_text(text)).plain.split() == clean_characters(text).split()


@given(rich_texts)
def test_fields_without_values_leave_a_text_as_it_is(text):
    assert resolve(text, lambda _: None) == text


@settings(max_examples=settings().max_examples // 2)
@given(rich_texts, rich_texts)
def test_a_comparison_holds_every_word_of_both_texts(before, after):
    compared = compare(before, after)

    assert _words(compared, Mark.ADDED) == _words(compare(before, before), Mark.ADDED)
    assert _words(compared, Mark.REMOVED) == _words(compare(after, after), Mark.REMOVED)


@given(rich_texts)
def test_a_text_is_the_same_as_itself(text):
    assert compare(text, text).is_same
    assert similarity(text, text) == 1
    assert same_words(text, text)


@settings(max_examples=settings().max_examples // 2)
@given(rich_texts, rich_texts)
def test_texts_that_compare_as_the_same_have_the_same_words(before, after):
    if compare(before, after).is_same:
        assert same_words(before, after)


@given(rich_texts.filter(lambda text: not text.is_empty))
def test_another_kind_of_paragraph_shows_as_restyled_words_as_neither_added_nor_removed(text):
    quoted = normal(
        RichText(
            paragraphs=tuple(
                replace(each, style=BlockStyle.QUOTE, level=0, restart=False) for each in text.paragraphs
            )
        )
    )

    compared = compare(text, quoted)

    assert {each.mark for each in compared.pieces} <= {Mark.SAME}


def _words(compared, without):
    """All letters without one mark: with ADDED left out, the earlier text's; with REMOVED, the later's."""
    kept = "".join(each.text for each in compared.pieces if each.mark is not without)
    return "".join(kept.replace("¶", "").split())
