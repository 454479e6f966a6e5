"""Pictures of Home, of the window’s own dialogs, and of what is said when a library cannot be opened."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QSize
from PySide6.QtWidgets import QWidget

from drafter.domain.errors import LibraryDamaged, LibraryReadOnly, LibraryTooNew
from drafter.services.backups import back_up_now
from drafter.services.clock import now
from drafter.services.positions import delete, save
from drafter.settings import Preferences
from drafter.store.backup import Backup, Why
from drafter.store.leftovers import STAMP, before_update
from drafter.ui.backups.confirming import ConfirmWhole
from drafter.ui.backups.window import BackupsWindow, Kept
from drafter.ui.dialogs.about import AboutDialog
from drafter.ui.dialogs.first_start import FirstStart
from drafter.ui.dialogs.keys import KeysDialog
from drafter.ui.dialogs.palette import CommandPalette
from drafter.ui.dialogs.paste import PasteDialog
from drafter.ui.dialogs.settings import SettingsDialog
from drafter.ui.dialogs.spelling_choice import SpellingChoice
from drafter.ui.dialogs.synchronised import SynchronisedDialog
from drafter.ui.dialogs.unavailable import LibraryUnavailableDialog
from drafter.ui.workplace import KeptPreferences
from tests.shots.stage import Shot, Stage, dialog, reworded, settle, the_position, wait_for_jobs

HERS = Path("/home/askew/library.drafter")

CUT_OFF = f"“{HERS}” was cut off: it has 409,600 of its 983,040 bytes. Bring back the newest backup."

MAY_NOT_WRITE = f"“{HERS}” cannot be written. Check that the file and its folder are not read-only."

NEWER = "This library was made by a newer Drafter. Update Drafter, or open another library."


def home(stage: Stage) -> QWidget:
    stage.window.show_home()
    return stage.window


def banner(stage: Stage) -> QWidget:
    stage.window.show_home()
    stage.workplace.notices.warn("That is an address on the web. Save the file first, then drop it here.")
    return stage.window


def backups(stage: Stage) -> QWidget:
    """One an hour ago and older ones; since then a position was reworded and another deleted."""
    library = stage.workplace.library
    assert library.path is not None
    root = library.path.parent / "backups"
    made = back_up_now(library, root)
    for age, why in (
        (timedelta(hours=2), Why.HOURLY),
        (timedelta(days=1), Why.ON_EXIT),
        (timedelta(days=10), None),
    ):
        reason = f" ({why})" if why is not None else ""
        stamp = (now() - age).strftime(STAMP)
        made.with_name(f"library{reason} {stamp}.backup").write_bytes(made.read_bytes())
    before_update(library.path, 3).write_bytes(made.read_bytes())
    identity = the_position(stage)
    stored = library.position(identity)
    wording = replace(stored.newest.wording, text=reworded(stored.newest.text, "the", "every"))
    save(library, wording, stored.facts, by="Tom Keel")
    delete(library, (next(each.id for each in library.entries() if each.id != identity),), by="Tom Keel")
    window = BackupsWindow(
        Kept(library=library.path, root=root), stage.workplace.jobs, workplace=stage.workplace
    )
    for _ in range(3):
        wait_for_jobs(stage)
        settle()
    window.sort.setCurrentText("Changed or gone since")
    window.wording.view.setCurrentIndex(1)
    row = next(row for row, each in enumerate(window.found.items) if each.id == identity)
    window.items.selectionModel().setCurrentIndex(
        window.found.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    return window


def bringing_back(_stage: Stage) -> QWidget:
    return ConfirmWhole(a_backup(hours=3), Path("/home/askew/.local/share/Drafter/library.drafter"))


def a_backup(*, hours: int) -> Backup:
    return Backup(path=Path("/home/askew/library.backup"), at=now() - timedelta(hours=hours), why=Why.HOURLY)


def damaged(_stage: Stage) -> QWidget:
    """A library that was cut off, with a backup of yesterday."""
    made = LibraryUnavailableDialog(HERS, LibraryDamaged(CUT_OFF))
    made.show_backup(a_backup(hours=20), others=True)
    return made


def read_only(_stage: Stage) -> QWidget:
    made = LibraryUnavailableDialog(HERS, LibraryReadOnly(MAY_NOT_WRITE))
    made.show_backup(None, others=True)
    return made


def in_onedrive(_stage: Stage) -> QWidget:
    place = Path("/home/askew/OneDrive - Hearth and Harbour Fund/library.drafter")
    return SynchronisedDialog(place, "OneDrive", Path("/home/askew/.local/share/Drafter/library.drafter"))


SHELL_SHOTS = (
    Shot(name="home", take=home, in_readme=True),
    Shot(name="home-empty", take=home, is_empty=True),
    Shot(name="home-narrow", take=banner, size=QSize(683, 600)),
    Shot(name="first-start", take=dialog(lambda _stage: FirstStart(KeptPreferences(Preferences(), HERS)))),
    Shot(
        name="settings",
        take=dialog(
            lambda stage: SettingsDialog(
                stage.workplace.preferences,
                Path("/home/askew/library.drafter"),
                spelling=SpellingChoice(stage.workplace),
            )
        ),
    ),
    Shot(name="keys", take=dialog(lambda stage: KeysDialog(stage.workplace.actions))),
    Shot(name="palette", take=dialog(lambda stage: CommandPalette(stage.workplace.actions))),
    Shot(name="paste", take=dialog(lambda _stage: PasteDialog())),
    Shot(name="about", take=dialog(lambda _stage: AboutDialog())),
    Shot(name="backups", take=dialog(backups)),
    Shot(name="bringing-back", take=dialog(bringing_back)),
    Shot(name="damaged", take=dialog(damaged)),
    Shot(name="read-only", take=dialog(read_only)),
    Shot(name="synchronised", take=dialog(in_onedrive)),
    Shot(
        name="unavailable",
        take=dialog(
            lambda _stage: LibraryUnavailableDialog(Path("/home/askew/library.drafter"), LibraryTooNew(NEWER))
        ),
    ),
)
