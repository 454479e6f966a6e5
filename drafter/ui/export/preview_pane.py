"""The look before saving: a quick preview that follows every choice, or the exact pages when she asks."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from drafter.domain.composing import Composition
from drafter.services.office import WHY_NOT, Office
from drafter.services.templates import TemplateLook
from drafter.ui.export.draft_sheets import DraftSheets
from drafter.ui.export.exact import ExactSheets
from drafter.ui.export.pages_view import PagesView
from drafter.ui.icons import icon
from drafter.ui.schemes import scheme_of
from drafter.ui.widgets.labels import Elided, ToolButton, button, text_label
from drafter.ui.widgets.laying import column, row
from drafter.ui.widgets.parts import as_part
from drafter.ui.widgets.progress_line import ProgressLine

APPROXIMATE = "An approximation of what Word will show"


class PreviewPane(QWidget):
    """`exact_wanted` when she asks for exact pages, `draft_wanted` when she is content without them."""

    exact_wanted = Signal()
    draft_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, office: Office | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: DraftSheets | None = None
        self._icons: dict[QToolButton, str] = {}
        self.pages = PagesView()
        self.caption = Elided(APPROXIMATE, kind="soft")
        self.number = text_label(kind="soft", wrap=False)
        self.progress = ProgressLine()
        self.exact = button("E&xact pages", tip=_exact_tip(office))
        self.exact.setCheckable(True)
        self.exact.setEnabled(office is not None)
        self.exact.clicked.connect(self._on_exact)
        self.print = button("Prin&t…", tip=_print_tip(office))
        self.print.setEnabled(office is not None)
        self.print.clicked.connect(self.print_wanted)
        self.smaller = self._tool("zoom-out", "Smaller (Ctrl+-)", lambda: self.pages.zoom_by(-1))
        self.larger = self._tool("zoom-in", "Larger (Ctrl++)", lambda: self.pages.zoom_by(1))
        self.fit = button("Fit", kind="plain", tip="As wide as there is room (Ctrl+0)")
        self.fit.clicked.connect(lambda: self.pages.set_zoom(None))
        self.pages.turned.connect(self._on_turned)
        self.pages.zoomed.connect(self._on_zoomed)
        layout = column(self._head(), spacing=6)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.progress)
        self.setLayout(layout)
        as_part(self.pages, "Preview")
        self._on_zoomed()
        self._draw_icons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        for made, name in self._icons.items():
            made.setIcon(icon(name, scheme_of(QApplication.palette())))

    def _head(self) -> QHBoxLayout:
        made = row(spacing=6, margins=(14, 6, 0, 0))
        made.addWidget(self.caption, 1)
        for each in (self.number, self.smaller, self.larger, self.fit, self.exact):
            made.addWidget(each)
        return made

    def _tool(self, name: str, tip: str, act: Callable[[], None]) -> QToolButton:
        made = ToolButton()
        self._icons[made] = name
        made.setToolTip(tip)
        made.setAccessibleName(tip.partition(" (")[0])
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(act)
        return made

    # --- what is shown

    def show_draft(self, composition: Composition, look: TemplateLook) -> None:
        """The quick preview; she stays on the page where she was."""
        self._let_go()
        draft = self._draft = DraftSheets(composition, look, self)
        draft.grown.connect(self._on_grown)
        self._caption(APPROXIMATE)
        self.exact.setChecked(False)
        draft.start()
        self.pages.show_sheets(draft)

    def show_exact(self, sheets: ExactSheets, by: Office) -> None:
        """What the word processor made."""
        self._let_go()
        sheets.grown.connect(self.pages.grow, Qt.ConnectionType.UniqueConnection)
        self._caption(f"Exact pages, as {by.name} lays them out")
        self.exact.setChecked(True)
        self.pages.show_sheets(sheets)

    def show_trouble(self, sentence: str) -> None:
        """Why there is nothing to look at."""
        self._let_go()
        self._caption(APPROXIMATE)
        self.exact.setChecked(False)
        self.pages.show_words(sentence)

    @property
    def draft(self) -> DraftSheets | None:
        return self._draft

    def _let_go(self) -> None:
        if self._draft is not None:
            self._draft.stop()
            self._draft.deleteLater()
            self._draft = None

    def _caption(self, words: str) -> None:
        self.caption.setText(words)
        self.pages.setAccessibleName(words)

    # --- listening

    def _on_grown(self) -> None:
        if self.sender() is self._draft:
            self.pages.grow()

    def _on_exact(self, is_on: bool) -> None:
        (self.exact_wanted if is_on else self.draft_wanted).emit()

    def _on_turned(self, page: int, count: int) -> None:
        self.number.setText(f"Page {page} of {count}" if count else "")

    def _on_zoomed(self) -> None:
        self.fit.setEnabled(not self.pages.fits)


def _exact_tip(office: Office | None) -> str:
    if office is None:
        return WHY_NOT
    return f"Have {office.name} lay the pages out, as they will be. It takes some seconds."


def _print_tip(office: Office | None) -> str:
    return "Print the exact pages" if office is not None else WHY_NOT
