"""A workplace round a library, and a window on both, as tests need them."""

from contextlib import contextmanager
from dataclasses import replace

from drafter.domain.richtext import plain_text
from drafter.services import answering
from drafter.settings import Preferences
from drafter.ui.actions import Actions
from drafter.ui.history import History
from drafter.ui.jobs import Jobs
from drafter.ui.main_window import MainWindow
from drafter.ui.screens import SCREENS, rows_of
from drafter.ui.workplace import KeptPreferences, Notices, Workplace
from tests.builders import OFFICER


def screens_named(*names):
    """The program's own screens, in this order."""
    return tuple(row for name in names for row in SCREENS if row.name == name)


@contextmanager
def a_workplace(library, folder, *, screens=SCREENS):
    """The application must be there before it, and its jobs have ended after it."""
    jobs = Jobs()
    yield Workplace(
        library=library,
        history=History(library),
        jobs=jobs,
        preferences=KeptPreferences(Preferences(person=OFFICER, asked=True), folder / "settings.json"),
        notices=Notices(),
        actions=Actions(rows_of(screens)),
    )
    jobs.close()


def a_window(qtbot, workplace, *, screens=SCREENS):
    """On the usual small screen, with the keyboard."""
    made = MainWindow(workplace, screens=screens)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def a_window_with(qtbot, workplace, *names):
    """A window that has these of the program's screens alone; the first is shown."""
    screens = screens_named(*names)
    made = a_window(qtbot, replace(workplace, actions=Actions(rows_of(screens))), screens=screens)
    made.show_screen(names[0])
    return made


def a_draft_that_holds(library, position, title, *, to, words=None):
    """A response of this title to a report, with the position in it: word for word, or in these words."""
    response = answering.response_of(answering.new_response(library, report=to, title=title, by=OFFICER))
    first, *rest = library.response(response).sections
    passage = answering.passage_from(library, response, position)
    if words is not None:
        passage = replace(passage, text=plain_text(words))
    answering.save_text(library, response, (replace(first, passages=(passage,)), *rest))
    return response
