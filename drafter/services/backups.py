"""Getting back what was: a backup looked into, and its positions, reports and responses brought back."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from drafter.domain.changes import Change, Edit, added, changed, removed
from drafter.domain.comparing import Comparison, compare
from drafter.domain.errors import NotFound, NothingToDo
from drafter.domain.fields import british_date
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId, ReportId, ResponseId
from drafter.domain.records.people import Person
from drafter.domain.records.positions import Position
from drafter.domain.records.responses import Response
from drafter.domain.richtext import BlockStyle, RichText, Source, paragraph, plain_text
from drafter.services.clock import now
from drafter.services.keeping import backups_of
from drafter.services.loading import load_response
from drafter.services.response_files import read_response_file, response_json
from drafter.store import exchange
from drafter.store.backup import Backup, Why, backup, backups, beside, verify
from drafter.store.checking import check
from drafter.store.leftovers import sweep_backups
from drafter.store.library import Library

REASONS = {
    Why.HOURLY: "made while you worked",
    Why.ON_EXIT: "made on leaving",
    Why.ASKED: "made when you asked",
    Why.BEFORE_UPDATE: "made before an update",
    Why.SET_ASIDE: "set aside when another took its place",
    None: "made by itself",
}


class Sort(StrEnum):
    """What an item of a backup is."""

    POSITION = "position"
    RESPONSE = "response"
    REPORT = "report"


class Since(StrEnum):
    """What became of it since the backup was made."""

    UNKNOWN = ""
    SAME = "as it is now"
    CHANGED = "changed since"
    BINNED = "in the bin now"
    GONE = "no longer in the library"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that a backup holds; `words` is what a search looks in."""

    sort: Sort
    id: str
    title: str
    words: str
    since: Since = Since.UNKNOWN


# --- the list of backups


def kept(library: Path, root: Path) -> tuple[Backup, ...]:
    """All there is to go back to, newest first: backups, and whole copies that lie beside the library."""
    found = (*backups(backups_of(library, root)), *beside(library))
    return tuple(sorted(found, key=lambda each: each.at, reverse=True))


def back_up_now(library: Library, root: Path, *, progress: Progress = silent) -> Path:
    """A backup because she asked for one; it drives out no other. Raises CannotWrite."""
    if library.path is None:
        raise NotFound("This library may only be read, so it needs no backup.")
    folder = backups_of(library.path, root)
    if folder.is_dir():
        sweep_backups(folder)
    return backup(library, folder, why=Why.ASKED, progress=progress)


def is_whole(path: Path) -> bool:
    """Whether a backup can be brought back; it is read from end to end."""
    return path.is_file() and not verify(path)


def in_words(at: datetime, moment: datetime | None = None) -> str:
    """When, as one says it: “today 14:00”, “yesterday 17:31”, “12 November 09:05”."""
    local, today = at.astimezone(), (moment or now()).astimezone().date()
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return f"today {clock}"
    if local.date() == today - timedelta(days=1):
        return f"yesterday {clock}"
    return f"{_day(at, moment)} {clock}"


def _day(at: datetime, moment: datetime | None = None) -> str:
    """“12 November”; of another year “12 November 2025”."""
    local, today = at.astimezone().date(), (moment or now()).astimezone().date()
    return f"{local.day} {local:%B}" if local.year == today.year else british_date(local)


def harm(library: Library, progress: Progress = silent) -> str:
    """What is wrong with an open library, as a sentence; nothing where it is whole. Takes short pieces."""
    found = check(library, thorough=False, progress=progress)
    if not found:
        return ""
    places = "one place" if len(found) == 1 else f"{len(found)} places"
    return (
        f"Your library is damaged in {places}: something there is not as Drafter wrote it. Look into a "
        "backup and bring back what you need; nothing is deleted."
    )


# --- what is in one


def contents(copy: Library) -> tuple[Item, ...]:
    """All that a backup holds outside its bin: positions by title, then responses and reports."""
    titles = {each.id: each.title for each in copy.entries()}
    positions = [
        Item(sort=Sort.POSITION, id=identity, title=titles[identity], words=_folded(title, body))
        for identity, title, body in copy.plain_words()
        if identity in titles
    ]
    responses = [
        Item(
            sort=Sort.RESPONSE,
            id=each.id,
            title=each.title,
            words=_folded(each.title, _text_of(copy.response(each.id)).plain),
        )
        for each in copy.response_heads()
    ]
    reports = [
        Item(
            sort=Sort.REPORT,
            id=each.id,
            title=each.title,
            words=_folded(each.title, *(wanted.text for wanted in each.recommendations)),
        )
        for each in copy.reports()
    ]
    positions.sort(key=lambda each: each.title.casefold())
    return (*positions, *responses, *reports)


def compared(
    items: Sequence[Item], copy: Library, present: Library, progress: Progress = silent
) -> tuple[Item, ...]:
    """The same items, each with what became of it since."""
    judges = {
        Sort.POSITION: _positions_since(copy, present),
        Sort.RESPONSE: _responses_since(copy, present),
        Sort.REPORT: _reports_since(copy, present),
    }
    done = []
    for number, each in enumerate(items):
        progress(number, len(items))
        done.append(replace(each, since=judges[each.sort](each.id)))
    return tuple(done)


def _positions_since(copy: Library, present: Library) -> Callable[[str], Since]:
    then = {str(identity): (title, body) for identity, title, body in copy.plain_words()}
    today = {str(identity): (title, body) for identity, title, body in present.plain_words()}
    binned = {str(each.id) for each in present.entries(only_deleted=True)}

    def since(identity: str) -> Since:
        if identity in today:
            return _since(is_same=today[identity] == then[identity])
        return Since.BINNED if identity in binned else Since.GONE

    return since


def _responses_since(copy: Library, present: Library) -> Callable[[str], Since]:
    heads = {str(each.id): each for each in present.response_heads(include_deleted=True)}

    def since(identity: str) -> Since:
        head = heads.get(identity)
        if head is None:
            return Since.GONE
        if head.deleted:
            return Since.BINNED
        return _since(is_same=present.response(head.id) == copy.response(head.id))

    return since


def _reports_since(copy: Library, present: Library) -> Callable[[str], Since]:
    reports = {str(each.id): each for each in present.reports()}
    return lambda identity: (
        _since(is_same=reports[identity] == copy.report(ReportId(identity)))
        if identity in reports
        else Since.GONE
    )


def _since(*, is_same: bool) -> Since:
    return Since.SAME if is_same else Since.CHANGED


def matching(items: Sequence[Item], words: str, sorts: Collection[Sort]) -> tuple[Item, ...]:
    """Those of these sorts that hold every word; a word may be a part of one."""
    wanted = words.casefold().split()
    return tuple(each for each in items if each.sort in sorts and all(word in each.words for word in wanted))


def _folded(*parts: str) -> str:
    return "\n".join(parts).casefold()


def words_of(library: Library, item: Item) -> RichText:
    """The wording to read. Raises NotFound where the library does not have it."""
    match item.sort:
        case Sort.POSITION:
            newest = library.position(PositionId(item.id)).newest
            heading = paragraph(newest.title, BlockStyle.HEADING2)
            backing = (paragraph(f"Source: {_cited(each)}") for each in newest.sources)
            return RichText(paragraphs=(heading, *newest.text.paragraphs, *backing))
        case Sort.RESPONSE:
            return _text_of(library.response(ResponseId(item.id)))
        case Sort.REPORT:
            report = library.report(ReportId(item.id))
            return plain_text(
                "\n".join(f"{each.label} {each.text}".strip() for each in report.recommendations)
            )


def _cited(source: Source) -> str:
    return ", ".join(each for each in (source.title, source.publisher, source.date, source.address) if each)


def _text_of(response: Response) -> RichText:
    """Headline, headings and passages, as one reads them."""

    def lines() -> Iterator[RichText]:
        yield RichText(paragraphs=(paragraph(response.head.title, BlockStyle.HEADING2),))
        for each in response.sections:
            if each.heading:
                yield RichText(paragraphs=(paragraph(each.heading, BlockStyle.HEADING3),))
            yield from (passage.text for passage in each.passages)

    return RichText(paragraphs=tuple(each for text in lines() for each in text.paragraphs))


def reading(copy: Library, present: Library | None, item: Item, *, differences: bool) -> Comparison:
    """The wording of the backup; with differences, what has become of it since. Raises NotFound."""
    then = words_of(copy, item)
    if not differences or present is None:
        return compare(then, then)
    return compare(then, words_of(present, item))


# --- bringing back


def bring_back(library: Library, copy: Library, items: Sequence[Item], *, at: datetime, by: Person) -> Change:
    """Positions, responses and reports as the backup of that moment has them, as one change.

    A position that is there gets the old words as a new revision; one that is gone comes with its history. A
    response that is there gets the old one beside it. Raises NothingToDo where all is as it was then.
    """
    with library.together():
        edits = tuple(
            edit
            for each in _reports_first(items)
            for edit in _BRINGING[each.sort](_Way(library, copy, at, by), each)
        )
        if not edits:
            raise NothingToDo("These words are the newest in your library already.")
    label = f"Bring back “{items[0].title}”" if len(items) == 1 else f"Bring back {len(items)} items"
    return replace(Change.of(label, edits, by=by.name), at=now())


@dataclass(frozen=True, slots=True)
class _Way:
    """From where to where, of when, and who wants it."""

    library: Library
    copy: Library
    at: datetime
    by: Person


def _reports_first(items: Sequence[Item]) -> list[Item]:
    """A response finds its report there."""
    return sorted(items, key=lambda each: each.sort is not Sort.REPORT)


def _bring_position(way: _Way, item: Item) -> tuple[Edit, ...]:
    old = way.copy.position(PositionId(item.id))
    there = next(way.library.positions((old.id,)), None)
    if there is None:
        exchange.versions_in(way.library, exchange.versions_out(way.copy, about=(old.id,)))
        return added(old.facts, old.newest.wording)
    edits = (*_out_of_the_bin(there), *changed(there.newest.wording, old.newest.wording))
    return _applied(way, item, edits)


def _out_of_the_bin(there: Position) -> tuple[Edit, ...]:
    return removed(there.deletion) if there.deletion is not None else ()


def _bring_report(way: _Way, item: Item) -> tuple[Edit, ...]:
    old = way.copy.report(ReportId(item.id))
    there = next((each for each in way.library.reports() if each.id == old.id), None)
    content = way.copy.report_file(old.fingerprint) if old.fingerprint else None
    if content is not None and way.library.report_file(old.fingerprint) is None:
        way.library.keep_report_file(old.fingerprint, *content)
    return _applied(way, item, changed(there, old))


def _bring_response(way: _Way, item: Item) -> tuple[Edit, ...]:
    old = way.copy.response(ResponseId(item.id))
    there = {each.id: each for each in way.library.response_heads(include_deleted=True)}
    head = there.get(old.id)
    if head is not None and not head.deleted and way.library.response(old.id) == old:
        return ()
    if head is None:
        exchange.versions_in(
            way.library, exchange.versions_out(way.copy, about=(_as_subject(old),), everything=True)
        )
    file = read_response_file(response_json(way.copy, old), old.head.title)
    if head is not None and not head.deleted:
        file.title = f"{old.head.title} (from {_moment(way.at)})"
    return load_response(way.library, file, by=way.by).edits


def _as_subject(response: Response) -> PositionId:
    """Versions are asked for by their subject, whatever it is."""
    return PositionId(response.id)


def _moment(at: datetime) -> str:
    """“12 November”; of today with the time, for there may be several."""
    local = at.astimezone()
    return f"{_day(at)}, {local:%H:%M}" if local.date() == now().astimezone().date() else _day(at)


def _applied(way: _Way, item: Item, edits: Sequence[Edit]) -> tuple[Edit, ...]:
    change = Change.of(f"Bring back “{item.title}”", edits, by=way.by.name)
    return () if change.is_empty else way.library.apply(change).edits


_BRINGING = {Sort.POSITION: _bring_position, Sort.RESPONSE: _bring_response, Sort.REPORT: _bring_report}
