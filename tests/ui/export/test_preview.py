"""The quick preview: pages that follow the choices, scrolled and zoomed by keys, wheel and buttons."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from drafter.domain.composing import Block, BlockRole, Column, Composition, Table
from drafter.domain.records.responses import Form
from drafter.domain.richtext import Field, Footnote, Run, Source
from drafter.services.templates import TemplateLook, look_over
from drafter.settings import Preferences
from drafter.ui.export import draft_sheets
from drafter.ui.export.draft_sheets import DraftSheets
from drafter.ui.export.pages_view import GAP, PagesView
from tests.word import templates

pytestmark = pytest.mark.usefixtures("qapp")


def block(role, text, **more):
    return Block(role=role, inlines=(Run(text=text),), **more)


def composition(*blocks):
    return Composition(
        form=Form.STATEMENT, response="r", title="Ours", organisation="Canal Trust", blocks=blocks
    )


def look_of(path=None):
    return look_over(Preferences(), path).look


def built(blocks, look=None):
    made = DraftSheets(composition(*blocks), look or look_of())
    while not made.is_finished:
        made._build()
    return made


def picture(sheets, page, width=400):
    size = sheets.size(page)
    image = QImage(width, round(width * size.height() / size.width()), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    sheets.paint(painter, page, QRectF(image.rect()))
    painter.end()
    return image


def inked(image, rect=None):
    """The part of a picture that is not white."""
    rect = rect or image.rect()
    dark = sum(
        image.pixelColor(x, y).lightness() < 160
        for x in range(rect.left(), rect.right(), 4)
        for y in range(rect.top(), rect.bottom(), 3)
    )
    return dark * 12 / (rect.width() * rect.height())


PAGES = [block(BlockRole.BODY, "We welcome this. " * 60) for _ in range(12)]


def test_text_stands_within_the_templates_margins():
    sheets = built(PAGES)
    page = picture(sheets, 0, 595)

    assert sheets.count > 1
    assert inked(page.copy(0, 0, 68, 842)) == 0
    assert inked(page.copy(530, 0, 65, 842)) == 0
    assert inked(page.copy(71, 90, 453, 650)) > 0.05


def test_header_and_footer_are_filled_in():
    sheets = built(PAGES)
    foot = picture(sheets, 0, 595).copy(60, 780, 475, 40)

    assert any(foot.pixelColor(x, y).lightness() < 200 for x in range(475) for y in range(40))


def test_the_templates_colours_are_used():
    page = picture(built([block(BlockRole.TITLE, "█" * 10)]), 0, 595)
    colours = {page.pixelColor(x, 100).name() for x in range(75, 200)}

    assert "#1b3a57" in colours


def test_a_wide_table_turns_its_pages():
    cells = (block(BlockRole.BODY, "Words"),)
    table = Table(
        title="t",
        description="d",
        columns=(Column(name="One", share=1), Column(name="Two", share=3)),
        rows=((cells, cells),) * 60,
        is_wide=True,
    )

    sheets = built([*PAGES[:6], table, *PAGES[:6]])

    sizes = [sheets.size(each).width() > sheets.size(each).height() for each in range(sheets.count)]
    assert sizes[0] is False
    assert sizes[-1] is False
    assert sizes.count(True) > 1


def test_a_heading_does_not_stay_behind():
    lines = [block(BlockRole.BODY, "x") for _ in range(5)]
    for number in range(27, 30):
        filler = [block(BlockRole.BODY, "x") for _ in range(number)]
        part = built([*filler, block(BlockRole.HEADING1, "Heading"), *lines])._parts[0]
        heading = part.findBlockByNumber(number)
        rects = [part.documentLayout().blockBoundingRect(each).top() for each in (heading, heading.next())]
        assert len({top // part.pageSize().height() for top in rects}) == 1


def test_notes_are_numbered_and_follow_the_text():
    noted = Block(
        role=BlockRole.BODY,
        inlines=(Run(text="So"), Footnote(text="See", source=Source(title="A study", publisher="Us"))),
    )

    text = built([noted, noted])._parts[0].toPlainText()

    assert text.split("\n") == ["So1", "So2", "1 See, A study, Us", "2 See, A study, Us"]


def test_a_field_without_a_value_is_seen():
    gap = Block(role=BlockRole.BODY, inlines=(Field(name="our.pledge"),))

    assert built([gap])._parts[0].toPlainText() == "‹our.pledge›"


# --- scrolling and zooming


@pytest.fixture
def view(qtbot):
    made = PagesView()
    qtbot.addWidget(made)
    made.resize(640, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_sheets(built(PAGES))
    made.setFocus()
    return made


def test_a_sheet_is_as_wide_as_there_is_room(view):
    assert view.fits
    assert round(view.rect_of(0).width()) == view.viewport().width() - 2 * GAP


def test_keys_go_through_the_pages(qtbot, view):
    told = []
    view.turned.connect(lambda page, count: told.append((page, count)))

    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
    last = view.page
    qtbot.keyClick(view, Qt.Key.Key_Home)

    assert last == view.count - 1
    assert view.page == 0
    assert told[-1] == (1, view.count)


def test_keys_zoom_in_and_out_and_back(qtbot, view):
    fit = view.zoom
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_Plus, control)
    larger = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Minus, control)
    qtbot.keyClick(view, Qt.Key.Key_Minus, control)
    smaller = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_0, control)

    assert smaller < fit < larger
    assert view.fits
    assert view.zoom == fit


def test_the_wheel_zooms_with_control(view):
    before = view.zoom
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)

    assert view.zoom > before


def test_a_page_that_is_wider_than_the_room_is_scrolled_across(view):
    view.set_zoom(3.0)

    assert view.horizontalScrollBar().maximum() > 500
    assert round(view.rect_of(0).left()) == GAP


def test_zooming_keeps_the_page(view):
    view.go_to_page(2)
    view.set_zoom(0.5)

    assert view.page == 2


def test_other_sheets_leave_her_where_she_was(view):
    view.go_to_page(2)
    before = view.verticalScrollBar().value()

    view.show_sheets(built(PAGES))

    assert view.verticalScrollBar().value() == before


# --- the window


def test_a_long_response_is_built_in_idle_moments(qtbot, monkeypatch):
    monkeypatch.setattr(draft_sheets, "_SLICE", 0.002)
    long = DraftSheets(composition(*PAGES * 20), TemplateLook())
    long.start()
    assert not long.is_finished
    shown = long.count

    with qtbot.waitSignal(long.finished):
        pass

    assert long.count > shown > 0


def test_the_preview_follows_form_and_template(qtbot, window, choose_form, tmp_path):
    before = window.preview.draft
    assert window.preview.caption.whole == "An approximation of what Word will show"

    choose_form(window, Form.STATEMENT)
    after = window.preview.draft
    with qtbot.waitSignal(window.prepared):
        window._templates.added.emit(str(templates.a_letterhead(tmp_path / "letter.docx")))

    assert len({id(before), id(after), id(window.preview.draft)}) == 3
    assert window.preview.draft._parts[0].sheet.left == 45


def test_the_buttons_zoom(qtbot, window):
    pages = window.preview.pages
    before = pages.zoom

    qtbot.mouseClick(window.preview.larger, Qt.MouseButton.LeftButton)
    larger = pages.zoom
    qtbot.mouseClick(window.preview.fit, Qt.MouseButton.LeftButton)

    assert larger > before
    assert pages.fits
    assert not window.preview.fit.isEnabled()
