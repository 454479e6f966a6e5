"""An item's rows to the record of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.domain.records.ids import RecommendationId, new_id
from drafter.domain.records.reports import Recommendation, Region
from drafter.reports.recognising.answers import limit_in, options_in, without_limit
from drafter.reports.recognising.extents import Extent
from drafter.reports.recognising.headings import heading_above, heading_text
from drafter.reports.recognising.joining import joined
from drafter.reports.recognising.kinds import is_for_conclusions, kind_of
from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.manners import Manner
from drafter.reports.recognising.parts import parts_of
from drafter.reports.recognising.rows import Body, Row
from drafter.reports.recognising.runs import Run, Start

_PARAGRAPH_NUMBER = re.compile(r"^\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=[A-Z“\"‘])")
"""The report's own count of paragraphs, between "Recommendation 4" and its text."""
_INVITATION = re.compile(
    r"(?:(?<=[.?!:;)])|\n)\s*(?:"
    r"do not include (?:any )?personal (?:information|data|details)[^.]*"
    r"|please (?:explain|give (?:your )?reasons?|provide (?:your )?reasons?|"
    r"give details|provide details|comment|elaborate|expand|tell us why|provide evidence|"
    r"provide further (?:details|information)|state your reasons)"
    r"(?: (?:for )?(?:your|the) (?:answers?|response|views?|reasoning|reasons?))?(?: (?:for|to support|"
    r"and evidence for) your (?:answers?|response|views?))?(?: (?:below|here|in the box below))?"
    r"|why(?: or |/)?(?:\s?why not)?|if (?:so|not|yes|no),? (?:why(?: not)?|please (?:explain|"
    r"give reasons|tell us why)(?: why)?)|please (?:explain|say) why(?: or why not)?|"
    r"(?:please )?give reasons for your (?:answer|response|view)s?)\s*[.?!]?\s*$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation with the rows that it was made of."""

    start: Start
    rows: Sequence[Row]
    after: Sequence[Row]
    text: str
    words: int
    """How many its text has."""


def item_of(body: Body, start: Start, extent: Extent, manner: Manner) -> Item:
    """The item that begins at `start`."""
    theme = manner.column is not None and len(extent.rows) > 1
    texts = ["" if theme else start.label.rest, *(row.text for row in extent.rows[1:])]
    if start.label.form is Form.WORD and not start.label.rest and len(texts) > 1:
        texts[1] = _PARAGRAPH_NUMBER.sub("", texts[1])
    text = joined(body, extent.rows, texts)
    if start.label.form is Form.TRAILING:
        text = text.removesuffix(start.label.sign)
    if manner.asks:
        text = _without_invitation(text)
    text = text.strip()
    return Item(start, extent.rows, extent.after, text, len(text.split()))


def _without_invitation(text: str) -> str:
    while (shorter := _shorter(text)) != text:
        text = shorter
    return text


def _shorter(text: str) -> str:
    found = _INVITATION.search(text)
    if found and found.start() and not _PART_ALONE.search(text[: found.start()]):
        return text[: found.start()].rstrip()
    return without_limit(text)


_PART_ALONE = re.compile(r"\n\(?[a-z][.)]\s*$")
"""What stands after "(b)" is a part of the question, even if it only asks why."""


def recommendation_of(
    body: Body, run: Run, item: Item, copies: Sequence[Item], inside: set[int], *, asks: bool
) -> Recommendation:
    """The record. `inside` holds the indices of all rows of all items, which head nothing."""
    heading = heading_above(body, item.start.row, inside)
    list_heading = heading_text(body, run.heading) if run.heading is not None else ""
    naming = heading if is_for_conclusions(heading) else list_heading or heading
    paged = bool(body.document.sheets)
    spanned = [row.page for row in item.rows]
    other = [copy.start.row.page for copy in copies]
    after = [row.text for row in item.after]
    return Recommendation(
        id=RecommendationId(new_id()),
        label=item.start.label.number,
        kind=kind_of(run, item.text, naming, item.rows, asks=asks),
        text=item.text,
        heading=heading,
        page=item.start.row.page if paged else None,
        pages=tuple(dict.fromkeys(spanned + other)) if paged else (),
        parts=parts_of(body, item.rows),
        options=options_in(item.after),
        limit=limit_in([*after, item.text]),
        regions=tuple(regions_of(body, item.rows)) if paged else (),
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
    left, top, right, bottom = _as_shown(
        sheet.turned,
        _share(min(row.line.left for row in rows), sheet.width),
        _share(min(row.line.top for row in rows), sheet.height),
        _share(max(row.line.right for row in rows), sheet.width),
        _share(max(row.line.bottom for row in rows), sheet.height),
    )
    return Region(page=rows[0].page, left=left, top=top, right=right, bottom=bottom)


def _as_shown(
    turned: int, left: float, top: float, right: float, bottom: float
) -> tuple[float, float, float, float]:
    """Shares of the page as it is read to shares of the page as it is shown, turned clockwise."""
    for _ in range(turned):
        left, top, right, bottom = round(1 - bottom, 4), left, round(1 - top, 4), right
    return left, top, right, bottom


def _share(distance: float, whole: float) -> float:
    return round(min(1.0, max(0.0, distance / whole)), 4)
