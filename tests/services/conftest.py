"""A library in memory for every test of a service."""

import pytest

from drafter.store.library import Library


@pytest.fixture
def library():
    with Library.in_memory() as opened:
        yield opened
