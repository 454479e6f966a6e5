"""Every form on every template, as other people's programs see it: validator, LibreOffice, pandoc."""

import re
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest
from docx.text.paragraph import Paragraph

from drafter.domain.composing import BlockRole, Choices
from drafter.domain.richtext import Footnote, Run
from drafter.paths import resource
from drafter.services.exporting import FORMS, composed
from drafter.services.sample import add_sample
from drafter.store.library import Library
from drafter.word.template import own_template
from drafter.word.writing import write
from tests.builders import OFFICER
from tests.word import templates
from tests.word.outside import as_pdf, office, sdk_complaints, through_pandoc, validator, why_not
from tests.word.reading import W, footnotes, opened
from tests.word.validating import complaints
from tests.word.validating import why_not as no_schemas

pytestmark = pytest.mark.long  # a second or more a file; .ci/run runs it


LISTED = {BlockRole.BULLET, BlockRole.NUMBER, BlockRole.COUNTED}


def our_own(_path):
    return own_template()


ANNEXES = {"annex_positions": True, "annex_sources": True, "annex_earlier": True}
MAKERS = (our_own, *templates.USABLE, *templates.MORE)
BEGINS = 10
"""So many letters stand on one line in a narrow column too, and so on one page."""

CUT_OFF = templates.one_with_a_place_in_a_cell
"""LibreOffice 7.4 cuts off a cell that goes over pages and has footnotes; the template's health says so."""


@pytest.fixture(scope="module")
def compositions():
    """The sample response as each form lays it out."""
    with Library.in_memory() as library:
        response = add_sample(library, resource("sample"))
        return {
            form: composed(library, response, Choices(form=form, **ANNEXES), person=OFFICER) for form in FORMS
        }


@pytest.fixture(scope="module")
def files(compositions, tmp_path_factory):
    """Each form on each template, by the form and the template's maker."""
    folder = tmp_path_factory.mktemp("files")
    written = {}
    for make in MAKERS:
        template = make(folder / f"{make.__name__}.docx")
        for form in FORMS:
            target = folder / f"{form.value} on {make.__name__}.docx"
            write(compositions[form], target, template=template)
            written[form, make] = target
    return written


@pytest.mark.skipif(bool(why_not(validator())), reason=why_not(validator()))
def test_the_open_xml_sdk_finds_no_error(files):
    with ThreadPoolExecutor(2) as pool:
        found = dict(zip(files.values(), pool.map(sdk_complaints, files.values()), strict=True))

    assert {path.name: complaints for path, complaints in found.items() if complaints} == {}


@pytest.mark.skipif(bool(why_not(validator())), reason=why_not(validator()))
def test_the_open_xml_sdk_does_find_errors(tmp_path):
    wrong = templates.body("<w:p><w:r><w:t>Words</w:t></w:r><w:pPr/></w:p>")

    assert sdk_complaints(templates.packed(tmp_path / "wrong.docx", {"word/document.xml": wrong}))


@pytest.mark.skipif(bool(no_schemas()), reason=no_schemas())
def test_no_iso_schema_complains(files):
    assert {path.name: found for path in files.values() if (found := complaints(path))} == {}


def test_python_docx_reads_the_same_words_links_and_lists(files, compositions):
    for (form, _), path in files.items():
        read = paragraphs_of(opened(path))
        blocks = [each for each in compositions[form].paragraphs if each.plain]
        found_again = (next((each for each in read if each.text == block.plain), None) for block in blocks)
        ours = [each for each in found_again if each is not None]
        assert len(ours) == len(blocks), path.name
        links = [run.link for block in blocks for run in block.inlines if isinstance(run, Run) and run.link]
        assert [each.address for paragraph in ours for each in paragraph.hyperlinks] == links, path.name
        listed = [each.style.name.startswith("List") or has_number(each) for each in ours]
        assert [block for block, is_item in zip(blocks, listed, strict=True) if is_item] == [
            each for each in blocks if each.role in LISTED
        ], path.name
        notes = sum(isinstance(each, Footnote) for block in blocks for each in block.inlines)
        assert len(footnotes(path)) == notes, path.name


@pytest.mark.skipif(bool(why_not(office())), reason=why_not(office()))
def test_libreoffice_opens_and_prints_every_file(files, compositions, tmp_path):
    printed = as_pdf(files.values(), tmp_path, tmp_path)

    for (form, make), pdf in zip(files, printed, strict=True):
        if make is CUT_OFF:
            continue
        text = squeezed(printed_text(pdf))
        missing = [
            each.plain for each in compositions[form].paragraphs if squeezed(each.plain)[:BEGINS] not in text
        ]
        assert missing == [], pdf.name


def test_pandoc_reads_the_same_words_links_lists_and_footnotes(files, compositions):
    for (form, _), path in files.items():
        read = through_pandoc(path)
        blocks = [each for each in compositions[form].paragraphs if each.plain]
        text = squeezed(words_of(read))
        at = 0
        for block in blocks:
            assert (at := text.find(squeezed(block.plain), at)) >= 0, f"{path.name}: {block.plain}"
        inlines = [inline for block in blocks for inline in block.inlines]
        assert addresses(read) == [each.link for each in inlines if isinstance(each, Run) and each.link]
        assert len(list(found(read, "Note"))) == sum(isinstance(each, Footnote) for each in inlines)
        items = [each for each in blocks if each.role in LISTED]
        assert len(list(items_of(read))) == len(items), path.name


def paragraphs_of(document):
    """Those of tables too, in reading order."""
    return (Paragraph(each, document) for each in document.element.body.iter(f"{W}p"))


def has_number(paragraph):
    return paragraph._p.find(f"{W}pPr/{W}numPr") is not None


def printed_text(path):
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def found(tree, kind, *, but=""):
    """Everything of that kind in pandoc's document, in order, but for what lies inside the other kind."""
    if isinstance(tree, dict):
        if tree.get("t") == but:
            return
        if tree.get("t") == kind:
            yield tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for each in tree:
            yield from found(each, kind, but=but)


def items_of(tree):
    """The items of all lists, those inside others too."""
    for bullets in found(tree, "BulletList", but="Note"):
        yield from bullets["c"]
    for numbers in found(tree, "OrderedList", but="Note"):
        yield from numbers["c"][1]


def words_of(tree):
    """The words without those of footnotes; pandoc takes title and standfirst for facts about the file."""
    head = [tree["meta"].get(name, {}) for name in ("title", "subtitle")]
    return " ".join(each["c"] for part in (head, tree["blocks"]) for each in found(part, "Str", but="Note"))


def addresses(tree):
    """Where the links of the text lead; the contents list’s own lead into the file."""
    targets = [each["c"][2][0] for each in found(tree, "Link", but="Note")]
    return [each for each in targets if not each.startswith("#")]


def squeezed(text):
    return re.sub(r"\W+", "", text).casefold()
