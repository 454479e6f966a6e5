"""How lists count: decimal, letters, Roman numerals."""

import re

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_MOST_ROMAN = 3999


def roman(number: int) -> str:
    """4 is "iv"."""
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        while number >= value:
            written += letters
            number -= value
    return written


def from_roman(text: str) -> int | None:
    """4 for "iv"; None for what no Roman numeral is written like."""
    total, letters = 0, text.lower()
    if not letters or any(letter not in _VALUES for letter in letters):
        return None
    for letter, following in zip(letters, [*letters[1:], ""], strict=True):
        value = _VALUES[letter]
        total += -value if following and _VALUES[following] > value else value
    return total if roman(total) == letters else None


def letters(number: int) -> str:
    """1 is "a", 27 is "aa", as Word counts."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def from_letters(text: str) -> int | None:
    """3 for "c", 29 for "cc"; None for what is no repeated letter."""
    low = text.lower()
    if not low.isascii() or not low.isalpha() or len(set(low)) != 1:
        return None
    return ord(low[0]) - ord("a") + 1 + 26 * (len(low) - 1)


_OWN_COUNT = re.compile(r"[\[(]?\d{1,3}(?:\.\d{1,3})*[.)\]]{1,2}\s+\S|(?:Q|R)\d{1,3}\b")


def counts_itself(text: str) -> bool:
    """Whether it begins with a number typed by hand: a bullet before it says nothing."""
    return _OWN_COUNT.match(text) is not None
