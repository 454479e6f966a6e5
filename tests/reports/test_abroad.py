"""Lists as institutions of Europe, the United Nations and the Commonwealth print them."""

from functools import partial

from drafter.reports.reading import read_text
from tests.reports.papers import bullets, labels, said, texts, web_page

page = partial(web_page, title="Valleys")

MAP = "The Agency should publish a map of travel times by 2028."
PAY = "The Agency should pay for transport where there is no bus."
NAME = "The Agency should name a centre for each valley."


def test_the_list_of_recommendations_goes_before_the_paragraphs_that_hold_them():
    told = "Buses are rare in winter, and two in three are late."
    held = [f"<p>{at}. {told} <b>{each}</b></p>" for at, each in ((1, MAP), (2, PAY), (7, NAME))]
    listed = [f"{at}. (§ {at * 3}) {each}" for at, each in enumerate((MAP, PAY, NAME), start=1)]

    reading = page(
        "<h2>FINDINGS AND RECOMMENDATIONS</h2>", *held, "<h2>LIST OF RECOMMENDATIONS</h2>", said(*listed)
    )

    assert texts(reading) == [f"(§ {at * 3}) {each}" for at, each in enumerate((MAP, PAY, NAME), start=1)]


def test_the_last_of_an_opinions_paragraphs_leads_in_the_list():
    paragraphs = [
        "The Commission issued the Proposal.",
        "Two remarks were taken into account.",
        "Article 6 is vague.",
    ]
    wishes = ["to list the data in Article 6;", "to delete Article 7;", "to lay down how long data are kept."]

    reading = page(
        "<h2>Remarks</h2>",
        said(*(f"{at}. {each}" for at, each in enumerate(paragraphs, start=1))),
        "<h2>Conclusions</h2>",
        said("4. In light of the above, the Board makes the following recommendations:"),
        said(*(f"({at}) {each}" for at, each in enumerate(wishes, start=1))),
        title="Opinion 9 on the Proposal",
    )

    assert texts(reading) == wishes


def test_what_has_been_done_since_is_not_recommended_again():
    reading = page(
        "<h2>RECOMMENDATIONS</h2>",
        said("Overall, concerning last year's report, Altmark has:"),
        bullets("made some progress on courts;", "made no progress on the rules for lobbying."),
        said("On this basis it is recommended to Altmark to:"),
        bullets(
            "Continue to fill posts in the courts.",
            "Introduce rules on lobbying.",
            "Step up access to files.",
        ),
        "<h2>JUSTICE</h2>",
    )

    assert texts(reading) == [
        "Continue to fill posts in the courts.",
        "Introduce rules on lobbying.",
        "Step up access to files.",
    ]


def test_the_grounds_of_an_act_are_counted_and_recommend_nothing():
    grounds = [f"({at}) The Council recommended in 2025 that part {at} be reformed." for at in range(1, 7)]
    asks = [
        "1. Reinforce the railways of the north. Base the tax on recent values.",
        "2. Shorten permits for wind farms, in particular by a single contact point.",
        "3. Increase learning among adults, and improve the recognition of skills.",
        "4. Accelerate the plan ahead of the deadline of August.",
    ]

    reading = page(
        said("Whereas:", "<b>General considerations</b>"),
        said(*grounds),
        said("HEREBY RECOMMENDS that Fennland take action to:", *asks),
    )

    assert texts(reading) == [ask[3:] for ask in asks]


def test_a_number_stands_in_brackets_of_its_own_before_a_numbered_paragraph():
    items = zip(("Maps", "Buses", "Centres"), (MAP, PAY, NAME), strict=True)
    listed = "".join(
        f"{theme}\n(Recommendation Sl. No. {at})\n2.{at} The Committee note that much is amiss. {each}\n"
        for at, (theme, each) in enumerate(items, start=1)
    )

    reading = read_text(f"Valleys\n\nPART - II\nOBSERVATIONS/RECOMMENDATIONS\n\n{listed}")

    assert labels(reading) == ["1", "2", "3"]
    assert [text.split(". ", 1)[1] for text in texts(reading)] == [MAP, PAY, NAME]


def test_a_reply_may_stand_in_the_same_paragraph():
    boxes = [
        f"<p><b>Recommendation no. {at} Paragraph {at}.24</b></p>"
        f"<p>{each} <b>Department of Valleys response:</b> <i>Agreed.</i></p>"
        for at, each in enumerate((MAP, PAY, NAME), start=1)
    ]

    assert texts(page("<h2>Recommendations</h2>", *boxes)) == [MAP, PAY, NAME]


def test_discussion_questions_are_asked_where_the_reader_is_consulted():
    asked = [
        "Should there be a cap on fares?",
        "Who should pay for the bus?",
        "How could it be better in winter?",
    ]
    parts = ["<h2>Topic 1: Fares</h2>", said("<b>Discussion questions</b>"), bullets(*asked), "<h2>Next</h2>"]

    assert texts(page(*parts, title="Consultation on buses")) == asked
    assert page(*parts, title="A history of buses").recommendations == ()


def test_an_authority_seeks_comments_without_asking():
    asked = [f"BTA seeks comments on the proposed {what}." for what in ("cap of £20", "register", "delay")]
    items = [f"<p><b>Question {at}.</b> {each}</p>" for at, each in enumerate(asked, start=1)]

    assert texts(page("<h2>Proposed safeguards</h2>", *items, title="Consultation paper")) == asked


def test_parts_of_a_question_have_its_number_and_a_letter_in_brackets():
    asked = [("Q2", MAP), ("Q3(a)", "Should there be a register?"), ("Q3(b)", "Should it be a condition?")]
    rows = [
        f"<p><b>{label}.</b> {each.replace('The Agency should', 'Should we')[:-1]}?</p>"
        for label, each in asked
    ]

    assert labels(page("<h2>Consultation template</h2>", *rows, title="Public consultation")) == [
        "2",
        "3(a)",
        "3(b)",
    ]


def test_what_an_earlier_review_recommended_is_left_out():
    listed = [f"{at}. {each}" for at, each in enumerate((MAP, PAY, NAME), start=1)]
    old = [
        "1. Maravia should finish its plan.",
        "2. Maravia should review its staff.",
        "3. Maravia should pay.",
    ]

    reading = read_text(
        "Review of Maravia\n\nThe review's recommendations to Maravia\nPolicy\n"
        + "\n".join(listed)
        + "\n\nAnnex A. Progress since 2020\n2020 recommendation     Progress\n"
        + "\n".join(old)
    )

    assert texts(reading) == [MAP, PAY, NAME]


def test_a_review_gives_its_reasons_first_and_recommends_in_the_middle_of_a_paragraph():
    reasons = "Several of the centres that we saw had lost their buses, and nobody could tell us when or why."
    asked = [
        "",
        "We therefore recommend that maps be drawn.",
        "We recommend that buses be paid for.",
        "",
        "We recommend that centres be named.",
        "",
        "We recommend that drivers be trained.",
        "",
        "We recommend that a record be kept of what is done.",
        "",
    ]
    paragraphs = [f"41.{at} {reasons} {each}".strip() for at, each in enumerate(asked, start=2)]

    reading = read_text(
        "Chapter 41\nRecommendations\n\n41.1 In this chapter we set out what we ask.\n"
        + "\n".join(paragraphs)
        + "\n"
    )

    assert labels(reading) == ["41.3", "41.4", "41.6", "41.8", "41.10"]


def test_a_star_before_a_number_says_that_an_answer_is_needed():
    asked = ["How well are you informed?", "Do you agree with the rules?", "What are the obstacles?"]
    items = [
        f"<p>{star}{at}. {each}</p>"
        for star, at, each in zip(("* ", "", "* "), (1, 2, 3), asked, strict=True)
    ]

    assert texts(page("<h2>Part I: questions</h2>", *items, title="Public consultation")) == asked


def test_recommendations_on_one_thing_and_then_on_another_are_one_list():
    parts = [
        f"<h2>Recommendations on {what}</h2>" + said("1. " + one, "2. " + other)
        for what, one, other in (("maps", MAP, PAY), ("centres", NAME, PAY), ("buses", MAP, NAME))
    ]

    assert texts(page(*parts)) == [MAP, PAY, NAME, PAY, MAP, NAME]
