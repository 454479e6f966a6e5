"""A library that was cut off, changed or written over: it says which, names the way back, touches nothing."""

import gzip
import random
from datetime import timedelta

import pytest

from drafter.cli import main
from drafter.domain.errors import LibraryDamaged, LibraryUnavailable
from drafter.paths import backups_folder, default_library
from drafter.services import keeping
from drafter.store import backup, checking, leftovers
from drafter.store.library import Library
from tests.builders import a_change_of, a_position
from tests.faults.places import backed_up, newest_backup

POSITIONS = 40


@pytest.fixture
def library():
    """Hers, where the program looks for it, closed, with a backup of yesterday's words."""
    file = default_library()
    with Library.open(file) as opened:
        opened.apply(
            a_change_of(*(a_position(f"Elephant {each}", title=f"T {each}") for each in range(POSITIONS)))
        )
        keeping.back_up_if_changed(opened, backups_folder())
    return file


def cut(content):
    return content[: len(content) // 2]


def nearly_nothing(content):
    return content[:50]


def emptied(_content):
    return b""


def zeros(content):
    return bytes(len(content))


def another_file(_content):
    return b"Dear all,\nplease find the library attached.\n" * 200


def first_page_changed(content):
    return content[:20] + bytes(each ^ 0xFF for each in content[20:200]) + content[200:]


def squeezed(content):
    return gzip.compress(content)


WRONG = [
    (cut, "was cut off"),
    (nearly_nothing, "was cut off"),
    (emptied, "is empty"),
    (zeros, "nothing but zeros"),
    (another_file, "another kind of file"),
    (squeezed, "another kind of file"),
    (first_page_changed, "bytes inside it have changed"),
]


@pytest.mark.parametrize(("harm", "says"), WRONG, ids=[harm.__name__ for harm, _ in WRONG])
def test_a_damaged_library_says_which_names_the_newest_good_backup_and_is_not_touched(
    library, capsys, counted, harm, says
):
    bad = harm(library.read_bytes())
    library.write_bytes(bad)
    newest = newest_backup(library, backups_folder())

    assert main(["library", "find", "elephant"]) == 1
    said = capsys.readouterr().err
    assert says in said
    assert len(said.splitlines()) == 1
    assert str(newest.path) in said
    assert library.read_bytes() == bad
    assert [each.name for each in library.parent.iterdir() if each.is_file()] == [library.name]
    counted("faults: library damaged")


@pytest.mark.parametrize("harm", [cut, zeros, another_file, first_page_changed])
def test_what_was_damaged_comes_back_and_stays_beside_as_it_was(library, counted, harm):
    bad = harm(library.read_bytes())
    library.write_bytes(bad)
    newest = newest_backup(library, backups_folder())
    aside = backup.restore(newest.path, library)

    assert aside is not None
    assert aside.read_bytes() == bad
    with Library.open(library) as opened:
        assert len(opened.entries()) == POSITIONS
        assert checking.check(opened) == ()
    counted("faults: library damaged")


def test_a_backup_that_is_damaged_too_is_passed_over(library, counted):
    (only,) = backup.backups(keeping.backups_of(library, backups_folder()))
    yesterday = only.at - timedelta(days=1)
    only.path.rename(only.path.with_name(f"library {yesterday.strftime(leftovers.STAMP)}.backup"))
    with Library.open(library) as opened:
        opened.apply(a_change_of(a_position("One more")))
        last = backed_up(opened, backups_folder())
    older = next(each for each in backup.backups(last.parent) if each.path != last)
    last.write_bytes(cut(last.read_bytes()))

    assert newest_backup(library, backups_folder()) == older
    counted("faults: backup damaged")


def test_where_no_backup_is_left_that_is_said(library, capsys):
    for each in backup.backups(keeping.backups_of(library, backups_folder())):
        each.path.unlink()
    library.write_bytes(b"damaged")

    assert main(["library", "find", "elephant"]) == 1
    assert "No backup of it was found." in capsys.readouterr().err


@pytest.mark.parametrize("flips", [60, pytest.param(3000, marks=pytest.mark.long)])
@pytest.mark.timeout(900)
def test_a_flipped_byte_anywhere_is_found_or_harms_no_word_and_is_never_written_over(library, counted, flips):
    content = library.read_bytes()
    with Library.open(library) as opened:
        versions = opened.state
        words = [position.newest.text.plain for position in opened.positions()]
    chance = random.Random(7)  # noqa: S311 - the same bytes each time
    found = 0
    for _ in range(flips):
        place = chance.randrange(len(content))
        bad = content[:place] + bytes((content[place] ^ (1 << chance.randrange(8)),)) + content[place + 1 :]
        library.write_bytes(bad)
        try:
            with Library.open(library) as opened:
                wrong = checking.check(opened)
                if not wrong:
                    assert (opened.state, sorted(words)) == (
                        versions,
                        sorted(position.newest.text.plain for position in opened.positions()),
                    )
        except LibraryUnavailable:
            found += 1
        else:
            found += bool(wrong)
        assert library.read_bytes() == bad
    assert found >= flips // 10
    counted("faults: a byte of a library flipped", flips)


def test_a_library_that_is_not_whole_makes_no_backup_and_no_good_one_goes(library, counted):
    with Library.open(library) as opened:
        opened.apply(a_change_of(a_position("One more")))
        with opened.using() as db:
            db.execute("UPDATE version SET rec = replace(rec, 'Elephant 17', 'Elephant 71')")
        before = backup.backups(keeping.backups_of(library, backups_folder()))
        with pytest.raises(LibraryDamaged):
            keeping.back_up_if_changed(opened, backups_folder())

    assert backup.backups(keeping.backups_of(library, backups_folder())) == before
    counted("faults: library damaged")
