"""The text of a document as the reading screen shows it: paragraphs whole, headings told."""

from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import Page, a_page_of_text, a_pdf, a_word_file

SAID = ["Halls stand empty in winter, and nobody in town can say whose they are or who has the",
        "keys to them: a regis-", "ter would help those who want to use them in the next year."]  # fmt: skip


def headings(page):
    return [page.text[each.start : each.end] for each in page.headings]


def test_the_lines_of_a_printed_paragraph_run_on_and_words_are_whole(tmp_path):
    page = Page().heading("A Review of Halls").paragraph(*a_page_of_text("halls")).paragraph(*SAID)

    [text] = read(a_pdf(tmp_path, page)).text

    assert text.text.startswith("A Review of Halls\n\nWitnesses told")
    assert text.text.endswith(f"\n\n{' '.join(SAID).replace('regis- ter', 'register')}")
    assert headings(text) == ["A Review of Halls"]


def test_a_hyphen_at_a_lines_end_stays_where_the_page_has_it_elsewhere(tmp_path):
    said = ["They asked for long-term funding of halls and of all who keep them in winter, for long-",
            "term funding alone keeps the doors of a hall open and its lamps lit in the winter."]  # fmt: skip

    [text] = read(a_pdf(tmp_path, Page().paragraph(*a_page_of_text("halls")).paragraph(*said))).text

    assert text.text.count("long-term funding") == 2


def test_a_hyphen_stays_after_what_is_seldom_joined(tmp_path):
    said = ["They asked for the funding of halls and of all who keep them in winter, for only long-",
            "term funding keeps the doors of a hall open and its lamps lit in the winter."]  # fmt: skip

    [text] = read(a_pdf(tmp_path, Page().paragraph(*a_page_of_text("halls")).paragraph(*said))).text

    assert "only long-term funding" in text.text


def test_pasted_text_keeps_its_empty_lines_and_wrapped_lines_run_on():
    pasted = (
        "The Halls Trust\nHigh Street\n\nPeople told us that halls stand empty in winter and that nobody\n"
        "knows whose they are.\n\nThere should be a register."
    )

    [text] = read_text(pasted).text

    assert text.text == (
        "The Halls Trust\nHigh Street\n\nPeople told us that halls stand empty in winter and that nobody "
        "knows whose they are.\n\nThere should be a register."
    )


def test_headings_of_web_pages_and_word_files_are_told(tmp_path):
    page = read_html(f"<h1>Halls</h1><p>{SAID[0]}</p><h2>Registers</h2><ul><li>One</li><li>Two</li></ul>")

    def build(document):
        document.add_heading("Halls", 1)
        document.add_paragraph(SAID[0])

    word = read(a_word_file(tmp_path, build))

    assert headings(page.text[0]) == ["Halls", "Registers"]
    assert "Registers\n\n• One\n• Two" in page.text[0].text
    assert headings(word.text[0]) == ["Halls"]


def test_a_running_head_and_a_note_stand_by_themselves(tmp_path):
    pages = [
        Page().say("The Halls Report", at=30, size=8).paragraph(*a_page_of_text(f"hall {at}"))
        for at in range(1, 6)
    ]
    pages[2].say("1 The first note is about the old", at=700, size=7).say("and the new halls.", size=7)

    text = read(a_pdf(tmp_path, *pages)).text[2].text

    assert text.startswith("The Halls Report\n\nWitnesses")
    assert text.endswith("\n\n1 The first note is about the old and the new halls.")


def test_what_we_recommend_heads_a_chapter_as_what_we_found_does():
    found, recommended = "Halls stood empty in winter.", "Ministers should fund the halls."
    html = f"<b>What we found</b></p><p>{found}</p><p><b>What we recommend</b></p><p>{recommended}"

    [text] = read_html(f"<h1>Halls</h1><p>{html}</p>").text

    assert headings(text) == ["Halls", "What we found", "What we recommend"]
