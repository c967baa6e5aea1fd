"""What was found once, and all that was found in a run, as they are kept in a file."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Sample:
    """One measurement of one round: numbers by their names, or why there are none."""

    measure: str
    round: int
    numbers: Mapping[str, float]
    load: float = 0.0
    failure: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """All samples of one desk on one machine with one state of the program."""

    facts: Mapping[str, str]
    patrons: int
    samples: tuple[Sample, ...] = field(default=(), repr=False)

    def has(self, measure: str, number: int) -> bool:
        """Whether this was taken in this round already."""
        return any(each.measure == measure and each.round == number for each in self.samples)

    def plus(self, sample: Sample) -> "Run":
        """The run with one sample more."""
        return replace(self, samples=(*self.samples, sample))


def save(run: Run, file: Path) -> None:
    """Put the run into its file, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")
    text = json.dumps(asdict(run), ensure_ascii=False, indent=1, sort_keys=True)
    beside.write_text(text + "\n", encoding="utf-8")
    beside.replace(file)


def load(file: Path) -> Run | None:
    """The run that a file holds; none where there is no such file, or none that can be read."""
    try:
        held: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        samples = tuple(Sample(**sample) for sample in held["samples"])
        return Run(held["facts"], held["patrons"], samples)
    except (OSError, ValueError, KeyError, TypeError):
        return None
