"""What can be done in the library."""

from drafter.ui.actions import ActionRow, Menu

SCREEN = "library"

NEW, SAVE = "library.new", "library.save"
APPROVE, APPROVE_NOTE = "library.approve", "library.approve_note"
WITHDRAW, REVIEWED = "library.withdraw", "library.reviewed"
RETIRE, DELETE, RECOVER = "library.retire", "library.delete", "library.recover"
SEARCH, HISTORY, BIN = "library.search", "library.history", "library.bin"
KEEP_SEARCH, ATTENTION = "library.keep_search", "library.attention"
REVIEW_NEXT, CHANGED = "library.review_next", "library.changed"
TOLD = "library.told"
LOOK_ALIKES = "library.look_alikes"
NEWER, SEVERAL, EMPTY_BIN = "library.newer", "library.several", "library.empty_bin"
ADD_FILE, WRITE_FILE = "library.add_file", "library.write_file"


APPROVAL, REVIEW, IN_THE_BIN = "&Approval", "Re&view", "The &bin"
"""The menus within the menu."""


def _row(
    name: str, text: str, tip: str, *keys: str, group: int = 0, under: str = "", icon: str = ""
) -> ActionRow:
    return ActionRow(
        name=name,
        text=text,
        tip=tip,
        keys=keys,
        menu=Menu.LIBRARY,
        group=group,
        under=under,
        icon=icon,
        screen=SCREEN,
    )


LIBRARY_ACTIONS = (
    ActionRow(
        name=SEARCH,
        text="&Find a position",
        tip="Go to the search field",
        keys=("Ctrl+F",),
        menu=Menu.EDIT,
        group=1,
        icon="search",
        screen=SCREEN,
    ),
    ActionRow(
        name=KEEP_SEARCH,
        text="Kee&p this search…",
        tip="What is typed and ticked, under a name",
        keys=("Ctrl+Shift+S",),
        menu=Menu.EDIT,
        group=1,
        screen=SCREEN,
    ),
    _row(NEW, "&New position", "Write something the organisation can say", "Ctrl+Shift+N", icon="plus"),
    _row(SAVE, "&Save as a revision", "Keep these words in the history", "Ctrl+S", icon="check"),
    _row(
        APPROVE,
        "&Approve",
        "These words may be used",
        "Ctrl+Shift+A",
        group=1,
        under=APPROVAL,
        icon="approve",
    ),
    _row(
        APPROVE_NOTE,
        "Appro&ve with a note…",
        "Where or by whom it was agreed",
        "Ctrl+Shift+M",
        group=1,
        under=APPROVAL,
    ),
    _row(
        WITHDRAW,
        "&Withdraw approval",
        "The words in use are a draft again",
        "Ctrl+Shift+W",
        group=1,
        under=APPROVAL,
    ),
    _row(
        REVIEW_NEXT,
        "Go thro&ugh what is due",
        "The next one whose review is due",
        "F8",
        group=1,
        under=REVIEW,
        icon="right",
    ),
    _row(
        REVIEWED,
        "Still &right",
        "Reviewed: sets the next date",
        "Ctrl+Shift+R",
        group=1,
        under=REVIEW,
        icon="calendar",
    ),
    _row(
        CHANGED,
        "Reviewed, with new w&ords",
        "Change the words, then press this: sets the next date",
        "Ctrl+Shift+C",
        group=1,
        under=REVIEW,
        icon="rename",
    ),
    _row(RETIRE, "Re&tire…", "Out of use, but still there to read", "Ctrl+Shift+T", group=1, icon="retire"),
    _row(
        ATTENTION,
        "What to loo&k at",
        "What is due, has no owner, was never used",
        "Ctrl+J",
        group=2,
        icon="filter",
    ),
    _row(HISTORY, "&History…", "Every wording, and what changed", "Ctrl+H", group=2, icon="history"),
    _row(NEWER, "Drafts with &earlier words…", "Bring them up to date", "Ctrl+U", group=2, icon="statement"),
    _row(
        TOLD,
        "What e&xactly have we told them…",
        "What went out about something, to whom and when",
        "Ctrl+Shift+F",
        group=2,
        icon="report",
    ),
    _row(
        LOOK_ALIKES,
        "Co&mpare look-alikes…",
        "What says nearly the same, side by side",
        "Ctrl+L",
        group=2,
        icon="merge",
    ),
    _row(
        SEVERAL,
        "Chan&ge what is selected…",
        "Themes, owner, status and review date of all that are selected in the list, as one step",
        "Ctrl+Shift+G",
        group=3,
        icon="tag",
    ),
    _row(
        DELETE,
        "&Delete",
        "Into the bin (Del in the list); Undo brings it back",
        "Ctrl+Shift+D",
        group=3,
        icon="bin",
    ),
    ActionRow(
        name=BIN,
        text="Show the &bin",
        tip="What was deleted and can be recovered",
        keys=("Ctrl+Shift+B",),
        menu=Menu.LIBRARY,
        group=3,
        under=IN_THE_BIN,
        checkable=True,
        screen=SCREEN,
    ),
    _row(
        RECOVER,
        "Re&cover from the bin",
        "Back into the library",
        "Ctrl+Shift+E",
        group=3,
        under=IN_THE_BIN,
        icon="undo",
    ),
    _row(
        EMPTY_BIN,
        "Empt&y the bin…",
        "For good, after one question",
        "Ctrl+Shift+Del",
        group=3,
        under=IN_THE_BIN,
    ),
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

ON_BAR = {
    NEW: "New",
    APPROVE: "Approve",
    REVIEWED: "Still right",
    RETIRE: "Retire",
    HISTORY: "History",
    DELETE: "Delete",
}
"""What is done with positions most, in the words of a narrow bar."""

IN_REVIEW = {
    REVIEWED: "Still right",
    CHANGED: "Changed",
    RETIRE: "Retire",
    APPROVE: "Approve",
    REVIEW_NEXT: "Next",
}
"""While what is due is gone through: one key each, and on to the next."""

IN_BIN = {RECOVER: "Recover from the bin"}
