"""Where a response becomes a file: form and template, what is not ready, then the file."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from drafter.domain.checks import Finding, Severity
from drafter.domain.composing import Choices
from drafter.domain.errors import CannotWrite, DrafterError
from drafter.domain.progress import Progress
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.responses import Form
from drafter.services.exporting import FORMS, Exported, Order, another_name, check, default_form, export
from drafter.ui.dialogs.findings_list import FindingsList
from drafter.ui.jobs import Worker
from drafter.ui.widgets.labels import Elided, Heading, button, rule, text_label
from drafter.ui.widgets.laying import at_left
from drafter.ui.workplace import Workplace

_FORM_WORDS = {
    Form.STATEMENT: ("&Statement", "Headline, standfirst and running text; no labels and no quotations"),
    Form.POINT_BY_POINT: ("&Point by point", "Each recommendation quoted, your stance in words, your answer"),
}
_KINDS = {
    "Word document (*.docx)": ".docx",
    "Web page (*.html)": ".html",
    "Drafter response (*.json)": ".json",
}
_FOLDER = "export/folder"
_OWN_TEMPLATE = "Drafter’s own"


class ExportDialog(QDialog):
    """Reads the response as it is stored: whoever opens it has saved the draft."""

    place_wanted = Signal(Finding)
    """She wants to go where a finding leads; the dialog has closed."""
    exported = Signal(Path)
    failed = Signal(str)
    """It could not be written, for this reason; the dialog stays."""

    def __init__(self, workplace: Workplace, response: ResponseId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(640, 560)
        self._place = workplace
        self._response = response
        self._head = workplace.library.response(response).head
        self._template = workplace.preferences.value.template
        self._forms = QButtonGroup(self)
        self._list_unanswered = QCheckBox("&List what is not answered, at the end")
        self._findings = FindingsList()
        self._findings.chosen.connect(self._go_to)
        self._verdict = text_label()
        self._target: Path | None = None
        self.trouble = text_label(kind="bad")
        self.other_name = button("", kind="link", tip="The file that is there stays as it is")
        self.other_name.clicked.connect(self._take_other_name)
        self._lay_out()
        self._say_trouble("")
        self._forms.button(FORMS.index(default_form(self._head.shape))).setFocus()
        self._check()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(10)
        column.addWidget(Heading(f"Export “{self._head.title}”", factor=1.4))
        column.addSpacing(4)
        column.addLayout(self._form_rows())
        column.addWidget(self._list_unanswered)
        column.addWidget(rule())
        column.addLayout(self._template_row())
        column.addWidget(rule())
        column.addWidget(Heading("Before it goes out", factor=1.15))
        column.addWidget(self._verdict)
        column.addWidget(self._findings, 1)
        column.addWidget(self.trouble)
        column.addLayout(at_left(self.other_name))
        column.addWidget(self._buttons())
        self._export.setDefault(True)  # only now: the dialog must be there to hear of it

    def _form_rows(self) -> QGridLayout:
        rows = QGridLayout()
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(6)
        usual = default_form(self._head.shape)
        for row, form in enumerate(FORMS):
            name, what = _FORM_WORDS[form]
            radio = QRadioButton(name)
            radio.setObjectName(f"form-{form.value}")
            radio.setToolTip(what)
            radio.setChecked(form is usual)
            radio.toggled.connect(self._on_form)
            self._forms.addButton(radio, row)
            rows.addWidget(radio, row, 0)
            rows.addWidget(text_label(what, kind="soft"), row, 1)
        rows.setColumnStretch(1, 1)
        return rows

    def _template_row(self) -> QHBoxLayout:
        self._template_words = Elided(self._template_name())
        choose = button("&Template…", tip="A Word file whose styles, header and footer the export takes")
        choose.clicked.connect(self._choose_template)
        self._own = button("Use Drafter’s own", kind="plain", tip="The template that comes with Drafter")
        self._own.clicked.connect(partial(self._take_template, ""))
        self._own.setEnabled(self._template is not None)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(text_label("Word template:", wrap=False))
        row.addWidget(self._template_words, 1)
        row.addWidget(self._own)
        row.addWidget(choose)
        return row

    def _buttons(self) -> QDialogButtonBox:
        self._export = button("&Export…", kind="primary", tip="Choose where the file goes")
        self._export.setObjectName("export")
        self._export.clicked.connect(self._choose_target)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._export, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        return buttons

    # --- what is not ready

    def _check(self) -> None:
        findings = check(self._place.library, self._response, person=self._place.preferences.person)
        self._findings.show_findings(findings)
        blocked = sum(each.severity is Severity.BLOCKS for each in findings)
        warned = sum(each.severity is Severity.WARNING for each in findings)
        self._export.setEnabled(not blocked)
        self._verdict.setText(_verdict(blocked, warned))

    def _go_to(self, finding: Finding) -> None:
        self.accept()
        self.place_wanted.emit(finding)

    # --- choosing

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        form = FORMS[max(self._forms.checkedId(), 0)]
        return Choices(form=form, list_unanswered=self._list_unanswered.isChecked())

    def _on_form(self) -> None:
        self._list_unanswered.setEnabled(self.choices.form is Form.POINT_BY_POINT)

    def _choose_template(self) -> None:
        dialog = QFileDialog(self, "Choose a Word template", "", "Word files (*.docx *.dotx)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._take_template)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_template(self, name: str) -> None:
        self._template = Path(name) if name else None
        self._template_words.setText(self._template_name())
        self._own.setEnabled(self._template is not None)
        kept = self._place.preferences
        kept.choose(replace(kept.value, template=self._template))

    def _template_name(self) -> str:
        return self._template.name if self._template is not None else _OWN_TEMPLATE

    # --- the file

    def _choose_target(self) -> None:
        folder = QSettings().value(_FOLDER, _documents(), str)
        dialog = QFileDialog(self, "Export to", str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(_KINDS))
        dialog.setDefaultSuffix("docx")
        dialog.filterSelected.connect(partial(_follow_kind, dialog))
        dialog.selectFile(file_name(self._head.title))
        dialog.fileSelected.connect(self.export_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_to(self, name: str) -> None:
        """Write the file and close; what stands in the way is said in the window, and the dialog stays."""
        target = self._target = Path(name)
        self._say_trouble("")
        QSettings().setValue(_FOLDER, str(target.parent))
        order = Order(target=target, choices=self.choices, template=self._template, force=True)
        job = self._place.jobs.start(self._work(order), on=Worker.STORE, label=f"Writing {target.name}")
        job.succeeded.connect(self._on_exported)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self._export.setEnabled(False)

    def _work(self, order: Order) -> Callable[[Progress], Exported]:
        library, response, person = self._place.library, self._response, self._place.preferences.person

        def work(progress: Progress) -> Exported:
            return export(library, response, order, person=person, progress=progress)

        return work

    def _on_exported(self, done: Exported) -> None:
        if done.change is not None:
            self._place.history.tell(done.change)
        url = QUrl.fromLocalFile(str(done.path))
        self._place.notices.say(
            _written_words(done.path), offer="Open it", act=partial(QDesktopServices.openUrl, url)
        )
        self.exported.emit(done.path)
        self.accept()

    def _on_failed(self, error: DrafterError) -> None:
        other = another_name(self._target) if isinstance(error, CannotWrite) and self._target else None
        self._say_trouble(error.sentence, other)
        self.failed.emit(error.sentence)

    def _say_trouble(self, sentence: str, other: Path | None = None) -> None:
        """What stood in the way, and another name where that would help."""
        self.trouble.setText(sentence)
        self.trouble.setAccessibleName(sentence)
        self.trouble.setVisible(bool(sentence))
        self._other = other
        self.other_name.setText(f"Save it as “{other.name}”" if other is not None else "")
        self.other_name.setVisible(other is not None)
        if other is not None:
            self.other_name.setFocus()

    def _take_other_name(self) -> None:
        if self._other is not None:
            self.export_to(str(self._other))

    def _on_ended(self) -> None:
        if self.isVisible():  # it could not be written: she may have mended it meanwhile
            self._check()


def file_name(title: str) -> str:
    """A name that every system takes: without what Windows forbids, not too long."""
    bare = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", title)
    return " ".join(bare.split())[:80].rstrip(" .") or "Response"


def _follow_kind(dialog: QFileDialog, kind: str) -> None:
    dialog.setDefaultSuffix(_KINDS[kind].removeprefix("."))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _verdict(blocked: int, warned: int) -> str:
    if blocked:
        return "A merge field has no value, so this cannot go out yet. Choose one below to go to its place."
    if warned:
        return "It can go out as it is. These are worth a look first; choose one to go to its place."
    return "Nothing stands in the way."


def _written_words(path: Path) -> str:
    """That it was written; a .json is whole, and so holds what no other form does."""
    private = (
        " It holds your private notes too: send another form." if path.suffix.casefold() == ".json" else ""
    )
    return f"Wrote “{path.name}”.{private}"
