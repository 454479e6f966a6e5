"""How good and how fast suggestions are, on pairs of recommendations and the positions that answered them."""

import json
from dataclasses import dataclass
from math import log2
from pathlib import Path
from statistics import fmean, median, quantiles
from time import perf_counter

from drafter.domain.matching import Document, Index
from drafter.domain.records.ids import PositionId

TOP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """A file of pairs: texts by id, and for each recommendation the positions that answered it."""

    positions: dict[str, str]
    recommendations: dict[str, str]
    answers: dict[str, list[str]]

    @classmethod
    def read(cls, path: Path) -> "Pairs":
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def asked(self) -> dict[str, list[str]]:
        """For each position the recommendations that it answered."""
        found: dict[str, list[str]] = {each: [] for each in self.positions}
        for recommendation, positions in self.answers.items():
            for each in positions:
                found[each].append(recommendation)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One way of ranking over one set of questions."""

    name: str
    questions: int
    ndcg: float
    recall: float
    milliseconds: tuple[float, ...]

    @property
    def line(self) -> str:
        slowest = quantiles(self.milliseconds, n=100)[-1] if len(self.milliseconds) > 1 else 0
        return (
            f"{self.name:<52} {self.questions:>5} questions   nDCG@{TOP} {self.ndcg:.3f}"
            f"   recall@{TOP} {self.recall:.3f}"
            f"   {median(self.milliseconds):.2f} ms a query (p99 {slowest:.2f})"
        )


def measure(pairs: Pairs) -> tuple[Measured, ...]:
    """Rank by wording alone, then with what was answered before, leaving out the question itself."""
    asked = pairs.asked()
    several = [
        each for each, positions in pairs.answers.items() if any(len(asked[one]) > 1 for one in positions)
    ]
    plain = _index(pairs, {})
    alone = _ranked(pairs, plain, list(pairs.answers))
    remembering = _leave_one_out(pairs, asked)
    kept = set(several)
    return (
        _measured("wording alone", alone),
        _measured("with what was answered before", remembering),
        _measured(
            "wording alone, where a position answered several", [each for each in alone if each[0] in kept]
        ),
        _measured(
            "with what was answered before, likewise", [each for each in remembering if each[0] in kept]
        ),
    )


Ranking = tuple[str, float, float, float]
"""A recommendation, its nDCG and recall, and how long it took in milliseconds."""


def _measured(name: str, rankings: list[Ranking]) -> Measured:
    return Measured(
        name=name,
        questions=len(rankings),
        ndcg=fmean([each[1] for each in rankings] or [0]),
        recall=fmean([each[2] for each in rankings] or [0]),
        milliseconds=tuple(each[3] for each in rankings) or (0.0,),
    )


def _index(pairs: Pairs, asked: dict[str, list[str]]) -> Index:
    return Index.build(_document(pairs, each, asked.get(each, [])) for each in pairs.positions)


def _document(pairs: Pairs, position: str, asked: list[str]) -> Document:
    return Document(
        id=PositionId(position),
        title="",
        text=pairs.positions[position],
        asked=tuple(pairs.recommendations[each] for each in asked),
    )


def _ranked(pairs: Pairs, index: Index, recommendations: list[str]) -> list[Ranking]:
    return [_ask(pairs, index, each) for each in recommendations]


def _leave_one_out(pairs: Pairs, asked: dict[str, list[str]]) -> list[Ranking]:
    """All positions remember what they answered; only the right ones must not remember this very question."""
    index = _index(pairs, asked)
    found = []
    for recommendation, positions in pairs.answers.items():
        for each in positions:
            index.put(_document(pairs, each, [one for one in asked[each] if one != recommendation]))
        index.match("", limit=1)
        found.append(_ask(pairs, index, recommendation))
        for each in positions:
            index.put(_document(pairs, each, asked[each]))
    return found


def _ask(pairs: Pairs, index: Index, recommendation: str) -> Ranking:
    wanted = set(pairs.answers[recommendation])
    question = pairs.recommendations[recommendation]
    index.match(
        question, limit=TOP
    )  # packs what was put since, which a library does once and not at each question
    started = perf_counter()
    ranked = index.match(question, limit=TOP)
    took = (perf_counter() - started) * 1000
    gain = sum(1 / log2(rank + 2) for rank, each in enumerate(ranked) if each.id in wanted)
    ideal = sum(1 / log2(rank + 2) for rank in range(min(TOP, len(wanted))))
    return recommendation, gain / ideal, sum(each.id in wanted for each in ranked) / len(wanted), took
