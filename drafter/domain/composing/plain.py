"""A document as plain text: for an e-mail, a web form, the clipboard beside the HTML."""

from collections.abc import Iterable, Iterator

from drafter.domain.composing.blocks import Block, BlockRole, Composition, Table
from drafter.domain.composing.list_marks import ListMarks
from drafter.domain.richtext import Footnote, Inline, Run, Source

_STEP = "  "
_LISTS = {BlockRole.BULLET, BlockRole.NUMBER}


def plain_page(composition: Composition) -> str:
    """The whole document; paragraphs stand apart, list items and the lines of its head do not."""
    return plain_text(composition.blocks)


def plain_text(blocks: Iterable[Block | Table]) -> str:
    """Blocks as lines; a link is followed by its address, notes stand at the end."""
    made: list[str] = []
    before: BlockRole | None = None
    page = _Page()
    for role, text in page.lines(blocks):
        if made and not _belong_together(before, role):
            made.append("")
        made.append(text)
        before = role
    if page.notes:
        made += ["", "Notes", *page.notes]
    return "\n".join(made)


def _belong_together(before: BlockRole | None, role: BlockRole | None) -> bool:
    together = role in _LISTS or role is BlockRole.BYLINE or role is BlockRole.QUOTE
    return together and (before is role or (before in _LISTS and role in _LISTS))


class _Page:
    """Marks what is numbered, and gathers the notes."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self._marks = ListMarks()

    def lines(self, blocks: Iterable[Block | Table]) -> Iterator[tuple[BlockRole | None, str]]:
        for each in blocks:
            if isinstance(each, Table):
                yield from ((None, row) for row in self._rows(each))
            elif each.inlines:
                yield each.role, self._line(each)

    def _rows(self, table: Table) -> Iterator[str]:
        """A row as a paragraph: each cell behind the name of its column."""
        for row in table.rows:
            cells = (
                f"{column.name}: {' '.join(self._line(each) for each in cell)}"
                for column, cell in zip(table.columns, row, strict=True)
            )
            yield "\n".join(cells)

    def _line(self, block: Block) -> str:
        mark = self._marks.mark(block)
        before = f"{_STEP * block.level if block.role in _LISTS else ''}{mark} " if mark else ""
        return f"{before}{self._words(block.inlines)}"

    def _words(self, inlines: tuple[Inline, ...]) -> str:
        made = ""
        for number, each in enumerate(inlines):
            if isinstance(each, Footnote):
                self.notes.append(f"[{len(self.notes) + 1}] {_note(each)}")
                made += f"[{len(self.notes)}]"
            elif isinstance(each, Run):
                following = inlines[number + 1] if number + 1 < len(inlines) else None
                goes_on = isinstance(following, Run) and following.link == each.link
                made += each.text if not each.link or goes_on else _linked(each)
            else:
                made += f"‹{each.name}›"
        return made


def _linked(run: Run) -> str:
    address = run.link.removeprefix("mailto:")
    bare = run.text.rstrip()
    return run.text if bare == address else f"{bare} ({address}){run.text[len(bare) :]}"


def _note(note: Footnote) -> str:
    source = source_words(note.source) if note.source is not None else ""
    return " ".join(each for each in (note.text.strip(), source) if each)


def source_words(source: Source) -> str:
    """Title, publisher, date, address: what there is."""
    said = (source.title, source.publisher, source.date, source.address)
    return ", ".join(each.strip() for each in said if each.strip())
