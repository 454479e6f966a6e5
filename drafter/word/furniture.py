"""Headers and footers: fields that show a property of the document get its value at once, unprompted."""

from collections.abc import Iterator

from docx.document import Document

from drafter.domain.composing import Composition
from drafter.word.elements import XML_SPACE, Element, clean, drop, w
from drafter.word.parts import furniture_of


def fill_furniture(document: Document, composition: Composition, *, pages: int) -> None:
    """Write title, subject, author and organisation into the fields that show them in headers and footers."""
    known = {
        "TITLE": composition.title,
        "STYLEREF TITLE": composition.title,
        "SUBJECT": composition.subject,
        "AUTHOR": composition.author,
        "DOCPROPERTY TITLE": composition.title,
        "DOCPROPERTY SUBJECT": composition.subject,
        "DOCPROPERTY AUTHOR": composition.author,
        "DOCPROPERTY COMPANY": composition.organisation,
        "NUMPAGES": str(pages),
    }
    for root in furniture_of(document):
        for field in list(root.iter(w("fldSimple"))):
            name = _instruction(field.get(w("instr")) or "")
            if name in known:
                _show(field, clean(known[name]))
        for name, results in _long_fields(root):
            if results and known.get(name):
                _say(results, clean(known[name]))


def _long_fields(root: Element) -> Iterator[tuple[str, list[Element]]]:
    """Fields written as a row of runs: what each shows, and the runs that show it."""
    for paragraph in root.iter(w("p")):
        depth, said, results, shows = 0, "", list[Element](), False
        for run in paragraph.findall(w("r")):
            mark = run.find(w("fldChar"))
            kind = mark.get(w("fldCharType")) if mark is not None else ""
            if kind == "begin":
                depth, said, results, shows = depth + 1, "", [], False
            elif kind == "separate":
                shows = True
            elif kind == "end":
                if depth == 1:
                    yield _instruction(said), results
                depth, shows = max(depth - 1, 0), False
            elif shows:
                results.append(run)
            else:
                said += "".join(each.text or "" for each in run.iter(w("instrText")))


def _instruction(text: str) -> str:
    """What a field is asked for, without its quotes and switches: `DOCPROPERTY COMPANY`."""
    words = text.partition("\\")[0].replace('"', " ").upper().split()
    return " ".join(words)


def _show(field: Element, text: str) -> None:
    """Write the field's result. A field without a value goes: Word would show an error."""
    runs = field.findall(w("r"))
    if not text or not runs:
        drop(field)
        return
    _say(runs, text)


def _say(runs: list[Element], text: str) -> None:
    """Put the text into the first run, in its look; the others go."""
    first, *others = runs
    for each in others:
        drop(each)
    for shown in [each for each in first if each.tag != w("rPr")]:
        first.remove(shown)
    words = first.makeelement(w("t"))
    words.text = text
    words.set(XML_SPACE, "preserve")
    first.append(words)
