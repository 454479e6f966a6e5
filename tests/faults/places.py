"""What a Drafter that is killed, and the test that looks afterwards, both know of the folder it worked in."""

import csv
import gzip
import json
import os
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from drafter.domain.records.ids import ResponseId
from drafter.services import keeping
from drafter.store.backup import Backup
from drafter.store.library import Library
from drafter.store.migrations import STEPS, Step
from tests.builders import a_change_of, a_position

COUNT = "count"
"""The setting in which deeds keep how far they are."""

MANY = 60
"""Positions in each file that is imported, and in a library that is migrated."""

INTERVAL = 0.03
"""Seconds between two tokens that are typed."""

KEPT = Path(__file__).parent.parent / "store" / "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """What was acknowledged, and when by a clock that all processes share; `said` is what the window said."""

    number: int
    at: float
    said: str = ""


def acknowledge(folder: Path, number: int, said: str = "") -> None:
    """Say that so much is done. One write: it is said whole, or not at all."""
    line = f"{number}\t{time.monotonic()!r}\t{said}\n".encode()
    file = os.open(folder / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(file, line)
    os.close(file)


def acknowledgements(folder: Path) -> tuple[Acknowledged, ...]:
    lines = []
    with suppress(FileNotFoundError):
        lines = (folder / "acknowledged").read_text(encoding="utf-8").splitlines()
    split = (line.split("\t") for line in lines)
    return tuple(Acknowledged(number=int(number), at=float(at), said=said) for number, at, said in split)


def library_in(folder: Path) -> Path:
    return folder / "library.drafter"


def token(number: int) -> str:
    """A word of its own, whatever stands before it: blanks at the end of a paragraph are not kept."""
    return f" w{number:05}"


def numbers_in(library: Library, response: ResponseId) -> list[int]:
    """The tokens that are kept in a response, in its order."""
    words = " ".join(each.text.plain for each in library.response(response).passages)
    return [int(each) for each in re.findall(r"\bw(\d{5})\b", words)]


def write_positions(folder: Path, number: int) -> Path:
    """A file of positions to import; odd ones are JSON, even ones CSV."""
    titles = [f"Position {each} of file {number}" for each in range(MANY)]
    rows = [{"title": title, "body": f"<p>Words of {title}.</p>"} for title in titles]
    if number % 2:
        file = folder / "positions.json"
        content = {"format": "drafter-library", "version": 1, "positions": rows}
        file.write_text(json.dumps(content), encoding="utf-8")
        return file
    file = folder / "positions.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, ("title", "body"))
        table.writeheader()
        table.writerows(rows)
    return file


def older_library(folder: Path) -> bytes:
    """What an earlier release kept, with enough in it that bringing it up to date takes a while."""
    made = folder / "kept"
    if not made.exists():
        making = folder / "making.drafter"
        making.write_bytes(gzip.decompress((KEPT / "version-1.drafter.gz").read_bytes()))
        with Library.open(making) as library:
            library.apply(a_change_of(*(a_position("word " * 40, title=f"T {each}") for each in range(MANY))))
        making.rename(made)
    return made.read_bytes()


def _write_every_version_twice(db: Database) -> None:
    db.execute("CREATE TABLE later (number INTEGER PRIMARY KEY, rec TEXT NOT NULL) STRICT")
    db.execute("INSERT INTO later (number, rec) SELECT vid, rec FROM version")
    db.execute("UPDATE later SET rec = rec || rec")


LATER_STEPS: tuple[Step, ...] = (*STEPS, _write_every_version_twice)
"""The schema of a release to come."""


def backed_up(library: Library, root: Path) -> Path:
    """A backup of what changed, which there must be."""
    made = keeping.back_up_if_changed(library, root)
    assert made is not None
    return made


def newest_backup(file: Path, root: Path) -> Backup:
    """The newest good backup, which there must be."""
    found = keeping.newest_good_backup(file, root)
    assert found is not None
    return found


def how_far(library: Library) -> int:
    """How far the deeds came, as the library knows it."""
    return int(library.setting(COUNT) or 0)
