"""The template that comes with Drafter keeps its promises."""

import zipfile

from lxml import etree

from drafter.word.colours import LEAST_CONTRAST, contrast_on_white
from drafter.word.template import own_template
from tests.word.make_template import HEAD, parts
from tests.word.reading import W, part


def test_it_is_what_its_script_makes():
    with zipfile.ZipFile(own_template()) as package:
        kept = {name: package.read(name).decode() for name in package.namelist()}

    assert kept == {name: HEAD + text for name, text in parts().items()}


def test_nothing_in_it_is_smaller_than_twelve_points():
    sizes = {int(each.get(W + "val")) for each in part(own_template(), "word/styles.xml").iter(W + "sz")}

    assert min(sizes) == 24


def test_every_colour_of_text_stands_out_from_the_paper():
    colours = {each.get(W + "val") for each in part(own_template(), "word/styles.xml").iter(W + "color")}

    assert colours
    assert all(contrast_on_white(each) >= LEAST_CONTRAST for each in colours)


def test_contrast_is_measured_as_the_guidelines_do():
    assert round(contrast_on_white("000000"), 2) == 21.0
    assert round(contrast_on_white("767676"), 2) == 4.54
    assert contrast_on_white("FFFFFF") == 1.0


def test_it_is_set_in_one_sans_serif_and_from_the_left():
    styles = part(own_template(), "word/styles.xml")

    assert {each.get(W + "ascii") for each in styles.iter(W + "rFonts")} == {"Arial"}
    assert list(styles.iter(W + "jc")) == []


def test_headings_and_labels_stay_with_what_follows():
    styles = part(own_template(), "word/styles.xml")

    kept = {
        each.find(W + "name").get(W + "val")
        for each in styles.iter(W + "style")
        if each.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert {"Title", "heading 1", "heading 2", "heading 3", "Quote", "Note Heading"} <= kept


def test_every_page_has_its_number():
    for name in ("footer1", "footer2"):
        fields = [
            each.get(W + "instr").split()[0]
            for each in part(own_template(), f"word/{name}.xml").iter(W + "fldSimple")
        ]
        assert {"PAGE", "NUMPAGES"} <= set(fields)


def test_its_parts_are_well_formed():
    for text in parts().values():
        assert etree.fromstring((HEAD + text).encode()) is not None
