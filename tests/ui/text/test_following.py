"""Links in a text: what a click on one opens, and what none ever opens."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextCharFormat
from PySide6.QtTest import QTest

from tests.builders import rich
from tests.ui.text.texts import CTRL

PLACE = '<p><a href="https://example.org/our-research">our own research on small charities</a></p>'


class Opened(QObject):
    """What would have left the program."""

    def __init__(self):
        super().__init__()
        self.addresses = []

    @Slot(QUrl)
    def keep(self, address):
        self.addresses.append(address.toString())


@pytest.fixture
def opened():
    keeper = Opened()
    schemes = ("https", "http", "mailto", "file", "javascript", "smb")
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, keeper, "keep")  # type: ignore[arg-type]  # the stub says bytes, Qt takes a name
    yield keeper.addresses
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


def click(edit, keys=Qt.KeyboardModifier.NoModifier):
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, keys, first_words(edit))


def first_words(edit):
    return edit.cursorRect().center() + QPoint(30, 0)


def test_ctrl_click_opens_a_link_and_a_click_alone_does_not(edit, opened):
    edit.set_rich_text(rich(PLACE))

    click(edit)
    assert opened == []

    click(edit, CTRL)
    assert opened == ["https://example.org/our-research"]


def test_a_click_opens_a_link_where_nothing_can_be_typed(edit, opened):
    edit.set_rich_text(rich(PLACE))
    edit.setReadOnly(True)

    click(edit)

    assert opened == ["https://example.org/our-research"]


def test_the_menu_opens_a_link(edit, opened):
    edit.set_rich_text(rich(PLACE))

    menu = edit.context_menu(first_words(edit).toPointF())
    next(each for each in menu.actions() if each.text() == "Open link").trigger()

    assert opened == ["https://example.org/our-research"]


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "file://server/share/x.docx",
        "javascript:alert(1)",
        "smb://server/share",
        "notes.exe",
    ],
)
def test_nothing_but_web_and_mail_addresses_is_opened(edit, opened, address):
    link = QTextCharFormat()
    link.setAnchor(True)
    link.setAnchorHref(address)
    edit.textCursor().insertText("our own research on small charities", link)
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    edit.setReadOnly(True)
    followed: list[str] = []
    edit.link_activated.connect(followed.append)

    click(edit)

    assert followed == [address]
    assert opened == []
