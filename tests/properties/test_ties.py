"""Words of the library tell where they come from, whatever is done to the draft that holds them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.records.ids import PassageId, PositionId, ResponseId, RevisionId, SectionId
from drafter.domain.records.responses import Passage, Section, Use
from drafter.domain.richtext import BlockStyle
from drafter.ui.text.finding import Wanted
from tests.builders import rich
from tests.properties.test_editor_round_trip import Hand, acts, assert_sound, opened

pytestmark = pytest.mark.usefixtures("qapp")

ZEBRA = Use(position=PositionId("striped"), revision=RevisionId("zebra"))
HERON = Use(position=PositionId("grey"), revision=RevisionId("heron"))
TEXTS = {
    ZEBRA: ("<p>Every zebra counts.</p>", "<p>A zebra.</p><ul><li>zebra one<li>zebra two</ul>"),
    HERON: ("<p>The heron <b>waits</b>.</p>", "<p>No heron</p><p>heron at all.</p>"),
    None: ("", "<p>Our own words.</p>", "<p>One.</p><p>Two.</p>"),
}
ANIMALS = {"zebra": ZEBRA.revision, "heron": HERON.revision}

more_acts = st.one_of(
    acts,
    st.tuples(st.just("history"), st.sampled_from(("undo", "undo", "redo")), st.integers(1, 3)),
    st.tuples(st.just("drag"), st.floats(0, 1), st.just(None)),
    st.tuples(st.just("replace"), st.sampled_from(("o", "waits", ".")), st.sampled_from(("", "oo"))),
    st.tuples(st.just("clip"), st.sampled_from(("cut", "copy", "paste", "paste")), st.just(None)),
    st.tuples(st.just("select"), st.floats(0, 1), st.floats(0, 1)),
)


class Mover(Hand):
    """Does all that, and moves words with the mouse, replaces some, and goes back and forth."""

    def _history(self, way, times):
        for _ in range(times):
            getattr(self.edit.stack, way)()

    def _drag(self, where, _):
        cursor = self.edit.textCursor()
        if not cursor.hasSelection():
            return
        self._clip("copy", None)
        target = self.edit.textCursor()
        target.setPosition(round(where * (self.edit.draft.characterCount() - 1)))
        self.edit._drop(self.copied, target, moved=True)

    def _replace(self, words, others):
        self.edit.replace_all(Wanted(words=words), others)


@st.composite
def drafts(draw):
    """Sections whose library words are named after their source."""
    made, number = [], 0
    for at in range(draw(st.integers(1, 3))):
        passages = []
        for _ in range(draw(st.integers(1, 3))):
            number += 1
            use = draw(st.sampled_from((ZEBRA, HERON, None)))
            passages.append(
                Passage(
                    id=PassageId(f"p{number}"),
                    response=ResponseId("r" * 32),
                    text=rich(draw(st.sampled_from(TEXTS[use]))),
                    answers=draw(st.sampled_from(((), ("r1",)))),
                    use=use,
                )
            )
        heading = draw(st.sampled_from(("", "Funding")))
        made.append(Section(id=SectionId(f"s{at}"), heading=heading, passages=tuple(passages)))
    return tuple(made)


@settings(max_examples=settings().max_examples // 4)
@given(drafts(), st.lists(more_acts, max_size=12))
def test_words_of_the_library_tell_where_they_come_from(sections, done):
    edit = opened(sections)
    hand = Mover(edit)

    for each in done:
        hand.act(*each)
        assert_sound(edit)
        assert_told(edit)
    edit.selectAll()
    edit.set_style(BlockStyle.PARAGRAPH)  # so that headings have to tell as well
    assert_told(edit)
    end, steps = edit.sections(), edit.stack.index()
    while edit.stack.canUndo():
        edit.stack.undo()
    assert edit.sections() == opened(sections).sections()
    edit.stack.setIndex(steps)
    assert edit.sections() == end
    edit.deleteLater()


def assert_told(edit):
    """A passage that holds a source's word names that source."""
    for section in edit.sections():
        for passage in section.passages:
            origins = {*passage.drawn_from, *((passage.use.revision,) if passage.use is not None else ())}
            for animal, revision in ANIMALS.items():
                if animal in passage.text.plain:
                    assert revision in origins, (animal, passage.text.plain)
