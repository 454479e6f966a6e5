"""Checks a Word file against the ISO 29500 transitional schemas, where they lie beside the checkout."""

import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

SCHEMAS = Path(__file__).parents[3] / "shared" / "word" / "xsd" / "schemas"
ISO = SCHEMAS / "ISO-IEC29500-4_2016"

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = "http://www.w3.org/XML/1998/namespace"
_XSD = "http://www.w3.org/2001/XMLSchema"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_WORD = {
    "document",
    "styles",
    "numbering",
    "settings",
    "footnotes",
    "endnotes",
    "hdr",
    "ftr",
    "comments",
    "fonts",
}


def why_not():
    """Why nothing can be checked here, or nothing."""
    return (
        ""
        if ISO.is_dir()
        else "the schemas are not there: they lie in ../shared/word/xsd beside the checkout"
    )


def complaints(path):
    """What the schemas say against the file, one line a finding."""
    found = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            root = etree.fromstring(package.read(name)) if name.endswith((".xml", ".rels")) else None
            schema = None if root is None else _schema_for(etree.QName(root))
            if schema is None:
                continue
            plain = _without_extensions(root)
            if not schema.validate(plain):
                found += [f"{name}: {each.message}" for each in schema.error_log]
    return found


def _schema_for(name):
    if name.namespace == _W and name.localname in _WORD:
        return _schema(ISO / "wml.xsd", _W)
    for file, namespace in _OTHERS.items():
        if name.namespace == namespace:
            return _schema(SCHEMAS / file, namespace)
    return None


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_OTHERS = {
    "ISO-IEC29500-4_2016/shared-documentPropertiesCustom.xsd": f"{_OFFICE}/custom-properties",
    "ISO-IEC29500-4_2016/shared-documentPropertiesExtended.xsd": f"{_OFFICE}/extended-properties",
    "ecma/fouth-edition/opc-contentTypes.xsd": f"{PACKAGE}/content-types",
    "ecma/fouth-edition/opc-relationships.xsd": f"{PACKAGE}/relationships",
}


@cache
def _schema(file, namespace):
    """The schema with that of the xml: attributes, which it names without a place."""
    whole = (
        f'<xsd:schema xmlns:xsd="{_XSD}">'
        f'<xsd:import namespace="{_XML}" schemaLocation="{(ISO / "xml.xsd").as_uri()}"/>'
        f'<xsd:import namespace="{namespace}" schemaLocation="{file.as_uri()}"/></xsd:schema>'
    )
    return etree.XMLSchema(etree.fromstring(whole))


def _without_extensions(root):
    """The part as a reader without extensions sees it: what may be ignored is gone, fallbacks are taken."""
    ignorable = {
        root.nsmap[prefix]
        for prefix in (root.get(f"{{{MC}}}Ignorable") or "").split()
        if prefix in root.nsmap
    }
    for each in list(root.iter()):
        if not isinstance(each.tag, str):
            continue
        for name in [name for name in each.attrib if etree.QName(name).namespace in {*ignorable, MC}]:
            del each.attrib[name]
        parent = each.getparent()
        if parent is None:
            continue
        if etree.QName(each).namespace in ignorable:
            parent.remove(each)
        elif each.tag == f"{{{MC}}}AlternateContent":
            fallback = each.find(f"{{{MC}}}Fallback")
            for child in list(fallback) if fallback is not None else []:
                each.addprevious(child)
            parent.remove(each)
    return etree.fromstring(etree.tostring(root))
