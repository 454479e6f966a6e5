"""What is written keeps to the ISO schemas, in every form on every template of the tests."""

import pytest

from drafter.domain.records.responses import Form
from drafter.word.template import own_template
from drafter.word.writing import write
from tests.word import templates
from tests.word.compositions import a_statement, points
from tests.word.forms import in_form
from tests.word.make_template import parts
from tests.word.validating import complaints, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


def our_own(_path):
    return own_template()


@pytest.mark.parametrize("make", [our_own, *templates.USABLE], ids=lambda make: make.__name__)
@pytest.mark.parametrize(
    "composition",
    [a_statement(), points(40), *map(in_form, Form)],
    ids=["a statement", "points", *(form.value for form in Form)],
)
def test_no_schema_complains(tmp_path, make, composition):
    target = tmp_path / "response.docx"
    write(composition, target, template=make(tmp_path / "template.docx"))

    assert complaints(target) == []


def test_the_check_can_fail(tmp_path):
    wrong = parts()["word/document.xml"].replace("<w:p/>", "<w:p><w:r/><w:pPr/></w:p>")

    assert complaints(templates.packed(tmp_path / "wrong.docx", {"word/document.xml": wrong}))
