"""Lists of inspectors, ombudsmen, accident investigators, devolved committees, reviews and charities."""

from functools import partial

from drafter.reports.reading import read_text
from tests.reports.papers import labels, said, texts, web_page

page = partial(web_page, title="Clinics")

PUBLISH = "The Board should publish the waiting times of each clinic."
TRAIN = "The Board should train all staff who answer the telephone."
AUDIT = "The Board should audit twenty records in each month."


def table(*rows, head=()):
    cells = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    names = "".join(f"<th>{name}</th>" for name in head)
    return f"<table><tr>{names}</tr>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def test_a_committee_sums_up_in_paragraphs_some_of_which_hold_bullets():
    summary = [
        "The Committee is concerned that waiting lists are long.",
        "The Committee recommends that the Government publishes a picture of demand.",
        "The Committee asks the Government to clarify whether the duty applies.",
        "The Committee considers that bodies should do more. It calls on the Government to write to:",
        "The Committee notes the rents. It recommends that councils consider guidance.",
    ]

    reading = page(
        "<h2>Summary of conclusions and recommendations</h2>",
        said(*summary[:4]),
        "<ul><li>each of the health boards; and</li><li>the owners of all the land</li></ul>",
        said(summary[4]),
        "<h2>Introduction</h2>",
    )

    assert [text.split("\n")[0] for text in texts(reading)] == summary


def test_dots_to_a_page_may_stand_behind_a_recommendation():
    asked = [PUBLISH[:-1] + " and of each ward", TRAIN[:-1] + " in a clinic", AUDIT[:-1] + " of the year"]
    items = [
        f"<b>Recommendation {at}.</b> {each}......Page {at + 9}" for at, each in enumerate(asked, start=1)
    ]

    assert labels(page("<h2>Recommendations</h2>", said(*items))) == ["1", "2", "3"]


def test_each_chapter_may_have_a_box_of_recommendations():
    box = "<div class='box'><h4>{}</h4>{}</div>"
    reading = page(
        "<h2>Waiting</h2>",
        said("People wait for too long, and nobody tells them why."),
        box.format("Recommendations", said(PUBLISH, TRAIN)),
        "<h2>Records</h2>",
        said("Three options were considered."),
        box.format("Recommendation", said(AUDIT)),
        "<h2>What happens next</h2>",
    )

    assert texts(reading) == [PUBLISH, TRAIN, AUDIT]


def test_boxes_of_an_earlier_report_are_not_taken_again():
    reading = read_text(
        "Clinics\n\nProgress since the last inspection\n\nKey recommendations\n"
        f"{PUBLISH}\nNot achieved\n\nRecommendations\n{TRAIN}\nPartially achieved\n{AUDIT}\nNot achieved\n"
    )

    assert reading.recommendations == ()


def test_what_needs_to_improve_may_be_named_alone():
    named = [
        "The timeliness of strategy meetings, and the presence at them of police.",
        "The quality of plans and the part that young people have in them.",
        "The recording of the reasons for decisions by managers.",
    ]

    reading = page(
        "<h2>What needs to improve?</h2>",
        f"<ul>{''.join(f'<li>{each}</li>' for each in named)}</ul>",
        "<h2>Children in care: good</h2>",
        said("1. Families get early help. Thresholds are understood."),
    )

    assert texts(reading) == named


def test_what_was_found_stands_in_the_column_before():
    rows = [
        (1, "The scan was late.", PUBLISH, "A copy of it."),
        (2, "Nobody was told.", TRAIN, "A list of names."),
        (3, "No record was kept.", AUDIT, "The audit."),
    ]
    head = ("Rec. number", "What we found", "What the organisation should do", "What we need to see")

    reading = page("<h2>Recommendations</h2>", table(*rows, head=head))

    assert labels(reading) == ["1", "2", "3"]
    assert texts(reading) == [PUBLISH, TRAIN, AUDIT]


def test_a_title_and_its_risk_share_the_first_cell():
    rows = [
        (f"<b>{at}. {name}</b><br>There is a risk that much is lost by it.", each, "<b>Accepted</b>")
        for at, name, each in ((1, "Waiting times", PUBLISH), (2, "Telephone", TRAIN), (3, "Records", AUDIT))
    ]
    head = ("Issue/risk", "Recommendation", "Agreed management action")

    assert texts(page("<h2>2026 recommendations</h2>", table(*rows, head=head))) == [PUBLISH, TRAIN, AUDIT]


def test_annual_numbers_stand_in_cells_of_their_own():
    reading = page(
        "<h2>Recommendations</h2>",
        said("The <b>Board</b> is recommended to:"),
        table(("<b>2024/115</b>", PUBLISH), ("<b>2024/116</b>", TRAIN)),
        said("The <b>Trust</b> is recommended to:"),
        table(("<b>2024/117</b>", AUDIT)),
    )

    assert labels(reading) == ["2024/115", "2024/116", "2024/117"]
    assert texts(reading) == [PUBLISH, TRAIN, AUDIT]


def test_an_investigator_says_first_what_is_intended():
    asked = [PUBLISH, TRAIN, AUDIT]
    intents = [
        f"<p>{at} <i>The intent of this recommendation is to make care safer.</i></p><p>{each}</p>"
        for at, each in enumerate(asked, start=1)
    ]

    reading = page(
        "<h2>Recommendations</h2>",
        said("101 The following recommendations are made:"),
        *intents,
        "<h2>Appendices</h2>",
    )

    assert [text.split("\n")[-1] for text in texts(reading)] == asked


def test_an_ombudsman_says_first_what_the_recommendations_rest_on():
    reading = page(
        "<h2>Recommendations</h2>",
        said("8. In considering our recommendations, we have referred to our Principles. These say much."),
        said(f"9. {PUBLISH}", f"10. {TRAIN}", f"11. {AUDIT}"),
        said("12. The Board has agreed to carry out these recommendations."),
    )

    assert labels(reading) == ["9", "10", "11"]


def test_areas_for_improvement_have_labels_too():
    boxes = [
        f"<h4>Area for improvement {at}</h4><p><b>{each}</b></p>"
        for at, each in enumerate((PUBLISH, TRAIN, AUDIT), start=1)
    ]

    assert texts(page("<h2>Responding to the public</h2>", *boxes)) == [PUBLISH, TRAIN, AUDIT]


def test_a_call_for_evidence_asks_by_its_terms_of_reference():
    points = ["Why has care become slower?", "The part that families play.", "Whether the law should change."]

    reading = page(
        "<h2>Terms of reference</h2>",
        said("The Committee invites written submissions addressing any or all of the following points:"),
        f"<ul>{''.join(f'<li>{each}</li>' for each in points)}</ul>",
        said("The deadline for submissions is Friday 16 May."),
        title="Call for Evidence",
    )

    assert texts(reading) == points


def test_the_asks_of_a_charity_stand_below_their_numbers():
    asks = [(1, "Make care a right", PUBLISH), (2, "Train everybody", TRAIN), (3, "Count", AUDIT)]

    reading = page(
        "<h2>Our three asks of the next government</h2>",
        *(f"<h4>{at}</h4><p><b>{title}</b></p><p>{each}</p>" for at, title, each in asks),
        "<h2>About us</h2>",
    )

    assert labels(reading) == ["1", "2", "3"]
    assert texts(reading) == [f"{title}\n{each}" for _, title, each in asks]


def test_questions_with_answers_in_minutes_are_put_to_nobody():
    reading = read_text(
        "Council\n\n33. PUBLIC QUESTIONS\n"
        "Question 1 – from Mr Groves\nWill the Council say how many are waiting?\nAnswer – 61 at 1 January.\n"
        "Question 2 – from Ms Ferris\nShould parents not be told?\nAnswer – Yes. A letter will be sent.\n"
    )

    assert reading.recommendations == ()


def test_bullets_below_headings_go_on_until_they_tell_of_something_else():
    asked = [
        "Bring in a right to four weeks' notice of shifts.",
        "Pay support in advance and by the week.",
        "Make a guarantee of hours a condition of grants.",
        "Ask staff when they can work before drawing up a rota.",
        "Extend the funded hours to evenings.",
    ]
    told = ["We used the survey for 2022 and 2023.", "We interviewed workers, who should not be named."]

    reading = read_text(
        "Shifts\n\nWhat needs to change\n\nUK Government\n"
        + "".join(f"• {each}\n" for each in asked[:3])
        + "\nEmployers\n"
        + "".join(f"• {each}\n" for each in asked[3:])
        + "\nHow we did this research\n"
        + "".join(f"• {each}\n" for each in told)
    )

    assert texts(reading) == asked


def test_the_head_of_a_wide_table_names_the_list_in_its_first_cell():
    head = (
        "Recommendation",
        "Scope",
        "Action to take",
        "Lead agency",
        "Key milestones",
        "Target date",
        "Outcome",
    )
    rows = [
        (f"{at}. {each}", "Local", "Posters are designed", "Team", "Film made", "June", "")
        for at, each in enumerate((PUBLISH, TRAIN, AUDIT), start=1)
    ]

    assert texts(page("<h2>Appendix A: Action plan</h2>", table(*rows, head=head))) == [PUBLISH, TRAIN, AUDIT]


def test_a_chapter_may_recommend_but_one_thing():
    chapters = [
        f"<h2>Ambition {at}</h2><p>Much is amiss.</p><p><b>Recommendations</b></p><ul>{each}</ul>"
        for at, each in enumerate(
            (
                f"<li>{PUBLISH}</li><li>{TRAIN}</li>",
                f"<li>{AUDIT}</li><li>{TRAIN}</li>",
                f"<li>{PUBLISH}</li>",
            ),
            1,
        )
    ]

    assert texts(page(*chapters)) == [PUBLISH, TRAIN, AUDIT, TRAIN, PUBLISH]
