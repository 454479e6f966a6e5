"""The rules of the house hold, and a house that breaks them is found out."""

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
LONGEST = 450
EMPTY_WORDS = {"manager", "helper", "helpers", "util", "utils", "base", "info"}
A_MACHINE = re.compile(
    r"(?:/home/|/Users/|[A-Z]:\\+Users\\+)(?!(?:ada|askew|officer)\b)\w+"  # invented people may have homes
    r"|py[p]i\.org|python[h]osted\.org|npm[j]s\.org|conda\.ana[c]onda\.org"
)


WRONG = (
    ("domain", "import drafter.store", "The rooms of the house stand on each other"),
    ("store", "import drafter.word", "The rooms of the house stand on each other"),
    ("services", "import PySide6.QtCore", "Only ui and app know Qt"),
    ("cli", "import PySide6", "The command line reaches Qt through app alone"),
    ("ui", "import sqlite3", "Only store knows SQLite"),
    ("services", "import lxml.etree", "Only word and reports know file formats"),
    ("reports", "import http.client", "Nothing leaves the laptop"),
)
"""What a module of a room must not say, and the rule that it breaks."""

LINTING = """
import os, sys
from importlinter.cli import lint_imports
for folder in sys.argv[2:]:
    os.chdir(folder)
    code = lint_imports(config_filename=sys.argv[1], no_cache=True)
    print(code, end="\\0")
"""


def lint_imports(*folders):
    """Whether the package in each folder breaks the house rules of pyproject.toml, and what is said of it."""
    command = [sys.executable, "-c", LINTING, str(ROOT / "pyproject.toml"), *map(str, folders)]
    told = subprocess.run(  # noqa: S603 - our own interpreter
        command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    said = [each.rpartition("\n") for each in told.split("\0")[:-1]]
    assert len(said) == len(folders), told
    return [(code != "0", text) for text, _, code in said]


def another_house(folder):
    """A package with all rooms of ours and nothing in them."""
    rules = PROJECT["tool"]["importlinter"]["contracts"]
    rooms = next(rule["layers"] for rule in rules if rule["id"] == "house")
    for room in re.findall(r"\w+", " ".join(rooms)):
        (folder / "drafter" / room).mkdir(parents=True)
        (folder / "drafter" / room / "__init__.py").touch()
    (folder / "drafter" / "__init__.py").touch()
    return folder


@pytest.fixture(scope="module")
def houses(tmp_path_factory):
    """What is said of our house, of an empty one, of one with an attic, and of each that breaks a rule."""
    empty, attic, *wrong = (another_house(tmp_path_factory.mktemp("house")) for _ in range(2 + len(WRONG)))
    (attic / "drafter" / "attic.py").touch()
    for folder, (room, words, _) in zip(wrong, WRONG, strict=True):
        (folder / "drafter" / room / "wrong.py").write_text(words, encoding="utf-8")
    names = ("attic", *WRONG, "empty", "ours")
    return dict(zip(names, lint_imports(attic, *wrong, empty, ROOT), strict=True))


def test_the_rooms_stand_on_each_other(houses):
    is_broken, said = houses["ours"]

    assert not is_broken, said
    assert re.search(r"Analyzed \d{3,} files", said), "these are not ours"


def test_an_empty_house_breaks_no_rule(houses):
    is_broken, said = houses["empty"]

    assert not is_broken, said


@pytest.mark.parametrize("wrong", WRONG, ids=" ".join)
def test_a_room_that_reaches_where_it_must_not_is_reported(houses, wrong):
    is_broken, said = houses[wrong]
    room, _, rule = wrong

    assert is_broken
    assert re.search(rf"{rule}\s+BROKEN", said), said
    assert f"drafter.{room}.wrong" in said


def test_a_module_without_a_place_in_the_house_is_reported(houses):
    is_broken, said = houses["attic"]

    assert is_broken
    assert "attic" in said


def faults_of_modules(folder):
    """What is wrong with the modules of a folder, one line a fault."""
    faults = []
    for path in sorted(folder.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        name = path.relative_to(folder).as_posix()
        if not text.startswith('"""'):
            faults.append(f"{name} does not say in its first line what it holds")
        if text.count("\n") > LONGEST:
            faults.append(f"{name} has more than {LONGEST} lines")
        if EMPTY_WORDS & set(path.stem.split("_")):
            faults.append(f"{name} is named for nothing")
        classes = re.findall(r"^\s*class\s+(\w+)", text, re.MULTILINE)
        faults += [f"{name}: {each} is named for nothing" for each in classes if EMPTY_WORDS & words_of(each)]
    return faults


def words_of(class_name):
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]*", class_name)}


def test_every_module_is_short_and_says_what_it_holds():
    assert faults_of_modules(ROOT / "drafter") == []


def test_a_module_that_breaks_the_rules_is_reported(tmp_path):
    (tmp_path / "text_utils.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "long.py").write_text('"""Long."""\n' + "\n" * LONGEST, encoding="utf-8")
    (tmp_path / "windows.py").write_text('"""Windows."""\nclass WindowManager: ...\n', encoding="utf-8")
    (tmp_path / "good.py").write_text('"""Good."""\nclass Database: ...\n', encoding="utf-8")

    assert faults_of_modules(tmp_path) == [
        "long.py has more than 450 lines",
        "text_utils.py does not say in its first line what it holds",
        "text_utils.py is named for nothing",
        "windows.py: WindowManager is named for nothing",
    ]


DEEP_ENOUGH = len(ROOT.parts) > 2  # a checkout in "/src" would make any mention of that word a fault
EXAMPLES = ["/ho|me/jo/notes", r"C:\Us|ers\Jo", "py|pi.org", *([str(ROOT)] if DEEP_ENOUGH else [])]


def tracked_files():
    """Everything that is, or is about to be, in the repository."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("This is no checkout: what belongs to the tree cannot be told.")
    listed = subprocess.run(  # noqa: S603 - git, found on the PATH
        [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def names_of_machines(path):
    """What in a file, or in the parts of a zip-based one, belongs to somebody's machine."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name) for name in package.namelist()]
    else:
        parts = [path.read_bytes()]
    here = re.compile(rf"(?<![\w./-]){re.escape(str(ROOT))}(?![\w.-])")
    patterns = [A_MACHINE, here] if DEEP_ENOUGH else [A_MACHINE]
    return [found for part in parts for each in patterns for found in each.findall(part.decode("latin-1"))]


def test_no_file_names_somebodys_machine_or_a_registry():
    found = {path.relative_to(ROOT).as_posix(): names_of_machines(path) for path in tracked_files()}

    assert len(found) > 20
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("words", EXAMPLES)
def test_a_file_that_names_a_machine_is_found_out_even_inside_a_word_file(tmp_path, words):
    words = "see " + words.replace("|", "")  # else this file would be found out
    (tmp_path / "notes.md").write_text(words, encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "notes.docx", "w") as package:
        package.writestr("word/document.xml", words)

    assert names_of_machines(tmp_path / "notes.md") != []
    assert names_of_machines(tmp_path / "notes.docx") != []


def pinned():
    """The lock's requirements, each with the text that belongs to it."""
    entries = re.split(r"^(?=[a-z0-9])", LOCK, flags=re.MULTILINE)[1:]
    return [(Requirement(entry.split("\\")[0].strip()), entry) for entry in entries]


def wanted():
    groups = PROJECT["dependency-groups"]
    return [Requirement(line) for line in PROJECT["project"]["dependencies"] + groups["dev"]]


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_pins_everything_with_hashes_and_names_no_place():
    requirements = pinned()

    assert len(requirements) > 30
    for requirement, entry in requirements:
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry
    assert re.findall(r"https?:|://|--index|--find-links|--extra|@ |^-|file:", LOCK, flags=re.MULTILINE) == []


def test_the_lock_has_what_the_project_asks_for():
    versions = {plain(requirement.name): requirement.specifier for requirement, _ in pinned()}

    for requirement in wanted():
        version = str(versions[plain(requirement.name)]).removeprefix("==")
        assert requirement.specifier.contains(version), requirement


def test_qt_is_the_release_that_loses_no_references():
    versions = {plain(requirement.name): str(requirement.specifier) for requirement, _ in pinned()}
    allowed = next(each for each in wanted() if plain(each.name) == "pyside6-essentials")

    assert versions["pyside6-essentials"] == "==6.11.3"
    assert not allowed.specifier.contains("6.12.0")


def test_architecture_gives_a_reason_for_every_dependency():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").lower()

    assert [each.name for each in wanted() if each.name.lower() not in text] == []
