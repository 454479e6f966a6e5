"""What the export window shows, worked out beside it: the composition, the template's look, the answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from drafter.domain.composing import Choices, Composition, PlainAnswer
from drafter.domain.errors import NotATemplate
from drafter.domain.progress import Progress
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.people import Person
from drafter.domain.records.responses import Form
from drafter.services.exporting import composed, pasted
from drafter.services.templates import Looked, look_over, mapping_for
from drafter.settings import Preferences
from drafter.store.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is chosen in the window."""

    response: ResponseId
    choices: Choices
    template: Path | None
    preferences: Preferences

    @property
    def mapping(self) -> dict[str, str]:
        return mapping_for(self.preferences, self.template)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What that comes to. Without a look the trouble says why."""

    wish: Wish
    composition: Composition
    answers: tuple[PlainAnswer, ...] = ()
    looked: Looked | None = None
    trouble: str = ""


class Looks:
    """Templates that were looked over already, as long as file and mapping are the same."""

    def __init__(self) -> None:
        self._known: dict[object, Looked] = {}

    def of(self, wish: Wish) -> Looked:
        """Raises NotATemplate."""
        key = wish.template, _stamp(wish.template), tuple(wish.mapping.items())
        if key not in self._known:
            self._known[key] = look_over(wish.preferences, wish.template)
        return self._known[key]


def preparing(library: Library, person: Person, wish: Wish, looks: Looks) -> Callable[[Progress], Prepared]:
    """The work; done on the store's worker."""

    def work(_progress: Progress) -> Prepared:
        composition = composed(library, wish.response, wish.choices, person=person)
        is_sheet = wish.choices.form is Form.PASTE_SHEET
        answers = pasted(library, wish.response, person=person) if is_sheet else ()
        try:
            looked = looks.of(wish)
        except NotATemplate as error:
            return Prepared(wish=wish, composition=composition, answers=answers, trouble=error.sentence)
        return Prepared(wish=wish, composition=composition, answers=answers, looked=looked)

    return work


def _stamp(template: Path | None) -> tuple[int, int] | None:
    """What changes when the file does."""
    try:
        facts = template.stat() if template is not None else None
    except OSError:
        return None
    return (facts.st_mtime_ns, facts.st_size) if facts is not None else None
