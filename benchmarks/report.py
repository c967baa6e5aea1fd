"""What was found, written down: `python -m benchmarks.report` makes the page and its picture of it."""

import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.measuring.place import TOP
from benchmarks.measuring.sample import Run, load
from benchmarks.reporting.chart import chart
from benchmarks.reporting.goals import Runs
from benchmarks.reporting.page import page

RESULTS = TOP / "benchmarks" / "results"
BESIDE = RESULTS / "beside.json"
PAGE = TOP / "docs" / "development" / "speed.md"
PICTURE = TOP / "docs" / "images" / "speed.svg"


def alone_file(patrons: int) -> Path:
    """Where the run of the program alone is kept for a desk of this size."""
    return RESULTS / f"alone-{patrons}.json"


def kept_runs() -> Runs:
    """The runs that are kept with the project."""
    return Runs(load(BESIDE), _alone())


def written(runs: Runs) -> Mapping[Path, str]:
    """The files that the results make."""
    made = {PAGE: page(runs)}
    return {**made, PICTURE: chart(runs.beside)} if runs.beside else made


def write_report() -> None:
    """Write them."""
    for file, text in written(kept_runs()).items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _alone() -> Mapping[int, Run]:
    runs = (load(file) for file in RESULTS.glob("alone-*.json"))
    return {run.patrons: run for run in sorted(filter(None, runs), key=lambda run: run.patrons)}


if __name__ == "__main__":
    write_report()
    sys.stdout.write(f"Written: {PAGE.relative_to(TOP)}\n")
