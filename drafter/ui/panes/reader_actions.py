"""What can be done while a report is read: single keys in the list, with Ctrl everywhere on the screen."""

from drafter.ui.actions import ActionRow, Menu

SCREEN = "report"

NEXT, PREVIOUS = "reader.next", "reader.previous"
DROP, MERGE, SPLIT, ADD = "reader.drop", "reader.merge", "reader.split", "reader.add"
AS_TEXT, AS_LABEL, KIND = "reader.as_text", "reader.as_label", "reader.kind"
UP, DOWN = "reader.up", "reader.down"
VIEW, PAGE_NEXT, PAGE_PREVIOUS = "reader.view", "reader.page_next", "reader.page_previous"
KEEP, START_POINTS, START_STATEMENT = "reader.keep", "reader.start_points", "reader.start_statement"


def _row(name: str, text: str, tip: str, *keys: str, group: int = 0, icon: str = "") -> ActionRow:
    return ActionRow(
        name=name, text=text, tip=tip, keys=keys, menu=Menu.REPORT, group=group, icon=icon, screen=SCREEN
    )


READER_ACTIONS = (
    _row(NEXT, "&Next", "The next one in the list", "Alt+Down", icon="down"),
    _row(PREVIOUS, "&Previous", "The one before", "Alt+Up", icon="up"),
    _row(
        DROP, "&Drop", "It is none: take it out of the list (Del in the list)", "Ctrl+D", group=1, icon="drop"
    ),
    _row(MERGE, "&Merge with the next", "Two that are one (M in the list)", "Ctrl+M", group=1, icon="merge"),
    _row(
        SPLIT,
        "&Split at the cursor",
        "One that is two: put the cursor into its text",
        "Ctrl+Return",
        group=1,
        icon="split",
    ),
    _row(
        KIND,
        "Change &kind",
        "Recommendation, conclusion, question or proposal (K in the list)",
        "Ctrl+Shift+K",
        group=1,
        icon="tag",
    ),
    _row(
        ADD,
        "&Add the selected words",
        "What is selected in the document’s text becomes one of the list",
        "Ctrl+Shift+A",
        group=2,
        icon="plus",
    ),
    _row(
        AS_TEXT,
        "Take the selection as &text",
        "The selected words become the text of this one",
        "Ctrl+T",
        group=2,
    ),
    _row(
        AS_LABEL,
        "Take the selection as &label",
        "The selected words become the label of this one",
        "Ctrl+L",
        group=2,
    ),
    _row(UP, "Move &up", "Earlier in the list", "Alt+Shift+Up", group=2),
    _row(DOWN, "Move do&wn", "Later in the list", "Alt+Shift+Down", group=2),
    _row(
        VIEW, "Picture or te&xt", "Show the page as a picture, or its text to select from", "Ctrl+P", group=3
    ),
    _row(PAGE_NEXT, "Next pa&ge", "Turn the page", "Ctrl+PgDown", group=3, icon="right"),
    _row(PAGE_PREVIOUS, "Previous pag&e", "Turn back", "Ctrl+PgUp", group=3, icon="left"),
    _row(KEEP, "Keep the rep&ort", "Put it with its list into the library", "Ctrl+S", group=4, icon="check"),
    _row(
        START_POINTS,
        "Respond point &by point",
        "Keep the report and answer it recommendation by recommendation",
        "Ctrl+Shift+Return",
        group=4,
        icon="desk",
    ),
    _row(
        START_STATEMENT,
        "Respond w&ith a statement",
        "Keep the report and write running text",
        "Ctrl+Alt+Return",
        group=4,
        icon="statement",
    ),
)

NEED_A_REPORT = tuple(row.name for row in READER_ACTIONS if row.name != KEEP)
"""What can be done while a report is open; whether there is anything to keep is another question."""
