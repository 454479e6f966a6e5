"""What can be done on the desk, as rows of the table of actions."""

from functools import partial

from drafter.domain.records.responses import ResponseState, Shape
from drafter.domain.records.stances import Stance
from drafter.ui.actions import ActionRow, Menu

EXPORT = "response.export"
ANSWER, ANSWERS, IDEA = "desk.answer", "desk.answers", "desk.idea"
NEXT, PREVIOUS = "desk.next", "desk.previous"
ASIDE, ASIDE_REST = "desk.aside", "desk.aside_rest"
NEW_SECTION = "desk.section"
DELETE = "desk.delete"
FIND, SECTIONS = "desk.find", "desk.sections"
SEARCH, INSERT, DETAILS, OPEN_POSITION = "desk.search", "desk.insert", "desk.details", "desk.open_position"
READINESS, HEAD = "desk.readiness", "desk.head"
LARGER, SMALLER, USUAL = "desk.larger", "desk.smaller", "desk.usual"

STANCE_KEYS = {
    Stance.WELCOME: "1",
    Stance.WELCOME_WITH_CAVEATS: "2",
    Stance.GO_FURTHER: "3",
    Stance.NEUTRAL: "4",
    Stance.OPPOSE: "5",
    Stance.NO_COMMENT: "6",
    Stance.UNDECIDED: "0",
}
"""Alone where no text is typed, with Alt everywhere on the desk."""


def stance_action(stance: Stance) -> str:
    return f"desk.stance.{stance.name.lower()}"


def state_action(state: ResponseState) -> str:
    return f"desk.state.{state.name.lower()}"


def shape_action(shape: Shape) -> str:
    return f"desk.shape.{shape.name.lower()}"


_row = partial(ActionRow, menu=Menu.RESPONSE, screen="desk")


DESK_ACTIONS = (
    _row(name=EXPORT, text="&Export…", tip="Make the Word file", keys=("Ctrl+E",), icon="export"),
    *(
        _row(
            name=stance_action(stance),
            text=stance.phrase,
            tip=f"Take this stance on what is chosen: {stance}",
            keys=(key, f"Alt+{key}"),
            group=1,
        )
        for stance, key in STANCE_KEYS.items()
    ),
    _row(
        name=ASIDE,
        text="Not &covered here",
        tip="Leave what is chosen out on purpose, or take it in again",
        keys=("X", "Alt+X"),
        group=2,
    ),
    _row(
        name=ASIDE_REST,
        text="Set aside all that is not &mentioned",
        tip="Mark the rest as not covered here, in one step",
        group=2,
    ),
    _row(
        name=ANSWERS,
        text="&What this passage answers…",
        tip="None, one or several recommendations: choose for the passage at the cursor",
        keys=("Ctrl+Shift+E",),
        group=3,
    ),
    _row(
        name=ANSWER,
        text="&Answer this here",
        tip="Go to the passage for the chosen recommendation, or begin one",
        keys=("Ctrl+Return",),
        group=3,
    ),
    _row(
        name=NEXT,
        text="&Next that is open",
        tip="The next without stance or answer",
        keys=("F8",),
        group=3,
        icon="down",
    ),
    _row(
        name=PREVIOUS,
        text="&Previous that is open",
        tip="The one before without stance or answer",
        keys=("Shift+F8",),
        group=3,
        icon="up",
    ),
    _row(
        name=IDEA,
        text="Name an &idea…",
        tip="Something in the report that is in no list",
        keys=("Ctrl+Shift+I",),
        group=3,
        icon="plus",
    ),
    _row(
        name=NEW_SECTION,
        text="New &section",
        tip="A section after this one",
        keys=("Ctrl+Shift+Return",),
        group=3,
        icon="heading",
    ),
    *(
        _row(
            name=state_action(each),
            text=f"Mark as {each}",
            tip=f"The response is {each}",
            group=4,
            checkable=True,
        )
        for each in ResponseState
    ),
    _row(
        name=shape_action(Shape.STATEMENT),
        text="S&tatement",
        tip="Running text, theme by theme",
        group=5,
        checkable=True,
    ),
    _row(
        name=shape_action(Shape.POINT_BY_POINT),
        text="Point &by point",
        tip="Each recommendation with a stance and an answer",
        group=5,
        checkable=True,
    ),
    _row(
        name=DELETE,
        text="&Delete the response",
        tip="Put it into the bin; Undo brings it back",
        group=6,
        icon="bin",
    ),
    _row(
        name=FIND,
        text="&Find in the draft",
        tip="Find words in the draft",
        keys=("Ctrl+F",),
        menu=Menu.EDIT,
        group=1,
        icon="search",
    ),
    _row(
        name=SEARCH,
        text="&Search the library",
        tip="Search as you type",
        keys=("Ctrl+L",),
        menu=Menu.LIBRARY,
        icon="search",
    ),
    _row(
        name=INSERT,
        text="&Insert into the draft",
        tip="Put the chosen position into the draft (Enter in the list)",
        keys=("Ctrl+Shift+Space",),
        menu=Menu.LIBRARY,
        icon="insert",
    ),
    _row(
        name=DETAILS,
        text="&Whole wording",
        tip="Read all of the chosen position, with its sources",
        keys=("Ctrl+D",),
        menu=Menu.LIBRARY,
        checkable=True,
    ),
    _row(
        name=OPEN_POSITION,
        text="&Open in the library",
        tip="Show the chosen position in the library",
        keys=("Ctrl+Shift+L",),
        menu=Menu.LIBRARY,
        icon="library",
    ),
    _row(
        name=SECTIONS,
        text="&Go to a section",
        tip="Choose a section of the draft",
        keys=("Ctrl+G",),
        menu=Menu.VIEW,
    ),
    _row(
        name=READINESS,
        text="What is not &ready",
        tip="The readiness list",
        keys=("Ctrl+R",),
        menu=Menu.VIEW,
        icon="check",
    ),
    _row(
        name=HEAD,
        text="&Title block",
        tip="Show the headline, standfirst, author and date above the draft",
        keys=("Ctrl+Shift+H",),
        menu=Menu.VIEW,
        checkable=True,
    ),
    _row(
        name=LARGER,
        text="&Larger",
        tip="The draft larger",
        keys=("Ctrl++", "Ctrl+="),
        menu=Menu.VIEW,
        group=1,
        icon="zoom-in",
    ),
    _row(
        name=SMALLER,
        text="&Smaller",
        tip="The draft smaller",
        keys=("Ctrl+-",),
        menu=Menu.VIEW,
        group=1,
        icon="zoom-out",
    ),
    _row(
        name=USUAL,
        text="&Usual size",
        tip="The draft at 100 %",
        keys=("Ctrl+0",),
        menu=Menu.VIEW,
        group=1,
    ),
)
