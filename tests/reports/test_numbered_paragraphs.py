"""Reports that number all their paragraphs, and what of that is a list, a part, or neither."""

import pytest

from drafter.domain.records.reports import RecommendationKind as Kind
from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_pdf, a_word_file, labels, texts

SAID = "Witnesses spoke of rust, of ice and of the cost of paint, and some had brought pictures of it."
ASKED = [
    "We recommend that the Government paint every bridge before the spring.",
    "The Department should count the bridges that it owns.",
    "We urge Ministers to pay for the paint.",
    "Councils must tell the Department of each crack.",
]


def bridges(asked, *, every):
    """All paragraphs, of which each so manieth is bold and asked."""
    wanted = iter(asked)
    return [
        (number, next(wanted), True) if number % every == 0 else (number, SAID, False)
        for number in range(1, every * len(asked) + 1)
    ]


def in_word(folder, paragraphs):
    def build(document):
        document.add_heading("Select committee on bridges", 0)
        for number, text, bold in paragraphs:
            if number % 10 == 1:
                document.add_heading(f"Chapter {number // 10 + 1}: Rust", 1)
            document.add_paragraph().add_run(f"{number}.\t{text}").bold = bold

    return a_word_file(folder, build)


def on_pages(folder, paragraphs):
    pages = [Page().heading("Select committee on bridges")]
    for number, text, bold in paragraphs:
        if pages[-1].top > 650:
            pages.append(Page())
        half = text.index(" ", len(text) // 2)
        font = "bold" if bold else "plain"
        pages[-1].paragraph(f"{number}. {text[:half]}", text[half + 1 :], font=font)
    return a_pdf(folder, *pages)


@pytest.mark.parametrize("written", [in_word, on_pages])
def test_all_that_is_bold_and_recommends_is_the_list_in_whatever_words(tmp_path, written):
    found = read(written(tmp_path, bridges(ASKED * 2, every=4)))

    assert labels(found) == [str(number) for number in range(4, 33, 4)]
    assert texts(found) == ASKED * 2


@pytest.mark.parametrize("written", [in_word, on_pages])
def test_a_few_bold_paragraphs_that_say_they_recommend_are_enough(tmp_path, written):
    asked = [text.replace("paint", colour) for text, colour in zip(ASKED[:1] * 4, "abcd", strict=True)]
    found = read(written(tmp_path, bridges(asked, every=6)))

    assert labels(found) == ["6", "12", "18", "24"]


def test_findings_and_notes_are_no_two_chapters_of_one_list(tmp_path):
    def build(document):
        document.add_heading("Statement on bridges", 0)
        for heading, text in (
            ("Key findings", "{}. Rust in county {} must be seen against the ice of that year."),
            ("Notes", "{}. Pike, A. ({}), Why we should paint. Hull: Press."),
        ):
            document.add_heading(heading, 1)
            for number in range(1, 8):
                document.add_paragraph(text.format(number, 1990 + number))

    assert read(a_word_file(tmp_path, build)).recommendations == ()


@pytest.mark.parametrize("number", ["2.{}", "{}.", "14.{}"])
def test_the_number_of_the_paragraph_below_a_label_is_no_part(number):
    told = "".join(
        f"<p><b>Recommendation {at}</b></p><p>{number.format(at + 30)} The committee recommends that "
        f"bridge {at} be painted.</p><p>{number.format(at + 50)} {SAID}</p>"
        for at in range(1, 5)
    )
    found = read_html(f"<h1>Bridges</h1><p>{SAID}</p>{told}").recommendations

    assert [item.text for item in found] == [
        f"The committee recommends that bridge {at} be painted." for at in range(1, 5)
    ]
    assert [item.parts for item in found] == [()] * 4


@pytest.mark.parametrize(("slanted", "kinds"), [("c", "crcr"), ("r", "crcr"), ("", "crcr")])
def test_what_is_slanted_depends_on_what_those_that_recommend_look_like(slanted, kinds):
    told = (
        ("c", "We conclude that the paint is thin."),
        ("r", "We recommend that it be thicker."),
        ("c", "There is a case for red paint, and it is strong."),
        ("r", "We recommend red paint."),
    )
    items = "".join(
        f"<li><i>{text}</i></li>" if kind in slanted else f"<li>{text}</li>" for kind, text in told
    )
    found = read_html(
        f"<h1>Bridges</h1><p>{SAID}</p><h2>Conclusions and recommendations</h2><ol>{items}</ol>"
    ).recommendations

    meant = {"c": Kind.CONCLUSION, "r": Kind.RECOMMENDATION}
    assert [item.kind for item in found] == [meant[kind] for kind in kinds]


def test_slanted_conclusions_are_conclusions_even_where_all_is_slanted():
    told = (
        "We conclude that the paint is thin.",
        "We recommend that it be thicker.",
        "Ministers should paint.",
    )
    items = "".join(f"<li><i>{text}</i></li>" for text in told)
    found = read_html(
        f"<h1>Bridges</h1><p>{SAID * 3}</p><h2>Conclusions and recommendations</h2><ol>{items}</ol>"
    ).recommendations

    assert [item.kind for item in found] == [Kind.CONCLUSION, Kind.RECOMMENDATION, Kind.RECOMMENDATION]


@pytest.mark.parametrize(
    "lead", ["Your Committee recommends:–", "The Committee recommends:", "We recommend —:"]
)
def test_lettered_items_with_counted_parts_are_the_list_however_flat_they_are_set(lead):
    told = [
        "12. Bridges were built by many hands, and nobody kept count of them. (paragraph 2)",
        "13. The paint of the old bridges was once red, as some recall. (paragraph 3)",
        f"20. {lead}",
        "(a) A council for bridges, consisting of:",
        "(1) two painters;",
        "(2) three smiths; and",
        "(3) a clerk. (paragraph 5)",
        "(b) That the council meet in each county. (paragraph 7)",
        "(c) The appointment of a warden. (paragraph 8)",
        "(d) That the warden be paid. (paragraph 9)",
    ]
    found = read_text("Report on bridges\n\n" + "\n\n".join(told)).recommendations

    assert [item.label for item in found] == ["a", "b", "c", "d"]
    assert [part.text for part in found[0].parts] == [
        "two painters;",
        "three smiths; and",
        "a clerk. (paragraph 5)",
    ]


INTRODUCED = (
    "Recalling its general comment No. 5, the Committee urges the State to count its bridges.",
    "In the light of target 9.1 of those goals, the Committee recommends that the State paint them.",
    "While welcoming the plan of 2024, the Committee therefore calls upon the State to fund it.",
    "The Committee recommends that the State report within two years.",
)


def told_apart(asked):
    """Every third numbered paragraph asks; the others observe."""
    wanted = iter(asked)
    return [next(wanted) if at % 3 == 0 else SAID for at in range(1, 3 * len(asked) + 1)]


def test_a_treaty_bodys_paragraphs_recommend_after_whatever_they_recall():
    told = "\n\n".join(f"{at}. {text}" for at, text in enumerate(told_apart(INTRODUCED * 2), start=1))

    found = read_text(f"Concluding observations on bridges\n\n{told}\n").recommendations

    assert [item.label for item in found] == [str(at) for at in range(3, 25, 3)]


def test_what_says_that_it_recommends_joins_what_is_bold(tmp_path):
    asked = [
        "The Committee urges the State to paint every bridge.",
        "The Committee recommends that the State count its bridges.",
        "The Committee invites the State to report by the first of May.",
        "The Committee recommends that the State train its painters.",
        "The Committee calls upon the State to pay for the paint.",
    ]
    paragraphs = bridges(asked, every=4)
    upright = [(number, text, bold and number != 8) for number, text, bold in paragraphs]

    assert labels(read(on_pages(tmp_path, upright))) == ["4", "8", "12", "16", "20"]


def boxed(at, paragraph):
    return f"<div class='box'>{paragraph}</div>" if at in IN_BOXES else paragraph


IN_BOXES = {3, 5, 6, 8, 9}


def test_of_a_reports_numbered_paragraphs_those_in_boxes_are_the_list():
    said = [
        "The Committee agreed to look at ferries in October.",
        "Members went to four harbours and heard from those who sail.",
        "The Committee recommends that the Government publishes one table of fares.",
        "The Minister told the Committee that the table would follow.",
        "The Committee believes that the operators should keep a common count of the boats that were late.",
        "The Committee agrees with the Commissioner. No child should wait on a pier alone.",
        "Witnesses said that the boats are slow.",
        "The Committee asks the Government to set out how it will make them faster.",
        "The Committee further recommends that the boards publish when each boat came in.",
    ]
    paragraphs = (f"<ol start='{at}'><li>{each}</li></ol>" for at, each in enumerate(said, start=1))

    found = read_html(
        "<h1>Ferries</h1><h2>Key themes</h2>"
        + "".join(boxed(at, each) for at, each in enumerate(paragraphs, start=1))
    )

    assert labels(found) == ["3", "5", "6", "8", "9"]


def test_a_list_within_one_box_is_that_boxs_own():
    numbered = "".join(
        f"<li>{each}</li>"
        for each in ("look at its need of piers;", "say what it will do; and", "ask those who sail.")
    )
    asked = "".join(
        f"<li>The Department should {each}.</li>" for each in ("count the piers", "mend them", "light them")
    )

    found = read_html(
        "<h1>Piers</h1><h2>Evidence</h2><p>Piers are old.</p>"
        f"<div class='box'><h4>Box 1: The law</h4><p>An authority must:</p><ol>{numbered}</ol></div>"
        f"<h2>Conclusions and recommendations</h2><ol>{asked}</ol>"
    )

    assert [each.text.split()[0] for each in found.recommendations] == ["The"] * 3
