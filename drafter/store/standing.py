"""How a position stands: derived from its versions, never stored by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import msgspec

from drafter.domain.records.ids import PositionId, RevisionId
from drafter.domain.records.positions import (
    Approval,
    Deletion,
    Facts,
    Position,
    Retirement,
    Review,
    Revision,
    Status,
    Wording,
    status_of,
)
from drafter.domain.records.responses import PastUse
from drafter.store import rows, versions
from drafter.store.versions import Version


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What the versions of one position say, oldest first. Slots would forbid what is worked out once."""

    id: PositionId
    versions: tuple[Version, ...]

    @classmethod
    def of(cls, position: PositionId, found: Iterable[Version]) -> "Standing":
        return cls(id=position, versions=tuple(versions.in_order(found)))

    def of_kind(self, kind: str) -> list[Version]:
        return [each for each in self.versions if each.kind == kind]

    def in_force(self, kind: str) -> list[Version]:
        """Those of the kind that nothing has followed or taken back."""
        return [each for each in self.of_kind(kind) if each.hash not in self._followed]

    @property
    def wordings(self) -> list[Version]:
        return self.of_kind(versions.WORDING)

    @cached_property
    def heads(self) -> list[Version]:
        """Wordings that no wording follows: two or more where people reworded the same text apart."""
        return self.in_force(versions.WORDING)

    @property
    def newest(self) -> Version | None:
        return self.heads[-1] if self.heads else None

    @cached_property
    def current(self) -> Version | None:
        """The newest approved wording, else the newest."""
        approved = [each for each in self.wordings if each.hash in self._approvals]
        return approved[-1] if approved else self.newest

    @cached_property
    def approvals(self) -> list[tuple[Version, Approval]]:
        """The approvals in force, oldest first."""
        return [(each, rows.decode(Approval, each.record)) for each in self.in_force(versions.APPROVAL)]

    @cached_property
    def facts(self) -> Facts:
        """The newest wins, field by field."""
        fields: dict[str, msgspec.Raw] = {"position": msgspec.Raw(rows.canonical(self.id).encode())}
        for each in self.of_kind(versions.FACTS):
            fields |= rows.parse(dict[str, msgspec.Raw], each.record)
        return rows.decode(Facts, rows.canonical(fields))

    def has(self, kind: str) -> bool:
        return any(each.kind == kind for each in self.versions)

    @property
    def retirement(self) -> Retirement | None:
        found = self.in_force(versions.RETIREMENT)
        return rows.decode(Retirement, found[-1].record) if found else None

    @property
    def deletion(self) -> Deletion | None:
        found = self.in_force(versions.DELETION)
        return rows.decode(Deletion, found[-1].record) if found else None

    @property
    def status(self) -> Status:
        current = self.current
        return status_of(self.retirement, self.approval_of(current.hash) if current is not None else None)

    @property
    def reviewed(self) -> Review | None:
        found = [rows.decode(Review, each.record) for each in self.in_force(versions.REVIEW)]
        return max(found, key=lambda each: each.at, default=None)

    @property
    def uses(self) -> list[tuple[Version, PastUse]]:
        """The uses in force; where two libraries wrote the same one, the newer."""
        found = [(each, rows.decode(PastUse, each.record)) for each in self.in_force(versions.USE)]
        return list({use.key: (version, use) for version, use in found}.values())

    def approval_of(self, revision: str) -> Approval | None:
        """The approval that counts: none while two wordings stand side by side."""
        return self._approvals.get(revision)

    def wording(self, revision: str) -> Wording | None:
        """The words of one revision."""
        found = next((each for each in self.wordings if each.hash == revision), None)
        return rows.decode(Wording, found.record) if found is not None else None

    def revision(self, version: Version) -> Revision:
        return Revision(
            id=RevisionId(version.hash),
            wording=rows.decode(Wording, version.record),
            parents=tuple(map(RevisionId, version.follows)),
            by=version.author,
            at=version.at,
            approval=self.approval_of(version.hash),
        )

    def position(self) -> Position | None:
        """The position as it stands; none where no words have come yet."""
        if self.current is None or self.newest is None:
            return None
        current = self.revision(self.current)
        return Position(
            id=self.id,
            facts=self.facts,
            current=current,
            newest=current if self.newest is self.current else self.revision(self.newest),
            retirement=self.retirement,
            deletion=self.deletion,
            reviewed=self.reviewed,
            heads=tuple(RevisionId(each.hash) for each in self.heads),
        )

    @property
    def words_read(self) -> tuple[Version | None, Version | None]:
        """What decides which words are read of it: the same where none was added or approved."""
        return self.current, self.newest

    @cached_property
    def _followed(self) -> frozenset[str]:
        return frozenset(each for version in self.versions for each in version.follows)

    @cached_property
    def _approvals(self) -> dict[str, Approval]:
        if len(self.heads) > 1:
            return {}
        return {approval.revision: approval for _, approval in self.approvals}
