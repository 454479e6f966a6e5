"""What can be done to the document as it stands there: turned, larger or smaller, a picture or its text."""

from collections.abc import Callable
from functools import partial

from drafter.ui.actions import Actions
from drafter.ui.panes import reader_actions as names
from drafter.ui.panes.reader_document import DocumentView


def bind_paging(document: DocumentView, actions: Actions, reach: Callable[[], object]) -> None:
    """Join the document to the rows of the table; `reach` brings it to the front."""

    def switch() -> None:
        """In a narrow window the document may be behind the list."""
        reach()
        document.switch_by_key()

    acts: dict[str, Callable[[], object]] = {
        names.VIEW: switch,
        names.PAGE_NEXT: partial(document.turn, 1),
        names.PAGE_PREVIOUS: partial(document.turn, -1),
        names.LARGER: partial(document.zoom, 1),
        names.SMALLER: partial(document.zoom, -1),
        names.USUAL: document.zoom_back,
    }
    for name, act in acts.items():
        actions.bind(name, act)
    document.larger.setToolTip(actions[names.LARGER].toolTip())
    document.smaller.setToolTip(actions[names.SMALLER].toolTip())
