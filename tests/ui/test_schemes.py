"""Light and dark: what can be read, and that the program follows."""

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor, QPalette

from drafter.domain.records.positions import Status
from drafter.domain.records.responses import ResponseState
from drafter.domain.records.stances import Stance
from drafter.settings import ThemeChoice
from drafter.ui.schemes import DARK, LIGHT, Tint, scheme_of
from drafter.ui.theme import Theme, palette_of, style_sheet
from drafter.ui.widgets.labels import button

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda each: each.name)


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    given = QColor(colour)
    return 0.2126 * linear(given.redF()) + 0.7152 * linear(given.greenF()) + 0.0722 * linear(given.blueF())


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@SCHEMES
@pytest.mark.parametrize("text", ["ink", "soft", "accent", "accent_strong"])
@pytest.mark.parametrize("ground", ["paper", "rail", "sheet", "raised", "accent_wash"])
def test_all_text_can_be_read_on_every_ground(scheme, text, ground):
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= 4.5


@SCHEMES
def test_what_is_selected_or_pressed_can_be_read(scheme):
    assert contrast(scheme.ink, scheme.selection) >= 4.5
    assert contrast(scheme.on_accent, scheme.accent) >= 4.5
    assert contrast(scheme.on_accent, scheme.accent_strong) >= 4.5


@SCHEMES
@pytest.mark.parametrize(
    "name", [each.name for each in fields(LIGHT) if isinstance(getattr(LIGHT, each.name), Tint)]
)
def test_the_word_in_a_pill_can_be_read_on_its_wash_and_on_paper(scheme, name):
    tint = getattr(scheme, name)

    for ground in (tint.wash, scheme.paper, scheme.sheet):
        assert contrast(tint.ink, ground) >= 4.5


@SCHEMES
@pytest.mark.parametrize("ground", ["paper", "sheet", "rail"])
def test_the_focus_ring_and_the_lines_of_fields_can_be_seen(scheme, ground):
    assert contrast(scheme.focus, getattr(scheme, ground)) >= 3
    assert contrast(scheme.faint, getattr(scheme, "sheet")) >= 3  # noqa: B009 - in line with the one above


@SCHEMES
def test_every_stance_status_and_state_has_a_tint(scheme):
    assert all(isinstance(scheme.stance(each), Tint) for each in Stance)
    assert all(isinstance(scheme.status(each), Tint) for each in Status)
    assert all(isinstance(scheme.state(each), Tint) for each in ResponseState)


@SCHEMES
def test_a_palette_tells_which_scheme_it_belongs_to(scheme):
    assert scheme_of(palette_of(scheme)) is scheme


@pytest.mark.parametrize("kind", ["", "primary", "plain", "link"])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_so_does_the_palette_of_a_button_that_the_style_sheet_dresses(qtbot, theme, choice, kind):
    theme.choose(choice)
    dressed = button("Insert", kind=kind)
    qtbot.addWidget(dressed)
    dressed.show()

    assert scheme_of(dressed.palette()) is theme.scheme


@SCHEMES
def test_the_style_sheet_leaves_no_name_without_its_colour(scheme):
    assert "$" not in style_sheet(scheme).replace("$names", "")


@pytest.fixture
def theme(qapp):
    made = Theme(qapp)
    before = qapp.palette(), qapp.styleSheet(), qapp.font()
    yield made
    made.choose(ThemeChoice.SYSTEM)
    made.deleteLater()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])
    qapp.setFont(before[2])


def test_a_choice_dresses_the_whole_program(qapp, theme):
    theme.choose(ThemeChoice.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.paper)

    theme.choose(ThemeChoice.LIGHT)

    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.paper)
    assert LIGHT.accent in qapp.styleSheet()


def test_the_change_is_told_once(theme):
    theme.choose(ThemeChoice.LIGHT)
    told = []
    theme.changed.connect(lambda: told.append(theme.scheme))

    theme.choose(ThemeChoice.DARK)
    theme.choose(ThemeChoice.DARK)

    assert told == [DARK]
