"""How the program looks: Fusion, a palette, a small style sheet and two typefaces, light or dark."""

from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from drafter.paths import resource
from drafter.settings import ThemeChoice
from drafter.ui.icons import forget_icons
from drafter.ui.schemes import DARK, LIGHT, Scheme

SERIFS = ("Charter", "Georgia", "Source Serif 4", "Noto Serif", "Liberation Serif")
"""For titles and for the draft: whichever the system has first."""

LEAST_POINT_SIZE = 10.0

_ROLES = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "sheet",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "soft",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.BrightText: "on_accent",
    QPalette.ColorRole.Highlight: "selection",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "faint",
}
_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
)


class Theme(QObject):
    """Dresses the application, and dresses it anew when the choice or the system's own scheme changes."""

    changed = Signal()

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent or application)
        self._application = application
        self._choice = ThemeChoice.SYSTEM
        self._dressed: Scheme | None = None
        application.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def scheme(self) -> Scheme:
        match self._choice:
            case ThemeChoice.LIGHT:
                return LIGHT
            case ThemeChoice.DARK:
                return DARK
            case _:
                is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
                return DARK if is_dark else LIGHT

    def choose(self, choice: ThemeChoice) -> None:
        """Take the officer's choice; the system's own dialogs and title bars follow where they can."""
        self._choice = choice
        hints = self._application.styleHints()
        match choice:
            case ThemeChoice.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case ThemeChoice.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)
            case _:
                hints.unsetColorScheme()
        self._follow()

    def _follow(self) -> None:
        if self.scheme is not self._dressed:
            self._dressed = self.scheme
            dress(self._application, self.scheme)
            self.changed.emit()


def dress(application: QApplication, scheme: Scheme) -> None:
    """Style, palette, style sheet and font of a scheme."""
    forget_icons()
    if (application.style().objectName() or "").lower() != "fusion":
        application.setStyle(QStyleFactory.create("Fusion"))
    application.setFont(ui_font(application.font()))
    application.setPalette(palette_of(scheme))
    application.setStyleSheet(style_sheet(scheme))


def palette_of(scheme: Scheme) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(scheme, name)))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(scheme.faint))
    shadow = QColor("black")
    shadow.setAlphaF(0.25)
    palette.setColor(QPalette.ColorRole.Shadow, shadow)
    return palette


def style_sheet(scheme: Scheme) -> str:
    """resources/style/drafter.qss with the scheme's colours for its $names."""
    colours = {name: getattr(scheme, name) for name in Scheme.__slots__}
    tints = {
        f"{name}_{part}": getattr(getattr(scheme, name), part)
        for name in ("good", "caution", "bad", "quiet", "blue", "plum")
        for part in ("ink", "wash")
    }
    icons = resource("icons").as_posix()
    sheet = resource("style/drafter.qss").read_text(encoding="utf-8")
    return Template(sheet).substitute(colours, **tints, icons=icons)


def ui_font(system: QFont) -> QFont:
    """The system's own face, never smaller than one can read all day."""
    font = QFont(system)
    if 0 < font.pointSizeF() < LEAST_POINT_SIZE:
        font.setPointSizeF(LEAST_POINT_SIZE)
    return font


def serif_font(ui: QFont, *, factor: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The face of titles and of the draft, in proportion to the font of the window."""
    font = QFont(ui)
    font.setFamilies([*SERIFS, "serif"])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(ui.pointSizeF() * factor)
    font.setWeight(weight)
    return font
