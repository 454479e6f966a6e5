"""Where things are: the officer's folders on this system, and the resources that come with the program."""

import os
import sys
from functools import cache
from pathlib import Path

import platformdirs

NAME = "Drafter"
LIBRARY_NAME = "library.drafter"


def data_folder() -> Path:
    """Holds the library, unless she keeps it elsewhere, and its backups."""
    return platformdirs.user_data_path(NAME, appauthor=False)


def config_folder() -> Path:
    return platformdirs.user_config_path(NAME, appauthor=False)


def log_folder() -> Path:
    return platformdirs.user_log_path(NAME, appauthor=False)


def backups_folder() -> Path:
    return data_folder() / "backups"


def settings_file() -> Path:
    return config_folder() / "settings.json"


def default_library() -> Path:
    """DRAFTER_LIBRARY, else the one in the data folder."""
    named = os.environ.get("DRAFTER_LIBRARY")
    return Path(named).expanduser() if named else data_folder() / LIBRARY_NAME


def resource(name: str) -> Path:
    """A file or folder of resources/: in the frozen program, in an installed wheel or in a checkout."""
    return _resources() / name


def _resources() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen is not None else _beside_the_code()


@cache  # hundreds of icons are asked for while a window is made
def _beside_the_code() -> Path:
    here = Path(__file__).resolve().parent
    installed = here / "resources"
    return installed if installed.is_dir() else here.parent / "resources"
