"""What the settings part must and must not say in a file that is sent out."""

from typing import Final

from docx.document import Document

from drafter.word.elements import R_ID, Element, fragment, put_in_order, w
from drafter.word.parts import settings_root

_COMPATIBILITY: Final = "15"
_URI: Final = "http://schemas.microsoft.com/office/word"

_UNWANTED: Final = (
    "attachedTemplate",  # leads to a file on somebody's computer
    "linkStyles",  # takes the styles of that template again at each opening
    "updateFields",  # asks the reader a question at opening
    "writeProtection",  # likewise
    "documentProtection",  # colleagues could not edit the draft
    "mailMerge",  # asks for a database at opening
)

SETTINGS_ORDER: Final = tuple(
    map(
        w,
        (
            *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
            *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
            *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts"),
            *("saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges"),
            *(
                "bordersDoNotSurroundHeader",
                "bordersDoNotSurroundFooter",
                "gutterAtTop",
                "hideSpellingErrors",
            ),
            *("hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate"),
            *("linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge"),
            *(
                "revisionView",
                "trackRevisions",
                "doNotTrackMoves",
                "doNotTrackFormatting",
                "documentProtection",
            ),
            *("autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation"),
            *(
                "consecutiveHyphenLimit",
                "hyphenationZone",
                "doNotHyphenateCaps",
                "showEnvelope",
                "summaryLength",
            ),
            *("clickAndTypeStyle", "defaultTableStyle", "evenAndOddHeaders", "bookFoldRevPrinting"),
            *("bookFoldPrinting", "bookFoldPrintingSheets", "drawingGridHorizontalSpacing"),
            *("drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery"),
            *("displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin"),
            *("drawingGridHorizontalOrigin", "drawingGridVerticalOrigin", "doNotShadeFormData"),
            *("noPunctuationKerning", "characterSpacingControl", "printTwoOnOne", "strictFirstAndLastChars"),
            *("noLineBreaksAfter", "noLineBreaksBefore", "savePreviewPicture", "doNotValidateAgainstSchema"),
            *(
                "saveInvalidXml",
                "ignoreMixedContent",
                "alwaysShowPlaceholderText",
                "doNotDemarcateInvalidXml",
            ),
            *("saveXmlDataOnly", "useXSLTWhenSaving", "saveThroughXslt", "showXMLTags"),
            *(
                "alwaysMergeEmptyNamespace",
                "updateFields",
                "hdrShapeDefaults",
                "footnotePr",
                "endnotePr",
                "compat",
            ),
            *("docVars", "rsids"),
        ),
    )
)
"""The schema's order as far as anything here is put in; what follows (mathPr to the end) stays behind it."""


def settle(document: Document) -> None:
    """Compatibility mode 15, British English, and nothing that asks or leads anywhere at opening."""
    settings = settings_root(document)
    for name in _UNWANTED:
        for each in settings.findall(w(name)):
            settings.remove(each)
    _drop_loose_relationships(document, settings)
    _be_modern(settings)
    for each in settings.iter(w("themeFontLang")):
        each.set(w("val"), "en-GB")


def _drop_loose_relationships(document: Document, settings: Element) -> None:
    """Relationships that the settings do not name any more: the attached template, merge sources."""
    named = {value for each in settings.iter() for key, value in each.attrib.items() if key == R_ID}
    for relationship in document.part.rels.values():
        if relationship.reltype.endswith("/settings") and not relationship.is_external:
            part = relationship.target_part
            for loose in [each for each in part.rels if each not in named]:
                del part.rels[loose]


def _be_modern(settings: Element) -> None:
    compatibility = settings.find(w("compat"))
    if compatibility is None:
        compatibility = fragment("<w:compat/>")
        put_in_order(settings, compatibility, SETTINGS_ORDER)
    for each in compatibility.findall(w("compatSetting")):
        if each.get(w("name")) == "compatibilityMode":
            each.set(w("val"), _COMPATIBILITY)
            return
    said = f'<w:compatSetting w:name="compatibilityMode" w:uri="{_URI}" w:val="{_COMPATIBILITY}"/>'
    compatibility.append(fragment(said))
