"""Differences between two wordings, as they are shown in words and colours."""

from time import perf_counter

import pytest

from drafter.domain.comparing import ALIKE, Mark, compare, is_tailored, same_words, similarity
from drafter.domain.richtext import BlockStyle
from tests.builders import a_passage, a_position, rich

SIGNS = {Mark.SAME: "", Mark.ADDED: "+", Mark.REMOVED: "-", Mark.RESTYLED: "~"}


def differences(before, after):
    """Each paragraph as a line, pieces parted by bars with a sign for their mark."""
    return [
        SIGNS[each.mark] + "|".join(SIGNS[piece.mark] + piece.text for piece in each.pieces)
        for each in compare(rich(before), rich(after)).paragraphs
    ]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("We welcome it.", "We welcome it.", ["We welcome it."]),
        ("We welcome it.", "We strongly welcome it.", ["We |+strongly |welcome it."]),
        ("We strongly welcome it.", "We welcome it.", ["We |-strongly |welcome it."]),
        ("three-year grants now", "five-year grants now", ["-three-year|+five-year| grants now"]),
        ("", "New.", ["++New."]),
        ("Old.", "", ["--Old."]),
        ("One.\nTwo.\nThree.", "One.\nThree.", ["One.", "--Two.", "Three."]),
        ("One.\nThree.", "One.\nTwo.\nThree.", ["One.", "++Two.", "Three."]),
        ("One, a.\nTwo.\nThree.", "One, b.\nThree.", ["One, |-a.|+b.", "--Two.", "Three."]),
        ("First part. Second part.", "First part.\nSecond part.", ["First part.|- |+¶", "Second part."]),
        ("First part.\nSecond part.", "First part. Second part.", ["First part.|-¶|+ |Second part."]),
        ("<p>We <b>do</b></p>", "<p>We do</p>", ["We |~do"]),
        ("<p>We</p>", "<h2>We</h2>", ["~We"]),
        ("<p>See this</p>", '<p>See <a href="https://a.org">this</a></p>', ["See |~this"]),
        ("<p>We</p>", "<p>We<fn>Page 4</fn></p>", ["We|+[Page 4]"]),
        (
            '<p>By <field name="author"/></p>',
            '<p>By <field name="role"/></p>',
            ["By |-\u2039author\u203a|+\u2039role\u203a"],
        ),
    ],
)
def test_differences_are_by_word(before, after, wanted):
    assert differences(before, after) == wanted


def test_a_crumb_between_two_large_changes_belongs_to_them():
    before = "the review proposes a new national fund for all of the regions"
    after = "our members oppose yet another scheme for just some of them, at last"

    changed = [
        each
        for each in compare(rich(before), rich(after)).pieces
        if each.mark is Mark.SAME and each.text.strip()
    ]

    assert changed == []


def test_paragraphs_keep_their_style_in_a_comparison():
    compared = compare(rich("<h2>Asks</h2><ul><li>one</li></ul>"), rich("<h2>Asks</h2><ul><li>two</li></ul>"))

    assert [each.style for each in compared.paragraphs] == [BlockStyle.HEADING2, BlockStyle.BULLET]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("a b c", "a b c", "No difference"),
        ("a c d e", "a b c d e", "1 word added"),
        ("a b c d e", "a e", "3 words removed"),
        ("<p>a <b>b</b></p>", "<p>a b</p>", "1 word restyled"),
        ("<p>a b</p>", "<h2>a b</h2>", "The same words in other paragraphs"),
    ],
)
def test_a_comparison_is_summed_up_in_words(before, after, wanted):
    assert compare(rich(before), rich(after)).sentence == wanted


def test_similarity_looks_at_words_in_order_and_not_at_case_or_marks():
    one = rich("<p>We <b>welcome</b> long-term funding of small charities.</p>")

    assert similarity(one, rich("WE WELCOME long-term funding of small charities.")) == 1
    assert similarity(one, rich("We welcome long-term funding of local charities.")) >= ALIKE
    assert similarity(one, rich("Volunteers deserve expenses.")) < ALIKE


def test_the_same_words_are_so_whatever_their_look():
    assert same_words(rich("<p>We <b>do</b></p>"), rich("We do"))
    assert not same_words(rich("We do"), rich("We did"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("<p>We welcome it.</p>", False),
        ("<p>We welcome this.</p>", True),
        ("<p>We <b>welcome</b> it.</p>", True),
    ],
)
def test_library_text_is_tailored_once_it_reads_or_looks_otherwise(text, wanted):
    position = a_position("<p>We welcome it.</p>")

    assert is_tailored(a_passage(text, of=position), position.current) is wanted


def test_own_words_are_never_tailored():
    assert not is_tailored(a_passage("Mine"), a_position().current)


@pytest.mark.parametrize("per_paragraph", [100, 10_000])
def test_ten_thousand_changed_words_are_compared_in_bounded_time(per_paragraph):
    def text(step):
        words = [f"w{number * step % 3001}" for number in range(10_000)]
        return rich(
            "".join(
                f"<p>{' '.join(words[at : at + per_paragraph])}</p>" for at in range(0, 10_000, per_paragraph)
            )
        )

    one, other = text(7), text(11)
    started = perf_counter()

    compared = compare(one, other)

    assert perf_counter() - started < 10  # a third of a second on a laptop at rest
    assert compared.words(Mark.ADDED) > 5_000
    assert similarity(one, other) < 0.5
