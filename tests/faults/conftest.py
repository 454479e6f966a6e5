"""What the faults share: the process that is killed, and a library in a file."""

import pytest

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
