"""A clock that is set back or forward, time zones, summer time: the order of words and backups holds."""

import os
import time
from datetime import UTC, date, datetime, timedelta

import pytest

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.positions import Approval, Facts
from drafter.services import clock, keeping, overview
from drafter.services.working import entry_in_hand, keep_entry_in_hand
from drafter.store import backup, checking
from drafter.store import library as room
from drafter.store.library import Library
from tests.builders import NOON, a_change_of, a_position, a_wording
from tests.faults.places import backed_up, newest_backup

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)


class Clock(datetime):
    """The time of day as the computer tells it, which may be wrong."""

    told = NOW

    @classmethod
    def now(cls, tz=None):
        return cls.told.astimezone(tz)


@pytest.fixture
def the_clock(monkeypatch):
    """Set it by `the_clock.told = ...` for whatever stamps a change, a backup or a thinning."""
    Clock.told = NOW
    for place in (room, backup, clock):
        monkeypatch.setattr(place, "datetime", Clock)
    return Clock


@pytest.fixture
def zone(monkeypatch):
    """The officer's own time zone."""
    if not hasattr(time, "tzset"):
        pytest.skip("Windows cannot change the zone of one program")

    def set_(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_
    monkeypatch.undo()
    os.environ.pop("TZ", None)
    time.tzset()


@pytest.fixture
def library(file):
    with Library.open(file) as opened:
        yield opened


def reworded(library, position, words):
    library.apply(
        Change.of(
            "Reword", changed(library.position(position).newest.wording, a_wording(words, position=position))
        )
    )


def test_what_was_written_last_is_the_newest_even_after_the_clock_was_set_back(library, the_clock):
    position = a_position("First")
    library.apply(a_change_of(position))
    the_clock.told = NOW - timedelta(days=400)
    reworded(library, position.id, "Second")
    reworded(library, position.id, "Third")

    assert [each.text.plain for each in library.revisions(position.id)] == ["Third", "Second", "First"]
    assert library.position(position.id).current.text.plain == "Third"
    assert checking.check(library) == ()


def test_facts_and_an_approval_that_are_given_after_it_was_set_back_hold(library, the_clock):
    position = a_position("First", owner="Ada")
    library.apply(a_change_of(position))
    the_clock.told = NOW - timedelta(days=400)
    before = library.position(position.id)
    library.apply(Change.of("Own", changed(before.facts, Facts(position=position.id, owner="Bo"))))
    approval = Approval(position=position.id, revision=before.newest.id, by="The director", at=NOON)
    library.apply(Change.of("Approve", added(approval)))

    after = library.position(position.id)
    assert (after.facts.owner, after.status.value) == ("Bo", "approved")


def test_the_trail_is_in_the_order_of_the_work(library, the_clock):
    for number, days in enumerate((0, -400, 400, -1)):
        the_clock.told = NOW + timedelta(days=days)
        library.apply(a_change_of(a_position(f"Words {number}", title=f"T {number}")))

    assert [change.edits[0].after.title for change in library.changes()] == ["T 3", "T 2", "T 1", "T 0"]


def test_what_is_in_hand_is_kept_when_the_clock_jumps_between_two_saves(library, the_clock):
    position = a_position("Kept")
    library.apply(a_change_of(position))
    for number, days in enumerate((0, -400, 400)):
        the_clock.told = NOW + timedelta(days=days)
        keep_entry_in_hand(library, a_wording(f"Words {number}", position=position.id), position.facts)
        in_hand = entry_in_hand(library, position.id)
        assert in_hand is not None
        found, _ = in_hand
        assert found.text.plain == f"Words {number}"


@pytest.mark.parametrize("days", [-400, -1, 400])
def test_a_backup_is_made_of_what_changed_whatever_the_clock_says(library, file, tmp_path, the_clock, days):
    library.apply(a_change_of(a_position("One", title="One")))
    first = backed_up(library, tmp_path / "backups")
    the_clock.told = NOW + timedelta(days=days)
    library.apply(a_change_of(a_position("Two", title="Two")))
    second = backed_up(library, tmp_path / "backups")
    again = keeping.back_up_if_changed(library, tmp_path / "backups")

    assert first is not None
    assert second is not None
    assert again is None
    assert first.exists()
    assert newest_backup(file, tmp_path / "backups").path == second


def test_a_backup_that_was_named_by_a_clock_of_years_to_come_does_not_hide_the_newer_ones(
    library, file, tmp_path, the_clock
):
    the_clock.told = NOW + timedelta(days=4000)
    library.apply(a_change_of(a_position("One", title="One")))
    keeping.back_up_if_changed(library, tmp_path / "backups")
    for hour in range(3):
        the_clock.told = NOW + timedelta(hours=hour)
        library.apply(a_change_of(a_position(f"Then {hour}", title=f"Then {hour}")))
        last = backed_up(library, tmp_path / "backups")

    assert newest_backup(file, tmp_path / "backups").path == last
    assert len(backup.backups(last.parent)) == 4


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("Europe/London", datetime(2026, 10, 25, 0, 10, tzinfo=UTC)),  # the hour from one to two comes twice
        ("Europe/London", datetime(2026, 3, 29, 0, 10, tzinfo=UTC)),  # the hour from one to two does not come
        ("Australia/Lord_Howe", datetime(2026, 4, 4, 14, 10, tzinfo=UTC)),  # half an hour comes twice
        ("Pacific/Kiritimati", datetime(2026, 11, 22, 9, 10, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2026, 11, 1, 7, 10, tzinfo=UTC)),
    ],
)
def test_every_hour_of_work_has_its_backup_when_summer_time_begins_or_ends(
    library, tmp_path, the_clock, zone, name, when
):
    zone(name)
    for hour in range(5):
        the_clock.told = when + timedelta(hours=hour)
        library.apply(a_change_of(a_position(f"Hour {hour}", title=f"Hour {hour}")))
        last = backed_up(library, tmp_path / "backups")
    kept = backup.backups(last.parent)

    assert [each.at for each in kept] == [when + timedelta(hours=hour) for hour in (4, 3, 2, 1, 0)]


@pytest.mark.usefixtures("the_clock")
def test_thinning_keeps_the_same_backups_in_every_time_zone(tmp_path, zone):
    folder = tmp_path / "backups"
    staying = []
    for name in ("Europe/London", "Pacific/Kiritimati", "America/Los_Angeles"):
        folder.mkdir()
        for hours in range(0, 24 * 90, 5):
            at = NOW - timedelta(hours=hours)
            (folder / f"library {at:%Y-%m-%d %H.%M.%S}.backup").write_bytes(b"")
        zone(name)
        backup.thin(folder, now=clock.now())
        staying.append(sorted(each.name for each in folder.iterdir()))
        for each in folder.iterdir():
            each.unlink()
        folder.rmdir()

    assert staying[0] == staying[1] == staying[2]
    assert len(staying[0]) > 30


@pytest.mark.parametrize(
    ("name", "told", "day"),
    [
        ("Europe/London", datetime(2026, 7, 1, 22, 59, tzinfo=UTC), date(2026, 7, 1)),
        ("Europe/London", datetime(2026, 7, 1, 23, 1, tzinfo=UTC), date(2026, 7, 2)),  # summer time
        ("Europe/London", datetime(2026, 12, 1, 23, 1, tzinfo=UTC), date(2026, 12, 1)),
        ("Pacific/Kiritimati", datetime(2026, 12, 1, 11, 0, tzinfo=UTC), date(2026, 12, 2)),
        ("America/Los_Angeles", datetime(2026, 12, 2, 3, 0, tzinfo=UTC), date(2026, 12, 1)),
    ],
)
def test_a_review_is_due_on_its_day_as_her_own_calendar_has_it(library, the_clock, zone, name, told, day):
    library.apply(a_change_of(a_position("Today", title="Today", review_by=day)))
    library.apply(a_change_of(a_position("Later", title="Later", review_by=day + timedelta(days=1))))
    the_clock.told = told
    zone(name)

    assert clock.today() == day
    assert [each.title for each in overview.overview(library).due] == ["Today"]


def test_a_library_that_travels_tells_the_same_times(library, file, zone):
    zone("Europe/London")
    library.apply(a_change_of(a_position("One", title="One")))
    (written,) = (change.at for change in library.changes())
    library.close()
    zone("Pacific/Kiritimati")
    with Library.open(file) as again:
        (read,) = [change.at for change in again.changes()]

    assert read == written
    assert read.utcoffset() == timedelta()
