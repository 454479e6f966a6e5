"""How publishers of many kinds set out what they recommend or ask, each in a few lines."""

import pytest

from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_page_of_text, a_pdf, a_word_file, labels, texts

DUTIES = [
    "publish the sailings of each ship",
    "lend the harbour board money",
    "replace the oldest ferries first",
    "agree on a single table of fares",
    "pay for a second lifeboat crew",
    "survey the fuel tanks each year",
]
STORY = ["The crossing is short.", "Fares rose in the spring.", "Most ships are old.", "Nobody kept count."]


def paragraphs(*parts):
    return read_html("".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts))


def wishes(form):
    return [form.format(at=at, wish=wish, letter="abcdef"[at - 1]) for at, wish in enumerate(DUTIES, start=1)]


def test_of_numbered_paragraphs_those_that_openly_recommend_are_the_list():
    story = [f"{2 * at - 1}. {STORY[at % 4]}" for at in range(1, 7)]
    asked = [
        f"{2 * at}. The Committee recommends that ministers {wish}."
        for at, wish in enumerate(DUTIES, start=1)
    ]
    pairs = [text for pair in zip(story, asked, strict=True) for text in pair]

    assert labels(read_text("Ferries\n\n" + "\n\n".join(pairs))) == ["2", "4", "6", "8", "10", "12"]


def test_numbered_conclusions_under_their_own_heading_stay_with_the_recommendations():
    mixed = [
        f"{at}. {'We recommend that ministers ' + wish if at % 2 else STORY[at % 4]} (Paragraph {at + 9})"
        for at, wish in enumerate(DUTIES, start=1)
    ]

    assert len(paragraphs("<h2>Conclusions and recommendations</h2>", *mixed).recommendations) == len(DUTIES)


@pytest.mark.parametrize(
    ("form", "heading"),
    [
        ("The Secretary of State should {wish}. (Recommendation {at})", "Executive action"),
        ("{wish}. (M-24-{at})", "New recommendations"),
    ],
)
def test_a_label_at_the_end_where_the_label_or_the_heading_says_what_it_is(form, heading):
    asked = [text[0].upper() + text[1:] for text in wishes(form)]

    assert texts(paragraphs(f"<h2>{heading}</h2>", *asked))[0].endswith("sailings of each ship.")


def test_letters_without_a_sign_after_a_sentence_that_leads_in():
    counted = wishes("{letter} {wish};")

    reading = paragraphs("<h2>Report</h2>", *STORY, "19 We found delays. The Department should:", *counted)

    assert labels(reading) == list("abcdef")


def test_one_numbered_paragraph_that_leads_in_all_of_the_list():
    counted = [f"({roman}) That ministers {wish}." for roman, wish in zip(ROMAN, DUTIES, strict=True)]
    counted.insert(3, "(b) Harbours")
    opened = ["<h2>Summary of recommendations</h2>", "355. We accordingly recommend:—", "(a) Ships"]

    assert len(paragraphs(*opened, *counted, "356. We thank our Secretary.").recommendations) == len(DUTIES)


ROMAN = ["i", "ii", "iii", "v", "vi", "vii"]


def test_the_steps_of_a_covering_note_are_not_what_the_list_below_belongs_to():
    note = "Dear all,\n\n1) comments are due on Monday\n2) use the form\n\nThe group met. It recommends:\n\n"
    asked = "\n\n".join(wishes("  ({at}) That the Cabinet {wish}.\n\n      Officer comment: Noted."))

    reading = read_text(note + asked)

    assert texts(reading)[0] == "That the Cabinet publish the sailings of each ship."
    assert len(reading.recommendations) == len(DUTIES)


def test_each_addressee_may_have_a_count_of_its_own():
    lists = [
        f"<h3>For {body}</h3><ol>" + "".join(f"<li>{wish.capitalize()}.</li>" for wish in wanted) + "</ol>"
        for body, wanted in (("ministers", DUTIES[:2]), ("councils", DUTIES[2:5]), ("employers", DUTIES[4:]))
    ]
    thanks = "<h2>Thanks</h2><ol><li>Ms Able</li><li>Mr Baker</li><li>Dr Cox</li></ol>"

    assert labels(paragraphs("<h2>Recommendations</h2>", *lists, thanks)) == [
        "1",
        "2",
        "1",
        "2",
        "3",
        "1",
        "2",
    ]


def test_a_count_within_an_item_begins_no_list_of_its_own():
    items = [
        text
        for at, wish in enumerate(DUTIES, start=1)
        for text in (f"<h3>{at}. Title {at}</h3>", "(i) Ministers should look.", f"(ii) They should {wish}.")
    ]

    assert labels(paragraphs("<h2>Recommendations</h2>", *items)) == ["1", "2", "3", "4", "5", "6"]


def test_a_theme_between_number_and_text_is_no_part_of_the_text():
    lines = "".join(
        f"<tr><td>{at}</td><td>Clear aims</td><td>Ministers should {wish}.</td><td>{at + 20}</td></tr>"
        for at, wish in enumerate(DUTIES, start=1)
    )
    head = "<tr><th>No.</th><th>Theme</th><th>Recommendation</th><th>Page</th></tr>"
    spanning = "<tr><td colspan='4'>Trust and openness</td></tr>"

    reading = paragraphs("<h2>Summary of recommendations</h2>", f"<table>{head}{spanning}{lines}</table>")

    assert texts(reading)[0] == "Ministers should publish the sailings of each ship."


def test_the_head_of_the_reply_beside_a_label_is_no_title():
    tables = [
        f"<h2>Finding {at}: Ships</h2><table>"
        f"<tr><th>Recommendation {at}(a)</th><th>Management response</th></tr>"
        f"<tr><td>{wish.capitalize()}.</td><td>Agreed. By June.</td></tr></table>"
        for at, wish in enumerate(DUTIES, start=1)
    ]

    reading = paragraphs(*tables)

    assert texts(reading)[0] == "Publish the sailings of each ship."
    assert labels(reading)[:2] == ["1(a)", "2(a)"]


def test_the_next_paragraph_of_the_report_ends_what_stands_under_a_bare_label():
    chapters = [
        text
        for at, wish in enumerate(DUTIES, start=1)
        for text in (
            f"<p><b>Recommendation {at}</b></p>",
            f"{2 * at}. The Committee recommends that ministers {wish}.",
            f"{2 * at + 1}. {STORY[at % 4]}",
        )
    ]

    assert texts(paragraphs(*chapters))[0].endswith("sailings of each ship.")


def test_a_title_may_begin_with_an_article():
    reading = paragraphs(
        *(f"<h2>Ask {at}: A new ship</h2><p>We ask you to {DUTIES[at]}.</p>" for at in range(4))
    )

    assert labels(reading) == ["0", "1", "2", "3"]


LEADS = ["We invite views on how to {}.", "Should we {}?"]


def test_questions_may_be_invitations():
    asked = [
        f"<p><b>Consultation Question {at}.</b></p><p>{lead.format(wish)}</p>"
        for (at, wish), lead in zip(enumerate(DUTIES, start=1), LEADS * 3, strict=True)
    ]
    numbered = "<ol><li>a notice to the holder; and</li><li>a fee</li></ol>"

    assert len(paragraphs(asked[0], numbered, *asked[1:]).recommendations) == len(DUTIES)


def test_requests_for_information_are_asked():
    asked = [f"INFORMATION REQUEST 3.{at} The Commission seeks views on ship {at}." for at in range(1, 5)]

    assert labels(paragraphs("<h2>3 Costs</h2>", *STORY, *asked)) == ["3.1", "3.2", "3.3", "3.4"]


def test_a_coroner_lists_matters_of_concern():
    concerns = [f"({at}) {text} That has not changed since." for at, text in enumerate(STORY, start=1)]

    reading = paragraphs("1 CIRCUMSTANCES", *STORY, "The MATTERS OF CONCERN are as follows:", *concerns)

    assert labels(reading) == ["1", "2", "3", "4"]


def test_a_lettered_part_that_asks_why_is_kept_whole():
    asked = [
        text
        for at, wish in enumerate(DUTIES, start=1)
        for text in (f"Question {at}: Should we {wish}?", "(a) If so, when?", "(b) If not, why not?")
    ]

    assert texts(paragraphs(*asked))[0].endswith("(b) If not, why not?")


def test_a_theme_above_the_next_items_is_no_part_of_the_last(tmp_path):
    page = Page().says(*a_page_of_text("the harbour")).heading("Recommendations")
    for at, wish in enumerate(DUTIES, start=1):
        if at in {1, 4}:
            page.paragraph("To the harbour board" if at == 1 else "To the ferry company")
        page.paragraph(f"{at}. Ministers should {wish}.")

    assert texts(read(a_pdf(tmp_path, page)))[2].endswith("oldest ferries first.")


def test_close_lines_of_a_table_count_on(tmp_path):
    page = Page().says(*a_page_of_text("the harbour")).heading("Recommendations")
    for at, wish in enumerate(DUTIES, start=1):
        page.say(f"R{at} The Government should {wish} without any further delay in this year.")

    assert labels(read(a_pdf(tmp_path, page))) == [
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
    ]


ROUNDS = [f"Round {at}: boards which {wish} should apply together." for at, wish in enumerate(DUTIES[:3], 1)]
MINUTES = [f"{at}. Ships. It was agreed that the clerk should {wish}." for at, wish in enumerate(DUTIES, 1)]


@pytest.mark.parametrize(
    ("title", "items"),
    [
        (
            "Money for harbours",
            [
                *STORY,
                "The minister said: “We recommend that all look at this.” It comes in three rounds:",
                "<ol>" + "".join(f"<li>{text}</li>" for text in ROUNDS) + "</ol>",
            ],
        ),
        ("Minutes of the harbour committee", MINUTES),
    ],
    ids=["a notice that quotes", "minutes"],
)
def test_what_only_sounds_like_advice_is_no_list(title, items):
    assert texts(paragraphs(f"<h1>{title}</h1>", *items)) == []


WISHES = [
    "Every mill should have a warden.",
    "The board must clear the race each year.",
    "Schools should visit a mill.",
    "Ministers should fund new sails.",
]


def under_heads(head):
    told = "\n\n".join(f"{head.format(number)}\n\n{wish}" for number, wish in enumerate(WISHES, start=1))
    return f"Review of mills\n\nMills are old, and few of them turn. Some have lost their sails.\n\n{told}\n"


@pytest.mark.parametrize(
    ("head", "label"),
    [
        ("{}. Recommendation", "{}"),
        ("{}) Recommendation:", "{}"),
        ("5.{} Recommendation", "5.{}"),
        ("Recommendation PR/2026/0{}", "PR/2026/0{}"),
        ("Recommendation MILL-0{}", "MILL-0{}"),
        ("Recommendation AB/1{}", "AB/1{}"),
    ],
)
def test_the_word_may_stand_behind_its_number_and_the_number_in_a_code(head, label):
    found = read_text(under_heads(head))

    assert texts(found) == WISHES
    assert labels(found) == [label.format(number) for number in range(1, 5)]


def test_sections_named_recommendation_are_no_labels():
    sections = "\n\n".join(
        f"{number}.1 Background\n\nIt is old.\n\n{number}.{number + 1} Recommendation\n\nIt fell."
        for number in (1, 4, 7)
    )

    assert read_text(f"Review of mills\n\n{sections}").recommendations == ()


def test_under_a_heading_that_names_the_list_a_few_paragraphs_may_only_welcome():
    story = "This section sets out the recommendations of the Committee."
    asked = [f"The Committee recommends that ministers {wish}." for wish in DUTIES]
    asked.insert(3, "The Committee welcomes the new fund and thanks the harbour boards for it.")

    assert texts(paragraphs("<h2>Summary of recommendations</h2>", story, *asked)) == asked


def test_parts_that_stand_further_out_than_their_item_belong_to_it(tmp_path):
    def build(document):
        document.add_heading("Recommendations", 1)
        for wish in DUTIES[:2]:
            document.add_paragraph(f"The Committee recommends that ministers {wish}.", style="List Number")
        document.add_paragraph("The Committee recommends that:", style="List Number")
        document.add_paragraph("(a) the board be paid; and")
        document.add_paragraph("(b) the pier be mended.")
        document.add_paragraph(f"The Committee recommends that ministers {DUTIES[4]}.", style="List Number")

    items = read(a_word_file(tmp_path, build)).recommendations

    assert [len(item.parts) for item in items] == [0, 0, 2, 0]


@pytest.mark.parametrize("heading", ["HAS ADOPTED THIS RECOMMENDATION:", "HAVE ADOPTED THIS RECOMMENDATION:"])
def test_of_an_act_of_the_union_what_it_recommends_and_not_its_grounds(heading):
    grounds = [f"({at}) Member States should {wish}." for at, wish in enumerate(DUTIES, start=1)]
    asked = [f"{at}. Member States should {wish} by 2031." for at, wish in enumerate(DUTIES, start=1)]
    title = "<p><b>COMMISSION RECOMMENDATION</b></p><p>THE EUROPEAN COMMISSION,</p>"

    reading = paragraphs(
        title, "Whereas:", *grounds, f"<p><b>{heading}</b></p>", "<p><b>FARES</b></p>", *asked[:3],
        "<p><b>SHIPS</b></p>", *asked[3:], "Done at Brussels, 7 March 2030.",
    )  # fmt: skip

    assert [text.endswith("by 2031.") for text in texts(reading)] == [True] * len(DUTIES)


@pytest.mark.parametrize("shared", ["Recommendations 2 and 3", "Recommendations 2 &amp; 3"])
def test_one_heading_over_two_items(shared):
    asked = [f"Ministers should {wish}." for wish in DUTIES]
    replied = "<p><b>Government response: accepted</b></p><p>Work has begun on this.</p>"

    reading = paragraphs(
        "<h3>Recommendation 1</h3>", asked[0], replied, f"<h3>{shared}</h3>", asked[1], asked[2], replied,
        "<h3>Recommendation 4</h3>", asked[3], replied,
    )  # fmt: skip

    assert (labels(reading), texts(reading)) == (list("1234"), asked[:4])


def test_a_list_goes_on_where_labels_hang_in_the_margin_of_its_next_page(tmp_path):
    asked = [f"{at}. Ministers should {wish}." for at, wish in enumerate(DUTIES, start=1)]
    first, second = Page().heading("Recommendations"), Page()
    for text in asked[:3]:
        first.paragraph(text)
    for text in asked[3:]:
        second.paragraph(text)
    for story in a_page_of_text("ferries"):
        first.paragraph(story)
    second.paragraph("4.7 The board met.", left=30)
    for story in a_page_of_text("harbours"):
        second.paragraph(story)

    assert labels(read(a_pdf(tmp_path, first, second))) == list("123456")
