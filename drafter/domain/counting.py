"""How the items of lists count, as Word writes it: letters, Roman numerals."""

_ROMANS = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
           (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LETTERS = 26


def numeral(number: int, level: int) -> str:
    """The number of an item: 3, then c in the list inside, then iii."""
    if level == 0:
        return str(number)
    return letters(number) if level == 1 else roman(number)


def letters(number: int) -> str:
    """1 is "a", 27 is "aa", 28 is "bb"."""
    return chr(ord("a") + (number - 1) % _LETTERS) * (1 + (number - 1) // _LETTERS)


def roman(number: int) -> str:
    """4 is "iv"."""
    written = ""
    for worth, signs in _ROMANS:
        times, number = divmod(number, worth)
        written += signs * times
    return written
