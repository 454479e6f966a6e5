"""A composition written as a native Word file; the old file is untouched until the new one is whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.opc.part import XmlPart

from drafter.domain.composing import HEADINGS, Block, Composition, Table
from drafter.domain.errors import Unresolved
from drafter.domain.progress import Progress, silent
from drafter.domain.records.responses import ManifestEntry
from drafter.domain.richtext import Field
from drafter.word import package
from drafter.word.anchors import Anchors
from drafter.word.elements import Element, as_number, fragments, w
from drafter.word.footnotes import Footnotes
from drafter.word.furniture import fill_furniture
from drafter.word.language import speak_english
from drafter.word.links import Links
from drafter.word.lists import Lists
from drafter.word.paragraphs import Paragraphs, Surroundings
from drafter.word.parts import styles_root
from drafter.word.placing import place
from drafter.word.planning import Plan, Planner
from drafter.word.properties import describe
from drafter.word.saving import check_target, free_name, save
from drafter.word.sections import turn
from drafter.word.settings_part import settle
from drafter.word.styles import Styles
from drafter.word.tables import Tables
from drafter.word.template import own_template
from drafter.word.wide_furniture import widen_furniture

__all__ = ["free_name", "write"]

_STEP: Final = 64
"""So many paragraphs are written between two words about progress."""


def write(
    composition: Composition,
    target: Path,
    *,
    template: Path | None = None,
    mapping: Mapping[str, str] | None = None,
    export: str = "",
    progress: Progress = silent,
) -> tuple[ManifestEntry, ...]:
    """Write the document, and say which paragraph is which passage. `export` is the manifest's id.

    A mapping names the template's styles that stand in for built-in ones.
    Raises CannotWrite, NotATemplate, or Unresolved where a merge field is left.
    """
    _refuse_fields(composition)
    check_target(target.resolve())
    document = package.opened(template or own_template())
    settle(document)
    speak_english(styles_root(document))
    anchors = Anchors(export or composition.response)
    styles = Styles(styles_root(document), mapping)
    elements, plan = _elements(document, styles, composition, anchors, progress)
    place(document, elements)
    for each in plan.turned:
        placed = elements[plan.elements_before(each.start) : plan.elements_before(each.stop)]
        widen_furniture(document, styles, turn(document, placed), *plan.widths)
    fill_furniture(document, composition, pages=plan.pages)
    describe(document, composition, export=export)
    save(target, document.save)
    return anchors.manifest


def _refuse_fields(composition: Composition) -> None:
    names = dict.fromkeys(
        each.name for block in composition.paragraphs for each in block.inlines if isinstance(each, Field)
    )
    if names:
        named = ", ".join(f"“{each}”" for each in names)
        raise Unresolved(f"These fields have no value yet: {named}. Fill them in, then export again.")


def _elements(
    document: Document, styles: Styles, composition: Composition, anchors: Anchors, progress: Progress
) -> tuple[list[Element], Plan]:
    """The paragraphs and tables, and what is known of the whole."""
    footnotes = Footnotes(document, styles)
    around = Surroundings(
        styles=styles,
        lists=Lists(document, styles),
        links=Links(document.part),
        footnotes=footnotes,
        anchors=anchors,
    )
    maker = Paragraphs(around, first_bookmark=_first_free_bookmark(document))
    tables = Tables(document, styles, maker)
    items = list(_without_gaps(composition.blocks))
    texts = ["" if isinstance(each, Table) else each.plain for each in items]
    plan = Planner(document, styles, maker).plan(items, texts)
    made: list[str] = []
    for number, item in enumerate(items):
        if plan.contents and number == plan.place:
            made.append(plan.contents)
        if number % _STEP == 0:
            progress(number, len(items))
        if isinstance(item, Table):
            made.append(tables.xml(item, plan.settings[number]))
            continue
        following = items[number + 1] if number + 1 < len(items) else None
        heading_bookmark = plan.bookmarks.get(number, "")
        made.append(maker.xml(item, texts[number], following=following, heading_bookmark=heading_bookmark))
    footnotes.save()
    return fragments("".join(made)), plan


def _without_gaps(items: Iterable[Block | Table]) -> Iterator[Block | Table]:
    """What shows something; a heading is never more than one level below the last one."""
    level = 0
    for each in items:
        if isinstance(each, Table) or (each.inlines and each.role not in HEADINGS):
            yield each
        elif each.inlines:
            level = min(HEADINGS.index(each.role) + 1, level + 1)
            yield each if each.role is HEADINGS[level - 1] else replace(each, role=HEADINGS[level - 1])


def _first_free_bookmark(document: Document) -> int:
    roots = (each.element for each in document.part.package.iter_parts() if isinstance(each, XmlPart))
    found = chain.from_iterable(root.iter(w("bookmarkStart")) for root in roots)
    return max((as_number(each.get(w("id"))) for each in found), default=-1) + 1
