"""What can be done on the desk, as rows of the table of actions."""

from functools import partial

from drafter.domain.records.responses import ResponseState, Shape
from drafter.domain.records.stances import Stance
from drafter.ui.actions import ActionRow, Menu
from drafter.ui.panes.desk_whole_actions import READY, WHOLE_ACTIONS

EXPORT, COPY = "response.export", "response.copy"
ANSWER, ANSWERS, IDEA = "desk.answer", "desk.answers", "desk.idea"
NEXT, PREVIOUS = "desk.next", "desk.previous"
ASIDE, ASIDE_REST = "desk.aside", "desk.aside_rest"
NEW_SECTION = "desk.section"
SOURCE, NEW_POSITION = "desk.source", "desk.new_position"
DELETE = "desk.delete"
FIND, REPLACE, SECTIONS = "desk.find", "desk.replace", "desk.sections"
SEARCH, INSERT, DETAILS, OPEN_POSITION = "desk.search", "desk.insert", "desk.details", "desk.open_position"
LIMIT = "desk.limit"
COPY_TIP = "The statement as clean HTML and as plain text, ready for a web editor or an e-mail"
READINESS, HEAD = "desk.readiness", "desk.head"
REPORT, QUOTE, REPORT_VIEW = "desk.report", "desk.quote", "desk.report_view"
PAGE_NEXT, PAGE_PREVIOUS = "desk.page_next", "desk.page_previous"
LARGER, SMALLER, USUAL = "desk.larger", "desk.smaller", "desk.usual"

OFFERED = (SOURCE, NEW_POSITION, ANSWERS)
"""What a right click in the draft offers besides."""

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


STATE_KEYS = {
    ResponseState.DRAFTING: "Ctrl+F5",
    ResponseState.OUT_FOR_COMMENT: "Ctrl+F6",
    ResponseState.SIGNED_OFF: "Ctrl+F7",
    ResponseState.SENT: "Ctrl+F8",
}


def stance_action(stance: Stance) -> str:
    return f"desk.stance.{stance.name.lower()}"


def state_action(state: ResponseState) -> str:
    return f"desk.state.{state.name.lower()}"


def shape_action(shape: Shape) -> str:
    return f"desk.shape.{shape.name.lower()}"


STANCE, FORM, STATE = "S&tance", "&Form", "&How it stands"
BESIDE, SIZE = "The &report", "Si&ze"
"""The menus within the menus."""

_row = partial(ActionRow, menu=Menu.RESPONSE, screen="desk")


DESK_ACTIONS = (
    _row(
        name=EXPORT,
        text="&Export…",
        tip="Make the Word file",
        keys=("Ctrl+E",),
        icon="export",
        group=6,
    ),
    _row(
        name=COPY,
        text="Cop&y for website or e-mail",
        tip=COPY_TIP,
        keys=("Ctrl+Shift+C",),
        group=6,
    ),
    *(
        _row(
            name=stance_action(stance),
            text=stance.phrase,
            tip=f"Take this stance on what is chosen: {stance}",
            keys=(key, f"Alt+{key}"),
            group=1,
            under=STANCE,
        )
        for stance, key in STANCE_KEYS.items()
    ),
    _row(
        name=ASIDE,
        text="Not &covered here",
        tip="Leave what is chosen out on purpose, or take it in again",
        keys=("X", "Alt+X"),
        group=2,
        under=STANCE,
    ),
    _row(
        name=ASIDE_REST,
        text="Set aside all that is not &mentioned",
        tip="Mark the rest as not covered here, in one step",
        keys=("Ctrl+Shift+X",),
        group=2,
        under=STANCE,
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
        icon="down",
        group=3,
    ),
    _row(
        name=PREVIOUS,
        text="&Previous that is open",
        tip="The one before without stance or answer",
        keys=("Shift+F8",),
        icon="up",
        group=3,
    ),
    _row(
        name=IDEA,
        text="Name an &idea…",
        tip="Something in the report that is in no list",
        keys=("Ctrl+Shift+I",),
        icon="plus",
        group=4,
    ),
    _row(
        name=QUOTE,
        text="&Quote from the report",
        tip="The words selected in the report, with their page, into the draft",
        keys=("Shift+F9",),
        icon="quote",
        group=4,
    ),
    _row(
        name=NEW_SECTION,
        text="New &section",
        tip="A section after this one",
        keys=("Ctrl+Shift+Return",),
        icon="heading",
        group=4,
    ),
    _row(
        name=SOURCE,
        text="Where these words &come from…",
        tip="The source of the passage at the cursor, what differs, and what to do about it",
        keys=("Ctrl+M",),
        icon="history",
        menu=Menu.LIBRARY,
        group=1,
    ),
    _row(
        name=NEW_POSITION,
        text="New &position from this…",
        tip="Own words at the cursor, or those selected, become a position of the library",
        keys=("Ctrl+Shift+N",),
        icon="library",
        menu=Menu.LIBRARY,
        group=1,
    ),
    *(
        _row(
            name=state_action(each),
            text=f"Mark as {each}",
            tip=f"The response is {each}",
            keys=(STATE_KEYS[each],),
            checkable=True,
            group=5,
            under=STATE,
        )
        for each in ResponseState
    ),
    _row(
        name=shape_action(Shape.STATEMENT),
        text="S&tatement",
        tip="Running text, theme by theme",
        keys=("Ctrl+F9",),
        checkable=True,
        group=5,
        under=FORM,
    ),
    _row(
        name=shape_action(Shape.POINT_BY_POINT),
        text="Point &by point",
        tip="Each recommendation with a stance and an answer",
        keys=("Ctrl+F10",),
        checkable=True,
        group=5,
        under=FORM,
    ),
    _row(
        name=LIMIT,
        text="&Length of the whole…",
        tip="How long the response may be: it is counted while you write",
        keys=("Ctrl+Shift+G",),
        group=5,
    ),
    _row(
        name=DELETE,
        text="&Delete the response",
        tip="Put it into the bin; Undo brings it back",
        keys=("Ctrl+Shift+Del",),
        icon="bin",
        group=7,
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
        name=REPLACE,
        text="Find and repla&ce",
        tip="Other words in place of some, here or everywhere",
        keys=("Ctrl+H",),
        menu=Menu.EDIT,
        group=1,
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
        group=1,
    ),
    _row(
        name=READINESS,
        text="What is not &ready",
        tip="The readiness list",
        keys=("Ctrl+R",),
        icon="check",
        menu=Menu.VIEW,
        group=1,
        under=READY,
    ),
    _row(
        name=HEAD,
        text="&Title block",
        tip="Show the headline, standfirst, author and date above the draft",
        keys=("Ctrl+Shift+H",),
        checkable=True,
        menu=Menu.VIEW,
        group=1,
    ),
    _row(
        name=REPORT,
        text="The &report beside the draft",
        tip="Its page at the chosen recommendation, to read and to quote",
        keys=("F9",),
        icon="report",
        checkable=True,
        menu=Menu.VIEW,
        group=1,
        under=BESIDE,
    ),
    _row(
        name=REPORT_VIEW,
        text="Picture or te&xt of the report",
        tip="The page as a picture, or its text to select from",
        keys=("Ctrl+P",),
        menu=Menu.VIEW,
        group=1,
        under=BESIDE,
    ),
    _row(
        name=PAGE_NEXT,
        text="Next pa&ge of the report",
        tip="Turn the page",
        keys=("Ctrl+PgDown",),
        icon="right",
        menu=Menu.VIEW,
        group=1,
        under=BESIDE,
    ),
    _row(
        name=PAGE_PREVIOUS,
        text="Previous pag&e of the report",
        tip="Turn back",
        keys=("Ctrl+PgUp",),
        icon="left",
        menu=Menu.VIEW,
        group=1,
        under=BESIDE,
    ),
    _row(
        name=LARGER,
        text="&Larger",
        tip="The draft larger",
        keys=("Ctrl++", "Ctrl+="),
        icon="zoom-in",
        menu=Menu.VIEW,
        group=1,
        under=SIZE,
    ),
    _row(
        name=SMALLER,
        text="&Smaller",
        tip="The draft smaller",
        keys=("Ctrl+-",),
        icon="zoom-out",
        menu=Menu.VIEW,
        group=1,
        under=SIZE,
    ),
    _row(
        name=USUAL,
        text="&Usual size",
        tip="The draft at 100 %",
        keys=("Ctrl+0",),
        menu=Menu.VIEW,
        group=1,
        under=SIZE,
    ),
    *WHOLE_ACTIONS,
)
