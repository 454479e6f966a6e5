"""Disks that run full or may only be read: small ones in memory, mounted for one test."""

import ctypes
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_READ_ONLY, _REMOUNT, _DETACH = 1, 32, 2


def can_mount():
    """Linux as its superuser, who may do so."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return False
    # A namespace whose root may not mount is told so at the first try.
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - one line of it
        (effective,) = [int(line.split()[1], 16) for line in status if line.startswith("CapEff")]
    return bool(effective & 1 << 21)


def can_be_root():
    """Somebody else who may be the superuser of a namespace of their own."""
    unshare = shutil.which("unshare")
    if unshare is None or (hasattr(os, "geteuid") and os.geteuid() == 0):
        return False
    return subprocess.run([unshare, "-rm", "true"], check=False, capture_output=True).returncode == 0  # noqa: S603 - a tool of the system


needs_a_disk = pytest.mark.skipif(
    not can_mount(), reason="a disk is mounted by the superuser; others do it in a namespace of their own"
)


def in_a_namespace(file):
    """Run the tests of a file as the superuser of a namespace; how they ended, and what was said."""
    command = ["unshare", "-rm", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", file]
    env = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_XDIST")}
    done = subprocess.run(command, cwd=ROOT, env=env, check=False, capture_output=True, text=True)  # noqa: S603 - as above
    return done.returncode, done.stdout + done.stderr


class Disk:
    """A file system of its own at a folder."""

    def __init__(self, folder):
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, *, leave=0):
        """Fill it up, but for so many bytes."""
        free = os.statvfs(self.folder)
        room = free.f_bavail * free.f_frsize - leave
        if room > 0:
            with self._ballast.open("ab") as file:
                os.posix_fallocate(file.fileno(), 0, self._ballast.stat().st_size + room)

    def make_room(self):
        self._ballast.unlink(missing_ok=True)

    def lock(self, *, locked=True):
        """Let it only be read from now on, or written again."""
        _mount(self.folder, _REMOUNT | (_READ_ONLY if locked else 0))

    def pull_out(self):
        """Take it away, whoever uses it."""
        _libc().umount2(os.fsencode(self.folder), _DETACH)


@contextmanager
def a_disk(folder, *, size="4m"):
    folder.mkdir()
    _mount(folder, 0, size=size)
    try:
        yield Disk(folder)
    finally:
        _libc().umount2(os.fsencode(folder), _DETACH)


def _mount(folder, flags, *, size="4m"):
    kind, more = b"tmpfs", f"size={size}".encode()
    if _libc().mount(kind, os.fsencode(folder), kind, ctypes.c_ulong(flags), more) != 0:
        raise OSError(ctypes.get_errno(), f"{folder} could not be mounted")


def _libc():
    return ctypes.CDLL(None, use_errno=True)
