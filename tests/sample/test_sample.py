"""The sample is whole: its files agree with each other, with the file forms and with the printed report."""

import json
import re
from datetime import date
from html.parser import HTMLParser
from zipfile import ZipFile

import pypdfium2
import pytest

from tests.sample.make_report import SAMPLE, a_report, pages_of_headings, recommendations_with_pages
from tests.sample.report_text import REPORT, blocks

KINDS = {"opening", "position", "evidence", "case study", "caveat", "ask", "closing", "about us"}
STANCES = {
    "undecided",
    "welcome",
    "welcome with caveats",
    "go further",
    "neutral",
    "oppose",
    "no comment",
}
FIELDS = {
    "organisation",
    "author",
    "role",
    "report.title",
    "report.author",
    "report.publisher",
    "report.published",
    "response.title",
    "response.date",
    "recommendation.label",
}
ATTRIBUTES = {"a": {"href"}, "fn": {"title", "publisher", "date", "address"}, "field": {"name"}}
BLOCKS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote"}
SUBSET = BLOCKS | {"strong", "em", *ATTRIBUTES}
ADDRESS = re.compile(r"https://www\.example\.org/\S+|mailto:\S+@\S+\.example\.org")
RESPONSES = ("response.json", "statement.json")


def read(name):
    return json.loads((SAMPLE / name).read_text(encoding="utf-8"))


def passages(response):
    """Every passage with the labels that it answers, its own or its section's."""
    return [
        (each, each.get("answers") or section.get("answers", []))
        for section in response["sections"]
        for each in section["passages"]
    ]


def squeezed(text):
    """Letters and signs only: spaces and hyphens depend on where lines break."""
    return re.sub(r"[\s\-\u2010\u2011\u00ad\ufffe]+", "", text)


@pytest.fixture(scope="module")
def printed_pages():
    with pypdfium2.PdfDocument(SAMPLE / "report.pdf") as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


@pytest.fixture(scope="module")
def library():
    return read("library.json")["positions"]


class Subset(HTMLParser):
    """Notes what a text holds beyond the HTML subset, and the words and addresses in it."""

    def __init__(self, html):
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.addresses: list[str] = []
        self.words = 0
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> stays open" for tag in self.open]

    def handle_starttag(self, tag, attrs):
        self.check(tag, dict(attrs))
        self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.check(tag, dict(attrs))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data):
        if not set(self.open) & BLOCKS:
            self.faults.append(f"{data!r} stands in no paragraph")
        if "fn" not in self.open:
            self.words += len(data.split())

    def check(self, tag, attributes):
        if tag not in SUBSET:
            self.faults.append(f"<{tag}> is not in the subset")
        if set(attributes) != ATTRIBUTES.get(tag, set()) or not all(attributes.values()):
            self.faults.append(f"<{tag}> has {attributes}")
        if tag == "field" and attributes["name"] not in FIELDS:
            self.faults.append(f"{attributes['name']} is no field")
        self.addresses += [value for name, value in attributes.items() if name in {"href", "address"}]


def bodies():
    """Every text of the sample, named so that a fault can be found."""
    for each in read("library.json")["positions"]:
        yield pytest.param(each["body"], id=each["title"])
    for name in RESPONSES:
        own = [passage["body"] for passage, _ in passages(read(name)) if "body" in passage]
        yield from (pytest.param(body, id=f"{name} {number}") for number, body in enumerate(own))


@pytest.mark.parametrize("body", list(bodies()))
def test_a_text_keeps_to_the_html_subset(body):
    text = Subset(body)

    assert text.faults == []
    assert text.words > 0
    assert [each for each in text.addresses if not ADDRESS.fullmatch(each)] == []


def test_the_library_has_positions_of_every_kind(library):
    assert read("library.json")["format"] == "drafter-library"
    assert read("library.json")["version"] == 1
    assert len(library) >= 44
    assert {each["kind"] for each in library} == KINDS
    assert 10 <= len({theme for each in library for theme in each["themes"]}) <= 14


def test_positions_have_ids_and_titles_of_their_own(library):
    assert all(re.fullmatch("[0-9a-f]{32}", each["id"]) for each in library)
    assert len({each["id"] for each in library}) == len(library)
    assert len({each["title"] for each in library}) == len(library)


def test_positions_say_how_they_stand_in_known_words(library):
    assert {each["status"] for each in library} == {"draft", "approved", "retired"}
    assert {each["stance"] for each in library if "stance" in each} == STANCES
    assert all(each["owner"] for each in library)
    reviews = sorted(date.fromisoformat(each["review_by"]) for each in library)
    assert (reviews[0] >= date(2026, 9, 1), reviews[-1] <= date(2027, 12, 31)) == (True, True)


def test_evidence_names_its_sources(library):
    sources = [source for each in library for source in each["sources"]]

    assert all(each["sources"] for each in library if each["kind"] == "evidence")
    assert all(set(source) == {"title", "publisher", "date", "address"} for source in sources)
    assert [source for source in sources if not ADDRESS.fullmatch(source["address"])] == []


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_uses_only_approved_positions_of_the_library(name, library):
    approved = {each["id"] for each in library if each["status"] == "approved"}
    used = [passage.get("position") for passage, _ in passages(read(name)) if "position" in passage]
    drawn = [each for passage, _ in passages(read(name)) for each in passage.get("drawn_from", ())]

    assert used
    assert drawn
    assert set(used) | set(drawn) <= approved


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_names_only_recommendations_of_the_report(name):
    response = read(name)
    named = [each["recommendation"] for each in response["stances"]]
    answered = [label for _, labels in passages(response) for label in labels]

    assert len(named) == len(set(named))
    assert {*named, *answered} <= {each["label"] for each in response["report"]["recommendations"]}
    assert {each["stance"] for each in response["stances"]} <= STANCES


def test_the_response_answers_most_recommendations_and_says_why():
    response = read("response.json")
    decided = {each["recommendation"]: each for each in response["stances"] if each["stance"] != "undecided"}
    answered = {label for _, labels in passages(response) for label in labels}

    assert len(decided.keys() & answered) >= 14
    assert {each["stance"] for each in response["stances"]} == STANCES
    assert all(each["reason"] for each in decided.values())
    assert any(len(labels) == 2 for _, labels in passages(response))
    assert answered <= decided.keys()


def test_the_response_counts_its_own_stances_right():
    taken = [each["stance"] for each in read("response.json")["stances"]]
    words = json.dumps(read("response.json")["sections"], ensure_ascii=False)

    assert (taken.count("welcome"), taken.count("welcome with caveats"), taken.count("go further")) == (
        6,
        4,
        4,
    )
    assert "we support 14: six as they stand, four with caveats, and four that we ask" in words
    assert (taken.count("oppose"), taken.count("neutral"), taken.count("no comment")) == (2, 1, 1)
    assert "We oppose two, are neutral on one and make no comment on one." in words


def test_the_statement_fits_on_two_pages(library):
    bodies_of = {each["id"]: each["body"] for each in library}
    response = read("statement.json")
    texts = [each.get("body") or bodies_of[each["position"]] for each, _ in passages(response)]

    assert response["shape"] == "statement"
    assert 500 <= sum(Subset(each).words for each in texts) <= 800


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_carries_the_report_as_it_was_printed(name):
    report = read(name)["report"]

    assert {key: report[key] for key in REPORT} == REPORT
    assert report["recommendations"] == recommendations_with_pages(SAMPLE / "report.pdf")


def test_every_recommendation_stands_word_for_word_on_its_page(printed_pages):
    recommendations = read("response.json")["report"]["recommendations"]

    assert [each["label"] for each in recommendations] == [str(number) for number in range(1, 21)]
    for each in recommendations:
        words = squeezed(f"Recommendation {each['label']} {each['text']}")
        assert words in squeezed(printed_pages[each["page"] - 1]), each["label"]


def test_every_recommendation_is_printed_once_in_its_chapter_and_once_in_the_list(printed_pages):
    whole = squeezed("".join(printed_pages))

    for each in read("response.json")["report"]["recommendations"]:
        assert whole.count(squeezed(each["text"])) == 2, each["label"]


def test_the_parts_of_a_recommendation_make_up_the_end_of_its_text():
    with_parts = [each for each in read("response.json")["report"]["recommendations"] if "parts" in each]

    assert len(with_parts) == 5
    for each in with_parts:
        assert each["text"].endswith("\n".join(f"{part['label']} {part['text']}" for part in each["parts"]))


def test_the_report_has_three_chapters_with_recommendations_in_each():
    with pypdfium2.PdfDocument(SAMPLE / "report.pdf") as pdf:
        chapters = [
            each.get_title() for each in pdf.get_toc() if each.level == 0 and "Chapter" in each.get_title()
        ]
    headings = [each["heading"] for each in read("response.json")["report"]["recommendations"]]

    assert len(chapters) == 3
    assert list(dict.fromkeys(headings)) == chapters


def test_the_bookmarks_of_the_pdf_are_the_headings_of_the_report():
    with pypdfium2.PdfDocument(SAMPLE / "report.pdf") as pdf:
        bookmarks = [each.get_title() for each in pdf.get_toc()]

    assert set(bookmarks) == {each.text for each in blocks() if each.kind.startswith("heading")}


def test_the_word_file_is_what_the_script_makes_with_the_pages_of_the_pdf(tmp_path):
    a_report(pages_of_headings(SAMPLE / "report.pdf")).save(str(tmp_path / "report.docx"))

    with ZipFile(tmp_path / "report.docx") as made, ZipFile(SAMPLE / "report.docx") as kept:
        for part in ("document", "styles", "footnotes", "header1", "footer1", "settings"):
            assert made.read(f"word/{part}.xml") == kept.read(f"word/{part}.xml"), part


def test_the_files_are_small_enough_to_ship(printed_pages):
    assert 16 <= len(printed_pages) <= 24
    assert (SAMPLE / "report.pdf").stat().st_size < 400_000
    assert (SAMPLE / "report.docx").stat().st_size < 120_000
