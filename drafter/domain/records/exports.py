"""What an officer's exports remember: her Word templates by name, and how each response went out last."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTemplate:
    """A Word file of the organisation under the name that she gave it."""

    name: str
    path: Path
    fingerprint: str = ""
    """The SHA-256 of its content when it was last looked at."""
    mapping: dict[str, str] = field(default_factory=dict)
    """Which of its styles stand in for built-in ones, as she chose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportProfile:
    """How one response was exported last: nothing of it need be chosen again."""

    response: str
    shape: str
    choices: dict[str, str | int | bool | None] = field(default_factory=dict)
    """The form and its options by name; what a later Drafter does not know is passed over."""
    template: Path | None = None
    folder: Path | None = None
    suffix: str = ".docx"
