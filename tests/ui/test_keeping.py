"""Backups while the program runs."""

from dataclasses import replace

import pytest

from drafter.store.backup import verify
from drafter.store.library import Library
from drafter.ui.history import History
from drafter.ui.keeping import Keeping
from tests.builders import a_change_of, a_position


@pytest.fixture
def place(workplace, tmp_path):
    with Library.open(tmp_path / "library.drafter") as library:
        yield replace(workplace, library=library, history=History(library))


def test_an_hour_of_work_is_backed_up_beside_her(qtbot, place, tmp_path):
    place.library.apply(a_change_of(a_position("One.", title="One")))
    keeping = Keeping(place, tmp_path / "backups")

    keeping.back_up()

    qtbot.waitUntil(lambda: len(list((tmp_path / "backups").rglob("*.backup"))) == 1)
    [made] = (tmp_path / "backups").rglob("*.backup")
    assert verify(made) == ()


def test_leaving_makes_a_last_backup(place, tmp_path):
    place.library.apply(a_change_of(a_position("One.", title="One")))

    Keeping(place, tmp_path / "backups").finish()

    assert len(list((tmp_path / "backups").rglob("*.backup"))) == 1


def test_a_backup_that_cannot_be_written_does_not_keep_her_from_leaving(place, tmp_path):
    place.library.apply(a_change_of(a_position("One.", title="One")))
    (tmp_path / "backups").write_text("a file where the folder should be", encoding="utf-8")

    Keeping(place, tmp_path / "backups").finish()

    assert (tmp_path / "backups").is_file()
