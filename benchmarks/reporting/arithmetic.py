"""Medians and ratios of what was measured; none where something was not measured."""

import statistics
from collections.abc import Mapping, Sequence
from itertools import pairwise

from benchmarks.measuring.sample import Run

SECONDS, MEGABYTES = "seconds", "megabytes"
PROCESSOR = "processor seconds"
INDEX = "index kilobytes"
TO_TODAY = "seconds to Today"


def median(run: Run | None, measure: str, number: str = SECONDS) -> float | None:
    """The middle one of all rounds."""
    samples = run.samples if run else ()
    found = [each.numbers[number] for each in samples if each.measure == measure and number in each.numbers]
    return statistics.median(found) if found else None


def ratio(run: Run | None, measure: str, by: str) -> float | None:
    """How one measurement stands to another of the same run."""
    return divided(median(run, measure), median(run, by))


def divided(one: float | None, other: float | None) -> float | None:
    """One by the other, where both are known and the other is something."""
    return one / other if one is not None and other else None


def steepest(runs: Mapping[int, Run], measure: str) -> float | None:
    """How many times more a note costs on a larger desk than on the next smaller one, where that is worst."""
    costs = [divided(median(runs[size], measure), size) for size in sorted(runs)]
    return _largest([divided(after, before) for before, after in pairwise(costs)])


def _largest(steps: Sequence[float | None]) -> float | None:
    known = [step for step in steps if step is not None]
    return max(known) if known and len(known) == len(steps) else None
