"""Giving a merge field its value where that belongs: title block, report, or the organisation's own."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from drafter.domain.changes import Change, Edit, changed
from drafter.domain.errors import BadInput, NothingToDo
from drafter.domain.fields import FIELDS
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.responses import ResponseHead
from drafter.domain.records.working import Setting
from drafter.services.answering import report_of
from drafter.store.library import Library

OWN_FIELDS = "fields"
"""The library's setting that holds the organisation's own merge fields, as a JSON object."""

_OF_HEAD = {"organisation": "organisation", "author": "author", "role": "role", "response.title": "title"}
_OF_REPORT = {
    "report.title": "title",
    "report.author": "author",
    "report.publisher": "publisher",
    "report.published": "published",
}

_WHAT = {
    "organisation": "Your organisation",
    "author": "Who signs it",
    "role": "Their role",
    "response.title": "The headline",
    "response.date": "The date of the response (such as 2026-11-22)",
    "report.title": "The report’s title",
    "report.author": "Who wrote the report",
    "report.publisher": "Who published the report",
    "report.published": "When the report was published",
}


def what_is_asked(name: str) -> str:
    """What to type, in words: “Who published the report”."""
    return _WHAT.get(name, f"What “{name}” stands for, in every response")


def own_fields(library: Library) -> dict[str, str]:
    """The organisation's own merge fields and their values."""
    stored = library.setting(OWN_FIELDS)
    return msgspec.json.decode(stored, type=dict[str, str]) if stored else {}


def can_be_filled(name: str, head: ResponseHead) -> bool:
    """Whether a field without a value can be given one: some have nothing to stand for."""
    if name in _OF_REPORT:
        return head.report is not None
    return name not in FIELDS or name in _OF_HEAD or name == "response.date"


def fill_in(library: Library, response: ResponseId, name: str, value: str, *, by: str = "") -> Change:
    """Give one field its value. Raises NothingToDo without words, BadInput where it can have none."""
    value = " ".join(value.split())
    if not value:
        raise NothingToDo("Type what it stands for first.")
    edits = _edits(library, response, name, value)
    return library.apply(Change.of(f"Fill in “{name}”", edits, by=by))


def _edits(library: Library, response: ResponseId, name: str, value: str) -> tuple[Edit, ...]:
    head = library.response(response).head
    if name in _OF_HEAD or name == "response.date":
        return changed(head, _filled(head, name, value))
    if name in _OF_REPORT:
        report = report_of(library, head)
        if report is None:
            raise BadInput(
                "This response answers no report, so that field has no value. Take it out of the text."
            )
        named: dict[str, Any] = {_OF_REPORT[name]: value}
        return changed(report, replace(report, **named))
    if name in FIELDS:
        raise BadInput(
            "Only a passage that answers a recommendation has that. Say which it answers, or take it out."
        )
    before = library.setting(OWN_FIELDS)
    after = msgspec.json.encode(own_fields(library) | {name: value}).decode()
    return changed(
        Setting(name=OWN_FIELDS, value=before) if before is not None else None,
        Setting(name=OWN_FIELDS, value=after),
    )


def _filled(head: ResponseHead, name: str, value: str) -> ResponseHead:
    if name != "response.date":
        named: dict[str, Any] = {_OF_HEAD[name]: value}
        return replace(head, **named)
    try:
        return replace(head, dated=date.fromisoformat(value))
    except ValueError as error:
        raise BadInput(f"“{value}” is no date. Write it as year, month and day: 2026-11-22.") from error
