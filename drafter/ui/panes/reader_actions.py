"""What can be done while a report is read: single keys in the list, with Ctrl everywhere on the screen."""

from drafter.ui.actions import ActionRow, Menu

SCREEN = "report"

NEXT, PREVIOUS, NEXT_ODD = "reader.next", "reader.previous", "reader.next_odd"
ACCEPT, DROP, MERGE, SPLIT = "reader.accept", "reader.drop", "reader.merge", "reader.split"
ADD, REST, GUESSES = "reader.add", "reader.rest", "reader.guesses"
OTHER_LIST, COMPARE = "reader.other_list", "reader.compare"
TAKE, TAKE_ALL = "reader.take", "reader.take_all"
AS_TEXT, AS_LABEL, KIND = "reader.as_text", "reader.as_label", "reader.kind"
APPEND = "reader.append"
UP, DOWN = "reader.up", "reader.down"
VIEW, PAGE_NEXT, PAGE_PREVIOUS = "reader.view", "reader.page_next", "reader.page_previous"
FIND, FIND_NEXT, FIND_PREVIOUS = "reader.find", "reader.find_next", "reader.find_previous"
LARGER, SMALLER, USUAL = "reader.larger", "reader.smaller", "reader.usual"
KEEP, START_POINTS, START_STATEMENT = "reader.keep", "reader.start_points", "reader.start_statement"


SELECTION, MOVE, LISTS, PAGE = "Selected &words", "M&ove", "Ot&her lists", "Pa&ge"
GO = "&Next or previous"
"""The menus within the menu."""


def _row(
    name: str, text: str, tip: str, *keys: str, group: int = 0, under: str = "", icon: str = ""
) -> ActionRow:
    return ActionRow(
        name=name,
        text=text,
        tip=tip,
        keys=keys,
        menu=Menu.REPORT,
        group=group,
        under=under,
        icon=icon,
        screen=SCREEN,
    )


def _find_row(name: str, text: str, tip: str, key: str, *, icon: str = "") -> ActionRow:
    return ActionRow(
        name=name, text=text, tip=tip, keys=(key,), menu=Menu.EDIT, group=1, icon=icon, screen=SCREEN
    )


READER_ACTIONS = (
    _find_row(FIND, "&Find in the report", "Find words in the whole document", "Ctrl+F", icon="search"),
    _find_row(FIND_NEXT, "Find &next", "The next place that has these words", "F3"),
    _find_row(FIND_PREVIOUS, "Find &previous", "The place before that has these words", "Shift+F3"),
    _row(
        ACCEPT,
        "&Accept",
        "It is right: tick it and go to the next (A in the list)",
        "Ctrl+Shift+Y",
        icon="check",
    ),
    _row(DROP, "&Drop", "It is none: take it out of the list (Del in the list)", "Ctrl+D", icon="close"),
    _row(MERGE, "&Merge with the next", "Two that are one (M in the list)", "Ctrl+M", icon="merge"),
    _row(
        SPLIT,
        "&Split at the cursor",
        "One that is two: click where the second begins, on the page or in its text",
        "Ctrl+Return",
        icon="split",
    ),
    _row(
        KIND,
        "Change &kind",
        "Recommendation, conclusion, question or proposal (K in the list)",
        "Ctrl+Shift+K",
        icon="tag",
    ),
    _row(NEXT, "&Next", "The next one in the list", "Alt+Down", group=1, under=GO, icon="down"),
    _row(PREVIOUS, "&Previous", "The one before", "Alt+Up", group=1, under=GO, icon="up"),
    _row(
        NEXT_ODD,
        "Next &worth a look",
        "The next one that may be wrong: ⚠ says why",
        "F8",
        group=1,
        under=GO,
        icon="warning",
    ),
    _row(UP, "Move &up", "Earlier in the list", "Alt+Shift+Up", group=1, under=MOVE),
    _row(DOWN, "Move do&wn", "Later in the list", "Alt+Shift+Down", group=1, under=MOVE),
    _row(
        ADD,
        "Add &the selected words",
        "What is selected in the document becomes one of the list",
        "Ctrl+Shift+A",
        group=2,
        icon="plus",
    ),
    _row(
        AS_TEXT,
        "Take the selection as &text",
        "The selected words become the text of the chosen one",
        "Ctrl+T",
        group=2,
        under=SELECTION,
    ),
    _row(
        APPEND,
        "Add to t&he text",
        "The selected words go on at the end of the chosen one: what a box or a column has cut off",
        "Ctrl+Shift+T",
        group=2,
        under=SELECTION,
    ),
    _row(
        AS_LABEL,
        "Take the selection as &label",
        "The selected words become the label of the chosen one",
        "Ctrl+L",
        group=2,
        under=SELECTION,
    ),
    _row(
        REST,
        "&Find the rest like this one",
        "Look through the document for others that look like it (F in the list)",
        "Ctrl+Shift+F",
        group=2,
        icon="search",
    ),
    _row(
        OTHER_LIST,
        "&Other list",
        "The next of the lists that were found in the report",
        "Ctrl+Shift+L",
        group=3,
        under=LISTS,
        icon="numbers",
    ),
    _row(
        GUESSES,
        "Take in what ma&y recommend",
        "Passages that seem to recommend something, as a start: each to accept or drop",
        "Ctrl+G",
        group=3,
        under=LISTS,
    ),
    _row(
        COMPARE,
        "&Compare with what was read",
        "What is new, changed or gone in this reading of the report, beside your list",
        "Ctrl+Shift+D",
        group=3,
        under=LISTS,
        icon="history",
    ),
    _row(
        TAKE, "Take this one", "What is offered above goes into your list", "Alt+Return", group=4, under=LISTS
    ),
    _row(
        TAKE_ALL, "Take e&verything offered", "Ever so many at once", "Alt+Shift+Return", group=4, under=LISTS
    ),
    _row(
        VIEW,
        "Picture or te&xt",
        "Show the page as a picture, or its text; in both Shift and the arrow keys select words",
        "Ctrl+P",
        group=5,
    ),
    _row(PAGE_NEXT, "Next pa&ge", "Turn the page", "Ctrl+PgDown", group=5, under=PAGE, icon="right"),
    _row(PAGE_PREVIOUS, "Previous pag&e", "Turn back", "Ctrl+PgUp", group=5, under=PAGE, icon="left"),
    _row(LARGER, "&Larger", "The page larger", "Ctrl++", "Ctrl+=", group=6, under=PAGE, icon="zoom-in"),
    _row(SMALLER, "&Smaller", "The page smaller", "Ctrl+-", group=6, under=PAGE, icon="zoom-out"),
    _row(USUAL, "&Usual size", "The page as wide as its room", "Ctrl+0", group=6, under=PAGE),
    _row(KEEP, "Keep the &report", "Put it with its list into the library", "Ctrl+S", group=7, icon="check"),
    _row(
        START_POINTS,
        "Respond point &by point",
        "Keep the report and answer it recommendation by recommendation",
        "Ctrl+Shift+Return",
        group=7,
        icon="desk",
    ),
    _row(
        START_STATEMENT,
        "Respond w&ith a statement",
        "Keep the report and write running text",
        "Ctrl+Alt+Return",
        group=7,
        icon="statement",
    ),
)

_ON_THEIR_OWN = {KEEP, OTHER_LIST, GUESSES, COMPARE, TAKE, TAKE_ALL}

NEED_AN_ITEM = (
    ACCEPT,
    DROP,
    MERGE,
    SPLIT,
    KIND,
    NEXT,
    PREVIOUS,
    NEXT_ODD,
    UP,
    DOWN,
    AS_TEXT,
    APPEND,
    AS_LABEL,
    REST,
)
"""What is done to one of the list."""

NEED_A_REPORT = tuple(row.name for row in READER_ACTIONS if row.name not in {*_ON_THEIR_OWN, *NEED_AN_ITEM})
"""What can be done while a report is open; the others need more than that."""
