"""Where words stand in a text, counted as Qt counts, also in a paragraph as long as a book."""

import time

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from drafter.ui.text.finding import Wanted, matches, places

LETTERS = st.text(st.sampled_from("ab é’😀"), max_size=40)


@given(LETTERS, st.text(st.sampled_from("ab é😀"), min_size=1, max_size=2))
def test_every_place_holds_the_words_by_qts_count(text, words):
    units = text.encode("utf-16-le")

    found = [
        units[2 * start : 2 * end].decode("utf-16-le") for start, end in matches(text, Wanted(words=words))
    ]

    assert found == [words] * text.count(words)


@given(st.text(st.sampled_from("ab é"), max_size=40), st.integers(0, 20), st.integers(0, 40))
def test_what_is_looked_for_in_a_part_is_found_where_it_stands_in_the_whole(text, begin, end):
    part = set(matches(text, Wanted(words="a"), begin=begin, end=end))

    assert part == {each for each in matches(text, Wanted(words="a")) if begin <= each[0] and each[1] <= end}


def test_twice_the_paragraph_takes_about_twice_as_long(qapp):
    assert qapp is not None

    def seconds(count):
        document = QTextDocument()
        document.setPlainText("the fund’s halls 😀 " * count)
        took = []
        for _ in range(3):
            started = time.thread_time()
            assert sum(1 for _ in places(document, Wanted(words="the"))) == count
            took.append(time.thread_time() - started)
        return min(took)

    assert seconds(20_000) < 8 * seconds(5_000)  # four times the text; by squares it would be sixteen
