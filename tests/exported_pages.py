"""Pictures of exported pages: the sample in every form with every annex, and a hundred recommendations.

LibreOffice prints them; where it is not installed, nothing is pictured.
"""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
from PySide6.QtGui import QColor, QImage, QPainter

from drafter.domain.composing import Choices, Composition, compose
from drafter.domain.fields import field_values
from drafter.domain.records.people import Person
from drafter.domain.records.responses import Form
from drafter.domain.records.stances import Stance
from drafter.paths import resource
from drafter.services.exporting import composed
from drafter.services.sample import STATEMENT, add_sample
from drafter.store.library import Library
from drafter.word.writing import write
from tests.builders import a_passage, a_recommendation, a_report, a_response, a_section, a_stance
from tests.word.outside import as_pdf, office

ANNEXES = {"annex_positions": True, "annex_sources": True, "annex_earlier": True, "list_unanswered": True}
COLUMNS, MOST = 4, 16
"""Pages in a row, and in a picture."""

SCALE = 0.85
GAP = 12


def picture_pages(folder: Path, person: Person, *, only: str = "") -> None:
    """A picture for each document whose name begins so, its pages side by side."""
    wanted = {f"pages-{name}": each for name, each in documents(person)}
    wanted = {name: each for name, each in wanted.items() if name.startswith(only)}
    if not wanted or office() is None:
        return
    with tempfile.TemporaryDirectory() as name:
        written = [Path(name) / f"{each}.docx" for each in wanted]
        for path, composition in zip(written, wanted.values(), strict=True):
            write(composition, path)
        folder.mkdir(parents=True, exist_ok=True)
        for pdf in as_pdf(written, Path(name), Path(name)):
            sheet(pdf).save(str(folder / f"{pdf.stem}.png"))


def documents(person: Person) -> Iterator[tuple[str, Composition]]:
    with Library.in_memory() as library:
        response = add_sample(library, resource("sample"))
        statement = add_sample(library, resource("sample"), name=STATEMENT)
        for form in Form:
            which = statement if form is Form.STATEMENT else response
            yield form.value, composed(library, which, Choices(form=form, **ANNEXES), person=person)
    for form in (Form.POINT_BY_POINT, Form.TABLE, Form.PASTE_SHEET):
        yield f"hundred-{form.value}", a_hundred(form, person)


def a_hundred(form: Form, person: Person) -> Composition:
    """A response to a hundred recommendations: some answered together, some by a stance alone."""
    asked = [
        a_recommendation(
            f"The Government should {'fund charities and train their trustees ' * (1 + at % 4)}by 2027.",
            label=str(at + 1),
            heading=f"Chapter {at // 12 + 1}: Money and time",
            limit=60 if at % 3 == 0 else None,
        )
        for at in range(100)
    ]
    words = "<p>We welcome this. A coordinator makes the difference, and three years is the least.</p>"
    answers = [
        a_section(a_passage(words, *asked[at : at + (2 if at % 9 == 0 else 1)]), heading=f"On matter {at}")
        for at in range(100)
        if at % 11
    ]
    opening = a_section("<p>We read the report with hope and thank its authors.</p>", heading="Opening")
    report = a_report(*asked)
    taken = tuple(Stance)
    stances = tuple(a_stance(each, taken[at % 7], reason="It is time") for at, each in enumerate(asked))
    response = a_response(
        opening, *answers, to=report, stances=stances, title="Our hundred answers", dated=date(2026, 11, 4)
    )
    values = field_values(response.head, report, person)
    return compose(response, report, values, Choices(form=form, annex_positions=True))


def sheet(pdf: Path) -> QImage:
    """The first pages of a document on a grey ground."""
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(min(len(document), MOST)):
            made = document[number].render(scale=SCALE).to_numpy()
            height, width, _ = made.shape
            image = QImage(made.tobytes(), width, height, width * 3, QImage.Format.Format_BGR888)
            pages.append(image.copy())
    across, down = max(each.width() for each in pages) + GAP, max(each.height() for each in pages) + GAP
    rows = -(-len(pages) // COLUMNS)
    whole = QImage(across * min(COLUMNS, len(pages)) + GAP, down * rows + GAP, QImage.Format.Format_RGB32)
    whole.fill(QColor("#8a8f98"))
    painter = QPainter(whole)
    for number, each in enumerate(pages):
        painter.drawImage(GAP + across * (number % COLUMNS), GAP + down * (number // COLUMNS), each)
    painter.end()
    return whole
