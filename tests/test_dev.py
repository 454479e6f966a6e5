"""dev.py sets a checkout up, says what is missing, and gets out of the program's way."""

import ast
import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).parent.parent
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
PROGRAM = """#!/bin/sh
echo "$PWD $*"
exit 7
"""
TOOL = """#!/bin/sh
case "$*" in *{broken}*) exit 1;; esac
"""


@pytest.fixture
def checkout(tmp_path):
    """A checkout that pins nothing, whose environment is a stand-in made by `furnish`."""
    folder = tmp_path / "a checkout"
    folder.mkdir()
    (folder / "dev.py").write_bytes((ROOT / "dev.py").read_bytes())
    (folder / "requirements.lock").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    return folder


def furnish(checkout, **programs):
    """Put programs where the environment's own would be, and stamp it as made."""
    bin_folder = checkout / ".venv" / "bin"
    bin_folder.mkdir(parents=True)
    for name, text in programs.items():
        (bin_folder / name.replace("_", "-")).write_text(text, encoding="utf-8")
        (bin_folder / name.replace("_", "-")).chmod(0o755)
    ask(checkout, "dev.STAMP.write_text('\\n'.join(dev.fingerprints()))")


def start(*command, **options):
    return subprocess.Popen(  # noqa: S603 - our own interpreter and files
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options
    )


def ask(checkout, code):
    """Run a line of code beside the checkout's dev.py and return what it prints."""
    with start(sys.executable, "-c", f"import dev; {code}", cwd=checkout) as process:
        printed, errors = process.communicate()
    assert process.returncode == 0, errors
    return printed.strip()


def call(checkout, *arguments, cwd=None, **environment):
    """Call the checkout's dev.py: its exit code, its output and what it says."""
    env = {**os.environ, **environment}
    with start(sys.executable, checkout / "dev.py", *arguments, cwd=cwd or checkout, env=env) as process:
        printed, said = process.communicate()
    return process.returncode, printed, said


def test_it_parses_on_python_3_8_and_imports_the_standard_library_alone():
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    plain = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    from_modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules = {str(name).partition(".")[0] for name in plain | from_modules}

    assert "pathlib" in modules
    assert modules <= set(sys.stdlib_module_names)


def test_an_old_python_is_told_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))

    with pytest.raises(SystemExit, match="1"):
        dev.main(["run"])
    assert "Drafter needs Python 3.11 or newer" in capsys.readouterr().err


def test_an_unknown_command_lists_the_known_ones(checkout):
    code, printed, said = call(checkout, "dance")

    assert (code, printed) == (2, "")
    assert [name for name in dev.COMMANDS if f"dev.py {name}" not in said] == []


@POSIX
def test_the_programs_output_folder_arguments_and_exit_code_are_its_own(checkout, tmp_path):
    furnish(checkout, python="", drafter=PROGRAM)

    code, printed, said = call(checkout, "run", "report", "read", "a b.pdf", cwd=tmp_path)

    assert (code, printed, said) == (7, f"{tmp_path} report read a b.pdf\n", "")


@POSIX
def test_the_second_start_is_fast(checkout):
    """Measured in time of the processor, which others at work on the machine do not stretch."""
    furnish(checkout, python="", drafter=PROGRAM)
    took = []
    for _ in range(3):
        before = os.times()
        call(checkout, "run", "doctor")
        after = os.times()
        took.append(sum(after[2:4]) - sum(before[2:4]))  # of children: user and system

    assert 0 < min(took) < 0.5


@POSIX
@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml"])
def test_a_change_of_what_it_is_made_from_makes_the_environment_stale(checkout, changed):
    furnish(checkout, python="", drafter=PROGRAM)
    (checkout / changed).write_text("# changed", encoding="utf-8")

    assert ask(checkout, "print(dev.stamped() == dev.fingerprints())") == "False"


@POSIX
def test_an_installation_that_fails_leaves_no_stamp(checkout):
    furnish(checkout, python="#!/bin/sh\nexit 1\n")
    (checkout / "pyproject.toml").write_text("# changed", encoding="utf-8")

    code, _, said = call(checkout, "check")

    assert code == 1
    assert "The dependencies could not be installed" in said
    assert ask(checkout, "print(dev.stamped())") == "[]"


@pytest.mark.long
def test_dependencies_that_cannot_be_had_leave_no_stamp(checkout):
    (checkout / "requirements.lock").write_text("nothing==1 --hash=sha256:" + "0" * 64, encoding="utf-8")

    code, _, said = call(checkout, "check", PIP_NO_INDEX="1")

    assert code == 1
    assert "The dependencies could not be installed" in said
    assert (checkout / ".venv" / "pyvenv.cfg").exists()
    assert ask(checkout, "print(dev.stamped())") == "[]"


def test_a_python_without_venv_is_told_which_package_to_install(checkout, tmp_path):
    (tmp_path / "ensurepip.py").write_text("raise ImportError", encoding="utf-8")

    code, _, said = call(checkout, "check", PYTHONPATH=str(tmp_path), PATH=str(tmp_path))

    assert code == 1
    assert f"python3.{sys.version_info.minor}-venv" in said
    assert not (checkout / ".venv").exists()


@POSIX
@pytest.mark.parametrize("broken", ["format", "check", "mypy"])
def test_check_names_what_failed_and_goes_on(checkout, broken):
    names = {
        "format": "format",
        "check": "format, lint",
        "mypy": "types",
    }  # `format --check` holds both words
    furnish(checkout, python=TOOL.format(broken=broken), lint_imports="#!/bin/sh\nexit 1\n")

    code, printed, said = call(checkout, "check")

    assert (code, printed) == (1, "")
    assert f"Not clean: {names[broken]}, house.\n" in said


@POSIX
def test_two_at_once_wait_for_each_other_and_a_killed_one_lets_go(checkout):
    hold = "import dev; print('here', flush=True)\nwith dev.alone(): print('in', flush=True); input()"
    command = (sys.executable, "-u", "-c", hold)
    with start(*command, cwd=checkout) as first:
        assert [first.stdout.readline() for _ in range(2)] == ["here\n", "in\n"]
        with start(*command, cwd=checkout) as second:
            assert second.stdout.readline() == "here\n"
            entered_beside_the_first, _, _ = select.select([second.stdout], [], [], 0.3)
            first.kill()
            entered_after_it = second.stdout.readline()
            second.kill()

    assert (entered_beside_the_first, entered_after_it) == ([], "in\n")


@POSIX
def test_what_outlives_a_killed_one_keeps_the_others_waiting(checkout, tmp_path):
    go_on = tmp_path / "go on"
    os.mkfifo(go_on)
    install = f"print('installing', flush=True); open({str(go_on)!r}).read()"
    hold = f"import dev, sys\nwith dev.alone(): dev.ok([sys.executable, '-c', {install!r}])"
    enter = "import dev; print('here', flush=True)\nwith dev.alone(): print('in', flush=True)"
    with start(sys.executable, "-u", "-c", hold, cwd=checkout) as first:
        assert first.stderr.readline() == "installing\n"
        first.kill()
        with start(sys.executable, "-u", "-c", enter, cwd=checkout) as second:
            assert second.stdout.readline() == "here\n"
            entered_beside_it, _, _ = select.select([second.stdout], [], [], 0.3)
            go_on.write_text("", encoding="utf-8")
            entered_after_it = second.stdout.readline()

    assert (entered_beside_it, entered_after_it) == ([], "in\n")


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["--library", "ours.sqlite"], True),
        (["--library=ours.sqlite"], True),
        (["demo"], False),
        (["--library", "ours.sqlite", "report", "list"], False),
        (["--help"], False),
    ],
)
def test_only_a_call_without_a_command_opens_the_window(arguments, opens):
    assert dev.opens_window(arguments) is opens


@pytest.fixture
def qt_lacks_a_library(monkeypatch, tmp_path):
    """A Linux without one of Qt's libraries, whose apt-get writes down what it is asked for."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(dev.QT_LIBRARIES, "libnowhere.so.9", "libnowhere9")
    monkeypatch.setenv("PATH", str(tmp_path))
    asked = tmp_path / "asked"
    apt = tmp_path / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$*" >> "{asked}"\n', encoding="utf-8")
    apt.chmod(0o755)
    return asked


@POSIX
def test_missing_qt_libraries_are_installed_by_root(qt_lacks_a_library, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    dev.need_qt()

    assert qt_lacks_a_library.read_text(encoding="utf-8").splitlines()[0] == "-q update"
    assert "install -y" in qt_lacks_a_library.read_text(encoding="utf-8")
    assert "libnowhere9" in qt_lacks_a_library.read_text(encoding="utf-8")


@POSIX
def test_others_are_told_the_line_that_installs_missing_qt_libraries(qt_lacks_a_library, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit):
        dev.need_qt()

    said = capsys.readouterr().err
    assert "Run: sudo apt-get install -y " in said
    assert "libnowhere9" in said
    assert not qt_lacks_a_library.exists()


@POSIX
@pytest.mark.usefixtures("qt_lacks_a_library")
def test_the_window_needs_more_libraries_than_the_tests(monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delitem(dev.QT_LIBRARIES, "libnowhere.so.9")
    monkeypatch.setattr(dev, "loads", lambda library: "xcb" not in library)
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    dev.need_qt()
    with pytest.raises(SystemExit):
        dev.need_qt(window=True)

    assert "libxcb-cursor0" in capsys.readouterr().err


@POSIX
def test_what_checks_word_files_is_asked_of_the_system_first_and_then_of_npm(
    qt_lacks_a_library, monkeypatch, capfd
):
    monkeypatch.setattr(os, "geteuid", lambda: 0)

    with pytest.raises(SystemExit):
        dev.tools([])

    assert "libreoffice-writer-nogui" in qt_lacks_a_library.read_text(encoding="utf-8")
    assert "Install Node.js" in capfd.readouterr().err


@POSIX
@pytest.mark.parametrize(
    ("commands", "fault"),
    [
        ("exit 0", "does not pass `demo`"),
        ('[ "$1" = demo ] && touch "$3" || exit 1', "does not read the sample report"),
        (
            '[ "$1" = demo ] && touch "$3" || echo \'{"recommendations": []}\'',
            "does not read the sample report",
        ),
        ('[ "$1" = demo ] && touch "$3" || echo \'{"recommendations": [1]}\'', "window does not stay open"),
    ],
)
def test_a_built_program_that_does_not_do_its_job_is_reported(tmp_path, capfd, commands, fault):
    for name in ("drafter", "drafter-window"):
        (tmp_path / name).write_text(f"#!/bin/sh\n{commands}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)

    with pytest.raises(SystemExit):
        dev.try_built(tmp_path)

    assert fault in capfd.readouterr().err


def test_ci_runs_the_checks_and_the_tests():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

    assert "set -euo pipefail" in script
    assert [line for line in script.splitlines() if "dev.py" in line] == [
        "step python3 dev.py check",
        "step python3 dev.py tools ||",
        "step python3 dev.py test",
        "step python3 dev.py test --long tests/word/test_outside.py",
    ]
