"""What have we told government about something: every use that went out, by theme, words and time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from drafter.domain.fields import british_date, field_values
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId, RecommendationId, ResponseId
from drafter.domain.records.people import Person
from drafter.domain.records.positions import Position, Revision
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import PastUse, Response, ResponseState
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import RichText, resolve
from drafter.services.answering import report_of
from drafter.services.filling_in import own_fields
from drafter.services.spreadsheets import write_table
from drafter.store.library import Library

_GONE = (None, None)
_FINAL = (ResponseState.SIGNED_OFF, ResponseState.SENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words of one position as they went out in one response."""

    at: datetime
    response: ResponseId
    response_title: str
    report: str
    """The report that was answered; nothing for a statement of our own."""
    to: str
    """Who published it."""
    position: PositionId
    title: str
    themes: tuple[str, ...]
    asked: tuple[str, ...]
    """The recommendations that it answered: their names, or their words where the response is gone."""
    stances: tuple[Stance, ...]
    is_verbatim: bool
    words: str
    worded: date | None = None
    """The day of the wording that was taken, where it is still there."""
    is_final: bool = True
    """Its response was signed off or sent, or is gone; else it was exported and may not have gone out."""

    @property
    def manner(self) -> str:
        how = "word for word" if self.is_verbatim else "tailored"
        if self.worded is not None:
            how += f", wording of {british_date(self.worded)}"
        return how if self.is_final else f"{how}; exported, not sent"

    @property
    def stance_words(self) -> str:
        taken = dict.fromkeys(each.phrase for each in self.stances if each is not Stance.UNDECIDED)
        return ", ".join(taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is asked for; what is empty allows everything."""

    words: str = ""
    theme: str = ""
    since: date | None = None
    until: date | None = None


def told(library: Library, progress: Progress = silent) -> tuple[Told, ...]:
    """Everything that went out, newest first."""
    uses = library.past_uses()
    heads = {each.id for each in library.response_heads(include_deleted=True)}
    stored = {each.id: each for each in library.positions({use.position for use in uses})}
    taken = library.revisions_of({use.revision for use in uses})
    responses: dict[ResponseId, tuple[Response | None, Report | None]] = {}
    found = []
    for number, use in enumerate(uses):
        progress(number, len(uses))
        if use.response not in responses:
            responses[use.response] = _response(library, use.response) if use.response in heads else _GONE
        response, report = responses[use.response]
        kept = _Kept(position=stored.get(use.position), revision=taken.get(use.revision))
        found.append(_told(library, use, kept, response, report))
    return tuple(found)


def about(found: Iterable[Told], wanted: About) -> tuple[Told, ...]:
    """What has all the words (in title, words, themes, question or response), the theme, and the time."""
    words = wanted.words.casefold().split()
    theme = wanted.theme.casefold()
    return tuple(
        each
        for each in found
        if (not theme or theme in {name.casefold() for name in each.themes})
        and (wanted.since is None or _day(each) >= wanted.since)
        and (wanted.until is None or _day(each) <= wanted.until)
        and (not words or _has(each, words))
    )


HEADER = (
    "date", "to", "report", "response", "answered", "stance", "position", "themes", "how", "words"
)  # fmt: skip


def write_told(found: Iterable[Told], target: Path) -> int:
    """As a table for a spreadsheet, which runs nothing in it; how many rows."""
    return write_table(HEADER, map(_row, found), target)


def _response(library: Library, wanted: ResponseId) -> tuple[Response, Report | None]:
    response = library.response(wanted)
    return response, report_of(library, response.head)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """What the library still has of a use."""

    position: Position | None
    revision: Revision | None


def _told(
    library: Library,
    use: PastUse,
    kept: _Kept,
    response: Response | None,
    report: Report | None,
) -> Told:
    names: dict[RecommendationId, str] = (
        {each.id: each.name for each in report.recommendations} if report is not None else {}
    )
    values = (
        field_values(response.head, report, Person(), own_fields(library)) if response is not None else _none
    )
    position, revision = kept.position, kept.revision
    asked = tuple(names[each] for each in use.recommendations if each in names) or use.asked
    return Told(
        at=use.at,
        response=use.response,
        response_title=response.head.title if response is not None else use.response_title,
        report=report.title if report is not None else "",
        to=(report.publisher or report.author) if report is not None else "",
        position=use.position,
        title=position.current.title if position is not None else "A position that is gone",
        themes=position.facts.themes if position is not None else (),
        asked=asked,
        stances=use.stances,
        is_verbatim=use.verbatim,
        words=_words(use, revision, response, values),
        worded=revision.at.astimezone().date() if revision is not None else None,
        is_final=response is None or response.head.state in _FINAL,
    )


def _none(_name: str) -> str | None:
    return None


def _plain(text: RichText, values: Callable[[str], str | None]) -> str:
    """Its fields filled in; one without a value is named in words: “[report title]”."""
    return resolve(text, lambda name: values(name) or f"[{name.replace('.', ' ')}]").plain


def _words(
    use: PastUse, taken: Revision | None, response: Response | None, values: Callable[[str], str | None]
) -> str:
    """As the response has them, once it can no longer change; else those that were taken."""
    if response is not None and response.head.state in _FINAL:
        held = [
            _plain(each.text, values)
            for each in response.passages
            if each.use is not None and each.use.revision == use.revision
        ]
        if held:
            return "\n\n".join(held)
    return _plain(taken.text, values) if taken is not None else ""


def _day(each: Told) -> date:
    return each.at.astimezone().date()


def _has(each: Told, words: list[str]) -> bool:
    parts = (each.title, each.words, each.response_title, each.report, each.to, *each.themes, *each.asked)
    said = "\n".join(parts).casefold()
    return all(word in said for word in words)


def _row(each: Told) -> tuple[str, ...]:
    return (
        _day(each).isoformat(),
        each.to,
        each.report,
        each.response_title,
        "; ".join(each.asked),
        each.stance_words,
        each.title,
        "; ".join(each.themes),
        each.manner,
        each.words,
    )
