"""How two wordings differ, word by word, and whether they are the same or alike."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from rapidfuzz.distance import Indel

from drafter.domain.records.positions import Revision
from drafter.domain.records.responses import Passage
from drafter.domain.richtext import BlockStyle, Field, Footnote, Inline, Paragraph, RichText, Run, normal

ALIKE = 0.6
"""From this similarity on two texts are worth a look side by side."""

_TABLE = 400_000_000
"""Words times words that one comparison may weigh: 50 MB. What is larger shows as replaced."""

_CRUMB = 3
"""Stretches that may become one: a change, a crumb, a change."""

_BREAK = "\n"
_PILCROW = "¶"


class Mark(StrEnum):
    """What became of some words; restyled words are the same with another look, link or kind of paragraph."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    RESTYLED = "restyled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Neighbouring words of one mark, as they are shown; a footnote stands in square brackets."""

    text: str
    mark: Mark = Mark.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedParagraph:
    """One paragraph of the later text, or one of the earlier text that is gone."""

    pieces: tuple[Piece, ...]
    style: BlockStyle = BlockStyle.PARAGRAPH
    level: int = 0
    mark: Mark = Mark.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The later text with what was added, and between it what was removed."""

    paragraphs: tuple[ComparedParagraph, ...] = ()

    @property
    def pieces(self) -> Iterator[Piece]:
        return (piece for each in self.paragraphs for piece in each.pieces)

    def words(self, mark: Mark) -> int:
        return sum(len(each.text.replace(_PILCROW, "").split()) for each in self.pieces if each.mark is mark)

    @property
    def is_same(self) -> bool:
        return all(each.mark is Mark.SAME for each in self.paragraphs) and all(
            each.mark is Mark.SAME for each in self.pieces
        )

    @property
    def sentence(self) -> str:
        """As a screen says it: "12 words added, 3 words removed"."""
        counts = ((self.words(mark), mark) for mark in (Mark.ADDED, Mark.REMOVED, Mark.RESTYLED))
        said = [f"{many} {'word' if many == 1 else 'words'} {mark}" for many, mark in counts if many]
        if said:
            return ", ".join(said)
        return "No difference" if self.is_same else "The same words in other paragraphs"


def similarity(one: RichText, other: RichText) -> float:
    """How much of both is the same words in the same order, from 0 to 1; case and marks do not count."""
    first, second = _folded(one), _folded(other)
    if len(first) * len(second) > _TABLE:
        return 2 * len(set(first) & set(second)) / (len(set(first)) + len(set(second)))
    return float(Indel.normalized_similarity(first, second))


def same_words(one: RichText, other: RichText) -> bool:
    """The same words in the same order, whatever their look."""
    return one.plain.split() == other.plain.split()


def is_tailored(passage: Passage, revision: Revision) -> bool:
    """Library text that no longer reads, looks or cites as the revision that it came from."""
    return passage.use is not None and normal(passage.text) != normal(revision.text)


def compare(before: RichText, after: RichText) -> Comparison:
    """The differences by word, paragraph by paragraph."""
    old = [_Measured.of(each) for each in normal(before).paragraphs]
    new = [_Measured.of(each) for each in normal(after).paragraphs]
    done: list[ComparedParagraph] = []
    for tag, i1, i2, j1, j2 in _opcodes([each.words for each in old], [each.words for each in new]):
        if tag == "equal":
            done += [_kept(a, b) for a, b in zip(old[i1:i2], new[j1:j2], strict=True)]
        else:
            done += _rewritten(old[i1:i2], new[j1:j2])
    return Comparison(paragraphs=tuple(done))


@dataclass(frozen=True, slots=True)
class _Measured:
    """A paragraph as words, and the look of each."""

    paragraph: Paragraph
    words: tuple[str, ...]
    looks: tuple[object, ...]

    @classmethod
    def of(cls, given: Paragraph) -> "_Measured":
        tokens = list(_tokens(given.inlines))
        return cls(given, tuple(word for word, _ in tokens), tuple(look for _, look in tokens))


def _tokens(inlines: Iterable[Inline]) -> Iterator[tuple[str, object]]:
    """Words and the spaces between them; a word whose look changes half-way is several tokens."""
    for each in inlines:
        match each:
            case Run():
                look = replace(each, text="")
                for is_space, letters in groupby(each.text, str.isspace):
                    text = "".join(letters)
                    yield (" ", None) if is_space else (text, look)
            case Field():
                yield f"‹{each.name}›", each
            case Footnote():
                yield _noted(each), None


def _noted(note: Footnote) -> str:
    source = note.source
    cited = () if source is None else (source.title, source.publisher, source.date, source.address)
    return f"[{', '.join(each for each in (note.text, *cited) if each)}]"


def _folded(text: RichText) -> list[str]:
    return text.plain.casefold().split()


Opcode = tuple[str, int, int, int, int]


def _opcodes(old: Sequence[object], new: Sequence[object]) -> Iterator[Opcode]:
    """The stretches that are equal and that differ, in order; deletions and insertions that touch are one."""
    if len(old) * len(new) > _TABLE:
        yield "replace", 0, len(old), 0, len(new)
        return
    i = j = 0
    equals = [each for each in Indel.opcodes(old, new) if each.tag == "equal"]
    for each in equals:
        if (i, j) != (each.src_start, each.dest_start):
            yield "replace", i, each.src_start, j, each.dest_start
        yield "equal", each.src_start, each.src_end, each.dest_start, each.dest_end
        i, j = each.src_end, each.dest_end
    if (i, j) != (len(old), len(new)):
        yield "replace", i, len(old), j, len(new)


def _kept(old: _Measured, new: _Measured) -> ComparedParagraph:
    """The same words: only their look can differ."""
    marked = [
        (word, Mark.SAME if look == other else Mark.RESTYLED)
        for word, look, other in zip(new.words, old.looks, new.looks, strict=True)
    ]
    was, now = old.paragraph, new.paragraph
    moved = (was.style, was.level, was.restart) != (now.style, now.level, now.restart)
    return _paragraph(marked, now, Mark.RESTYLED if moved else Mark.SAME)


Marked = tuple[str, Mark]


def _paragraph(marked: Iterable[Marked], shape: Paragraph, mark: Mark) -> ComparedParagraph:
    pieces = tuple(
        Piece(text="".join(word for word, _ in words), mark=each)
        for each, words in groupby(marked, itemgetter(1))
    )
    return ComparedParagraph(pieces=pieces, style=shape.style, level=shape.level, mark=mark)


def _rewritten(old: Sequence[_Measured], new: Sequence[_Measured]) -> Iterator[ComparedParagraph]:
    """Paragraphs that came instead of others: their words are compared across the breaks between them."""
    one, other = _flat(old), _flat(new)
    writer = _Writer(old, new)
    words = [[word for word, _ in side] for side in (one, other)]
    for tag, i1, i2, j1, j2 in _readable(list(_opcodes(*words)), *words):
        if tag == "equal":
            for (word, look), (_, now) in zip(one[i1:i2], other[j1:j2], strict=True):
                yield from writer.write(word, Mark.SAME if look == now else Mark.RESTYLED)
        else:
            for word, _ in one[i1:i2]:
                yield from writer.write(word, Mark.REMOVED)
            for word, _ in other[j1:j2]:
                yield from writer.write(word, Mark.ADDED)
    yield from writer.rest()


def _flat(paragraphs: Sequence[_Measured]) -> list[tuple[str, object]]:
    return [
        token
        for each in paragraphs
        for token in (
            *zip(each.words, each.looks, strict=True),
            (_BREAK, (each.paragraph.style, each.paragraph.level)),
        )
    ]


def _readable(opcodes: list[Opcode], old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """The same differences as a person would mark them."""
    done: list[Opcode] = []
    for each in opcodes:
        done.append(each)
        while (
            len(done) >= _CRUMB and done[-1][0] == "replace" and _is_crumb(done[-3], done[-2], done[-1], old)
        ):
            first, last = done[-3], done[-1]
            done[-3:] = [("replace", first[1], last[2], first[3], last[4])]
    return list(_broken_where_paragraphs_end(done, old, new))


def _is_crumb(before: Opcode, equal: Opcode, after: Opcode, old: Sequence[str]) -> bool:
    """A few equal words between two larger changes belong to the change."""
    if equal[0] != "equal" or _BREAK in old[equal[1] : equal[2]]:
        return False
    kept = equal[2] - equal[1]
    return kept <= min(max(each[2] - each[1], each[4] - each[3]) for each in (before, after))


def _broken_where_paragraphs_end(
    opcodes: list[Opcode], old: Sequence[str], new: Sequence[str]
) -> Iterator[Opcode]:
    """Whole paragraphs that came or went end with a break of their own, not with the one before them."""
    behind = 0
    for at, (tag, i1, i2, j1, j2) in enumerate(opcodes):
        if tag == "equal":
            if i1 + behind < i2:
                yield tag, i1 + behind, i2, j1 + behind, j2
            behind = 0
            continue
        removed, added = old[i1:i2], new[j1:j2]
        ends = at + 1 < len(opcodes) and old[opcodes[at + 1][1]] == _BREAK
        if not ends or (_BREAK in removed) == (_BREAK in added):
            yield tag, i1, i2, j1, j2
            continue
        i = i1 + removed.index(_BREAK) if _BREAK in removed else i2
        j = j1 + added.index(_BREAK) if _BREAK in added else j2
        yield tag, i1, i, j1, j
        yield "equal", i, i + 1, j, j + 1
        yield tag, i + 1, i2 + 1, j + 1, j2 + 1
        behind = 1


class _Writer:
    """Puts marked words back into paragraphs. A pilcrow shows where two were joined or one was parted."""

    def __init__(self, old: Sequence[_Measured], new: Sequence[_Measured]) -> None:
        self._old = [each.paragraph for each in reversed(old)]
        self._new = [each.paragraph for each in reversed(new)]
        self._marked: list[Marked] = []

    def write(self, word: str, mark: Mark) -> Iterator[ComparedParagraph]:
        if word != _BREAK:
            self._marked.append((word, mark))
        elif mark is Mark.REMOVED:
            gone = self._old.pop()
            if self._is_all(Mark.REMOVED):
                yield self._end(gone, Mark.REMOVED)
            else:
                self._marked.append((_PILCROW, Mark.REMOVED))
        elif mark is Mark.ADDED:
            whole = self._is_all(Mark.ADDED)
            if not whole:
                self._marked.append((_PILCROW, Mark.ADDED))
            yield self._end(self._new.pop(), Mark.ADDED if whole else Mark.SAME)
        else:
            self._old.pop()
            yield self._end(self._new.pop(), mark)

    def rest(self) -> Iterator[ComparedParagraph]:
        """What is left when the last break was removed."""
        if self._marked:
            yield self._end(Paragraph(), Mark.SAME)

    def _is_all(self, mark: Mark) -> bool:
        return all(each is mark for _, each in self._marked)

    def _end(self, shape: Paragraph, mark: Mark) -> ComparedParagraph:
        marked, self._marked = self._marked, []
        return _paragraph(marked, shape, mark)
