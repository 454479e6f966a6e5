"""The parts of a small statement, line by line: `--update-golden` after a wanted change."""

import pytest

from drafter.word.writing import write
from tests.word.compositions import a_statement
from tests.word.reading import pretty


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    target = tmp_path_factory.mktemp("golden") / "statement.docx"
    write(a_statement(), target)
    return target


@pytest.mark.parametrize("name", ["document", "footnotes", "numbering"])
def test_the_part_is_as_it_was(written, golden, name):
    golden(f"statement-{name}.xml", pretty(written, f"word/{name}.xml"))


def test_writing_twice_gives_the_same_parts(written, tmp_path):
    again = tmp_path / "again.docx"
    write(a_statement(), again)

    for name in ("document", "footnotes", "numbering", "styles", "settings"):
        assert pretty(again, f"word/{name}.xml") == pretty(written, f"word/{name}.xml")
