"""Reading reports, responses and the rows around them."""

from sqlite_utils import Database

from drafter.domain.errors import NotFound, TooLarge
from drafter.domain.records.ids import PositionId, ReportId, ResponseId
from drafter.domain.records.reports import Report
from drafter.domain.records.responses import Manifest, Outline, Passage, Response, ResponseHead, SavedDraft
from drafter.domain.records.stances import StanceTaken
from drafter.domain.records.working import NotAlike, Setting, WorkingCopy
from drafter.store import rows, versions

LARGEST_FILE = 50 * 1024 * 1024


def response(db: Database, wanted: ResponseId) -> Response:
    """The response whole: what its outline names. Raises NotFound."""
    row = db.execute("SELECT rec FROM response WHERE id = ?", (wanted,)).fetchone()
    if row is None:
        raise NotFound("This response is no longer in the library. Look at the list of responses.")
    passages = db.execute("SELECT rec FROM passage WHERE response = ?", (wanted,)).fetchall()
    stances = db.execute("SELECT rec FROM stance WHERE response = ? ORDER BY rowid", (wanted,)).fetchall()
    made = (rows.decode(Passage, rec) for (rec,) in passages)
    return rows.assemble(
        head=rows.decode(ResponseHead, row[0]),
        outline=_outline(db, wanted),
        passages={each.id: each for each in made},
        stances=tuple(rows.decode(StanceTaken, rec) for (rec,) in stances),
    )


def heads(db: Database, *, include_deleted: bool) -> tuple[ResponseHead, ...]:
    """Newest first."""
    found = db.execute(
        "SELECT rec FROM response WHERE ? OR NOT deleted ORDER BY number DESC", (include_deleted,)
    )
    return tuple(rows.decode(ResponseHead, rec) for (rec,) in found.fetchall())


def responses_of(db: Database, report: ReportId) -> tuple[ResponseHead, ...]:
    """Those that answer the report, newest first."""
    found = db.execute(
        "SELECT rec FROM response WHERE report = ? AND NOT deleted ORDER BY number DESC", (report,)
    )
    return tuple(rows.decode(ResponseHead, rec) for (rec,) in found.fetchall())


def passage(db: Database, response: ResponseId, wanted: str) -> Passage | None:
    """One passage, also one that its response no longer names."""
    row = db.execute("SELECT rec FROM passage WHERE response = ? AND id = ?", (response, wanted)).fetchone()
    return rows.decode(Passage, row[0]) if row is not None else None


def report(db: Database, wanted: ReportId) -> Report:
    row = db.execute("SELECT rec FROM report WHERE id = ?", (wanted,)).fetchone()
    if row is None:
        raise NotFound("This report is no longer in the library. Add its file again.")
    return rows.decode(Report, row[0])


def reports(db: Database) -> tuple[Report, ...]:
    """Newest first."""
    found = db.execute("SELECT rec FROM report ORDER BY number DESC")
    return tuple(rows.decode(Report, rec) for (rec,) in found.fetchall())


def report_with(db: Database, fingerprint: str) -> Report | None:
    """The newest report that was read from this very file."""
    row = db.execute(
        "SELECT rec FROM report WHERE fingerprint = ? AND fingerprint <> '' ORDER BY number DESC",
        (fingerprint,),
    ).fetchone()
    return rows.decode(Report, row[0]) if row is not None else None


def keep_report_file(db: Database, fingerprint: str, name: str, content: bytes) -> None:
    """Keep the file that a report was read from; one that is there stays."""
    if len(content) > LARGEST_FILE:
        raise TooLarge("The file is over 50 MB and is not kept in the library. Keep it in a folder of yours.")
    db.execute(
        "INSERT INTO report_file (fingerprint, name, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        (fingerprint, name, content),
    )


def report_file(db: Database, fingerprint: str) -> tuple[str, bytes] | None:
    """Its name and content."""
    row = db.execute("SELECT name, content FROM report_file WHERE fingerprint = ?", (fingerprint,)).fetchone()
    return (row[0], row[1]) if row is not None else None


def working_copy(db: Database, kind: str, subject: str) -> WorkingCopy | None:
    row = db.execute(
        "SELECT rec FROM working_copy WHERE kind = ? AND subject = ?", (kind, subject)
    ).fetchone()
    return rows.decode(WorkingCopy, row[0]) if row is not None else None


def working_copies(db: Database) -> tuple[WorkingCopy, ...]:
    """Newest first."""
    found = db.execute("SELECT rec FROM working_copy").fetchall()
    copies = (rows.decode(WorkingCopy, rec) for (rec,) in found)
    return tuple(sorted(copies, key=lambda each: (each.at, each.key), reverse=True))


def settings(db: Database) -> dict[str, str]:
    found = db.execute("SELECT rec FROM setting ORDER BY name").fetchall()
    return {each.name: each.value for each in (rows.decode(Setting, rec) for (rec,) in found)}


def setting(db: Database, name: str) -> str | None:
    row = db.execute("SELECT rec FROM setting WHERE name = ?", (name,)).fetchone()
    return rows.decode(Setting, row[0]).value if row is not None else None


def not_alike(db: Database) -> frozenset[tuple[PositionId, PositionId]]:
    found = db.execute("SELECT rec FROM not_alike").fetchall()
    return frozenset((each.first, each.second) for each in (rows.decode(NotAlike, rec) for (rec,) in found))


def manifests(db: Database, response: ResponseId) -> tuple[Manifest, ...]:
    """Newest first."""
    found = db.execute("SELECT rec FROM export_manifest WHERE response = ? ORDER BY number DESC", (response,))
    return tuple(rows.decode(Manifest, rec) for (rec,) in found.fetchall())


def manifest(db: Database, wanted: str) -> Manifest:
    row = db.execute("SELECT rec FROM export_manifest WHERE id = ?", (wanted,)).fetchone()
    if row is None:
        raise NotFound("Drafter has no record of this export. Compare the file by its text instead.")
    return rows.decode(Manifest, row[0])


def saved_drafts(db: Database, response: ResponseId) -> tuple[SavedDraft, ...]:
    """Newest first."""
    found = versions.in_order(
        each for each in versions.of_subject(db, response) if each.kind == versions.RESPONSE
    )
    return tuple(
        SavedDraft(
            id=each.hash,
            response=response,
            label=rows.draft_label(each.record),
            at=each.at,
            by=each.author,
        )
        for each in reversed(found)
    )


def saved_draft(db: Database, wanted: str) -> Response:
    found = versions.by_hash(db, (wanted,)).get(wanted)
    if found is None or found.kind != versions.RESPONSE:
        raise NotFound("This saved draft is no longer in the library. Choose another from the list.")
    return rows.decode_draft(found.record)


def counts(db: Database) -> dict[str, int]:
    """How much there is of what, under the words of the screens."""
    row = db.execute(_COUNTS).fetchone()
    return dict(zip(_COUNTED, row, strict=True))


_COUNTED = ("positions", "in the bin", "revisions", "reports", "responses", "changes", "versions")
_COUNTS = """
    SELECT (SELECT count(*) FROM position WHERE NOT deleted), (SELECT count(*) FROM position WHERE deleted),
        (SELECT count(*) FROM version WHERE kind = 'wording'), (SELECT count(*) FROM report),
        (SELECT count(*) FROM response WHERE NOT deleted), (SELECT count(*) FROM change),
        (SELECT count(*) FROM version)
"""


def _outline(db: Database, response: ResponseId) -> Outline:
    row = db.execute("SELECT rec FROM outline WHERE response = ?", (response,)).fetchone()
    return rows.decode(Outline, row[0]) if row is not None else Outline(response=response)
