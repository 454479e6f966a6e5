"""The statement: title block, running text with her headings, about us, whom to ask."""

import re
from collections.abc import Iterator

from drafter.domain.composing.blocks import Block, BlockRole, line
from drafter.domain.composing.material import Material, has_words
from drafter.domain.composing.passages import sections_as_they_are, text_blocks, title_block
from drafter.domain.records.positions import Kind
from drafter.domain.records.responses import Section
from drafter.domain.richtext import Run

_ABOUT_US = re.compile(r"(?:about us|who we are|our organisation|about the organisation)\b", re.IGNORECASE)
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def statement(material: Material) -> Iterator[Block]:
    response, choices = material.response, material.choices
    yield from title_block(material)
    yield from sections_as_they_are(material, response.sections)
    if choices.about_us and not any(is_about_us(each, material) for each in response.sections):
        yield from about_us(material)
    if choices.contact and material.background.contact.strip():
        yield line(BlockRole.HEADING1, "Contact")
        yield _contact(material.background.contact)


def is_about_us(section: Section, material: Material) -> bool:
    """By its heading, or because all that it holds is the library's words of that kind."""
    if not has_words(section):
        return False
    if _ABOUT_US.match(section.heading.strip()):
        return True
    kinds = material.background.kinds
    used = [each.use for each in section.passages if not each.text.is_empty]
    return all(use is not None and kinds.get(use.position) is Kind.ABOUT_US for use in used)


def about_us(material: Material) -> Iterator[Block]:
    """The library's words about the organisation, under a heading."""
    text = material.background.about_us
    if text.is_empty:
        return
    organisation = material.response.head.organisation or material.values("organisation") or ""
    yield line(BlockRole.HEADING1, f"About {organisation}" if organisation else "About us")
    yield from text_blocks(text, material.values, heading=1)


def _contact(text: str) -> Block:
    """One line; addresses in it can be written to."""
    words = " ".join(text.split())
    runs: list[Run] = []
    at = 0
    for found in _E_MAIL.finditer(words):
        runs += [Run(text=words[at : found.start()]), Run(text=found[0], link=f"mailto:{found[0]}")]
        at = found.end()
    runs.append(Run(text=words[at:]))
    return Block(role=BlockRole.BODY, inlines=tuple(each for each in runs if each.text))
