"""The program's own line icons, tinted by the scheme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from drafter.paths import resource
from drafter.ui.schemes import Scheme

SIZE = 20


@cache
def icon(name: str, scheme: Scheme, *, colour: str = "") -> QIcon:
    """A stroke icon of resources/icons: ink, faint when disabled, in the accent when checked or selected."""
    made = QIcon()
    modes = (
        (QIcon.Mode.Normal, QIcon.State.Off, colour or scheme.soft),
        (QIcon.Mode.Active, QIcon.State.Off, colour or scheme.ink),
        (QIcon.Mode.Normal, QIcon.State.On, colour or scheme.accent),
        (QIcon.Mode.Active, QIcon.State.On, colour or scheme.accent),
        (QIcon.Mode.Selected, QIcon.State.Off, colour or scheme.ink),
        (QIcon.Mode.Disabled, QIcon.State.Off, scheme.faint),
        (QIcon.Mode.Disabled, QIcon.State.On, scheme.faint),
    )
    sharpest = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    for mode, state, stroke in modes:
        for ratio in sorted({1.0, sharpest}):
            made.addPixmap(picture(name, stroke, size=SIZE, ratio=ratio), mode, state)
    return made


@cache
def picture(name: str, colour: str, *, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon in one colour at `size` logical pixels."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def forget_icons() -> None:
    """Let go of what was drawn for another scheme."""
    icon.cache_clear()
    picture.cache_clear()
    _renderer.cache_clear()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


@cache
def _drawing(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
