"""Every prefix of every word in a position finds it, and any string is safe to search for."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.changes import Change, added
from drafter.domain.records.ids import PositionId, id_from
from drafter.domain.records.listing import Wanted
from drafter.store import listing
from drafter.store.library import Library
from tests.builders import TODAY, a_change_of, a_position, a_wording
from tests.strategies import ODD, rich_texts, words

WORD = re.compile(r"[^\W_]+")
SCRIPTS = (
    *((0x0030, 0x024F), (0x1E00, 0x1EFF), (0x0370, 0x03FF), (0x0400, 0x04FF), (0x05D0, 0x05EA)),
    *((0x0620, 0x064A), (0x0905, 0x0939), (0x3041, 0x3096), (0x4E00, 0x9FCB), (0xAC00, 0xD7A3)),
)
"""From Latin to Korean. Not all of Unicode: SQLite's tables of what is a letter are those of 2012."""
letters = st.one_of(
    *(
        st.characters(categories=("L", "N"), min_codepoint=first, max_codepoint=last)
        for first, last in SCRIPTS
    )
)
any_word = st.text(letters, min_size=1, max_size=12)


@settings(max_examples=settings().max_examples // 2)
@given(
    st.lists(st.one_of(any_word, words.map(" ".join)), min_size=1, max_size=8),
    st.randoms(use_true_random=False),
)
def test_every_prefix_of_every_word_finds_its_position(given_words, random):
    text = " ".join(given_words)
    with Library.in_memory() as library:
        library.apply(
            a_change_of(a_position(text, title="A title", named="wanted"), a_position("other", title="b"))
        )
        wanted = listing.row_of(library, PositionId(id_from("wanted")))
        for word in WORD.findall(text):
            cut = random.randint(1, len(word))
            for query in {word[:cut], word[:cut].upper() if word.isascii() else word, word}:
                found = [each.entry.title for each in library.search(query)]
                assert "A title" in found, (query, word)
                typed = Wanted(day=TODAY, words=query)
                assert wanted in listing.listed(library, typed, exact=False).numbers, (query, word)


@settings(max_examples=settings().max_examples // 4)
@given(rich_texts)
def test_every_word_of_rich_text_is_found(text):
    with Library.in_memory() as library:
        wording = a_wording(title="A title", position="wanted")
        library.apply(
            Change.of("Add", added(type(wording)(position=wording.position, title="A title", text=text)))
        )
        for word in re.findall(r"(?<!\S)[a-zA-Z]{2,}", text.plain):
            assert len(library.search(word)) == 1, word


odd_queries = st.lists(
    st.one_of(st.text(), st.sampled_from((*ODD, '"', "*", "^", ":", "-", "OR", "NEAR("))), max_size=12
)


def test_any_string_is_safe():
    with Library.in_memory() as library:
        library.apply(
            a_change_of(*(a_position(each, title=f"Title {each}") for each in ("a word", "NEAR or OR")))
        )

        @settings(max_examples=settings().max_examples * 3)
        @given(odd_queries.map(" ".join) | odd_queries.map("".join))
        def is_safe(query):
            for hit in library.search(query):
                assert hit.entry.title.startswith("Title")

        is_safe()
