"""What can be done in the library."""

from drafter.ui.actions import ActionRow, Menu

SCREEN = "library"

NEW, SAVE = "library.new", "library.save"
APPROVE, APPROVE_NOTE = "library.approve", "library.approve_note"
WITHDRAW, REVIEWED = "library.withdraw", "library.reviewed"
RETIRE, DELETE, RECOVER = "library.retire", "library.delete", "library.recover"
SEARCH, HISTORY, BIN = "library.search", "library.history", "library.bin"
ADD_FILE, WRITE_FILE = "library.add_file", "library.write_file"


def _row(
    name: str, text: str, tip: str, *keys: str, group: int = 0, icon: str = "", checkable: bool = False
) -> ActionRow:
    return ActionRow(
        name=name,
        text=text,
        tip=tip,
        keys=keys,
        menu=Menu.LIBRARY,
        group=group,
        icon=icon,
        checkable=checkable,
        screen=SCREEN,
    )


LIBRARY_ACTIONS = (
    _row(NEW, "&New position", "Write something the organisation can say", "Ctrl+Shift+N", icon="plus"),
    _row(SAVE, "&Save as a revision", "Keep these words in the history", "Ctrl+S", icon="check"),
    _row(SEARCH, "&Find a position", "Go to the search field", "Ctrl+F", icon="search"),
    _row(APPROVE, "&Approve", "These words may be used", "Ctrl+Shift+A", group=1, icon="approve"),
    _row(APPROVE_NOTE, "Appro&ve with a note…", "Where or by whom it was agreed", "Ctrl+Shift+M", group=1),
    _row(WITHDRAW, "&Withdraw approval", "The words in use are a draft again", "Ctrl+Shift+W", group=1),
    _row(REVIEWED, "Still &right", "Reviewed: sets the next date", "Ctrl+Shift+R", group=1, icon="calendar"),
    _row(RETIRE, "Re&tire…", "Out of use, but still there to read", "Ctrl+Shift+T", group=1, icon="retire"),
    _row(HISTORY, "&History…", "Every wording, and what changed", "Ctrl+H", group=2, icon="history"),
    _row(
        DELETE,
        "&Delete",
        "Into the bin (Del in the list); Undo brings it back",
        "Ctrl+Shift+D",
        group=3,
        icon="bin",
    ),
    _row(
        BIN, "Show the &bin", "What was deleted and can be recovered", "Ctrl+Shift+B", group=3, checkable=True
    ),
    _row(RECOVER, "Re&cover from the bin", "Back into the library", "Ctrl+Shift+E", group=3, icon="undo"),
    _row(
        ADD_FILE,
        "Add from f&iles…",
        "Positions from .json, .csv or past responses in Word",
        "Ctrl+Shift+I",
        group=4,
        icon="open",
    ),
    _row(
        WRITE_FILE,
        "Write to a fi&le…",
        "Everything as .json, or the current words as .csv",
        "Ctrl+E",
        group=4,
        icon="export",
    ),
)
