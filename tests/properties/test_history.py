"""Undo and redo go there and back: in whatever order, the library is as it was at that step."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from drafter.domain.changes import Change, Record, added, changed, removed
from drafter.domain.records.ids import PositionId, RevisionId, id_from
from drafter.domain.records.positions import (
    Approval,
    Deletion,
    Facts,
    Kind,
    Retirement,
    Review,
    Status,
    Wording,
)
from drafter.domain.records.responses import Outline
from drafter.domain.records.stances import Stance
from drafter.domain.records.working import Setting
from drafter.domain.richtext import plain_text
from drafter.store import checking
from drafter.store.library import Library
from tests.builders import (
    A_RESPONSE,
    NOON,
    a_passage,
    a_past_use,
    a_recommendation,
    a_response,
    a_section,
    a_stance,
    a_wording,
    later,
)
from tests.strategies import facts_of, passages_of, wordings

IDS = tuple(PositionId(id_from(name)) for name in ("p1", "p2"))
ASKED = tuple(a_recommendation(label=label) for label in ("1", "2"))

Act = Callable[[Library], Change | None]
"""What an officer does: looks at the library and says what to change; nothing where it makes no sense now."""


def there(library: Library, position: PositionId) -> bool:
    return any(each.id == position for each in library.entries())


def reword(wording: Wording) -> Act:
    """The first words of a position come with its facts."""

    def act(library: Library) -> Change | None:
        if there(library, wording.position):
            return Change.of("Reword", changed(library.position(wording.position).newest.wording, wording))
        if any(each.id == wording.position for each in library.entries(only_deleted=True)):
            return None
        return Change.of("Add", added(wording, Facts(position=wording.position)))

    return act


def reword_and_approve(wording: Wording) -> Act:
    def act(library: Library) -> Change | None:
        if not there(library, wording.position):
            return None
        approval = Approval(position=wording.position, revision=RevisionId(""), by="The chair", at=later(1))
        before = library.position(wording.position).newest.wording
        return Change.of("Reword and approve", (*changed(before, wording), *added(approval)))

    return act


def set_facts(facts: Facts) -> Act:
    def act(library: Library) -> Change | None:
        if not there(library, facts.position):
            return None
        return Change.of("Facts", changed(library.position(facts.position).facts, facts))

    return act


def approve(position: PositionId, by: str) -> Act:
    """Approve the newest words, or take their approval back."""

    def act(library: Library) -> Change | None:
        if not there(library, position):
            return None
        newest = library.position(position).newest
        if newest.approval is not None:
            return Change.of("Withdraw", removed(newest.approval))
        return Change.of("Approve", added(Approval(position=position, revision=newest.id, by=by, at=NOON)))

    return act


def retire(position: PositionId) -> Act:
    def act(library: Library) -> Change | None:
        if not there(library, position):
            return None
        before = library.position(position).retirement
        after = None if before is not None else Retirement(position=position, by="Ada", at=NOON)
        return Change.of("Retire or revive", changed(before, after))

    return act


def delete(position: PositionId) -> Act:
    """Into the bin, or out of it where it was put there on purpose."""

    def act(library: Library) -> Change | None:
        if there(library, position):
            return Change.of("Delete", added(Deletion(position=position, by="On purpose", at=NOON)))
        if not any(each.id == position for each in library.entries(only_deleted=True)):
            return None
        deletion = library.position(position).deletion
        assert deletion is not None
        return Change.of("Recover", removed(deletion)) if deletion.by == "On purpose" else None

    return act


def review(position: PositionId, minute: int) -> Act:
    def act(library: Library) -> Change | None:
        if not there(library, position):
            return None
        now = library.position(position)
        if now.reviewed is not None and now.reviewed.at >= later(minute):
            return None
        record = Review(position=position, revision=now.current.id, by="Ada", at=later(minute))
        return Change.of("Review", added(record))

    return act


def use(position: PositionId, verbatim: bool) -> Act:
    def act(library: Library) -> Change | None:
        if not there(library, position):
            return None
        after = a_past_use(library.position(position), "Should we?", verbatim=verbatim)
        before = next((each for each in library.past_uses(position) if each.key == after.key), None)
        return Change.of("Export", changed(before, after))

    return act


def write(words: str, place: int) -> Act:
    """Type into one of the passages of the response."""

    def act(library: Library) -> Change | None:
        before = tuple(library.response(A_RESPONSE).passages)
        passage = before[place % len(before)]
        return Change.of("Write", changed(passage, replace(passage, text=plain_text(words))))

    return act


def insert(passage) -> Act:
    """A passage comes in at the end, with the outline that names it."""

    def act(library: Library) -> Change | None:
        if library.passage(A_RESPONSE, passage.id) is not None:
            return None
        before = library.response(A_RESPONSE).outline
        last = before.sections[-1]
        sections = (*before.sections[:-1], replace(last, passages=(*last.passages, passage.id)))
        return Change.of(
            "Insert", (*added(passage), *changed(before, Outline(response=A_RESPONSE, sections=sections)))
        )

    return act


def take_a_stance(number: int, stance: Stance) -> Act:
    def act(library: Library) -> Change | None:
        after = a_stance(ASKED[number], stance)
        response = library.response(A_RESPONSE)
        before = next((each for each in response.stances if each.key == after.key), None)
        return Change.of("Stance", changed(before, after))

    return act


def set_setting(value: str) -> Act:
    def act(library: Library) -> Change | None:
        before = library.setting("words")
        kept: Record | None = None if before is None else Setting(name="words", value=before)
        return Change.of("Settings", changed(kept, Setting(name="words", value=value)))

    return act


positions = st.sampled_from(IDS)
few_words = st.sampled_from(("One", "Two", "Three"))
plain_wordings = st.builds(lambda position, text: a_wording(text, position=position), positions, few_words)
any_wordings = st.builds(lambda wording, position: replace(wording, position=position), wordings, positions)
acts = st.one_of(
    st.builds(reword, plain_wordings),
    st.builds(reword, plain_wordings),
    st.builds(reword, any_wordings),
    st.builds(reword_and_approve, plain_wordings),
    st.builds(set_facts, positions.flatmap(facts_of)),
    st.builds(approve, positions, st.sampled_from(("The director", "The chair"))),
    st.builds(approve, positions, st.just("The director")),
    st.builds(retire, positions),
    st.builds(delete, positions),
    st.builds(review, positions, st.integers(min_value=0, max_value=9)),
    st.builds(use, positions, st.booleans()),
    st.builds(write, few_words, st.integers(min_value=0, max_value=5)),
    st.builds(insert, passages_of(A_RESPONSE, tuple(each.id for each in ASKED))),
    st.builds(take_a_stance, st.sampled_from((0, 1)), st.sampled_from(Stance)),
    st.builds(set_setting, few_words),
)
steps = st.lists(st.one_of(acts, acts, st.sampled_from(("undo", "redo"))), max_size=25)


@dataclass
class History:
    """An undo stack as a window has it, and how the library stood after each of its changes."""

    library: Library
    done: list[tuple[Act, Change]] = field(default_factory=list)
    undone: list[tuple[Act, Change]] = field(default_factory=list)
    states: list[object] = field(default_factory=list)

    def step(self, step: Act | str) -> None:
        if step == "undo":
            self.undo()
        elif step == "redo":
            self.redo()
        elif callable(step):
            self.do(step)
        assert state_of(self.library) == self.states[len(self.done)]

    def do(self, act: Act) -> None:
        change = act(self.library)
        if change is None or change.is_empty:
            return
        self.done.append((act, self.library.apply(change)))
        self.undone.clear()
        del self.states[len(self.done) :]
        self.states.append(state_of(self.library))

    def undo(self) -> None:
        if self.done:
            self.undone.append(self.done.pop())
            self.library.apply(self.undone[-1][1].inverse)

    def redo(self) -> None:
        if self.undone:
            self.done.append(self.undone.pop())
            self.library.apply(self.done[-1][1])


def state_of(library: Library) -> object:
    """What an officer sees; the ids of revisions differ, for taking something back adds another."""
    seen = {
        each.id: (
            each.current.wording,
            each.newest.wording,
            each.status,
            approval and (approval.by, approval.at, approval.note),
            each.facts,
            each.retirement,
            each.reviewed and each.reviewed.at,
        )
        for each in library.positions(entry.id for entry in library.entries())
        for approval in (each.current.approval,)
    }
    uses = sorted((each.position, each.verbatim) for each in library.past_uses() if each.position in seen)
    response = library.response(A_RESPONSE)
    stances = frozenset(response.stances)
    return library.entries(), seen, uses, replace(response, stances=()), stances, library.settings()


def started() -> Library:
    library = Library.in_memory()
    library.author = "Ada"
    response = a_response(a_section(a_passage("One", named="first"), named="section"))
    library.apply(Change.of("Start", added(response.head, response.outline, *response.passages)))
    return library


ONE, THREE = (reword_and_approve(a_wording(words, position=IDS[0])) for words in ("One", "Three"))


@settings(max_examples=settings().max_examples // 3)
@example([THREE, ONE, THREE])
@example([reword(a_wording("One", position=IDS[0])), THREE, ONE, THREE])
@given(steps)
def test_any_way_through_undo_and_redo_leads_to_what_was_there_at_that_step(given_steps):
    with started() as library:
        history = History(library=library, states=[state_of(library)])
        for step in given_steps:
            history.step(step)
        for step in ["undo"] * len(history.done) + ["redo"] * len(history.done + history.undone):
            history.step(step)

        assert checking.check(library) == ()
        assert replayed(history) == state_of(library)
        before = state_of(library)
        checking.rebuild_projection(library)
        assert state_of(library) == before


def replayed(history: History) -> object:
    """The same acts in a library that knows nothing of what was undone."""
    with started() as library:
        for act, _ in history.done:
            change = act(library)
            assert change is not None
            library.apply(change)
        return state_of(library)


def test_the_acts_above_reach_every_state():
    """The property would prove little if its acts could not happen: here each of them does."""
    (one, _) = IDS
    with started() as library:
        history = History(library=library, states=[state_of(library)])
        for act in (
            reword(a_wording("One", position=one)),
            approve(one, "The director"),
            reword(a_wording("Two", position=one)),
            "undo",
            "redo",
            set_facts(Facts(position=one, kind=Kind.ASK)),
            review(one, 1),
            *(use(one, True), use(one, False)),
            *(retire(one), retire(one)),
            *(delete(one), delete(one)),
            *(approve(one, "The chair"), approve(one, "The chair")),
            write("Two", 0),
            insert(a_passage("More", named="more")),
            take_a_stance(0, Stance.OPPOSE),
            set_setting("One"),
            reword_and_approve(a_wording("One", position=one)),
        ):
            history.step(act)

        assert len(history.done) == 18
        assert library.position(one).status is Status.APPROVED
