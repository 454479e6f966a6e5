"""Lists as particular houses print them: committees and their replies, auditors, inspectors, departments."""

from functools import partial

from drafter.domain.records.reports import RecommendationKind as Kind
from drafter.reports.reading import read_text
from tests.reports.papers import labels, said, texts, web_page

page = partial(web_page, title="Canals")

PUBLISH = "The Ministry should publish the depth of each lock on the canal."
REPAIR = "We recommend that the Trust repair the gates before the winter."
COUNT = "The Trust should count the boats that pass in each month."


def test_a_committee_counts_in_brackets_behind_what_it_concludes_and_recommends():
    regret = "It is a matter of regret that two locks have been shut since the flood."
    reading = page(
        "<h2>Responses to the Committee's conclusions</h2>",
        said(f"<b>{REPAIR} (Recommendation 1, Paragraph 14)</b>", "The Government accepts this."),
        said(f"<b>{regret} (Conclusion 2, Paragraph 19)</b>", "The Government notes this."),
        said(f"<b>{COUNT} (Recommendation 3, Paragraphs 20 and 21)</b>", "The Trust should be asked."),
    )

    assert labels(reading) == ["1", "2", "3"]
    assert texts(reading) == [REPAIR, regret, COUNT]
    assert [each.kind for each in reading.recommendations][1] is Kind.CONCLUSION


def test_conclusions_and_recommendations_may_share_a_count():
    welcome = "We welcome the study of the upper reach but are disappointed at its slow pace."
    reading = read_text(
        "Response to the report on canals\n\nConclusions and recommendations\n\n"
        f"Recommendation 1 (paragraph 18)\n{REPAIR}\nResponse\nThe Trust has begun.\n\n"
        f"Recommendation 2 (paragraph 26)\n{COUNT}\nResponse\nThis will be done from May.\n\n"
        f"Conclusion 3 (paragraph 27)\n{welcome}\nResponse\nThis is a matter for the Trust.\n\n"
        f"Recommendation 4 (paragraph 40)\n{PUBLISH}\nResponse\nAgreed.\n"
    )

    assert labels(reading) == ["1", "2", "3", "4"]
    assert texts(reading) == [REPAIR, COUNT, welcome, PUBLISH]


def test_under_the_number_of_a_conclusion_stands_what_is_recommended():
    conclusions = [
        f"<p>{at}. <b>The Ministry does not know enough about its {thing}.</b> It told us so in May.</p>"
        f"<p><b><i>Recommendation: The Ministry should report on its {thing}:</i></b></p>"
        "<ul><li><b><i>once a year; and</i></b></li><li><b><i>to this Committee.</i></b></li></ul>"
        for at, thing in enumerate(("locks", "weirs", "bridges", "tunnels"), start=1)
    ]

    reading = page("<h2>Conclusions and recommendations</h2>", *conclusions)

    assert labels(reading) == ["1", "2", "3", "4"]
    assert texts(reading)[0].startswith("The Ministry does not know")
    assert texts(reading)[0].endswith("to this Committee.")


def test_a_numbered_chapter_ends_the_last_conclusion_of_pasted_text():
    reading = read_text(
        "Canals\n\nConclusions and recommendations\n\n"
        f"1. {PUBLISH}\n2. {COUNT}\n3. {REPAIR}\n\n"
        "1 The state of the locks\n\n1. There are ninety locks. They are old.\n"
        "2. The Ministry said that it should have acted sooner.\n3. It has lost four engineers.\n\n"
        "2 Money\n\n4. It spent less than it had.\n"
    )

    assert texts(reading) == [PUBLISH, COUNT, REPAIR]


def test_the_paragraphs_of_the_chapter_before_are_no_part_of_the_summary():
    reading = read_text(
        "Canals\n\nCHAPTER 5: EVIDENCE\n\n41. Mr Lock said that boats should be slower.\n"
        "42. The Minister told us that he had no view.\n\n"
        "CHAPTER 6: SUMMARY OF CONCLUSIONS AND RECOMMENDATIONS\n\n"
        "43. In this chapter we draw together what we recommend.\n\n"
        f"44. {REPAIR}\n45. {COUNT}\n46. {PUBLISH}\n47. There is no agreed test for weirs (paragraph 9).\n"
    )

    assert labels(reading) == ["44", "45", "46", "47"]


def test_half_of_the_paragraphs_may_be_in_bold_and_advise():
    told = (
        "The Bill was introduced in June. It has twenty clauses and three schedules, and ends an older Act."
    )
    bold = [REPAIR, COUNT, "The House should consider whether clause 3 is needed at all.", PUBLISH]
    pairs = zip(range(1, 9, 2), bold, strict=True)

    reading = page(*(said(f"{at}. {told}", f"{at + 1}. <b>{each}</b>") for at, each in pairs))

    assert labels(reading) == ["2", "4", "6", "8"]


def test_a_reply_that_counts_for_itself_does_not_break_the_count():
    reading = read_text(
        "Canals: reply\n\nResponses to the Committee's conclusions and recommendations\n\nThe locks\n"
        f"1. {REPAIR} (Paragraph 14)\nThe Government accepts this. It will be done in two parts:\n"
        "1. a survey of the gates, in May;\n2. the work itself, in the autumn.\n\nThe boats\n"
        f"2. {COUNT} (Paragraph 19)\nThe Government notes this.\n"
        f"3. {PUBLISH} (Paragraph 27)\nThe Government rejects this.\n"
    )

    assert texts(reading) == [
        f"{REPAIR} (Paragraph 14)",
        f"{COUNT} (Paragraph 19)",
        f"{PUBLISH} (Paragraph 27)",
    ]


def test_letters_run_on_from_one_sentence_to_the_next_over_the_foot_of_a_page():
    said = "\n".join(f"{at} The Ministry looks after {at} gates." for at in range(1, 7))
    reading = read_text(
        f"Care for the canals Summary 5\n\nSummary\n{said}\n\nRecommendations\n"
        "10 The Ministry should work with the Trust and with those who hire\nout boats to:\n"
        "a find out why so many gates leak, and act on what they find;\n"
        "b set out the least depth that a boat may expect in every month of the year;\n\n"
        "Care for the canals Summary 9\n\n"
        "c agree a definition of a weir for use in every survey; and\n"
        "11 To improve what is known, the Ministry should:\n"
        "d publish each year how many boats have passed, by lock.\n"
    )

    assert labels(reading) == ["a", "b", "c", "d"]


def test_among_the_reasons_an_inquiry_says_what_it_recommends():
    reading = read_text(
        "Chapter 113\nRecommendations\n\n113.1 In this chapter we set out our recommendations.\n\n"
        "The locks\n113.2 The gates were left to four bodies and their agencies. Nobody who had to work\n"
        "them could say which of the four was to mend them, or to pay for it.\n"
        "113.3 We therefore recommend that one body look after all of them.\n"
        "113.4 The list of gates by their height alone is arbitrary. What matters is who lives beside\n"
        "them and how they are to be warned in time when the water rises.\n"
        "113.5 We recommend that a siren be placed at each lock.\n"
        "113.6 Charities told us that they were not asked for what they could have done on that night.\n"
        "We thought that deplorable, and so did those who had to leave their homes.\n"
        "113.7 We also recommend that charities be asked before the next flood.\n"
    )

    assert labels(reading) == ["113.3", "113.5", "113.7"]
    assert texts(reading)[0] == "We therefore recommend that one body look after all of them."


def test_an_annual_number_alone_is_a_label():
    reading = page(
        "<h2>Recommendations</h2>",
        said("<b>The Trust</b> is recommended to:", f"<b>2025/117</b> {PUBLISH}", f"<b>2025/118</b> {COUNT}"),
        said("<b>The Ministry</b> is recommended to:", f"<b>2025/119</b> {REPAIR}"),
    )

    assert labels(reading) == ["2025/117", "2025/118", "2025/119"]
    assert texts(reading) == [PUBLISH, COUNT, REPAIR]


def test_a_table_may_say_what_was_found_before_what_is_recommended():
    cells = [
        ("A.03", "The policy was last approved in 2019.", "Review the policy each year."),
        ("A.07", "Volunteers have had no training.", "Provide training to all volunteers."),
        ("B.02", "Data are shared without agreement.", "Put in place an agreement with each partner."),
    ]
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}<td>High</td></tr>" for row in cells)
    head = "<tr><th>Ref</th><th>Finding</th><th>Recommendation</th><th>Priority</th></tr>"

    reading = page("<h2>Detailed findings and recommendations</h2>", f"<table>{head}{rows}</table>")

    assert labels(reading) == ["A.03", "A.07", "B.02"]
    assert texts(reading) == [row[2] for row in cells]


def test_main_recommendations_go_before_the_others():
    reading = read_text(
        "Lock 9\n\nMain recommendations\nTo the keeper\n"
        f"5.1 {COUNT} (S38)\n5.2 Boats should wait no longer than an hour. (S39)\n\n"
        "Recommendations\nTo the keeper\n"
        f"5.3 {PUBLISH} (1.9)\n5.4 Each boat should have a named berth. (2.4)\n"
        f"5.5 {REPAIR} (2.9)\n5.6 Keepers should be trained. (3.1)\n\n"
        "Examples of good practice\n5.7 Volunteers from a choir sang to the crews. (3.25)\n"
    )

    assert labels(reading) == [f"5.{at}" for at in range(1, 7)]


def test_a_list_of_issues_asks_nobody():
    issues = [
        f"{at}. Which {thing} were closed, and by whom?"
        for at, thing in enumerate(("locks", "weirs", "gates", "bridges", "tunnels"), start=1)
    ]

    assert page(*said(*issues), title="The Canals Inquiry: provisional list of issues").recommendations == ()


def test_how_much_an_item_matters_may_stand_behind_its_label():
    reading = read_text(
        "Canals\n\nThe recommendations\n\n"
        f"Recommendation 1 (critical)\n{PUBLISH}\nWhy this matters\nSix of them are too shallow.\n\n"
        f"Recommendation 2\n{COUNT}\nWhy this matters\nNobody knows.\n\n"
        f"Recommendation 3 (critical)\n{REPAIR}\nWhy this matters\nThey leak.\n"
    )

    assert texts(reading) == [PUBLISH, COUNT, REPAIR]


def test_a_title_printed_twice_is_read_once_and_dates_are_left_out():
    boxes = [
        f'<div class="box"><h3>Recommendation {at} – {title}</h3><p>{title}</p><p>{each}</p>'
        "<p><b>Target implementation date: end 2027</b></p></div>"
        for at, title, each in ((1, "Tell the depth", PUBLISH), (2, "Know the traffic", COUNT))
    ]

    assert texts(page("<h2>Recommendations</h2>", *boxes)) == [
        f"Tell the depth\n{PUBLISH}",
        f"Know the traffic\n{COUNT}",
    ]


def test_in_the_full_list_of_questions_each_stands_once():
    asked = [f"Do you agree that {thing} should be free?" for thing in ("locks", "moorings", "tunnels")]
    form = [f"<p>{each}</p><ul><li>Yes</li><li>No</li></ul><p>Why?</p>" for each in asked]

    reading = page(
        "<p>This consultation closes in May.</p><h2>About boats</h2>",
        *form,
        "<h2>Full list of questions</h2>",
        *(f"<p>{each}</p><p>Why?</p>" for each in asked),
        title="Canals: consultation",
    )

    assert texts(reading) == asked


def test_a_few_words_behind_bullets_are_answers_to_choose_from():
    asked = [f"Where should the {thing} stand?" for thing in ("label", "sign", "lamp")]
    form = [
        f"<p>Question {at}. {each}</p><ul><li>On the front</li><li>On the back</li></ul>"
        for at, each in enumerate(asked, start=1)
    ]

    reading = page(*form, title="Boats: consultation")

    assert texts(reading) == asked
    assert reading.recommendations[0].options == ("On the front", "On the back")


def test_opinions_of_an_agency_stand_among_its_findings():
    boxes = [
        f'<div class="box"><h4>CRA OPINION {at}</h4><p>{each}</p></div>'
        for at, each in enumerate((PUBLISH, COUNT, REPAIR), start=1)
    ]

    reading = page(
        "<h2>Key findings and CRA opinions</h2><h3>1. Locks</h3>", said("Two in three leak."), *boxes
    )

    assert texts(reading) == [PUBLISH, COUNT, REPAIR]


def test_the_foot_of_a_pasted_page_ends_no_list():
    reading = read_text(
        "CAN/988\nBoats in towns\n\nCAN/988 – 2026-00412 (EN) 1/9\n1. Conclusions and recommendations\n"
        f"1.1 {PUBLISH}\n1.2 {COUNT}\nCAN/988 – 2026-00412 (EN) 2/9\n1.3 {REPAIR}\n"
        "1.4 Fares should be low.\n1.5 The Trust should mend the weirs.\n"
        "2. Background\n2.1 In 2025 more than nine locks were shut.\n2.2 A quarter of all water leaks.\n"
    )

    assert labels(reading) == ["1.1", "1.2", "1.3", "1.4", "1.5"]


def test_what_is_monitored_counts_with_the_others():
    reading = read_text(
        "Harbour\n\nRecommendations to the Home Office and to the Department for Canals, Media and Sport\n"
        f"R10 {PUBLISH}\nMR11 {COUNT}\nR12 The Ministry should pay for it.\n\n"
        f"Recommendations to the Trust\nMR13 {REPAIR}\nR14 The Trust should ask those who live there.\n"
    )

    assert [number.removeprefix("R") for number in labels(reading)] == ["10", "MR11", "12", "MR13", "14"]


def test_an_invitation_to_comment_has_letters_under_each_theme():
    themes = {
        "Theme 1: locks": ["How do boats choose a lock?", "Is what is said of its depth true?"],
        "Theme 2: fares": ["Is it clear who pays?", "What effect does that have?"],
    }
    paper = "".join(
        f"\n{theme}\n" + "".join(f"({letter}) {each}\n" for letter, each in zip("ab", asked, strict=True))
        for theme, asked in themes.items()
    )

    reading = read_text(f"Invitation to comment on canals\n\nIntroduction\n1. We look at canals.\n{paper}")

    assert texts(reading) == [each for asked in themes.values() for each in asked]


def test_what_a_report_asks_itself_is_not_what_it_recommends():
    reading = read_text(
        "Canals\n\nIntroduction\n4 This report considers the locks. It asks:\n"
        "• does the Ministry know how many leak;\n• are they safe; and\n• is the Trust fair to all?\n\n"
        "Recommendations\n11 To improve what it knows, DFC should:\n"
        "a work with the Trust to agree a single measure of leaks; and\n"
        "b set out by July how keepers will share what they know.\n"
        "12 To improve its work, DFC should:\n"
        "c evaluate the fund, and publish the results;\nd tell keepers nine months ahead.\n"
    )

    assert labels(reading) == ["a", "b", "c", "d"]


def test_a_question_in_a_box_goes_on_from_the_last_one_not_from_the_paragraph_between():
    boxes = (
        (
            "3. The rules apply to locks.",
            "4. They do not apply to weirs.",
            ("1. Is it right?", "2. Is it fair?"),
        ),
        ("5. Keepers report each year.", "6. Boats do not.", ("3. What is known?", "4. What is the cost?")),
        ("7. Reports are shared.", "8. They are kept.", ("5. Are the deadlines practicable?",)),
    )
    parts = [
        f"{said(one, other)}<div class='box'><p><b>Questions for consultation</b></p>{said(*asked)}</div>"
        for one, other, asked in boxes
    ]

    assert labels(page(*parts, title="Public consultation on locks")) == ["1", "2", "3", "4", "5"]


def test_questions_that_boards_ask_are_answered_at_once():
    answers = [
        "Yes, on behalf of a company.",
        "No, they are not so liable.",
        "It depends on what your charity does.",
    ]
    asked = [
        f"Q{at}. Can a keeper of {at + 15} sign?\n{answer}\n" for at, answer in enumerate(answers, start=1)
    ]

    reading = read_text(f"Young keepers\n\nQuestions that boards ask\n{''.join(asked)}\nChecklist\nDone\n")

    assert reading.recommendations == ()
