"""The desk by itself, with a small library and report."""

import pytest

from drafter.domain.changes import Change, added
from drafter.services import positions
from drafter.ui.panes.desk import make_desk
from tests.builders import a_change_of
from tests.places import a_workplace, screens_named
from tests.ui.desk.laid import EXPENSES, FUNDING, REPORT


@pytest.fixture
def workplace(qapp, library, tmp_path):  # noqa: ARG001 - the application must be there before its objects
    with a_workplace(library, tmp_path, screens=screens_named("desk")) as made:
        yield made


@pytest.fixture
def stored(library):
    """Two positions, a report of three recommendations, and a response that the test lays out."""
    library.apply(a_change_of(FUNDING, EXPENSES))
    for each in (FUNDING, EXPENSES):
        positions.approve(library, each.id, by="The director")
    library.apply(Change.of("Keep", added(REPORT)))

    def keep(response):
        records = (response.head, response.outline, *response.passages, *response.stances)
        library.apply(Change.of("Load", added(*records)))

    return keep


@pytest.fixture
def open_desk(qtbot, workplace, stored):
    """The desk with a response on it."""

    def opened(response, size=(1280, 720)):
        stored(response)
        made = make_desk(workplace)
        workplace.actions.attach("desk", made)
        qtbot.addWidget(made)
        made.resize(*size)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.open_response(response.id)
        return made

    return opened
