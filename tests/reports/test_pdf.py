"""PDFs become recommendations with their pages, parts and places."""

import pytest

from drafter.domain.progress import silent
from drafter.domain.records.reports import RecommendationKind as Kind
from drafter.reports.pdf_file import read_pdf
from drafter.reports.pdf_order import is_label_alone
from drafter.reports.reading import read
from tests.reports.papers import Page, a_page_of_text, a_pdf, labels, pdf_bytes, texts


def prose(page=None, topic="the service"):
    page = page or Page()
    return page.heading(f"About {topic}").paragraph(*a_page_of_text(topic))


def test_labelled_recommendations_are_found_with_their_pages(tmp_path):
    first = prose().paragraph("Recommendation 1: The Government should publish a plan.", font="bold")
    first.paragraph(*a_page_of_text("transport"))
    second = prose(topic="money").paragraph(
        "Recommendation 2: Councils should report each year.", font="bold"
    )

    reading = read(a_pdf(tmp_path, first, second))

    assert texts(reading) == ["The Government should publish a plan.", "Councils should report each year."]
    assert [item.page for item in reading.recommendations] == [1, 2]
    assert [item.heading for item in reading.recommendations] == ["About the service", "About money"]


def test_the_body_after_a_bold_recommendation_is_not_part_of_it(tmp_path):
    page = prose().paragraph("Recommendation 1: Ministers must act.", font="bold")
    page.paragraph(*a_page_of_text("aftermath"))
    page.paragraph("Recommendation 2: Ministers must report.", font="bold").paragraph(
        *a_page_of_text("reports")
    )

    assert texts(read(a_pdf(tmp_path, page))) == ["Ministers must act.", "Ministers must report."]


def test_a_numbered_list_under_a_telling_heading_is_found(tmp_path):
    page = Page().heading("Conclusions and recommendations")
    page.paragraph("1. The scheme has failed and nobody has said why. (Paragraph 4)")
    page.paragraph(
        "2. We recommend that the Department publish its review", "   before the summer. (Paragraph 9)"
    )
    page.paragraph("3. The Department should consult its users. (Paragraph 12)")

    found = read(a_pdf(tmp_path, prose(), page)).recommendations

    assert [item.label for item in found] == ["1", "2", "3"]
    assert [item.kind for item in found] == [Kind.CONCLUSION, Kind.RECOMMENDATION, Kind.RECOMMENDATION]
    assert (
        found[1].text
        == "We recommend that the Department publish its review before the summer. (Paragraph 9)"
    )


def test_an_item_goes_on_over_the_page_without_running_heads_and_feet(tmp_path):
    pages = []
    for number in range(1, 6):
        page = Page().say("The state of our rivers", at=30, size=8).say(f"Page {number}", at=800, size=8)
        page.top = 90
        pages.append(page)
    pages[3].heading("Recommendations").paragraph("1. The regulator should").says("publish", gap=0)
    pages[4].paragraph("every sample that it takes.").paragraph("2. The regulator should prosecute.")
    for page in pages[:3]:
        prose(page)

    assert texts(read(a_pdf(tmp_path, *pages))) == [
        "The regulator should publish every sample that it takes.",
        "The regulator should prosecute.",
    ]


def test_a_label_at_the_top_of_a_page_is_no_running_head(tmp_path):
    wishes = ["publish a plan", "fund the courts", "mend the roads", "open the books", "count the cost"]
    pages = [
        Page().say(f"Recommendation {number}", at=40, font="bold").paragraph(f"Ministers should {wish}.")
        for number, wish in enumerate(wishes, start=1)
    ]

    assert labels(read(a_pdf(tmp_path, *pages))) == ["1", "2", "3", "4", "5"]


def test_a_running_foot_that_looks_like_a_label_is_left_out(tmp_path):
    pages = [prose().say(f"Recommendations {number}", at=800, size=9) for number in range(1, 6)]
    pages[2].heading("The recommendations").paragraph("1. The trust should apologise.").paragraph(
        "2. It must pay."
    )

    reading = read(a_pdf(tmp_path, *pages))

    assert texts(reading) == ["The trust should apologise.", "It must pay."]


def test_a_list_printed_twice_is_kept_once_with_all_its_pages(tmp_path):
    chapter = prose().paragraph("Recommendation 1: The board should meet monthly.", font="bold")
    chapter.paragraph(*a_page_of_text("meetings")).paragraph(
        "Recommendation 2: It should publish minutes.", font="bold"
    )
    annex = Page().heading("Annex: list of recommendations")
    annex.paragraph("Recommendation 1: The board should meet monthly.")
    annex.paragraph("Recommendation 2: It should publish minutes.")

    found = read(a_pdf(tmp_path, chapter, annex)).recommendations

    assert [item.label for item in found] == ["1", "2"]
    assert [(item.page, set(item.pages)) for item in found] == [(2, {1, 2}), (2, {1, 2})]


def test_a_second_printing_is_marked_to_its_last_word_and_no_further(tmp_path):
    def printed(page):
        for at in (1, 2):
            page.paragraph(f"Recommendation {at}", font="bold")
            page.says(
                f"The board should tell all of those who were harmed in case {at} what it", "did to them."
            )
        return page

    chapter = printed(prose()).paragraph(*a_page_of_text("harm"))
    reading = read(a_pdf(tmp_path, chapter, printed(Page().heading("Annex: list of recommendations"))))

    for item in reading.recommendations:
        one, other = (round(region.bottom - region.top, 3) for region in item.regions)
        assert one == other
        assert {region.page for region in item.regions} == {1, 2}


def test_a_frame_holds_its_recommendation_together(tmp_path):
    page = prose()
    top = page.top
    page.paragraph("Recommendation 1", font="bold").paragraph(
        "The Government should pay. It should pay soon."
    )
    page.paragraph("It should also say sorry.")
    page.box(top, page.top + 2)
    page.paragraph(*a_page_of_text("payment"))

    (item,) = read(a_pdf(tmp_path, page)).recommendations

    assert item.text == "The Government should pay. It should pay soon.\nIt should also say sorry."


def a_page_with_a_frame():
    """One framed recommendation of two paragraphs, then prose; the page and where its frame is."""
    page = prose()
    top = page.top
    page.paragraph("Recommendation 1", font="bold").paragraph("The Government should pay.")
    page.paragraph("It should also say sorry.")
    bottom = page.top + 2
    return page.paragraph(*a_page_of_text("payment")), top, bottom


@pytest.mark.parametrize(
    ("placed", "moved"), [("", 0.0), ("1 0 0 1 0 -100 cm", 100.0), ("0.5 0 0 0.5 0 0 cm", 0.0)]
)
@pytest.mark.parametrize("nested", [False, True])
def test_a_frame_drawn_in_a_form_is_seen(tmp_path, placed, moved, nested):
    page, top, bottom = a_page_with_a_frame()
    larger = 2.0 if placed.startswith("0.5") else 1.0
    box = (
        f"0.9 g {62 * larger} {(842 - bottom) * larger + moved} {468 * larger} {(bottom - top) * larger} re f"
    )
    page.drawn.insert(0, f"q {placed} /Form{int(nested)} Do Q")

    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_bytes([page], forms=[box, "q /Form0 Do Q"]))

    assert texts(read(path)) == ["The Government should pay.\nIt should also say sorry."]


def test_text_in_a_form_that_is_drawn_smaller_has_the_size_that_is_seen(tmp_path):
    page = prose()
    form = Page()
    form.say(
        "Recommendation 1: Ministers must act.", font="bold", size=22, left=144, at=2 * page.top + 18 - 842
    )
    page.drawn.append("q 0.5 0 0 0.5 0 0 cm /Form0 Do Q")
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_bytes([page.paragraph("")], forms=[form.drawn[0]]))

    sizes = {line.size for line in read_pdf(path, progress=silent).lines}

    assert sizes == {16.0, 11.0}


def test_a_contents_page_is_no_list(tmp_path):
    contents = Page().heading("Contents")
    for number in range(1, 7):
        contents.say(f"Recommendation {number}: better roads {'.' * 40} {number + 3}")
    body = prose()
    for number in range(1, 7):
        body.paragraph(f"Recommendation {number}: The council should mend road {number}.", font="bold")

    found = read(a_pdf(tmp_path, contents, body)).recommendations

    assert [item.page for item in found] == [2] * 6


def test_footnotes_are_no_part_of_an_item(tmp_path):
    page = (
        Page()
        .heading("Recommendations")
        .paragraph("1. The Department should")
        .says("publish its data", gap=0)
    )
    page.say("4 Department for Data, evidence 12", at=770, size=7).say("5 See also note 4", size=7)
    after = Page().paragraph("and keep it current.").paragraph("2. Councils should help.")

    reading = read(a_pdf(tmp_path, prose(), page, after))

    assert texts(reading)[0] == "The Department should publish its data and keep it current."


def test_a_raised_footnote_mark_is_left_out(tmp_path):
    page = Page().heading("Recommendations").paragraph("1. The Department should publish its data.")
    base = 842 - (page.top - 1.3 * 11) - 11
    page.drawn[-1] = (
        f"BT /plain 11 Tf 1 0 0 1 72 {base:.2f} Tm (1. The Department should publish) Tj "
        f"/plain 6 Tf 4 Ts (12) Tj 0 Ts /plain 11 Tf ( its data.) Tj ET"
    )
    page.paragraph("2. Councils should help.")

    assert texts(read(a_pdf(tmp_path, prose(), page)))[0] == "The Department should publish its data."


def test_a_cross_reference_that_begins_a_line_is_no_label(tmp_path):
    page = prose().paragraph("Recommendation 1: Ministers should act.", font="bold")
    page.paragraph(
        "This was said before, in what the earlier report called its", "Recommendation 7 on the use of force."
    )
    page.paragraph("Recommendation 2: Ministers should listen.", font="bold")

    assert labels(read(a_pdf(tmp_path, page))) == ["1", "2"]


def test_a_number_column_and_a_column_beside_the_text(tmp_path):
    page = Page().heading("Summary of recommendations")
    for number in range(1, 5):
        at = page.top + 12
        page.say(str(number), at=at).say(f"The landlord should mend house {number}", left=110, at=at)
        page.say("Landlord", left=420, at=at).say("before the winter comes.", left=110, at=at + 14.3)

    assert texts(read(a_pdf(tmp_path, prose(), page))) == [
        f"The landlord should mend house {number} before the winter comes." for number in range(1, 5)
    ]


def test_labels_after_the_text_are_found(tmp_path):
    page = (
        Page()
        .heading("Recommendations")
        .paragraph(
            "7.1 The Commission recommends that the operator replace the",
            "stop blocks at the station. (018/14)",
        )
    )
    page.paragraph("7.2 On 8 July 2014 the operator replied that it had begun to.")
    page.paragraph("7.3 The Commission recommends that the regulator check them. (019/14)")

    reading = read(a_pdf(tmp_path, prose(), page))

    assert labels(reading) == ["018/14", "019/14"]
    assert (
        texts(reading)[0]
        == "The Commission recommends that the operator replace the stop blocks at the station."
    )


def test_every_item_knows_its_place_on_the_page(tmp_path):
    page = Page().heading("Recommendations").paragraph("1. Ministers should act.", "They should act soon.")
    page.paragraph("2. Councils should help them.")

    first, second = read(a_pdf(tmp_path, page)).recommendations
    (one,), (two,) = first.regions, second.regions

    assert one.page == two.page == 1
    assert 0 < one.left < one.right < 1
    assert 0 < one.top < one.bottom <= two.top < two.bottom < 1


def test_the_parts_of_a_recommendation_are_told_apart(tmp_path):
    page = Page().heading("Recommendations").paragraph("1. The Government should:")
    page.paragraph("(a) publish a plan; and", left=100).paragraph(
        "(b) keep to it", "through the year.", left=100
    )
    page.paragraph("2. Councils should help.")

    first = read(a_pdf(tmp_path, page)).recommendations[0]

    assert [(part.label, part.text) for part in first.parts] == [
        ("(a)", "publish a plan; and"),
        ("(b)", "keep to it through the year."),
    ]
    assert first.text == "The Government should:\n(a) publish a plan; and\n(b) keep to it through the year."


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("The state of our rivers", "The state of our rivers"),
        ("Microsoft Word - v4.doc", "About the service"),
        ("", "About the service"),
    ],
)
def test_the_title_is_the_files_own_unless_that_says_nothing(tmp_path, said, title):
    assert read(a_pdf(tmp_path, prose(), title=said)).title == title


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Call to action 3", True),
        ("Recommendation 12a.", True),
        ("(iv)", True),
        ("Our call to action 3", False),
        ("Recommendation 12: fund it", False),
    ],
)
def test_a_label_alone_is_a_number_after_three_words_at_most(text, alone):
    assert is_label_alone(text) is alone
