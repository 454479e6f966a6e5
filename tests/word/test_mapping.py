"""Which style of a template each part takes: by name in any language, by her choice, or made."""

import re

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.domain.composing import Block, BlockRole, Composition
from drafter.domain.records.responses import Form
from drafter.domain.richtext import Run
from drafter.word.elements import VAL, parsed, w
from drafter.word.local_names import LOCAL_NAMES
from drafter.word.mapping import ROLES, fitted
from drafter.word.styles import Styles
from drafter.word.writing import write
from tests.word import templates
from tests.word.make_template import parts

BLOCKS = (
    Block(role=BlockRole.TITLE, inlines=(Run(text="Ours"),)),
    Block(role=BlockRole.HEADING1, inlines=(Run(text="Chapter"),)),
    Block(role=BlockRole.BODY, inlines=(Run(text="Words"),)),
    Block(role=BlockRole.QUOTE, inlines=(Run(text="Quoted"),)),
)
COMPOSITION = Composition(form=Form.STATEMENT, response="r", title="Ours", blocks=BLOCKS)


def renamed(path, *names):
    """Our own template with styles under other names."""
    styles = parts()["word/styles.xml"]
    for ours, theirs in names:
        styles = styles.replace(f'<w:name w:val="{ours}"/>', theirs)
    return templates.packed(path, {"word/styles.xml": styles})


def a_template_with_a_style(path, name, extra=""):
    """Ours with one more paragraph style."""
    more = f'<w:style w:type="paragraph" w:styleId="Extra"><w:name w:val="{name}"/>{extra}</w:style>'
    styles = parts()["word/styles.xml"].replace("</w:styles>", f"{more}</w:styles>")
    return templates.packed(path, {"word/styles.xml": styles})


def styles_taken(path):
    return [(each.text, name_of(each.style)) for each in Document(str(path)).paragraphs]


def name_of(style):
    return style.name if style is not None else None


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ('<w:name w:val="Überschrift 1"/>', "Überschrift 1"),
        ('<w:name w:val="titre 1"/>', "titre 1"),
        ('<w:name w:val="Kapitel"/><w:aliases w:val="H1,Heading 1"/>', "Kapitel"),
        ('<w:name w:val="Kapitel,heading 1"/>', "Kapitel"),
    ],
)
def test_a_heading_is_found_in_another_language_and_by_alias(tmp_path, said, found):
    template = renamed(tmp_path / "theirs.docx", ("heading 1", said))

    taken = {each.role.style: each.style for each in fitted(template).fittings}
    write(COMPOSITION, tmp_path / "out.docx", template=template)

    assert taken["heading 1"] == found
    assert re.search(rf"\b{found}", dict(styles_taken(tmp_path / "out.docx"))["Chapter"])


def test_the_english_name_comes_before_another_language(tmp_path):
    template = a_template_with_a_style(tmp_path / "theirs.docx", "Titre 1")

    taken = {each.role.style: each.style for each in fitted(template).fittings}

    assert taken["heading 1"] == "heading 1"


def test_what_she_chose_stands_in_for_the_usual_style(tmp_path):
    template = a_template_with_a_style(tmp_path / "theirs.docx", "Box")

    write(COMPOSITION, tmp_path / "out.docx", template=template, mapping={"quote": "Box", "title": "box"})

    taken = dict(styles_taken(tmp_path / "out.docx"))
    assert (taken["Quoted"], taken["Ours"], taken["Chapter"]) == ("Box", "Box", "Heading 1")


def test_running_text_can_be_mapped(tmp_path):
    template = a_template_with_a_style(tmp_path / "theirs.docx", "Prose")

    write(COMPOSITION, tmp_path / "out.docx", template=template, mapping={"body text": "Prose"})

    assert dict(styles_taken(tmp_path / "out.docx"))["Words"] == "Prose"


def test_a_style_that_stands_in_for_a_heading_says_its_level(tmp_path):
    template = a_template_with_a_style(tmp_path / "theirs.docx", "Chapter head", "<w:rPr><w:b/></w:rPr>")

    write(COMPOSITION, tmp_path / "out.docx", template=template, mapping={"heading 1": "Chapter head"})

    style = Document(str(tmp_path / "out.docx")).styles["Chapter head"].element
    assert style.find(f"{w('pPr')}/{w('outlineLvl')}").get(VAL) == "0"
    assert [each.tag for each in style][-2:] == [w("pPr"), w("rPr")]


def test_a_choice_that_the_template_no_longer_has_is_passed_over(tmp_path):
    template = templates.packed(tmp_path / "theirs.docx", {})

    write(COMPOSITION, tmp_path / "out.docx", template=template, mapping={"quote": "Gone"})

    assert dict(styles_taken(tmp_path / "out.docx"))["Quoted"] == "Quote"


def test_what_is_made_is_no_style_of_the_template(tmp_path):
    found = fitted(templates.one_without_styles(tmp_path / "bare.docx"))

    assert found.styles == ()
    assert {each.style for each in found.fittings} == {""}
    assert len(found.fittings) == len(ROLES)


def test_every_local_name_belongs_to_one_built_in_style():
    seen: dict[str, str] = {}
    for built_in, names in LOCAL_NAMES.items():
        for name in names:
            assert seen.setdefault(name.casefold(), built_in) == built_in


@settings(max_examples=25)
@given(name=st.text(st.characters(categories=["L", "N", "Zs"]), min_size=1, max_size=20).filter(str.strip))
def test_any_name_can_be_mapped_to(name):
    root = parsed(parts()["word/styles.xml"])
    made = root.makeelement(w("style"), {w("type"): "paragraph", w("styleId"): "TheirsX"})
    called = made.makeelement(w("name"), {VAL: name})
    made.append(called)
    root.append(made)

    found = Styles(root, {"quote": name.split(",")[0].strip()}).find("Quote")

    assert found is made or name.split(",")[0].strip().casefold() in {
        said(each.find(w("name"))) for each in root.iter(w("style")) if each is not made
    }


def said(name):
    return str(name.get(VAL)).casefold()
