"""What was told, as a Word document: the words asked for, and a table with a row for each time."""

from datetime import date

from docx import Document

from drafter.domain.changes import Change, added
from drafter.services.told import About, told
from drafter.services.told_document import asked_words, write_told_document
from tests.builders import OFFICER, a_change_of, a_past_use, a_position, later


def test_each_time_is_a_row_with_the_words_that_went_out(library, tmp_path):
    halls = a_position("Fund halls.\n\nNow.", title="Halls")
    library.apply(a_change_of(halls))
    stored = library.position(halls.id)
    library.apply(Change.of("Use", added(a_past_use(stored, "Is there a hall?", at=later(0)))))
    file = tmp_path / "told.docx"

    assert write_told_document(told(library), file, wanted=About(words="halls"), person=OFFICER) == 1

    written = Document(str(file))
    [table] = written.tables
    header, row = ([cell.text for cell in each.cells] for each in table.rows)
    assert header[-1] == "What we said"
    assert row[1].startswith("Is there a hall?")
    assert row[3].splitlines()[:2] == ["Halls", "Fund halls."]
    assert "about “halls”" in "\n".join(each.text for each in written.paragraphs)


def test_what_was_asked_for_is_said_in_a_sentence():
    wanted = About(words=" rents ", theme="Homes", since=date(2026, 1, 2))

    said = asked_words(wanted)

    assert said.startswith(
        "What went out in our responses about “rents”, on the theme “Homes”, from 2 January 2026, the newest"
    )
