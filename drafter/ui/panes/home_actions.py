"""What can be done on Home, with the response that has the focus or with a report that was left half-way."""

from drafter.ui.actions import ActionRow, Menu

OPEN, RENAME, DELETE = "home.open", "home.rename", "home.delete"
GO_ON, FORGET = "home.go_on", "home.forget"

HOME_ACTIONS = (
    ActionRow(
        name=GO_ON,
        text="&Go on correcting the report",
        tip="Open the list as you left it",
        keys=("Ctrl+J",),
        menu=Menu.FILE,
        icon="report",
        screen="home",
    ),
    ActionRow(
        name=FORGET,
        text="&Forget the corrections",
        tip="What you corrected is let go; Undo brings it back",
        keys=("Ctrl+Shift+J",),
        menu=Menu.FILE,
        icon="bin",
        screen="home",
    ),
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
