"""Organisations' Word files as templates: what is kept, what is made, what is refused."""

import errno
import stat
import zipfile
from pathlib import Path

import pytest

from drafter.domain.composing import BlockRole
from drafter.domain.errors import NotATemplate
from drafter.word.writing import write
from tests.word import templates
from tests.word.compositions import a_composition, a_statement, block, body, bullet, number, points
from tests.word.make_template import W as URI
from tests.word.make_template import content_types, parts
from tests.word.reading import W, names, opened, part, settings, shown, style_names


@pytest.fixture
def target(tmp_path):
    return tmp_path / "response.docx"


@pytest.fixture
def template(tmp_path):
    return tmp_path / "letter.docx"


def words_of(path):
    return [each.text for each in shown(path)]


@pytest.mark.parametrize("make", templates.USABLE, ids=lambda make: make.__name__)
@pytest.mark.parametrize("composition", [a_statement(), points(3)], ids=["statement", "points"])
def test_every_template_takes_every_word_in_order(template, target, make, composition):
    write(composition, target, template=make(template))

    read = words_of(target)
    ours = [each.plain for each in composition.blocks]
    start = read.index(ours[0])
    assert read[start : start + len(ours)] == ours


@pytest.mark.parametrize("make", templates.USABLE, ids=lambda make: make.__name__)
def test_in_every_template_the_styles_are_found_by_their_names(template, target, make):
    write(a_statement(), target, template=make(template))

    known = {each.casefold() for each in style_names(target).values()}
    used = {each.style for each in shown(target)}
    assert {"Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "List Number", "Quote"} <= used
    assert {"title", "heading 1", "list number 2", "footnote text", "hyperlink"} <= known
    assert len(known) == len(style_names(target))


def test_header_logo_footer_and_margins_of_a_letterhead_stay(template, target):
    write(a_statement(), target, template=templates.a_letterhead(template))

    section = opened(target).sections[-1]
    assert "word/media/logo.png" in names(target)
    assert section.header._element.find(f".//{W}drawing") is not None
    assert section.footer.paragraphs[0].text == "12 Canal Street, Leeds"
    assert section.left_margin.twips == 900


def test_a_missing_list_style_is_made_and_numbers(template, target):
    write(
        a_composition(bullet("a"), number("b"), number("c")),
        target,
        template=templates.a_letterhead(template),
    )

    styles = {
        each.find(W + "name").get(W + "val"): each
        for each in part(target, "word/styles.xml").iter(W + "style")
    }
    nums = {each.get(W + "numId") for each in part(target, "word/numbering.xml").iter(W + "num")}
    for name in ("List Bullet", "List Number"):
        assert styles[name].find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") in nums
    assert shown(target)[1].num == shown(target)[2].num


def test_a_made_style_inherits_the_template_s_font(template, target):
    write(a_statement(), target, template=templates.a_letterhead(template))

    fonts = {each.get(W + "ascii") for each in part(target, "word/styles.xml").iter(W + "rFonts")}
    assert fonts == {"Georgia"}


def test_localised_ids_are_used_as_they_are(template, target):
    write(a_statement(), target, template=templates.a_german_one(template))

    used = {each.get(W + "val") for each in part(target, "word/document.xml").iter(W + "pStyle")}
    assert {"Titel", "berschrift1", "berschrift2", "Zitat"} <= used
    languages = {each.get(W + "val") for each in part(target, "word/styles.xml").iter(W + "lang")}
    assert languages == {"en-GB"}


def test_a_file_without_styles_gets_readable_ones(template, target):
    write(a_statement(), target, template=templates.one_without_styles(template))

    document = opened(target)
    assert words_of(target)[0] == "Canal Street Trust"
    body_text = next(each for each in document.paragraphs if each.text == "Buses.")
    assert body_text.style.name == "Body Text"
    assert body_text.style.paragraph_format.space_after.pt > 0


def test_a_word_template_becomes_a_document_and_forgets_its_attached_template(template, target):
    write(a_statement(), target, template=templates.a_dotx(template.with_suffix(".dotx")))

    with zipfile.ZipFile(target) as package:
        assert b"template.main" not in package.read("[Content_Types].xml")
        assert not [name for name in package.namelist() if b"Normal.dotm" in package.read(name)]
    assert settings(target).find(W + "attachedTemplate") is None
    assert settings(target).find(W + "linkStyles") is None


def test_a_section_that_ends_in_a_table_is_no_place_for_text(template, target):
    write(a_statement(), target, template=templates.one_in_a_table(template))

    document = opened(target)
    assert document.element.body[-1].tag == W + "sectPr"
    assert document.tables[0].cell(0, 0).paragraphs[0].text == "Canal Street Trust"
    assert document.paragraphs[0].text == "Time, trust and a little money"


def test_the_text_goes_where_the_marker_bookmark_is(template, target):
    write(a_composition(body("One."), body("Two.")), target, template=templates.one_with_a_place(template))

    assert words_of(target) == ["Dear committee,", "One.", "Two.", "Yours sincerely,"]


def test_what_the_marker_bookmark_spans_is_replaced(template, target):
    marked = (
        '<w:bookmarkStart w:id="7" w:name="DRAFTER"/><w:r><w:t>Text goes</w:t></w:r></w:p>'
        '<w:p><w:r><w:t>here</w:t></w:r><w:bookmarkEnd w:id="7"/>'
    )
    write(a_composition(body("One.")), target, template=templates.one_with_a_place(template, marked))

    assert words_of(target) == ["Dear committee,", "One.", "Yours sincerely,"]


def test_words_beside_the_marker_bookmark_stay(template, target):
    marker = '<w:bookmarkStart w:id="7" w:name="Drafter"/><w:bookmarkEnd w:id="7"/>'
    marked = f"<w:r><w:t>Our answer:</w:t></w:r>{marker}"
    write(a_composition(body("One.")), target, template=templates.one_with_a_place(template, marked))

    assert words_of(target) == ["Dear committee,", "Our answer:", "One.", "Yours sincerely,"]


def test_without_a_marker_the_text_goes_behind_what_is_there(template, target):
    content = templates.words("12 Canal Street") + "<w:p/>"
    templates.packed(template, {"word/document.xml": templates.body(content)})

    write(a_composition(body("One.")), target, template=template)

    assert words_of(target) == ["12 Canal Street", "One."]


def test_footnotes_of_the_template_keep_their_numbers(template, target):
    note = '<w:footnote w:id="4"><w:p><w:r><w:t>Theirs.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    notes = parts()["word/footnotes.xml"].replace("</w:footnotes>", note)
    reference = '<w:p><w:r><w:t>Letter</w:t></w:r><w:r><w:footnoteReference w:id="4"/></w:r></w:p>'
    templates.packed(template, {"word/footnotes.xml": notes, "word/document.xml": templates.body(reference)})

    write(a_statement(), target, template=template)

    assert [note for each in shown(target) for note in each.notes][::2] == ["Theirs.", "See below."]


def test_a_label_is_kept_with_its_answer_where_the_styles_do_not(template, target):
    styles = parts()["word/styles.xml"].replace("<w:keepNext/>", "")
    templates.packed(template, {"word/styles.xml": styles})

    write(points(1), target, template=template)

    kept = [each.style.name for each in opened(target).paragraphs if each.paragraph_format.keep_with_next]
    assert kept == ["Heading 1", "Heading 2", "Quote", "Note Heading"]


def test_a_written_field_in_a_header_is_filled_in_its_own_look(template, target):
    field = "".join(
        f"<w:r><w:rPr><w:b/></w:rPr>{each}</w:r>"
        for each in (
            '<w:fldChar w:fldCharType="begin"/>',
            "<w:instrText> TITLE \\* MERGEFORMAT </w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>Old</w:t>",
            "<w:t>title</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    header = f'<w:hdr xmlns:w="{URI}"><w:p>{field}</w:p></w:hdr>'
    templates.packed(template, {"word/header1.xml": header})

    write(a_statement(), target, template=template)

    assert opened(target).sections[0].header.paragraphs[0].text == "Time, trust and a little money"


def test_a_protected_template_gives_a_file_that_can_be_edited(template, target):
    protected = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop'
    settings_xml = parts()["word/settings.xml"].replace("<w:defaultTabStop", protected)
    templates.packed(template, {"word/settings.xml": settings_xml})

    write(a_statement(), target, template=template)

    assert settings(target).find(W + "documentProtection") is None


def test_a_write_protected_template_is_read_and_left_alone(template, target):
    templates.a_letterhead(template)
    template.chmod(stat.S_IRUSR)
    before = template.read_bytes()

    write(a_statement(), target, template=template)

    assert template.read_bytes() == before


def test_a_template_may_be_its_own_target(template):
    write(a_composition(body("One.")), template, template=templates.one_with_a_place(template))

    assert words_of(template) == ["Dear committee,", "One.", "Yours sincerely,"]


# --- refused


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "not a Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "before 2007 or has a password"),
        (b"PK\x03\x04 and nothing more", "damaged"),
    ],
)
def test_what_is_no_word_file_is_refused(template, target, content, sentence):
    template.write_bytes(content)
    target.write_bytes(b"old")

    with pytest.raises(NotATemplate, match=sentence):
        write(a_statement(), target, template=template)
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"[Content_Types].xml": None}, "not a Word file"),
        ({"[Content_Types].xml": content_types().replace("document.main", "comments")}, "not a Word file"),
        ({"word/document.xml": None}, "damaged"),
        ({"word/document.xml": "<w:document"}, "damaged"),
        ({"word/document.xml": f'<w:document xmlns:w="{URI}"/>'}, "damaged"),
        ({"word/styles.xml": "not xml"}, "damaged"),
        ({"word/settings.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}, "damaged"),
        ({"word/media/big.bin": bytes(40_000_000)}, "far larger"),
        ({"word/vbaProject.bin": b"macro"}, "macros"),
    ],
)
def test_a_package_that_is_not_whole_or_not_safe_is_refused(template, target, changed, sentence):
    templates.packed(template, changed)

    with pytest.raises(NotATemplate, match=sentence):
        write(a_statement(), target, template=template)
    assert not target.exists()


def test_a_file_with_macros_is_refused(template, target):
    with pytest.raises(NotATemplate, match="without macros"):
        write(a_statement(), target, template=templates.one_with_macros(template))


def test_a_template_that_is_gone_is_named(tmp_path, target):
    with pytest.raises(NotATemplate, match=r"“gone\.docx” is no longer there"):
        write(a_statement(), target, template=tmp_path / "gone.docx")


def test_a_folder_is_no_template(tmp_path, target):
    with pytest.raises(NotATemplate, match="cannot be read"):
        write(a_statement(), target, template=tmp_path)


def test_a_template_that_a_program_will_not_share_is_told_how_to_go_on(template, target, monkeypatch):
    """As Windows says it where Word has the file to itself."""
    templates.a_letterhead(template)

    def held(self, *_more):
        raise PermissionError(errno.EACCES, "The process cannot access the file", str(self))

    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(NotATemplate, match="Close it in Word if it is open there"):
        write(a_statement(), target, template=template)


def test_a_strict_file_is_refused_with_the_way_out(template, target):
    strict = parts()["word/document.xml"].replace(URI, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    templates.packed(template, {"word/document.xml": strict})

    with pytest.raises(NotATemplate, match="Strict Open XML"):
        write(a_statement(), target, template=template)


@pytest.mark.parametrize("role", BlockRole)
def test_every_role_finds_a_style_in_a_file_that_has_none(template, target, role):
    write(a_composition(block(role, "Words")), target, template=templates.one_without_styles(template))

    assert words_of(target)[-1] == "Words"
