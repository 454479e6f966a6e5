"""Pictures of the export window."""

from PySide6.QtWidgets import QRadioButton, QWidget

from drafter.domain.records.responses import Form
from drafter.services.templates import look_over
from drafter.ui.dialogs.export import ExportDialog
from drafter.ui.export.styles_dialog import StylesDialog
from tests.shots.stage import Shot, Stage, dialog, wait_for_jobs


def export_dialog(stage: Stage) -> QWidget:
    return exported(stage)


def exported(stage: Stage, form: Form | None = None) -> QWidget:
    """The export window with a form, when its preview is there."""
    assert stage.response is not None
    made = ExportDialog(stage.workplace, stage.response)
    if form is not None:
        radio = made.findChild(QRadioButton, f"form-{form.value}")
        assert radio is not None
        radio.setChecked(True)
    wait_for_jobs(stage)
    return made


def template_styles(stage: Stage) -> QWidget:
    return StylesDialog("Letterhead", look_over(stage.workplace.preferences.value, None))


EXPORT_SHOTS = (
    Shot(name="export", take=dialog(export_dialog)),
    Shot(name="export-table", take=dialog(lambda stage: exported(stage, Form.TABLE))),
    Shot(name="export-evidence", take=dialog(lambda stage: exported(stage, Form.WRITTEN_EVIDENCE))),
    Shot(name="export-paste-sheet", take=dialog(lambda stage: exported(stage, Form.PASTE_SHEET))),
    Shot(name="template-styles", take=dialog(template_styles)),
)
