"""A library of 10,000 positions, whose titles are in the order of their numbers, and what is asked of it."""

import random
from datetime import timedelta

from PySide6.QtCore import Qt

from drafter.domain.changes import Change, added
from drafter.domain.records.ids import PositionId, id_from
from drafter.services.clock import today
from drafter.services.positions import approve
from drafter.store.library import Library
from tests.benchmarks.test_search import Language
from tests.builders import a_change_of, a_position, a_report
from tests.places import a_draft_that_holds
from tests.ui.library_steps import CONTROL, press

MANY = 10_000
LAST = MANY - 1
PATIENCE = 120_000
"""Milliseconds: the machine may be busy with other tests."""

THEMES = ("Halls", "Trust", "Volunteers")
"""Every third position has the same."""

_ALIKE = (
    "Councils should lend empty halls in the evening to groups that have nowhere else to meet each week.",
    "Volunteers who travel to help their neighbours should have every fare paid on the day they make it.",
    "We welcome long-term grants for small charities so that trustees plan ahead and keep their staff.",
)
PAIRS = ((0, 1), (2, 3), (4, 5))
"""Those that look alike."""

APPROVED = 40
"""So many are approved, the first ones."""
OVERDUE = (20, 21, 22)
"""Their review is overdue."""
USED, DRAFTS = 30, ("First", "Second", "Tailored")
"""What three drafts hold; the third in words of its own."""


def filled():
    """All of it, in memory."""
    language = Language(random.Random(4))  # noqa: S311 - a corpus, no secret
    alike = [text for each in _ALIKE for text in (each, f"{each[:-1]}, as we said.")]
    texts = [*alike, *(language.text(60) for _ in range(MANY - len(alike)))]
    late = today() - timedelta(days=3)
    made = [
        a_position(
            text,
            title=title_of(number),
            named=str(number),
            themes=(THEMES[number % len(THEMES)],),
            owner="Ann",
            review_by=late if number in OVERDUE else None,
        )
        for number, text in enumerate(texts)
    ]
    opened = Library.in_memory()
    opened.apply(a_change_of(*made))
    for each in made[:APPROVED]:
        approve(opened, each.id, by="Ann")
    report = a_report("Fund it.", publisher="The Ministry")
    opened.apply(Change.of("Keep", added(report)))
    for title in DRAFTS:
        words = "In our own words." if title == "Tailored" else None
        a_draft_that_holds(opened, identity(USED), title, to=report.id, words=words)
    return opened


def title_of(number):
    return f"Entry{number:05}"


def identity(number):
    return PositionId(id_from(str(number)))


def position(library, number):
    return library.position(identity(number))


def words_of(library, number):
    return position(library, number).newest.text.plain


def standing(library, number):
    """All that can be taken back about one; the revisions, which only grow, by their words."""
    stored = position(library, number)
    return (
        stored.status,
        (stored.newest.title, stored.newest.text, stored.newest.sources),
        (stored.current.text, stored.current.approval and stored.current.approval.note),
        stored.facts,
        stored.reviewed and stored.reviewed.at,
    )


def turned_back_and_on(hand, look, before, *, steps=1):
    """Ctrl+Z brings back what was, Ctrl+Y what is; very many are turned beside the window."""
    after = look()
    assert after != before
    for key, wanted in ((Qt.Key.Key_Z, before), (Qt.Key.Key_Y, after)):
        for _ in range(steps):
            turned(hand, key)
        assert look() == wanted


def left_as_found(hand, look, before, *, steps=1):
    """Likewise, and back once more: the next test begins where this one did."""
    turned_back_and_on(hand, look, before, steps=steps)
    for _ in range(steps):
        turned(hand, Qt.Key.Key_Z)
    assert look() == before


def turned(hand, key):
    """A key of Undo or Redo in the list, and all that comes of it."""
    hand.back()
    hand.pane._list.view.setFocus()
    press(hand.qtbot, key, CONTROL)
    hand.wait(lambda: not hand.window.workplace.jobs.running)
