"""Where a response becomes a file: form and template, a look at it, what is not ready, then the file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from drafter.domain.checks import Finding, Severity
from drafter.domain.composing import Choices
from drafter.domain.errors import DrafterError, NotATemplate
from drafter.domain.records.ids import ResponseId
from drafter.domain.records.reports import PageText
from drafter.domain.records.responses import Form
from drafter.services.exact_pages import Dress, ExactPages
from drafter.services.exporting import check
from drafter.services.filling_in import can_be_filled, fill_in
from drafter.services.office import office
from drafter.services.profiles import choices_of, profile_for, profile_of, remember
from drafter.services.templates import add_template, choose_styles, name_of
from drafter.ui.export.copying import copy_response
from drafter.ui.export.exact import ExactMaker
from drafter.ui.export.fill_in_box import FillInBox
from drafter.ui.export.findings_list import FindingsList
from drafter.ui.export.form_box import FormBox
from drafter.ui.export.paste_list import PasteList
from drafter.ui.export.preparing import Looks, Prepared, Wish, preparing
from drafter.ui.export.preview_pane import PreviewPane
from drafter.ui.export.printer import PagePrinter
from drafter.ui.export.saver import PDF, Saver, file_name, written_words
from drafter.ui.export.styles_dialog import StylesDialog
from drafter.ui.export.template_box import TemplateBox
from drafter.ui.jobs import Job
from drafter.ui.panes.desk_actions import COPY_TIP
from drafter.ui.widgets.labels import Heading, button, rule, text_label
from drafter.ui.widgets.latest import Latest
from drafter.ui.widgets.laying import SPRING, at_left, column, ends, row
from drafter.ui.workplace import Workplace

__all__ = ["ExportDialog", "file_name"]

_PLACES = "export/panes"
_USUAL_SIZE = (1180, 660)


class ExportDialog(QDialog):
    """Reads the response as it is stored: whoever opens it has saved the draft.

    `pages` is what the report says, where that is known: quotations are looked up in it.
    """

    place_wanted = Signal(Finding)
    """She wants to go where a finding leads; the dialog has closed."""
    exported = Signal(Path)
    failed = Signal(str)
    """It could not be written, for this reason; the dialog stays."""
    prepared = Signal(Prepared)
    """The preview shows what is chosen now."""

    def __init__(
        self,
        workplace: Workplace,
        response: ResponseId,
        parent: QWidget | None = None,
        *,
        pages: tuple[PageText, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self.setWindowTitle("Export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(960, 580)
        self.resize(*_USUAL_SIZE)
        self._place, self._response = workplace, response
        self._head = workplace.library.response(response).head
        self._profile = profile_of(workplace.preferences.value, self._head)
        self._template = self._profile.template
        self._shown: Prepared | None = None
        self._looks = Looks()
        self._latest = Latest(workplace.jobs, self)
        self._maker = ExactMaker(workplace.jobs, office(), self)
        self._saver = Saver(workplace, self._maker, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._say_trouble("")
        self._form.begin()
        self._follow()

    # --- from the top

    def _make_parts(self) -> None:
        self._form = FormBox(choices_of(self._profile, self._head))
        self._templates = TemplateBox()
        self._templates.show_templates(self._place.preferences.value, self._template)
        self._verdict = text_label()
        self._fill_in = FillInBox()
        self._findings = FindingsList()
        self.trouble = text_label(kind="bad")
        self.other_name = button("", kind="link", tip="The file that is there stays as it is")
        self.preview = PreviewPane(self._maker.office)
        self.answers = PasteList()
        self.tabs = QTabWidget()
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its bar takes keys, where it is shown
        self.tabs.addTab(self.preview, "The document")
        self._printer = PagePrinter(self._place.jobs, self)
        self.copy = button("&Copy for website or e-mail", tip=COPY_TIP)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        self._cancel = cancel
        self._export = button("&Export…", kind="primary", tip="Choose where the file goes")
        self._export.setObjectName("export")

    def _lay_out(self) -> None:
        left = QWidget()
        left.setLayout(self._left())
        left.setMinimumWidth(430)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.tabs)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([450, 700])
        if (state := QSettings().value(_PLACES)) is not None:
            self.splitter.restoreState(state)
        whole = column(
            Heading(f"Export “{self._head.title}”", factor=1.3), spacing=10, margins=(24, 18, 24, 16)
        )
        whole.addWidget(self.splitter, 1)
        whole.addLayout(self._buttons())
        self.setLayout(whole)
        self._export.setDefault(True)  # only now: the dialog must be there to hear of it

    def _left(self) -> QVBoxLayout:
        made = column(self._form, rule(), self._templates, rule(), spacing=8, margins=(0, 0, 14, 0))
        made.addWidget(Heading("Before it goes out", factor=1.1))
        made.addWidget(self._verdict)
        made.addWidget(self._fill_in)
        made.addWidget(self._findings, 1)
        made.addStretch()
        made.addWidget(self.trouble)
        made.addLayout(at_left(self.other_name))
        return made

    def _buttons(self) -> QHBoxLayout:
        return row(self.copy, self.preview.print, SPRING, ends(self._export, self._cancel))

    def _connect(self) -> None:
        self._form.changed.connect(self._follow)
        self._templates.chosen.connect(self._take_template)
        self._templates.added.connect(self._add_template)
        self._templates.styles_wanted.connect(self._open_styles)
        self._fill_in.filled.connect(self._on_filled)
        self._findings.chosen.connect(self._go_to)
        self.other_name.clicked.connect(self._take_other_name)
        self.preview.exact_wanted.connect(self._make_exact)
        self.preview.draft_wanted.connect(self._show_draft)
        self.preview.print_wanted.connect(self._print)
        self._latest.answered.connect(self._on_prepared)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_not_made)
        self._maker.stopped.connect(self._show_draft)
        self._maker.stopped.connect(self._printer.forget)
        self._printer.failed.connect(self._say_trouble)
        self._saver.began.connect(self._on_began)
        self._saver.written.connect(self._on_written)
        self._saver.failed.connect(self._on_failed)
        self._saver.ended.connect(self._on_ended)
        self.copy.clicked.connect(self.copy_for_web)
        self._export.clicked.connect(self._choose_target)
        self.finished.connect(self._on_finished)

    # --- what is chosen, and what it comes to

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        return self._form.choices

    @property
    def wish(self) -> Wish:
        return Wish(
            response=self._response,
            choices=self.choices,
            template=self._template,
            preferences=self._place.preferences.value,
        )

    def _follow(self) -> None:
        """Check and prepare anew: form, template or text are not what they were."""
        self._check()
        self._printer.forget()
        self._maker.forget()
        work = preparing(self._place.library, self._place.preferences.person, self.wish, self._looks)
        self._latest.ask(work)

    def _on_prepared(self, prepared: Prepared) -> None:
        self._shown = prepared
        self._templates.show_found(prepared.looked, prepared.trouble)
        self._show_draft()
        self._show_answers(prepared)
        self.prepared.emit(prepared)

    def _show_draft(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.looked is None:
            self.preview.show_trouble(shown.trouble)
        else:
            self.preview.show_draft(shown.composition, shown.looked.look)

    def _show_answers(self, prepared: Prepared) -> None:
        is_sheet = prepared.wish.choices.form is Form.PASTE_SHEET
        if is_sheet:
            self.answers.show_answers(prepared.answers)
        if is_sheet and self.tabs.count() == 1:
            self.tabs.insertTab(0, self.answers, "Answers to copy")
            self.tabs.setCurrentIndex(0)
        elif not is_sheet and self.tabs.count() > 1:
            self.tabs.removeTab(0)
        self.tabs.tabBar().setVisible(is_sheet)

    # --- what is not ready

    def _check(self) -> None:
        chosen = self._place.preferences.value
        findings = check(
            self._place.library,
            self._response,
            person=chosen.person,
            form=self.choices.form,
            pages=self._pages,
            advise=chosen.advice,
        )
        self._findings.show_findings(findings)
        gaps = tuple(dict.fromkeys(each.gap for each in findings if each.gap))
        self._fill_in.ask(tuple(each for each in gaps if can_be_filled(each, self._head)))
        blocked = sum(each.severity is Severity.BLOCKS for each in findings)
        warned = sum(each.severity is Severity.WARNING for each in findings)
        self._export.setEnabled(not blocked)
        self._verdict.setText(_verdict(blocked, warned))

    def _on_filled(self, field: str, value: str) -> None:
        history, library, by = self._place.history, self._place.library, self._place.by
        try:
            history.do(
                lambda: fill_in(library, self._response, field, value, by=by),
                stack=history.stack_of(self._response),
            )
        except DrafterError as error:  # a date that is none: she mends it in the box
            self._say_trouble(error.sentence)
            return
        self._say_trouble("")
        self._head = library.response(self._response).head
        self._follow()
        if self._fill_in.field:
            self._fill_in.begin()
        else:
            self._export.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, finding: Finding) -> None:
        if finding.gap and finding.gap == self._fill_in.field:
            self._fill_in.begin()
            return
        self.accept()
        self.place_wanted.emit(finding)

    # --- the template

    def _take_template(self, template: Path | None) -> None:
        self._template = template
        self._follow()

    def _add_template(self, name: str) -> None:
        kept, path = self._place.preferences, Path(name)
        try:
            kept.choose(add_template(kept.value, path))
        except NotATemplate as error:  # the one before stays chosen
            self._templates.show_found(None, error.sentence)
            return
        self._templates.show_templates(kept.value, path)
        self._take_template(path)

    def _open_styles(self) -> None:
        if self._shown is None or self._shown.looked is None or self._template is None:
            return
        name = name_of(self._place.preferences.value, self._template)
        dialog = StylesDialog(name, self._shown.looked, self)
        dialog.accepted.connect(partial(self._keep_styles, dialog))
        dialog.open()

    def _keep_styles(self, dialog: StylesDialog) -> None:
        kept = self._place.preferences
        if self._template is not None:
            kept.choose(choose_styles(kept.value, self._template, dialog.mapping))
        self._follow()

    # --- exact pages, and paper

    def _make_exact(self) -> None:
        if self._shown is None:
            return
        dress = Dress(template=self._template, mapping=self._shown.wish.mapping)
        job = self._maker.make(self._shown.composition, dress)
        if job is not None:
            self.preview.progress.watch(job)

    def _on_made(self, exact: ExactPages) -> None:
        if self._maker.sheets is not None and self._maker.office is not None:
            self.preview.show_exact(self._maker.sheets, self._maker.office)
        self._printer.take(exact)

    def _on_not_made(self, sentence: str) -> None:
        self._printer.forget()
        self._show_draft()
        self._say_trouble(sentence)

    def _print(self) -> None:
        self._printer.wait()
        self._make_exact()

    # --- out of the door

    def copy_for_web(self) -> None:
        """Put the statement on the clipboard; what has no value yet is asked first."""
        try:
            copy_response(self._place, self._response)
        except DrafterError as error:
            self._say_trouble(error.sentence)
            return
        self._say_trouble("")
        self.copy.setText("Copied: paste it where it goes")

    def _choose_target(self) -> None:
        self._saver.choose_target(self, self._profile, self._head.title, self.export_to)

    def export_to(self, name: str) -> None:
        """Write the file and close; what stands in the way is said in the window, and the dialog stays."""
        target = Path(name)
        self._say_trouble("")
        self._export.setEnabled(False)
        if target.suffix.casefold() == PDF and self._shown is not None:
            self._saver.save_pdf(target, self.wish, self._shown.composition)
        else:
            self._saver.save(target, self.wish)

    def _on_began(self, job: Job) -> None:
        self.preview.progress.watch(job)

    def _on_written(self, path: Path) -> None:
        kept, wish = self._place.preferences, self.wish
        profile = profile_for(self._head, wish.choices, template=wish.template, target=path)
        kept.choose(remember(kept.value, profile))
        url = QUrl.fromLocalFile(str(path))
        self._place.notices.say(
            written_words(path), offer="Open it", act=partial(QDesktopServices.openUrl, url)
        )
        self.exported.emit(path)
        self.accept()

    def _on_failed(self, sentence: str, other: Path | None) -> None:
        self._say_trouble(sentence, other)
        self.failed.emit(sentence)

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

    def _on_finished(self) -> None:
        QSettings().setValue(_PLACES, self.splitter.saveState())
        self._latest.drop()
        self._maker.forget()


def _verdict(blocked: int, warned: int) -> str:
    if blocked:
        return "Something is not filled in yet, so this cannot go out. Fill it in, or go to its place below."
    if warned:
        return "It can go out as it is. These are worth a look first; choose one to go to its place."
    return "Nothing stands in the way."
