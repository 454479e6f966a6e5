"""Suggestions measured: `python3 dev.py bench --only ranking --pairs FILE`, or on a small set of our own."""

import json

import pytest

from tests.benchmarks.ranking import Pairs, measure

SUBJECTS = ("grants", "expenses", "trustees", "buildings", "training", "insurance", "transport", "housing")


@pytest.fixture
def pairs(pytestconfig, tmp_path):
    """The pairs of the file that was named, or made-up ones on which only a broken index fails."""
    named = pytestconfig.getoption("--pairs")
    if named is not None:
        return Pairs.read(named)
    made = {
        "positions": {
            f"p{n}": f"We welcome better {one} for charities in town {n}." for n, one in enumerate(SUBJECTS)
        },
        "recommendations": {
            f"r{n}{again}": f"Ministers should improve {one}, {again}."
            for n, one in enumerate(SUBJECTS)
            for again in "ab"
        },
        "answers": {f"r{n}{again}": [f"p{n}"] for n, _ in enumerate(SUBJECTS) for again in "ab"},
    }
    path = tmp_path / "pairs.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    return Pairs.read(path)


@pytest.mark.timeout(0)  # a large file takes as long as it takes
def test_what_answered_a_recommendation_is_suggested_for_it(pairs, pytestconfig):
    measured = measure(pairs)

    writer = pytestconfig.get_terminal_writer()
    writer.line(f"\n{len(pairs.positions)} positions, {len(pairs.recommendations)} recommendations")
    for each in measured:
        writer.line(each.line)
    assert measured[0].ndcg > 0.4
    assert measured[0].recall > 0.5
