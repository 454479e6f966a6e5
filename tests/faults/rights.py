"""Permissions that hold for the superuser too, as they do for an officer."""

import ctypes
import os
import sys
from contextlib import contextmanager

import pytest

_VERSION = 0x20080522
_OVERRIDE, _SEARCH = 1 << 1, 1 << 2
"""What lets the superuser read and write whatever the permissions say."""


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("thread", ctypes.c_int))


class _Rights(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def as_an_officer():
    """Inside, permissions hold for all: Linux lets the superuser give up the right to pass over them."""
    if os.name != "posix":
        pytest.skip("Windows has no such permissions")
    if os.geteuid() != 0:
        yield
        return
    if not sys.platform.startswith("linux"):
        pytest.skip("the superuser may write anywhere here")
    header, rights = _Header(_VERSION, 0), (_Rights * 2)()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(ctypes.byref(header), rights) == 0
    before = rights[0].effective
    rights[0].effective &= ~(_OVERRIDE | _SEARCH)
    assert libc.capset(ctypes.byref(header), rights) == 0
    try:
        yield
    finally:
        rights[0].effective = before
        assert libc.capset(ctypes.byref(header), rights) == 0
