"""The colours of paper and ink, light and dark; stances and statuses have theirs in both."""

from dataclasses import dataclass

from PySide6.QtGui import QPalette

from drafter.domain.records.positions import Status
from drafter.domain.records.responses import ResponseState
from drafter.domain.records.stances import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Tint:
    """Words in `ink` on a ground of `wash`; `ink` may also stand on paper or sheet."""

    ink: str
    wash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """Paper is the ground of the window, sheet what is written on; all text on either has at least 4.5:1."""

    name: str
    is_dark: bool
    paper: str
    rail: str
    sheet: str
    raised: str
    ink: str
    soft: str
    faint: str
    """For what is disabled, and for lines that must be seen (3:1)."""
    line: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_wash: str
    selection: str
    focus: str
    good: Tint
    caution: Tint
    bad: Tint
    quiet: Tint
    blue: Tint
    plum: Tint

    def stance(self, stance: Stance) -> Tint:
        return {
            Stance.UNDECIDED: self.quiet,
            Stance.WELCOME: self.good,
            Stance.WELCOME_WITH_CAVEATS: self.caution,
            Stance.GO_FURTHER: self.blue,
            Stance.NEUTRAL: self.quiet,
            Stance.OPPOSE: self.bad,
            Stance.NO_COMMENT: self.plum,
        }[stance]

    def status(self, status: Status) -> Tint:
        return {Status.DRAFT: self.caution, Status.APPROVED: self.good, Status.RETIRED: self.quiet}[status]

    def state(self, state: ResponseState) -> Tint:
        return {
            ResponseState.DRAFTING: self.quiet,
            ResponseState.OUT_FOR_COMMENT: self.blue,
            ResponseState.SIGNED_OFF: self.good,
            ResponseState.SENT: self.plum,
        }[state]


LIGHT = Scheme(
    name="light",
    is_dark=False,
    paper="#F5F3EE",
    rail="#EDEAE2",
    sheet="#FFFFFF",
    raised="#FFFFFF",
    ink="#1E2226",
    soft="#585D63",
    faint="#8C8A83",
    line="#DCD7CB",
    accent="#14595C",
    accent_strong="#0E4548",
    on_accent="#FFFFFF",
    accent_wash="#E0ECEA",
    selection="#CFE3E1",
    focus="#1B7B7F",
    good=Tint(ink="#1D6138", wash="#DFEFE3"),
    caution=Tint(ink="#73530A", wash="#F7EBC8"),
    bad=Tint(ink="#962B27", wash="#F8E1DD"),
    quiet=Tint(ink="#54585E", wash="#E9E6DF"),
    blue=Tint(ink="#344A96", wash="#E3E8F7"),
    plum=Tint(ink="#6D4668", wash="#F0E4EE"),
)

DARK = Scheme(
    name="dark",
    is_dark=True,
    paper="#191B1D",
    rail="#141618",
    sheet="#212427",
    raised="#272A2E",
    ink="#E9E6DF",
    soft="#A8AAA9",
    faint="#75787B",
    line="#363A3F",
    accent="#79C7C5",
    accent_strong="#9ADAD7",
    on_accent="#0E2324",
    accent_wash="#203536",
    selection="#2C4B4C",
    focus="#5FB8B6",
    good=Tint(ink="#8FD3A6", wash="#1F3527"),
    caution=Tint(ink="#E3C476", wash="#3A311A"),
    bad=Tint(ink="#F2A39B", wash="#432422"),
    quiet=Tint(ink="#B7B8B6", wash="#303438"),
    blue=Tint(ink="#A9B9F2", wash="#272E4A"),
    plum=Tint(ink="#D9ADD2", wash="#3B2A39"),
)


MIDDLE = 128
"""Of lightness, which goes to 255."""


def scheme_of(palette: QPalette) -> Scheme:
    """The scheme that a widget's palette belongs to: ask at each painting, and nothing lags behind.

    Links tell, for a style sheet changes them for no widget; a transparent button's ground is black to Qt.
    """
    return DARK if palette.color(QPalette.ColorRole.Link).lightness() > MIDDLE else LIGHT
