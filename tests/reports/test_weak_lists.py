"""Lists with a weak heading or none, and what looks like one: extracts, resolutions, forms, questions."""

import pytest

from drafter.domain.records.reports import RecommendationKind as Kind
from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_page_of_text, a_pdf, a_word_file, labels, texts

DUTIES = ["publish a plan for rivers", "fund the courts", "review the guidance", "report each year"]
WEATHER = ["It rained in the first year.", "Nobody measured it.", "It rained again in the second."]


def counted(form, *, parting="\n"):
    return parting.join(
        form.format(at=at, wish=wish, letter="abcd"[at - 1], roman=("i", "ii", "iii", "iv")[at - 1])
        for at, wish in enumerate(DUTIES, start=1)
    )


def paragraphs(*texts_of_them):
    return "".join(f"<p>{text}</p>" for text in texts_of_them)


@pytest.mark.parametrize(
    "form",
    [
        "{at}. The minister should {wish}.",
        "2.{at} The minister should {wish}.",
        "({roman}) The minister should {wish}.",
        "{at}. That the minister {wish}.",
        "{at}) Should the minister {wish}?",
    ],
)
def test_a_pasted_list_needs_no_heading(form):
    assert len(read_text(counted(form)).recommendations) == len(DUTIES)


@pytest.mark.parametrize(
    "text",
    [
        "Terms of the inquiry\n\n" + counted("{at}. whether ministers should {wish}"),
        "Opening the hall\n\n" + counted("{at}. You should {wish}, and tell your manager."),
        "Rules of the river board\n\n" + counted("{at}. The keeper must {wish}."),
        "Guidance on rivers\n\n" + counted("{at}. Keepers should {wish}."),
        "Report\n\n" + counted("{at}. Rivers {at}\n\nThey should be clean, we heard. " + "So it goes. " * 9),
    ],
    ids=["terms of reference", "steps", "rules", "guidance", "sections"],
)
def test_pasted_text_that_recommends_nothing_is_no_list(text):
    assert texts(read_text(text)) == []


def test_lists_that_count_anew_for_each_addressee_are_one():
    text = "The recommendations are set out below.\n\n" + "\n\n".join(
        f"{body}\n\n" + counted("{at}. Councils {wish}.") for body in ("The Police", "The Courts")
    )

    reading = read_text(text)

    assert labels(reading) == ["1", "2", "3", "4"] * 2
    assert [item.heading for item in reading.recommendations] == ["The Police"] * 4 + ["The Courts"] * 4


def test_an_extract_may_leave_numbers_out():
    numbers = (79, 80, 81, 87, 88, 89, 92, 93, 94)
    parts = [f"{number}. That governments {wish}." for number, wish in zip(numbers, DUTIES * 3, strict=False)]
    heads = ["RIVERS\n\n" + "\n\n".join(parts[:3]), "COURTS\n\n" + "\n\n".join(parts[3:6])]

    reading = read_text("\n\n".join([*heads, "ROADS\n\n" + "\n\n".join(parts[6:])]))

    assert labels(reading) == [str(number) for number in numbers]


@pytest.mark.parametrize(
    "does", ["Calls on the Commission to", "Strongly urges the states to", "Invites Members to"]
)
def test_the_paragraphs_of_a_resolution(does):
    recitals = "The Parliament,\n\nA. whereas states should act;\n\nB. whereas they must not wait;\n\n"

    reading = read_text(recitals + counted("{at}. " + does + " {wish}; regrets the delay;", parting="\n\n"))

    assert labels(reading) == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    "lead_in", ["We recommend that:", "The Welsh Government should:", "We call on all parties to:"]
)
@pytest.mark.parametrize("form", ["• {wish}", "✓ {wish}", "({letter}) {wish};", "{letter}. {wish}"])
def test_what_a_lead_in_recommends(lead_in, form):
    reading = read_text("\n\n".join([*WEATHER, lead_in, counted(form)]))

    assert [text.rstrip(";") for text in texts(reading)] == DUTIES


def test_what_staff_should_do_is_no_list():
    assert texts(read_text("\n\n".join([*WEATHER, "Staff should:", counted("• {wish}")]))) == []


def test_what_is_right_below_the_heading_needs_no_verb_that_is_known():
    asks = "1 Dredge the rivers each winter\n2 Sweep the lanes each spring\n3 Glaze the courts each summer\n"

    assert labels(read_text(f"Our asks\n\n{asks}")) == ["1", "2", "3"]


def test_questions_begin_about_you_and_go_on_elsewhere():
    parts = [
        f"<h2>{head}</h2><p>It is so.</p><p>{at}. Should we {wish}?</p><p>Yes</p><p>No</p>"
        for at, (head, wish) in enumerate(
            zip(("About you", "Rivers", "Courts", "Roads"), DUTIES, strict=True), 1
        )
    ]

    assert labels(read_html("<h1>Have your say</h1>" + "".join(parts))) == ["1", "2", "3", "4"]


def test_a_form_that_numbers_nothing():
    parts = [
        f"<fieldset><legend>Should we {wish} soon?</legend><label>Yes</label><label>No</label></fieldset>"
        for wish in DUTIES
    ]

    reading = read_html("<h1>Consultation</h1><p>Please answer.</p>" + "".join(parts))

    assert texts(reading) == [f"Should we {wish} soon?" for wish in DUTIES]
    assert {item.kind for item in reading.recommendations} == {Kind.QUESTION}


def test_questions_with_their_answers_below_are_not_put_to_the_reader():
    parts = [
        part
        for at, wish in enumerate(DUTIES, start=1)
        for part in (f"<b>{at}. How do we {wish}?</b>", "The board has a team that will do it in the spring.")
    ]

    assert texts(read_html("<h1>Questions</h1>" + paragraphs(*parts))) == []


@pytest.mark.parametrize(
    "after",
    [
        "[a] a great deal\n[b] a little\n[c] not at all",
        "( ) Fully\n( ) Partly",
        "Your answer must not exceed 1,500 characters.",
        "(up to 400 words)",
        "Do not include personal information. You have 2,000 characters.",
    ],
)
def test_room_for_the_answer_is_no_part_of_the_question(after):
    text = counted("Question {at}: Should we {wish}?\n" + after, parting="\n\n")

    assert texts(read_text(text)) == [f"Should we {wish}?" for wish in DUTIES]


def test_a_request_right_below_a_bare_label_is_the_question():
    parts = [f"<b>Question {at}</b>" for at in (1, 2, 3)]
    asked = ["Should we fund it?", "Please rank the options above.", "What else should we know?"]

    reading = read_html(paragraphs(*(part for pair in zip(parts, asked, strict=True) for part in pair)))

    assert texts(reading) == asked


def test_what_a_heading_calls_conclusions_are_conclusions_whatever_their_verbs():
    said = counted("{at}. Committees should {wish}. (Paragraph {at})", parting="\n\n")

    reading = read_text(f"Conclusions and recommendations\n\nConclusions\n\n{said}")

    assert {item.kind for item in reading.recommendations} == {Kind.CONCLUSION}


def test_a_line_that_leads_in_parts_is_no_heading():
    said = "Recommendation {at}: Rivers\nThe Government should\na. {wish}\nb. say so."
    prose = "Witnesses told the review that the rivers had changed in each year of the record.\n" * 5

    assert texts(read_text(f"{prose}\nRecommendations\n\n" + counted(said)))[1] == (
        "Rivers\nThe Government should\na. fund the courts\nb. say so."
    )


def test_notes_after_the_last_item_are_no_part_of_it():
    items = counted("Recommendation {at}: The Government should {wish}.", parting="</p><p>")

    reading = read_html(f"<p>{items}</p>" + paragraphs("[1] Cm 7, 2004.", "[2] Ibid."))

    assert texts(reading)[-1] == "The Government should report each year."


def test_a_quotation_after_a_colon_belongs_to_the_item():
    said = ["That the aim be:", "<b>“To trust each other.”</b>", "That rivers be clean.", "That it be said."]
    parts = [f"{at}. {said[0]}" if at == 1 else text for at, text in enumerate(said[:2], start=1)]
    parts += [f"{at}. {text}" for at, text in enumerate(said[2:], start=2)]

    reading = read_html("<h2>Recommendations</h2>" + paragraphs(*parts))

    assert texts(reading)[0] == "That the aim be:\n“To trust each other.”"


def test_letters_and_numbers_in_a_table_with_themes():
    rows = "<tr><td colspan=3>A. Rivers</td></tr>" + "".join(
        f"<tr><td>{letter}{at}</td><td>No one to {wish}.</td><td>Mayor</td></tr>"
        for letter in "AB"
        for at, wish in enumerate(DUTIES[:2], start=1)
    )
    head = "<tr><th>Ref</th><th>Recommendation</th><th>Lead</th></tr>"

    reading = read_html(f"<h1>Report</h1><p>So.</p><table>{head}{rows}</table>")

    assert labels(reading) == ["A1", "A2", "B1", "B2"]
    assert texts(reading)[0] == "No one to publish a plan for rivers."


def test_a_table_without_numbers():
    rows = "".join(f"<tr><td>Someone is to {wish}.</td><td>Mayor</td></tr>" for wish in DUTIES)
    head = "<tr><th>Recommendation</th><th>Lead</th></tr>"

    reading = read_html(f"<h1>Report</h1><p>So.</p><table>{head}{rows}</table><p>Such is life.</p>")

    assert texts(reading) == [f"Someone is to {wish}." for wish in DUTIES]


def test_of_numbered_paragraphs_those_in_bold_are_what_is_asked_for():
    parts = [
        f"<b>{at}. The Committee asks the ministry to act on year {at}.</b>"
        if at % 5 == 0
        else f"{at}. It rained in year {at}."
        for at in range(1, 26)
    ]

    assert labels(read_html("<h1>Rain</h1>" + paragraphs(*parts))) == ["5", "10", "15", "20", "25"]


def test_labels_in_brackets_at_the_end():
    said = [f"It is recommended that boards {wish}. [Recommendation R/2024/03{at}]" for at, wish in
            enumerate(DUTIES)]  # fmt: skip

    assert labels(read_html("<h2>Safety</h2>" + paragraphs(*WEATHER, *said))) == [
        f"R/2024/03{at}" for at in range(4)
    ]


def test_a_table_in_small_print_at_the_foot_of_a_page_is_no_footnote(tmp_path):
    page = Page().paragraph(*a_page_of_text("the roads", sentences=20)).heading("Recommendations")
    for at, wish in enumerate(DUTIES, start=1):
        page.paragraph(f"1.{at} The council should {wish}.", size=9)

    assert labels(read(a_pdf(tmp_path, page))) == ["1.1", "1.2", "1.3", "1.4"]


def test_an_intent_in_italics_above_what_is_recommended(tmp_path):
    page = Page().paragraph(*a_page_of_text("the line")).heading("Recommendations")
    for at, wish in enumerate(DUTIES, start=1):
        page.paragraph(f"{at} The intent of this is to lower the risk.", font="italic")
        page.paragraph(f"The operator should {wish}.", left=106)

    assert texts(read(a_pdf(tmp_path, page)))[0] == (
        "The intent of this is to lower the risk.\nThe operator should publish a plan for rivers."
    )


def test_sections_after_a_summary_of_recommendations_are_not_the_list(tmp_path):
    first = (
        Page().paragraph(*a_page_of_text("the line")).say("Summary of recommendations", font="bold", gap=9)
    )
    for at, wish in enumerate(DUTIES, start=1):
        first.paragraph(f"{at}. Ministers should {wish}.")
    pages = [first]
    for chapter in (1, 2, 3):
        page = Page().say(f"{chapter}. Part {chapter}", font="bold", gap=9)
        for section in (1, 2):
            page.say(f"{chapter}.{section}. Section {section}", font="bold", gap=9)
            page.paragraph(*a_page_of_text("it"), "and much should be done about it.")
        pages.append(page)

    assert labels(read(a_pdf(tmp_path, *pages))) == ["1", "2", "3", "4"]


def test_a_cell_may_hold_nothing_but_its_automatic_number(tmp_path):
    def build(document):
        document.add_heading("Response form", 1)
        table = document.add_table(rows=0, cols=3)
        for wish in DUTIES:
            cells = table.add_row().cells
            numbered(cells[0].paragraphs[0])
            cells[1].text = f"Should we {wish}?"
            cells[2].text = "Yes ☐ No ☐"

    reading = read(a_word_file(tmp_path, build))

    assert labels(reading) == ["1", "2", "3", "4"]
    assert texts(reading) == [f"Should we {wish}?" for wish in DUTIES]


def numbered(paragraph):
    """Give an empty paragraph the template's own numbers."""
    paragraph.style = "List Number"


@pytest.mark.parametrize(
    "form",
    [
        "Recommendation {at}.\nMinisters should {wish} soon.",
        "Provisional proposal {at}: we would {wish} soon.",
    ],
)
def test_a_label_that_ends_in_a_stop_and_one_that_is_provisional(form):
    found = texts(read_text("\n\n".join([*WEATHER, counted(form, parting="\n\n")])))

    assert [text.split(" ")[-1] for text in found] == ["soon."] * len(DUTIES)


def test_numbers_after_a_sentence_that_leads_in():
    said = "".join(f"<li>Let someone {wish}.</li>" for wish in DUTIES)

    reading = read_html(
        f"<h1>Report</h1><h2>Summary</h2><p>The review makes four recommendations:</p><ol>{said}</ol>"
        + paragraphs(*WEATHER * 4)
    )

    assert labels(reading) == ["1", "2", "3", "4"]


def test_bullets_right_below_the_heading_of_the_list():
    said = "".join(f"<li>Someone had better {wish}.</li>" for wish in DUTIES)

    reading = read_html(f"<h1>R</h1>{paragraphs(*WEATHER)}<h3>Key recommendations</h3><ul>{said}</ul>")

    assert texts(reading) == [f"Someone had better {wish}." for wish in DUTIES]
