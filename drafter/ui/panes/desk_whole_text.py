"""The text of the draft as a whole: laid anew, and its sections moved. Each is one step of its undo."""

from collections.abc import Iterable

from PySide6.QtGui import QTextCursor

from drafter.domain.records.ids import SectionId
from drafter.domain.records.responses import Section
from drafter.ui.text.draft_acts import move_section
from drafter.ui.text.draft_blocks import find_section, lay, raws, take_out
from drafter.ui.text.draft_document import section_places
from drafter.ui.text.draft_edit import DraftEdit


def lay_out(edit: DraftEdit, sections: Iterable[Section], *, label: str) -> None:
    """These sections in place of all that stands there; passages that come again keep their ids."""
    with edit.step(label) as cursor:
        document = edit.draft
        first, last = document.firstBlock(), document.lastBlock()
        lay(
            document, last, raws(document, (each for section in sections for each in section_places(section)))
        )
        take_out(first, last)
        cursor.setPosition(0)


def move_section_to(edit: DraftEdit, section: SectionId, place: int) -> bool:
    """To a place in the order, counted without itself. Whether it went anywhere."""
    order = [each for each, _ in edit.outline()]
    by = place - order.index(section) if section in order else 0
    if not by:
        return False
    with edit.step("Move section") as cursor:
        for _ in range(abs(by)):
            move_section(edit.draft, section, 1 if by > 0 else -1)
        _put_cursor(cursor, edit, section)
    return True


def _put_cursor(cursor: QTextCursor, edit: DraftEdit, section: SectionId) -> None:
    first = find_section(edit.draft, section)
    if first is not None:
        cursor.setPosition(first.position())
