"""How a template looks, as the preview needs it."""

import pytest

from drafter.word.furniture_look import ORGANISATION, PAGE, PAGES, TITLE
from drafter.word.look import look_of
from drafter.word.template import own_template
from tests.word import templates
from tests.word.make_template import W, parts


def test_fonts_sizes_colours_and_margins_are_read():
    look = look_of(own_template())

    assert (round(look.sheet.width), round(look.sheet.left)) == (595, 71)
    title, body, quote = look.of("title"), look.of("body"), look.of("quote")
    assert (title.font, title.size, title.bold, title.colour) == ("Arial", 28, True, "1B3A57")
    assert (body.size, body.lines, body.after) == (12, 1.2, 8)
    assert (quote.rule, quote.left > 0) == ("B8C4CF", True)
    assert look.may_turn


def test_list_items_hang_at_every_level():
    look = look_of(own_template())

    lefts = [look.of("bullet", level).left for level in range(3)]
    assert lefts == sorted(set(lefts))
    assert all(look.of("bullet", level).first < 0 for level in range(3))


def test_header_and_footer_say_what_is_counted_anew():
    look = look_of(own_template())

    assert [each.text for each in look.head] == [TITLE]
    assert [(each.size, each.is_bold, each.colour) for each in look.head] == [(12, False, "4B5866")]
    assert [each.text for each in look.foot] == [f"{ORGANISATION}\tPage {PAGE} of {PAGES}"]


def test_a_first_page_of_its_own_is_known():
    look = look_of(own_template())

    assert look.first_head is not None
    assert [each.text for each in look.first_head] == [ORGANISATION]
    assert look.first_head[0].is_bold


def test_a_logo_in_the_header_is_brought_with_its_size(tmp_path):
    look = look_of(templates.a_letterhead(tmp_path / "letter.docx"))

    [line] = look.head
    [logo] = line.pictures
    assert (logo.data, logo.width > 20) == (templates.DOT, True)
    assert look.of("body").font == "Georgia"
    assert look.sheet.left == 45


def test_the_themes_font_is_named(tmp_path):
    styles = parts()["word/styles.xml"].replace(
        'w:ascii="Arial"', 'w:ascii="Arial" w:asciiTheme="minorHAnsi"'
    )
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
        '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Candara"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    relations = parts()["word/_rels/document.xml.rels"].replace(
        "</Relationships>",
        '<Relationship Id="rIdT" Target="theme1.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/theme"/></Relationships>',
    )
    types = parts()["[Content_Types].xml"].replace(
        "<Override",
        '<Override PartName="/word/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'theme+xml"/><Override',
        1,
    )
    changed = {
        "word/styles.xml": styles,
        "word/theme1.xml": theme,
        "word/_rels/document.xml.rels": relations,
        "[Content_Types].xml": types,
    }

    assert look_of(templates.packed(tmp_path / "themed.docx", changed)).of("body").font == "Candara"


def test_text_that_the_template_holds_comes_first(tmp_path):
    content = templates.words("12 Canal Street, Leeds")
    template = templates.packed(tmp_path / "letter.docx", {"word/document.xml": templates.body(content)})

    assert [text for text, _ in look_of(template).before] == ["12 Canal Street, Leeds"]


def test_a_mapped_style_lends_its_look(tmp_path):
    more = (
        '<w:style w:type="paragraph" w:styleId="Box"><w:name w:val="Box"/><w:rPr><w:color w:val="AA0000"/>'
        "</w:rPr></w:style></w:styles>"
    )
    styles = parts()["word/styles.xml"].replace("</w:styles>", more)
    template = templates.packed(tmp_path / "letter.docx", {"word/styles.xml": styles})

    assert look_of(template, {"quote": "Box"}).of("quote").colour == "AA0000"


@pytest.mark.parametrize("broken", ["", "w:w='x' w:h='-5'"])
def test_a_page_without_a_size_is_a4(tmp_path, broken):
    section = f'<w:sectPr xmlns:w="{W}"><w:pgSz {broken}/></w:sectPr>'
    template = templates.packed(
        tmp_path / "letter.docx", {"word/document.xml": templates.body("<w:p/>", section)}
    )

    assert look_of(template).sheet.width == 595
