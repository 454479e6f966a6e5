"""From the window to a file: where it goes, the work, and what to say when something stands in the way."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from drafter.domain.composing import Composition
from drafter.domain.errors import CannotWrite, DrafterError
from drafter.domain.progress import Progress
from drafter.domain.records.exports import ExportProfile
from drafter.services.exact_pages import Dress, ExactPages, remember_pdf
from drafter.services.exporting import Exported, Order, another_name, export
from drafter.ui.export.exact import ExactMaker, keeping
from drafter.ui.export.preparing import Wish
from drafter.ui.jobs import Job, Worker
from drafter.ui.workplace import Workplace

PDF = ".pdf"
_KINDS = {
    "Word document (*.docx)": ".docx",
    "Web page (*.html)": ".html",
    "PDF document (*.pdf)": PDF,
    "Drafter response (*.json)": ".json",
}


class Saver(QObject):
    """One file at a time."""

    began = Signal(Job)
    written = Signal(Path)
    failed = Signal(str, object)
    """Why it could not be written, and another name where that would help."""
    ended = Signal()

    def __init__(self, workplace: Workplace, maker: ExactMaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place, self._maker = workplace, maker
        self._target = Path()
        self._wish: Wish | None = None

    def choose_target(self, window: QWidget, profile: ExportProfile, title: str, take: object) -> None:
        """Ask where the file goes; the last folder and kind are there already."""
        folder = profile.folder if profile.folder is not None and profile.folder.is_dir() else _documents()
        dialog = QFileDialog(window, "Export to", str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        kinds = [each for each, suffix in _KINDS.items() if suffix != PDF or self._maker.office is not None]
        dialog.setNameFilters(kinds)
        usual = next((each for each in kinds if _KINDS[each] == profile.suffix), kinds[0])
        dialog.selectNameFilter(usual)
        dialog.setDefaultSuffix(_KINDS[usual].removeprefix("."))
        dialog.filterSelected.connect(partial(_follow_kind, dialog))
        dialog.selectFile(file_name(title))
        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, target: Path, wish: Wish) -> None:
        """Write the response there, and remember what it used."""
        self._target, self._wish = target, wish
        order = Order(
            target=target,
            choices=wish.choices,
            template=wish.template,
            mapping=wish.mapping,
            force=True,  # what would stop it is said in the window, and the rest is hers to judge
        )
        library, person = self._place.library, self._place.preferences.person

        def work(progress: Progress) -> Exported:
            return export(library, wish.response, order, person=person, progress=progress)

        self._start(work, on=Worker.STORE).succeeded.connect(self._on_exported)

    def save_pdf(self, target: Path, wish: Wish, composition: Composition) -> None:
        """Have the pages made, write them there, and remember likewise."""
        self._target, self._wish = target, wish
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_not_made)
        self._maker.stopped.connect(self._on_stopped)
        job = self._maker.make(composition, Dress(template=wish.template, mapping=wish.mapping))
        if job is not None:
            self.began.emit(job)

    # --- the steps of a PDF

    def _on_made(self, exact: ExactPages) -> None:
        self._let_go()
        self._start(keeping(exact, self._target), on=Worker.FILES).succeeded.connect(self._on_kept)

    def _on_kept(self, target: Path) -> None:
        wish = self._wish
        if wish is None:
            return
        library, by = self._place.library, self._place.by

        def work(_progress: Progress) -> Exported:
            change = remember_pdf(library, wish.response, target, form=wish.choices.form, by=by)
            return Exported(path=target, change=change)

        self._start(work, on=Worker.STORE).succeeded.connect(self._on_exported)

    def _on_not_made(self, sentence: str) -> None:
        self._let_go()
        self.failed.emit(sentence, None)
        self.ended.emit()

    def _on_stopped(self) -> None:
        self._let_go()
        self.ended.emit()

    def _let_go(self) -> None:
        self._maker.made.disconnect(self._on_made)
        self._maker.failed.disconnect(self._on_not_made)
        self._maker.stopped.disconnect(self._on_stopped)

    # --- every job

    def _start(self, work: Callable[[Progress], object], *, on: Worker) -> Job:
        job = self._place.jobs.start(work, on=on, label=f"Writing {self._target.name}")
        job.failed.connect(self._on_failed)
        job.ended.connect(self.ended)
        self.began.emit(job)
        return job

    def _on_exported(self, done: Exported) -> None:
        if done.change is not None:
            self._place.history.tell(done.change)
        self.written.emit(done.path)

    def _on_failed(self, error: DrafterError) -> None:
        other = another_name(self._target) if isinstance(error, CannotWrite) else None
        self.failed.emit(error.sentence, other)


def file_name(title: str) -> str:
    """A name that every system takes: without what Windows forbids, not too long."""
    bare = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", title)
    return " ".join(bare.split())[:80].rstrip(" .") or "Response"


def written_words(path: Path) -> str:
    """That it was written; a .json is whole, and so holds what no other form does."""
    private = (
        " It holds your private notes too: send another form." if path.suffix.casefold() == ".json" else ""
    )
    return f"Wrote “{path.name}”.{private}"


def _follow_kind(dialog: QFileDialog, kind: str) -> None:
    dialog.setDefaultSuffix(_KINDS[kind].removeprefix("."))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
