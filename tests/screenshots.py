"""Pictures of every screen, light and dark, on the sample; `python3 dev.py screenshots` runs this.

They are made for eyes and never compared by pixel. To picture another screen, add a row to SHOTS.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from drafter.domain.records.ids import PositionId, ResponseId
from drafter.domain.records.people import Person
from drafter.domain.richtext import RichText
from drafter.domain.richtext_html import from_html, to_html
from drafter.paths import resource
from drafter.services.answering import new_response, response_of, set_head
from drafter.services.clock import today
from drafter.services.positions import save
from drafter.services.sample import STATEMENT, add_sample
from drafter.settings import Preferences, ThemeChoice
from drafter.store.library import Library
from drafter.ui.dialogs.about import AboutDialog
from drafter.ui.dialogs.export import ExportDialog
from drafter.ui.dialogs.first_start import FirstStart
from drafter.ui.dialogs.keys import KeysDialog
from drafter.ui.dialogs.palette import CommandPalette
from drafter.ui.dialogs.paste import PasteDialog
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.dialogs.settings import SettingsDialog
from drafter.ui.dialogs.standing import ApproveDialog, RetireDialog
from drafter.ui.dialogs.unavailable import LibraryUnavailableDialog
from drafter.ui.main_window import MainWindow
from drafter.ui.program import Program
from drafter.ui.theme import Theme
from drafter.ui.workplace import KeptPreferences, Workplace

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "screenshots"
README_FOLDER = ROOT / "docs" / "screenshots"
README_SIZE = QSize(960, 540)
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


def home(stage: Stage) -> QWidget:
    stage.window.show_home()
    return stage.window


def screen(name: str) -> Callable[[Stage], QWidget | None]:
    """A screen as it comes."""

    def take(stage: Stage) -> QWidget | None:
        if not stage.has(name):
            return None
        stage.window.show_screen(name)
        return stage.window

    return take


def desk(stage: Stage) -> QWidget | None:
    if not stage.has("desk") or stage.response is None:
        return None
    stage.window.open_response(stage.response)
    wait_for_jobs(stage)
    return stage.window


def desk_at_an_answer(stage: Stage) -> QWidget | None:
    """Further down, where the margin says what is answered and how."""
    shown = desk(stage)
    for _ in range(2):
        stage.workplace.actions["desk.next"].trigger()
    wait_for_jobs(stage)
    return shown


def desk_with_readiness(stage: Stage) -> QWidget | None:
    shown = desk(stage)
    stage.workplace.actions["desk.readiness"].trigger()
    return shown


def desk_of_a_statement(stage: Stage) -> QWidget | None:
    if not stage.has("desk") or stage.statement is None:
        return None
    stage.window.open_response(stage.statement)
    wait_for_jobs(stage)
    return stage.window


def desk_just_begun(stage: Stage) -> QWidget | None:
    if not stage.has("desk"):
        return None
    heads = stage.workplace.library.response_heads()
    begun = next(each.id for each in heads if each.id not in {stage.response, stage.statement})
    stage.window.open_response(begun)
    wait_for_jobs(stage)
    return stage.window


def reader(stage: Stage) -> QWidget | None:
    if not stage.has("report"):
        return None
    stage.window.read_report(resource("sample/report.pdf"))
    wait_for_jobs(stage)
    return stage.window


def reader_text(stage: Stage) -> QWidget | None:
    """The page as text, a part of it selected, and a list that was corrected."""
    if reader(stage) is None:
        return None
    actions = stage.workplace.actions
    for name in ("reader.drop", "reader.merge", "reader.view"):
        actions[name].trigger()
    return stage.window


def reader_without_a_list(stage: Stage) -> QWidget | None:
    if not stage.has("report"):
        return None
    stage.window.read_text(NO_LIST)
    wait_for_jobs(stage)
    return stage.window


def library_entry(stage: Stage) -> QWidget | None:
    if not stage.has("library"):
        return None
    stage.window.show_position(the_position(stage))
    return stage.window


def library_search(stage: Stage) -> QWidget | None:
    """Words typed and a facet ticked."""
    if not stage.has("library"):
        return None
    stage.window.show_library()
    screen = stage.window.screen_named("library")
    next(each for each in screen.findChildren(QLineEdit) if "Search" in each.accessibleName()).setText(
        "volun"
    )
    wait_for_jobs(stage)
    return stage.window


def the_position(stage: Stage) -> PositionId:
    """One that has sources and was used."""
    library = stage.workplace.library
    used = [each.id for each in library.entries() if each.uses]
    return next(each.id for each in library.positions(used) if len(each.newest.sources) > 1)


def revisions(stage: Stage) -> QWidget:
    """A history of three wordings."""
    library, identity = stage.workplace.library, the_position(stage)
    for before, after in (("should", "must"), ("the", "every")):
        stored = library.position(identity)
        wording = replace(stored.newest.wording, text=reworded(stored.newest.text, before, after))
        save(library, wording, stored.facts, by="Tom Keel")
    return RevisionsDialog(library.revisions(identity))


def reworded(text: RichText, before: str, after: str) -> RichText:
    return from_html(
        to_html(text).replace(f" {before} ", f" {after} ", 2).replace("</p>", " It is time.</p>", 1)
    )


def export_dialog(stage: Stage) -> QWidget:
    assert stage.response is not None
    return ExportDialog(stage.workplace, stage.response)


def dialog(make: Callable[[Stage], QWidget]) -> Callable[[Stage], QWidget]:
    """A dialog by itself."""

    def take(stage: Stage) -> QWidget:
        made = make(stage)
        made.show()
        return made

    return take


def banner(stage: Stage) -> QWidget:
    stage.window.show_home()
    stage.workplace.notices.warn("That is an address on the web. Save the file first, then drop it here.")
    return stage.window


NO_LIST = """Giving in our towns

People told us that halls stand empty in winter and that nobody knows whose they are. Volunteers open
them when they can.

There should be a Community Recovery Fund for every town that lost its hall. Ministers must decide by May, and
councils should publish who holds the keys."""

NEWER = "This library was made by a newer Drafter. Update Drafter, or open another library."

SHOTS = (
    Shot(name="home", take=home, in_readme=True),
    Shot(name="home-empty", take=home, is_empty=True),
    Shot(name="home-narrow", take=banner, size=QSize(683, 600)),
    Shot(name="desk", take=desk, in_readme=True),
    Shot(name="desk-statement", take=desk_of_a_statement),
    Shot(name="desk-answer", take=desk_at_an_answer),
    Shot(name="desk-begun", take=desk_just_begun),
    Shot(name="desk-readiness", take=desk_with_readiness),
    Shot(name="desk-narrow", take=desk, size=QSize(1000, 640)),
    Shot(name="desk-wide", take=desk, size=QSize(1920, 1080)),
    Shot(name="desk-empty", take=screen("desk"), is_empty=True),
    Shot(name="report", take=reader),
    Shot(name="report-text", take=reader_text),
    Shot(name="report-no-list", take=reader_without_a_list),
    Shot(name="report-none", take=screen("report"), is_empty=True),
    Shot(name="report-narrow", take=reader, size=QSize(683, 600)),
    Shot(name="library", take=screen("library")),
    Shot(name="library-entry", take=library_entry),
    Shot(name="library-search", take=library_search),
    Shot(name="library-empty", take=screen("library"), is_empty=True),
    Shot(name="library-narrow", take=library_entry, size=QSize(683, 600)),
    Shot(name="revisions", take=dialog(revisions)),
    Shot(name="retire", take=dialog(lambda _stage: RetireDialog("A national website for volunteering", ()))),
    Shot(name="approve", take=dialog(lambda _stage: ApproveDialog("A national website for volunteering"))),
    Shot(name="export", take=dialog(export_dialog)),
    Shot(name="first-start", take=dialog(lambda _stage: FirstStart(KeptPreferences(Preferences(), FOLDER)))),
    Shot(
        name="settings",
        take=dialog(
            lambda stage: SettingsDialog(stage.workplace.preferences, Path("/home/askew/library.drafter"))
        ),
    ),
    Shot(name="keys", take=dialog(lambda stage: KeysDialog(stage.workplace.actions))),
    Shot(name="palette", take=dialog(lambda stage: CommandPalette(stage.workplace.actions))),
    Shot(name="paste", take=dialog(lambda _stage: PasteDialog())),
    Shot(name="about", take=dialog(lambda _stage: AboutDialog())),
    Shot(
        name="unavailable",
        take=dialog(lambda _stage: LibraryUnavailableDialog(Path("/home/askew/library.drafter"), NEWER)),
    ),
)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python3 dev.py screenshots")
    parser.add_argument("--only", help="the shots whose name begins so")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where they go")
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as places:  # what screens remember of their own is not hers
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, places)
        return pictures(wanted)


def pictures(wanted: argparse.Namespace) -> int:
    application = QApplication([])
    application.setFont(a_desktop_face(application.font()))
    theme = Theme(application)
    for choice in (ThemeChoice.LIGHT, ThemeChoice.DARK):
        theme.choose(choice)
        for shot in SHOTS:
            if shot.name.startswith(wanted.only or ""):
                picture(application, theme, choice, shot, wanted.folder)
    return 0


def picture(application: QApplication, theme: Theme, choice: ThemeChoice, shot: Shot, folder: Path) -> None:
    """Set the stage anew, take one shot, and write it."""
    with staged(application, theme, choice, is_empty=shot.is_empty) as stage:
        stage.window.resize(shot.size)
        shown = shot.take(stage)
        if shown is None:
            sys.stderr.write(f"{shot.name}: there is no such screen yet\n")
            return
        settle()
        taken = shown.grab()
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{shot.name}-{choice.value}.png"
        taken.save(str(folder / name))
        if shot.in_readme and choice is ThemeChoice.LIGHT and folder == FOLDER:
            README_FOLDER.mkdir(parents=True, exist_ok=True)
            fitted = taken.scaled(
                README_SIZE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            fitted.save(str(README_FOLDER / name))
        if shown is not stage.window:
            shown.hide()
            shown.deleteLater()


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
