"""Lists that a sentence or a heading leads in, in other words and shapes; and narrative that is none."""

import pytest

from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_page_of_text, a_pdf, labels, texts

STORY = (
    "The panel met nine times and heard from forty people who use the harbour, among them its pilots.\n\n"
    "Dredging has been put off in each of the last four years, and larger ships now wait for the tide.\n\n"
)
LETTERED = (
    "(a) a harbour board be established, consisting of—\n\n(1) the harbour master;\n\n(2) two councillors; "
    "and\n\n(3) a member chosen by fishers. (paragraph 12)\n\n"
    "(b) that the board publish its accounts each year; (paragraph 14)\n\n"
    "(c) that the dredging contract be tendered again; and (paragraphs 15, 16)\n\n"
    "(d) that pilots be licensed by the board. (paragraph 20)\n\n"
    "1 The harbour master signed in his own name.\n"
)


@pytest.mark.parametrize(
    "lead",
    [
        "27. The Panel therefore recommends that:",
        "27. Your Committee recommends:–",
        "It is recommended that –",
        "In the light of what we heard, this Panel would urge that:—",
        "We advise the Minister that:",
        "For these reasons, we ask that:",
        "27. I recommend—",
        "We therefore propose to the Minister –",
    ],
)
@pytest.mark.parametrize("heading", ["Recommendations", "Closing"])
def test_letters_below_a_lead_in_are_the_list_and_numbers_their_parts(lead, heading):
    reading = read_text(f"Harbour of Lymme\n\n{STORY}{heading}\n\n{lead}\n\n{LETTERED}")

    assert labels(reading) == ["a", "b", "c", "d"]
    assert texts(reading)[0].endswith("(3) a member chosen by fishers. (paragraph 12)")
    assert texts(reading)[3] == "that pilots be licensed by the board. (paragraph 20)"


BOARD = [
    "(a) A harbour board be set up, of one member from each of the following bodies:-",
    "Pilots & Tugs Fishers' Guild Customs Ferries & Harbour Lights Office Bureau of Tides and Charts",
    "(b) The board have the following duties:-",
    "(i) Advising the council on the harbour.",
    "(ii) Collecting the figures that the council asks for.",
    "(iii) Furnishing a yearly report; and",
    "(iv) arranging for pilots.",
    "(c) That the harbour master be told of this.",
]
UP_TO_I = [
    *BOARD,
    *(f"({letter}) A chart of bay {letter} be drawn." for letter in "defg"),
    "(h) The board have power over:",
    "(i) the pilots, and",
    "(ii) the tugs.",
    "(i) Each pilot be licensed.",
    "(j) Each tug be inspected.",
]


@pytest.mark.parametrize(("paragraphs", "letters"), [(BOARD, "abc"), (UP_TO_I, "abcdefghij")])
@pytest.mark.parametrize("form", ["text", "pdf"])
def test_numbers_within_letters_are_parts_over_several_paragraphs(tmp_path, form, paragraphs, letters):
    lead = "9. The ministers have agreed to this, and it is recommended that:-"
    if form == "text":
        reading = read_text("\n\n".join([STORY, "RECOMMENDATIONS:", lead, *paragraphs, "1 See the letter."]))
    else:
        page = Page().heading("RECOMMENDATIONS:").paragraph(lead)
        for paragraph in paragraphs:
            page.paragraph(paragraph)
        reading = read(a_pdf(tmp_path, page))

    assert labels(reading) == list(letters)
    assert texts(reading)[0].endswith("Bureau of Tides and Charts")
    assert texts(reading)[1].endswith("(iv) arranging for pilots.")
    assert texts(reading)[2] == "That the harbour master be told of this."


@pytest.mark.parametrize("lead", ["The witness recommended—", "We propose a well-", "The board met again—"])
def test_not_every_dash_leads_in_a_list(lead):
    assert read_text(f"Harbour of Lymme\n\n{STORY}{lead}\n\n{LETTERED}").candidates == ()


def with_a_note(page, number, note):
    """A note at the page's foot, in the size of the text, after its raised number."""
    return page.say(number, size=6, at=700).say(note, left=76, at=701).say("which goes on for a line.")


def test_notes_at_a_page_s_foot_do_not_cut_a_list(tmp_path):
    first, second = (Page().say("IN CONFIDENCE", at=20, gap=40) for _ in range(2))
    first.heading("The harbour").says(*a_page_of_text("the harbour"), gap=9).heading("Recommendation")
    first.paragraph("9. I recommend that the Act be amended to provide:")
    first.paragraph("(a) that the board be heard first;")
    first.paragraph("(b) that the power to appoint pilots, and those who")
    with_a_note(first, "1", "This should read the seventh of October, as in the other document,")
    second.says("help them, be vested in the board;", gap=40).paragraph(
        "(c) that the accounts be published; and"
    )
    second.paragraph("(d) that the charts be surveyed.")
    with_a_note(second, "2", "The board had asked for more than this, and wrote to the minister")

    reading = read(a_pdf(tmp_path, first, second))

    assert labels(reading) == ["a", "b", "c", "d"]
    assert texts(reading)[1] == (
        "that the power to appoint pilots, and those who help them, be vested in the board;"
    )
    assert texts(reading)[3] == "that the charts be surveyed."


TOLD = [
    "The first witness said that the bridge should have been closed, and that the council was told twice.",
    "Mr Behrens proposed that a fund be set up, and submitted that ministers ought to pay from the levy.",
    "The Department has argued that it is not responsible, and that the council should look to its insurers.",
    "It was suggested to me in evidence that I should recommend an apology. Nobody has asked them yet.",
    "The report of 2011 recommended that every pier be inspected, and the council accepted but did not act.",
    "I turn now to compensation, which was raised by counsel for the families on the last day of hearings.",
]
PICKED = [
    "I recommend that the council publish the reports of its engineers within a month of receiving them.",
    "The families asked for more. I understand why, but the law does not let me go further than I have gone.",
    "In these circumstances, I recommend that the Department meet the costs of the families in full.",
]


def counted(paragraphs):
    return "\n\n".join(f"3.{at} {text}" for at, text in enumerate(paragraphs, start=1))


def test_numbered_paragraphs_that_report_what_others_proposed_are_no_list():
    assert read_text(f"The bridge at Oxley: redress\n\n{counted(TOLD)}").candidates == ()


def test_of_numbered_paragraphs_those_that_recommend_are_picked():
    reading = read_text(
        f"The bridge\n\nConclusions and recommendations on redress\n\n{counted(TOLD + PICKED)}"
    )

    assert labels(reading) == ["3.7", "3.9"]
    assert texts(reading) == [PICKED[0], PICKED[2]]


RUN_ON = (
    "(1) inspect each bridge once a year, (2) publish what it finds, and (3) close any bridge that fails. "
    "The Agency agreed with all three of them."
)


@pytest.mark.parametrize(
    "sentence",
    [
        "We recommend that the Agency " + RUN_ON,
        "To keep the U.S. Highways safe, the Ombudsman recommends that the Agency " + RUN_ON,
        "We therefore recommend that it: " + RUN_ON.replace("1", "a").replace("2", "b").replace("3", "c"),
    ],
)
def test_a_list_may_run_on_within_one_sentence(sentence):
    reading = read_html(
        f"<h1>Bridges</h1><p>We saw bridges (1) in the north, (2) in the south, and (3) on the islands.</p>"
        f"<h2>Our recommendations</h2><p>{sentence}</p><p>Copies can be had from us.</p>"
    )

    assert texts(reading) == [
        "inspect each bridge once a year,",
        "publish what it finds, and",
        "close any bridge that fails.",
    ]


def test_what_runs_on_in_a_speech_is_no_list():
    text = "Speech by the Minister for Bridges\n\nWe propose that the Agency " + RUN_ON + "\n\n" + STORY

    assert read_text(text).candidates == ()


def test_what_runs_on_gives_way_to_a_better_list():
    listed = "".join(f"<li>The Agency should mend bridge {at}.</li>" for at in (7, 8, 9))

    reading = read_html(
        f"<h1>Bridges</h1><h2>Summary</h2><p>We recommend that the Agency {RUN_ON}</p>"
        f"<h2>Recommendations</h2><ol>{listed}</ol>"
    )

    assert texts(reading)[0] == "The Agency should mend bridge 7."


@pytest.mark.parametrize(
    "foot",
    [
        "All content is available under the Open Government Licence v3.0",
        "Print this page\n\nShare on Facebook\n\nLast updated: 4 May 2021",
        "• Privacy\n\n• Cookies\n\n• Contact us\n\nBuilt by the Digital Service",
        "We use cookies to make this site work.\n\nAccept all cookies",
        "Was this helpful?\n\nYes\n\nNo\n\nYes, but",
        "For further information, please contact the secretariat.\n\nEmail: bridges@example.org",
        "Contact\n\nThe Bridge Office, 4 High Street\n\nTel: 020 7946 0000",
        "Is this page useful?\n\nYes\n\nNo",
    ],
)
@pytest.mark.parametrize("label", ["Recommendation {}: ", "{}. ", "• "])
def test_the_foot_of_a_web_page_is_not_in_the_last_item(foot, label):
    wishes = ["inspect each bridge once a year.", "publish what it finds.", "close any bridge that fails."]
    items = "\n\n".join(
        f"{label.format(at)}The Agency should {wish}" for at, wish in enumerate(wishes, start=1)
    )

    reading = read_text(f"Bridges\n\nRecommendations\n\n{items}\n\n{foot}")

    assert texts(reading) == [f"The Agency should {wish}" for wish in wishes]


def test_a_lone_word_may_be_a_part_of_the_last_item():
    text = "Recommendations\n\n1. We should act.\n\n2. We should set standards:\n\n• speed\n\n• accessibility"

    assert texts(read_text(text))[-1].endswith("accessibility")


ADVICE = (
    "<p>To keep the bridges safe, we recommend that the Secretary direct the Agency to inspect them.</p>"
    "<p>So that people know, we recommend that the Agency publish what it finds. It could tell</p>"
    "<ul><li>the date of the visit,</li><li>what was seen, and</li><li>what comes next.</li></ul>"
    "<p>To pay for it, we recommend that Parliament take two steps:</p>"
    "<ul><li>Establish a fund for bridges; and</li><li>Require each owner to pay into it.</li></ul>"
)


@pytest.mark.parametrize(
    "heading", ["Recommendations for Executive Action", "Our recommendations", "Calls to action"]
)
@pytest.mark.parametrize("opening", ["", "<p>This chapter sets out what follows from the evidence.</p>"])
def test_paragraphs_that_recommend_have_their_own_bullets(heading, opening):
    reading = read_html(
        f"<h1>Training needed to guide the keepers of bridges</h1><h2>{heading}</h2>{opening}{ADVICE}"
        "<h2>Agency comments</h2><p>The Agency agreed with what we said.</p>"
    )

    assert [text.split()[0] for text in texts(reading)] == ["To", "So", "Establish", "Require"]
    assert texts(reading)[1].endswith("what comes next.")


def test_in_a_speech_such_paragraphs_are_no_list():
    speech = (
        f"<h1>Speech to the bridge keepers</h1><h2>Our proposals</h2>{ADVICE.replace('recommend', 'ask')}"
    )

    assert read_html(speech).candidates == ()


def test_the_end_of_a_shouted_word_is_no_label(tmp_path):
    page = Page().say("CHAPTER 4", size=16).say("THE PRESS: CONCLUSIONS AND", size=16)
    page.say("RECOMMENDATIONS", size=16).says(*a_page_of_text("the press"), gap=12)

    assert read(a_pdf(tmp_path, page)).candidates == ()


def test_numbers_in_smaller_print_are_labels_where_they_are_not_raised(tmp_path):
    page = Page().heading("Recommendations").says(*a_page_of_text("the harbour"), gap=9)
    page.top = 600
    for number, wish in enumerate(("be dredged", "be lit", "be charted"), start=1):
        page.say(f"{number}.", size=8, gap=13).say(f"The harbour should {wish}.", left=96, at=page.top - 13.4)

    assert labels(read(a_pdf(tmp_path, page))) == ["1", "2", "3"]


@pytest.mark.parametrize("number", ["{}.", "5.{}"])
def test_under_conclusions_and_recommendations_items_may_narrate(number):
    found = TOLD[:4] + PICKED[:1]
    items = "\n\n".join(f"{number.format(at)} {text}" for at, text in enumerate(found, start=1))

    assert len(read_text(f"{STORY}Conclusions and recommendations\n\n{items}").recommendations) == len(found)


def test_paragraphs_that_only_lead_in_lists_give_way_to_those(tmp_path):
    page = Page().heading("Recommendations")
    for at in range(1, 10):
        if at % 3:
            page.paragraph(f"33.{at} Costs vary, and the cheapest quarter of areas spend the least of all.")
        else:
            page.paragraph(f"33.{at} I therefore recommend:", font="bold")
            page.paragraph(f"a. that owners keep plan {at}; and", left=100)
            page.paragraph(f"b. that they inspect lift {at}.", left=100)

    assert labels(read(a_pdf(tmp_path, page))) == ["a", "b"] * 3


def test_three_in_bold_that_lead_in_lists_give_way_to_those(tmp_path):
    before = page = Page().heading("Chapter 32")
    for at in range(1, 5):
        page.paragraph(f"32.{at} Witnesses linked the lifts with the stairs. We visited {at} sites.")
        page.says(*a_page_of_text("the stairs", sentences=4))
    page = Page().heading("Chapter 33").say("Recommendations", size=16, font="bold")
    for at in range(1, 10):
        if at % 3:
            page.paragraph(f"33.{at} Costs vary, and the cheapest quarter of areas spend the least of all.")
        else:
            page.paragraph(f"33.{at} I therefore recommend:", font="bold")
            for letter in "abcd"[: 2 + at // 6 * 2]:
                page.paragraph(
                    f"{letter}. that the owner of each tower be required by law to keep plan {at} of lifts",
                    "and to send it to the fire service.",
                    left=100,
                    font="bold",
                )

    assert labels(read(a_pdf(tmp_path, before, page))) == [*"ab", *"abcd", *"abcd"]
