"""A response file into the library: its report, stances and passages, with every name resolved or refused."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from drafter.domain.changes import Change, Edit, added
from drafter.domain.errors import BadInput, NotAResponseFile, NotFound
from drafter.domain.records.ids import (
    PassageId,
    PositionId,
    RecommendationId,
    ReportId,
    ResponseId,
    RevisionId,
    SectionId,
    id_from,
    new_id,
)
from drafter.domain.records.people import Person
from drafter.domain.records.positions import Position, Revision
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Passage, Response, ResponseHead, Section, Use
from drafter.domain.records.stances import StanceTaken
from drafter.domain.richtext_html import from_html
from drafter.services.limits import limit_edits
from drafter.services.naming import ambiguous, named
from drafter.services.report_entries import matching, one_line, report_from
from drafter.services.response_files import Name, PassageEntry, ResponseFile, SectionEntry, StanceEntry
from drafter.store import exchange
from drafter.store.library import Library


def load_response(library: Library, file: ResponseFile, *, by: Person) -> Change:
    """Bring a response in, with its report where it carries one. `answering.response_of` gives its id.

    Raises NotAResponseFile where a name in it fits nothing, or two things; then nothing has come in.
    A response that is there already comes in beside it, as a copy.
    """
    with library.together():
        if file.versions:
            exchange.versions_in(library, file.versions)
        names, edits = _names(library, file)
        response = Response(
            head=_head(file, names.response, names.report, by),
            sections=tuple(map(names.section, file.sections)) or (names.section(SectionEntry()),),
            stances=names.stances(file.stances),
        )
        edits += added(response.head, response.outline, *response.passages, *response.stances)
        edits += _limit(library, file, response.id)
        return library.apply(Change.of(f"Load “{response.head.title}”", edits, by=by.name))


def _limit(library: Library, file: ResponseFile, response: ResponseId) -> tuple[Edit, ...]:
    try:
        return limit_edits(library, response, file.limit)
    except BadInput as error:
        raise NotAResponseFile(f"Its “limit” cannot be kept to. {error.sentence}") from error


def _head(file: ResponseFile, identity: ResponseId, report: Report | None, by: Person) -> ResponseHead:
    """The title block. Who reads a file that names nobody signs it; one that names somebody is not hers."""
    is_unsigned = not (file.id or file.author or file.role)
    return ResponseHead(
        id=identity,
        title=one_line(file.title),
        shape=file.shape,
        standfirst=one_line(file.standfirst),
        author=by.name if is_unsigned else one_line(file.author),
        role=by.role if is_unsigned else one_line(file.role),
        organisation=one_line(file.organisation) or ("" if file.id else by.organisation),
        dated=file.date,
        deadline=file.deadline,
        state=file.state,
        report=report.id if report is not None else None,
    )


def _names(library: Library, file: ResponseFile) -> tuple["_Names", tuple[Edit, ...]]:
    """What its names stand for, and the edit that brings its report where the library does not have it."""
    identity = ResponseId(id_from(file.id)) if file.id else ResponseId(new_id())
    is_copy = any(each.id == identity for each in library.response_heads(include_deleted=True))
    report, counterparts, edits = _report(library, file)
    names = _Names(
        library=library,
        report=report,
        counterparts=counterparts,
        response=ResponseId(new_id()) if is_copy else identity,
        is_copy=is_copy,
        is_ours=bool(file.id),
    )
    return names, edits


Counterparts = dict[RecommendationId, RecommendationId]


def _report(library: Library, file: ResponseFile) -> tuple[Report | None, Counterparts, tuple[Edit, ...]]:
    """The report that the file answers: one that is there, or the one it brings."""
    if file.report is None:
        return None, {}, ()
    if isinstance(file.report, str):
        try:
            return library.report(ReportId(id_from(file.report))), {}, ()
        except NotFound as error:
            raise NotAResponseFile(
                f"It answers the report {file.report}, which is not in this library. Add the report first."
            ) from error
    brought = report_from(file.report)
    there = sorted(library.reports(), key=lambda each: each.id != brought.id)
    match = next((found for each in there if (found := matching(brought, each)) is not None), None)
    if match is not None:
        return match.report, match.counterparts, ()
    return brought, {}, added(brought)


_GLOBAL = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What the names in a file stand for in this library."""

    library: Library
    report: Report | None
    counterparts: Counterparts
    """Recommendations of the report as the file brings it, and as the library has it."""
    response: ResponseId
    is_copy: bool
    is_ours: bool
    """Drafter wrote it: what it names and the report has lost since is kept; the readiness list says so."""
    taken: set[tuple[str, str]] = field(default_factory=set)
    """Ids of sections and passages that stand in it already."""

    def recommendation(self, given: Name) -> RecommendationId:
        name = str(given).strip()
        there = self.report.recommendations if self.report is not None else ()
        counterpart = self.counterparts.get(RecommendationId(id_from(name)))
        if counterpart is not None:
            return counterpart
        found = named(there, name)
        if len(found) > 1:
            raise NotAResponseFile(ambiguous(name, found))
        if found:
            return found[0].id
        if self.is_ours and _GLOBAL.fullmatch(name):
            return RecommendationId(name)
        if self.report is None:
            raise NotAResponseFile(
                f"It names the recommendation “{name}” but no report. Say in “report” which one it answers."
            )
        raise NotAResponseFile(
            f"It names the recommendation “{name}”, which its report does not have. "
            "Correct the label or use an id."
        )

    def stances(self, entries: Iterable[StanceEntry]) -> tuple[StanceTaken, ...]:
        found: dict[RecommendationId, StanceTaken] = {}
        for each in entries:
            wanted = self.recommendation(each.recommendation)
            if wanted in found:
                raise NotAResponseFile(
                    f"It takes two stances on the recommendation “{each.recommendation}”. Keep one of them."
                )
            found[wanted] = StanceTaken(
                response=self.response,
                recommendation=wanted,
                stance=each.stance,
                reason=each.reason,
                note=each.note,
                set_aside=each.set_aside,
            )
        return tuple(found.values())

    def section(self, entry: SectionEntry) -> Section:
        shared = self._recommendations(entry.answers)
        passages = tuple(self._passage(each, shared) for each in entry.passages)
        return Section(
            id=SectionId(self._id("section", entry.id)),
            heading=one_line(entry.heading),
            passages=passages or (Passage(id=PassageId(new_id()), response=self.response, answers=shared),),
        )

    def _passage(self, entry: PassageEntry, shared: tuple[RecommendationId, ...]) -> Passage:
        answers = shared if entry.answers is None else self._recommendations(entry.answers)
        wording = self._wording(entry)
        if entry.body is not None:
            text = from_html(entry.body)
        elif wording is not None:
            text = wording.text
        else:
            raise NotAResponseFile("A passage has neither a position nor a body. Give it one of them.")
        return Passage(
            id=PassageId(self._id("passage", entry.id)),
            response=self.response,
            text=text,
            answers=answers,
            use=Use(position=wording.wording.position, revision=wording.id) if wording is not None else None,
            drawn_from=tuple(dict.fromkeys(map(self._drawn, entry.drawn_from))),
        )

    def _recommendations(self, names: Iterable[Name]) -> tuple[RecommendationId, ...]:
        return tuple(dict.fromkeys(map(self.recommendation, names)))

    def _wording(self, entry: PassageEntry) -> Revision | None:
        """The revision that a passage uses: the one it names, else the position's current one."""
        if entry.revision:
            return self._revision(entry)
        return self._current(entry.position) if entry.position else None

    def _revision(self, entry: PassageEntry) -> Revision:
        try:
            found = self.library.revision(RevisionId(entry.revision))
        except NotFound as error:
            raise NotAResponseFile(
                f"It uses the wording {entry.revision[:12]}…, which is not in this library. "
                "Add the library file that has it first."
            ) from error
        if entry.position and self._position(entry.position).id != found.wording.position:
            raise NotAResponseFile(
                f"It uses the wording {entry.revision[:12]}… for the position “{entry.position}”, of which "
                "it is none. Name the position alone."
            )
        return found

    def _current(self, name: str) -> Revision:
        position = self._position(name)
        if position.deletion is not None:
            raise NotAResponseFile(
                f"It uses the position “{position.current.title}”, which is in the bin. Take it out first."
            )
        return position.current

    def _position(self, name: str) -> Position:
        try:
            return self.library.position(PositionId(id_from(name)))
        except NotFound:
            titled = self.library.position_titled(name)
        if titled is None:
            raise NotAResponseFile(
                f"It uses the position “{name}”, which is not in this library. "
                "Add the library file that has it first."
            )
        return self.library.position(titled)

    def _drawn(self, name: str) -> RevisionId:
        """A revision by its id, or a position by id or title, whose current words are meant."""
        try:
            return self.library.revision(RevisionId(name)).id
        except NotFound:
            return self._current(name).id

    def _id(self, kind: str, given: str) -> str:
        """The id that the file gives, once; a copy gets fresh ones."""
        wanted = id_from(given) if given and not self.is_copy else ""
        if not wanted or (kind, wanted) in self.taken:
            return new_id()
        self.taken.add((kind, wanted))
        return wanted
