"""A composition written as a native Word file; the old file is untouched until the new one is whole."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.opc.part import XmlPart

from drafter.domain.composing import Block, Composition
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
from drafter.word.paragraphs import HEADINGS, Paragraphs, Surroundings
from drafter.word.parts import styles_root
from drafter.word.placing import place
from drafter.word.planning import Planner
from drafter.word.properties import describe
from drafter.word.saving import check_target, free_name, save
from drafter.word.settings_part import settle
from drafter.word.styles import Styles
from drafter.word.template import own_template

__all__ = ["free_name", "write"]

_STEP: Final = 64
"""So many paragraphs are written between two words about progress."""


def write(
    composition: Composition,
    target: Path,
    *,
    template: Path | None = None,
    export: str = "",
    progress: Progress = silent,
) -> tuple[ManifestEntry, ...]:
    """Write the document, and say which paragraph is which passage. `export` is the manifest's id.

    Raises CannotWrite, NotATemplate, or Unresolved where a merge field is left.
    """
    _refuse_fields(composition)
    check_target(target.resolve())
    document = package.opened(template or own_template())
    settle(document)
    speak_english(styles_root(document))
    anchors = Anchors(export or composition.response)
    paragraphs, pages = _paragraphs(document, composition, anchors, progress)
    place(document, paragraphs)
    fill_furniture(document, composition, pages=pages)
    describe(document, composition, export=export)
    save(target, document.save)
    return anchors.manifest


def _refuse_fields(composition: Composition) -> None:
    names = dict.fromkeys(
        each.name for block in composition.blocks for each in block.inlines if isinstance(each, Field)
    )
    if names:
        named = ", ".join(f"“{each}”" for each in names)
        raise Unresolved(f"These fields have no value yet: {named}. Fill them in, then export again.")


def _paragraphs(
    document: Document, composition: Composition, anchors: Anchors, progress: Progress
) -> tuple[list[Element], int]:
    """The paragraphs, and on how many pages they will stand."""
    styles = Styles(styles_root(document))
    footnotes = Footnotes(document, styles)
    around = Surroundings(
        styles=styles,
        lists=Lists(document, styles),
        links=Links(document.part),
        footnotes=footnotes,
        anchors=anchors,
    )
    maker = Paragraphs(around, first_bookmark=_first_free_bookmark(document))
    blocks = list(_without_gaps(composition.blocks))
    texts = [each.plain for each in blocks]
    plan = Planner(document, styles, maker).plan(blocks, texts)
    made: list[str] = []
    for number, block in enumerate(blocks):
        if plan.contents and number == plan.place:
            made.append(plan.contents)
        if number % _STEP == 0:
            progress(number, len(blocks))
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        made.append(
            maker.xml(
                block, texts[number], following=following, heading_bookmark=plan.bookmarks.get(number, "")
            )
        )
    footnotes.save()
    return fragments("".join(made)), plan.pages


def _without_gaps(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Blocks that show something; a heading is never more than one level below the last one."""
    level = 0
    for each in blocks:
        if not each.inlines:
            continue
        if each.role not in HEADINGS:
            yield each
            continue
        level = min(HEADINGS.index(each.role) + 1, level + 1)
        yield each if each.role is HEADINGS[level - 1] else replace(each, role=HEADINGS[level - 1])


def _first_free_bookmark(document: Document) -> int:
    roots = (each.element for each in document.part.package.iter_parts() if isinstance(each, XmlPart))
    found = chain.from_iterable(root.iter(w("bookmarkStart")) for root in roots)
    return max((as_number(each.get(w("id"))) for each in found), default=-1) + 1
