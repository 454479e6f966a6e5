"""How long work says how far it is, and learns that it should stop."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from drafter.domain.errors import Cancelled

T = TypeVar("T")


class Progress(Protocol):
    """Called with steps done and steps in all (0 = not known).

    Raises Cancelled when the officer stopped the work.
    """

    def __call__(self, done: int, total: int) -> None: ...


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def watched(items: Iterable[T], progress: Progress, total: int = 0) -> Iterator[T]:
    """The items one by one, telling how many were taken; a wish to stop ends it."""
    for number, each in enumerate(items):
        progress(number, total)
        yield each


def parts(progress: Progress, count: int) -> tuple[Progress, ...]:
    """The progress of each of several parts of the work, one after the other and about as long."""
    return tuple(_part(progress, number, count) for number in range(count))


def _part(progress: Progress, number: int, count: int) -> Progress:
    def step(done: int, total: int) -> None:
        progress((number * total + done) // count, total)

    return step


def cancellable(report: Callable[[int, int], None], is_cancelled: Callable[[], bool]) -> Progress:
    """Progress that reports to one function and asks another whether to go on."""

    def step(done: int, total: int) -> None:
        if is_cancelled():
            raise Cancelled("Stopped. Nothing was changed.")
        report(done, total)

    return step
