"""How the library's list follows the keys with 10,000 positions: against the bare search, in the same run."""

import random
import time

import pytest
from PySide6.QtTest import QTest

from drafter.domain.changes import Change, added
from drafter.services.finding import find
from drafter.settings import Preferences
from drafter.store.library import Library
from drafter.ui.actions import Actions
from drafter.ui.history import History
from drafter.ui.jobs import Jobs
from drafter.ui.main_window import MainWindow
from drafter.ui.panes.library_list import MOST_FOUND
from drafter.ui.screens import SCREENS, rows_of
from drafter.ui.workplace import KeptPreferences, Notices, Workplace
from tests.builders import OFFICER, a_position

POSITIONS = 10_000
SYLLABLES = [
    first + second for first in "bdfglmnprst" for second in ("a", "e", "i", "o", "u", "ay", "oo", "er")
]
LIBRARY = tuple(row for row in SCREENS if row.name == "library")


def a_word(chance):
    return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))


@pytest.fixture(scope="module")
def library():
    """Words as frequent as in a language: a few are everywhere, most are rare."""
    chance = random.Random(4)  # noqa: S311 - a corpus, no secret
    words = [a_word(chance) for _ in range(12_000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]

    def made():
        text = " ".join(chance.choices(words, weights=weights, k=90))
        title = " ".join(chance.choices(words, k=4))
        return a_position(text, title=title, themes=tuple(chance.sample(words[:40], k=2)), owner="Ann")

    all_made = [made() for _ in range(POSITIONS)]
    edits = [edit for each in all_made for edit in added(each.current.wording, each.facts)]
    with Library.in_memory() as opened:
        opened.apply(Change.of("Fill", edits))
        yield opened


@pytest.fixture
def pane(qtbot, library, tmp_path):
    jobs = Jobs()
    place = Workplace(
        library=library,
        history=History(library),
        jobs=jobs,
        preferences=KeptPreferences(Preferences(person=OFFICER, asked=True), tmp_path / "settings.json"),
        notices=Notices(),
        actions=Actions(rows_of(LIBRARY)),
    )
    window = MainWindow(place, screens=LIBRARY)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    yield window.screen_named("library")
    jobs.close()


def words_to_type(library):
    chance = random.Random(5)  # noqa: S311 - likewise
    return [each.title.split()[0] for each in chance.sample(library.entries(), k=12)]


def test_the_list_follows_every_key(qtbot, pane, library, benchmark, record_property):
    """The rows are there soon after the bare search would be, and no key is held up."""
    held_up, to_rows, bare = [], [], []
    for word in words_to_type(library):
        pane._list.search.clear()
        for length in range(1, len(word) + 1):
            started = time.perf_counter()
            find(library, word[:length], limit=MOST_FOUND)
            bare.append(time.perf_counter() - started)
            with qtbot.waitSignal(pane._list._latest.answered):
                started = time.perf_counter()
                QTest.keyClicks(pane._list.search, word[length - 1])
                held_up.append(time.perf_counter() - started)
            to_rows.append(time.perf_counter() - started)
        assert word in " ".join(pane._list._model.index(row).data() for row in range(pane._list.count))
    for name, times in (("key", held_up), ("rows", to_rows), ("bare", bare)):
        at = sorted(times)[int(len(times) * 0.99)]
        record_property(f"p99_{name}_ms", round(at * 1000, 1))
        sys_write(f"{name}: median {median(times):.1f} ms, p99 {at * 1000:.1f} ms")
    benchmark.pedantic(pane._list._show, rounds=5)

    assert median(to_rows) < 1.5 * median(bare) + 20
    assert median(held_up) < 0.5 * median(bare) + 5


def median(times):
    return sorted(times)[len(times) // 2] * 1000


def sys_write(words):
    print(words)  # noqa: T201 - a benchmark says what it measured
