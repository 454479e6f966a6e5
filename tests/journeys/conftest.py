"""The whole window on a library in memory, as an officer has it."""

import pytest

from drafter.paths import resource
from drafter.services.sample import RESPONSE, STATEMENT, add_sample
from drafter.store.library import Library
from tests.places import a_window, a_workplace


@pytest.fixture
def library():
    with Library.in_memory() as opened:
        yield opened


@pytest.fixture
def workplace(qapp, library, tmp_path):  # noqa: ARG001 - the application must be there before its objects
    with a_workplace(library, tmp_path) as made:
        yield made


@pytest.fixture
def window(qtbot, workplace):
    return a_window(qtbot, workplace)


@pytest.fixture
def sample_response(library):
    return add_sample(library, resource("sample"), name=RESPONSE)


@pytest.fixture
def sample_statement(library):
    return add_sample(library, resource("sample"), name=STATEMENT)
