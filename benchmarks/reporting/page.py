"""The page of the documentation that says how quick the program is. All of it is made of the runs."""

from collections.abc import Iterator

from benchmarks.measuring.sample import Run
from benchmarks.reporting.chart import alternative
from benchmarks.reporting.goals import Runs
from benchmarks.reporting.tables import building, goals, growing, reading, searching, table

PICTURE = "../images/speed.svg"
_NOTHING = "Nothing has been measured yet: `make bench` does it.\n"
_HEAD = """\
# Speed

This page is written by `make bench` from what it measured; nothing on it is typed by hand. The people and
things are invented, the same on every machine. Every number is of whole processes, from the start to the end
of a command, the median where there were several rounds; in each round everything is run in turn, so that a
machine that is busy for a while is so for all. Compare the ratios, not the seconds: they hold on other
machines too.

- **Cold** is with nothing kept from before, **changed** is after a line was added to one person's note.
- **mkdocs-material** has the same pages as Markdown and its own search, with the notes kept out of the
  navigation. Hugo and Eleventy have a theme that is nothing but the text, and no search.
- Peak memory is that of the process and all its children; what they share counts once.
"""
_HOW = """\
## Measuring it yourself

    make bench-small   # 300 patrons, about a minute
    make bench         # 10,000 patrons beside the others, ten minutes and more; writes this page
    make bench-large   # 1,000, 10,000 and 100,000 patrons, the program alone; writes this page

The others are installed under `.cache/benchmarks` with the versions above. A run that is broken off goes on
where it was; `ARGS=--fresh` begins anew. The tests watch over the work, not over the time: how many notes are
parsed, pages rendered and files written after one change.
"""


def page(runs: Runs) -> str:
    """The page in Markdown."""
    return "\n".join(_parts(runs))


def _parts(runs: Runs) -> Iterator[str]:
    yield _HEAD
    if runs.beside is None and not runs.alone:
        yield _NOTHING
    if runs.beside is not None or runs.alone:
        yield f"## What is to be reached\n\n{goals(runs)}\n"
    if runs.beside is not None:
        yield from _beside(runs.beside)
    if runs.alone:
        yield f"## How it grows\n\n{growing(runs)}\n"
        yield _taken("The desks of several sizes", next(iter(runs.alone.values())))
    yield _HOW


def _beside(run: Run) -> Iterator[str]:
    yield f"## Beside others: {run.patrons:,} patrons and {run.patrons // 10:,} resources\n"
    yield f"![{alternative(run)}]({PICTURE})\n"
    yield f"{building(run)}\n"
    yield f"### Reading the notes\n\n{reading(run)}\n"
    yield f"### Searching\n\n{searching(run)}\n"
    yield _taken("The machine and the versions", run)


def _taken(title: str, run: Run) -> str:
    left_out = ("program", "benchmarks", "rounds")
    rows = ((name, value) for name, value in run.facts.items() if name not in left_out)
    busiest = max((each.load for each in run.samples), default=0.0)
    told = (*sorted(rows), ("busiest minute before a measurement, load", f"{busiest:g}"))
    return f"### {title}\n\n{table(('What', 'Which'), told)}\n"
