"""The list of templates opens whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from drafter.settings import Preferences
from drafter.ui.export.template_box import TemplateBox
from drafter.ui.schemes import LIGHT
from drafter.ui.theme import style_sheet


def test_the_last_row_of_the_open_list_is_not_cut(qtbot):
    box = TemplateBox()
    box.setStyleSheet(style_sheet(LIGHT))
    qtbot.addWidget(box)
    box.show_templates(Preferences(), None)
    box.resize(430, 80)
    box.show()
    qtbot.waitExposed(box)

    qtbot.keyClick(box.combo, Qt.Key.Key_F4)

    view = box.combo.view()
    qtbot.waitUntil(view.isVisible)
    last = view.visualRect(box.combo.model().index(box.combo.count() - 1, 0))
    qtbot.waitUntil(lambda: view.viewport().height() > last.bottom())
    assert QApplication.activePopupWidget() is not None
    box.combo.hidePopup()
