"""Exchange files on the disk: what is wrong is one sentence with the next step."""

import errno

import pytest

from drafter.domain.errors import BadInput, CannotWrite, NotFound, TooLarge
from drafter.services import files


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NotFound, match=r"no file “gone\.csv” there"):
        files.read_text(tmp_path / "gone.csv")


@pytest.mark.parametrize("content", [b"", b" \n\t"])
def test_an_empty_file_is_told(tmp_path, content):
    (tmp_path / "empty.csv").write_bytes(content)

    with pytest.raises(BadInput, match="is empty"):
        files.read_text(tmp_path / "empty.csv")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(BadInput, match="cannot be read"):
        files.read_text(tmp_path)


def test_a_file_that_is_far_too_large_is_not_read(tmp_path, monkeypatch):
    (tmp_path / "large.csv").write_bytes(b"x" * 100)
    monkeypatch.setattr(files, "MOST_BYTES", 99)

    with pytest.raises(TooLarge, match="Split it"):
        files.read_text(tmp_path / "large.csv")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_text_is_read_in_whatever_encoding_it_was_saved(tmp_path, encoding):
    said = "Café – “naïve”, the charity’s own word: £5"
    (tmp_path / "text.csv").write_bytes(said.encode(encoding))

    assert files.read_text(tmp_path / "text.csv") == said


@pytest.mark.parametrize(
    ("place", "sentence"),
    [("folder", "is a folder. Give"), ("nowhere/out.json", "“nowhere” is not there. Choose another")],
)
def test_a_place_that_cannot_be_written_is_told(tmp_path, place, sentence):
    (tmp_path / "folder").mkdir()

    with pytest.raises(CannotWrite, match=sentence):
        files.write_text(tmp_path / place, "new")

    assert [each.name for each in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "Close it where it is open"),
    ],
)
def test_the_old_file_stays_when_the_disk_refuses_the_new_one(tmp_path, monkeypatch, trouble, sentence):
    target = tmp_path / "library.csv"
    target.write_text("old", encoding="utf-8")

    def refuse(*_arguments):
        raise trouble

    monkeypatch.setattr(type(target), "replace", refuse)

    with pytest.raises(CannotWrite, match=sentence):
        files.write_text(target, "new")

    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]
