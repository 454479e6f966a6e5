"""Documents that the reading tests make themselves: PDFs written by hand, Word files, and pages of text."""

from dataclasses import dataclass, field
from pathlib import Path

from docx import Document

from drafter.reports.reading import read_html

FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique"}
WIDTH, HEIGHT = 595, 842


@dataclass
class Page:
    """A page in the making, filled from the top."""

    drawn: list[str] = field(default_factory=list)
    top: float = 90.0

    def say(self, text, *, left=72.0, font="plain", size=11.0, gap=0.0, at=None):
        """Write one line below the last, `gap` points further down, or at a given height."""
        self.top = at if at is not None else self.top + gap
        base = HEIGHT - self.top - size
        self.drawn.append(f"BT /{font} {size} Tf 1 0 0 1 {left} {base:.2f} Tm ({escaped(text)}) Tj ET")
        self.top += 1.3 * size
        return self

    def says(self, *lines, **look):
        """Write several lines as one paragraph."""
        for number, line in enumerate(lines):
            self.say(line, **(look if number == 0 else look | {"gap": 0.0}))
        return self

    def heading(self, text):
        return self.say(text, font="bold", size=16, gap=14)

    def paragraph(self, *lines, **look):
        return self.says(*lines, **{"gap": 9.0} | look)

    def box(self, top, bottom, *, left=62.0, right=530.0):
        self.drawn.append(f"{left} {HEIGHT - bottom:.2f} {right - left} {bottom - top:.2f} re S")
        return self


def escaped(text):
    plain = text.encode("cp1252").decode("latin-1")
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def pdf_bytes(pages, *, title="", trailer="", forms=()):
    """A whole PDF file with the standard fonts; pages may draw the streams `forms` as /Form0 and on."""
    fonts = " ".join(f"/{name} {number} 0 R" for number, name in enumerate(FONTS, start=3))
    kids = " ".join(f"{6 + 2 * at} 0 R" for at in range(len(pages)))
    first = 6 + 2 * len(pages)
    drawn = " ".join(f"/Form{at} {first + at} 0 R" for at in range(len(forms)))
    resources = f"<< /Font << {fonts} >> /XObject << {drawn} >> >>"
    look = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources {resources}"
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            for name in FONTS.values()
        ),
    ]
    for at, page in enumerate(pages):
        stream = "\n".join(page.drawn)
        bodies += [
            f"<< /Type /Page /Parent 2 0 R {look} /Contents {7 + 2 * at} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    bodies += [
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 {WIDTH} {HEIGHT}] /Resources {resources} "
        f"/Length {len(stream)} >>\nstream\n{stream}\nendstream"
        for stream in forms
    ]
    bodies.append(f"<< /Title ({escaped(title)}) >>")
    return assembled(bodies, f"/Info {len(bodies)} 0 R {trailer}")


def assembled(bodies, trailer):
    """Objects with their cross-reference table."""
    written = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(bodies, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = (
        f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(written)}\n%%EOF\n"
    )
    return written + end.encode("latin-1")


def a_pdf(folder, *pages, name="report.pdf", **more):
    path = Path(folder) / name
    path.write_bytes(pdf_bytes(pages, **more))
    return path


def a_word_file(folder, build, *, name="report.docx"):
    """A .docx that `build` fills."""
    path = Path(folder) / name
    document = Document()
    build(document)
    document.save(str(path))
    return path


def a_page_of_text(topic, *, sentences=6):
    """Lines of prose that recommend nothing, so that there is a body to tell headings from."""
    return [
        f"Witnesses told the review that {topic} had changed in year {2000 + at} of the record"
        for at in range(sentences)
    ]


def web_page(*parts, title):
    """What is read from a page of the web with this heading, and these parts below it."""
    return read_html(f"<h1>{title}</h1>{''.join(parts)}")


def said(*parts):
    """Paragraphs of a web page."""
    return "".join(f"<p>{part}</p>" for part in parts)


def bullets(*parts):
    """A list of a web page."""
    return f"<ul>{''.join(f'<li>{part}</li>' for part in parts)}</ul>"


def labels(reading):
    return [item.label for item in reading.recommendations]


def texts(reading):
    return [item.text for item in reading.recommendations]
