"""Where a report prints its list: in a summary, under a heading said again, in bold, after lead-ins."""

import pytest

from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import HEIGHT, Page, a_page_of_text, a_pdf, a_word_file, labels, texts

WISHES = (
    "Ministers should pay for the paint of every bridge.",
    "The Department should count the bridges that it owns.",
    "Councils should tell the Department of each crack they see.",
    "The Agency should inspect what is over fifty years old.",
)
TOLD = "Witnesses spoke of rust, of ice and of the cost of paint, and some had brought pictures of it."


def lettered(wishes, *, first="a"):
    return [f"{chr(ord(first) + at)} {wish}" for at, wish in enumerate(wishes)]


def test_a_summary_of_recommendations_ends_where_the_numbered_chapters_begin(tmp_path):
    def build(document):
        document.add_heading("Bridges", 0)
        document.add_heading("Summary of recommendations", 1)
        for at, wish in enumerate(WISHES, start=1):
            document.add_paragraph(f"Recommendation {at}: {wish}")
        for at, wish in enumerate(WISHES, start=1):
            document.add_heading(f"{at} Bridges of the {at}th county", 1)
            document.add_paragraph(TOLD)
            document.add_paragraph(f"Recommendation {at}: {wish}")
            document.add_paragraph(TOLD)

    assert texts(read(a_word_file(tmp_path, build))) == list(WISHES)


def test_of_two_headings_in_one_size_that_in_capitals_is_above_the_other(tmp_path):
    page = Page().say("SUMMARY OF CONCLUSIONS AND RECOMMENDATIONS", font="bold", size=12)
    page.say("Paint", font="bold", size=12, gap=9)
    for at, wish in enumerate(WISHES, start=1):
        if at == len(WISHES) - 1:
            page.say("Cracks", font="bold", size=12, gap=9)
        page.paragraph(f"{at}. {wish}")
    page.say("APPENDIX 3: CALL FOR EVIDENCE", font="bold", size=14, gap=14)
    page.say("Questions", font="bold", size=11, gap=9)
    for at in range(1, 5):
        page.paragraph(f"{at}. What should be done about the bridges of county {at}?")

    assert texts(read(a_pdf(tmp_path, page))) == list(WISHES)


def test_a_reply_quotes_some_of_a_list_below_a_heading_said_again():
    quoted = "".join(
        f"<h3>Committee's conclusions and recommendations</h3><p>({at}) {wish} (paragraph {at}0).</p>"
        f"<h3>The Government's Response</h3><p>{TOLD}</p>"
        for at, wish in zip((2, 3, 6, 11), WISHES, strict=True)
    )

    found = read_html(f"<h1>Government response</h1>{quoted}")

    assert labels(found) == ["2", "3", "6", "11"]
    assert [text.startswith(wish) for text, wish in zip(texts(found), WISHES, strict=True)] == [True] * 4


def test_paragraphs_that_recommend_are_those_of_the_list_of_all():
    body = [TOLD, WISHES[0], TOLD, WISHES[1], TOLD, WISHES[2], TOLD, WISHES[3]]
    openly = [text if text == TOLD else f"We recommend that it be so. {text}" for text in body]
    told = "".join(f"<p>{at}. {text}</p>" for at, text in enumerate(openly, start=1))
    said = [text for text in openly if text != TOLD] + ["There is no reason to think that paint is cheap."]
    whole = "".join(f"<li>{text}</li>" for text in said)

    found = read_html(
        f"<h1>Bridges</h1>{told}<h2>Conclusions and recommendations</h2><ol>{whole}</ol><h2>Witnesses</h2>"
    )

    assert labels(found) == ["1", "2", "3", "4", "5"]


def test_a_numbered_paragraph_that_introduces_the_list_is_none_of_it():
    told = "\n\n".join(f"7.{at}. {wish}" for at, wish in enumerate(WISHES, start=2))
    lead = "7.1. In this chapter we set out our recommendations in full."

    assert texts(read_text(f"CHAPTER 7: RECOMMENDATIONS\n\n{lead}\n\n{told}")) == list(WISHES)


def test_bold_paragraphs_that_advise_are_a_list_though_nothing_leads_in():
    told = "".join(f"<p>{TOLD}</p><p><b>{wish}</b></p>" for wish in WISHES)

    assert texts(read_html(f"<h1>Bridges</h1><h2>What we saw</h2>{told}<p>{TOLD}</p>")) == list(WISHES)


def test_bold_paragraphs_that_tell_are_none():
    told = "".join(f"<p>{TOLD}</p><p><b>Bridge {at} was painted in that year.</b></p>" for at in range(6))

    assert read_html(f"<h1>Bridges</h1><h2>What we saw</h2>{told}<p>{TOLD}</p>").recommendations == ()


def test_bullets_stand_under_the_names_of_those_they_are_for():
    led = "<p>So that bridges last, we recommend that:</p>"
    told = (
        f"<h3>The Government</h3><ul><li>Introduces a fund.</li><li>{WISHES[0]}</li></ul>"
        f"<h3>Councils</h3><ul><li>Publish what they know.</li><li>{WISHES[2]}</li></ul>"
    )

    found = read_html(f"<h1>Bridges</h1><h2>What needs to change</h2>{led}{told}<p>{TOLD}</p><h2>Notes</h2>")

    assert texts(found) == ["Introduces a fund.", WISHES[0], "Publish what they know.", WISHES[2]]


def test_letters_go_on_after_the_next_sentence_that_leads_in():
    wishes = ["publish a plan;", "count the bridges;", "close what is unsafe;", "ask who owns them."]
    said = ["11 We hope to help them. The Agency should:", *lettered(wishes[:3])]
    said += ["The Ministry should:", *lettered(wishes[3:], first="d")]

    found = read_text("Report on bridges\n\nRecommendations\n\n" + "\n\n".join(said) + "\n")

    assert [(label, text) for label, text in zip(labels(found), texts(found), strict=True)] == list(
        zip("abcd", wishes, strict=True)
    )


@pytest.mark.parametrize("lead", ["We recommend that you:", "You should:", "We suggest you:"])
def test_guidance_recommends_to_its_reader_and_to_no_government(lead):
    items = "".join(f"<li>{each} your bridge</li>" for each in ("Paint", "Close", "Count", "Sell"))

    found = read_html(f"<h1>Owning a bridge</h1><p>{TOLD}</p><p>{lead}</p><ul>{items}</ul><p>{TOLD}</p>")

    assert found.recommendations == ()


def test_what_another_body_recommended_names_no_list_of_this_one():
    told = "".join(
        f"<p>{at}. The Ministers note what the Assembly says of bridge {at}.</p>" for at in range(1, 5)
    )
    page = "<h1>“Bridges for all” – Assembly Recommendation 2071 (2015)</h1><h2>Reply</h2>"

    assert read_html(page + told).recommendations == ()


def test_the_printing_that_says_what_to_do_goes_before_the_one_that_only_names_it():
    titles = ("Paint bridges", "Count bridges", "Watch for cracks", "Inspect old bridges")
    said = "".join(
        f"<p><b>Recommendation {at} – {title} every year</b></p><p>{wish}</p>"
        for at, (title, wish) in enumerate(zip(titles, WISHES, strict=True), start=1)
    )
    named = "".join(
        f"<p><b>Recommendation {at} – {title} every year</b></p>"
        "<p>The Commission accepts the recommendation.</p>"
        for at, title in enumerate(titles, start=1)
    )

    found = read_html(f"<h1>Bridges</h1>{said}<h1>Replies of the Commission</h1>{named}<h1>Audit team</h1>")

    assert texts(found) == [f"{title} every year\n{wish}" for title, wish in zip(titles, WISHES, strict=True)]


def test_what_is_drawn_late_on_a_page_with_a_table_of_figures_is_read_in_its_place(tmp_path):
    page = Page()
    page.say("Bridges by county", font="bold", at=300)
    for at, row in enumerate(("2021 68 11", "2022 61 38", "2023 94 62")):
        for column, figure in enumerate(row.split()):
            page.say(figure, left=72 + 90 * column, at=330 + 20 * at)
    page.say("Recommendations", font="bold", size=16, at=60)
    for at, wish in enumerate(WISHES):
        page.say(f"{at + 1}. {wish}", at=100 + 30 * at)
    other = Page()
    for line in a_page_of_text("the river"):
        other.say(line)

    assert texts(read(a_pdf(tmp_path, page, other))) == list(WISHES)


def test_a_guidelines_numbers_of_three_levels_go_on_in_the_next_section():
    sections = "".join(
        f"<h3>1.{section} Bridges of the {section}th county</h3>"
        + "".join(
            f"<h4><p>1.{section}.{at}</p></h4><p>Paint bridge {at} of county {section} each year.</p>"
            for at in range(1, 4)
        )
        for section in (1, 2)
    )

    found = read_html(
        f"<h1>Bridges (NG231)</h1><h2>Recommendations</h2>{sections}<h2>Context</h2><p>{TOLD}</p>"
    )

    assert labels(found) == ["1.1.1", "1.1.2", "1.1.3", "1.2.1", "1.2.2", "1.2.3"]


def test_numbered_chapters_are_no_list_beside_the_questions_that_stand_in_them():
    parts = "".join(
        f"<h2>{part}. Bridges of county {part}</h2>"
        + "".join(
            f"<p>Question {at}. Should bridge {at} be painted?</p>"
            for at in range(3 * part - 2, 3 * part + 1)
        )
        for part in (1, 2)
    )

    found = read_html(f"<h1>Consultation</h1><h1>Part A: General questions</h1>{parts}<h1>Annex</h1>")

    assert labels(found) == ["1", "2", "3", "4", "5", "6"]


def test_recommendations_in_the_order_of_those_they_are_for_are_all_read():
    order = ("R1*", "R2", "R7", "R3", "R5*", "R4", "R6")
    told = "".join(
        f"<p>{label} The Office should paint bridge {label[1]}. (16.{label[1]})</p>" for label in order
    )

    found = read_html(f"<h1>Bridges</h1><h2>Recommendations</h2>{told}<h2>Annex</h2><p>{TOLD}</p>")

    assert labels(found) == ["R1", "R2", "R7", "R3", "R5", "R4", "R6"] or labels(found) == list("1273546")


def test_one_recommendation_that_is_quoted_is_no_list():
    quoted = "<p>Recommendation 2 – The Department should publish a plan within half a year.</p>"

    assert read_html(f"<h1>Progress: terms of reference</h1><p>{TOLD}</p>{quoted}").recommendations == ()


@pytest.mark.parametrize(
    "lead",
    [
        "Sir Giles makes four recommendations. He recommends that:",
        "The Federation of Painters recommended that:",
        "We will now:",
        "The Department will:",
    ],
)
def test_what_somebody_else_recommended_or_its_authors_will_do_is_no_list(lead):
    told = "".join(f"<li>the bridges of county {at} should be painted;</li>" for at in range(1, 5))

    found = read_html(f"<h1>Statement on bridges</h1><p>{TOLD}</p><p>{lead}</p><ol>{told}</ol><p>{TOLD}</p>")

    assert found.recommendations == ()


def test_roman_numbers_go_on_after_the_next_sentence_that_leads_in():
    said = ["The Department for Bridges should:", "i publish a plan;", "ii count bridges;", "iii close some."]
    said += [
        "The Inland Survey should:",
        "iv map the bridges that are left.",
        "APPENDIX: Questions asked in our survey",
    ]
    asked = [f"{at}. How many bridges has county {at}?" for at in range(1, 5)]

    found = read_text("\n\n".join(["Report on bridges", "RECOMMENDATIONS", *said, *asked]))

    assert labels(found) == ["i", "ii", "iii", "iv"]


def test_questions_that_have_been_answered_are_offered_at_most():
    asked = "".join(
        f"<h3>Question {at}: Should bridge {at} be painted?</h3><p>Of {at}12 answers {at}0 said so.</p>"
        for at in range(1, 6)
    )

    page = "<h1>Summary of responses: bridges</h1><h2>Summary of responses by question</h2>"

    assert read_html(f"{page}{asked}<h2>Themes</h2>").recommendations == ()


def test_a_reply_that_counts_its_own_paragraphs_before_each_label_is_read_by_the_label():
    told = "".join(
        f"<p><b>{at}. Recommendation {at}. Bridge {at} should be painted. (Paragraph {at}1)</b></p>"
        f"<p>{TOLD}</p>"
        for at in range(1, 5)
    )

    found = read_html(f"<h1>Government response</h1><h2>Bridges</h2>{told}<p>{TOLD}</p>")

    assert texts(found) == [f"Bridge {at} should be painted. (Paragraph {at}1)" for at in range(1, 5)]


def test_bullets_that_a_browser_draws_on_a_page_are_bullets(tmp_path):
    page = Page().heading("Recommendations").paragraph("We recommend that the Agency should:")
    for wish in ("paint each bridge", "count the bridges", "close what is unsafe"):
        page.paragraph(f"{wish} in all of the counties, and tell us what it", left=92)
        middle = HEIGHT - page.top + 9
        page.drawn.append(f"80 {middle:.1f} 3 3 re f")
        page.say("has done before the end of the next year", left=92)

    found = texts(read(a_pdf(tmp_path, page)))

    assert [text.split()[0] for text in found] == ["paint", "count", "close"]


def test_numbers_typed_behind_bullets_that_a_browser_draws_are_labels(tmp_path):
    page = Page().heading("Questions")
    for at in range(1, 5):
        page.paragraph(f"{at}. How should the bridges of county {at} be painted?", left=92)
        page.drawn.append(f"80 {HEIGHT - page.top + 9:.1f} 3 3 re f")

    found = read(a_pdf(tmp_path, page))

    assert labels(found) == ["1", "2", "3", "4"]
    assert texts(found)[0] == "How should the bridges of county 1 be painted?"


def test_questions_that_are_set_in_count_on_past_the_numbers_of_the_chapters():
    chapters = "\n\n".join(
        f"{part}. Bridges of county {part}\n\n{TOLD}\n\nConsultation questions\n\n"
        + "\n\n".join(
            f"    {at}. Should bridge {at} be painted before spring?"
            for at in range(3 * part - 2, 3 * part + 1)
        )
        for part in (1, 2, 3)
    )

    assert labels(read_text(f"Consultation on bridges\n\n{chapters}\n")) == [str(at) for at in range(1, 10)]


def test_questions_that_a_report_puts_to_others_are_not_its_list():
    asked = "".join(f"<li>When was bridge {at} last painted?</li>" for at in range(1, 5))
    told = "".join(f"<li>{wish}</li>" for wish in WISHES)

    found = read_html(
        f"<h1>Bridges</h1><h2>Our recommendations</h2><p>We recommend that councils:</p><ol>{told}</ol>"
        f"<h2>Part 1</h2><p>{TOLD}</p><h2>Appendix: Questions for elected members</h2><ol>{asked}</ol>"
    )

    assert texts(found) == list(WISHES)


def test_a_committees_lettered_paragraphs_are_its_list():
    told = "\n\n".join(f"({chr(97 + at)}) {wish} (paragraph {at + 6})." for at, wish in enumerate(WISHES))

    found = read_text(
        f"Bridges\n\n1. {TOLD}\n\nSummary of conclusions and recommendations\n\n{told}\n\nWitnesses"
    )

    assert labels(found) == ["a", "b", "c", "d"]


def test_a_label_with_the_words_initial_is_the_same_as_without_it():
    table = "".join(f"<tr><td>R{at}</td><td>{wish}</td></tr>" for at, wish in enumerate(WISHES, start=1))
    boxes = "".join(
        f"<p>{TOLD}</p><p><b>Recommendation R{at}</b></p><p>{wish}</p>"
        for at, wish in enumerate(WISHES, start=1)
    )

    head = "<tr><th>No.</th><th>Recommendation</th></tr>"
    summary = f"<h2>Summary of recommendations</h2><table>{head}{table}</table>"
    found = read_html(f"<h1>Bridges</h1>{summary}<h2>Chapters</h2>{boxes}<h2>Annex</h2>")

    assert [text.splitlines()[0] for text in texts(found)] == list(WISHES)


def test_labels_with_a_year_and_a_number_are_labels():
    told = "".join(f"<p>R2023-00{at} {wish}</p>" for at, wish in zip((1, 2, 4, 8), WISHES, strict=True))

    found = read_html(f"<h1>Bridges</h1><h2>Recommendations</h2>{told}<h2>Annex</h2><p>{TOLD}</p>")

    assert texts(found) == list(WISHES)


def test_a_list_below_the_criteria_that_guided_its_author_is_no_part_of_them(tmp_path):
    page = Page().heading("Chapter 9: Recommendations")
    page.paragraph("9.2 The following criteria have guided me. A recommendation should:")
    for criterion in ("(a) arise from the evidence;", "(b) be of use; and", "(c) be seen to be done."):
        page.paragraph(criterion)
    page.paragraph("Candour")
    for at, wish in enumerate(WISHES, start=1):
        page.paragraph(f"{at}. {wish}")

    assert texts(read(a_pdf(tmp_path, page))) == list(WISHES)
