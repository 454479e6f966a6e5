"""Characters as a reader would type them: ligatures taken apart, odd spaces and private bullets plain."""

import re

SOFT_HYPHEN = "\u00ad"
"""In a Line's text it stands at the very end alone: the word goes on in the next line."""

_BULLETS = (
    "\uf0b7\uf0a7\uf0b2\uf076\uf0d8\uf0fc\uf02d\uf0e0\uf0a0\uf0ae"
    "\u2713\u2714\u25cf\u25aa\u25a0\u2043\u2219\u25e6\u25cb\u2023\u27a2\u25ba\u2756\u2022"
)
_BOXES = "\uf06f\uf071\uf072\uf0a8\uf0fe\uf052\uf0fd\u2610\u2611\u2612\u25a1\u2751\u274f"
_LIGATURES = dict(
    zip(
        "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06",
        ("ff", "fi", "fl", "ffi", "ffl", "ft", "st"),
        strict=True,
    )
)
_NOTHING = "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"
_HYPHENS = "\ufffe\x02\u2010\u2011"
_PLAIN: dict[str, str | None] = {
    **_LIGATURES,
    **dict.fromkeys(_NOTHING),
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys("\u2028\u2029", " "),
    **dict.fromkeys(_BULLETS, "•"),
    **dict.fromkeys(_BOXES, "☐"),
}
_TABLE = str.maketrans(_PLAIN)
_ODD = re.compile("[" + "".join(map(re.escape, _PLAIN)) + "\ud800-\udfff]")
"""Any of them: quicker to look for than to translate in vain, for most letters beyond ASCII are quotes."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACED_CAPITALS = re.compile(r"\b(?:[A-Z] ){4,}[A-Z]\b")
_PARTED = re.compile(r"(?<=[a-z])- (?=[a-z])(?!(?:and|or|to|nor|but)\b)")
"""A line's end that an earlier hand has left inside the line."""


_ARROWS = frozenset("•Øü§")
_ARROW = re.compile(r"•(?=\w)|[Øü§]\.?\s+(?=[^\W\d_])")
"""Bullets right before their words, and those of Wingdings, where that font got lost."""


def tidy(text: str) -> str:
    """Plain characters, single spaces, no space at either end."""
    if not text.isascii() and _ODD.search(text):
        text = text.translate(_TABLE)
        if _SURROGATE.search(text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if not text.isprintable():
        text = " ".join(_CONTROL.sub("", text).split())
    elif "  " in text or text != text.strip(" "):
        text = " ".join(text.split())
    if "- " in text:
        text = _PARTED.sub("-", text)
    if text[:1] in _ARROWS and _ARROW.match(text):
        text = _ARROW.sub("• ", text)
    if text[1:2] == " " and "A" <= text[0] <= "Z":
        text = _SPACED_CAPITALS.sub(lambda found: found.group().replace(" ", ""), text)
    return text
