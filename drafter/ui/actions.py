"""One table of all that can be done: menus, command palette and the list of keys are made from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from drafter.domain.errors import DrafterError, NothingToDo
from drafter.ui.icons import icon
from drafter.ui.schemes import Scheme


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    FORMAT = "F&ormat"
    REPORT = "&Report"
    RESPONSE = "Res&ponse"
    LIBRARY = "&Library"
    HELP = "&Help"

    @property
    def word(self) -> str:
        return self.value.replace("&", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """One thing that can be done. `text` may mark a letter with & and end in … where a dialog follows.

    With a screen named, it can be done, and its keys work, only while that screen is shown. `group` parts a
    menu with lines; rows with the same `under` stand in a menu of that name within it, where the first of
    them would. A row without a menu is still in the palette and in the list of keys.
    """

    name: str
    text: str
    tip: str = ""
    keys: tuple[str, ...] = ()
    menu: Menu | None = None
    group: int = 0
    under: str = ""
    icon: str = ""
    checkable: bool = False
    screen: str = ""
    is_editors: bool = False
    """Its keys belong to the text editor that has the focus: here they are only shown."""
    role: QAction.MenuRole = QAction.MenuRole.NoRole

    @property
    def words(self) -> str:
        return self.text.replace("&", "").removesuffix("…")


SHELL = (
    ActionRow(
        name="report.open",
        text="&Open a report…",
        tip="Read a PDF, Word or web page file",
        keys=("Ctrl+O",),
        menu=Menu.FILE,
        icon="open",
    ),
    ActionRow(
        name="report.paste",
        text="&Paste a report’s text…",
        tip="Read recommendations from copied text",
        keys=("Ctrl+Shift+O",),
        menu=Menu.FILE,
        icon="paste",
    ),
    ActionRow(
        name="statement.new",
        text="&New statement without a report",
        tip="Start a statement of your own",
        keys=("Ctrl+N",),
        menu=Menu.FILE,
        icon="statement",
    ),
    ActionRow(
        name="sample.open",
        text="Try it with the &sample",
        tip="A made-up report, library and response to play with",
        keys=("Ctrl+F2",),
        menu=Menu.FILE,
        group=1,
        icon="sample",
    ),
    ActionRow(
        name="sample.remove",
        text="Re&move the sample",
        tip="Its positions and responses go into the bin; what you have reworded stays",
        keys=("Ctrl+Shift+F2",),
        menu=Menu.FILE,
        group=1,
        icon="sample",
    ),
    ActionRow(
        name="library.add",
        text="&Add a file to the library…",
        tip="Positions from a JSON, CSV or Word file",
        keys=("Ctrl+F3",),
        menu=Menu.FILE,
        group=1,
        icon="plus",
    ),
    ActionRow(
        name="backups.open",
        text="&Backups…",
        tip="Look into a copy of your library from before, and bring back what you need",
        keys=("F12",),
        menu=Menu.FILE,
        group=2,
        icon="backup",
    ),
    ActionRow(
        name="settings.open",
        text="Se&ttings…",
        tip="Who you are, how it looks, where things are",
        keys=("Ctrl+,",),
        menu=Menu.FILE,
        group=2,
        icon="settings",
        role=QAction.MenuRole.PreferencesRole,
    ),
    ActionRow(
        name="window.close",
        text="&Quit",
        tip="Everything is saved already",
        keys=("Ctrl+Q",),
        menu=Menu.FILE,
        group=3,
        role=QAction.MenuRole.QuitRole,
    ),
    ActionRow(
        name="edit.undo",
        text="&Undo",
        tip="Take back the last step",
        keys=("Ctrl+Z",),
        menu=Menu.EDIT,
        icon="undo",
    ),
    ActionRow(
        name="edit.redo",
        text="&Redo",
        tip="Do again what was taken back",
        keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        menu=Menu.EDIT,
        icon="redo",
    ),
    ActionRow(
        name="palette.open",
        text="&Find a command…",
        tip="Type a few letters of what you want to do",
        keys=("Ctrl+Shift+P",),
        menu=Menu.VIEW,
        group=2,
        icon="palette",
    ),
    ActionRow(
        name="part.next",
        text="Ne&xt part of the window",
        tip="Move the focus on",
        keys=("F6",),
        menu=Menu.VIEW,
        group=3,
    ),
    ActionRow(
        name="part.previous",
        text="Pre&vious part of the window",
        tip="Move the focus back",
        keys=("Shift+F6",),
        menu=Menu.VIEW,
        group=3,
    ),
    ActionRow(
        name="keys.open", text="&Keys", tip="Every key, by menu", keys=("F1",), menu=Menu.HELP, icon="keys"
    ),
    ActionRow(
        name="about.open",
        text="&About Drafter",
        tip="Version, and where things are",
        keys=("Ctrl+F1",),
        menu=Menu.HELP,
        icon="about",
        role=QAction.MenuRole.AboutRole,
    ),
)
"""What the window itself can do; each screen brings its own rows."""


class Actions(QObject):
    """The table come to life: one QAction a row, each bound to the function that does it."""

    past = Signal(str)
    """What was told of an act that could not be done: since then it was, or the wish is past."""

    def __init__(self, rows: Iterable[ActionRow], *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows = tuple(rows)
        self._made = {row.name: self._make(row) for row in self.rows}
        self._refused: dict[str, DrafterError] = {}
        """Acts that could not be done when they were chosen last, and why not."""
        if len(self._made) != len(self.rows):
            raise ValueError("Two actions have one name.")

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def row(self, name: str) -> ActionRow:
        return next(each for each in self.rows if each.name == name)

    def bind(self, name: str, act: Callable[[], object]) -> None:
        """Do this when it is chosen; the bool that `triggered` brings is dropped."""
        self._made[name].triggered.connect(lambda _checked: self._do(name, act))

    def bind_check(self, name: str, act: Callable[[bool], object]) -> None:
        """Likewise for a checkable one: it is told whether it is on."""
        self._made[name].triggered.connect(lambda is_on: self._do(name, partial(act, is_on)))

    def attach(self, screen: str, widget: QWidget) -> None:
        """The rows of a screen belong to its widget: their keys work only while the focus is in it."""
        for row in self.rows:
            if row.screen == screen and not row.is_editors:
                widget.addAction(self._made[row.name])

    def attach_beside(self, screen: str, widget: QWidget) -> None:
        """Those that Ctrl gives work from beside the screen too; single keys mean nothing there."""
        for row in self.rows:
            if row.screen == screen and not row.is_editors and row.keys and row.keys[0].startswith("Ctrl+"):
                widget.addAction(self._made[row.name])

    def attach_shell(self, window: QWidget) -> None:
        """The rows of no screen belong to the window."""
        self.attach("", window)

    def show_screen(self, screen: str) -> None:
        """Only what can be done on this screen, and everywhere, can be chosen."""
        for row in self.rows:
            if row.screen:
                self._made[row.name].setVisible(row.screen == screen)

    def tint(self, scheme: Scheme) -> None:
        """Draw the icons in the colours of a scheme."""
        for row in self.rows:
            if row.icon:
                self._made[row.name].setIcon(icon(row.icon, scheme))

    def choosable(self) -> tuple[ActionRow, ...]:
        """What can be done at this moment."""
        return tuple(
            row for row in self.rows if self._made[row.name].isEnabled() and self._made[row.name].isVisible()
        )

    def _do(self, name: str, act: Callable[[], object]) -> None:
        try:
            act()
        except DrafterError as error:
            self._refused[name] = error
            raise  # to be told as any other
        for each, before in tuple(self._refused.items()):
            if each == name or isinstance(before, NothingToDo):
                del self._refused[each]
                self.past.emit(before.sentence)

    def _make(self, row: ActionRow) -> QAction:
        made = QAction(row.text, self)
        made.setObjectName(row.name)
        made.setCheckable(row.checkable)
        made.setMenuRole(row.role)
        keys = [QKeySequence(key) for key in row.keys]
        made.setShortcuts(keys)
        if row.is_editors:
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        elif row.screen:
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setToolTip(tip_with_key(row.tip or row.words, keys))
        made.setStatusTip(row.tip)
        return made


def tip_with_key(tip: str, keys: Iterable[QKeySequence]) -> str:
    """The tip and its key as this system writes it: "Take back the last step (Ctrl+Z)"."""
    first = next(iter(keys), None)
    return f"{tip} ({first.toString(QKeySequence.SequenceFormat.NativeText)})" if first else tip
