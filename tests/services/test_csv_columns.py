"""A spreadsheet of anybody's: its columns are recognised, and said where they are not."""

import pytest

from drafter.domain.errors import NotALibraryFile
from drafter.services.csv_columns import COLUMNS, guessed, table_of
from drafter.services.library_csv import entries_of


def table(text):
    return table_of(text, "positions.csv")


def test_columns_are_known_by_what_people_call_them():
    header = ("Ref", "Agreed wording", "Topic", "Heading", "Review Date", "Lead", "Notes")

    assert guessed(header) == {"id": 0, "body": 1, "themes": 2, "title": 3, "review_by": 4, "owner": 5}


def test_a_column_is_one_part_alone():
    assert guessed(("Text",)) == {"body": 0}
    assert len(set(guessed(("Position", "Our stance", "Stance")).values())) == 2


def test_what_drafter_wrote_is_known_for_its_own_in_any_order():
    assert table(",".join(reversed(COLUMNS)) + "\n").is_ours
    assert not table("title,body,Notes\n").is_ours
    assert not table("Heading,Text\n").is_ours


def test_rows_keep_the_numbers_that_the_spreadsheet_shows():
    read = table("Heading,Text\n\nWelcome,We welcome it.\n,\nOppose,We oppose it.\n")

    assert [number for number, _ in read.rows] == [3, 5]


def test_each_part_comes_from_the_column_that_is_said():
    read = table("a;b;c\nWe welcome it.;Welcome;Funding; trust\n".replace("; trust", ""))

    [entry] = entries_of(read, {"body": 0, "title": 1, "themes": 2})

    assert (entry.title, entry.body, entry.themes) == ("Welcome", "<p>We welcome it.</p>", ("Funding",))


def test_a_cell_of_plain_words_keeps_its_lines_and_its_signs():
    [entry] = entries_of(table('T,W\nA,"One < two & <three>\nand four"\n'), {"title": 0, "body": 1})

    assert entry.body == "<p>One &lt; two &amp; &lt;three&gt;</p><p>and four</p>"


def test_a_file_without_rows_is_told():
    with pytest.raises(NotALibraryFile, match="no rows"):
        table("\n,\n")
