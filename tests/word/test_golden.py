"""The parts of a small statement and of every form, line by line: `--update-golden` after a wanted change."""

import pytest

from drafter.domain.records.responses import Form
from drafter.word.writing import write
from tests.word.compositions import a_statement
from tests.word.forms import in_form
from tests.word.reading import pretty


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    target = tmp_path_factory.mktemp("golden") / "statement.docx"
    write(a_statement(), target)
    return target


@pytest.mark.parametrize("name", ["document", "footnotes", "numbering"])
def test_the_part_is_as_it_was(written, golden, name):
    golden(f"statement-{name}.xml", pretty(written, f"word/{name}.xml"))


@pytest.mark.parametrize("form", Form)
def test_each_form_is_as_it_was(tmp_path, golden, form):
    target = tmp_path / "response.docx"
    write(in_form(form), target)

    golden(f"form-{form.value}.xml", pretty(target, "word/document.xml"))


def test_writing_twice_gives_the_same_parts(written, tmp_path):
    again = tmp_path / "again.docx"
    write(a_statement(), again)

    for name in ("document", "footnotes", "numbering", "styles", "settings"):
        assert pretty(again, f"word/{name}.xml") == pretty(written, f"word/{name}.xml")
