"""One fuzzing, in a process of its own: `python -m tests.fuzz.run FOLDER SECONDS TARGET...`.

With several targets the first byte of each try chooses among them.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["drafter"], enable_loader_override=False):
    from drafter.domain.errors import DrafterError
    from tests.fuzz.targets import TARGETS


def main(folder: Path, seconds: int, names: list[str]) -> None:
    chosen = [TARGETS[name] for name in names]

    def one_try(data: bytes) -> None:
        target, data = (
            (chosen[0], data)
            if len(chosen) == 1
            else (chosen[data[0] % len(chosen)] if data else chosen[0], data[1:])
        )
        try:
            target(data)
        except DrafterError:
            return

    limits = ["-max_len=6000", "-timeout=30", "-rss_limit_mb=3000", "-print_final_stats=1", "-verbosity=1"]
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={folder}/found-", *limits]
    atheris.Setup(["fuzz", str(folder / "corpus"), *options], one_try)
    atheris.Fuzz()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
