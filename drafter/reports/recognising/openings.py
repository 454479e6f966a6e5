"""Where paragraphs begin, in formats that do not say so."""

import re
from collections.abc import Sequence

from drafter.reports.recognising.rows import Row

_LABELLED = re.compile(
    r"(?:[\[(]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxl]{1,5}|[A-Z]|[IVXL]{1,5})[.)\]:]{1,2}(?=\s|$|[A-Z])|"
    r"[•▪◦☐]|[–-]\s)"
)
_SURELY_LABELLED = re.compile(r"\((?:[a-z]|[ivxl]{1,8})\)\s|(?:\[\s?\]|\(\s?\))\s|[•▪◦☐]\s")
_CITING = ("section", "paragraph", "paragraphs", "article", "regulation", "clause", "schedule", " s.")
_HANGING = re.compile(
    r"(?:[\[(]?(?:\d{1,3}(?:\.\d{1,3})*[a-z]?|[a-z]|[ivxl]{1,5}|[A-Z]|[IVXL]{1,5})[.)\]:]{0,2}|"
    r"[A-Z]{1,2}\d{1,3}[.:]?|[•▪◦–-])\s"
)
_LABEL_ALONE = re.compile(
    r"(?:Recommendation|Question|Proposal|Conclusion|Call to action|Action)\s+(?:No\.?\s*)?[\w.]{1,9}[.:]?",
    re.I,
)
_WORD_LABEL = re.compile(r"(?:Recommendation|Rec|Question|Proposal|Conclusion|Action|Call to action)\.?\s+\d")
_MAY_BE_LABEL = re.compile(
    r"[\[(•▪◦☐\d–-]|[A-Za-z]{1,5}[.)\]:]|(?i:rec(?:ommendation)?|question|proposal|conclusion|"
    r"(?:call to )?action)[.\s]"
)
"""So begins whatever is tried as a label below: most lines need to be tried but once."""
_ANSWER = re.compile(r"(?:[A-Z][\w’'-]+\s){1,3}(?:response|comment|reply|position)s?:|Theme:\s", re.I)
_STOPS = re.compile(r"[.?!][’”\"')]*$")
_LETTER = re.compile(r"[^\W\d_]")

_APART, _UPWARDS = 1.3, -0.5
"""A gap of more line distances than the first, or a step back up, begins a paragraph."""
_TAIL = 12
"""Letters at a line's end, enough to see how it ends."""
_LONGEST_WRAPPED = 140
"""Letters."""
_CLOSE = 0.5
_INDENT, _OUTDENT, _CELL = 9.0, 4.0, 24.0
_SHORT = 0.8
"""A line that ends before this share of the usual line's end is the last of its paragraph."""


def find_openings(rows: Sequence[Row], *, marked: bool, paged: bool) -> None:
    """Mark the rows that begin a paragraph; in marked formats each does.

    In plain text, too, a line that ends early ends its paragraph. On pages it need not: columns are narrow.
    """
    wide = _wide(rows)
    last = counted = next(iter(rows), None)
    counts: dict[int, Row] = {}
    marked = marked or (not paged and _is_unwrapped(rows))
    for at, row in enumerate(rows):
        row.opens = (
            marked
            or at == 0
            or row.line.opens
            or _opens(rows[at - 1], row, wide)
            or (
                _opens_on_page(rows, at, counts) if paged else _opens_in_text(rows, at, (last, counted), wide)
            )
            or (at + 1 < len(rows) and rows[at + 1].left > row.left + _INDENT and _hangs(row, rows[at + 1]))
        )
        if row.opens:
            last = row
            counted = row if row.text[:1].isdigit() and _COUNT.match(row.text) else counted
            if paged and row.text[:1] in _COUNTING:
                counts[round(row.left)] = row


def _opens_in_text(rows: Sequence[Row], at: int, begun: tuple[Row | None, Row | None], wide: float) -> bool:
    """`begun` are the last paragraph's first row, and that of the last one with a number."""
    last, counted = begun
    above, row = rows[at - 1], rows[at]
    return (
        _is_cut(above, row, wide)
        or (above.ends and _had_room(rows, at))
        or _heads_count(above, row, rows[at + 1 : at + 2], last)
        or _counts_on(last, row)
        or (above.ends and _counts_on(counted, row))
        or ((above.ends or above.text.isdigit()) and _WORD_LABEL.match(row.text) is not None)
        or (above.ends and _REPLY_ALONE.fullmatch(row.text) is not None)
        or (
            above.text.endswith((")", "]"))
            and row.text[:1].isupper()
            and _TAIL_LABEL.search(above.text) is not None
        )
        or (
            (
                above.ends
                or above.text.endswith("]")
                or _is_short(above, wide)
                or _NAMES.match(above.text) is not None
            )
            and _DOTTED.match(row.text) is not None
        )
    )


_REPLY_ALONE = re.compile(
    r"(?:(?:UK |Scottish |Welsh )?(?:Government|Department|Agency|Commission)(?:[’']s)? )?"
    r"(?:response|reply|rationale|why this matters):?",
    re.I,
)
_TAIL_LABEL = re.compile(r"[\[(](?:rec|conc|para|prop|R/|[A-Z]/?)[^()\[\]]*\d[\])]$", re.I)
"""A label that follows its item, at the end of the line."""
_NAMES = re.compile(r"(?:recommendations|questions|proposals)\s(?:for|to|on)\b", re.I)
_DOTTED = re.compile(
    r"(?:\d{1,3}\.\d{1,3}(?:\.\d{1,3})?|(?:[A-Z]R|[RQP])\d{1,3}(?:[.-]\d{1,3}){0,3}[.:]?)\s+[A-Z“‘]|[RQ]\d{1,3}(?:[.-]\d{1,3})?[.:]?$"
)
"""A paragraph of the report's own count."""


def _opens_on_page(rows: Sequence[Row], at: int, counts: dict[int, Row]) -> bool:
    above, row = rows[at - 1], rows[at]
    if above.line.left > row.line.right + _CELL and above.page == row.page and _is_line_of_table(rows, at):
        return True
    return row.text[:1] in _COUNTING and _counts_below(counts.get(round(row.left)), above, row)


def _is_unwrapped(rows: Sequence[Row]) -> bool:
    """Pasted with each paragraph on one line, as browsers do: no hand wraps lines so long."""
    return sum(len(row.text) > _LONGEST_WRAPPED for row in rows) * 10 >= len(rows)


def _wide(rows: Sequence[Row]) -> float:
    """Where full lines end."""
    rights = sorted([row.line.right for row in rows])
    return rights[int(0.9 * (len(rights) - 1))] if rights else 0.0


def _opens(above: Row, below: Row, wide: float) -> bool:
    if not above.is_sized_like(below) or (above.line.box and _is_next_frame(above, below)):
        return True
    if above.page != below.page:
        return _opens_page(above, below, short=_is_short(above, wide))
    if not _UPWARDS <= below.gap <= _APART:
        return True
    if ":" in below.text and above.ends and _ANSWER.match(below.text):
        return True
    short = _is_short(above, wide)
    if _MAY_BE_LABEL.match(below.text) and _begins_with_label(above, below, short=short):
        return True
    return (short and above.ends) or _turns_bold(above, below, short=short)


def _is_next_frame(above: Row, below: Row) -> bool:
    """A row of a table below the label's or title's own."""
    if not above.line.box or not below.line.box or above.line.box == below.line.box:
        return False
    return (
        below.text[:1].isupper()
        and below.line.top > above.line.top
        and abs(above.left - below.left) < _OUTDENT
    )


def _is_short(row: Row, wide: float) -> bool:
    """Ends well before full lines do."""
    if row.wide:
        return row.wide - row.line.right > (1 - _SHORT) * _A_COLUMN
    return row.line.right < _SHORT * wide


_A_COLUMN = 240.0
"""Points: the usual width of one of two columns."""


def _is_cut(above: Row, below: Row, wide: float) -> bool:
    shouted = above.text.isupper() and below.text.isupper()
    begins = below.text[:1].isupper() or _LABEL_BELOW.match(below.text) is not None
    return above.line.right < _SHORT * wide and begins and not shouted


_LABEL_BELOW = re.compile(
    r"\d{1,3}(?:\.\d{1,3}){0,2}[.)]?\s+[A-Z“‘]|[\[(](?:Recommendation|Question)\s.{1,12}[\])]$"
)


def _had_room(rows: Sequence[Row], at: int) -> bool:
    """In text without look: the first word below a finished sentence would have stood above as well."""
    word = _FIRST_WORD.match(rows[at].text)
    if word is None:
        return False
    near = sorted(row.line.right for row in rows[max(0, at - _NEAR) : at + _NEAR])
    room = near[-_SECOND] if len(near) >= _NEAR else 0.0
    return rows[at - 1].line.right + (len(word[0]) + _MARGIN) * _A_LETTER <= room


_FIRST_WORD = re.compile(r"[A-Z‘“][\w’-]*")
_NEAR, _SECOND = 8, 2
"""Rows to each side, and which of their ends counts: one may be longer than the column."""
_MARGIN, _A_LETTER = 2, 6.0
"""Letters are not all of one width."""


def _counts_on(last: Row | None, row: Row) -> bool:
    """In text without look: the next number, letter or bullet of the count that the last paragraph is in."""
    one, two = _COUNT.match(last.text) if last else None, _COUNT.match(row.text)
    if last is None or one is None or two is None or abs(last.left - row.left) > _OUTDENT:
        return False
    if (one["open"], one["close"]) != (two["open"], two["close"]):
        return False
    before, now = one["mark"], two["mark"]
    if before.isdigit() and now.isdigit():
        return int(now) == int(before) + 1
    if before.isalpha() and now.isalpha():
        return bool(two["close"]) and ord(now) == ord(before) + 1
    return before == now


_COUNT = re.compile(r"(?P<open>[\[(]?)(?P<mark>\d{1,3}|[a-z]|[•▪◦–*-])(?P<close>[.)\]:]{0,2})\s+\S")


def _is_line_of_table(rows: Sequence[Row], at: int) -> bool:
    """Lower than a cell that stands wholly to the right, and what stands beside that one has ended."""
    beside, row = rows[at - 1], rows[at]
    level = _CLOSE * row.line.height
    line = [
        each for each in rows[max(0, at - _CELL_ROWS) : at] if abs(each.line.top - beside.line.top) < level
    ]
    left = [each for each in line if each.left < beside.left]
    return bool(left) and left[-1].ends and row.line.top > beside.line.top + level


_CELL_ROWS = 12
"""Lines: no cell is higher."""


def _counts_below(last: Row | None, above: Row, row: Row) -> bool:
    """The next number after the last one at the same distance, below a finished sentence or another cell."""
    if last is None or last.size != row.size or not (above.left != row.left or above.ends):
        return False
    before, found = _COUNTED.match(last.text), _COUNTED.match(row.text)
    if before is None or found is None or before["word"] != found["word"]:
        return False
    return int(found["number"]) == int(before["number"]) + 1


_COUNTING = frozenset("0123456789RQP")
_COUNTED = re.compile(r"(?P<word>R|Q|P|Rec\.?|)\s?(?P<number>\d{1,3})[.):]?\s+[^\W\d_a-z]")
"""Without a sign after it a number may be part of a sentence, but not one that counts on."""


def _heads_count(above: Row, row: Row, below: Sequence[Row], last: Row | None) -> bool:
    """A few words after a finished sentence, and then a count from 1, or the next number: whom it is for."""
    few = len(row.text.split()) <= _MOST_NAME_WORDS and row.text[:1].isupper() and row.text[-1:].isalnum()
    if not few or not above.ends or not below:
        return False
    text = below[0].text
    return bool(_FIRST_OF_ALL.match(text) or _NAMED_BELOW.match(text)) or _counts_on(last, below[0])


_NAMED_BELOW = re.compile(r"[\[(]?(?:Recommendation|Question|Proposal)\s(?:Sl\. )?(?:No\. )?\d")
_MOST_NAME_WORDS = 10
_FIRST_OF_ALL = re.compile(r"[\[(]?(?:1|i|a)[.)\]]{1,2}\s")


def _opens_page(above: Row, below: Row, *, short: bool) -> bool:
    if _LABELLED.match(below.text) and _LETTER.search(below.text):
        return True
    outdented = below.left < above.left - _OUTDENT
    if (short or outdented) and _WORD_LABEL.match(below.text):
        return True
    if below.text[:1].islower():
        return False
    return above.ends or above.line.bold != below.line.bold


def _begins_with_label(above: Row, below: Row, *, short: bool) -> bool:
    """With a number, letter or bullet that is no wrapped cross-reference."""
    if above.text[-_TAIL:].lower().endswith(_CITING):
        return False
    if _WORD_LABEL.match(below.text) and (
        above.line.box != below.line.box or below.left < above.left - _CELL
    ):
        return True
    if _SURELY_LABELLED.match(below.text):
        return True
    if _LABELLED.match(below.text) and (below.left < above.left - _OUTDENT or above.ends or short):
        return True
    return above.ends and _LABEL_ALONE.fullmatch(below.text) is not None


def _turns_bold(above: Row, below: Row, *, short: bool) -> bool:
    """From heading to text, or from a finished sentence to a heading."""
    if above.line.bold == below.line.bold or above.line.bold_stops:
        return False
    cut = short or above.line.bold_start != below.line.bold_start
    return cut and (above.line.bold or _STOPS.search(above.text[-_TAIL:]) is not None)


def _hangs(row: Row, below: Row | None) -> bool:
    """A label that stands out to the left of the lines below it."""
    if below is None or below.left <= row.left + _INDENT or below.page != row.page:
        return False
    return _CLOSE < below.gap < _APART and _HANGING.match(row.text) is not None
