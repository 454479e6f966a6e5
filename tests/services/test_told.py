"""What went out about something: found by theme, words and time, and written to a table."""

import csv
from dataclasses import replace
from datetime import date

import pytest

from drafter.domain.changes import Change, added
from drafter.domain.fields import british_date
from drafter.domain.records.responses import ResponseState
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import plain_text
from drafter.services import answering
from drafter.services.told import HEADER, About, about, told, write_told
from tests.builders import OFFICER, a_change_of, a_past_use, a_position, a_report, later


def worded(library):
    """As every wording here is of one day."""
    return f"wording of {british_date(next(iter(library.positions())).current.at.astimezone().date())}"


@pytest.fixture
def sent(library):
    """Two positions in one response that was sent, one of them tailored; and an older one that is gone."""
    halls = a_position("=Fund halls.", title="Halls", named="halls", themes=("Buildings",))
    fares = a_position("Pay fares.", title="Fares", named="fares", themes=("Money",))
    library.apply(a_change_of(halls, fares))
    report = a_report("Fund it.", publisher="The Ministry")
    library.apply(Change.of("Keep", added(report)))
    response = answering.response_of(
        answering.new_response(library, report=report.id, title="Ours", by=OFFICER)
    )
    answers = (report.recommendations[0].id,)
    answering.set_stance(library, response, answers, Stance.WELCOME)
    first, *rest = library.response(response).sections
    verbatim = answering.passage_from(library, response, halls.id, answers=answers)
    tailored = answering.passage_from(library, response, fares.id, answers=answers)
    tailored = replace(tailored, text=plain_text("Pay all fares now."))
    answering.save_text(library, response, (replace(first, passages=(verbatim, tailored)), *rest))
    answering.set_state(library, response, ResponseState.SENT)
    stored = library.position(halls.id)
    library.apply(Change.of("Long ago", added(a_past_use(stored, "Is there a hall?", at=later(0)))))
    return response


@pytest.mark.usefixtures("sent")
def test_every_use_that_went_out_says_to_whom_and_how(library):
    halls, fares = sorted((each for each in told(library) if each.to), key=lambda each: each.title)[::-1]

    assert (halls.to, halls.response_title, halls.asked) == ("The Ministry", "Ours", ("Recommendation 1",))
    assert (halls.stance_words, halls.manner, halls.words) == (
        Stance.WELCOME.phrase,
        f"word for word, {worded(library)}",
        "=Fund halls.",
    )
    assert (fares.manner, fares.words) == (f"tailored, {worded(library)}", "Pay all fares now.")


@pytest.mark.usefixtures("sent")
def test_a_response_that_is_gone_is_told_by_its_name_and_its_questions(library):
    [gone] = [each for each in told(library) if not each.to]

    assert (gone.response_title, gone.asked) == ("Response to the first review", ("Is there a hall?",))


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (About(), ["Fares", "Halls", "Halls"]),
        (About(theme="Buildings"), ["Halls", "Halls"]),
        (About(words="fares now"), ["Fares"]),
        (About(words="ministry HALLS"), ["Halls"]),
        (About(words="ministry nothing"), []),
        (About(until=date(2026, 3, 2)), ["Halls"]),
        (About(since=date(2026, 3, 3)), ["Fares", "Halls"]),
    ],
)
def test_it_is_narrowed_by_words_theme_and_time(library, wanted, titles):
    assert sorted(each.title for each in about(told(library), wanted)) == titles


@pytest.mark.usefixtures("sent")
def test_a_draft_has_told_nobody_anything(library):
    answering.new_response(library, title="A draft", by=OFFICER)

    assert "A draft" not in {each.response_title for each in told(library)}


@pytest.mark.usefixtures("sent")
def test_the_table_runs_nothing_in_a_spreadsheet(library, tmp_path):
    file = tmp_path / "told.csv"

    assert write_told(told(library), file) == 3

    with file.open(encoding="utf-8-sig", newline="") as opened:
        header, *rows = csv.reader(opened)
    assert tuple(header) == HEADER
    assert {row[-1] for row in rows} == {"'=Fund halls.", "Pay all fares now."}


def test_what_was_only_exported_says_so_with_its_fields_filled_in(library):
    words = a_position(
        '<p>We welcome <field name="report.title"/>; call <field name="help.line"/>.</p>', title="Opening"
    )
    library.apply(a_change_of(words))
    report = a_report("Fund it.", title="Near at Hand")
    library.apply(Change.of("Keep", added(report)))
    response = answering.response_of(
        answering.new_response(library, report=report.id, title="Ours", by=OFFICER)
    )
    use = a_past_use(library.position(words.id), "Fund it.", at=later(0))
    library.apply(Change.of("Export", added(replace(use, response=response))))

    [found] = told(library)

    assert found.words == "We welcome Near at Hand; call [help line]."
    assert found.manner == f"word for word, {worded(library)}; exported, not sent"
