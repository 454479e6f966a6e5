"""The matrix of a response: what was used where, what is missing, and the table for other programs."""

import csv
import io

from drafter.domain.records.responses import Shape
from drafter.domain.records.stances import Stance
from drafter.services.matrix import COLUMNS, matrix, matrix_html, matrix_plain, write_matrix
from tests.builders import (
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_stance,
)

FUND = a_recommendation("=Fund small <charities>.", label="1", heading="Money")
PASS = a_recommendation("Introduce a passport.", label="2")
PAY = a_recommendation("Pay expenses.", label="3")
REPORT = a_report(FUND, PASS, PAY)
POSITION = a_position("<p>Three years let a charity plan.</p>", title="Long-term funding", named="p1")


def rows_of(library, **more):
    library.apply(a_change_of(POSITION))
    response = a_response(
        a_passage("", FUND, of=POSITION),
        a_passage("And so we agree.", FUND, PAY),
        to=REPORT,
        stances=(a_stance(FUND), a_stance(PASS, Stance.OPPOSE)),
        **more,
    )
    return matrix(library, response, REPORT)


def test_each_recommendation_says_stance_positions_and_what_is_missing(library):
    found = rows_of(library)

    assert [(each.name, each.stance, each.positions, each.missing) for each in found] == [
        ("Recommendation 1", Stance.WELCOME, ("Long-term funding", "own words"), ()),
        ("Recommendation 2", Stance.OPPOSE, (), ("no answer",)),
        ("Recommendation 3", Stance.UNDECIDED, ("own words",), ("no stance",)),
    ]
    assert [each.words for each in found] == [10, 0, 4]


def test_a_statement_has_no_gaps(library):
    found = rows_of(library, shape=Shape.STATEMENT)

    assert [each.standing for each in found] == ["answered", "not mentioned", "answered"]
    assert not any(each.missing for each in found)


def test_a_spreadsheet_runs_nothing_in_it(library, tmp_path):
    target = tmp_path / "glance.csv"

    many = write_matrix(rows_of(library), target)

    written = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert many == 3
    assert tuple(written[0]) == COLUMNS
    assert written[1][2] == "'=Fund small <charities>."


def test_on_the_clipboard_it_is_a_table_in_which_words_are_words(library):
    found = rows_of(library)

    html, plain = matrix_html(found), matrix_plain(found)

    assert html.count("<tr>") == 4
    assert "=Fund small &lt;charities&gt;." in html
    assert [len(line.split("\t")) for line in plain.splitlines()] == [len(COLUMNS)] * 4
