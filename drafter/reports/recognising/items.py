"""An item's rows to the record of it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.domain.placing import letters_of
from drafter.domain.quarter_turns import turned_by
from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import Limit, Recommendation, Region
from drafter.reports.recognising.answers import (
    choices_begin,
    implied_scale,
    options_in,
    plain,
    without_choices,
    without_choosing,
)
from drafter.reports.recognising.extents import Extent
from drafter.reports.recognising.headings import heading_above, heading_text
from drafter.reports.recognising.joining import joined
from drafter.reports.recognising.kinds import is_for_conclusions, kind_of
from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.limits import limit_in, said_in_question, without_limit
from drafter.reports.recognising.manners import Manner
from drafter.reports.recognising.parts import parts_of
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.starts import Run, Start
from drafter.reports.recognising.stopping import PART
from drafter.reports.recognising.wordings import TELLING

_PARAGRAPH_NUMBER = re.compile(
    r"^\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=[A-Z“\"‘])|^(?:paragraph|para\.?)\s\d{1,3}(?:\.\d{1,3})*\.?$", re.I
)
"""The report's own count of paragraphs, between "Recommendation 4" and its text."""
_INVITATION = re.compile(
    r"(?:(?<=[.?!:;)])|\n)\s*(?:"
    r"do not include (?:any )?personal (?:information|data|details)[^.]*"
    r"|please (?:explain|give (?:your )?reasons?|provide (?:your )?reasons?|"
    r"give details|provide details|comment|elaborate|expand|tell us why|provide evidence|"
    r"provide (?:any )?(?:further|supporting|your) (?:details|information|evidence|views)"
    r"|provide any evidence|state your reasons)"
    r"(?: (?:for )?(?:your|the) (?:answers?|response|views?|reasoning|reasons?))?(?: (?:for|to support|"
    r"and evidence for) your (?:answers?|response|views?))?(?: with (?:\w+ )?(?:justifications?|reasons?|"
    r"reasoning|examples?|evidence))?"
    r"(?: (?:and|with|or) (?:any )?(?:supporting )?(?:evidence|examples))?"
    r"(?: (?:below|here|in the box below))?"
    r"|why(?: or |/)?(?:\s?why not)?|if (?:so|not|yes|no),? (?:why(?: not)?|please (?:explain|"
    r"give reasons|tell us why)(?: why)?)|please (?:explain|say) why(?: or why not)?|"
    r"please (?:give|provide|include) (?:any |some |further )?(?:examples?|references?|evidence|details)"
    r" (?:where|if) (?:possible|available|relevant|appropriate|you can)|"
    r"(?:please )?give reasons for your (?:answer|response|view)s?)\s*[.?!]?\s*$",
    re.I,
)


_LONGEST_INVITATION = 1000
"""Letters: it stands at the very end."""
_LONGER = 2
"""So many times the rows of an item its copy takes at most, where it is set narrower."""

_MOST_LABEL_ROWS = 2
"""A label of its own above the text, and the title behind it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation with the rows that it was made of."""

    start: Start
    rows: Sequence[Row]
    after: Sequence[Row]
    text: str
    words: int
    """How many its text has."""
    options: tuple[str, ...] = ()
    """The answers to choose from that stand in the question itself, not below it."""
    said: tuple[str, ...] = ()
    """What was taken off its end: how long the answer may be, and that reasons are welcome."""
    offered: int = 0
    """So many of its last rows are answers to choose from, no parts of it."""


def item_of(body: Body, start: Start, extent: Extent, manner: Manner) -> Item:
    """The item that begins at `start`."""
    if manner.asks:
        return _question(body, start, extent, manner)
    text = _text(body, start, extent.rows, manner)
    return Item(start, extent.rows, extent.after, text, len(text.split()))


def _question(body: Body, start: Start, extent: Extent, manner: Manner) -> Item:
    """The question alone; the answers to choose from and the limits apart."""
    at = choices_begin(extent.rows, extent.after, PART)
    rows, offered = extent.rows[:at], extent.rows[at:]
    parts = parts_of(body, [rows[-1], *offered])
    text, said = _alone(_text(body, start, rows, manner))
    text, choices = without_choices(text)
    text, more = _alone(text)
    return Item(
        start,
        extent.rows,
        extent.after,
        text,
        len(text.split()),
        options=(*choices, *(plain(part.text) for part in parts)),
        said=(*said, *more),
        offered=len(offered),
    )


def _text(body: Body, start: Start, rows: Sequence[Row], manner: Manner) -> str:
    theme = manner.column is not None and len(rows) > 1 and manner.column.is_right_of(start.row)
    texts = ["" if theme else start.label.rest, *(row.text for row in rows[1:])]
    if start.label.form is Form.WORD and not start.label.rest and len(texts) > 1:
        texts[1] = _PARAGRAPH_NUMBER.sub("", texts[1])
    if len(texts) > 1 and texts[0] and rows[0].heading and _is_again(texts[0], rows[1]):
        texts[0] = ""  # the title, printed again in the box below the heading
    text = joined(body, rows, texts)
    if not manner.asks and ("response" in text or "reply" in text):
        text = _REPLY_WITHIN.split(text, maxsplit=1)[0]
    return (text.removesuffix(start.label.sign) if start.label.form is Form.TRAILING else text).strip()


_REPLY_WITHIN = re.compile(
    r"(?<=[.;])\s+(?:[A-Z][\w’'-]*\s(?:(?:of|and|the|for)\s)*){1,8}(?:response|reply)\s?:\s"
)
"""Behind what is recommended, in the same paragraph: "Department of Sport response: Agreed."."""


def _is_again(title: str, below: Row) -> bool:
    return below.opens and below.text.strip(" .:").lower() == title.strip(" .:").lower()


def _alone(text: str) -> tuple[str, tuple[str, ...]]:
    """The question without what follows it, and what that says."""
    said: list[str] = []
    while len(said) < _MOST_SAID and (shorter := _shorter(text)) != text:
        said.append(text[len(shorter) :].strip())
        text = shorter
    return text.strip(), tuple(said)


_MOST_SAID = 50


def _shorter(text: str) -> str:
    found = _INVITATION.search(text, max(0, len(text) - _LONGEST_INVITATION))
    if found and found.start() and not _PART_ALONE.search(text[: found.start()]):
        return text[: found.start()].rstrip()
    return without_choosing(without_limit(text))


_PART_ALONE = re.compile(r"\n\(?[a-z][.)]\s*$")
"""What stands after "(b)" is a part of the question, even if it only asks why."""


def recommendation_of(
    body: Body, run: Run, item: Item, copies: Sequence[Item], inside: set[int], *, asks: bool
) -> Recommendation:
    """The record, of all its printings. `inside` holds the indices of all items' rows, which head nothing."""
    heading = heading_above(body, item.start.row, inside)
    list_heading = heading_text(body, run.heading) if run.heading is not None else ""
    naming = heading if is_for_conclusions(heading) else list_heading or heading
    paged = bool(body.document.sheets)
    printings = (item, *copies)
    again = [_printed_again(body, item, copy) for copy in copies]
    pages = [row.page for row in item.rows] + [rows[0].page for rows in again]
    marked = [item.rows, *again]
    regions = [region for rows in marked for region in regions_of(body, rows)] if paged else []
    return Recommendation(
        id=RecommendationId(new_id()),
        label=item.start.label.number,
        kind=kind_of(run, item.start, item.text, naming, item.rows, asks=asks),
        text=item.text,
        heading=_chapter(body, heading, copies, inside),
        page=item.start.row.page if paged else None,
        pages=tuple(dict.fromkeys(pages)) if paged else (),
        parts=parts_of(body, item.rows[: len(item.rows) - item.offered]),
        options=next(filter(None, map(_options, printings)), implied_scale(item.text) if asks else ()),
        limit=next(filter(None, map(_limit, printings)), None),
        regions=tuple(dict.fromkeys(regions)),
    )


def _options(item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*item.options, *options_in(item.after))))


def _limit(item: Item) -> Limit | None:
    return limit_in([*item.said, *said_in_question(item.text), *(row.text for row in item.after)])


def _printed_again(body: Body, item: Item, copy: Item) -> Sequence[Row]:
    """The rows that say the same, not the discussion round them; the copy may have been taken for shorter."""
    first = copy.start.row.index
    most = max(len(copy.rows), _LONGER * len(item.rows))
    rows = body.rows[first : first + most]
    wanted, ends, said = letters_of(item.text), [0], ""
    for row in rows:
        said += letters_of(row.text)
        ends.append(len(said))
    at = said.find(wanted)
    if at >= 0:
        begun = bisect_right(ends, at) - 1
        end = bisect_left(ends, at + max(len(wanted), 1))
        return rows[begun if begun > _MOST_LABEL_ROWS else 0 : end]
    # Worded otherwise: as much from its beginning.
    return copy.rows[: max(bisect_left(ends, len(wanted)), 1)]


def _chapter(body: Body, heading: str, copies: Sequence[Item], inside: set[int]) -> str:
    """Above the printing in its chapter, where this one stands in a list of all."""
    if heading and not _names_the_whole(heading):
        return heading
    others = (heading_above(body, copy.start.row, inside) for copy in copies)
    return next((each for each in others if each and not _names_the_whole(each)), heading)


def _names_the_whole(heading: str) -> bool:
    """A list, a summary or an annex; or no heading at all but a point of some other list."""
    if _ONE.match(heading):
        return False
    return bool(TELLING.search(heading) or _WHOLE.match(heading) or _POINT.match(heading))


_ONE = re.compile(r"(?:Proposal|Recommendation|Question|Option|Issue|Theme)\s\d{1,3}\s*[:.–—-]\s*\S")
"""One proposal, which the questions below it are about."""
_POINT = re.compile(r"\([a-z]{1,4}\)\s")
_WHOLE = re.compile(
    r"(?:[\d.]+\s+)?(?:(?:executive|plain english) )?(?:summary|annex|appendix|overview)\b", re.I
)


def regions_of(body: Body, rows: Sequence[Row]) -> list[Region]:
    """One rectangle a page and column."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and groups[-1][-1].page == row.page and row.line.top > groups[-1][-1].line.top - 2:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_region(body, group) for group in groups]


def _region(body: Body, rows: Sequence[Row]) -> Region:
    sheet = body.document.sheets[rows[0].page - 1]
    shares = (
        _share(min(row.line.left for row in rows), sheet.width),
        _share(min(row.line.top for row in rows), sheet.height),
        _share(max(row.line.right for row in rows), sheet.width),
        _share(max(row.line.bottom for row in rows), sheet.height),
    )
    left, top, right, bottom = (round(each, 4) for each in turned_by(sheet.turned, shares))
    return Region(page=rows[0].page, left=left, top=top, right=right, bottom=bottom)


def _share(distance: float, whole: float) -> float:
    return round(min(1.0, max(0.0, distance / whole)), 4)
