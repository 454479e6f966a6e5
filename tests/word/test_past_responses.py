"""A past response taken apart: what Word files made elsewhere hold, and how it comes out."""

from datetime import date, datetime

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.domain.composing import Block, BlockRole
from drafter.domain.richtext import BlockStyle, Footnote, Paragraph, RichText, Run, Source, normal
from drafter.word.past_responses import headed_paragraphs, read_past_response
from drafter.word.writing import write
from tests.word.compositions import a_composition

NAMES = nsdecls("w", "r")


@pytest.fixture
def document():
    made = docx.Document()
    made.core_properties.modified = datetime(2020, 5, 4, 12, 0)  # noqa: DTZ001 - python-docx wants it naive
    return made


@pytest.fixture
def read(document, tmp_path):
    def finish():
        path = tmp_path / "past.docx"
        document.save(path)
        return read_past_response(path)

    return finish


def add(document, inside, properties=""):
    """A paragraph as Word writes it."""
    given = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    document.element.body.insert(-1, parse_xml(f"<w:p {NAMES}>{given}{inside}</w:p>"))


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def number(document, form):
    """A list of that number format; its id."""
    part = document.part.numbering_part.element
    made = str(900 + len(part))
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/></w:lvl>'
    abstract = f'<w:abstractNum {NAMES} w:abstractNumId="{made}">{level}</w:abstractNum>'
    part.insert(0, parse_xml(abstract))
    part.append(parse_xml(f'<w:num {NAMES} w:numId="{made}"><w:abstractNumId w:val="{made}"/></w:num>'))
    return made


def words(read):
    return [each.paragraph.plain for each in read().paragraphs]


def test_insertions_count_and_deletions_do_not(document, read):
    change = 'w:id="1" w:author="Ann" w:date="2026-01-01T00:00:00Z"'
    add(document, f"{run('We ')}<w:ins {change}>{run('warmly ')}</w:ins><w:del {change}><w:r><w:delText>"
        f"do not </w:delText></w:r></w:del>{run('welcome it.')}")  # fmt: skip
    add(document, f"<w:moveFrom {change}>{run('Gone.')}</w:moveFrom>")
    add(document, run("One "), f"<w:rPr><w:del {change}/></w:rPr>")
    add(document, run("two."))

    assert words(read) == ["We warmly welcome it.", "One two."]


@pytest.mark.parametrize(
    ("form", "style"),
    [("bullet", BlockStyle.BULLET), ("decimal", BlockStyle.NUMBER), ("lowerLetter", BlockStyle.NUMBER)],
)
def test_a_list_is_of_the_kind_that_the_numbering_part_says(document, read, form, style):
    listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number(document, form)}"/></w:numPr>'
    add(document, run("First"), listed)

    assert [each.paragraph.style for each in read().paragraphs] == [style]


def test_a_list_may_be_the_styles(document, read):
    document.add_paragraph("A bullet", style="List Bullet")
    document.add_paragraph("A number", style="List Number")
    add(document, run("None"), '<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    found = [each.paragraph.style for each in read().paragraphs]
    assert found == [BlockStyle.BULLET, BlockStyle.NUMBER, BlockStyle.PARAGRAPH]


def test_headings_stand_above_what_follows_and_a_title_is_the_title(document, read):
    document.add_paragraph("Our response", style="Title")
    document.add_paragraph("Before")
    document.add_heading("Funding", 2)
    document.add_paragraph("After")

    found = read()
    assert found.title == "Our response"
    assert [(each.heading, each.paragraph.plain) for each in found.paragraphs] == [
        ("", "Before"),
        ("Funding", "After"),
    ]


def test_a_link_is_kept_in_each_way_that_word_writes_one(document, read):
    address = "https://example.org/a"
    relation = document.part.relate_to(
        address,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    add(document, f'<w:hyperlink r:id="{relation}">{run("one")}</w:hyperlink>')
    add(document, f"<w:fldSimple w:instr=' HYPERLINK \"{address}\" '>{run('two')}</w:fldSimple>")
    add(document,
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> HYPERLINK "{address}" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("three")}'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{run(" more")}')  # fmt: skip

    inlines = [each.paragraph.inlines for each in read().paragraphs]
    assert inlines[0] == (Run(text="one", link=address),)
    assert inlines[1] == (Run(text="two", link=address),)
    assert inlines[2] == (Run(text="three", link=address), Run(text=" more"))


def test_a_text_box_is_read_once(document, read):
    box = f"<w:txbxContent><w:p>{run('In the box')}</w:p></w:txbxContent>"
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    add(document,
        f"{run('Around')}<w:r><mc:AlternateContent {compatible}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>")  # fmt: skip

    assert words(read) == ["Around", "In the box"]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("4 November 2026", date(2026, 11, 4)),
        ("Date: 4th Nov 2026", date(2026, 11, 4)),
        ("November 2026", date(2026, 11, 1)),
        ("04/11/2026", date(2026, 11, 4)),
        ("2026-11-04", date(2026, 11, 4)),
        ("31 April 2026", date(2026, 4, 1)),
        ("No day at all", date(2020, 5, 4)),
        (
            "In a long paragraph of text the day 4 November 2026 is somebody else’s and not ours",
            date(2020, 5, 4),
        ),
    ],
)
def test_the_day_is_the_title_blocks_else_the_files(document, read, line, day):
    document.add_paragraph("Our response", style="Title")
    document.add_paragraph(line)

    assert read().dated == day


def test_a_note_keeps_the_address_that_it_only_leads_to(tmp_path):
    source = Source(title="A study", address="https://example.org/study")
    given = Block(role=BlockRole.BODY, inlines=(Run(text="Said."), Footnote(text="See", source=source)))
    target = tmp_path / "noted.docx"
    write(a_composition(given), target)

    note = headed_paragraphs(target)[0].paragraph.inlines[-1]
    assert isinstance(note, Footnote)
    assert "A study" in note.text
    assert "https://example.org/study" in note.text


LISTS = st.lists(
    st.tuples(
        st.sampled_from([BlockStyle.PARAGRAPH, BlockStyle.BULLET, BlockStyle.NUMBER]), st.integers(0, 2)
    ),
    min_size=1,
    max_size=12,
)
ROLES = {
    BlockStyle.PARAGRAPH: BlockRole.BODY,
    BlockStyle.BULLET: BlockRole.BULLET,
    BlockStyle.NUMBER: BlockRole.NUMBER,
}


@given(shapes=LISTS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_lists_that_drafter_wrote_come_back_as_they_were(tmp_path, shapes):
    text = normal(
        RichText(
            paragraphs=tuple(
                Paragraph(inlines=(Run(text=f"Item {number}"),), style=style, level=level)
                for number, (style, level) in enumerate(shapes)
            )
        )
    )
    target = tmp_path / "lists.docx"
    blocks = (
        Block(role=ROLES[each.style], inlines=each.inlines, level=each.level) for each in text.paragraphs
    )
    write(a_composition(*blocks), target)

    found = [each.paragraph for each in headed_paragraphs(target)]

    assert [(each.plain, each.style, each.level) for each in found] == [
        (each.plain, each.style, each.level) for each in text.paragraphs
    ]
