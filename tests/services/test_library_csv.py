"""The library as CSV."""

import csv
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.changes import Change, added
from drafter.domain.errors import NotALibraryFile
from drafter.domain.records.ids import PositionId, RevisionId, id_from
from drafter.domain.records.positions import Approval, Kind, Status
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Source
from drafter.services.arriving import add_entries
from drafter.services.files import decoded
from drafter.services.library_csv import joined, read_library_csv, split, write_library_csv
from drafter.services.positions import delete, tidy
from drafter.store.library import Library
from tests import strategies
from tests.builders import NOON, a_change_of, a_position


def read(text):
    return read_library_csv(text, "positions.csv")


def test_columns_may_stand_in_any_order_with_semicolons_between():
    [entry] = read("body;title;kind\n<p>We welcome it.</p>;Welcome;ask\n")

    assert (entry.title, entry.kind, entry.body) == ("Welcome", Kind.ASK, "<p>We welcome it.</p>")


def test_a_missing_column_is_named():
    with pytest.raises(NotALibraryFile, match="no column “body”"):
        read("title,kind\nWelcome,ask\n")


def test_broken_quotation_marks_are_told_with_their_line():
    with pytest.raises(NotALibraryFile, match="line"):
        read('title,body\n"Welcome,<p>x</p>\n')


def test_an_unknown_kind_is_told_with_its_row():
    with pytest.raises(NotALibraryFile, match="row 2"):
        read("title,body,kind\nWelcome,x,slogan\n")


def test_a_first_line_that_names_the_separator_is_no_row():
    [entry] = read("sep=;\r\ntitle;body\r\nFares, and halls;Pay them\r\n")

    assert (entry.title, entry.body) == ("Fares, and halls", "<p>Pay them</p>")


@pytest.mark.parametrize("mark", ['"', "\r"])
def test_a_first_line_that_names_what_separates_nothing_is_a_row(mark):
    with pytest.raises(NotALibraryFile, match="no column"):
        read(f"sep={mark}\ntitle{mark}body\nHalls{mark}Keep them\n")


def test_excel_on_windows_may_write_another_encoding():
    [entry] = read(decoded("title,body\nCafé,“Naïve” words\n".encode("cp1252")))

    assert (entry.title, entry.body) == ("Café", "<p>“Naïve” words</p>")


def test_a_formula_is_defused_in_the_file_and_comes_back_as_it_was(library, tmp_path):
    library.apply(a_change_of(a_position("Words.", title="=HYPERLINK(1)")))
    file = tmp_path / "library.csv"

    write_library_csv(library, file)

    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0]["title"] == "'=HYPERLINK(1)"
    assert read(file.read_text(encoding="utf-8-sig"))[0].title == "=HYPERLINK(1)"


def test_a_library_goes_out_and_comes_into_an_empty_one_with_its_current_words(library, tmp_path):
    position = a_position("We <b>welcome</b> it.", title="Welcome", themes=("Funding", "Trust; faith"))
    library.apply(a_change_of(position))
    file = tmp_path / "library.csv"
    write_library_csv(library, file)

    with Library.in_memory() as other:
        add_entries(other, read(file.read_text(encoding="utf-8-sig")), file.name, by="Ann")

        [arrived] = other.positions()
    assert arrived.id == position.id
    assert arrived.current.text == library.position(position.id).current.text
    assert arrived.facts.themes == ("Funding", "Trust; faith")


@settings(max_examples=settings().max_examples // 5)
@given(st.lists(strategies.wordings.flatmap(
    lambda each: st.tuples(st.just(each), strategies.facts_of(each.position), st.booleans())
), max_size=3, unique_by=lambda each: each[0].position))  # fmt: skip
def test_current_words_and_facts_come_back_through_a_spreadsheet(folder, positions):
    with Library.in_memory() as library, Library.in_memory() as other:
        for wording, facts, is_approved in positions:
            kept = replace(wording, sources=tuple(filter(said, wording.sources)))
            approval = Approval(position=wording.position, revision=RevisionId(""), by="Bea", at=NOON)
            records = (facts, tidy(kept), *((approval,) if is_approved else ()))
            library.apply(Change.of("Add", added(*records)))
        file = folder / "library.csv"
        write_library_csv(library, file)

        add_entries(other, read(decoded(file.read_bytes())), file.name, by="Ann")

        assert {each.id: as_a_row(each) for each in other.positions()} == {
            each.id: as_a_row(each) for each in library.positions()
        }


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("csv")


def said(source):
    return any((source.title, source.publisher, source.date, source.address))


def as_a_row(position):
    return position.current.wording, position.facts, position.status


def test_what_is_in_the_bin_stays_out_of_the_spreadsheet(library, tmp_path):
    library.apply(
        a_change_of(a_position("Words.", title="Kept"), a_position("Words.", title="Gone", named="gone"))
    )
    delete(library, (PositionId(id_from("gone")),), by="Ann")
    file = tmp_path / "library.csv"

    count = write_library_csv(library, file)

    assert count == 1
    assert [each.title for each in read(decoded(file.read_bytes()))] == ["Kept"]


@pytest.mark.parametrize(
    "written", ["2026-12-31", "31/12/2026", "31/12/26", "31 December 2026", "31 Dec 2026", "31-Dec-26"]
)
def test_a_date_is_read_as_a_spreadsheet_writes_it_back(written):
    [entry] = read(f"title,body,review_by\nA,x,{written}\n")

    assert entry.review_by == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("kind", "slogan", "“slogan” is no kind: choose one of opening, position"),
        ("status", "final", "“final” is no status: choose one of draft, approved, retired"),
        ("stance", "maybe", "“maybe” is no stance: choose one of undecided, welcome"),
        ("review_by", "soon", "“soon” is no date: write it as 2026-12-31"),
    ],
)
def test_a_wrong_cell_is_told_with_its_row_in_the_spreadsheet_and_what_may_stand_there(
    column, value, sentence
):
    with pytest.raises(NotALibraryFile, match=f"row 4 of “positions.csv” {sentence}.*Mend the cell"):
        read(f'title,body,{column}\n"A\nB",x,\n,,\nC,y,{value}\n')


def test_words_of_a_cell_may_have_any_case():
    [entry] = read("title,body,kind,stance,status\nA,x,Case  Study,Go further,Approved\n")

    assert (entry.kind, entry.stance, entry.status) == (Kind.CASE_STUDY, Stance.GO_FURTHER, Status.APPROVED)


@pytest.mark.parametrize("title", ["=1+1", "+44", "-5", "@x", "\uff1d1", "'=1", "''=1"])
def test_a_cell_that_a_spreadsheet_would_run_is_held_back_by_an_apostrophe(library, tmp_path, title):
    library.apply(a_change_of(a_position("Words.", title=title)))
    file = tmp_path / "library.csv"
    write_library_csv(library, file)

    [row] = csv.DictReader(decoded(file.read_bytes()).splitlines())
    assert row["title"] == f"'{title}"
    assert read(decoded(file.read_bytes()))[0].title == title


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool)).map(tuple))
def test_values_in_one_cell_come_back(values):
    assert split(joined(values)) == tuple(each.strip() for each in values)


def test_approved_and_retired_come_in_as_such(library):
    add_entries(library, read("title,body,status\nA,x,approved\nB,y,retired\nC,z,draft\n"), "f.csv", by="Ann")

    assert {each.title: each.status for each in library.entries()} == {
        "A": Status.APPROVED,
        "B": Status.RETIRED,
        "C": Status.DRAFT,
    }


def test_sources_keep_their_four_parts(library, tmp_path):
    source = Source(
        title="Volunteering; a view", publisher="Us", date="May 2026", address="https://example.org/a"
    )
    position = a_position("Words.", sources=(source,))
    library.apply(a_change_of(position))
    file = tmp_path / "library.csv"

    write_library_csv(library, file)

    assert read(file.read_text(encoding="utf-8-sig"))[0].sources == (source,)


def test_undo_takes_the_whole_file_back(library):
    done = add_entries(library, read("title,body,status\nA,x,approved\nB,y,draft\n"), "f.csv", by="Ann")
    assert done.change is not None

    library.apply(done.change.inverse)

    assert library.entries() == ()


def test_the_same_words_again_are_recognised(library):
    rows = read("title,body\nA,We welcome it.\n")
    add_entries(library, rows, "f.csv", by="Ann")

    done = add_entries(library, rows, "f.csv", by="Ann")

    assert (done.new, done.known, len(library.entries())) == (0, 1, 1)


def test_the_same_id_with_other_words_becomes_a_draft_wording(library):
    add_entries(library, read("id,title,body,status\nx,A,Old words.,approved\n"), "f.csv", by="Ann")

    done = add_entries(library, read("id,title,body\nx,A,New words.\n"), "f.csv", by="Ann")

    [position] = library.positions()
    assert done.reworded == 1
    assert (position.current.text.plain, position.newest.text.plain) == ("Old words.", "New words.")


def test_one_id_twice_in_a_file_loses_nothing(library):
    done = add_entries(library, read("id,title,body\nx,A,One.\nx,B,Two.\n"), "f.csv", by="Ann")

    assert sorted(each.title for each in library.entries()) == ["A", "B"]
    assert "both were kept" in done.sentence


def test_nothing_is_added_where_one_row_is_wrong(library):
    with pytest.raises(NotALibraryFile):
        add_entries(library, read("title,body,kind\nA,x,ask\nB,y,wrong\n"), "f.csv", by="Ann")

    assert library.entries() == ()
    assert library.apply(Change.of("Nothing", added())).is_empty
