"""Who writes: the officer, as the first start asks and Settings holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An officer; every field may be empty."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    contact: str = ""
