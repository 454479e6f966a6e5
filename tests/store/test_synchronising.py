"""Folders that another program synchronises, and network shares, on all three systems."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from drafter.cli import main
from drafter.paths import data_folder
from drafter.store.synchronising import SHARE, Markers, markers_here, synchronised_by, warning

WINDOWS = Markers(
    system="win32",
    home=PureWindowsPath(r"C:\Users\ada"),
    environment={
        "OneDrive": r"C:\Users\ada\OneDrive - Small Grants Trust",
        "OneDriveCommercial": r"D:\Work\Cloud",
    },
    dropbox=(PureWindowsPath(r"E:\Box of Ada"),),
)
MAC = Markers(
    system="darwin", home=PurePosixPath("/Users/ada"), dropbox=(PurePosixPath("/Volumes/Big/Box of Ada"),)
)
LINUX = Markers(
    system="linux",
    home=PurePosixPath("/home/ada"),
    dropbox=(PurePosixPath("/srv/box"),),
    mounts=(
        (PurePosixPath("/"), "ext4"),
        (PurePosixPath("/home"), "btrfs"),
        (PurePosixPath("/mnt/team"), "cifs"),
        (PurePosixPath("/mnt/team/local"), "ext4"),
        (PurePosixPath("/net"), "nfs4"),
        (PurePosixPath("/home/ada/far"), "fuse.sshfs"),
        (PurePosixPath("/media/stick"), "fuseblk"),
        (PurePosixPath("/run/user/1000/gvfs"), "fuse.gvfsd-fuse"),
    ),
)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (r"C:\Users\ada\OneDrive\library.drafter", "OneDrive"),
        (r"C:\Users\ada\OneDrive - Small Grants Trust\Documents\library.drafter", "OneDrive"),
        (r"c:\users\ADA\onedrive - small grants trust\library.drafter", "OneDrive"),
        (r"D:\Work\Cloud\library.drafter", "OneDrive"),
        (r"C:\Users\ada\Small Grants Trust\Policy Team - Documents\library.drafter", "SharePoint"),
        (r"E:\Box of Ada\library.drafter", "Dropbox"),
        (r"C:\Users\ada\Dropbox\library.drafter", "Dropbox"),
        (r"C:\Users\ada\Dropbox (Small Grants Trust)\library.drafter", "Dropbox"),
        (r"G:\My Drive\library.drafter", "Google Drive"),
        (r"C:\Users\ada\Google Drive\library.drafter", "Google Drive"),
        (r"C:\Users\ada\iCloudDrive\library.drafter", "iCloud"),
        (r"\\server\team\library.drafter", SHARE),
        (r"\\server\team\OneDrive\library.drafter", SHARE),
        (r"C:\Users\ada\AppData\Local\Drafter\library.drafter", None),
        (r"C:\Users\ada\Documents\OneDrive notes\library.drafter", None),
        (r"C:\Users\ada\Documents\My Drive\library.drafter", None),
        (r"D:\Work\Clouds\library.drafter", None),
        (r"C:\Users\ada\Small Grants Trust\Documents\library.drafter", None),
    ],
)
def test_on_windows(path, name):
    assert synchronised_by(PureWindowsPath(path), WINDOWS) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/library.drafter", "iCloud"),
        ("/Users/ada/Library/CloudStorage/OneDrive-SmallGrantsTrust/library.drafter", "OneDrive"),
        ("/Users/ada/Library/CloudStorage/OneDrive-SharedLibraries-SmallGrants/T/l.drafter", "SharePoint"),
        ("/Users/ada/Library/CloudStorage/Dropbox/library.drafter", "Dropbox"),
        ("/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/l.drafter", "Google Drive"),
        ("/Users/ada/Library/CloudStorage/Box-Box/library.drafter", "a cloud service"),
        ("/Users/ada/Dropbox/library.drafter", "Dropbox"),
        ("/Volumes/Big/Box of Ada/library.drafter", "Dropbox"),
        ("/Users/ada/Library/Application Support/Drafter/library.drafter", None),
        ("/Users/ada/Documents/Dropbox/library.drafter", None),
    ],
)
def test_on_a_mac(path, name):
    assert synchronised_by(PurePosixPath(path), MAC) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/ada/Dropbox/library.drafter", "Dropbox"),
        ("/home/ada/OneDrive/library.drafter", "OneDrive"),
        ("/srv/box/drafter/library.drafter", "Dropbox"),
        ("/mnt/team/library.drafter", SHARE),
        ("/mnt/team/local/library.drafter", None),
        ("/net/home/ada/library.drafter", SHARE),
        ("/home/ada/far/library.drafter", SHARE),
        ("/run/user/1000/gvfs/smb-share:server=x/library.drafter", SHARE),
        ("/media/stick/library.drafter", None),
        ("/home/ada/.local/share/Drafter/library.drafter", None),
        ("/home/officer/Dropbox/library.drafter", None),
    ],
)
def test_on_linux(path, name):
    assert synchronised_by(PurePosixPath(path), LINUX) == name


def test_what_dropbox_wrote_down_is_found_and_what_is_no_such_file_does_no_harm(own_folders, tmp_path):
    (own_folders / ".dropbox").mkdir()
    file = own_folders / ".dropbox" / "info.json"
    file.write_text(f'{{"personal": {{"path": "{tmp_path}/box", "host": 1}}}}', encoding="utf-8")
    assert synchronised_by(tmp_path / "box" / "library.drafter", markers_here()) == "Dropbox"

    for nonsense in ("", "[1]", '{"personal": 3}', '{"personal": {"path": 3}}'):
        file.write_text(nonsense, encoding="utf-8")
        assert synchronised_by(tmp_path / "box" / "library.drafter", markers_here()) is None


def test_a_link_into_such_a_folder_is_seen_through(own_folders, tmp_path):
    (own_folders / "Dropbox").mkdir()
    link = tmp_path / "mine"
    link.symlink_to(own_folders / "Dropbox")

    assert "synchronised by Dropbox" in warning(link / "library.drafter")


def test_the_usual_place_is_well_and_nothing_is_said(tmp_path):
    assert warning(tmp_path / "library.drafter") == ""


def test_the_command_line_says_it_in_one_line_and_does_its_work(own_folders, capsys):
    file = Path(own_folders) / "OneDrive - Small Grants Trust" / "library.drafter"

    assert main(["--library", str(file), "library", "find", "words"]) == 0
    assert capsys.readouterr().out == "Nothing was found.\n"
    assert main(["--library", str(file), "response", "list"]) == 0
    capsys.readouterr()
    assert main(["--library", str(file), "library", "add", str(_positions(own_folders))]) == 0
    (line,) = capsys.readouterr().err.splitlines()
    assert "OneDrive" in line
    assert f"Keep it in a folder of this computer, such as “{data_folder()}”" in line


def _positions(folder):
    file = folder / "positions.json"
    file.write_text(
        '{"format": "drafter-library", "version": 1, "positions": [{"title": "T", "body": "B"}]}',
        encoding="utf-8",
    )
    return file
