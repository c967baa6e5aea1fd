"""What was found as tables in Markdown, told in figures that mean something."""

from collections.abc import Iterable, Iterator

from benchmarks.measuring.sample import Run
from benchmarks.reporting.arithmetic import INDEX, MEGABYTES, median, ratio
from benchmarks.reporting.goals import GOALS, Goal, Runs

_NOT_YET = "–"
BESIDE = (
    ("build-cold", "`deskdiary build`, cold"),
    ("build-changed", "`deskdiary build`, one note changed"),
    ("build-unchanged", "`deskdiary build`, nothing changed"),
    ("material-cold", "mkdocs-material, always all of it"),
    ("zensical-cold", "Zensical, cold"),
    ("zensical-changed", "Zensical, one page changed"),
    ("zensical-unchanged", "Zensical, nothing changed"),
    ("hugo-cold", "Hugo with a bare theme, always all of it"),
    ("eleventy-cold", "Eleventy with a bare theme, always all of it"),
)
READING = (
    ("yaml", "libyaml alone composes the front matter"),
    ("plan-cold", "`deskdiary plan --json`, cold"),
    ("plan-warm", "`deskdiary plan --json`, nothing changed"),
    ("check-warm", "`deskdiary check`, nothing changed"),
)
SEARCHING = (
    ("search-ours", "Desk Diary"),
    ("search-material", "Material"),
    ("search-pagefind", "Pagefind, over the pages of Hugo"),
)
ALONE = (*READING[1:], *BESIDE[:3], ("issues-steps", "`deskdiary issues sync` plans its steps"))


def building(run: Run) -> str:
    """The makers of sites, with mkdocs-material as the measure."""
    rows = ((says, *_cost(run, key), figure(ratio(run, key, "material-cold"), "×")) for key, says in BESIDE)
    return table(("The whole process", "Time", "Peak memory", "By mkdocs-material"), rows)


def reading(run: Run) -> str:
    """Reading notes and reckoning the day, with libyaml as the measure."""
    rows = ((says, *_cost(run, key), figure(ratio(run, key, "yaml"), "×")) for key, says in READING)
    return table(("The whole process", "Time", "Peak memory", "By libyaml"), rows)


def searching(run: Run) -> str:
    """The searches in Chromium."""
    rows = ((says, *_cost(run, key), figure(median(run, key, INDEX), "kB")) for key, says in SEARCHING)
    return table(("The search", "First answer", "The browser's memory", "Its index, compressed"), rows)


def growing(runs: Runs) -> str:
    """The program alone, on desks of several sizes."""
    sizes = sorted(runs.alone)
    rows = ((says, *(" / ".join(_cost(runs.alone[size], key)) for size in sizes)) for key, says in ALONE)
    return table(("Time / peak memory", *(f"{size:,} patrons" for size in sizes)), rows)


def goals(runs: Runs) -> str:
    """What was meant to be reached, what was, and whether that will do."""
    return table(("Goal", "At most", "Measured", "Reached"), (_goal(goal, runs) for goal in GOALS))


def _goal(goal: Goal, runs: Runs) -> tuple[str, ...]:
    value = goal.reckon(runs)
    reached = "not measured" if value is None else "yes" if value <= goal.limit else "**no**"
    return goal.says, figure(goal.limit, goal.unit), figure(value, goal.unit), reached


def _cost(run: Run, key: str) -> tuple[str, str]:
    if any(each.measure == key and each.failure for each in run.samples) and median(run, key) is None:
        return "failed", _NOT_YET
    return figure(median(run, key), "s"), figure(median(run, key, MEGABYTES), "MB")


def figure(value: float | None, unit: str) -> str:
    """A number with two figures that count, three where it begins with a 1, and its unit."""
    if value is None:
        return _NOT_YET
    rounded = float(f"{value:.2g}") if not f"{value:e}".startswith("1") else float(f"{value:.3g}")
    text = f"{rounded:,.10f}".rstrip("0").rstrip(".")
    return f"{text} {unit}"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table, its numbers to the right."""
    return "\n".join(_table(head, rows))


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| --- |{' ---: |' * (len(head) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
