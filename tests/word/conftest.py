"""Golden files for what is written into a Word file: `--update-golden` writes them anew."""

from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew, then look at git diff"
    )


@pytest.fixture
def golden(request):
    """Compare text with the kept file of that name."""

    def compare(name, text):
        kept = GOLDEN / name
        if request.config.getoption("--update-golden", default=False):
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(text, encoding="utf-8", newline="\n")
        assert text == kept.read_text(encoding="utf-8")

    return compare
