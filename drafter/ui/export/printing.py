"""Pages on paper: the exact ones, as pictures, on whatever printer she chooses."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter


def print_pictures(printer: QPrinter, pictures: tuple[bytes, ...]) -> int:
    """Every page that she asked for, filling the paper; how many that were."""
    pages = [each for number, each in enumerate(pictures, start=1) if _is_wanted(printer, number)]
    printer.setFullPage(True)
    painter: QPainter | None = None
    for each in pages:
        image = QImage.fromData(each)
        wide = image.width() > image.height()
        way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        printer.setPageOrientation(way)  # before the page that it is to hold
        if painter is None:
            painter = QPainter(printer)
        else:
            printer.newPage()
        paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
        size = QSizeF(image.size()).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = paper.center() - QRectF(0, 0, size.width(), size.height()).center()
        painter.drawImage(QRectF(corner, size), image)
    if painter is not None:
        painter.end()
    return len(pages)


def _is_wanted(printer: QPrinter, page: int) -> bool:
    first, last = printer.fromPage(), printer.toPage()
    return not first or first <= page <= (last or first)
