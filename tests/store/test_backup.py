"""Backups: real copies, verified, kept by age, and the way back."""

import random
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.domain.changes import Change, added
from drafter.domain.errors import Cancelled, CannotWrite, LibraryDamaged, LibraryInUse, NotFound
from drafter.domain.progress import cancellable
from drafter.domain.records.working import Setting
from drafter.store import backup as backing
from drafter.store.backup import Backup
from drafter.store.library import Library
from tests.builders import a_change_of, a_position

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)


@pytest.fixture
def kept(file):
    """An open library in a file, with thirty positions."""
    with Library.open(file) as library:
        library.apply(a_change_of(*(a_position(f"Elephant {number}") for number in range(30))))
        yield library


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def test_a_backup_holds_everything_and_opens_by_itself(kept, folder):
    path = backing.backup(kept, folder)

    assert backing.verify(path) == ()
    with backing.look_into(path) as copy:
        assert copy.entries() == kept.entries()
        assert len(copy.search("elephant 17")) == 1
    assert [each.name for each in folder.iterdir()] == [path.name]


def test_backups_of_one_second_do_not_overwrite_each_other(kept, folder):
    made = {backing.backup(kept, folder) for _ in range(3)}

    assert len(made) == 3
    assert {each.path for each in backing.backups(folder)} == made


def test_work_goes_on_while_a_backup_is_made(kept, folder):
    kept.apply(a_change_of(*(a_position("word " * 300) for _ in range(400))))
    waits = []

    def work():
        for number in range(20):
            start = time.perf_counter()
            kept.apply(Change.of("Note", added(Setting(name=f"note {number}", value="1"))))
            waits.append(time.perf_counter() - start)

    worker = threading.Thread(target=work)
    steps: list[tuple[int, int]] = []

    def progress(done, total):
        if not steps:
            worker.start()
        steps.append((done, total))

    path = backing.backup(kept, folder, progress=progress)
    worker.join()

    assert len(steps) > 5
    assert sorted(steps, key=lambda step: step[0])[-1][0] == steps[-1][1]
    assert len(waits) == 20
    assert backing.verify(path) == ()


def test_a_backup_that_is_stopped_leaves_nothing(kept, folder):
    with pytest.raises(Cancelled):
        backing.backup(kept, folder, progress=cancellable(lambda _done, _total: None, lambda: True))

    assert list(folder.iterdir()) == []
    assert len(kept.entries()) == 30


def test_closing_waits_for_a_backup(kept, folder):
    closer = threading.Thread(target=kept.close)
    waited = []

    def progress(_done, _total):
        if closer.ident is None:
            closer.start()
            closer.join(timeout=0.2)  # it would be over by now if it did not wait
            waited.append(closer.is_alive())

    path = backing.backup(kept, folder, progress=progress)
    closer.join()

    assert waited == [True]
    assert backing.verify(path) == ()


def test_a_library_that_is_not_whole_gives_no_backup(kept, folder):
    with kept.using() as db:
        db.execute("UPDATE version SET rec = replace(rec, 'Elephant 17', 'Elephant 71')")

    with pytest.raises(LibraryDamaged, match="not whole"):
        backing.backup(kept, folder)
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said_to_be_so(kept, tmp_path):
    (tmp_path / "in the way").write_text("")

    with pytest.raises(CannotWrite, match="may write in that folder"):
        backing.backup(kept, tmp_path / "in the way")


def test_a_backup_with_a_flipped_bit_is_found_and_not_brought_back(kept, folder, file):
    path = backing.backup(kept, folder)
    content = bytearray(path.read_bytes())
    for at in range(len(content)):
        if content.startswith(b"Elephant 17", at):
            content[at] ^= 2
    path.write_bytes(bytes(content))
    before = len(kept.entries())
    kept.close()

    assert len(backing.verify(path)) >= 1
    with pytest.raises(LibraryDamaged, match="Choose another"):
        backing.restore(path, file)
    with Library.open(file) as library:
        assert len(library.entries()) == before


def test_the_newest_whole_backup_is_offered(kept, folder):
    good = backing.backup(kept, folder)
    bad = backing.backup(kept, folder)
    bad.write_bytes(bad.read_bytes()[:5000])

    assert backing.newest_whole(folder) == backing.backups(folder)[1]
    assert backing.backups(folder)[1].path == good
    assert backing.newest_whole(folder / "nothing") is None


def test_a_library_comes_back_and_the_damaged_one_is_set_aside_untouched(kept, folder, file):
    entries = kept.entries()
    path = backing.backup(kept, folder)
    kept.close()
    file.write_bytes(b"damaged beyond reading")
    aside = backing.restore(path, file)

    assert aside is not None
    assert aside.read_bytes() == b"damaged beyond reading"
    with Library.open(file) as library:
        assert library.entries() == entries
    assert {each.name for each in file.parent.iterdir()} == {file.name, aside.name, folder.name}


def test_a_library_that_comes_back_is_another_device(kept, folder, file):
    def device(library):
        with library.using() as db:
            return db.execute("SELECT id FROM device").fetchone()[0]

    before = device(kept)
    path = backing.backup(kept, folder)
    kept.close()
    backing.restore(path, file)

    with Library.open(file) as library:
        assert device(library) != before


def test_a_library_that_is_open_is_not_replaced(kept, folder, file):
    path = backing.backup(kept, folder)

    with pytest.raises(LibraryInUse):
        backing.restore(path, file)
    assert len(kept.entries()) == 30


def test_a_library_comes_back_where_none_is_left(kept, folder, file):
    path = backing.backup(kept, folder)
    kept.close()
    file.unlink()

    assert backing.restore(path, file) is None
    with Library.open(file) as library:
        assert len(library.entries()) == 30


def test_a_backup_that_is_gone_is_said_to_be_gone(folder):
    with pytest.raises(NotFound):
        backing.verify(folder / "nothing.backup")


def made(*ages):
    return [Backup(path=Path(f"{age}"), at=NOW - age) for age in ages]


def test_of_the_last_day_one_an_hour_stays():
    kept = made(*(timedelta(minutes=10 * number) for number in range(18)))
    going = backing.superfluous(kept, now=NOW)

    assert [each.at.minute for each in kept if each not in going] == [30, 50, 50, 50]


def test_of_the_last_month_one_a_day_stays_and_of_older_ones_one_a_month():
    kept = made(*(timedelta(hours=25 + 6 * number) for number in range(4 * 100)))
    going = backing.superfluous(kept, now=NOW)
    staying = [each.at for each in kept if each not in going]

    assert len([each for each in staying if NOW - each <= timedelta(days=31)]) == 31
    assert [each.month for each in staying if NOW - each > timedelta(days=31)] == [10, 9, 8]


def test_a_backup_from_the_future_stays():
    assert backing.superfluous(made(-timedelta(days=400), -timedelta(days=400, minutes=1)), now=NOW) == ()


@given(st.lists(st.integers(min_value=0, max_value=60 * 24 * 800), max_size=60, unique=True))
def test_the_newest_always_stays_and_thinning_again_takes_nothing(minutes):
    kept = made(*(timedelta(minutes=each) for each in minutes))
    going = backing.superfluous(kept, now=NOW)
    staying = [each for each in kept if each not in going]

    assert set(staying) | set(going) == set(kept)
    assert backing.superfluous(staying, now=NOW) == ()
    if kept:
        assert max(kept, key=lambda each: each.at) in staying
        months = {(each.at.year, each.at.month) for each in kept}
        assert {(each.at.year, each.at.month) for each in staying} == months


def test_thinning_a_folder_deletes_what_is_superfluous_and_nothing_else(folder):
    folder.mkdir()
    names = [f"library 2026-11-{day:02} 09.00.{second:02}.backup" for day in (3, 4) for second in (1, 2)]
    others = ["notes.txt", "my own.backup"]
    for name in random.sample(names + others, 6):
        (folder / name).write_text("")
    backing.thin(folder, now=NOW)

    assert sorted(each.name for each in folder.iterdir()) == sorted([names[1], names[3], *others])
