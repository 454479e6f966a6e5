"""The word processor of this computer, if it has one: Word or LibreOffice makes the exact pages as a PDF."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from drafter.domain.errors import NoOffice
from drafter.domain.progress import Progress, silent

SECONDS: Final = 120.0
"""So long it may take: LibreOffice sets up its folder at the first start."""
_TICK: Final = 0.1

WHY_NOT: Final = (
    "Exact pages are made by Word or LibreOffice, and neither was found on this computer. "
    "The preview is near to them."
)
_FAILED: Final = (
    "{} could not make the pages. Export the Word file and open it there; the preview stays as it is."
)
_TOO_LONG: Final = "{} took longer than two minutes and was stopped. Export the Word file and open it there."

_POWERSHELL: Final = """
$ErrorActionPreference = 'Stop'
$before = @(Get-Process WINWORD -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$word = New-Object -ComObject Word.Application
try {
    $mine = Get-Process WINWORD | Where-Object { $before -notcontains $_.Id } | Select-Object -First 1
    if ($mine) { [Console]::Out.WriteLine($mine.Id); [Console]::Out.Flush() }
    $word.Visible = $false
    $word.DisplayAlerts = 0
    $word.AutomationSecurity = 3
    $document = $word.Documents.Open($env:DRAFTER_SOURCE, $false, $true, $false)
    try { $document.ExportAsFixedFormat($env:DRAFTER_TARGET, 17) }
    finally { $document.Close(0) }
}
finally { $word.Quit(0) }
"""
"""Word in a process of its own, without macros, nothing shown or asked. Paths come by the environment, so no
name needs quoting; the first line it says is the id of the Word that it started."""

_PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="FirstRun"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel">
<value>3</value></prop><prop oor:name="DisableMacrosExecution"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType"><value>1</value></prop>
<prop oor:name="ooInetHTTPProxyName"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPProxyPort"><value>9</value></prop>
<prop oor:name="ooInetHTTPSProxyName"><value>127.0.0.1</value></prop>
<prop oor:name="ooInetHTTPSProxyPort"><value>9</value></prop></item>
</oor:items>
"""
"""LibreOffice's own folder for this: no macros, no links followed, and a proxy that leads nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A word processor that can make a PDF of a Word file. `program` is what is started."""

    name: str
    program: str

    def call(self, source: Path, target: Path, *, profile: Path) -> "Call":
        """How it is asked to turn `source` into `target`, which has the same name in another folder."""
        if self.name == "Word":
            return Call(
                command=(
                    *(self.program, "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"),
                    *("-Command", _POWERSHELL),
                ),
                environment={"DRAFTER_SOURCE": str(source), "DRAFTER_TARGET": str(target)},
            )
        return Call(
            command=(
                self.program,
                f"-env:UserInstallation={profile.absolute().as_uri()}",
                *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault"),
                *("--nologo", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(target.parent)),
                str(source),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A command and what it finds in its environment beside ours."""

    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


def office(*, system: str = sys.platform) -> Office | None:
    """The word processor that is there: Word first, for it is what the readers will use."""
    if system == "win32":
        shell = shutil.which("powershell.exe") or shutil.which("powershell")
        if shell and _has_word():
            return Office(name="Word", program=shell)
    found = next((each for each in _places(system) if each and Path(each).is_file()), None)
    return Office(name="LibreOffice", program=found) if found else None


def make_pdf(
    source: Path,
    folder: Path,
    *,
    by: Office,
    progress: Progress = silent,
    seconds: float = SECONDS,
) -> Path:
    """The pages of a Word file as a PDF in the folder. Raises NoOffice, or Cancelled when progress does."""
    target = folder / f"{source.stem}.pdf"
    with tempfile.TemporaryDirectory(prefix="drafter-office-", ignore_cleanup_errors=True) as home:
        profile = Path(home) / "profile"
        settings = profile / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, encoding="utf-8")
        _run(by, by.call(source, target, profile=profile), progress, time.monotonic() + seconds)
    if not target.is_file() or not target.stat().st_size:
        raise NoOffice(_FAILED.format(by.name))
    return target


def _run(by: Office, call: Call, progress: Progress, deadline: float) -> None:
    with tempfile.TemporaryFile() as said:
        try:
            process = subprocess.Popen(  # noqa: S603 - the word processor that was found, and our own script
                call.command,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **call.environment},
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise NoOffice(_FAILED.format(by.name)) from error
        try:
            _await(process, by, progress, deadline)
        finally:
            if process.poll() is None:
                said.seek(0)
                _end(process, said.readline(32).strip())


def _await(process: "subprocess.Popen[bytes]", by: Office, progress: Progress, deadline: float) -> None:
    while process.poll() is None:
        progress(0, 0)
        if time.monotonic() > deadline:
            raise NoOffice(_TOO_LONG.format(by.name))
        time.sleep(_TICK)
    if process.returncode:
        raise NoOffice(_FAILED.format(by.name))


def _end(process: "subprocess.Popen[bytes]", started: bytes) -> None:
    """End it and whatever it started: LibreOffice's launcher has a child, and Word is nobody's."""
    if sys.platform == "win32":
        for each in (str(process.pid), started.decode("ascii", "ignore") if started.isdigit() else ""):
            if each:
                kill = (shutil.which("taskkill") or "taskkill", "/F", "/T", "/PID", each)
                # Windows' own tool, on processes that were started here
                subprocess.run(kill, check=False, capture_output=True)  # noqa: S603
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _places(system: str) -> tuple[str | None, ...]:
    """Where LibreOffice lies on this kind of system."""
    if system == "win32":
        homes = (os.environ.get("PROGRAMFILES"), os.environ.get("PROGRAMFILES(X86)"))
        return tuple(f"{each}\\LibreOffice\\program\\soffice.com" for each in homes if each)
    if system == "darwin":
        inside = "Applications/LibreOffice.app/Contents/MacOS/soffice"
        return f"/{inside}", str(Path.home() / inside)
    return shutil.which("soffice"), shutil.which("libreoffice"), "/usr/lib/libreoffice/program/soffice"


def _has_word() -> bool:
    """Whether Windows knows Word."""
    if sys.platform != "win32":
        return False
    import winreg  # noqa: PLC0415 - it is on Windows alone

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application"))
    except OSError:
        return False
    return True
