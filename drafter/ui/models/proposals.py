"""What past responses propose, and what she decided on each; every decision can be taken back."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drafter.domain.fields import british_date
from drafter.services.past_responses import Proposal, State, merged

ROW = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a row gives its Sorted."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Verdict(StrEnum):
    """What becomes of a proposal, as its row says it."""

    ACCEPTED = "add"
    REWORDS = "new words"
    DROPPED = "leave out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """One proposal and what she decided; what is new comes in unless in doubt, or she says otherwise."""

    proposal: Proposal
    verdict: Verdict

    @classmethod
    def of(cls, proposal: Proposal) -> "Sorted":
        is_new = proposal.state is State.NEW and not proposal.doubt
        return cls(proposal=proposal, verdict=Verdict.ACCEPTED if is_new else Verdict.DROPPED)

    def can(self, verdict: Verdict) -> bool:
        """What is there word for word can only be left out; new words need something that is alike."""
        state = self.proposal.state
        if verdict is Verdict.REWORDS:
            return state is State.ALIKE
        return verdict is Verdict.DROPPED or state is not State.THERE


class ProposalsModel(QAbstractListModel):
    """The proposals in the order of the files."""

    def __init__(self, proposals: Iterable[Proposal], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = tuple(map(Sorted.of, proposals))
        self._steps: list[tuple[int, tuple[Sorted, ...]]] = []

    @property
    def rows(self) -> tuple[Sorted, ...]:
        return self._rows

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """What shall come in, and how."""
        return tuple(
            replace(each.proposal, rewords=each.verdict is Verdict.REWORDS)
            for each in self._rows
            if each.verdict is not Verdict.DROPPED
        )

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    def count(self, state: State) -> int:
        return sum(each.proposal.state is state for each in self._rows)

    def decide(self, at: int, verdict: Verdict) -> None:
        """Nothing happens where it cannot be, or is so already."""
        given = self._rows[at]
        if given.can(verdict) and given.verdict is not verdict:
            self._steps.append((at, self._rows))
            self._rows = (*self._rows[:at], replace(given, verdict=verdict), *self._rows[at + 1 :])
            self.dataChanged.emit(self.index(at), self.index(at))

    def merge(self, at: int) -> None:
        """Join one with the next, as one position."""
        if at + 1 >= len(self._rows):
            return
        one, other = self._rows[at : at + 2]
        made = replace(Sorted.of(merged(one.proposal, other.proposal)), verdict=Verdict.ACCEPTED)
        self._steps.append((at, self._rows))
        self.beginRemoveRows(QModelIndex(), at + 1, at + 1)
        self._rows = (*self._rows[:at], made, *self._rows[at + 2 :])
        self.endRemoveRows()
        self.dataChanged.emit(self.index(at), self.index(at))

    def undo(self) -> int:
        """Take back the last decision; the row that it was about. Only while `can_undo`."""
        at, rows = self._steps.pop()
        if len(rows) > len(self._rows):
            self.beginInsertRows(QModelIndex(), at + 1, at + 1)
            self._rows = rows
            self.endInsertRows()
        else:
            self._rows = rows
        self.dataChanged.emit(self.index(at), self.index(at))
        return at

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.proposal.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.proposal.title}, {proposal_words(row.proposal)}, {row.verdict}"
        return None


def proposal_words(proposal: Proposal) -> str:
    """How it stands to the library, in how many files it is, the latest, and its wordings, in one line."""
    files, wordings = len(proposal.found_in), len(proposal.variants)
    said = state_words(proposal)
    where = "in 1 file" if files == 1 else f"in {files} files"
    if proposal.latest is not None:
        where += f", {'' if files == 1 else 'latest '}{british_date(proposal.latest)}"
    parts = (said, proposal.doubt, where, f"{wordings} wordings" if wordings > 1 else "", proposal.heading)
    return " · ".join(filter(None, parts))


def state_words(proposal: Proposal) -> str:
    """“New”, "There already", "Alike: 82 % the same words"."""
    if proposal.like is None or proposal.state is not State.ALIKE:
        return proposal.state.value.capitalize()
    return f"Alike: {share_words(proposal.like.share)}"


def share_words(share: float) -> str:
    """How much of both is the same; never “100 %” while they differ."""
    return f"{min(round(share * 100), 99)} % the same words"
