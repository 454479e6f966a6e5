"""The index proper: for each term and phrase the documents that have it, and what it weighs there."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from drafter.domain.matching.terms import BREAK, Terms

Ints = NDArray[np.int32]
Keys = NDArray[np.int64]
Floats = NDArray[np.float32]

PHRASES = 0.2
"""What the cosine over pairs of neighbouring words adds, against 0.8 for single words."""

LIKELIHOOD = 0.1
"""What the likelihood of the question adds (Dirichlet, smoothed by the mean length), another ranking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """How common terms are in the whole collection; taken when it is packed, kept for what comes later."""

    rarity: Floats
    share: Floats
    unseen: float
    phrases: Keys
    phrase_rarity: Floats
    mean_length: float

    def rarity_of(self, terms: NDArray[np.integer]) -> Floats:
        """Give the inverse document frequency; terms that came later count as unseen."""
        return self._looked_up(self.rarity, terms, self.unseen)

    def share_of(self, terms: NDArray[np.integer]) -> Floats:
        return self._looked_up(self.share, terms, float(self.share.min(initial=1.0)))

    def rarity_of_phrases(self, keys: Keys) -> Floats:
        if not len(self.phrases):
            return np.full(len(keys), self.unseen, np.float32)
        at = np.minimum(np.searchsorted(self.phrases, keys), len(self.phrases) - 1)
        return np.where(self.phrases[at] == keys, self.phrase_rarity[at], np.float32(self.unseen))

    @staticmethod
    def _looked_up(table: Floats, terms: NDArray[np.integer], otherwise: float) -> Floats:
        found = np.full(len(terms), otherwise, np.float32)
        known = terms < len(table)
        found[known] = table[terms[known]]
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Which document has which key how often, sorted by key and then by document."""

    keys: Keys
    documents: Ints
    times: Floats

    @classmethod
    def of(cls, keys: Keys, documents: NDArray[np.integer]) -> "Counts":
        order = np.lexsort((documents, keys))
        keys, documents = keys[order], documents[order]
        new = np.ones(len(keys), bool)
        new[1:] = (keys[1:] != keys[:-1]) | (documents[1:] != documents[:-1])
        starts = np.flatnonzero(new)
        times = np.diff(np.append(starts, len(keys)))
        return cls(
            keys=keys[starts], documents=documents[starts].astype(np.int32), times=times.astype(np.float32)
        )


def counted(texts: Sequence[Terms]) -> tuple[Counts, Counts]:
    """Count single terms, and pairs of neighbours."""
    numbers = np.repeat(np.arange(len(texts), dtype=np.int32), [len(each) for each in texts])
    flat = np.concatenate(texts).astype(np.int64) if texts else np.empty(0, np.int64)
    is_term = flat != BREAK
    pair = is_term[:-1] & is_term[1:] & (numbers[:-1] == numbers[1:])
    pairs = phrase_keys(flat[:-1][pair], flat[1:][pair])
    return Counts.of(flat[is_term], numbers[is_term]), Counts.of(pairs, numbers[:-1][pair])


def phrase_keys(first: NDArray[np.integer], second: NDArray[np.integer]) -> Keys:
    return (first.astype(np.int64) << 32) | second.astype(np.int64)


def statistics(terms: Counts, phrases: Counts, *, documents: int, vocabulary: int) -> Statistics:
    """Measure a collection."""
    frequency = np.bincount(terms.keys, minlength=vocabulary)
    total = np.bincount(terms.keys, weights=terms.times, minlength=vocabulary)
    every = max(float(total.sum()), 1.0)
    keys, phrase_frequency = np.unique(phrases.keys, return_counts=True)
    return Statistics(
        rarity=_rarity(frequency, documents),
        share=np.maximum(total / every, 1 / (every + 1)).astype(np.float32),
        unseen=float(np.log(documents + 1) + 1),
        phrases=keys,
        phrase_rarity=_rarity(phrase_frequency, documents),
        mean_length=max(every / max(documents, 1), 1.0),
    )


def _rarity(frequency: NDArray[np.integer], documents: int) -> Floats:
    return (np.log((documents + 1) / (frequency + 1)) + 1).astype(np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighted:
    """One kind of key: where the documents of each begin, and their weights."""

    keys: Keys
    starts: Keys
    documents: Ints
    weights: tuple[Floats, ...]

    @classmethod
    def of(cls, counts: Counts, *weights: Floats) -> "Weighted":
        keys, starts = np.unique(counts.keys, return_index=True)
        return cls(
            keys=keys,
            starts=np.append(starts, len(counts.keys)).astype(np.int64),
            documents=counts.documents,
            weights=weights,
        )

    def add(self, scores: NDArray[np.float64], wanted: Keys, *factors: Floats) -> None:
        """Add the products of factors and weights to the scores of the documents that have a wanted key."""
        if not len(self.keys) or not len(wanted):
            return
        at = np.searchsorted(self.keys, wanted)
        known = at < len(self.keys)
        known[known] = self.keys[at[known]] == wanted[known]
        at = at[known]
        # A loop over slices is twice as fast as gathering all postings first: nothing is copied or cast.
        columns = zip(*(each[known].tolist() for each in factors), strict=True)
        for start, end, row in zip(
            self.starts[at].tolist(), self.starts[at + 1].tolist(), columns, strict=True
        ):
            worth = self.weights[0][start:end] * row[0]
            for weights, factor in zip(self.weights[1:], row[1:], strict=True):
                worth += weights[start:end] * factor
            scores[self.documents[start:end]] += worth


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question against one collection: its terms and phrases, how rare and how many."""

    terms: Keys
    times: Floats
    phrases: Keys
    phrase_times: Floats

    @classmethod
    def of(cls, terms: Sequence[int], hints: Sequence[int] = ()) -> "Query":
        """Count the terms; a hint counts half, and makes no phrase."""
        flat = np.array(terms, np.int64)
        lengths = np.repeat(np.array([1.0, 0.5], np.float32), [len(terms), len(hints)])
        keys, at = np.unique(np.array([*terms, *hints], np.int64), return_inverse=True)
        phrases, phrase_times = np.unique(phrase_keys(flat[:-1], flat[1:]), return_counts=True)
        return cls(
            terms=keys,
            times=np.bincount(at, weights=lengths, minlength=len(keys)).astype(np.float32),
            phrases=phrases,
            phrase_times=phrase_times.astype(np.float32),
        )


class Postings:
    """A packed collection: asked for the score of every document in it."""

    def __init__(self, texts: Sequence[Terms], given: Statistics | None, vocabulary: int) -> None:
        terms, phrases = counted(texts)
        self.size = len(texts)
        self.statistics = given or statistics(terms, phrases, documents=self.size, vocabulary=vocabulary)
        known = self.statistics
        likelihood = np.log1p(terms.times / (known.mean_length * known.share_of(terms.keys)))
        self._terms = Weighted.of(
            terms, cosine_weights(terms, known.rarity_of(terms.keys), self.size), likelihood
        )
        rarity = known.rarity_of_phrases(phrases.keys)
        self._phrases = Weighted.of(phrases, cosine_weights(phrases, rarity, self.size))
        lengths = np.bincount(terms.documents, weights=terms.times, minlength=self.size)
        self._prior = np.log(known.mean_length / (lengths + known.mean_length))

    def scores(self, query: Query) -> NDArray[np.float64]:
        """Weigh every document; one that shares no term with the query has zero or less."""
        scores: NDArray[np.float64] = LIKELIHOOD * self._prior
        known = self.statistics
        single = _unit(query.times, known.rarity_of(query.terms)) * np.float32(1 - PHRASES)
        many = np.float32(LIKELIHOOD / max(float(query.times.sum()), 1.0))
        self._terms.add(scores, query.terms, single, query.times * many)
        pairs = _unit(query.phrase_times, known.rarity_of_phrases(query.phrases)) * np.float32(PHRASES)
        self._phrases.add(scores, query.phrases, pairs)
        return scores


def _damped(times: Floats) -> Floats:
    """The second mention of a word says less than the first."""
    return np.asarray(1 + np.log(times), np.float32)


def _unit(times: Floats, rarity: Floats) -> Floats:
    weights = _damped(times) * rarity
    return (weights / max(float(np.linalg.norm(weights)), 1e-9)).astype(np.float32)


def cosine_weights(counts: Counts, rarity: Floats, documents: int) -> Floats:
    """Weigh each key in each document so that every document's weights have the length one."""
    weights = _damped(counts.times) * rarity
    norms = np.sqrt(np.bincount(counts.documents, weights=weights**2, minlength=documents))
    return (weights / np.maximum(norms, 1e-9)[counts.documents]).astype(np.float32)
