"""What the tests of positions do to them: keep, reword, approve."""

from dataclasses import replace

from drafter.domain.changes import Change, added, changed
from drafter.domain.records.positions import Approval
from tests.builders import NOON, a_change_of, a_wording


def keep(library, *positions):
    return library.apply(a_change_of(*positions))


def reword(library, position, text, **more):
    now = library.position(position.id)
    wanted = replace(a_wording(text, **more), position=position.id)
    return library.apply(Change.of("Reword", changed(now.newest.wording, wanted), by="Bo"))


def approval_of(library, position, by="The director"):
    return Approval(position=position.id, revision=library.position(position.id).newest.id, by=by, at=NOON)


def approve(library, position, by="The director"):
    return library.apply(Change.of("Approve", added(approval_of(library, position, by))))


def texts(library, position):
    return [each.text.plain for each in library.revisions(position.id)]
