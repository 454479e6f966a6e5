"""What fuzzing found, made small: each once ended in something that was no sentence for the officer."""

import io
import zipfile

import pytest

from drafter.archives import opened_archive
from drafter.domain.errors import BadInput, LibraryDamaged
from drafter.reports.reading import read, read_html
from drafter.services import importing
from drafter.store.library import Library
from tests.faults.hostile import REPORT, word_parts
from tests.reports.papers import Page, a_pdf


def test_a_page_set_in_letters_of_no_size_is_read(tmp_path):
    page = Page().say(REPORT[:40], size=0.01).say(REPORT[40:], size=0.01, gap=20)

    assert read(a_pdf(tmp_path, page)).pages == 1


def test_a_part_whose_name_is_no_text_where_it_begins_is_a_damaged_file(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for each, part in word_parts().items():
            package.writestr(each, part)
    content = bytearray(made.getvalue())
    name = b"word/document.xml"
    starts = [at for at in range(len(content)) if content.startswith(b"PK\x03\x04", at)]
    (entry,) = (at for at in starts if content.startswith(name, at + 30))
    content[entry + 30] = 0xA0
    content[entry + 7] |= 0x08  # “the name is UTF-8”, says the entry, but not the list at the end
    path = tmp_path / "odd.docx"
    path.write_bytes(bytes(content))

    with pytest.raises(BadInput, match="damaged"), opened_archive(path) as archive:
        archive.read("word/document.xml")
    with pytest.raises(BadInput):
        read(path)


def test_the_number_of_a_list_that_begins_with_what_is_no_number_is_passed_over():
    page = f"<ol start='{chr(0x1E) * 3}3' ><li value='\u0663\u0664'>{REPORT}</li></ol>"

    assert "should fund small charities" in read_html(page).text[0].text


def test_a_number_without_end_in_what_is_passed_over_does_no_harm(tmp_path):
    file = tmp_path / "positions.json"
    file.write_text('{"format": "drafter-library", "version": 1, "positions": [], "x": 1e999999}', "utf-8")
    with Library.in_memory() as library:
        done = importing.add_positions(library, file, by="Ada")

    assert "Passed over" in done.sentence


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"CREATE TABLE version (", b"CREATE TABLE ver\xa0ion ("),
        (b"migration_set", b"migratiom_set"),
        (b"first_words TEXT NOT NULL", b"first_wprds TEXT NOT NULL"),
    ],
    ids=["a name that is no text", "a column of the steps", "a column of the positions"],
)
def test_a_name_changed_in_the_file_is_damage_and_no_bug(tmp_path, before, after):
    file = tmp_path / "library.drafter"
    Library.open(file).close()
    content = file.read_bytes()
    assert before in content
    file.write_bytes(content.replace(before, after))

    with pytest.raises(LibraryDamaged, match="bytes inside it have changed"), Library.open(file) as library:
        library.entries()
