"""What the label or id of a recommendation, as a person or a file gives it, stands for."""

from collections.abc import Iterable

from drafter.domain.records.ids import id_from
from drafter.domain.records.reports import Recommendation


def named(recommendations: Iterable[Recommendation], name: str) -> tuple[Recommendation, ...]:
    """The one of this id, else all that have this label or name: “4”, “Q1”, "Recommendation 4"."""
    there = tuple(recommendations)
    identity = id_from(name)
    by_id = tuple(each for each in there if each.id == identity)
    wanted = _squeezed(name)
    if not wanted:
        return ()
    return (
        by_id
        or tuple(each for each in there if wanted in {_squeezed(each.label), _squeezed(each.name)})
        or tuple(each for each in there if wanted.casefold() in _folded(each))
    )


def ambiguous(name: str, found: tuple[Recommendation, ...]) -> str:
    """Say that a label does not tell which one is meant."""
    many = {2: "two", 3: "three"}.get(len(found), str(len(found)))
    ids = " and ".join(each.id for each in found)
    return f"The label “{name}” fits {many} recommendations: use one of the ids {ids}."


def _folded(given: Recommendation) -> set[str]:
    return {_squeezed(given.label).casefold(), _squeezed(given.name).casefold()} - {""}


def _squeezed(text: str) -> str:
    return " ".join(text.split())
