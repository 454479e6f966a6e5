"""What the library's positions speak of, kept up to date as they change."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from drafter.domain.matching.alike import THRESHOLD, Alike, Near, alike_pairs, cosines_with
from drafter.domain.matching.postings import Postings, Query
from drafter.domain.matching.terms import BREAK, Terms, Vocabulary
from drafter.domain.progress import Progress, silent
from drafter.domain.records.ids import PositionId

_STEP = 200
_SMALL = 200
_WORDS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A position as the index reads it. `asked` is what it has answered before: the best hint there is."""

    id: PositionId
    title: str
    text: str
    themes: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A position that speaks of the same; the words are the question's own, the most telling first."""

    id: PositionId
    score: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A document as terms: its wording alone, and all of it."""

    wording: Terms
    whole: Terms


@dataclass(slots=True)
class _Pack:
    """Documents under their numbers, packed. What was replaced or removed since is no longer live."""

    ids: list[PositionId] = field(default_factory=list)
    live: list[bool] = field(default_factory=list)
    postings: Postings | None = None


class Index:
    """TF-IDF cosine over words and phrases, joined with the likelihood of the question (`postings`).

    It belongs to one thread. A few documents that came later are packed by themselves, on the next question;
    when they are many, everything is packed anew.
    """

    def __init__(self) -> None:
        self._vocabulary = Vocabulary()
        self._documents: dict[PositionId, _Read] = {}
        self._numbers: dict[PositionId, int] = {}
        self._main = _Pack()
        self._fresh = _Pack()
        self._later: set[PositionId] = set()

    @classmethod
    def build(cls, documents: Iterable[Document], progress: Progress = silent, *, total: int = 0) -> "Index":
        """Read and pack them; the work may be stopped between documents."""
        index = cls()
        for done, each in enumerate(documents):
            if done % _STEP == 0:
                progress(done, total)
            index.put(each)
        index._pack_all()
        progress(len(index), len(index))
        return index

    def __len__(self) -> int:
        return len(self._documents)

    def __contains__(self, position: object) -> bool:
        return position in self._documents

    def put(self, document: Document) -> None:
        """Add a document, or replace the one of its id."""
        self.remove(document.id)
        self._documents[document.id] = self._read(document)
        self._later.add(document.id)
        self._fresh = _Pack()

    def remove(self, position: PositionId) -> None:
        """Forget a document; one that is not there is no matter."""
        if self._documents.pop(position, None) is None:
            return
        if position in self._later:
            self._later.discard(position)
            self._fresh = _Pack()
        elif (number := self._numbers.pop(position, None)) is not None:
            self._main.live[number] = False

    def match(self, text: str, *, hint: str = "", limit: int = 10) -> tuple[Match, ...]:
        """Find what speaks of the same, best first, and only what shares a word. A hint counts half."""
        terms, said = self._vocabulary.look_up(text)
        hints, hinted = self._vocabulary.look_up(hint)
        said = hinted | said
        if not said or limit < 1:
            return ()
        self._pack()
        query = Query.of(terms, hints)
        said = self._rarest_first(said)
        ranked = sorted(
            (scored for pack in (self._main, self._fresh) for scored in _best(pack, query, limit)),
            reverse=True,
        )
        return tuple(
            Match(id=position, score=score, words=self._shared(position, said))
            for score, position in ranked[:limit]
        )

    def alike(self, progress: Progress = silent) -> tuple[Alike, ...]:
        """Find all pairs of documents whose wordings are nearly the same, the nearest first."""
        ids = list(self._documents)
        pairs = alike_pairs([self._documents[each].wording for each in ids], len(self._vocabulary), progress)
        return tuple(Alike(first=ids[one], second=ids[other], cosine=cosine) for one, other, cosine in pairs)

    def near(self, title: str, text: str, *, limit: int = 8) -> tuple[Near, ...]:
        """Find the documents whose wordings are nearly the same as this one, the nearest first."""
        wording = self._wording(title, text)
        terms = [each for each in wording if each != BREAK]
        self._pack()
        if not terms or self._main.postings is None:
            return ()
        query = Query.of(terms)
        ids = [position for pack in (self._main, self._fresh) for _, position in _best(pack, query, limit)]
        texts = [self._documents[each].wording for each in ids]
        weighed = cosines_with(np.array(wording, np.int32), texts, self._main.postings.statistics)
        found = (Near(id=each, cosine=cosine) for each, cosine in zip(ids, weighed, strict=True))
        return tuple(
            sorted((each for each in found if each.cosine >= THRESHOLD), key=lambda near: -near.cosine)
        )

    def _wording(self, title: str, text: str) -> list[int]:
        return [*self._vocabulary.read(title), BREAK, *self._vocabulary.read(text)]

    def _read(self, document: Document) -> _Read:
        read = self._vocabulary.read
        wording = self._wording(document.title, document.text)
        said_twice = [
            *read(document.title),
            BREAK,
            *(number for each in document.themes for number in read(each)),
        ]
        asked = [number for each in document.asked for number in (*read(each), BREAK)]
        return _Read(
            wording=np.array(wording, np.int32),
            whole=np.array([*wording, BREAK, *said_twice, BREAK, *asked], np.int32),
        )

    def _pack(self) -> None:
        if not self._later and self._main.postings is not None:
            return
        if len(self._documents) <= _SMALL or len(self._later) * 10 > len(self._documents):
            self._pack_all()
        elif self._fresh.postings is None and self._main.postings is not None:
            later = [each for each in self._documents if each in self._later]
            self._fresh = self._packed(later, self._main.postings)

    def _pack_all(self) -> None:
        self._later.clear()
        self._fresh = _Pack()
        ids = list(self._documents)
        self._numbers = {each: number for number, each in enumerate(ids)}
        self._main = self._packed(ids, None)

    def _packed(self, ids: list[PositionId], beside: Postings | None) -> _Pack:
        texts = [self._documents[each].whole for each in ids]
        given = beside.statistics if beside is not None else None
        return _Pack(ids=ids, live=[True] * len(ids), postings=Postings(texts, given, len(self._vocabulary)))

    def _rarest_first(self, said: dict[int, str]) -> dict[int, str]:
        if self._main.postings is None:
            return said
        rarity = self._main.postings.statistics.rarity_of(np.array(list(said), np.int64))
        order = sorted(zip(rarity.tolist(), said.items(), strict=True), key=lambda each: -each[0])
        return dict(each for _, each in order)

    def _shared(self, position: PositionId, said: dict[int, str]) -> tuple[str, ...]:
        """Name the words of the question that the document has too."""
        whole = set(self._documents[position].whole.tolist())
        return tuple(word for number, word in said.items() if number in whole)[:_WORDS_SHOWN]


def _best(pack: _Pack, query: Query, limit: int) -> Iterator[tuple[float, PositionId]]:
    """Give the best of one pack, looking no further down than it must."""
    if pack.postings is None or not pack.ids:
        return
    scores = pack.postings.scores(query)
    left = limit
    for number in _descending(scores, limit):
        if scores[number] <= 0 or not left:
            return
        if pack.live[number]:
            yield float(scores[number]), pack.ids[number]
            left -= 1


def _descending(scores: np.ndarray[tuple[int], np.dtype[np.float64]], limit: int) -> Iterator[int]:
    """Give the numbers of documents, best first; mostly the first few are enough, only they are sorted."""
    few = min(len(scores), 4 * limit)
    top = np.argpartition(-scores, few - 1)[:few]
    yield from (int(each) for each in top[np.argsort(-scores[top], kind="stable")])
    if few < len(scores):
        seen = set(top.tolist())
        yield from (int(each) for each in np.argsort(-scores, kind="stable") if int(each) not in seen)
