"""Labels as some publishers set them: with codes, beside their text, below a number of the report, alone."""

from functools import partial

import pytest

from drafter.reports.reading import read
from tests.reports.papers import Page, a_pdf, labels, said, texts, web_page

page = partial(web_page, title="Ferries")

WISHES = [
    "publish the sailings of each ship",
    "lend the harbour board money",
    "replace the oldest ferries first",
    "draw up a single table of fares",
    "pay for a second lifeboat crew",
    "survey the fuel tanks each year",
]
ASKED = [f"Should we {wish}?" for wish in WISHES]
STORY = "The crossing is short, and fares rose in the spring of the year in which the pier was built."


def test_each_chapter_may_have_letters_of_its_own():
    ships, ports = (("SS", ASKED[:4]), ("PT", ASKED[4:]))
    chapters = [
        f"<h{level}>{name}</h{level}>"
        + "".join(
            f"<p>{STORY}</p><p><b>Question {code} {at}</b></p><p>{one}</p>"
            for at, one in enumerate(asked, start=1)
        )
        for level, name, (code, asked) in ((3, "Ships", ships), (2, "Ports", ports))
    ]

    reading = page("<h2>Local plan</h2>", *chapters)

    assert labels(reading) == ["SS 1", "SS 2", "SS 3", "SS 4", "PT 1", "PT 2"]
    assert texts(reading) == ASKED


def test_what_is_listed_below_a_numbered_paragraph_counts_with_its_number(tmp_path):
    paper = Page().heading("Report of the Working Group").heading("Summary")
    for at in range(112, 115):
        paper.paragraph(f"{at}. {STORY}")
    paper.heading("Conclusions and/or recommendations")
    paper.paragraph("115. The recommendations listed below will be examined by Herm.")
    for at, wish in enumerate(WISHES, start=1):
        paper.paragraph(f"115.{at} {wish.capitalize()} (Sark);", left=100)
    paper.paragraph("116. All recommendations are of those who made them, and should not be thought agreed.")

    assert labels(read(a_pdf(tmp_path, paper))) == [f"115.{at}" for at in range(1, 7)]


def test_the_only_recommendation_of_a_report_may_bear_its_label_behind_it():
    asked = "The Secretary of Ferries should direct the board to publish all its fares. (Recommendation 1)"

    reading = page(
        "<h2>Conclusions</h2>", said(STORY), "<h2>Recommendations for Executive Action</h2>", said(asked)
    )

    assert labels(reading) == ["1"]
    assert page("<h2>What happened</h2>", said(STORY, asked)).recommendations == ()


def test_beside_a_label_that_stands_alone_is_what_it_labels():
    table = "".join(
        f"<tr><td><p><b>Recommendation no. {at}</b></p><p>Paragraph 2.{at}</p></td>"
        f"<td><p>The Department {wish}.</p><p>Department response: Agreed.</p></td></tr>"
        for at, wish in enumerate(WISHES, start=1)
    )
    numbered = said(*(f"{at}. {STORY}" for at in range(1, 6)))

    reading = page("<h2>Summary</h2>", numbered, "<h3>Recommendations</h3>", f"<table>{table}</table>")

    assert texts(reading) == [f"The Department {wish}." for wish in WISHES]


def test_a_reply_beside_a_label_that_stands_alone_is_not_what_it_labels():
    table = "".join(
        f"<tr><td>Recommendation {at}</td><td>Management response</td></tr>"
        f"<tr><td>The board should {wish}.</td><td>Agreed. It will be done.</td></tr>"
        for at, wish in enumerate(WISHES, start=1)
    )

    assert texts(page("<h2>Findings</h2>", f"<table>{table}</table>")) == [
        f"The board should {wish}." for wish in WISHES
    ]


def test_a_box_of_two_bullets_belongs_to_those_of_three():
    boxes = [WISHES[:3], WISHES[3:5]]
    listed = "".join(
        f"<h2>Harbours</h2>{said(STORY)}<h3>Proposals for action: Herm</h3>{said('The States could:')}<ul>"
        + "".join(f"<li>{wish.capitalize()}, and say when.</li>" for wish in box)
        + "</ul>"
        for box in boxes
    )

    assert len(texts(page(listed))) == len(WISHES) - 1


def test_a_long_count_after_a_sentence_that_leads_in_comes_before_bullets():
    bullets = "<ul>" + "".join(f"<li>The plan should {wish}.</li>" for wish in WISHES[:3]) + "</ul>"
    many = [f"{at}. {WISHES[at % 6].capitalize()} in year {at}. {STORY}" for at in range(1, 13)]
    chapters = [
        f"<h2>Ships and ports</h2>{said(STORY, 'To achieve this, government should:', *many[:5])}",
        f"<h2>Crews</h2>{said(STORY, *many[5:])}",
    ]

    reading = page(said("It will require work:"), bullets, *chapters)

    assert labels(reading) == [str(at) for at in range(1, 13)]


@pytest.mark.parametrize("form", ["MR{at} {wish}", "MR{at}: {wish}", "MR-{at} {wish}"])
def test_a_report_may_have_letters_for_all_its_labels(form):
    asked = [form.format(at=at, wish=f"Ministers should {wish}.") for at, wish in enumerate(WISHES, start=1)]

    reading = page("<h2>Monitored recommendations</h2>", said(*asked))

    assert [label.replace("-", "") for label in labels(reading)] == [f"MR{at}" for at in range(1, 7)]
    assert texts(reading) == [f"Ministers should {wish}." for wish in WISHES]


def test_all_lines_beside_a_label_that_stands_alone_are_what_it_labels(tmp_path):
    paper = Page().heading("Recommendations")
    for at, wish in enumerate(WISHES[:4], start=1):
        top = paper.top + 14
        paper.say(f"Recommendation no. {at}", font="bold", at=top).say(f"Paragraph 2.{at}")
        paper.say(f"The Department {wish}, and", left=230, at=top).say(
            "say when that will be done.", left=230
        )

    found = texts(read(a_pdf(tmp_path, paper)))

    assert found == [f"The Department {wish}, and say when that will be done." for wish in WISHES[:4]]


@pytest.mark.parametrize(
    "label",
    ["Conclusion/recommendation {}", "Conclusion and Recommendation {}:", "Recommendation/Conclusion {}."],
)
def test_what_is_called_a_conclusion_and_a_recommendation_is_one(label):
    asked = [(label.format(at), f"The board should {wish}.") for at, wish in enumerate(WISHES, start=1)]

    reading = page(
        "<h2>Government response</h2>",
        *(f"<h3>{head}</h3><p><b>{one}</b></p><p>We accept this. {STORY}</p>" for head, one in asked),
    )

    assert labels(reading) == list("123456")
    assert texts(reading) == [one for _, one in asked]


def test_the_section_of_a_report_may_be_part_of_the_label():
    numbers = ["R3.2-1", "R3.3-2", "R3.3-1", "R6.4-1", "R4.2-4", "R10.3-2"]
    asked = [f"{number} {wish.capitalize()}." for number, wish in zip(numbers, WISHES, strict=True)]

    reading = page("<h2>Recommendations</h2>", said(STORY, *asked))

    assert labels(reading) == [number.removeprefix("R") for number in numbers]


def test_what_is_quoted_in_bold_is_no_reply_though_it_welcomes():
    quoted = "We welcome the new table of fares but ask the board to publish how it was made."
    below = f"<p>The Government notes this. {STORY}</p>"

    reading = page(
        "<h2>Response</h2>",
        *(f"<h3>Recommendation {at}</h3><p><b>The board should {wish}.</b></p>{below}" for at, wish in
          enumerate(WISHES[:2], start=1)),
        f"<h3>Recommendation 3</h3><p><b>{quoted}</b></p>{below}",
    )  # fmt: skip

    assert texts(reading)[2] == quoted


def test_items_that_share_a_heading_may_bear_their_numbers_again():
    reading = page(
        "<h2>Response to the recommendations</h2>",
        f"<h3>Recommendation 1</h3><p>The board should {WISHES[0]}.</p><p>Accept. It will be done.</p>",
        f"<h3>Recommendations 2 and 3</h3><p>2. The board should {WISHES[1]}.</p>",
        f"<p>3. The board should {WISHES[2]}.</p><p>Accept. We will take these together.</p>",
    )

    assert labels(reading) == ["1", "2", "3"]
    assert texts(reading) == [f"The board should {wish}." for wish in WISHES[:3]]
