"""Web pages and plain text, from files and from the clipboard."""

import pytest

from drafter.domain.errors import NotAReport
from drafter.domain.records.reports import RecommendationKind as Kind
from drafter.reports.reading import read, read_html, read_text
from tests.reports.papers import labels, texts


def test_list_numbers_are_those_that_a_browser_shows():
    page = """<h2>Recommendations</h2>
      <ol start="7"><li>Ministers should act now.</li><li value="9">They should report.
        <ol type="a"><li>to Parliament; and</li><li>to the public.</li></ol></li></ol>
      <p>Between the lists.</p><ol start="10"><li>Councils should help them.</li></ol>"""

    found = read_html(page).recommendations

    assert [item.label for item in found] == ["7", "9", "10"]
    assert [(part.label, part.text) for part in found[1].parts] == [
        ("a.", "to Parliament; and"),
        ("b.", "to the public."),
    ]


def test_what_is_no_text_of_the_page_is_left_out():
    page = """<html><head><title>Rivers</title><script>Recommendation 1: steal()</script></head><body>
      <nav><ol><li>We should go home.</li><li>We must see publications.</li><li>Call on us.</li></ol></nav>
      <h1>Rivers</h1><h2>Recommendations</h2><p>1. Ministers should act.<sup><a href="#n1">1</a></sup></p>
      <p>2. Councils should help.</p><p hidden>3. Nobody should see this.</p>
      <div class="footnotes"><ol><li>See the evidence.</li></ol></div></body></html>"""

    assert texts(read_html(page)) == ["Ministers should act.", "Councils should help."]


def test_a_table_beside_replies():
    rows = "".join(
        f"<tr><td>{number}</td><td>Ministers should do as {who} asks.</td><td>Accepted. It is done.</td></tr>"
        for number, who in enumerate(("the House", "the Court", "the public"), start=1)
    )

    reading = read_html(f"<h2>Recommendations and responses</h2><table>{rows}</table>")

    assert texts(reading) == [
        f"Ministers should do as {who} asks." for who in ("the House", "the Court", "the public")
    ]


def test_a_page_is_known_by_its_content(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_text(
        "<!doctype html><title>Rivers</title><h2>Recommendations</h2><ol><li>We should act now.</li>"
                    "<li>We should act well.</li></ol>", encoding="utf-8")  # fmt: skip

    assert labels(read(path)) == ["1", "2"]


def test_wrapped_lines_and_indented_parts_of_a_pasted_text():
    text = (
        "Calls to Action\n===============\n\nHealth\n------\n\n"
        "1. We call upon the federal govern-\nment to acknowledge the state\nof health.\n\n"
        "\ti. By publishing it.\n\n\tii. By paying\n\tfor it.\n\n"
        "2. We call upon all levels of government to act.\n"
    )

    reading = read_text(text)
    first = reading.recommendations[0]

    assert reading.title == "Calls to Action"
    assert first.text == (
        "We call upon the federal government to acknowledge the state of health.\ni. By publishing "
        "it.\nii. By paying for it."
    )
    assert [(part.label, part.text) for part in first.parts] == [
        ("i.", "By publishing it."),
        ("ii.", "By paying for it."),
    ]
    assert {item.heading for item in reading.recommendations} == {"Health"}


def test_a_list_copied_from_a_web_page_keeps_its_tails():
    text = (
        "6 Conclusions and recommendations\nFunctions and role\n1. The Committee agrees with the "
        "Government's\n"
        "view that the chamber is in need of reform. (Paragraph\n33)\nPowers\n2. We recommend that the "
        "powers\n"
        "be written down. (Paragraph 34)\n3. The Committee considers that a more\nassertive House would do "
        "no harm. (Paragraph 35)\n"
    )

    found = read_text(text).recommendations

    assert [item.text[-14:] for item in found] == ["(Paragraph 33)", "(Paragraph 34)", "(Paragraph 35)"]
    assert [item.heading for item in found] == ["Functions and role", "Powers", "Powers"]
    assert [item.kind for item in found] == [Kind.CONCLUSION, Kind.RECOMMENDATION, Kind.CONCLUSION]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_usual_encoding(tmp_path, encoding):
    path = tmp_path / "pasted.txt"
    path.write_text(
        "Recommendations\n\n1. We should pay £5 – soon.\n\n2. We should say “sorry”.\n", encoding=encoding
    )

    assert texts(read(path)) == ["We should pay £5 – soon.", "We should say “sorry”."]


@pytest.mark.parametrize("nothing", ["", "  \n\t\n"])
def test_pasting_nothing_says_so(nothing):
    with pytest.raises(NotAReport, match="no text"):
        read_text(nothing)


def test_pasting_an_empty_page_says_so():
    with pytest.raises(NotAReport, match="no text"):
        read_html("<html><body> </body></html>")


def test_numbers_typed_by_hand_into_a_list_without_bullets_are_its_numbers():
    asked = ("What keeps ponds clear?", "Who owns the ponds?<br>Should they sell them?", "Where is the next?")
    items = "".join(f"<li><b>{at}.</b> {said}</li>" for at, said in enumerate(asked, start=1))

    found = read_html(f"<h1>Ponds</h1><h2>Questions for you to answer</h2><ul>{items}</ul>").recommendations

    assert [(item.label, item.text) for item in found] == [
        ("1", "What keeps ponds clear?"),
        ("2", "Who owns the ponds?\nShould they sell them?"),
        ("3", "Where is the next?"),
    ]
