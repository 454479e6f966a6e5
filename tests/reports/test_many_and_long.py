"""Hundreds of lists, or lines of ten thousands of letters, take as much longer as they are larger."""

import random
import time

import pytest

from drafter.reports.reading import read_text
from drafter.reports.recognising.drafts import Held, drafted
from drafter.reports.recognising.labels import label_of
from drafter.reports.recognising.measuring import measured
from drafter.reports.recognising.recogniser import recognise
from drafter.reports.recognising.rows import Body
from drafter.reports.recognising.runs import numbered_runs
from drafter.reports.recognising.starts import Start
from drafter.reports.text_lines import read_plain

PLACES = "harbour school bridge library ferry clinic orchard museum theatre garden railway quarry".split()  # noqa: SIM905 - reads as words
DEEDS = "fund open close repair inspect license extend survey insure staff".split()  # noqa: SIM905 - reads as words
HALVES = {
    "in brackets": "the hall (in town) needs a bus: ",
    "with a hint": "(select a hall; ",
    "after colons": "a hall: ",
    "asking on": "Why or How it is What it was If it goes ",
    "told of": "it was said in 2019; and she said so; ",
}


def seconds(act, *arguments):
    """Of the processor, at best."""
    took = []
    for _ in range(3):
        started = time.process_time()
        act(*arguments)
        took.append(time.process_time() - started)
    return min(took)


def an_item(chance, number):
    one, two, three = chance.sample(PLACES, 3)
    return f"{number}. Ministers should {chance.choice(DEEDS)} the {one} and the {two} beside the {three}."


def many_lists(count):
    chance = random.Random(5)  # noqa: S311 - words for a test
    lists = [
        "\n\n".join(["Recommendations", *(an_item(chance, number) for number in (1, 2, 3))])
        for _ in range(count)
    ]
    return measured(read_plain("\n\n".join(lists)))


def numbered(body: Body):
    return [Start(row, label) for row in body.rows if (label := label_of(row)) is not None]


@pytest.mark.parametrize("half", HALVES)
def test_a_long_question_of_half_sentences_takes_no_longer_than_its_letters(half):
    def asked(letters):
        said = HALVES[half] * (letters // len(HALVES[half]))
        return f"Question 1: Do you agree with this? {said}\n\nQuestion 2: Why do you think so?"

    assert seconds(read_text, asked(24_000)) < 3.2 * max(seconds(read_text, asked(12_000)), 0.01)


def test_a_list_is_compared_with_those_alone_that_hold_a_beginning_of_it():
    body = many_lists(12)
    drafts = [drafted(body, run) for run in numbered_runs(body, numbered(body))]
    held = Held(drafts)

    for draft in drafts:
        starts = {item.start.row.index for item in draft.items}
        near = [other for other in drafts if starts & other.rows]
        assert list(map(id, held.around(draft))) == list(map(id, near))
        assert len(near) <= 3


@pytest.mark.long
def test_twice_as_many_lists_take_twice_as_long():
    few, many = many_lists(200), many_lists(400)

    assert seconds(recognise, many) < 3.2 * seconds(recognise, few)


def test_a_rule_that_does_not_end_its_line_is_told_at_once():
    body = f"Question 1: Do you agree?\n\n{'_' * 60}?\n\nQuestion 2: Why do you think so?"

    assert seconds(read_text, body) < 1


def test_headings_that_adopt_again_and_again_are_not_each_read_to_the_end():
    def adopted(count):
        form = "Has adopted this recommendation\n=====\n\n{number}. Ministers should open the ferry."
        return measured(read_plain("\n\n".join(form.format(number=at % 9 + 1) for at in range(count))))

    assert seconds(recognise, adopted(120)) < 3.2 * max(seconds(recognise, adopted(60)), 0.01)
