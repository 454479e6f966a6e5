"""British English as the language of a document and of every style that its text takes."""

from drafter.word.elements import Element, add_after, fragment, w

_LANGUAGE = "en-GB"

_DEFAULTS = (
    '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    '<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>'
)


def speak_english(styles: Element) -> None:
    """Set the language in the defaults; a style that names another for Western text speaks English too."""
    defaults = styles.find(w("docDefaults"))
    if defaults is None:
        defaults = fragment("<w:docDefaults/>")
        styles.insert(0, defaults)
    of_runs = defaults.find(w("rPrDefault"))
    if of_runs is None:
        of_runs = fragment("<w:rPrDefault/>")
        defaults.insert(0, of_runs)
    looks = of_runs.find(w("rPr"))
    if looks is None:
        looks = fragment("<w:rPr/>" if styles.find(w("style")) is not None else _DEFAULTS)
        of_runs.append(looks)
    if looks.find(w("lang")) is None:
        _put_language(looks)
    for each in styles.iter(w("lang")):
        each.set(w("val"), _LANGUAGE)


def _put_language(looks: Element) -> None:
    behind = [
        each.tag for each in looks if each.tag not in {w("eastAsianLayout"), w("specVanish"), w("oMath")}
    ]
    add_after(looks, fragment(f'<w:lang w:val="{_LANGUAGE}"/>'), behind)
