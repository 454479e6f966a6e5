"""Zip-based files from outside are opened within limits that are counted, not believed."""

import struct
import zipfile
from io import BytesIO

import pytest

from drafter.archives import ArchiveLimits, opened_archive
from drafter.domain.errors import BadInput, Encrypted, TooLarge

SMALL = ArchiveLimits(
    file_bytes=100_000, entries=5, inflated_bytes=50_000, part_bytes=20_000, ratio=20, ratio_from_bytes=1_000
)


def a_zip(parts, *, compression=zipfile.ZIP_DEFLATED):
    data = BytesIO()
    with zipfile.ZipFile(data, "w", compression) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return data


def mixed(length):
    """Bytes that hardly compress."""
    return b"".join(struct.pack(">I", (at * 2654435761) % 2**32) for at in range(length // 4))


def test_a_part_is_read_whole():
    with opened_archive(a_zip([("word/document.xml", b"<w/>"), ("b.xml", b"two")])) as archive:
        assert archive.names == ("word/document.xml", "b.xml")
        assert archive.read("b.xml") == b"two"


def test_a_part_that_is_not_there_is_a_key_error():
    with opened_archive(a_zip([("a.xml", b"")])) as archive, pytest.raises(KeyError):
        archive.read("b.xml")


def test_a_file_over_the_limit_is_not_opened():
    with pytest.raises(TooLarge, match="MB"), opened_archive(a_zip([("a", mixed(200_000))]), limits=SMALL):
        pass


def test_too_many_entries_are_refused():
    parts = [(f"{number}.xml", b"") for number in range(6)]

    with pytest.raises(TooLarge, match="parts"), opened_archive(a_zip(parts), limits=SMALL):
        pass


def test_a_part_over_the_limit_is_refused_while_inflating():
    with opened_archive(a_zip([("a.xml", mixed(30_000))]), limits=SMALL) as archive, pytest.raises(TooLarge):
        archive.read("a.xml")


def test_parts_that_are_large_only_together_are_refused():
    archive_file = a_zip([(f"{number}.xml", mixed(16_000)) for number in range(4)])

    with opened_archive(archive_file, limits=SMALL) as archive:
        for number in range(3):
            archive.read(f"{number}.xml")
        with pytest.raises(TooLarge):
            archive.read("3.xml")


def test_a_bomb_is_refused_by_its_ratio():
    bomb = a_zip([("a.xml", b" " * 15_000)])

    with opened_archive(bomb, limits=SMALL) as archive, pytest.raises(TooLarge, match="unpacks"):
        archive.read("a.xml")


def test_a_header_that_lies_about_the_size_helps_no_bomb():
    data = bytearray(a_zip([("a.xml", b" " * 15_000)]).getvalue())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)  # the inflated size, as the directory states it

    with opened_archive(BytesIO(bytes(data)), limits=SMALL) as archive:
        try:
            read = archive.read("a.xml")
        except (TooLarge, BadInput):
            return
        assert len(read) <= 10


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_doubled_names_are_refused():
    with pytest.raises(BadInput, match="Save it anew"), opened_archive(a_zip([("a", b"1"), ("a", b"2")])):
        pass


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/thing", "a/../../b"])
def test_names_that_lead_outside_are_refused(name):
    with pytest.raises(BadInput, match="Save it anew"), opened_archive(a_zip([(name, b"")])):
        pass


def test_an_encrypted_part_is_named_as_such():
    data = bytearray(a_zip([("a.xml", b"secret")]).getvalue())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(Encrypted, match="password"), opened_archive(BytesIO(bytes(data))):
        pass


def test_what_is_no_zip_is_damaged():
    with pytest.raises(BadInput, match="damaged"), opened_archive(BytesIO(b"PK\x03\x04 nothing more")):
        pass


def test_a_part_with_a_wrong_checksum_is_damaged():
    data = bytearray(a_zip([("a.xml", b"content" * 10)], compression=zipfile.ZIP_STORED).getvalue())
    data[data.index(b"content")] = ord("C")

    with opened_archive(BytesIO(bytes(data))) as archive, pytest.raises(BadInput, match="damaged"):
        archive.read("a.xml")


def test_a_file_on_disk_opens_too(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(a_zip([("a.xml", b"one")]).getvalue())

    with opened_archive(path) as archive:
        assert "a.xml" in archive
