"""One thing to measure: its key, how often it is worth taking, and how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from benchmarks.measuring.place import Place
from benchmarks.measuring.process import Command, measured

Numbers = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """What is taken in so many of the rounds. A cold one begins with nothing kept from before."""

    key: str
    says: str
    rounds: int
    take: Callable[[Place], Numbers] = field(repr=False)


def process(command: Command) -> Numbers:
    """The numbers of a whole process."""
    ran = measured(command)
    return {
        "seconds": round(ran.seconds, 3),
        "processor seconds": round(ran.processor_seconds, 3),
        "megabytes": round(ran.megabytes, 1),
    }
