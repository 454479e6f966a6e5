"""Near-duplicates among 10,000 positions: how long a whole library takes, and a single one that is saved."""

import random
import time

import pytest

from drafter.domain.matching import Document, Index
from drafter.domain.records.ids import PositionId

POSITIONS, COPIES, WORDS = 10_000, 300, 90
SECONDS = 5.0
"""For the whole library."""
MILLISECONDS = 50.0
"""For the one that is saved."""

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()  # noqa: SIM905 - one line
ENDS = "lan mer tis gon pur dal vek sor nim tab rec fil hom jun kas".split()  # noqa: SIM905 - one line
VOCABULARY = [f"{a}{b}{c}" for a in SYLLABLES for b in ENDS for c in SYLLABLES[:10]]
SHARES = [1 / (rank + 5) for rank in range(len(VOCABULARY))]


@pytest.fixture(scope="module")
def texts():
    """Words as rare as in a language; the last ones are copies with one word in ten exchanged."""
    draw = random.Random(7)  # noqa: S311 - the same texts at each run
    made = [" ".join(draw.choices(VOCABULARY, SHARES, k=WORDS)) for _ in range(POSITIONS - COPIES)]
    for text in made[:COPIES]:
        words = text.split()
        for _ in range(WORDS // 10):
            words[draw.randrange(WORDS)] = draw.choice(VOCABULARY)
        made.append(" ".join(words))
    return made


@pytest.fixture(scope="module")
def index(texts):
    return Index.build(
        Document(id=PositionId(str(number)), title=text[:30], text=text) for number, text in enumerate(texts)
    )


def test_a_whole_library_is_compared_with_itself(index):
    begun = time.process_time()

    found = index.alike()

    took = time.process_time() - begun
    print(f"\n{len(found)} pairs in {took:.1f} s")  # noqa: T201 - a benchmark reports
    assert len(found) >= COPIES
    assert took < SECONDS


def test_one_that_is_saved_is_compared_with_the_rest(index, texts):
    begun = time.process_time()

    found = [index.near("", texts[-number]) for number in range(1, COPIES + 1)]

    each = (time.process_time() - begun) * 1000 / COPIES
    print(f"\n{each:.1f} ms each")  # noqa: T201 - likewise
    assert all(len(near) >= 2 for near in found)
    assert each < MILLISECONDS
