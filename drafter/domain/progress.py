"""How long work says how far it is, and learns that it should stop."""

from collections.abc import Callable
from typing import Protocol

from drafter.domain.errors import Cancelled


class Progress(Protocol):
    """Called with steps done and steps in all (0 = not known).

    Raises Cancelled when the officer stopped the work.
    """

    def __call__(self, done: int, total: int) -> None: ...


def silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def cancellable(report: Callable[[int, int], None], is_cancelled: Callable[[], bool]) -> Progress:
    """Progress that reports to one function and asks another whether to go on."""

    def step(done: int, total: int) -> None:
        if is_cancelled():
            raise Cancelled("Stopped. Nothing was changed.")
        report(done, total)

    return step
