"""The readiness list: what it finds, where it leads, and where it stays silent."""

from dataclasses import replace
from datetime import timedelta

import pytest

from drafter.domain.checks import Code, Draft, Severity, readiness
from drafter.domain.checks.words import figures
from drafter.domain.fields import field_values
from drafter.domain.records.positions import Status
from drafter.domain.records.reports import Limit, LimitUnit
from drafter.domain.records.responses import UNTITLED, Form, Shape
from drafter.domain.records.stances import Stance
from tests.builders import (
    OFFICER,
    TODAY,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_revision,
    a_section,
    a_source,
    a_stance,
    a_wording,
    later,
)

FUND = a_recommendation("Fund small charities.", label="1")
COUNT = a_recommendation("Count volunteers.", label="2")


def draft(response, report=None, *positions, limit=None, revisions=()):
    known = {each.current.id: each.current for each in positions} | {each.id: each for each in revisions}
    return Draft(
        response=response,
        report=report,
        values=field_values(response.head, report, OFFICER),
        today=TODAY,
        positions={each.id: each for each in positions},
        revisions=known,
        limit=limit,
    )


def found(*given, **more):
    return [each.code for each in readiness(draft(*given, **more))]


def only(*given, **more):
    findings = readiness(draft(*given, **more))
    assert len(findings) == 1, [each.sentence for each in findings]
    return findings[0]


def answered(passage, recommendation=FUND, stance=Stance.WELCOME, **more):
    """A response whose one answer is all that can be found fault with."""
    report = a_report(recommendation)
    return a_response(passage, to=report, stances=(a_stance(recommendation, stance, **more),)), report


def test_a_whole_response_has_nothing_to_show():
    assert found(*answered(a_passage("We welcome this.", FUND))) == []


# --- answers


def test_what_has_neither_stance_nor_answer_is_named_twice_and_leads_to_it():
    report = a_report(FUND)

    findings = readiness(draft(a_response(a_passage("Hello"), to=report), report))

    assert [(each.code, each.recommendation) for each in findings] == [
        (Code.NO_STANCE, FUND.id),
        (Code.NO_ANSWER, FUND.id),
    ]
    assert findings[0].sentence == "Recommendation 1 has no stance yet."


def test_an_answer_without_a_stance_leads_to_its_words():
    passage = a_passage("Yes.", FUND)

    finding = only(*answered(passage, stance=Stance.UNDECIDED))

    assert (finding.code, finding.passage) == (Code.NO_STANCE, passage.id)


def test_a_stance_without_words_wants_an_answer():
    assert found(*answered(a_passage("Hello"))) == [Code.NO_ANSWER]


@pytest.mark.parametrize("stance", [Stance.NO_COMMENT, Stance.OPPOSE, Stance.WELCOME_WITH_CAVEATS])
def test_some_stances_want_a_reason(stance):
    bare = only(*answered(a_passage("Hello"), stance=stance))
    with_words = only(*answered(a_passage("We think so.", FUND), stance=stance))

    assert (bare.code, bare.severity) == (Code.NO_REASON, Severity.WARNING)
    assert (with_words.code, with_words.severity) == (Code.NO_REASON, Severity.ADVICE)
    assert found(*answered(a_passage("Hello"), stance=stance, reason="It costs too much.")) == []


def test_a_statement_is_not_nagged():
    report = a_report(FUND, COUNT)
    response = a_response(
        a_passage("Hello"), to=report, shape=Shape.STATEMENT, stances=(a_stance(FUND, Stance.OPPOSE),)
    )

    assert found(response, report) == []


def test_an_empty_response_without_a_headline_says_so():
    assert found(a_response(title=" ")) == [Code.NO_HEADLINE, Code.NOTHING_WRITTEN]


@pytest.mark.parametrize(
    ("limit", "text", "wanted"),
    [
        ({"limit": 3}, "one two three", []),
        ({"limit": 3}, "one two three four", [Code.OVER_LENGTH]),
        ({"characters": 13}, "one two three", []),
        ({"characters": 12}, "one two three", [Code.OVER_LENGTH]),
        ({"characters": 7}, "<p>one</p><p>two</p>", []),
        ({"limit": 2}, '<p><field name="author"/></p>', []),
        ({"limit": 1}, '<p><field name="author"/></p>', [Code.OVER_LENGTH]),
    ],
)
def test_an_answer_is_held_against_the_limit_of_its_question(limit, text, wanted):
    question = a_recommendation("Why?", label="1", **limit)

    assert found(*answered(a_passage(text, question), question)) == wanted


def test_all_passages_of_an_answer_count_and_the_sentence_says_how_far_over():
    question = a_recommendation("Why?", label="1", limit=3)
    last = a_passage("three four", question)
    report = a_report(question)
    response = a_response(
        a_section(a_passage("one two", question), last), to=report, stances=(a_stance(question),)
    )

    finding = only(response, report)

    assert finding.sentence == "The answer to Recommendation 1 has 4 words; the limit is 3."
    assert (finding.passage, finding.recommendation) == (last.id, question.id)


def test_the_whole_has_a_limit_too():
    limit = Limit(count=1, unit=LimitUnit.WORDS)

    assert only(a_response("Two words", shape=Shape.STATEMENT), limit=limit).code is Code.OVER_LENGTH


def test_an_answer_to_what_is_no_longer_in_the_report_is_found():
    passage = a_passage("Yes.", COUNT)
    report = a_report(FUND)
    response = a_response(passage, to=report, shape=Shape.STATEMENT)

    finding = only(response, report)

    assert (finding.code, finding.passage) == (Code.ANSWERS_NOTHING, passage.id)


# --- words


def test_a_field_without_a_value_blocks_and_comes_first():
    passage = a_passage('<p>See <field name="our.campaign"/>.</p>', FUND)

    findings = readiness(draft(*answered(passage, stance=Stance.UNDECIDED)))

    assert [(each.code, each.severity) for each in findings] == [
        (Code.UNRESOLVED_FIELD, Severity.BLOCKS),
        (Code.NO_STANCE, Severity.WARNING),
    ]
    assert (findings[0].passage, findings[0].words) == (passage.id, "\u2039our.campaign\u203a")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("67% of charities", ("67%",)),
        ("12.5 per cent more", ("12.5 per cent",)),
        ("a cost of £2.5 million a year", ("£2.5 million",)),
        ("£400 and €3bn", ("£400", "€3bn")),
        ("3 million volunteers", ("3 million",)),
        ("12,500 members in 4800 branches", ("12,500", "4800")),
        ("one in five, two-thirds of them women", ("one in five", "two-thirds of")),
        ("In 2026, on 14 October 2026, from 1998 to 2003", ()),
        ("Recommendation 114, sections 120 and 121, page 300, HC 1022", ()),
        ("The 12 trustees met twice", ()),
        ("Call 020 7946 0123", ()),
        ("See https://example.org/2345678/x", ()),
    ],
)
def test_figures_are_amounts_shares_and_counts_and_not_years_or_places(text, wanted):
    assert figures(text) == wanted


@pytest.mark.parametrize("backing", ["<fn>Our survey, 2026</fn>", '<a href="https://example.org">survey</a>'])
def test_a_figure_with_a_footnote_or_link_in_its_passage_is_backed(backing):
    assert found(*answered(a_passage(f"<p>Last year 67% said so{backing}.</p>", FUND))) == []


def test_a_figure_without_a_source_is_named():
    passage = a_passage("<p>Last year 67% said so, up from 41%.</p>", FUND)

    finding = only(*answered(passage))

    assert (finding.code, finding.passage, finding.words) == (Code.UNSOURCED_FIGURE, passage.id, "67%")
    assert "“67%”, “41%”" in finding.sentence


def test_library_text_whose_source_is_known_is_only_advised():
    position = a_position("67% said so.", sources=(a_source(),))
    response, report = answered(a_passage("", FUND, of=position))

    assert only(response, report, position).severity is Severity.ADVICE


def test_a_paragraph_that_comes_twice_leads_to_the_second():
    long = "We welcome this and ask for more of it."
    second = a_passage(f"<p>And</p><p>{long.upper()}</p>")
    response = a_response(a_section(a_passage(long), second), shape=Shape.STATEMENT)

    finding = only(response)

    assert (finding.code, finding.passage) == (Code.SAME_PARAGRAPH, second.id)


@pytest.mark.parametrize("text", ["We welcome this.", "<h2>What we welcome and what we ask for now</h2>"])
def test_short_paragraphs_and_headings_may_come_twice(text):
    assert found(a_response(a_section(a_passage(text), a_passage(text)), shape=Shape.STATEMENT)) == []


# --- library text


@pytest.mark.parametrize(
    ("standing", "wanted"),
    [
        ({}, []),
        ({"status": Status.RETIRED}, [Code.RETIRED]),
        ({"status": Status.DRAFT}, [Code.UNAPPROVED]),
        ({"deleted": True}, [Code.GONE]),
        ({"review_by": TODAY - timedelta(days=1)}, [Code.REVIEW_DUE]),
        ({"review_by": TODAY}, []),
    ],
)
def test_library_text_is_held_against_its_position(standing, wanted):
    position = a_position("We welcome it.", **standing)

    assert found(*answered(a_passage("", FUND, of=position)), position) == wanted


def test_a_position_that_is_not_there_any_more_is_named_by_its_last_words():
    position = a_position("We welcome it.", title="Long-term funding")
    response, report = answered(a_passage("", FUND, of=position))

    assert found(response, report) == [Code.GONE]
    assert "“Long-term funding”" in only(response, report, revisions=(position.current,)).sentence


def test_a_newer_wording_is_told_by_its_words():
    position = a_position("We welcome it, and more.", named="p1")
    older = a_revision(a_wording("We welcome it.", position="p1"))
    same_words = a_revision(a_wording("<p>We <b>welcome</b> it, and more.</p>", position="p1"))

    stale = answered(a_passage("", FUND, of=older))
    fresh = answered(a_passage("", FUND, of=same_words))
    caught_up = answered(a_passage("We welcome it, and more.", FUND, of=older))

    assert found(*stale, position, revisions=(older,)) == [Code.NEWER_WORDING]
    assert found(*fresh, position, revisions=(same_words,)) == []
    assert found(*caught_up, position, revisions=(older,)) == []


def test_own_words_drawn_from_what_was_retired_are_advised():
    position = a_position(status=Status.RETIRED)

    finding = only(*answered(a_passage("Mine.", FUND, drawn_from=(position,))), position)

    assert (finding.code, finding.severity) == (Code.RETIRED, Severity.ADVICE)


def test_words_that_usually_oppose_under_a_welcome_are_found():
    position = a_position("We oppose it.", stance=Stance.OPPOSE)

    finding = only(*answered(a_passage("", FUND, of=position)), position)

    assert (finding.code, finding.recommendation) == (Code.AGAINST_STANCE, FUND.id)


def test_opposite_positions_on_one_theme_are_found_once_at_the_later():
    against = a_position("We oppose it.", stance=Stance.OPPOSE, themes=("Tax", "Grants"))
    in_favour = a_position("We welcome it.", stance=Stance.GO_FURTHER, themes=("grants",))
    elsewhere = a_position("We like it.", stance=Stance.WELCOME, themes=("Housing",))
    passages = (
        a_passage(of=against),
        a_passage(of=elsewhere),
        a_passage(of=in_favour),
        a_passage(of=in_favour),
    )
    response = a_response(a_section(*passages), shape=Shape.STATEMENT)

    finding = only(response, None, against, in_favour, elsewhere)

    assert (finding.code, finding.passage, finding.position) == (
        Code.OPPOSITE_POSITIONS,
        passages[2].id,
        in_favour.id,
    )
    assert "on Grants" in finding.sentence


def test_the_headline_that_a_new_statement_begins_with_is_no_headline():
    response = a_response("We welcome it.", shape=Shape.STATEMENT, title=UNTITLED)

    assert Code.NO_HEADLINE in {each.code for each in readiness(draft(response))}


def test_words_of_a_newest_draft_are_not_approved_rather_than_old():
    approved = a_position("<p>We welcome it.</p>")
    drafted = a_revision(approved=False, text="<p>We welcome it warmly.</p>", position="", at=later(1))
    drafted = replace(drafted, wording=replace(drafted.wording, position=approved.id))
    stored = replace(approved, newest=drafted)

    finding = only(a_response(a_passage(of=drafted), title="Ours"), None, stored, revisions=(drafted,))

    assert finding.code is Code.UNAPPROVED
    assert "draft that has not been approved" in finding.sentence


# --- advice on style, and the summary of written evidence


def styled(text, *, advise=True):
    response = a_response(a_passage(text), shape=Shape.STATEMENT)
    return readiness(replace(draft(response), advise=advise))


def test_long_sentences_and_shouting_are_told_where_she_wants_advice():
    long = "We say " + "very " * 40 + "much."

    found = styled(f"{long} This MUST NOT be so. Short.")

    assert [(each.code, each.severity) for each in found] == [
        (Code.LONG_SENTENCE, Severity.ADVICE),
        (Code.ALL_CAPITALS, Severity.ADVICE),
    ]
    assert found[0].sentence.startswith("A sentence of 43 words: “We say very")
    assert found[1].words == "MUST NOT"
    assert styled(f"{long} This MUST NOT be so.", advise=False) == ()


@pytest.mark.parametrize("text", ["The NHS and the BBC agree.", "NHS UK says so.", "See HC 123.", "Act now!"])
def test_names_in_capitals_are_names(text):
    assert styled(text) == ()


def test_written_evidence_without_a_summary_is_told_so():
    plain = a_response(a_section(a_passage("We agree."), heading="Our view"), shape=Shape.STATEMENT)
    summed = a_response(a_section(a_passage("We agree."), heading="In brief"), shape=Shape.STATEMENT)

    def codes(response, form):
        return [each.code for each in readiness(replace(draft(response), form=form))]

    assert codes(plain, Form.WRITTEN_EVIDENCE) == [Code.NO_SUMMARY]
    assert codes(summed, Form.WRITTEN_EVIDENCE) == []
    assert codes(plain, Form.STATEMENT) == []


def test_a_field_without_a_value_is_told_once_however_often_it_stands():
    text = '<p>By <field name="our.own"/>.</p>'

    finding = only(a_response(a_passage(text, named="first"), a_passage(text), shape=Shape.STATEMENT))

    assert finding.sentence.startswith("“our.own” is not filled in yet in 2 passages.")
    assert finding.passage == a_passage(named="first").id


def test_a_field_of_a_report_is_called_by_its_name_and_can_only_go_where_there_is_none():
    passage = a_passage('<p>By <field name="report.publisher"/>.</p>')

    without = only(a_response(passage, shape=Shape.STATEMENT))
    report = a_report(FUND, publisher="")
    beside = only(a_response(passage, to=report, shape=Shape.STATEMENT), report)

    assert (without.stands_for_nothing, beside.stands_for_nothing) == (True, False)
    assert without.sentence.startswith(
        "The report’s publisher is named, but this response answers no report."
    )
    assert beside.sentence.startswith("The report’s publisher is not filled in yet.")


def test_where_there_is_no_report_nothing_is_missing_from_it():
    response = a_response(a_passage("Yes.", COUNT), shape=Shape.STATEMENT)

    assert readiness(draft(response)) == ()
