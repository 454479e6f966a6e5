"""How well a colour reads on white paper, as the accessibility guidelines measure it."""

from typing import Final

LEAST_CONTRAST: Final = 4.5

_LINEAR_UP_TO: Final = 0.04045


def contrast_on_white(colour: str) -> float:
    """The contrast ratio of six hex digits against white, from 1 to 21; what is no colour counts as black."""
    try:
        channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    except ValueError:
        return 21.0
    red, green, blue = (
        each / 12.92 if each <= _LINEAR_UP_TO else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
