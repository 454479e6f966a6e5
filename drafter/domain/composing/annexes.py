"""Annexes that she may ask for: positions by recommendation, sources, what we have said before."""

from collections.abc import Iterable, Iterator

from drafter.domain.composing.blocks import Block, BlockRole, Cell, Column, Table, capital, line
from drafter.domain.composing.material import Material
from drafter.domain.fields import british_date, first_words, joined_labels
from drafter.domain.records.stances import Stance
from drafter.domain.richtext import Footnote, Inline, Run, Source

_POSITIONS = (
    Column(name="Recommendation", share=29),
    Column(name="What it says", share=46),
    Column(name="Our position", share=25),
)
_EARLIER = (
    Column(name="Position", share=27),
    Column(name="Response", share=31),
    Column(name="On", share=22),
    Column(name="Our position then", share=20),
)
_WORDS = 20
_LETTERS = "ABC"


def annexes(material: Material, body: Iterable[Block]) -> Iterator[Block | Table]:
    """Those that were chosen and have something in them; `body` is what the form printed."""
    choices = material.choices
    wanted: tuple[tuple[bool, str, Iterator[Block | Table]], ...] = (
        (choices.annex_positions, "Our positions by recommendation", _positions(material)),
        (choices.annex_sources, "Sources", _sources(material, body)),
        (choices.annex_earlier, "What we have said before", _earlier(material)),
    )
    found = [(title, tuple(blocks)) for is_wanted, title, blocks in wanted if is_wanted]
    there = [(title, blocks) for title, blocks in found if blocks]
    for letter, (title, blocks) in zip(_LETTERS, there, strict=False):
        name = f"Annex {letter}" if len(there) > 1 else "Annex"
        yield line(BlockRole.HEADING1, f"{name}: {title}")
        yield from blocks


def _positions(material: Material) -> Iterator[Block | Table]:
    rows = tuple(
        _row(capital(joined_labels((each,))), first_words(each.text, _WORDS), taken.stance.phrase)
        for each in material.known.values()
        if (taken := material.stance_on(each)).stance is not Stance.UNDECIDED and not taken.set_aside
    )
    if rows:
        yield line(BlockRole.BODY, "Every recommendation on which we take a position, in the report’s order.")
        yield Table(
            title="Our positions by recommendation",
            description="One row for each recommendation: what it says, and our position on it.",
            columns=_POSITIONS,
            rows=rows,
        )


def _sources(material: Material, body: Iterable[Block]) -> Iterator[Block | Table]:
    """In the order of their titles, a link each; what footnotes cite and what words lead to."""
    named = {each.address: each for each in material.background.sources if each.address}
    found: dict[str, Source] = {}
    for inline in (inline for block in body for inline in block.inlines):
        source = _cited(inline, named)
        if source is not None:
            found.setdefault(source.address or f"{source.title}, {source.publisher}, {source.date}", source)
    for each in sorted(found.values(), key=lambda each: each.title.casefold()):
        rest = "".join(f", {said}" for said in (each.publisher, each.date) if said)
        title = Run(text=each.title or each.address, link=each.address)
        yield Block(role=BlockRole.BULLET, inlines=(title, Run(text=f"{rest}.")))


def _cited(inline: Inline, named: dict[str, Source]) -> Source | None:
    """What an inline cites; a link is called as the library or a footnote calls its address."""
    if isinstance(inline, Footnote):
        return inline.source
    if not isinstance(inline, Run) or not inline.link.startswith(("http:", "https:")):
        return None
    return named.get(inline.link) or Source(title=capital(inline.text.strip()), address=inline.link)


def _earlier(material: Material) -> Iterator[Block | Table]:
    rows = tuple(
        (
            (line(BlockRole.BODY, each.position),),
            (line(BlockRole.BODY, each.response), line(BlockRole.BODY, british_date(each.on))),
            (line(BlockRole.BODY, each.recommendation or "–"),),
            (line(BlockRole.BODY, each.stance or "–"),),
        )
        for each in material.background.earlier
    )
    if rows:
        yield line(BlockRole.BODY, "Earlier responses in which we took the positions that we take here.")
        yield Table(
            title="What we have said before",
            description="Earlier responses that took the same agreed positions: in which response and when, "
            "on which recommendation, and our position on it then.",
            columns=_EARLIER,
            rows=rows,
        )


def _row(*words: str) -> tuple[Cell, ...]:
    return tuple((line(BlockRole.BODY, each),) for each in words)
