"""A target is replaced whole or left as it is, and every refusal says what to do next."""

import errno
import stat
import sys

import pytest

from drafter.domain.errors import CannotWrite
from drafter.word.saving import free_name, is_open, save
from drafter.word.writing import write
from tests.word.compositions import a_statement


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "Response to the review.docx"
    path.write_bytes(b"old")
    return path


def untouched(target):
    return target.read_bytes() == b"old" and list(target.parent.glob("*.tmp")) == []


def test_an_old_file_is_replaced(target):
    write(a_statement(), target)

    assert target.read_bytes().startswith(b"PK")
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("owner", ["~$sponse to the review.docx", ".~lock.Response to the review.docx#"])
def test_a_target_that_is_open_in_word_is_refused_with_another_name(target, owner):
    (target.parent / owner).write_bytes(b"")

    with pytest.raises(CannotWrite, match=r"open in Word.*Response to the review \(2\)\.docx"):
        write(a_statement(), target)
    assert untouched(target)


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("report.docx", "~$report.docx"),
        ("reports.docx", "~$eports.docx"),
        ("response.docx", "~$sponse.docx"),
    ],
)
def test_the_owner_file_of_word_is_known_by_the_length_of_the_name(tmp_path, name, owner):
    (tmp_path / owner).write_bytes(b"")

    assert is_open(tmp_path / name)
    assert not is_open(tmp_path / "port.docx")


def test_a_target_that_another_program_holds_is_refused_with_another_name(target):
    """As Windows says it: the file cannot be replaced while a program has it."""

    def held(_file):
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    with pytest.raises(CannotWrite, match=r"Close it there, or save under another name"):
        save(target, held)
    assert untouched(target)


def test_a_full_disk_leaves_the_old_file(target):
    def full(file):
        file.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(CannotWrite, match="disk is full"):
        save(target, full)
    assert untouched(target)


def test_a_bug_while_writing_leaves_the_old_file_and_no_other(target):
    def broken(file):
        file.write(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save(target, broken)
    assert untouched(target)


def test_a_write_protected_target_is_refused(target):
    target.chmod(stat.S_IRUSR)

    with pytest.raises(CannotWrite, match="write-protected"):
        write(a_statement(), target)
    assert untouched(target)


def test_the_new_file_may_be_read_by_those_who_could_read_the_old(target):
    target.chmod(0o640)

    write(a_statement(), target)

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CannotWrite, match="“Sent” is not there"):
        write(a_statement(), tmp_path / "Sent" / "response.docx")


def test_a_folder_as_target_is_refused(tmp_path):
    (tmp_path / "response.docx").mkdir()

    with pytest.raises(CannotWrite, match="is a folder"):
        write(a_statement(), tmp_path / "response.docx")


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(CannotWrite, match=r"must end in \.docx"):
        write(a_statement(), tmp_path / "response.doc")


def test_a_free_name_counts_on_from_two(target):
    assert free_name(target).name == "Response to the review (2).docx"

    free_name(target).write_bytes(b"")
    assert free_name(target).name == "Response to the review (3).docx"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that officers do not have")
def test_a_link_to_a_file_stays_a_link(target):
    link = target.with_name("link.docx")
    link.symlink_to(target)

    write(a_statement(), link)

    assert link.is_symlink()
    assert target.read_bytes().startswith(b"PK")
