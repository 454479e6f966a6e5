"""The stage that pictures are taken on: a program on a library of its own, and how to wait for it."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from drafter.domain.records.ids import PositionId, ResponseId
from drafter.domain.records.people import Person
from drafter.domain.richtext import RichText
from drafter.domain.richtext_html import from_html, to_html
from drafter.paths import resource
from drafter.services.answering import new_response, response_of, set_head
from drafter.services.clock import today
from drafter.services.sample import STATEMENT, add_sample
from drafter.settings import Preferences, ThemeChoice
from drafter.store.library import Library
from drafter.ui.main_window import MainWindow
from drafter.ui.program import Program
from drafter.ui.theme import Theme
from drafter.ui.workplace import KeptPreferences, Workplace

SIZE = QSize(1280, 720)

FACES = ("Inter", "Noto Sans", "Liberation Sans", "Helvetica", "Arial")
"""What a desktop would have: without a display Qt takes whatever face comes first."""

ASKEW = Person(
    name="Morwenna Askew",
    role="Chief Executive",
    organisation="Hearth and Harbour Fund",
    contact="policy@hearthandharbour.example",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What a shot may use: a window on a library, which holds the sample unless the shot wants it empty."""

    window: MainWindow
    response: ResponseId | None
    statement: ResponseId | None

    @property
    def workplace(self) -> Workplace:
        return self.window.workplace

    def has(self, screen: str) -> bool:
        return any(row.name == screen for row in self.window.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture: `take` prepares the stage and gives the widget to picture, or None to leave it out."""

    name: str
    take: Callable[[Stage], QWidget | None]
    is_empty: bool = False
    size: QSize = SIZE
    in_readme: bool = False


def screen(name: str) -> Callable[[Stage], QWidget | None]:
    """A screen as it comes."""

    def take(stage: Stage) -> QWidget | None:
        if not stage.has(name):
            return None
        stage.window.show_screen(name)
        return stage.window

    return take


def the_position(stage: Stage) -> PositionId:
    """One that has sources and was used."""
    library = stage.workplace.library
    used = [each.id for each in library.entries() if each.uses]
    return next(each.id for each in library.positions(used) if len(each.newest.sources) > 1)


def reworded(text: RichText, before: str, after: str) -> RichText:
    return from_html(
        to_html(text).replace(f" {before} ", f" {after} ", 2).replace("</p>", " It is time.</p>", 1)
    )


def dialog(make: Callable[[Stage], QWidget]) -> Callable[[Stage], QWidget]:
    """A dialog by itself."""

    def take(stage: Stage) -> QWidget:
        made = make(stage)
        made.show()
        return made

    return take


@contextmanager
def staged(
    application: QApplication, theme: Theme, choice: ThemeChoice, *, is_empty: bool
) -> Iterator[Stage]:
    """A program on a library of its own, in a folder that goes again."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        library = folder / "library.drafter"
        response, statement = (None, None) if is_empty else fill(library)
        kept = KeptPreferences(Preferences(person=ASKEW, theme=choice, asked=True), folder / "settings.json")
        places = QSettings(str(folder / "places.ini"), QSettings.Format.IniFormat)
        program = Program(application, theme=theme, preferences=kept, places=places)
        program.begin(library)
        assert program.window is not None
        yield Stage(window=program.window, response=response, statement=statement)
        program.window.hide()
        program.end()


def fill(path: Path) -> tuple[ResponseId, ResponseId]:
    """The sample, both of its responses, and one that has just begun."""
    with Library.open(path) as library:
        response = add_sample(library, resource("sample"))
        statement = add_sample(library, resource("sample"), name=STATEMENT)
        begun = response_of(new_response(library, report=library.reports()[0].id, by=ASKEW))
        for identity, days in ((response, 1), (statement, 9), (begun, 21)):
            head = library.response(identity).head
            set_head(library, replace(head, deadline=today() + timedelta(days=days)))
    return response, statement


def a_desktop_face(given: QFont) -> QFont:
    there = set(QFontDatabase.families())
    face = next((each for each in FACES if each in there), None)
    return QFont(face, 10) if face else given


def wait_for_jobs(stage: Stage, most: int = 30_000) -> None:
    """Until what was started has ended and was shown."""
    loop = QEventLoop()
    timer = QTimer()
    timer.setInterval(50)
    timer.timeout.connect(lambda: None if stage.workplace.jobs.running else loop.quit())
    timer.start()
    QTimer.singleShot(most, loop.quit)
    loop.exec()


def settle() -> None:
    """Let what is posted be done, and the first timers run out."""
    loop = QEventLoop()
    QTimer.singleShot(250, loop.quit)
    loop.exec()
