"""Word or LibreOffice makes the pages: what is called, and what is said when it does not work."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.domain.composing import Block, BlockRole, Composition
from drafter.domain.errors import Cancelled, NoOffice
from drafter.domain.records.responses import Form
from drafter.domain.richtext import Run
from drafter.services.exact_pages import Dress, exact_pages
from drafter.services.office import Office, make_pdf, office

COMPOSITION = Composition(
    form=Form.STATEMENT,
    response="r",
    title="Ours",
    blocks=(Block(role=BlockRole.TITLE, inlines=(Run(text="Ours"),)),),
)
unix_only = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")


@pytest.fixture
def source(tmp_path):
    made = tmp_path / "ours.docx"
    made.write_bytes(b"a Word file")
    return made


@pytest.fixture
def stand_in(tmp_path):
    """A program in LibreOffice's place that does what its script says."""

    def make(script):
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return Office(name="LibreOffice", program=str(program))

    return make


def test_libreoffice_gets_a_folder_of_its_own_and_no_window():
    program = Office(name="LibreOffice", program="/usr/bin/soffice")

    call = program.call(Path("/a/ours.docx"), Path("/b/ours.pdf"), profile=Path("/p q"))

    assert call.command[:2] == ("/usr/bin/soffice", "-env:UserInstallation=file:///p%20q")
    assert {"--headless", "--norestore", "--convert-to"} <= set(call.command)
    assert call.command[-3:] == ("--outdir", str(Path("/b")), str(Path("/a/ours.docx")))


def test_word_is_called_in_a_process_of_its_own_without_macros():
    word = Office(name="Word", program="powershell.exe")
    source, target = Path("C:/it’s “ours”; $x.docx"), Path("D:/ours.pdf")

    call = word.call(source, target, profile=Path("p"))

    assert call.command[0] == "powershell.exe"
    assert "-NonInteractive" in call.command
    script = call.command[-1]
    assert "New-Object -ComObject Word.Application" in script
    assert "AutomationSecurity = 3" in script
    assert "ExportAsFixedFormat($env:DRAFTER_TARGET, 17)" in script
    assert "ours" not in script  # names go by the environment: none needs quoting
    assert call.environment == {"DRAFTER_SOURCE": str(source), "DRAFTER_TARGET": str(target)}


def test_where_there_is_none_that_is_known(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(Path, "is_file", lambda _path: False)

    assert [office(system=each) for each in ("linux", "darwin", "win32")] == [None] * 3


def test_on_a_mac_it_is_looked_for_among_the_applications(monkeypatch):
    monkeypatch.setattr(Path, "is_file", lambda path: str(path).startswith("/Applications/"))

    found = office(system="darwin")

    assert found == Office(name="LibreOffice", program="/Applications/LibreOffice.app/Contents/MacOS/soffice")


@unix_only
def test_what_it_made_is_given_back_and_its_folder_is_closed_to_the_net(source, stand_in, tmp_path):
    shown = tmp_path / "settings"
    folder = "$(echo \"$1\" | sed 's,-env:UserInstallation=file://,,')"
    program = stand_in(
        f'cp "{folder}/user/registrymodifications.xcu" "{shown}"; echo pdf > "{tmp_path}/ours.pdf"'
    )

    assert make_pdf(source, tmp_path, by=program).read_text(encoding="utf-8") == "pdf\n"

    settings = shown.read_text(encoding="utf-8")
    assert "ooInetProxyType" in settings
    assert "DisableMacrosExecution" in settings


@unix_only
@pytest.mark.parametrize("script", ["exit 3", "true"])
def test_where_nothing_comes_out_a_sentence_says_so(source, stand_in, tmp_path, script):
    with pytest.raises(NoOffice, match=r"^LibreOffice could not make the pages\."):
        make_pdf(source, tmp_path, by=stand_in(script))


def test_a_program_that_has_gone_is_told_likewise(source, tmp_path):
    with pytest.raises(NoOffice, match="could not make the pages"):
        make_pdf(source, tmp_path, by=Office(name="LibreOffice", program=str(tmp_path / "gone")))


@unix_only
def test_it_is_ended_with_all_that_it_started_when_it_takes_too_long(source, stand_in, tmp_path):
    program = stand_in(f'sleep 60 & echo $! > "{tmp_path}/child"; wait')

    with pytest.raises(NoOffice, match="took longer"):
        make_pdf(source, tmp_path, by=program, seconds=0.5)

    assert_gone(tmp_path / "child")


@unix_only
def test_she_can_stop_it(source, stand_in, tmp_path):
    program = stand_in(f'sleep 60 & echo $! > "{tmp_path}/child"; wait')
    child = tmp_path / "child"

    def stop(_done, _total):
        if child.exists() and child.read_text(encoding="utf-8").strip():
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        make_pdf(source, tmp_path, by=program, progress=stop)

    assert_gone(child)


def assert_gone(note):
    number = note.read_text(encoding="utf-8").strip()
    for _ in range(50):
        command = ["ps", "-o", "stat=", "-p", number]
        asked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the system's
        state = asked.stdout.strip()
        if not state or state.startswith("Z"):
            return
        time.sleep(0.02)
    pytest.fail(f"process {number} is still there")


@pytest.mark.long
@pytest.mark.skipif(office() is None, reason="neither Word nor LibreOffice is on this computer")
def test_the_real_one_makes_pages_that_can_be_looked_at():
    program = office()
    assert program is not None

    exact = exact_pages(COMPOSITION, Dress(), by=program)
    try:
        assert exact.count == 1
        assert exact.pages.picture(1, width=300).startswith(b"\x89PNG")
        assert exact.pdf.read_bytes().startswith(b"%PDF")
    finally:
        exact.pages.close()
    assert not exact.pdf.exists()
