"""A response as a JSON file: the least that is read, and everything when written."""

import datetime as dt
from pathlib import Path
from typing import Literal

import msgspec

from drafter.domain.errors import NotAResponseFile
from drafter.domain.records.reports import Limit
from drafter.domain.records.responses import Passage, Response, ResponseState, Shape
from drafter.domain.records.stances import Stance
from drafter.domain.richtext_html import to_html
from drafter.services.exchange_files import RESPONSE, VERSION, read_exchange
from drafter.services.files import json_text, write_text
from drafter.services.limits import own_limit
from drafter.services.report_entries import ReportEntry, report_entry
from drafter.store import exchange
from drafter.store.library import Library

Name = str | int
"""A recommendation by its id or label; who writes a file by hand writes the label 4 as a number."""


class StanceEntry(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A stance on a recommendation, which is named by id or label."""

    recommendation: Name
    stance: Stance
    reason: str = ""
    note: str = ""
    set_aside: bool = False


class PassageEntry(msgspec.Struct, kw_only=True, omit_defaults=True):
    """Words of the library (a position by id or title), own words (a body), or both: tailored words."""

    id: str = ""
    position: str = ""
    revision: str = ""
    body: str | None = None
    answers: tuple[Name, ...] | None = None
    drawn_from: tuple[str, ...] = ()


class SectionEntry(msgspec.Struct, kw_only=True, omit_defaults=True):
    """A section; `answers` is for those of its passages that name none."""

    id: str = ""
    heading: str = ""
    answers: tuple[Name, ...] = ()
    passages: tuple[PassageEntry, ...] = ()


class ResponseFile(msgspec.Struct, kw_only=True):
    """The whole file; `versions` holds the history of every position that it uses."""

    format: Literal["drafter-response"]
    version: Literal[1]
    id: str = ""
    title: str
    standfirst: str = ""
    author: str = ""
    role: str = ""
    organisation: str = ""
    date: dt.date | None = None
    deadline: dt.date | None = None
    limit: Limit | None = None
    """How long the whole may be."""
    shape: Shape = Shape.POINT_BY_POINT
    state: ResponseState = ResponseState.DRAFTING
    report: str | ReportEntry | None = None
    stances: tuple[StanceEntry, ...] = ()
    sections: tuple[SectionEntry, ...] = ()
    versions: tuple[str, ...] = ()


def read_response_file(text: str, name: str) -> ResponseFile:
    """Raises NotAResponseFile naming what is wrong and where."""
    return read_exchange(text, name, ResponseFile, form=RESPONSE, error=NotAResponseFile)


def response_json(library: Library, response: Response) -> str:
    """Everything the response is, with the report and the wordings that it needs."""
    report = library.report(response.head.report) if response.head.report is not None else None
    used = {each.use.position for each in response.passages if each.use is not None}
    drawn = {revision for each in response.passages for revision in each.drawn_from}
    used |= {each.wording.position for each in library.revisions_of(drawn).values()}
    head = response.head
    file = ResponseFile(
        format=RESPONSE,
        version=VERSION,
        id=head.id,
        title=head.title,
        standfirst=head.standfirst,
        author=head.author,
        role=head.role,
        organisation=head.organisation,
        date=head.dated,
        deadline=head.deadline,
        limit=own_limit(library, response.id),
        shape=head.shape,
        state=head.state,
        report=report_entry(report) if report is not None else None,
        stances=tuple(
            StanceEntry(
                recommendation=each.recommendation,
                stance=each.stance,
                reason=each.reason,
                note=each.note,
                set_aside=each.set_aside,
            )
            for each in response.stances
        ),
        sections=tuple(
            SectionEntry(id=each.id, heading=each.heading, passages=tuple(map(_passage_entry, each.passages)))
            for each in response.sections
        ),
        versions=exchange.versions_out(library, about=used) if used else (),
    )
    return json_text(msgspec.to_builtins(file))


def write_response_json(library: Library, response: Response, target: Path) -> None:
    write_text(target, response_json(library, response))


def _passage_entry(passage: Passage) -> PassageEntry:
    entry = PassageEntry(
        id=passage.id,
        body=to_html(passage.text),
        answers=tuple(passage.answers),
        drawn_from=tuple(passage.drawn_from),
    )
    if passage.use is None:
        return entry
    return msgspec.structs.replace(entry, position=passage.use.position, revision=passage.use.revision)
