"""Wordings that are nearly the same: all pairs over a threshold, without weighing all pairs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drafter.domain.matching.postings import Floats, Statistics, cosine_weights, counted, statistics
from drafter.domain.matching.terms import Terms
from drafter.domain.progress import Progress
from drafter.domain.records.ids import PositionId

THRESHOLD = 0.6
_STEP = 100
_REST = 0.5
"""How long the part of a vector is that is not looked up: less makes fewer candidates and more to look up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two positions whose words are nearly the same."""

    first: PositionId
    second: PositionId
    cosine: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A document whose words are nearly the same as some given ones."""

    id: PositionId
    cosine: float


Pair = tuple[int, int, float]


def cosines_with(wanted: Terms, others: Sequence[Terms], known: Statistics) -> list[float]:
    """Weigh one text against some others, with rarities that were measured before."""
    counts, _ = counted([wanted, *others])
    weights = cosine_weights(counts, known.rarity_of(counts.keys), len(others) + 1)
    mine = counts.documents == 0
    dense = np.zeros(int(counts.keys.max(initial=0)) + 1, np.float32)
    dense[counts.keys[mine]] = weights[mine]
    products = np.bincount(counts.documents, weights * dense[counts.keys], len(others) + 1)
    return [float(each) for each in products[1:]]


def alike_pairs(texts: Sequence[Terms], vocabulary: int, progress: Progress) -> list[Pair]:
    """Find the pairs by the numbers of their texts, the nearest first."""
    pairs: list[Pair] = []
    if len(texts) > 1:
        vectors = _Vectors(texts, vocabulary)
        for number in range(len(texts)):
            if number % _STEP == 0:
                progress(number, len(texts))
            pairs += vectors.like(number)
    progress(len(texts), len(texts))
    return sorted(pairs, key=lambda each: -each[2])


class _Vectors:
    """Each text as a vector of length one; only the rarest terms that make up most of it are looked up.

    What the rest can add to a cosine is at most its length, so only those need weighing whole whose
    looked-up part comes near enough (this is what the all-pairs algorithms of the field do).
    """

    def __init__(self, texts: Sequence[Terms], vocabulary: int) -> None:
        counts, _ = counted(texts)
        known = statistics(counts, counts, documents=len(texts), vocabulary=vocabulary)
        rarity = known.rarity_of(counts.keys)
        weights = cosine_weights(counts, rarity, len(texts))
        order = np.lexsort((-rarity, counts.documents))
        self._terms, self._weights = counts.keys[order], weights[order]
        documents = counts.documents[order]
        self._starts = np.searchsorted(documents, np.arange(len(texts) + 1))
        looked_up, self._rest = _head(self._weights, self._starts)
        self._dense = np.zeros(vocabulary, np.float32)
        by_term = np.lexsort((documents[looked_up], self._terms[looked_up]))
        self._head_documents = documents[looked_up][by_term]
        self._head_weights = self._weights[looked_up][by_term]
        head_terms = self._terms[looked_up][by_term]
        self._head_starts = np.searchsorted(head_terms, np.arange(vocabulary + 1))

    def like(self, number: int) -> list[Pair]:
        """Find the later texts that are like this one."""
        terms, weights = self._of(number)
        partial = self._partial(terms, weights)
        hopeful = (partial > 0) & (partial + self._rest >= THRESHOLD)
        hopeful[: number + 1] = False
        others = np.flatnonzero(hopeful)
        if not len(others):
            return []
        self._dense[terms] = weights
        cosines = self._cosines(others)
        self._dense[terms] = 0
        return [
            (number, int(other), float(cosine))
            for other, cosine in zip(others, cosines, strict=True)
            if cosine >= THRESHOLD
        ]

    def _of(self, number: int) -> tuple[NDArray[np.int64], Floats]:
        within = slice(self._starts[number], self._starts[number + 1])
        return self._terms[within], self._weights[within]

    def _partial(self, terms: NDArray[np.int64], weights: Floats) -> NDArray[np.float64]:
        """Weigh every text by its looked-up terms alone."""
        lengths = self._head_starts[terms + 1] - self._head_starts[terms]
        where = _spread(self._head_starts[terms], lengths)
        products = self._head_weights[where] * np.repeat(weights, lengths)
        return np.bincount(self._head_documents[where], products, len(self._rest)).astype(np.float64)

    def _cosines(self, others: NDArray[np.integer]) -> NDArray[np.float64]:
        """Weigh each of these against the text that lies open in the dense vector."""
        lengths = self._starts[others + 1] - self._starts[others]
        where = _spread(self._starts[others], lengths)
        products = self._dense[self._terms[where]] * self._weights[where]
        numbers = np.repeat(np.arange(len(others)), lengths)
        return np.bincount(numbers, products, len(others)).astype(np.float64)


def _spread(starts: NDArray[np.integer], lengths: NDArray[np.integer]) -> NDArray[np.int64]:
    """Name every place of several stretches, one stretch after another."""
    before = np.cumsum(lengths) - lengths
    return np.asarray(np.arange(lengths.sum()) + np.repeat(starts - before, lengths), np.int64)


def _head(weights: Floats, starts: NDArray[np.integer]) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Choose each text's first terms, and measure what is left of it without them."""
    mass = np.cumsum(weights.astype(np.float64) ** 2)
    before = np.append(0.0, mass)[starts[:-1]]
    whole = np.append(0.0, mass)[starts[1:]]
    of_each = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    left_from_here = whole[of_each] - np.append(0.0, mass)[:-1]
    looked_up = left_from_here >= _REST**2
    kept = np.bincount(
        of_each, weights=np.where(looked_up, weights.astype(np.float64) ** 2, 0), minlength=len(before)
    )
    return looked_up, np.sqrt(np.maximum(whole - before - kept, 0)) + 1e-4
