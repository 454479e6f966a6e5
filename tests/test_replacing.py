"""A file is replaced whole or stays as it was, and nothing else is left beside it."""

import errno
import os
import stat
import sys
import time

import pytest

from drafter.replacing import is_disk_full, replace_bytes, replace_file


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "library.json"
    path.write_bytes(b"old")
    return path


def alone(target):
    return list(target.parent.iterdir()) == [target]


def test_a_file_is_replaced_and_nothing_else_is_left(target):
    replace_bytes(target, b"new")

    assert target.read_bytes() == b"new"
    assert alone(target)


@pytest.mark.parametrize("trouble", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_whatever_goes_wrong_half_way_the_old_file_stays(target, trouble):
    def half(file):
        file.write(b"half")
        raise trouble

    with pytest.raises(type(trouble)):
        replace_file(target, half)

    assert target.read_bytes() == b"old"
    assert alone(target)


def test_a_target_that_another_program_holds_stays_and_the_error_is_passed_on(target, monkeypatch):
    """As Windows refuses it."""

    def held(*_arguments):
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(type(target), "replace", held)

    with pytest.raises(PermissionError):
        replace_bytes(target, b"new")

    assert target.read_bytes() == b"old"
    assert alone(target)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_the_rights_of_the_old_file_go_on_and_a_new_one_gets_the_usual_ones(target):
    target.chmod(0o640)
    fresh = target.with_name("fresh.csv")
    before = os.umask(0o022)
    try:
        replace_bytes(target, b"new")
        replace_bytes(fresh, b"new")
    finally:
        os.umask(before)

    assert [stat.S_IMODE(each.stat().st_mode) for each in (target, fresh)] == [0o640, 0o644]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that officers do not have")
def test_a_link_stays_a_link(target):
    link = target.with_name("link.json")
    link.symlink_to(target)

    replace_bytes(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens no folders")
def test_the_folder_is_told_to_the_disk_after_the_file(target, monkeypatch):
    told = []
    sync = os.fsync

    def telling(handle):
        told.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        sync(handle)

    monkeypatch.setattr(os, "fsync", telling)

    replace_bytes(target, b"new")

    assert told == [False, True]


def test_a_full_disk_is_known_from_other_trouble():
    assert is_disk_full(OSError(errno.ENOSPC, "full"))
    assert not is_disk_full(PermissionError(errno.EACCES, "no"))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_a_private_file_only_its_owner_may_read_whatever_was_there(target):
    target.chmod(0o644)

    replace_bytes(target, b"new", private=True)

    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes() == b"new"


def test_what_a_killed_program_left_goes_with_the_next_file_and_what_is_being_written_stays(target):
    left, young, other = (
        target.with_name(name) for name in (".drafter-1.tmp", ".drafter-2.tmp", "notes.tmp")
    )
    for each in (left, young, other):
        each.write_bytes(b"half")
    hours_ago = time.time() - 2 * 60 * 60
    for each in (left, other):
        os.utime(each, (hours_ago, hours_ago))

    replace_bytes(target, b"new")

    assert sorted(each.name for each in target.parent.iterdir()) == [young.name, target.name, other.name]
