"""What the faults share: the process that is killed, and a library in a file."""

import pytest

from drafter.store.library import Library
from tests.builders import a_change_of, a_position
from tests.faults.disks import a_disk
from tests.faults.killing import a_killer


@pytest.fixture(scope="module")
def killer():
    with a_killer() as made:
        yield made


@pytest.fixture
def file(tmp_path):
    return tmp_path / "library.drafter"


@pytest.fixture
def disk(tmp_path):
    """A disk of 4 MB, with a folder for the library on it."""
    with a_disk(tmp_path / "disk") as made:
        yield made


@pytest.fixture
def library():
    """In memory, with one position: what a hostile file must not harm."""
    with Library.in_memory() as opened:
        opened.apply(a_change_of(a_position("Kept", title="Kept")))
        yield opened
