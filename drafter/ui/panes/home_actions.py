"""What can be done on Home, with the response that has the focus."""

from drafter.ui.actions import ActionRow, Menu

OPEN, RENAME, DELETE = "home.open", "home.rename", "home.delete"

HOME_ACTIONS = (
    ActionRow(
        name=OPEN,
        text="&Open the response",
        tip="Go on writing it",
        keys=("Ctrl+Return",),
        menu=Menu.RESPONSE,
        icon="desk",
        screen="home",
    ),
    ActionRow(
        name=RENAME,
        text="&Rename the response…",
        tip="Give it another headline",
        keys=("F2",),
        menu=Menu.RESPONSE,
        icon="rename",
        screen="home",
    ),
    ActionRow(
        name=DELETE,
        text="&Delete the response",
        tip="Put it into the bin; Undo brings it back",
        keys=("Del",),
        menu=Menu.RESPONSE,
        group=1,
        icon="bin",
        screen="home",
    ),
)
