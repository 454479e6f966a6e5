"""Whether an item has ended above a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

from drafter.reports.recognising.answers import is_stub, scale_from
from drafter.reports.recognising.feet import is_page_foot
from drafter.reports.recognising.labels import Form, Label, label_of
from drafter.reports.recognising.lettering import counts_within, goes_on
from drafter.reports.recognising.manners import Manner
from drafter.reports.recognising.paragraphs import paragraph_from, words_of
from drafter.reports.recognising.ranks import MARKED
from drafter.reports.recognising.rows import BULLET, Body, Row
from drafter.reports.recognising.starts import Start
from drafter.reports.recognising.taken import Taken
from drafter.reports.recognising.wordings import (
    IMPERATIVE,
    NAMED_REPLY,
    REPLIED,
    REPLY,
    SIGNED,
    STRONG,
    names_a_reply,
)

PART = re.compile(r"(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})[.)](?=\s|[A-Z])|[•▪◦](?=\s|\w)|[–\-o*](?=\s))")
_LEVEL, _OUTDENT, _INSET, CELL = 3.0, 8.0, 6.0, 40.0
"""Sideways distances, in points."""
_LOWER = 0.3
"""A rank lower by more than this is that of a heading within."""
_FAR = 2.4
"""Line distances that part a paragraph from the item above it."""
_BESIDE = 60
"""So many rows back may stand beside this one."""
_INTENT = re.compile(r"the (?:intent|intention|aim|purpose) of this recommendation\b", re.I)
_REFERENCE = re.compile(r"(?:paragraphs?|paras?\.?)\s\d[\d., –-]*", re.I)
"""Below a label: where the report gives the reasons."""
_CONCLUDED = re.compile(r"recommendation:\s", re.I)
"""So begins, under the number of a conclusion, what follows from it: committees on accounts print it so."""
_QUOTES = frozenset("\"'“‘")
_DASHES = frozenset("–—-")
_MOSTLY, _HARDLY = 0.8, 0.2
_LARGER = 1.08
_GOING_ON = (":", ";")
"""So ends what leads in numbered parts; after a finished sentence the report's own count begins."""
_LONG = 25
"""Words: no tail of an item, such as "This is to be reported", has so many."""
_SENTENCE = 3
"""A verb that advises stands in so many rows, if at all."""


@dataclass(slots=True)
class Ending:
    """Takes the rows of one item, and watches for its end."""

    body: Body
    start: Start
    manner: Manner
    title: int
    """The row after the item's own heading."""
    cells: list[Row] = field(default_factory=list)
    """What stood beside the item so far, in other columns of its table."""

    def take(self, taken: Taken, reach: range) -> int:
        """Take rows up to the item's end; where that is."""
        rows, far = self.body.rows, self.start.row.left + CELL
        calm = bool(self.body.document.sheets) and not self.manner.asks and not self.start.row.line.box
        for at in reach:
            row = rows[at]
            if row.left >= far and self._is_beside(row, taken) and self._is_other_cell(row, taken.rows):
                continue
            # On pages, what goes on in the paragraph ends nothing: most rows do, and need no closer look.
            goes_on = calm and not row.opens and not row.heading and not row.line.box
            if not goes_on and self._is_above(row, taken):
                return at
            taken.add(row)
        return reach.stop

    def _is_beside(self, row: Row, taken: Taken) -> bool:
        """Not what stands beside a label that is alone in its cell: that is what it labels, or a reply."""
        if self.start.label.rest:
            return True
        said = next((each for each in taken.said if _REFERENCE.fullmatch(each.text) is None), None)
        if said is not None and said.left >= self.start.row.left + CELL:
            return row.left > said.left + CELL  # it stands in that column
        return said is not None or bool(self.cells) or names_a_reply(row.text)

    def _is_above(self, row: Row, taken: Taken) -> bool:
        """Whether the item has ended above this row."""
        before = taken.rows
        if self._leaves_box(row, before) or _enters_box(row, before):
            return True
        apart = row.opens or (not self.body.document.sheets and before[-1].ends)
        if (apart and is_page_foot(self.body.rows, row)) or (
            self.manner.asks and self._is_answer(row, before)
        ):
            return True
        if self.start.label.form is Form.BARE and _CONCLUDED.match(row.text):
            return False
        if row.heading:
            return self._stops_at_heading(row, before)
        return row.opens and self._stops_at_paragraph(row, taken)

    def _is_answer(self, row: Row, before: Sequence[Row]) -> bool:
        """Room for the answer; but what stands right under a bare label is the question itself."""
        bare = len(before) == 1 and not self.start.label.rest
        return not bare and (is_stub(row) or scale_from(self.body.rows, row.index) > 0)

    def _stops_at_paragraph(self, row: Row, taken: Taken) -> bool:
        before = taken.rows
        if before[-1].text.endswith(":") and (row.text[0] in _QUOTES or row.left > before[0].left + CELL):
            return False
        if self._is_next_bullet(row, before) or (
            _is_other_voice(row.text) and not self._is_quoted(row, taken)
        ):
            return True
        led_in = before[-1].text.endswith(":") and PART.match(row.text) is not None
        if self._is_other_count(row, before) or (not led_in and _is_outdented(row, taken)):
            return True
        if PART.match(row.text) or (self.start.row.line.box and row.line.box):
            return False
        return self._looks_else(row, taken) or self._is_plain_text(row, before) or self._is_prose(row, before)

    def _is_quoted(self, row: Row, taken: Taken) -> bool:
        """Right below a bare label, set apart or before "Response": what is replied to may "welcome", too."""
        if self.start.label.rest or taken.said:
            return False
        slanted = row.line.italic and not self.body.italic
        return slanted or (row.line.bold and not self.body.bold) or self._is_replied_to(row)

    def _is_replied_to(self, row: Row) -> bool:
        """The next heading or label below is the one over the reply."""
        if row.heading:
            return False
        below = self.body.rows[row.index + 1 : row.index + _FURTHER]
        following = next((each for each in below if each.heading or _is_worded(each)), None)
        return following is not None and bool(following.heading) and REPLY.match(following.text) is not None

    def _leaves_box(self, row: Row, before: Sequence[Row]) -> bool:
        """Out of the panel that the label stands in, unless the panel reaches over the page's end."""
        box = self.start.row.line.box
        if not box or row.line.box in {box, before[-1].line.box}:
            return False
        if len(before) == 1 and not self.start.label.rest and row.line.box:
            return False  # a bare label has a cell of its own
        led_in = before[-1].text.endswith(":") and PART.match(row.text)
        if row.line.box and (led_in or self._is_under_title(row, before)):
            return False
        if row.page == before[-1].page + 1:
            goes_on = bool(row.line.box and PART.match(row.text))
            return row.opens and before[-1].ends and not goes_on
        return True

    def _is_under_title(self, row: Row, before: Sequence[Row]) -> bool:
        """The item's first frame holds its label and title alone, and the frame right below it advises."""
        box = self.start.row.line.box
        if before[-1].line.box != box or before[-1].ends or abs(row.left - self.start.row.left) > CELL:
            return False
        below = self.body.rows[row.index : row.index + _SENTENCE]
        said = words_of([each for each in below if each.line.box == row.line.box])
        is_reply = _is_other_voice(row.text) or label_of(row) is not None
        return not is_reply and bool(STRONG.stand_in(said) or IMPERATIVE.match(said))

    def _is_other_cell(self, row: Row, before: Sequence[Row]) -> bool:
        """To the right of text on the same height: another column of the table."""
        line = row.line
        beside = any(
            each.page == row.page
            and each.line.right < line.left + _LEVEL
            and min(each.line.bottom, line.bottom) - max(each.line.top, line.top) > 0.5 * line.height
            for each in before[-_BESIDE:]
        )
        if beside:
            self.cells.append(row)
            return True
        # A cell of more lines than the item's own goes on below it, and on the next page.
        self.cells += [row] * any(_goes_on(each, row) for each in self.cells)
        return bool(self.cells) and self.cells[-1] is row

    def _is_next_bullet(self, row: Row, before: Sequence[Row]) -> bool:
        if self.start.label.form is not Form.LISTED or (len(before) == 1 and not self.start.label.rest):
            return False
        heads = self.start.row.heading > 0 and not self.manner.asks
        if heads or (BULLET.match(row.text) and not PART.match(self.start.row.text)):
            return False  # of a paragraph that recommends they are parts
        if row.left > self.start.row.left + _LEVEL or counts_within(before[0], before, row):
            return False
        return PART.match(row.text) is not None or not goes_on(self.body.rows, before[0], row.index)

    def _stops_at_heading(self, row: Row, before: Sequence[Row]) -> bool:
        """Not at one that is a part, the item's title, or of a lower rank than the item's own."""
        if _is_other_voice(row.text):
            return True
        if PART.match(row.text) and not (row.text[0].isdigit() and self._outranks(row, before)):
            return False
        if len(before) == 1 and not self.start.label.rest and row.page == before[0].page:
            return False
        within = row.heading < self.start.row.heading - _LOWER and row.heading < MARKED
        return not (within and self.manner.listed and row.page == before[-1].page)

    def _outranks(self, row: Row, before: Sequence[Row]) -> bool:
        """A numbered heading above the item's own, or no next one, is a section's, not a part's."""
        if self.start.label.form is Form.BARE or row.heading > self.start.row.heading + _LOWER:
            return True
        number = (label_of(row) or self.start.label).value[0]
        return number > 1 and not any(_precedes(each, number) for each in before[1:])

    def _is_other_count(self, row: Row, before: Sequence[Row]) -> bool:
        """A numbered paragraph of another series, no further in than the item."""
        label = label_of(row)
        if label is None or row.left > self.start.row.left + _LEVEL:
            return False
        if label.form is Form.WORD:
            return label.sure
        if self._follows_label_alone(before):
            return False
        if len(label.value) > 1 or self._is_note(label, before) or self._counts_paragraphs(label, before):
            return True
        if label.value[0] == 1:
            return self._begins_other_count(label, before)
        return not any(_precedes(each, label.value[0]) for each in before[1:])

    def _begins_other_count(self, label: Label, before: Sequence[Row]) -> bool:
        """The first of a count that no part of the item begins."""
        if self.start.label.form is Form.WORD:
            last = before[-1]
            finished = last.has_leaders or (last.ends and not last.text.endswith(_GOING_ON))
            return label.sign == "1." and finished
        if self.start.label.form is not Form.BARE:
            return False
        section = label.sign == "1" and before[-1].ends and not before[-1].text.endswith(_GOING_ON)
        return section or label.sign == self.start.label.sign

    def _counts_paragraphs(self, label: Label, before: Sequence[Row]) -> bool:
        """What stands right under a bare label has the report's own number, and this is the next."""
        own = label_of(before[1]) if len(before) > 1 and not self.start.label.rest else None
        return own is not None and own.sign == label.sign and (1,) < own.value < label.value

    def _is_note(self, label: Label, before: Sequence[Row]) -> bool:
        """The notes at the document's end: "[1]" or, as no part begins after a full stop, "(1)"."""
        if label.value != (1,) or label.sign == self.start.label.sign:
            return False
        return label.sign == "[1]" or (label.sign == "(1)" and before[-1].text.endswith("."))

    def _follows_label_alone(self, before: Sequence[Row]) -> bool:
        """Under a bare "Recommendation 4" the paragraph may have a number of the report's own."""
        return self.start.label.form is Form.WORD and not self.start.label.rest and len(before) == 1

    def _looks_else(self, row: Row, taken: Taken) -> bool:
        """The item's own paragraphs share a style; another one ends it."""
        if not taken.said or (self.manner.titled and all(each.line.bold for each in taken.rows)):
            return False
        if not row.is_sized_like(taken.said[-1]):
            return True
        before = taken.rows
        return before[-1].ends and self._differs(row, taken) and not self._only_explains(row, before)

    def _only_explains(self, row: Row, before: Sequence[Row]) -> bool:
        """A sentence on the intent, in a style of its own, and then what is recommended, hanging alike."""
        if not self.manner.listed or self.manner.asks or self.start.label.form is Form.WORD:
            return False
        said = " ".join([self.start.label.rest, *(each.text for each in before[1:])])
        follows = self.body.rows[row.index : row.index + _SENTENCE]
        advises = STRONG.stand_in(words_of(follows))
        explains = not STRONG.stand_in(said) or _INTENT.match(said)
        hangs = row.left > self.start.row.left + _OUTDENT or not self.body.document.sheets
        return advises and bool(explains) and hangs

    def _differs(self, row: Row, taken: Taken) -> bool:
        bold, italic = taken.bold / taken.letters, taken.italic / taken.letters
        if bold < _HARDLY and row.line.bold and not self.body.bold:
            return True
        return (bold > _MOSTLY and not row.line.bold) or (italic > _MOSTLY and not row.line.italic)

    def _is_plain_text(self, row: Row, before: Sequence[Row]) -> bool:
        """Among running text, one paragraph (and its parts) is the item, unless its look sets it apart."""
        last = before[-1]
        if (
            self.manner.listed
            or last.index < self.title
            or (self.manner.sectioned and self._has_own_section())
        ):
            return False
        if len(before) == 1 and not self.start.label.rest:
            return False  # "Recommendation 4." is a label, not a sentence
        if not last.ends or last.text.endswith(":"):
            return False
        return row.gap > _FAR or not self._is_set_apart(row, last)

    def _is_prose(self, row: Row, before: Sequence[Row]) -> bool:
        """Where each item is one paragraph, a long one that advises nothing belongs to the report again."""
        last = before[-1]
        if not self.manner.single or not last.ends or last.text.endswith(":") or last.index < self.title:
            return False
        if row.page != last.page or (len(before) == 1 and not self.start.label.rest):
            return False
        words = words_of(paragraph_from(self.body.rows, row.index))
        return len(words.split()) >= _LONG and not STRONG.stand_in(words)

    def _is_set_apart(self, row: Row, last: Row) -> bool:
        apart = (last.line.bold and not self.body.bold) or (last.line.italic and not self.body.italic)
        edge = self.body.usual_left + _INSET
        if apart or (last.left > edge and row.left > edge):
            return True
        # Below its bullets an item may end with a sentence of its own; what tells of other things does not.
        return BULLET.match(last.text) is not None and STRONG.stand_in(
            words_of(paragraph_from(self.body.rows, row.index))
        )

    def _has_own_section(self) -> bool:
        """A heading of its own: what stands below it, up to the next heading, belongs to it."""
        row = self.start.row
        return row.heading > 0 and (row.line.heading > 0 or row.size > _LARGER * self.body.size)


def _is_outdented(row: Row, taken: Taken) -> bool:
    """Further left than the item, whose own heading may be centred."""
    return row.left < taken.leftmost - _OUTDENT and taken.leftmost < inf


def _enters_box(row: Row, before: Sequence[Row]) -> bool:
    """Below the end of a sentence on the open page: a table or a panel that is not the item's."""
    last = before[-1]
    if not row.line.box or last.line.box or row.page != last.page:
        return False
    return last.ends and not last.text.endswith(":") and PART.match(row.text) is None


def _is_other_voice(text: str) -> bool:
    """Of the one who replies, or signs."""
    if REPLY.match(text) or REPLIED.match(text) or SIGNED.match(text):
        return True
    return not _DASHES.isdisjoint(text) and NAMED_REPLY.match(text) is not None


def _goes_on(cell: Row, row: Row) -> bool:
    """What stands below a cell in its column, also over the page's end, is that cell's or the next one's."""
    return abs(cell.left - row.left) <= _LEVEL and row.page - cell.page in {0, 1}


def _is_worded(row: Row) -> bool:
    label = label_of(row)
    return label is not None and label.form is Form.WORD


_FURTHER = 40
"""Rows: what is replied to is no longer."""


def _precedes(row: Row, number: int) -> bool:
    label = label_of(row)
    return label is not None and label.value == (number - 1,)
