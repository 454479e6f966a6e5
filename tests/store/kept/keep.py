"""Writes the library of today's schema that later versions have to open; run from the root for each schema.

python -m tests.store.kept.keep
"""

import gzip
import tempfile
from dataclasses import replace
from pathlib import Path

from drafter.domain.changes import Change, Record, added, changed
from drafter.domain.records.positions import Approval
from drafter.store.library import Library
from tests.builders import NOON, a_passage, a_position, a_report, a_response, a_section, a_stance, rich


def fill(library: Library) -> None:
    """A position, approved, with a newer draft; a report; and a response that uses the position."""
    position, report = a_position("One", themes=("Money",), owner="Ada"), a_report("Fund it")
    library.apply(Change.of("Report", added(report), by="Ada"))
    library.apply(Change.of("Add", added(position.current.wording, position.facts), by="Ada"))
    kept = library.position(position.id).current
    approval = Approval(position=position.id, revision=kept.id, by="The director", at=NOON)
    library.apply(Change.of("Approve", added(approval), by="Ada"))
    (asked,) = report.recommendations
    section = a_section(a_passage(of=kept), a_passage("Own words", asked), heading="Funding")
    response = a_response(section, to=report, stances=(a_stance(asked),))
    records: tuple[Record, ...] = (response.head, response.outline, *response.passages, *response.stances)
    library.apply(Change.of("Start", added(*records), by="Ada"))
    library.save_draft(response, label="First", by="Ada")
    after = replace(kept.wording, text=rich("Two"))
    library.apply(Change.of("Reword", changed(kept.wording, after), by="Bo"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "library.drafter"
        with Library.open(file) as library:
            fill(library)
            version = library.schema_version
        kept = Path(__file__).with_name(f"version-{version}.drafter.gz")
        kept.write_bytes(gzip.compress(file.read_bytes(), mtime=0))


if __name__ == "__main__":
    main()
