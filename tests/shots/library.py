"""Pictures of the library and of its dialogs."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from drafter.domain.records.responses import ResponseState
from drafter.domain.richtext_html import from_html, to_html
from drafter.services.answering import set_state
from drafter.services.newer_words import older_words
from drafter.services.positions import approve, save
from drafter.services.searches import SavedSearch, keep_search
from drafter.services.told import told
from drafter.ui.dialogs.empty_bin import EmptyBinDialog
from drafter.ui.dialogs.newer_words import NewerWordsDialog
from drafter.ui.dialogs.revisions import RevisionsDialog
from drafter.ui.dialogs.several import SeveralDialog
from drafter.ui.dialogs.standing import ApproveDialog, RetireDialog
from drafter.ui.dialogs.told import ToldDialog
from tests import library_shots
from tests.shots.stage import Shot, Stage, dialog, reworded, screen, settle, the_position, wait_for_jobs


def library_entry(stage: Stage) -> QWidget | None:
    if not stage.has("library"):
        return None
    stage.window.show_position(the_position(stage))
    return stage.window


def library_search(stage: Stage) -> QWidget | None:
    """Words typed and a facet ticked."""
    if not stage.has("library"):
        return None
    stage.window.show_library()
    screen = stage.window.screen_named("library")
    next(each for each in screen.findChildren(QLineEdit) if "Search" in each.accessibleName()).setText(
        "volun"
    )
    wait_for_jobs(stage)
    return stage.window


def library_saved(stage: Stage) -> QWidget | None:
    """With searches that were given a name, and nothing chosen: what needs attention."""
    library = stage.workplace.library
    keep_search(library, SavedSearch(name="Halls that stand empty", words="halls"))
    keep_search(library, SavedSearch(name="Due in my name", facets=(("Attention", "Review due"),)))
    stage.window.show_library()
    wait_for_jobs(stage)
    settle()
    return stage.window


def newer_words(stage: Stage) -> QWidget:
    """Positions of the drafts in hand, reworded and approved; one draft is tailored, as the sample has it."""
    library = stage.workplace.library
    for identity in {each.position for each in library.live_uses()}:
        stored = library.position(identity)
        text = from_html(to_html(stored.newest.text).replace("</p>", " It is time.</p>", 1))
        save(library, replace(stored.newest.wording, text=text), stored.facts, by="Tom Keel")
        approve(library, identity, by="Tom Keel")
    return NewerWordsDialog(partial(older_words, library), "Drafts with earlier words")


def what_was_told(stage: Stage) -> QWidget:
    """After the sample’s response was sent."""
    assert stage.response is not None
    set_state(stage.workplace.library, stage.response, ResponseState.SENT)
    made = ToldDialog()
    made.show_all(told(stage.workplace.library))
    return made


def several(_stage: Stage) -> QWidget:
    return SeveralDialog(12, ("Volunteering", "Halls"), ("Tom Keel",))


def revisions(stage: Stage) -> QWidget:
    """A history of three wordings."""
    library, identity = stage.workplace.library, the_position(stage)
    for before, after in (("should", "must"), ("the", "every")):
        stored = library.position(identity)
        wording = replace(stored.newest.wording, text=reworded(stored.newest.text, before, after))
        save(library, wording, stored.facts, by="Tom Keel")
    return RevisionsDialog(library.revisions(identity))


LIBRARY_SHOTS = (
    Shot(name="library", take=screen("library")),
    Shot(name="library-entry", take=library_entry),
    Shot(name="library-search", take=library_search),
    Shot(name="library-saved", take=library_saved),
    Shot(name="newer-words", take=dialog(newer_words)),
    Shot(name="told", take=dialog(what_was_told)),
    Shot(name="look-alikes", take=dialog(lambda stage: library_shots.look_alikes(stage.workplace.library))),
    Shot(name="merging", take=dialog(lambda stage: library_shots.merging(stage.workplace.library))),
    Shot(
        name="past-responses",
        take=dialog(lambda stage: library_shots.past_responses(stage.workplace.library)),
    ),
    Shot(name="several", take=dialog(several)),
    Shot(name="empty-bin", take=dialog(lambda _stage: EmptyBinDialog(3, 7))),
    Shot(name="library-empty", take=screen("library"), is_empty=True),
    Shot(name="library-narrow", take=library_entry, size=QSize(683, 600)),
    Shot(name="revisions", take=dialog(revisions)),
    Shot(name="retire", take=dialog(lambda _stage: RetireDialog("A national website for volunteering", ()))),
    Shot(name="approve", take=dialog(lambda _stage: ApproveDialog("A national website for volunteering"))),
)
