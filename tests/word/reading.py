"""What tests read out of a Word file, by python-docx and by its parts."""

import zipfile
from dataclasses import dataclass

import docx
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A paragraph as a reader of the file has it."""

    style: str
    text: str
    links: tuple[tuple[str, str], ...] = ()
    """Words and where they lead."""
    notes: tuple[str, ...] = ()
    num: int | None = None
    level: int | None = None


def part(path, name):
    """The root of a part."""
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def names(path):
    with zipfile.ZipFile(path) as package:
        return package.namelist()


def pretty(path, name):
    """A part as indented text, to be compared line by line."""
    root = part(path, name)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def opened(path):
    """The file as python-docx has it."""
    return docx.Document(path)


def shown(path):
    """The paragraphs of the body in order, tables left out."""
    document = opened(path)
    notes = footnotes(path)
    return [_shown(each, notes) for each in document.paragraphs]


def _shown(paragraph, notes):
    numbering = paragraph._p.find(f"{W}pPr/{W}numPr")
    read = (
        []
        if numbering is None
        else [int(numbering.find(W + each).get(W + "val")) for each in ("numId", "ilvl")]
    )
    marks = [each.get(W + "id") for each in paragraph._p.iter(W + "footnoteReference")]
    return Shown(
        style=paragraph.style.name,
        text=paragraph.text,
        links=tuple((each.text, each.address) for each in paragraph.hyperlinks),
        notes=tuple(notes[each] for each in marks),
        num=read[0] if read else None,
        level=read[1] if read else None,
    )


def footnotes(path):
    """The words of each footnote by its id, separators left out."""
    if "word/footnotes.xml" not in names(path):
        return {}
    root = part(path, "word/footnotes.xml")
    return {
        each.get(W + "id"): "".join(text.text or "" for text in each.iter(W + "t")).strip()
        for each in root.iter(W + "footnote")
        if each.get(W + "type") is None
    }


def links_of(path, of="document"):
    """The external links of a part: address by relationship id."""
    root = part(path, f"word/_rels/{of}.xml.rels")
    return {each.get("Id"): each.get("Target") for each in root if each.get("TargetMode") == "External"}


def settings(path):
    return part(path, "word/settings.xml")


def style_names(path):
    """Names of the styles by id."""
    root = part(path, "word/styles.xml")
    return {each.get(W + "styleId"): each.find(W + "name").get(W + "val") for each in root.iter(W + "style")}


def starts_of(path):
    """Where each list starts anew: level to number, by the list's id."""
    return {
        int(num.get(W + "numId")): {
            int(each.get(W + "ilvl")): int(each.find(W + "startOverride").get(W + "val"))
            for each in num.iter(W + "lvlOverride")
        }
        for num in part(path, "word/numbering.xml").iter(W + "num")
    }
