"""Where something is written, and a value that remembers it."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a note: path relative to the desk, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Said(Generic[T_co]):
    """One value of a note and the place that says it. Its repr shows the place alone."""

    value: T_co = field(repr=False)
    place: Place


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence for staff, and the place in the notes that bears it out."""

    text: str = field(repr=False)
    place: Place
