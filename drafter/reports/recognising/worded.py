"""Runs of labels with a word: "Recommendation 4", one family of words at a time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from drafter.reports.recognising.labels import Form
from drafter.reports.recognising.rows import Body
from drafter.reports.recognising.runs import is_misnumbered, is_next
from drafter.reports.recognising.starts import Run, Start

_AT_ONCE = 3
"""The same label again within so many rows is a heading and its text."""
_row_index = attrgetter("row.index")


def worded_runs(body: Body, labelled: Sequence[Start]) -> Iterator[Run]:
    """Runs of "Recommendation 4", one family of words at a time; each restart begins another run."""
    families: dict[str, list[Start]] = defaultdict(list)
    for start in labelled:
        if start.label.form is Form.WORD and start.label.sure:
            families[start.label.word].append(start)
    for word, starts in families.items():
        yield from _split(body, word, starts)
    yield from _counted_together(body, families["recommendation"], families["conclusion"])


def _counted_together(body: Body, one: Sequence[Start], other: Sequence[Start]) -> Iterator[Run]:
    """Conclusions and recommendations that share a count: "Recommendation 2" and then "Conclusion 3"."""
    whole = sorted([*one, *other], key=_row_index)
    numbers = {start.label.value for start in one}, {start.label.value for start in other}
    if not all(numbers) or numbers[0] & numbers[1]:
        return
    steps = Counter(is_next(before, now) for before, now in pairwise(whole))
    alone = sum(is_next(before, now) for before, now in pairwise(one))
    if steps[True] * 10 >= _MOSTLY * steps.total() and steps[True] > alone + len(other):
        yield from _split(body, "recommendation", whole)


_MOSTLY = 8
"""Tenths."""


def _split(body: Body, word: str, starts: list[Start]) -> Iterator[Run]:
    run: list[Start] = []
    for start in starts:
        if run and start.label.value <= run[-1].label.value:
            again = start.label.value == run[-1].label.value and not is_misnumbered(run[-1], start)
            if again and start.row.index - run[-1].row.index < _AT_ONCE:
                continue
            yield Run(Form.WORD, word, run, limit=start.row.index)
            run = []
        run.append(start)
    if run:
        yield Run(Form.WORD, word, run, limit=len(body.rows))
