"""What is painted round the words: list numbers that follow from what stands above, and what is found."""

import pytest
from PySide6.QtGui import QTextCursor

from drafter.domain.records.ids import PassageId, ResponseId, SectionId
from drafter.domain.records.responses import Passage, Section
from drafter.ui.text.document import TextDocument, insert
from drafter.ui.text.draft_document import DraftDocument, fill
from drafter.ui.text.finding import Wanted, matches
from drafter.ui.text.ground import marker_text
from tests.builders import rich

pytestmark = pytest.mark.usefixtures("qapp")


def markers(document):
    known: dict[int, int] = {}
    found, block = [], document.firstBlock()
    while block.isValid():
        if document.place(block).style.is_list:
            found.append(marker_text(block, known))
            assert found[-1] == marker_text(block)
        block = block.next()
    return found


def numbered(html):
    document = TextDocument()
    insert(QTextCursor(document), rich(html))
    return markers(document)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<ol><li>a<li>b</ol><p>x</p><ol><li>c</ol>", ["1.", "2.", "1."]),
        ("<ol><li>a<ol><li>b<li>c<ol><li>d</ol></ol><li>e</ol>", ["1.", "a.", "b.", "i.", "2."]),
        ("<ol><li>a</ol><ol><li>b</ol>", ["1.", "1."]),
        ("<ol><li>a</ol><ul><li>b</ul><ol><li>c</ol>", ["1.", "•", "1."]),
        ("<ul><li>a<ul><li>b<ul><li>c</ul></ul></ul>", ["•", "◦", "▪"]),
        ("<ol>" + "<li>x" * 30 + "</ol>", [f"{number}." for number in range(1, 31)]),
    ],
)
def test_numbers_follow_from_what_stands_above(html, shown):
    assert numbered(html) == shown


def test_an_empty_paragraph_between_items_does_not_end_their_list():
    document = TextDocument()
    insert(QTextCursor(document), rich("<ol><li>a</ol><p>x</p><ol><li>b</ol>"))
    cursor = document.find("x")
    cursor.removeSelectedText()

    assert markers(document) == ["1.", "2."]


def test_each_passage_numbers_its_own_list():
    text = rich("<ol><li>a<li>b</ol>")
    passages = tuple(Passage(id=PassageId(name), response=ResponseId("r"), text=text) for name in ("p", "q"))
    document = DraftDocument(ResponseId("r"))
    fill(document, (Section(id=SectionId("s"), passages=passages),))

    assert markers(document) == ["1.", "2.", "1.", "2."]


@pytest.mark.parametrize(
    ("text", "wanted", "places"),
    [
        ("Grants and grants", "grants", [(0, 6), (11, 17)]),
        ("👩 grants", "GRANTS", [(3, 9)]),
        ("aaa", "aa", [(0, 2)]),
        ("anything", "", []),
        ("ẞ and ß", "and", [(2, 5)]),
    ],
)
def test_words_are_found_in_qts_own_counting(text, wanted, places):
    assert list(matches(text, Wanted(words=wanted))) == places
