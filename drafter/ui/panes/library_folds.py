"""The three parts of the library beside each other, as wide as she left them, folded where room is short."""

from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from drafter.ui.widgets.empty_state import EmptyState
from drafter.ui.widgets.folding import Fold, FoldingPanes
from drafter.ui.widgets.laying import column
from drafter.ui.widgets.parts import as_part

FOLDS_BELOW = 980
_WIDTHS = "library/widths"


def nothing_agreed(write: Callable[[], object], add: Callable[[], object]) -> EmptyState:
    """What stands in place of a position while there is none at all."""
    return EmptyState(
        icon="library",
        title="Nothing agreed yet",
        sentence="Positions are paragraphs that your organisation has agreed to say. Write one, or bring "
        "in a file that somebody has made.",
        offers=(("New position", write), ("Add from a file…", add)),
    )


def under_bar(bar: QWidget, editor: QWidget) -> QWidget:
    """The editor under a bar of what is done with positions most."""
    made = QWidget()
    whole = column(bar, spacing=0, margins=(16, 8, 0, 0))
    whole.addWidget(editor, 1)
    made.setLayout(whole)
    return made


class LibraryFolds(FoldingPanes):
    """What narrows the list, the list, and the position."""

    def __init__(self, searches: QWidget, tree: QWidget, entries: QWidget, detail: QWidget) -> None:
        narrow = QWidget()
        left = column(searches, spacing=6)
        left.addWidget(tree, 1)
        narrow.setLayout(left)
        super().__init__(
            (
                Fold(title="Narrow", widget=narrow, width=236),
                Fold(title="Positions", widget=as_part(entries, "Positions"), width=380),
                Fold(title="Position", widget=as_part(detail, "Position"), width=640, stretch=1),
            ),
            threshold=FOLDS_BELOW,
            first_tab=1,
        )
        widths = QSettings().value(_WIDTHS)
        if widths is not None:
            self.restore_state(widths)

    def keep_widths(self) -> None:
        QSettings().setValue(_WIDTHS, self.save_state())
