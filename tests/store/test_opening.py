"""Opening a library file: making it, refusing what is not ours, and saying what is wrong with it."""

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from drafter.domain.errors import LibraryDamaged, LibraryTooNew, LibraryUnavailable
from drafter.store import copying
from drafter.store.copying import address_of
from drafter.store.library import Library
from drafter.store.migrations import APPLICATION_ID, STEPS
from tests.builders import a_change_of, a_position
from tests.faults.rights import as_an_officer


def filled(file, count=3):
    """A library file that was closed, with some positions in it."""
    with Library.open(file) as library:
        library.apply(a_change_of(*(a_position(f"Text {number}") for number in range(count))))
    return file.read_bytes()


def test_a_library_is_made_where_there_is_none_with_its_folders(tmp_path):
    file = tmp_path / "a" / "b" / "library.drafter"
    with Library.open(file) as library:
        assert library.path == file
        assert library.schema_version == len(STEPS)

    assert [each.name for each in file.parent.iterdir()] == ["library.drafter"]


def test_what_was_written_is_there_the_next_time(file):
    position = a_position("We welcome it")
    with Library.open(file) as library:
        library.apply(a_change_of(position))
    with Library.open(file) as library:
        assert library.position(position.id).current.wording == position.current.wording
        assert len(library.search("welcome")) == 1


def test_a_library_keeps_to_what_was_measured(file):
    wanted = {
        "journal_mode": "wal", "locking_mode": "exclusive", "synchronous": 2, "foreign_keys": 1,
        "trusted_schema": 0, "application_id": APPLICATION_ID, "user_version": len(STEPS), "busy_timeout": 0,
    }  # fmt: skip
    with Library.open(file) as library, library.using() as db:
        found = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}

    assert found == wanted


@pytest.mark.skipif(
    os.name != "posix", reason="Windows has no such permissions; a user's folder is private there"
)
def test_only_its_owner_may_read_it(file):
    with Library.open(file) as library:
        library.apply(a_change_of(a_position()))
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in file.parent.iterdir()}

    assert modes == dict.fromkeys(("library.drafter", "library.drafter-wal"), 0o600)


def test_a_folder_is_not_a_library(tmp_path):
    with pytest.raises(LibraryUnavailable, match="is a folder"):
        Library.open(tmp_path)


def test_a_folder_that_cannot_be_made_is_said_to_be_out_of_reach(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(LibraryUnavailable, match="cannot be opened"):
        Library.open(tmp_path / "file" / "library.drafter")


@pytest.mark.parametrize(("what", "rights"), [("folder", 0o500), ("file", 0o400), ("file", 0o000)])
def test_what_may_only_be_read_is_said_to_be_so_and_stays_as_it_is(tmp_path, what, rights):
    file = tmp_path / "sub" / "library.drafter"
    content = filled(file)
    (file.parent if what == "folder" else file).chmod(rights)

    with as_an_officer(), pytest.raises(LibraryUnavailable, match=r"read-only|you may write") as refused:
        Library.open(file)
    file.parent.chmod(0o700)
    assert str(file) in refused.value.sentence
    assert file.read_bytes() == content
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("content", [b"", b"Dear all, here is the library.", b"PK\x03\x04" + bytes(5000)])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(file, content):
    file.write_bytes(content)

    with pytest.raises(LibraryDamaged, match=r"Bring back the newest backup\."):
        Library.open(file)
    assert file.read_bytes() == content
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_the_database_of_another_program_is_refused_and_left_as_it_is(file):
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE notes (text)")
    with pytest.raises(LibraryDamaged, match="not a Drafter library"):
        Library.open(file)
    with closing(sqlite3.connect(file)) as other:
        tables = other.execute("SELECT name FROM sqlite_schema").fetchall()
    assert tables == [("notes",)]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_file_that_was_cut_off_is_damaged(file, share):
    content = filled(file, count=40)
    cut = content[: int(len(content) * share)]
    file.write_bytes(cut)

    with pytest.raises(LibraryDamaged):
        Library.open(file)
    assert file.read_bytes() == cut


@pytest.mark.parametrize(
    "sql", ["PRAGMA user_version = 999", "INSERT INTO _sqlite_migrations VALUES (99, 'drafter', 'later', '')"]
)
def test_a_library_of_a_newer_version_is_refused_and_left_as_it_is(file, sql):
    filled(file)
    with closing(sqlite3.connect(file)) as newer:
        newer.execute(sql)
        newer.commit()
    before = file.stat().st_size

    with pytest.raises(LibraryTooNew, match="Update Drafter"):
        Library.open(file)
    assert file.stat().st_size == before
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_closing_twice_does_no_harm_and_work_afterwards_is_refused(file):
    library = Library.open(file)
    library.close()
    library.close()

    with pytest.raises(LibraryUnavailable, match="closed"):
        library.entries()


def test_a_library_can_be_opened_again_as_soon_as_it_is_closed(file):
    for _ in range(3):
        Library.open(file).close()

    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_device_is_the_same_the_next_time_unless_another_is_named(file):
    def device(library):
        position = a_position()
        library.apply(a_change_of(position))
        with library.using() as db:
            return db.execute("SELECT hex(device) FROM version ORDER BY vid DESC").fetchone()[0].lower()

    with Library.open(file) as library:
        first = device(library)
    with Library.open(file) as library:
        assert device(library) == first
    with Library.open(file, device="ab" * 16) as library:
        assert device(library) == "ab" * 16


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (
            PurePosixPath("/srv/Ada's files/100 % mine?.drafter"),
            "file:///srv/Ada%27s%20files/100%20%25%20mine%3F.drafter",
        ),
        (PureWindowsPath(r"D:\Ours\library.drafter"), "file:///D%3A/Ours/library.drafter"),
        (PureWindowsPath(r"\\server\team\library.drafter"), "file:////server/team/library.drafter"),
    ],
)
def test_a_path_becomes_an_address_that_sqlite_takes(path, address):
    assert address_of(path) == address


@pytest.mark.parametrize(
    "name", ["a b.drafter", "50 % of it.drafter", "what?.drafter", "#1.drafter", "Ünïted.drafter"]
)
def test_a_library_of_any_name_opens_and_is_verified(tmp_path, name):
    if os.name != "posix" and "?" in name:
        pytest.skip("Windows allows no such name")
    filled(tmp_path / name)

    assert copying.verify(tmp_path / name) == ()
    Library.open(tmp_path / name).close()
