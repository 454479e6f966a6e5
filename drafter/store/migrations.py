"""The schema of a library, step by step. A step that was released is never changed: another is added."""

from collections.abc import Callable, Sequence

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x44524146
"""“DRAF” in the file's header: a library, and not another program's database."""

Step = Callable[[Database], None]


def first_schema(db: Database) -> None:
    """Versions, what is read from them, and the rows that are worked on in place."""
    for statement in (*_VERSIONS, *_PROJECTION, *_WORKING, *_AROUND, *_VIEWS):
        db.execute(statement)


def list_without_rows(db: Database) -> None:
    """The whole list in its order comes from the index alone: of 100,000 positions in a third of the time."""
    db.execute("CREATE INDEX position_listed ON position (deleted, title_folded)")


STEPS: tuple[Step, ...] = (first_schema, list_without_rows)


def migrations(steps: Sequence[Step] = STEPS) -> Migrations:
    """The steps by name; each runs with its mark in one transaction."""
    made = Migrations("drafter")
    for number, step in enumerate(steps, start=1):
        made(name=step.__name__)(_marked(step, number))
    return made


def _marked(step: Step, number: int) -> Step:
    """The step, and the numbers in the file's header by which a program knows what it has before it."""

    def run(db: Database) -> None:
        step(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        db.execute(f"PRAGMA user_version = {number:d}")

    return run


_VERSIONS = (
    """CREATE TABLE version (
        vid INTEGER PRIMARY KEY,
        vhash BLOB NOT NULL UNIQUE,
        subject BLOB NOT NULL,
        kind TEXT NOT NULL,
        author TEXT NOT NULL,
        device BLOB NOT NULL,
        made_at TEXT NOT NULL,
        rec TEXT NOT NULL,
        received_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX version_subject ON version (subject, kind)",
    "CREATE INDEX version_kind ON version (kind)",
    # quick_check gives a false alarm on a table WITHOUT ROWID whose key columns are not first, in order
    """CREATE TABLE version_parent (
        child INTEGER NOT NULL REFERENCES version (vid),
        parent INTEGER NOT NULL REFERENCES version (vid),
        PRIMARY KEY (child, parent)
    ) WITHOUT ROWID, STRICT""",
    "CREATE INDEX version_parent_parent ON version_parent (parent)",
)

_PROJECTION = (
    """CREATE TABLE position (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        title_folded TEXT NOT NULL,
        kind TEXT NOT NULL,
        themes TEXT NOT NULL,
        stance TEXT,
        status TEXT NOT NULL,
        owner TEXT NOT NULL,
        review_by TEXT,
        words INTEGER NOT NULL,
        has_newer_draft INTEGER NOT NULL,
        first_words TEXT NOT NULL,
        deleted INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX position_title ON position (title_folded)",
    """CREATE TABLE position_theme (
        position INTEGER NOT NULL REFERENCES position (number),
        theme TEXT NOT NULL,
        PRIMARY KEY (position, theme)
    ) WITHOUT ROWID, STRICT""",
    # One letter is indexed too: the first of a second word is a keystroke like any other, and the slowest.
    # It takes half the time for a sixth more of index.
    """CREATE VIRTUAL TABLE position_fts USING fts5 (
        title, body, themes, sources,
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )""",
    "INSERT INTO position_fts (position_fts, rank) VALUES ('rank', 'bm25(6.0, 1.0, 3.0, 1.0)')",
    """CREATE TABLE past_use (
        version BLOB PRIMARY KEY,
        position TEXT NOT NULL,
        response TEXT NOT NULL,
        rec TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX past_use_position ON past_use (position, response)",
)

_WORKING = (
    """CREATE TABLE report (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        fingerprint TEXT NOT NULL,
        rec TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX report_fingerprint ON report (fingerprint)",
    """CREATE TABLE response (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        report TEXT,
        deleted INTEGER NOT NULL,
        rec TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX response_report ON response (report)",
    """CREATE TABLE outline (
        response TEXT PRIMARY KEY REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
        rec TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE outline_passage (
        response TEXT NOT NULL,
        passage TEXT NOT NULL,
        PRIMARY KEY (response, passage)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE passage (
        response TEXT NOT NULL REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
        id TEXT NOT NULL,
        rec TEXT NOT NULL,
        PRIMARY KEY (response, id)
    ) STRICT""",
    """CREATE TABLE passage_use (
        response TEXT NOT NULL,
        passage TEXT NOT NULL,
        revision TEXT NOT NULL,
        position TEXT NOT NULL,
        woven INTEGER NOT NULL,
        PRIMARY KEY (response, passage, revision)
    ) WITHOUT ROWID, STRICT""",
    "CREATE INDEX passage_use_position ON passage_use (position, response)",
    """CREATE TABLE stance (
        response TEXT NOT NULL REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
        recommendation TEXT NOT NULL,
        rec TEXT NOT NULL,
        PRIMARY KEY (response, recommendation)
    ) STRICT""",
)

_AROUND = (
    """CREATE TABLE report_file (
        fingerprint TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE working_copy (
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        rec TEXT NOT NULL,
        PRIMARY KEY (kind, subject)
    ) STRICT""",
    "CREATE TABLE setting (name TEXT PRIMARY KEY, rec TEXT NOT NULL) STRICT",
    """CREATE TABLE not_alike (
        first TEXT NOT NULL,
        second TEXT NOT NULL,
        rec TEXT NOT NULL,
        PRIMARY KEY (first, second)
    ) STRICT""",
    """CREATE TABLE export_manifest (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        response TEXT NOT NULL,
        rec TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX export_manifest_response ON export_manifest (response)",
    """CREATE TABLE change (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        label TEXT NOT NULL,
        by TEXT NOT NULL,
        at TEXT NOT NULL,
        edits TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE device (id BLOB PRIMARY KEY) STRICT",
)

_VIEWS = (
    """CREATE VIEW live_use AS
        SELECT passage_use.* FROM passage_use
        JOIN outline_passage USING (response, passage)
        JOIN response ON response.id = passage_use.response AND NOT response.deleted""",
    """CREATE VIEW used_in AS
        SELECT position, response FROM past_use UNION ALL SELECT position, response FROM live_use""",
)
