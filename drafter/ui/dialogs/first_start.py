"""The first start asks who she is, once; all of it may be left empty."""

from dataclasses import replace

from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QDialog, QWidget

from drafter.paths import resource
from drafter.ui.dialogs.person_form import PersonForm
from drafter.ui.widgets.labels import Heading, button, text_label
from drafter.ui.widgets.laying import SPRING, at_top, column, row
from drafter.ui.workplace import KeptPreferences


class FirstStart(QDialog):
    """Begin keeps what she wrote; Skip keeps nothing but that she was asked."""

    def __init__(self, kept: KeptPreferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Welcome to Drafter")
        self.setMinimumWidth(560)
        self._kept = kept
        mark = QSvgWidget(str(resource("icons/drafter.svg")))
        mark.setFixedSize(52, 52)
        asks = "Who signs what you write? It stands under each response, and you can change it at any time."
        head = row(at_top(mark), spacing=16)
        head.addLayout(column(Heading("Welcome to Drafter", factor=1.8), text_label(asks, kind="soft")), 1)
        self._form = PersonForm(kept.person)
        self.begin = button("Begin", kind="primary")
        self.begin.clicked.connect(self._keep)
        self.skip = button("Skip", kind="plain", tip="You can say it later, in Settings")
        self.skip.clicked.connect(self.reject)
        promise = text_label("Nothing of it leaves this computer.", kind="soft", wrap=False)
        buttons = row(promise, SPRING, self.skip, self.begin)
        self.setLayout(column(head, self._form, buttons, spacing=20, margins=(28, 26, 28, 22)))
        self.begin.setDefault(True)  # only now: before it is in the dialog, Qt does not hear of it
        self._form.begin()

    def _keep(self) -> None:
        self.accept()  # first, so that settings that cannot be written do not hold her up
        self._kept.choose(replace(self._kept.value, person=self._form.person, asked=True))

    def reject(self) -> None:
        """Skip, Escape and the window's own cross: she was asked, and is not asked again."""
        super().reject()
        self._kept.choose(replace(self._kept.value, asked=True))
