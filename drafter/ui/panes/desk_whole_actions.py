"""What can be done to a response as a whole, as rows of the desk's table of actions."""

from functools import partial

from drafter.ui.actions import ActionRow, Menu

START = "desk.start"
MATRIX = "desk.matrix"
OPEN_REPORT = "desk.open_report"
MEND, ADVICE = "desk.mend", "desk.advice"
OUTLINE, MOVE_UP, MOVE_DOWN = "desk.outline", "desk.section_up", "desk.section_down"
KEEP_DRAFT, TIMELINE = "desk.keep_draft", "desk.timeline"

READY = "Rea&diness"
"""The menu within the View menu that holds what has to do with it."""

_row = partial(ActionRow, menu=Menu.RESPONSE, screen="desk")

WHOLE_ACTIONS = (
    _row(
        name=START,
        text="Start me &off",
        tip="Lay out what is not there yet, from the report, your stances and the agreed words",
        keys=("Ctrl+Shift+B",),
        icon="plus",
        group=1,
    ),
    _row(
        name=OPEN_REPORT,
        text="Open its repo&rt",
        tip="The report that this response answers, with its list, on the reading screen",
        keys=("Ctrl+Shift+F9",),
        icon="report",
        group=1,
    ),
    _row(
        name=MATRIX,
        text="At a gla&nce…",
        tip="Every recommendation against stance and positions used, with the gaps",
        keys=("Ctrl+Shift+M",),
        icon="filter",
        menu=Menu.VIEW,
        group=1,
    ),
    _row(
        name=KEEP_DRAFT,
        text="&Keep this draft…",
        tip="Give the draft as it is now a name, to compare with or to come back to",
        keys=("Ctrl+Shift+S",),
        menu=Menu.FILE,
        group=1,
        icon="check",
    ),
    _row(
        name=TIMELINE,
        text="Saved &drafts…",
        tip="When and why drafts were kept; compare any two, bring one back",
        keys=("Ctrl+Shift+T",),
        menu=Menu.FILE,
        group=1,
        icon="history",
    ),
    _row(
        name=OUTLINE,
        text="&Outline of the draft",
        tip="Its sections in order: go to one, move one, drop a recommendation or a position on one",
        keys=("Ctrl+U",),
        icon="bullets",
        menu=Menu.VIEW,
        group=1,
    ),
    _row(
        name=MOVE_UP,
        text="Move the section u&p",
        tip="The section at the cursor, or the one chosen in the outline",
        keys=("Alt+Shift+Up",),
        menu=Menu.EDIT,
        group=2,
        icon="up",
    ),
    _row(
        name=MOVE_DOWN,
        text="Move the section do&wn",
        tip="The section at the cursor, or the one chosen in the outline",
        keys=("Alt+Shift+Down",),
        menu=Menu.EDIT,
        group=2,
        icon="down",
    ),
    _row(
        name=MEND,
        text="&Mend what is chosen",
        tip="What can be done about the finding that is chosen in the readiness list",
        keys=("Ctrl+Shift+R",),
        icon="approve",
        menu=Menu.VIEW,
        group=1,
        under=READY,
    ),
    _row(
        name=ADVICE,
        text="Advice on st&yle",
        tip="Long sentences and words in capitals, in the readiness list",
        keys=("Ctrl+Shift+Y",),
        checkable=True,
        menu=Menu.VIEW,
        group=1,
        under=READY,
    ),
)
