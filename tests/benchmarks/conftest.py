"""What benchmarks can be told on the command line."""

from pathlib import Path


def pytest_addoption(parser):
    parser.addoption(
        "--pairs",
        type=Path,
        default=None,
        help="a file of recommendations and their answers, for test_ranking",
    )
