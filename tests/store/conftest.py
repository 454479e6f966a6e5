"""What the tests of the store share: a library in memory, and one in a file."""

import pytest

from drafter.store.library import Library


@pytest.fixture
def library():
    with Library.in_memory() as library:
        yield library


@pytest.fixture
def file(tmp_path):
    return tmp_path / "library.drafter"
