"""No step of writing, of the web page or of reading back grows faster than the text: calls are counted."""

import cProfile
import gc

import pytest

from drafter.domain.composing import BlockRole, Column, Table, plain_page
from drafter.domain.richtext import Run
from drafter.services.web_page import html_page
from drafter.word.past_responses import read_past_response
from drafter.word.writing import write
from tests.word.compositions import a_composition, block, body, number, points

PART = 14
"""Points or rows in one part of the text."""


def a_table(rows):
    columns = tuple(Column(name=name, share=1) for name in ("Recommendation", "Our response"))
    said = [
        (
            (body(f"Recommendation {at}: fund coordinators."),),
            (body("We agree.", Run(text=f"Study {at}", link=f"https://example.org/{at}")), number("one")),
        )
        for at in range(rows)
    ]
    table = Table(title="T", description="D", columns=columns, rows=tuple(said), is_wide=True)
    return a_composition(block(BlockRole.TITLE, "Table"), table)


def calls(act):
    """Without the collector, for which others hang calls in."""
    profile = cProfile.Profile()
    gc.disable()
    profile.runcall(act)
    gc.enable()
    return sum(each.callcount for each in profile.getstats())


def written(composition, path):
    return lambda: write(composition, path)


def read_back(composition, path):
    write(composition, path)
    return lambda: read_past_response(path)


def as_page(composition, _path):
    return lambda: html_page(composition)


def as_plain(composition, _path):
    return lambda: plain_page(composition)


@pytest.mark.parametrize("made", [points, a_table])
@pytest.mark.parametrize("step", [written, read_back, as_page, as_plain])
def test_one_more_part_of_the_text_takes_no_more_steps_than_the_one_before(tmp_path, made, step):
    """What is done once is left out so, and what is kept from before. A square would take a fifth more."""
    acts = {many: step(made(PART * many), tmp_path / f"{many}.docx") for many in (5, 6, 7)}
    for act in acts.values():
        calls(act)
    first, second, third = map(calls, acts.values())

    assert third - second <= 1.1 * (second - first)
