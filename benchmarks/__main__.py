"""`python -m benchmarks`: measure Desk Diary beside its peers, and write down what was found."""

import argparse
import sys
from pathlib import Path

from benchmarks.measuring.place import CACHE
from benchmarks.measuring.sample import Run
from benchmarks.report import BESIDE, alone_file, write_report
from benchmarks.reporting.goals import Runs
from benchmarks.reporting.tables import building, goals, reading, searching
from benchmarks.run import Wanted, bench

SIZES = (1_000, 10_000, 100_000)


def main() -> int:
    """Measure, tell, and for the runs that the documentation tells of, write the page."""
    asked = _asked()
    if asked.large:
        for size in SIZES:
            bench(_alone(size), alone_file(size), fresh=asked.fresh)
        write_report()
        return 0
    run = bench(Wanted(asked.patrons, asked.rounds, only=tuple(asked.only)), _file(asked), fresh=asked.fresh)
    sys.stdout.write(_told(run))
    if asked.write:
        write_report()
    return 0


def _asked() -> argparse.Namespace:
    reader = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    reader.add_argument("--patrons", type=int, default=10_000, help="how many (default: 10,000)")
    reader.add_argument("--rounds", type=int, default=3, help="of what is quick; the slow are run once")
    reader.add_argument(
        "--only", nargs="+", default=[], metavar="KEY", help="these alone: plan-cold hugo-cold"
    )
    reader.add_argument("--fresh", action="store_true", help="measure all anew, whatever is there already")
    reader.add_argument("--write", action="store_true", help="keep the run with the project, write the page")
    reader.add_argument("--large", action="store_true", help="the program alone, up to 100,000 patrons")
    return reader.parse_args()


def _file(asked: argparse.Namespace) -> Path:
    return BESIDE if asked.write else CACHE / "results" / f"{asked.patrons}.json"


def _alone(size: int) -> Wanted:
    """Of the largest desk one round is enough: it takes minutes, and little else disturbs it."""
    return Wanted(size, rounds=1 if size == max(SIZES) else 3, with_peers=False)


def _told(run: Run) -> str:
    parts = (building(run), reading(run), searching(run), goals(Runs(run, {})))
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    sys.exit(main())
