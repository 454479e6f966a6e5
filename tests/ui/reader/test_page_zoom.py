"""A page as a picture is made larger and smaller by the wheel with Ctrl, as the draft is."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from drafter.ui.panes.reader_area import PageArea


def turn_wheel(area, by):
    at = QPointF(area.viewport().rect().center())
    event = QWheelEvent(
        at,
        area.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area.viewport(), event)


def test_ctrl_and_the_wheel_make_a_page_larger_and_as_wide_as_its_room_again(qtbot):
    area = PageArea()
    qtbot.addWidget(area)
    area.resize(500, 600)
    area.show()
    qtbot.waitExposed(area)
    fitting = area.picture.width()

    with qtbot.waitSignal(area.widened):
        turn_wheel(area, 120)
    assert area.picture.width() == round(fitting * 1.25)
    assert area.horizontalScrollBar().maximum() > 0
    for _ in range(3):
        turn_wheel(area, -120)

    assert area.picture.width() == fitting


def test_keys_make_the_text_larger_and_as_large_as_usual_again(qtbot, reading):
    usual = reading.document.plain.font().pointSizeF()
    ctrl = Qt.KeyboardModifier.ControlModifier

    qtbot.keyClick(reading.panel.view, Qt.Key.Key_Plus, ctrl)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_Plus, ctrl)
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_Minus, ctrl)
    assert reading.document.plain.font().pointSizeF() == usual + 1
    qtbot.keyClick(reading.panel.view, Qt.Key.Key_0, ctrl)

    assert reading.document.plain.font().pointSizeF() == usual


def test_buttons_below_the_page_make_it_larger_and_smaller(reading):
    usual = reading.document.plain.font().pointSizeF()

    reading.document.larger.click()
    assert reading.document.plain.font().pointSizeF() == usual + 1
    reading.document.smaller.click()

    assert reading.document.plain.font().pointSizeF() == usual
    assert reading.document.larger.toolTip() == "The page larger (Ctrl++)"


def test_a_page_that_was_made_larger_fits_its_room_again(qtbot):
    area = PageArea()
    qtbot.addWidget(area)
    area.resize(500, 600)
    area.show()
    qtbot.waitExposed(area)
    fitting = area.picture.width()
    area.zoom(3)

    area.fit_again()

    assert area.picture.width() == fitting
