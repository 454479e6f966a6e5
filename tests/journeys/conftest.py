"""The whole window on a library in memory, as an officer has it."""

import pytest

from drafter.paths import resource
from drafter.services.sample import RESPONSE, STATEMENT, add_sample
from drafter.settings import Preferences
from drafter.store.library import Library
from drafter.ui.actions import Actions
from drafter.ui.history import History
from drafter.ui.jobs import Jobs
from drafter.ui.main_window import MainWindow
from drafter.ui.screens import SCREENS, rows_of
from drafter.ui.workplace import KeptPreferences, Notices, Workplace
from tests.builders import OFFICER


@pytest.fixture
def library():
    with Library.in_memory() as opened:
        yield opened


@pytest.fixture
def workplace(qapp, library, tmp_path):  # noqa: ARG001 - the application must be there before its objects
    jobs = Jobs()
    yield Workplace(
        library=library,
        history=History(library),
        jobs=jobs,
        preferences=KeptPreferences(Preferences(person=OFFICER, asked=True), tmp_path / "settings.json"),
        notices=Notices(),
        actions=Actions(rows_of(SCREENS)),
    )
    jobs.close()


@pytest.fixture
def window(qtbot, workplace):
    made = MainWindow(workplace)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def sample_response(library):
    return add_sample(library, resource("sample"), name=RESPONSE)


@pytest.fixture
def sample_statement(library):
    return add_sample(library, resource("sample"), name=STATEMENT)
