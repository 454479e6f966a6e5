"""A long draft on the desk against a bare text editor with the same words, in the same run."""

import gc
import random
import time
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from drafter.domain.changes import Change, added
from drafter.domain.records.responses import Shape, Use
from drafter.services.answering import new_response, response_of
from drafter.services.spelling import Speller, british_dictionary
from drafter.store.library import Library
from tests.builders import (
    A_RESPONSE,
    OFFICER,
    a_change_of,
    a_passage,
    a_position,
    a_recommendation,
    a_report,
    a_response,
    a_section,
    a_stance,
)
from tests.places import a_window, a_workplace, screens_named

RECOMMENDATIONS, PASSAGES, WORDS = 100, 200, 60_000
KEYS, BARE_KEYS = 300, 100
BEAT, PAUSE_EVERY, PAUSE = 0.06, 50, 1.8
"""Seconds from key to key; now and then she thinks, and what waits for a pause has its turn."""

OPENS, GLYPH, COPIES = 1.0, 0.016, 1.0
"""The goals in seconds: until it can be typed in, from key to glyph (p99), and out and in again."""
OPENS_TIMES, GLYPH_TIMES, COPIES_TIMES = 20, 5, 2
"""So many times the bare editor's: it counts where that itself is slow, as on a machine that others use."""

VOCABULARY = (
    *("we", "welcome", "the", "review", "and", "ask", "government", "to", "act", "on", "its", "proposals"),
    *("because", "small", "charities", "have", "told", "us", "that", "volunteers’", "time", "is", "short"),
)
DESK = screens_named("desk")


def a_paragraph(chance, words):
    said = " ".join(chance.choices(VOCABULARY, k=words))
    third = len(said) // 3
    return f"<p>{said[:third]}<strong>{said[third : third + 40]}</strong>{said[third + 40 :]}</p>"


@pytest.fixture
def workplace(qtbot, library, tmp_path):  # noqa: ARG001 - the application must be there before its objects
    with a_workplace(library, tmp_path, screens=DESK) as made:
        yield made


@pytest.fixture(scope="module")
def library():
    """A report, a library of 100 positions, and a response that uses each of them once."""
    chance = random.Random(8)  # noqa: S311 - words for a benchmark
    with Library.in_memory() as opened:
        each_has = WORDS // PASSAGES // 3
        texts = ["".join(a_paragraph(chance, each_has) for _ in range(3)) for _ in range(PASSAGES)]
        positions = [
            a_position(texts[at], title=f"Position {at}", named=f"position {at}")
            for at in range(0, PASSAGES, 2)
        ]
        opened.apply(a_change_of(*positions))
        wanted = [
            a_recommendation(" ".join(chance.choices(VOCABULARY, k=30)), label=str(number), limit=600)
            for number in range(1, RECOMMENDATIONS + 1)
        ]
        report = a_report(*wanted)
        real = {
            at * 2: Use(position=each.id, revision=opened.position(each.id).newest.id)
            for at, each in enumerate(positions)
        }
        sections = []
        for number, asked in enumerate(wanted):
            passages = []
            for at in (2 * number, 2 * number + 1):
                made = a_passage(texts[at], asked, named=f"passage {at}")
                passages.append(_using(made, real.get(at)))
            sections.append(a_section(*passages, heading=f"Section {number + 1}", named=f"section {number}"))
        response = a_response(*sections, to=report, stances=tuple(a_stance(each) for each in wanted))
        words = added(report, response.head, response.outline)
        opened.apply(Change.of("Load", (*words, *added(*response.passages), *added(*response.stances))))
        yield opened


def _using(passage, use):
    return replace(passage, use=use)


@pytest.fixture
def window(qtbot, workplace):
    return a_window(qtbot, workplace, screens=DESK)


@pytest.fixture
def desk(qtbot, window, workplace):
    """The response on the desk, with its marks and with what is misspelt."""
    workplace.spelling.take(Speller(british_dictionary() or _Vocabulary()))
    window.open_response(A_RESPONSE)
    made = window.screen_named("desk")
    qtbot.waitUntil(
        lambda: len(made.sheet.edit.sheet.marks) > 0 and not workplace.jobs.running, timeout=20_000
    )
    return made


class _Vocabulary:
    """Where the system has no dictionary."""

    def check(self, word):
        return word.casefold() in VOCABULARY

    def suggest(self, _word):
        return []


@pytest.fixture
def bare(qtbot, library):
    """A text editor as Qt has it, with the same words."""
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.resize(700, 620)
    edit.show()
    qtbot.waitExposed(edit)
    edit.setPlainText(_words(library))
    return edit


def _words(library):
    stored = library.response(A_RESPONSE)
    return "\n".join(
        line for each in stored.sections for line in (each.heading, *(p.text.plain for p in each.passages))
    )


def test_a_long_draft_opens_at_once(window, library, qtbot, record_property):
    """Until the words are painted and can be typed in."""
    edit = QTextEdit()
    qtbot.addWidget(edit)
    edit.resize(700, 620)
    edit.show()
    qtbot.waitExposed(edit)
    words = _words(library)

    def show_plain():
        edit.setPlainText(words)
        edit.viewport().repaint()

    floor = timed(show_plain)
    desk = window.screen_named("desk")
    window.open_response(response_of(new_response(library, shape=Shape.STATEMENT, by=OFFICER)))

    taken = timed(lambda: (window.open_response(A_RESPONSE), desk.sheet.edit.viewport().repaint()))

    assert desk.sheet.edit.word_count() > WORDS * 0.9
    say(record_property, "open", taken[0], floor[0])
    say(record_property, "open of its own", taken[1], floor[1])
    assert taken[1] < OPENS
    assert taken[0] < max(OPENS, OPENS_TIMES * floor[0])


def test_a_key_is_a_glyph_before_the_next_frame(desk, bare, record_property, workplace):
    """With marks, spelling and autosave on, at a typist's pace, whatever waits for a pause included."""
    edit = desk.sheet.edit
    floor = typed(bare, BARE_KEYS)
    edit.setFocus()

    times = typed(edit, KEYS)

    for name, part in (("p50", 0.5), ("p99", 0.99)):
        say(record_property, f"key {name}", at(times.seen, part), at(floor.seen, part))
        say(record_property, f"key {name} of its own", at(times.work, part), at(floor.work, part))
    assert at(times.work, 0.99) < GLYPH
    assert at(times.seen, 0.99) < max(GLYPH, GLYPH_TIMES * at(floor.seen, 0.99))
    desk.in_hand.writer.flush()
    assert sum(each.text.plain.count("zq") for each in workplace.library.response(A_RESPONSE).passages) > 10


def test_a_long_draft_is_copied_out_and_in_again(desk, bare, record_property):
    def there_and_back(edit):
        edit.selectAll()
        edit.copy()
        edit.textCursor().removeSelectedText()
        edit.paste()

    floor = timed(lambda: there_and_back(bare))
    edit = desk.sheet.edit
    before = edit.word_count()

    def ours():
        edit.selectAll()
        edit.cut()
        edit.paste()

    taken = timed(ours)

    assert edit.word_count() == before
    say(record_property, "copy out and in", taken[0], floor[0])
    say(record_property, "copy of its own", taken[1], floor[1])
    assert taken[1] < COPIES
    assert taken[0] < max(COPIES, COPIES_TIMES * floor[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """Seconds, the shortest first, from when each key was due until its glyph was painted."""

    seen: list[float]
    """By the clock: all that kept the window or the machine busy counts."""
    work: list[float]
    """What the window's thread itself worked for it: the same whoever else uses the machine."""


def typed(edit, keys):
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().characterCount() // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    gc.collect()
    seen, work = [], []
    due = time.perf_counter() + 0.2
    for number in range(keys):
        live_until(due)
        worked = time.thread_time()
        QTest.keyClick(
            edit, Qt.Key.Key_Space if number % 6 == 5 else (Qt.Key.Key_Z, Qt.Key.Key_Q)[number % 2]
        )
        edit.viewport().repaint()
        seen.append(time.perf_counter() - due)
        work.append(time.thread_time() - worked)
        due += PAUSE if number % PAUSE_EVERY == PAUSE_EVERY - 1 else BEAT
    return Typed(seen=sorted(seen), work=sorted(work))


def live_until(due):
    """The window does what it has to do, and rests where that is nothing: other threads have their turn."""
    loop, timer = QEventLoop(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start(max(int((due - time.perf_counter()) * 1000), 0))
    loop.exec()
    timer.stop()


def timed(act):
    """Seconds by the clock, and those that the window's thread itself worked."""
    gc.collect()
    started, worked = time.perf_counter(), time.thread_time()
    act()
    return time.perf_counter() - started, time.thread_time() - worked


def at(times, part):
    return times[min(int(len(times) * part), len(times) - 1)]


def say(record, name, taken, floor):
    record(f"{name.replace(' ', '_')}_ms", round(taken * 1000, 1))
    print(f"{name}: {taken * 1000:.1f} ms, {taken / floor:.2f} times the bare editor's {floor * 1000:.1f} ms")  # noqa: T201 - a benchmark says what it measured
