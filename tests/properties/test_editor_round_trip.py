"""What goes into the editors comes out again, and what is done to a draft can be undone to the end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QUndoStack
from PySide6.QtTest import QTest

from drafter.domain.records.ids import PassageId, PositionId, ResponseId, RevisionId, SectionId
from drafter.domain.records.responses import Passage, Section, Use
from drafter.domain.richtext import BlockStyle, Footnote, normal
from drafter.ui.text.clipboard import Clip, clip_from, mime_of
from drafter.ui.text.document import TextDocument, insert, paragraph_of, read
from drafter.ui.text.draft_blocks import all_blocks
from drafter.ui.text.draft_document import DraftDocument, fill, normal_sections, sections_of
from drafter.ui.text.draft_edit import DraftEdit
from drafter.ui.text.formats import place_of
from tests.builders import rich
from tests.strategies import any_rich_text, responses, rich_texts

pytestmark = pytest.mark.usefixtures("qapp")


@settings(max_examples=settings().max_examples // 3)
@given(rich_texts)
def test_rich_text_comes_out_of_a_document_as_it_went_in(text):
    document = TextDocument()

    insert(QTextCursor(document), text)

    assert read(document) == text


@settings(max_examples=settings().max_examples // 3)
@given(any_rich_text)
def test_careless_rich_text_comes_out_in_normal_form(text):
    document = TextDocument()

    insert(QTextCursor(document), text)

    assert read(document) == normal(text)


@settings(max_examples=settings().max_examples // 5)
@given(responses())
def test_sections_come_out_of_a_draft_in_normal_form(response):
    document = DraftDocument(response.id)

    fill(document, response.sections)

    assert sections_of(document) == normal_sections(response.sections)
    assert normal_sections(sections_of(document)) == sections_of(document)


@settings(max_examples=settings().max_examples // 5)
@given(responses())
def test_copying_a_whole_draft_into_an_empty_one_loses_no_word(response):
    edit = opened(response.sections, response.id)
    edit.selectAll()
    copied = clip_from(mime_of(edit.clip(), values={}, words="", response=response.id))
    other = opened((), response.id)

    other.paste_clip(copied)

    said = [passage.text for section in edit.sections() for passage in section.passages]
    assert texts(other.sections()) == [text for text in said if not text.is_empty]
    assert headings(other.sections()) == headings(edit.sections())


def texts(sections):
    return [passage.text for section in sections for passage in section.passages if not passage.text.is_empty]


def headings(sections):
    return [section.heading for section in sections if section.heading]


class Draft(DraftEdit):
    """An editor with its own history beside it."""

    stack: QUndoStack


def opened(sections, response="r" * 32):
    """A draft in an editor, with the stack that its steps are on."""
    document = DraftDocument(ResponseId(response))
    fill(document, sections)
    edit = Draft()
    document.setParent(edit)
    stack = QUndoStack(edit)
    edit.open(document, stack)
    edit.stack = stack
    return edit


KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
)

acts = st.one_of(
    st.tuples(st.just("go"), st.floats(0, 1), st.just(None)),
    st.tuples(st.just("go"), st.floats(0, 1), st.just(None)),
    st.tuples(st.just("select"), st.floats(0, 1), st.floats(0, 1)),
    st.tuples(st.just("type"), st.sampled_from(("a", "- ", "we welcome", "x y z")), st.just(None)),
    st.tuples(st.just("key"), st.sampled_from(KEYS), st.just(None)),
    st.tuples(st.just("style"), st.sampled_from(BlockStyle), st.just(None)),
    st.tuples(st.just("clip"), st.sampled_from(("copy", "cut", "paste")), st.just(None)),
    st.tuples(
        st.just("foreign"), st.sampled_from(("<p>one", "<h2>T</h2><p>x", "<ul><li>a<li>b")), st.just(None)
    ),
    st.tuples(
        st.just("do"),
        st.sampled_from(
            ("bold", "note", "field", "insert", "section", "append", "up", "down", "drop", "answers", "swap")
        ),
        st.just(None),
    ),
)


class Hand:
    """Does to an editor what an officer may do."""

    def __init__(self, edit):
        self.edit = edit
        self.copied: Clip = ()

    def act(self, kind, first, second):
        getattr(self, f"_{kind}")(first, second)

    def _go(self, where, _):
        self._select(where, where)

    def _select(self, start, end):
        last = self.edit.draft.characterCount() - 1
        cursor = self.edit.textCursor()
        cursor.setPosition(round(start * last))
        cursor.setPosition(round(end * last), QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)

    def _type(self, text, _):
        QTest.keyClicks(self.edit, text)

    def _key(self, key, _):
        QTest.keyClick(self.edit, key)

    def _style(self, style, _):
        self.edit.set_style(style)

    def _clip(self, how, _):
        if how == "paste":
            if self.copied:
                self.edit.paste_clip(self.copied)
            return
        self.copied = clip_from(
            mime_of(self.edit.clip(), values={}, words="", response=self.edit.response_id)
        )
        if how == "cut" and self.edit.textCursor().hasSelection():
            self.edit.remove_selected(self.edit.textCursor())

    def _foreign(self, html, _):
        made = mime_of((), values={}, words="")
        made.clear()
        made.setHtml(html)
        self.edit.insertFromMimeData(made)

    def _do(self, what, _):
        edit = self.edit
        here, section = edit.current_passage(), edit.current_section()
        {
            "bold": edit.toggle_bold,
            "note": lambda: edit.insert_footnote(Footnote(text="n")),
            "field": lambda: edit.insert_field("report.title"),
            "insert": lambda: edit.insert_passage(rich("<p>One.</p><p>Two.</p>"), answers=("q",), use=USE),
            "section": lambda: edit.insert_section("Another", answers=("q",)),
            "append": lambda: edit.append_section(""),
            "up": lambda: edit.move_section(section, -1),
            "down": lambda: edit.move_section(section, 1),
            "drop": lambda: edit.remove_passage(here),
            "answers": lambda: edit.set_answers(here, ("z",)),
            "swap": lambda: edit.remove_section(section),
        }[what]()


TEXTS = tuple(
    map(
        rich,
        (
            "",
            "<p>We welcome this.</p>",
            "<p>One <b>bold</b> word<fn title='T'>n</fn>.</p><p>Two.</p>",
            "<h2>In the text</h2><ul><li>a<ul><li>b</ul></ul><p>after</p>",
            "<ol><li>one<li>two</ol><blockquote>q</blockquote>",
            "<p><field name='author'/><field name='author'/> and <a href='https://e.org'>us</a> 👩</p>",
        ),
    )
)
USE = Use(position=PositionId("p"), revision=RevisionId("v"))
LIBRARY = (None, None, USE, Use(position=PositionId("q"), revision=RevisionId("w")))


@st.composite
def drafts(draw):
    """Sections as officers have them, quicker to make than all that there can be."""
    made, number = [], 0
    for at in range(draw(st.integers(1, 4))):
        passages = []
        for _ in range(draw(st.integers(1, 3))):
            number += 1
            answers = draw(st.sampled_from(((), ("r1",), ("r1", "r2"))))
            passages.append(
                Passage(
                    id=PassageId(f"p{number}"),
                    response=ResponseId("r" * 32),
                    text=draw(st.sampled_from(TEXTS)),
                    answers=answers,
                    use=draw(st.sampled_from(LIBRARY)),
                )
            )
        heading = draw(st.sampled_from(("", "Funding", "Volunteers")))
        made.append(Section(id=SectionId(f"s{at}"), heading=heading, passages=tuple(passages)))
    return tuple(made)


@settings(max_examples=settings().max_examples * 3 // 4)
@given(drafts(), st.lists(acts, max_size=14))
def test_whatever_is_done_to_a_draft_can_be_undone_and_done_again(sections, done):
    edit = opened(sections)
    start = edit.sections()
    hand = Hand(edit)

    for each in done:
        hand.act(*each)
        assert_sound(edit)
    end = edit.sections()
    while edit.stack.canUndo():
        edit.stack.undo()
        assert_sound(edit)

    assert edit.sections() == start
    assert not edit.draft.isUndoAvailable()
    while edit.stack.canRedo():
        edit.stack.redo()
    assert edit.sections() == end
    edit.deleteLater()


def assert_sound(edit):
    """Sections and passages once and in one piece, a paragraph below each heading, an id for each block.

    What is remembered of the blocks is what they say.
    """
    runs: list[tuple[str, str]] = []
    paragraphs: list[str] = []
    block = edit.draft.firstBlock()
    while block.isValid():
        place = edit.draft.place(block)
        assert place.section
        paragraphs.append(place.paragraph)
        key = (place.section, place.passage)
        if place.is_section_heading:
            after = edit.draft.place(block.next()) if block.next().isValid() else None
            assert after is not None
            assert after.section == place.section
            assert not after.is_section_heading
        else:
            assert place.passage
        if not runs or runs[-1] != key:
            runs.append(key)
        block = block.next()
    assert len(set(runs)) == len(runs)
    sections = [section for at, (section, _) in enumerate(runs) if not at or runs[at - 1][0] != section]
    assert len(set(sections)) == len(sections)
    passages = [passage for _, passage in runs if passage]
    assert len(set(passages)) == len(passages)
    assert len(set(paragraphs)) == len(paragraphs)
    kept = [(each.place, each.paragraph) for each in edit.draft.read_all()]
    anew = [(place_of(each), paragraph_of(each)) for each in all_blocks(edit.draft)]
    assert kept == anew


def test_a_section_without_passages_gets_one_to_write_in():
    document = DraftDocument(ResponseId("r"))

    fill(document, (Section(id=SectionId("s"), heading="Later"),))

    (section,) = sections_of(document)
    assert section.heading == "Later"
    assert [passage.text.is_empty for passage in section.passages] == [True]
