"""Writing a composition: styles, lists, links, notes, properties and the way home."""

import re
from dataclasses import replace

import pytest

from drafter.domain.composing import BlockRole
from drafter.domain.errors import Cancelled, Unresolved
from drafter.domain.progress import cancellable, silent
from drafter.domain.richtext import Field, Footnote, Run, Source
from drafter.word.anchors import MAX_NAME, fingerprint
from drafter.word.writing import write
from tests.word.compositions import (
    PASSAGE,
    RESPONSE,
    REVISION,
    a_composition,
    a_statement,
    block,
    body,
    bullet,
    number,
    points,
)
from tests.word.reading import (
    R,
    W,
    footnotes,
    links_of,
    opened,
    part,
    settings,
    shown,
    starts_of,
    style_names,
)

ALLOWED_IN_PARAGRAPHS = {"pStyle", "numPr", "tabs"}


@pytest.fixture
def target(tmp_path):
    return tmp_path / "response.docx"


def test_each_kind_of_block_has_its_built_in_style(target):
    write(a_statement(), target)

    assert [(each.style, each.text) for each in shown(target)] == [
        ("Title", "Time, trust and a little money"),
        ("Subtitle", "We welcome the review & ask for action on funding first."),
        ("Signature", "Ada Okafor, Policy Officer, Small Grants Trust"),
        ("Date", "4 November 2026"),
        (
            "Normal",
            "The review says what small charities have said for years: time is never free, and not endless.",
        ),
        ("Heading 1", "What we welcome"),
        ("Normal", "Our research on grants shows the same:"),
        ("List Bullet", "a fund for coordinators;"),
        ("List Bullet 2", "with a short form"),
        ("List Bullet", "one check that is valid everywhere."),
        ("Normal", "The order matters:"),
        ("List Number", "first the money,"),
        ("List Number 2", "which is late"),
        ("List Number", "then the rules."),
        ("Normal", "And again:"),
        ("List Number", "one"),
        ("List Number", "two"),
        ("Quote", "“Forty people wanted to help.”"),
        ("Heading 1", "What is missing"),
        ("Heading 2", "Rural places"),
        ("Normal", "Buses."),
    ]


def test_bold_and_italic_are_character_styles(target):
    write(a_statement(), target)

    runs = opened(target).paragraphs[4].runs
    assert [(each.text, each.style.name) for each in runs if each.style.name != "Default Paragraph Font"] == [
        ("years", "Emphasis"),
        ("never", "Strong"),
        ("not endless", "Intense Emphasis"),
        ("", "footnote reference"),
    ]


@pytest.mark.parametrize("composition", [a_statement(), points(9)], ids=["statement", "points"])
def test_nothing_is_formatted_by_hand(target, composition):
    write(composition, target)

    root = part(target, "word/document.xml")
    by_hand = [
        each.tag.removeprefix(W)
        for properties in root.iter(W + "pPr")
        for each in properties
        if each.tag.removeprefix(W) not in ALLOWED_IN_PARAGRAPHS
    ]
    by_hand += [each.tag for looks in root.iter(W + "rPr") for each in looks if each.tag != W + "rStyle"]
    assert list(root.iter(W + "pStyle"))
    assert by_hand == []


def test_every_style_that_is_named_is_there_and_is_word_s_own(target):
    write(points(9), target)

    known = style_names(target)
    custom = [each for each in part(target, "word/styles.xml") if each.get(W + "customStyle")]
    root = part(target, "word/document.xml")
    named = {each.get(W + "val") for tag in ("pStyle", "rStyle") for each in root.iter(W + tag)}
    assert named <= set(known)
    assert custom == []


def test_each_numbered_list_starts_at_one(target):
    write(a_composition(number("a"), number("b"), body("Between."), number("c")), target)

    first, second, _, third = shown(target)
    assert first.num == second.num != third.num
    starts = starts_of(target)
    assert starts[first.num] == starts[third.num] == {0: 1}


def test_a_list_that_restarts_is_a_list_of_its_own(target):
    write(a_composition(number("a"), number("b", restart=True)), target)

    first, second = shown(target)
    assert first.num != second.num


def test_a_list_within_a_list_counts_in_it_and_the_outer_goes_on(target):
    blocks = number("a"), number("b", 1), number("c"), number("d", 1)
    write(a_composition(*blocks), target)

    assert len({each.num for each in shown(target)}) == 1
    assert [each.level for each in shown(target)] == [0, 1, 0, 1]


def test_a_numbered_list_under_a_bullet_starts_at_one_each_time(target):
    write(a_composition(bullet("a"), number("b", 1), bullet("c"), number("d", 1)), target)

    _, first, _, second = shown(target)
    assert first.num != second.num
    assert starts_of(target)[second.num] == {1: 1}


def test_a_count_that_nothing_began_anew_gets_its_own_list(target):
    """Word goes on counting a third level until an item further out comes: bullets are none."""
    blocks = number("a"), bullet("b", 1), number("c", 2), bullet("d", 1), number("e", 2), number("f")
    write(a_composition(*blocks), target)

    outer, _, first, _, second, last = shown(target)
    assert first.num == outer.num == last.num
    assert second.num != first.num


def test_a_link_keeps_its_words_and_its_address(target):
    write(a_statement(), target)

    assert shown(target)[6].links == (("research on grants", "https://example.org/a?b=1&c=2"),)


def test_the_same_address_twice_is_one_relationship(target):
    link = Run(text="here", link="https://example.org/")
    write(a_composition(body(link, " and ", link), body(link)), target)

    assert list(links_of(target).values()) == ["https://example.org/"]


def test_an_address_that_would_break_the_file_is_left_as_words(target):
    write(a_composition(body("See ", Run(text="here", link="https://example.org:port/"))), target)

    assert shown(target)[0].text == "See here"
    assert links_of(target) == {}


def test_odd_characters_of_an_address_are_escaped(target):
    write(a_composition(body(Run(text="here", link='https://example.org/a b"c%'))), target)

    assert list(links_of(target).values()) == ["https://example.org/a%20b%22c%25"]


def test_a_footnote_says_its_text_and_then_its_source(target):
    write(a_statement(), target)

    assert list(footnotes(target).values()) == [
        "A survey of 1,204 groups. State of Volunteering, Small Grants Trust, March 2026.",
        "See below.",
    ]
    assert list(links_of(target, "footnotes").values()) == ["https://example.org/state"]


def test_the_title_of_a_source_is_what_leads_to_it(target):
    write(a_statement(), target)

    (link,) = part(target, "word/footnotes.xml").iter(W + "hyperlink")
    assert "".join(link.itertext()) == "State of Volunteering"
    assert link.get(R + "id") in links_of(target, "footnotes")


def test_a_source_without_title_or_address_is_words(target):
    note = Footnote(text="Counted by hand", source=Source(title="", publisher="The Trust"))
    write(a_composition(body("So.", note)), target)

    assert list(footnotes(target).values()) == ["Counted by hand. The Trust."]


def test_each_paragraph_of_a_passage_lies_in_a_hidden_bookmark(target):
    entries = write(a_statement(), target)

    root = part(target, "word/document.xml")
    marked = {}
    for paragraph in root.iter(W + "p"):
        children = [each for each in paragraph if each.tag != W + "pPr"]
        if children[0].tag == W + "bookmarkStart":
            assert children[-1].tag == W + "bookmarkEnd"
            assert children[0].get(W + "id") == children[-1].get(W + "id")
            marked[children[0].get(W + "name")] = "".join(each.text for each in paragraph.iter(W + "t"))
    assert marked == {each.bookmark: each.text for each in entries}
    assert all(re.fullmatch(r"_\w+", each) and len(each) <= MAX_NAME for each in marked)
    ids = [each.get(W + "id") for each in root.iter(W + "bookmarkStart")]
    assert len(ids) == len(set(ids))


def test_the_manifest_says_which_passage_and_wording_a_paragraph_was(target):
    entries = write(a_composition(block(BlockRole.TITLE, "Title"), body("Words.", revision=REVISION)), target)

    (entry,) = entries
    assert (entry.passage, entry.revision, entry.text) == (PASSAGE, REVISION, "Words.")
    assert entry.fingerprint == fingerprint("Words.")


def test_two_exports_have_no_bookmark_in_common(tmp_path):
    one = write(a_statement(), tmp_path / "1.docx", export="e1")
    other = write(a_statement(), tmp_path / "2.docx", export="e2")

    assert not {each.bookmark for each in one} & {each.bookmark for each in other}


def test_the_file_says_what_it_is(target):
    write(a_statement(), target, export="the export")

    about = opened(target).core_properties
    assert (about.title, about.author) == ("Time, trust and a little money", "Ada Okafor")
    assert (about.subject, about.language) == ("Response to Volunteering and Local Charities", "en-GB")
    assert about.comments == about.keywords == ""
    custom = {each.get("name"): "".join(each.itertext()) for each in part(target, "docProps/custom.xml")}
    assert custom == {"DrafterResponse": RESPONSE, "DrafterExport": "the export"}


def test_it_is_a4_in_british_english_and_of_today_s_word(target):
    write(a_statement(), target)

    section = opened(target).sections[-1]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    languages = {each.get(W + "val") for each in part(target, "word/styles.xml").iter(W + "lang")}
    assert languages == {"en-GB"}
    modes = [
        each.get(W + "val")
        for each in settings(target).iter(W + "compatSetting")
        if each.get(W + "name") == "compatibilityMode"
    ]
    assert modes == ["15"]


def test_nothing_asks_at_opening(target):
    write(points(60), target)

    assert settings(target).find(W + "updateFields") is None
    assert not [each for each in part(target, "word/document.xml").iter() if each.get(W + "dirty")]


def test_header_and_footer_show_title_organisation_and_page(target):
    write(a_statement(), target)

    section = opened(target).sections[0]
    shown_in = [
        "".join(each.text or "" for each in part._element.iter(W + "t"))
        for part in (section.header, section.first_page_header, section.footer)
    ]
    assert shown_in == [
        "Time, trust and a little money",
        "Small Grants Trust",
        "Small Grants TrustPage 1 of 1",
    ]


def test_an_unknown_organisation_leaves_no_field_behind(target):
    write(replace(a_statement(), organisation=""), target)

    first = opened(target).sections[0].first_page_header
    assert list(first._element.iter(W + "fldSimple")) == []


def test_no_label_is_stranded_from_its_answer(target):
    write(points(2), target)

    document = opened(target)
    kept = {each.style.name for each in document.paragraphs if keeps(each)}
    assert kept == {"Title", "Heading 1", "Heading 2", "Quote", "Note Heading"}


def keeps(paragraph):
    format_ = paragraph.paragraph_format.keep_with_next
    return paragraph.style.paragraph_format.keep_with_next if format_ is None else format_


def test_headings_skip_no_level(target):
    roles = BlockRole.HEADING2, BlockRole.HEADING3, BlockRole.HEADING1, BlockRole.HEADING3
    write(a_composition(*(block(each, "Heading") for each in roles)), target)

    assert [each.style for each in shown(target)] == ["Heading 1", "Heading 2", "Heading 1", "Heading 2"]


def test_a_block_without_words_leaves_no_empty_paragraph(target):
    write(a_composition(block(BlockRole.TITLE), body("Words.")), target)

    assert [each.text for each in shown(target)] == ["Words."]


def test_characters_that_no_file_may_hold_are_left_out(target):
    write(a_composition(body("a\x00b\ud800c <d> &\x0be")), target)

    assert shown(target)[0].text == "abc <d> & e"


def test_a_field_without_a_value_never_reaches_the_file(target):
    with pytest.raises(Unresolved, match=r"report\.title"):
        write(a_composition(body("On ", Field(name="report.title"))), target)

    assert not target.exists()


def test_the_officer_can_stop_it(target):
    target.write_bytes(b"old")

    with pytest.raises(Cancelled):
        write(points(30), target, progress=cancellable(silent, lambda: True))

    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_progress_is_told_in_paragraphs(target):
    steps = []
    write(points(30), target, progress=lambda done, total: steps.append((done, total)))

    assert [done for done, _ in steps] == sorted({done for done, _ in steps})
    assert len({total for _, total in steps}) == 1
    assert len(steps) > 2
