"""Reports that she was correcting, or had pasted, when she left, on Home: a line each, to go on or forget."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QVBoxLayout, QWidget

from drafter.services.left_half_way import LeftHalfWay, forget
from drafter.ui.panes.home_actions import FORGET, GO_ON
from drafter.ui.widgets.labels import Elided, button
from drafter.ui.widgets.laying import column, row
from drafter.ui.workplace import Workplace


class LeftLine(QFrame):
    """One report: what it is, how far she came, and two buttons."""

    def __init__(self, left: LeftHalfWay, *, go_on_tip: str, forget_tip: str) -> None:
        super().__init__()
        self.left = left
        self.setProperty("kind", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{left.story}, {left.standing}")
        title, standing = Elided(left.story, bold=True), Elided(left.standing, kind="soft")
        self.go_on = button("Go on", tip=go_on_tip)
        self.go_on.setAccessibleName(
            f"Go on with “{left.title}”" if left.is_untouched else f"Go on correcting “{left.title}”"
        )
        self.go_on.setAccessibleDescription(left.standing)
        self.forget = button("Forget it", kind="plain", tip=forget_tip)
        self.forget.setAccessibleName(f"Forget {left.work}")
        across = row(spacing=10, margins=(18, 12, 14, 12))
        across.addLayout(column(title, standing, spacing=3), 1)
        across.addWidget(self.go_on)
        across.addWidget(self.forget)
        self.setLayout(across)


class HomeLeft(QWidget):
    """The keys work on the line that has the focus, else on the first."""

    left_opened = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = workplace
        self.lines: list[LeftLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        workplace.actions.bind(GO_ON, lambda: self._go_on(self._current))
        workplace.actions.bind(FORGET, lambda: self._forget(self._current))
        self.show_left(())

    def show_left(self, told: tuple[LeftHalfWay, ...]) -> None:
        """Lay the lines anew; where one had the focus, its neighbour gets it."""
        had_focus = next((at for at, each in enumerate(self.lines) if _has_focus(each)), None)
        for line in self.lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self.lines = [self._line(each) for each in told]
        self.setVisible(bool(told))
        for name in (GO_ON, FORGET):
            self._place.actions[name].setEnabled(bool(told))
        if had_focus is not None and self.lines:
            self.lines[min(had_focus, len(self.lines) - 1)].go_on.setFocus()

    def _line(self, left: LeftHalfWay) -> LeftLine:
        actions = self._place.actions
        line = LeftLine(left, go_on_tip=actions[GO_ON].toolTip(), forget_tip=actions[FORGET].toolTip())
        line.go_on.clicked.connect(lambda: self._go_on(left))
        line.forget.clicked.connect(lambda: self._forget(left))
        self._column.addWidget(line)
        line.show()  # now, so that it can take the focus over
        return line

    @property
    def _current(self) -> LeftHalfWay:
        return next((each for each in self.lines if _has_focus(each)), self.lines[0]).left

    def _go_on(self, left: LeftHalfWay) -> None:
        self.left_opened.emit(left.subject)

    def _forget(self, left: LeftHalfWay) -> None:
        place = self._place
        place.history.do(lambda: forget(place.library, left, by=place.by), stack=place.history.library_stack)
        said = (
            f"The pasted text of “{left.title}” is forgotten."
            if left.is_untouched
            else f"Your corrections of “{left.title}” are forgotten."
        )
        place.notices.say(said, offer="Undo", act=place.history.undoing())


def _has_focus(line: LeftLine) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and line.isAncestorOf(focused)
