"""The recommendation that is chosen: all its words, the stance on it, its reason and the private note."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from drafter.domain.coverage import Covered
from drafter.domain.records.ids import RecommendationId
from drafter.domain.records.reports import Recommendation
from drafter.domain.records.stances import Stance
from drafter.ui.panes.desk_growing import GrowingLine
from drafter.ui.panes.desk_pill_button import PillButton
from drafter.ui.widgets.labels import button, text_label
from drafter.ui.widgets.laying import SPRING, column, row
from drafter.ui.widgets.pause import Pause


class RecommendationDetail(QFrame):
    """Shows one recommendation, or says how many are chosen."""

    reasoned = Signal(str, str, str)
    """Recommendation, reason, private note: as she left them."""
    answer_wanted = Signal()

    def __init__(self, stances: Iterable[QAction], aside: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._covered: Covered | None = None
        self._where = text_label("", kind="soft", wrap=False)
        self._text = _words()
        self._parts = _words()
        self.stance = PillButton(
            what="Stance",
            tip="Choose a stance; or press 1 to 6 in the list, 0 for undecided",
            choices=(*stances, aside),
        )
        self.answer = button(
            "Answer this here", kind="plain", tip="Begin a passage for it in the draft (Ctrl+Enter)"
        )
        self.reason = GrowingLine(
            name="Reason (goes into the document)", placeholder="Reason, goes into the document", most=3
        )
        self.note = GrowingLine(
            name="Private note (never leaves Drafter)",
            placeholder="Private note, never leaves Drafter",
            most=2,
        )
        self._pause = Pause(self)
        self._lay_out()
        self._connect()
        self.show_covered((), names_idea=False)

    @property
    def recommendation(self) -> RecommendationId | None:
        return self._covered.recommendation.id if self._covered is not None else None

    def show_covered(self, chosen: tuple[Covered, ...], *, names_idea: bool) -> None:
        """The one that is chosen, how many are, or that there is none."""
        only = chosen[0] if len(chosen) == 1 else None
        if only is None or only.recommendation.id != self.recommendation:
            self._pause.come()
        self._covered = only
        for widget in (self._scroll, self.reason, self.note):
            widget.setVisible(only is not None)
        self.answer.setVisible(only is not None)
        self.stance.setVisible(bool(chosen))
        self._show_stance({each.stance for each in chosen})
        if only is not None:
            self._show(only)
        elif chosen:
            self._where.setText(f"{len(chosen)} recommendations chosen")
        else:
            self._where.setText("Choose a recommendation" if names_idea else "")

    def flush(self) -> None:
        """Keep the reason and the note now."""
        self._pause.come()

    def _show_stance(self, stances: set[Stance]) -> None:
        if len(stances) == 1:
            only = next(iter(stances))
            self.stance.show_word(only.phrase, lambda scheme: scheme.stance(only))
        else:
            self.stance.show_word("Various stances")

    def _show(self, covered: Covered) -> None:
        recommendation = covered.recommendation
        self._where.setText(where_words(recommendation))
        self._where.setToolTip(recommendation.heading)
        lead, parts = told_apart(recommendation)
        self._text.setText(lead)
        self._parts.setText("\n".join(parts))
        self._parts.setVisible(bool(parts))
        self.answer.setText("Show in the draft" if covered.passages else "Answer this here")
        if not self._pause.is_due:
            self.reason.set_words(covered.taken.reason)
            self.note.set_words(covered.taken.note)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setLayout(column(self._text, self._parts, SPRING, spacing=6, margins=(12, 0, 12, 4)))
        self._scroll = QScrollArea()
        self._scroll.setWidget(inner)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setProperty("kind", "stop")
        self._scroll.setAccessibleName("The whole recommendation")
        self._scroll.setMinimumHeight(48)
        taking = row(self.stance, SPRING, self.answer, spacing=4)
        below = column(taking, self.reason, self.note, spacing=6, margins=(12, 6, 12, 10))
        top = row(self._where, SPRING, margins=(12, 8, 12, 2))
        layout = column(top, spacing=2)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(below)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._pause.came.connect(self._tell)
        for area in (self.reason, self.note):
            area.edited.connect(self._pause.touch)
            area.left.connect(self._pause.come)
        self.answer.clicked.connect(self.answer_wanted)

    def _tell(self) -> None:
        if self._covered is not None:
            self.reasoned.emit(self._covered.recommendation.id, self.reason.words, self.note.words)


def where_words(recommendation: Recommendation) -> str:
    """“Recommendation 4 · page 12 · at most 300 words”."""
    said = [recommendation.name]
    if recommendation.page is not None:
        said.append(f"page {recommendation.page}")
    if recommendation.limit is not None:
        said.append(f"at most {recommendation.limit.count:,} {recommendation.limit.unit}")
    return " · ".join(said)


def told_apart(recommendation: Recommendation) -> tuple[str, tuple[str, ...]]:
    """The words up to the first part, and the parts; all of it where the parts cannot be told."""
    text = " ".join(recommendation.text.split())
    if not recommendation.parts:
        return text, ()
    first = " ".join(recommendation.parts[0].text.split())
    label = recommendation.parts[0].label
    at = text.find(f"{label} {first}") if label else text.find(first)
    if at <= 0:
        return text, ()
    return text[:at].rstrip(), tuple(
        f"{each.label}  {' '.join(each.text.split())}" for each in recommendation.parts
    )


def _words() -> QLabel:
    label = text_label()
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return label
