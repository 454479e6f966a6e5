"""Labels, quotations and stances: what stays on one page, and what must not be tied over many."""

import pytest

from drafter.domain.composing import Block, BlockRole
from drafter.word.paragraphs import goes_alone, is_long_quotation, stays_with_next
from drafter.word.writing import write
from tests.word.compositions import a_composition, block
from tests.word.reading import opened

HEADING, QUOTE, STANCE, BODY = (
    block(role, "Words.") for role in (BlockRole.HEADING2, BlockRole.QUOTE, BlockRole.STANCE, BlockRole.BODY)
)
LONG = block(BlockRole.QUOTE, "Fund small charities for three years. " * 20)


@pytest.mark.parametrize(
    ("given", "following", "is_tied"),
    [
        (HEADING, QUOTE, True),
        (HEADING, LONG, True),
        (QUOTE, STANCE, True),
        (QUOTE, QUOTE, False),
        (QUOTE, HEADING, False),
        (LONG, STANCE, False),
        (STANCE, BODY, True),
        (STANCE, HEADING, False),
        (STANCE, None, False),
    ],
)
def test_a_label_is_tied_to_its_own_answer_and_to_nothing_of_the_next(given: Block, following, is_tied):
    assert stays_with_next(given, following) is is_tied
    assert goes_alone(given, following) is (following is not None and not is_tied)


def test_only_a_long_quotation_may_break():
    assert is_long_quotation(LONG)
    assert not is_long_quotation(QUOTE)


def test_items_without_an_answer_are_no_chain_in_the_file(tmp_path):
    items = [each for _ in range(3) for each in (HEADING, QUOTE, STANCE)]

    write(a_composition(block(BlockRole.HEADING1, "Money"), *items, BODY), tmp_path / "out.docx")

    kept = [each.paragraph_format.keep_with_next for each in opened(tmp_path / "out.docx").paragraphs]
    # None: as the style has it, which ties a label to what follows.
    assert kept == [None, *[None, None, False] * 2, None, None, None, None]
