"""Word files: numbers that exist only as automatic numbering, tables, boxes, notes, tracked changes."""

import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from drafter.reports.reading import read
from tests.reports.papers import a_word_file, labels, texts

WISHES = [
    "The council should mend the roads.",
    "The council should light the lanes.",
    "It should ask the villages.",
]


def numbering(document, *levels, start=1):
    """A list definition with these (format, text) levels, and one instance of it; the instance's id."""
    part = document.part.numbering_part.element
    key = 90 + len(part.findall(qn("w:abstractNum")))
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start if at == 0 else 1}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    part.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{inner}</w:abstractNum>')
    )
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'))
    return key


def numbered(document, key, text, level=0):
    paragraph = document.add_paragraph(text)
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>')
    )
    return paragraph


def test_automatic_numbers_are_computed(tmp_path):
    def build(document):
        document.add_heading("Recommendations")
        key = numbering(document, ("decimal", "%1."), ("lowerLetter", "(%2)"))
        numbered(document, key, "The council should:")
        numbered(document, key, "mend the roads; and", level=1)
        numbered(document, key, "light the lanes.", level=1)
        numbered(document, key, "The villages should be asked.")
        numbered(document, key, "It should report on:")
        numbered(document, key, "what it spent.", level=1)

    found = read(a_word_file(tmp_path, build)).recommendations

    assert [item.label for item in found] == ["1", "2", "3"]
    assert [(part.label, part.text) for part in found[0].parts] == [
        ("(a)", "mend the roads; and"),
        ("(b)", "light the lanes."),
    ]
    assert [part.label for part in found[2].parts] == ["(a)"]


def test_the_words_of_a_numbering_make_the_label(tmp_path):
    def build(document):
        document.add_heading("Roads")
        key = numbering(document, ("decimal", "Question %1:"), start=4)
        numbered(document, key, "Should lanes be lit?")
        document.add_paragraph("We explain the costs of lighting here, in some detail.")
        numbered(document, key, "Who should pay for the light?")

    assert labels(read(a_word_file(tmp_path, build))) == ["4", "5"]


def test_dotted_numbers_follow_the_level_above(tmp_path):
    def build(document):
        key = numbering(document, ("decimal", "%1"), ("decimal", "Recommendation %1.%2"))
        for chapter in ("Roads", "Lanes"):
            numbered(document, key, chapter)
            for wish in WISHES[:2]:
                numbered(document, key, wish, level=1)

    assert labels(read(a_word_file(tmp_path, build))) == ["1.1", "1.2", "2.1", "2.2"]


def test_a_table_with_a_number_column(tmp_path):
    def build(document):
        document.add_heading("Summary of recommendations")
        table = document.add_table(1, 3)
        for cell, text in zip(table.rows[0].cells, ("No.", "Recommendation", "Owner"), strict=True):
            cell.text = text
        for number, wish in enumerate(WISHES, start=1):
            for cell, text in zip(table.add_row().cells, (str(number), wish, "Council"), strict=True):
                cell.text = text

    reading = read(a_word_file(tmp_path, build))

    assert texts(reading) == WISHES
    assert labels(reading) == ["1", "2", "3"]


def test_a_merged_cell_is_read_once(tmp_path):
    def build(document):
        document.add_heading("Recommendations")
        table = document.add_table(4, 2)
        for number, wish in enumerate(WISHES, start=1):
            table.cell(number - 1, 0).text, table.cell(number - 1, 1).text = str(number), wish
        table.cell(3, 0).merge(table.cell(3, 1)).text = "A closing word about all of them"

    whole = read(a_word_file(tmp_path, build)).text[0].text

    assert whole.count("A closing word") == 1


def test_a_box_is_read_and_ends_its_recommendation(tmp_path):
    def build(document):
        for number, wish in enumerate(WISHES[:2], start=1):
            document.add_paragraph("The history of the roads is long, and it is told here at length.")
            cell = document.add_table(1, 1).cell(0, 0)
            cell.text = f"Recommendation {number}"
            cell.add_paragraph(wish)
            cell.add_paragraph("It should do so soon.")
            document.add_paragraph("More history follows, of which nobody asks anything.")

    assert texts(read(a_word_file(tmp_path, build))) == [
        f"{wish}\nIt should do so soon." for wish in WISHES[:2]
    ]


def test_a_text_box_is_read_once(tmp_path):
    def build(document):
        document.add_heading("Recommendations")
        for number, wish in enumerate(WISHES, start=1):
            document.add_paragraph(f"{number}. {wish}")
        inner = "<w:txbxContent><w:p><w:r><w:t>Said in a box</w:t></w:r></w:p></w:txbxContent>"
        run = document.add_paragraph("Anchor").add_run()
        run._r.append(
            parse_xml(
                f"<mc:AlternateContent {nsdecls('w')} "
                'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
                'xmlns:v="urn:schemas-microsoft-com:vml">'
                f'<mc:Choice Requires="wps"><w:drawing>{inner}</w:drawing></mc:Choice>'
                f"<mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback>"
                "</mc:AlternateContent>"
            )
        )

    assert read(a_word_file(tmp_path, build)).text[0].text.count("Said in a box") == 1


def test_deleted_words_and_raised_numbers_are_left_out(tmp_path):
    def build(document):
        document.add_heading("Recommendations")
        document.add_paragraph(f"1. {WISHES[0]}")
        paragraph = document.add_paragraph("2. The council should ")
        deleted = OxmlElement("w:del")
        deleted.append(parse_xml(f"<w:r {nsdecls('w')}><w:delText>never </w:delText></w:r>"))
        paragraph._p.append(deleted)
        paragraph.add_run("light the lanes")
        paragraph.add_run("12").font.superscript = True
        paragraph.add_run(" soon.")

    assert texts(read(a_word_file(tmp_path, build)))[1] == "The council should light the lanes soon."


def test_the_title_property_is_the_title(tmp_path):
    def build(document):
        document.core_properties.title = "The lanes report"
        document.add_paragraph("Words.")

    assert read(a_word_file(tmp_path, build)).title == "The lanes report"


def test_a_word_file_has_no_pages_and_no_places(tmp_path):
    def build(document):
        document.add_heading("Recommendations")
        for number, wish in enumerate(WISHES, start=1):
            document.add_paragraph(f"{number}. {wish}")

    reading = read(a_word_file(tmp_path, build))

    assert reading.pages is None
    assert [(item.page, item.pages, item.regions) for item in reading.recommendations] == [(None, (), ())] * 3


@pytest.mark.parametrize(
    ("form", "second"), [("upperRoman", "II"), ("decimalZero", "02"), ("upperLetter", "B")]
)
def test_every_way_of_counting(tmp_path, form, second):
    def build(document):
        key = numbering(document, (form, "Recommendation %1:"))
        for wish in WISHES:
            numbered(document, key, wish)

    assert labels(read(a_word_file(tmp_path, build)))[1] == second
