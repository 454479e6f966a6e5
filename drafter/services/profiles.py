"""How a response was exported last: the next export begins there, and nothing need be chosen again."""

from dataclasses import replace
from pathlib import Path

import msgspec

from drafter.domain.composing import Choices
from drafter.domain.records.exports import ExportProfile
from drafter.domain.records.responses import Form, ResponseHead
from drafter.services.exporting import FORMS, default_form
from drafter.settings import Preferences

MOST = 60
"""So many responses are remembered."""


def profile_of(preferences: Preferences, head: ResponseHead) -> ExportProfile:
    """As it went out last. A new response takes folder, template and options of the last one of its shape."""
    own = next((each for each in preferences.exports if each.response == head.id), None)
    if own is not None:
        return own
    fresh = ExportProfile(response=head.id, shape=head.shape.value, template=preferences.template)
    like = next((each for each in preferences.exports if each.shape == head.shape.value), None)
    return fresh if like is None else replace(fresh, choices=like.choices, folder=like.folder)


def choices_of(profile: ExportProfile, head: ResponseHead) -> Choices:
    """The form and options of a profile; the usual ones where it holds none that can be read."""
    usual = Choices(form=default_form(head.shape))
    said = {"form": usual.form.value} | profile.choices
    try:
        choices = msgspec.convert(said, Choices)
    except msgspec.ValidationError:  # of a Drafter that knew other forms
        return usual
    return choices if choices.form in FORMS else usual


def form_of(preferences: Preferences, head: ResponseHead) -> Form:
    """The form that its next export begins with."""
    return choices_of(profile_of(preferences, head), head).form


def remember(preferences: Preferences, profile: ExportProfile) -> Preferences:
    """Put it first."""
    others = tuple(each for each in preferences.exports if each.response != profile.response)
    return replace(preferences, exports=(profile, *others)[:MOST])


def profile_for(
    head: ResponseHead, choices: Choices, *, template: Path | None, target: Path | None
) -> ExportProfile:
    """What is chosen now, as it will be remembered."""
    return ExportProfile(
        response=head.id,
        shape=head.shape.value,
        choices=msgspec.to_builtins(choices),
        template=template,
        folder=target.parent if target is not None else None,
        suffix=target.suffix.casefold() if target is not None else ".docx",
    )
