"""What the program means to reach, and how each of these is reckoned from the runs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from benchmarks.measuring.sample import Run
from benchmarks.reporting.arithmetic import INDEX, MEGABYTES, TO_TODAY, divided, median, ratio, steepest

LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class Runs:
    """The run beside the peers, and those of the program alone by the size of the desk."""

    beside: Run | None
    alone: Mapping[int, Run]

    @property
    def largest(self) -> Run | None:
        """The one of the largest desk."""
        return self.alone.get(LARGEST)


@dataclass(frozen=True, slots=True)
class Goal:
    """What is not to be more than the limit."""

    says: str
    limit: float
    unit: str
    reckon: Callable[[Runs], float | None] = field(repr=False)


def _beside(measure: str, by: str) -> Callable[[Runs], float | None]:
    return lambda runs: ratio(runs.beside, measure, by)


def _taken(measure: str, number: str = "seconds", scale: float = 1) -> Callable[[Runs], float | None]:
    return lambda runs: divided(median(runs.beside, measure, number), scale)


def _at_most(measure: str, number: str = "seconds") -> Callable[[Runs], float | None]:
    return lambda runs: median(runs.largest, measure, number)


def _growth(measure: str) -> Callable[[Runs], float | None]:
    return lambda runs: steepest(runs.alone, measure) if len(runs.alone) > 1 else None


GOALS = (
    Goal("`build`, cold, by mkdocs-material", 0.10, "×", _beside("build-cold", "material-cold")),
    Goal("`build`, cold, by Hugo with a bare theme", 0.8, "×", _beside("build-cold", "hugo-cold")),
    Goal("`build`, cold, peak memory", 400, "MB", _taken("build-cold", MEGABYTES)),
    Goal(
        "`build`, one note changed, by mkdocs-material", 0.01, "×", _beside("build-changed", "material-cold")
    ),
    Goal(
        "`build`, nothing changed, by mkdocs-material",
        0.006,
        "×",
        _beside("build-unchanged", "material-cold"),
    ),
    Goal("`serve` shows one note changed on its page", 1, "s", _taken("serve-changed")),
    Goal("`serve` shows it on Today as well", 5, "s", _taken("serve-changed", TO_TODAY)),
    Goal("`plan --json`, cold, by libyaml alone", 1.3, "×", _beside("plan-cold", "yaml")),
    Goal("`plan --json`, warm, by cold", 0.10, "×", _beside("plan-warm", "plan-cold")),
    Goal("search, the index as it is sent", 1, "MB", _taken("search-ours", INDEX, 1000)),
    Goal("search, the first answer in Chromium", 0.3, "s", _taken("search-ours")),
    Goal("a note's cost on a desk ten times as large: `plan`, cold", 1.3, "×", _growth("plan-cold")),
    Goal("a note's cost on a desk ten times as large: `build`, cold", 1.3, "×", _growth("build-cold")),
    Goal("100,000 patrons: `plan --json`, cold", 60, "s", _at_most("plan-cold")),
    Goal("100,000 patrons: `plan --json`, warm", 4, "s", _at_most("plan-warm")),
    Goal("100,000 patrons: `build`, cold", 120, "s", _at_most("build-cold")),
    Goal("100,000 patrons: `build`, cold, peak memory", 2000, "MB", _at_most("build-cold", MEGABYTES)),
    Goal("100,000 patrons: `check`, warm", 10, "s", _at_most("check-warm")),
    Goal("100,000 patrons: `issues sync` plans its steps", 10, "s", _at_most("issues-steps")),
)
