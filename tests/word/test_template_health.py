"""What the officer is told about her organisation's template."""

import pytest

from drafter.domain.errors import NotATemplate
from drafter.word.template import examine, own_template
from tests.word import templates
from tests.word.make_template import parts


@pytest.fixture
def template(tmp_path):
    return tmp_path / "letter.docx"


def test_our_own_template_lacks_nothing():
    assert examine(own_template()).findings == ()


def test_missing_styles_are_named(template):
    styles = parts()["word/styles.xml"].replace('w:name w:val="Quote"', 'w:name w:val="Citation"')

    health = examine(templates.packed(template, {"word/styles.xml": styles}))

    assert health.missing == ("Quote",)
    assert health.findings == ("It lacks the style Quote. Drafter makes it in the look of the others.",)


def test_many_missing_styles_are_counted(template):
    health = examine(templates.a_letterhead(template))

    assert health.findings[0].startswith("It lacks 6 of the")


def test_a_file_without_styles_is_told_so(template):
    health = examine(templates.one_without_styles(template))

    assert "It has no styles at all. Drafter brings plain ones." in health.findings
    assert "It has no page numbers. Put them into its header or footer in Word." in health.findings


def test_text_of_its_own_is_counted_and_the_marker_explained(template):
    content = templates.words("12 Canal Street, Leeds")
    health = examine(templates.packed(template, {"word/document.xml": templates.body(content)}))

    assert health.own_words == 4
    assert any("put a bookmark named “Drafter” there" in each for each in health.findings)


def test_with_a_marker_nothing_is_said_about_the_place(template):
    health = examine(templates.one_with_a_place(template))

    assert health.has_marker
    assert not any("bookmark" in each for each in health.findings)


@pytest.mark.parametrize(
    ("part", "ours", "theirs", "finding"),
    [
        ("document", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "Its paper is Letter, not A4."),
        (
            "document",
            'w:w="11906" w:h="16838"',
            'w:w="12000" w:h="12000"',
            "Its paper is 21.2 × 21.2 cm, not A4.",
        ),
        ("styles", '<w:sz w:val="24"/>', '<w:sz w:val="20"/>', "Its text is 10 pt; an accessible document"),
        ("styles", "<w:widowControl/>", '<w:widowControl/><w:jc w:val="both"/>', "Its text is justified"),
        (
            "styles",
            'w:color w:val="1B3A57"',
            'w:color w:val="FFA500"',
            "The colour of Title, Heading 1, Heading 2",
        ),
    ],
)
def test_what_makes_it_hard_to_read_is_said(template, part, ours, theirs, finding):
    name = f"word/{part}.xml"
    changed = parts()[name].replace(ours, theirs)
    assert changed != parts()[name]

    health = examine(templates.packed(template, {name: changed}))

    assert [each for each in health.findings if each.startswith(finding)]


def test_landscape_a4_is_a4(template):
    changed = parts()["word/document.xml"].replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906"')

    assert examine(templates.packed(template, {"word/document.xml": changed})).is_complete


def test_what_cannot_be_used_is_refused(template):
    with pytest.raises(NotATemplate):
        examine(templates.one_with_macros(template))
