"""Where something is written, and a value that remembers it."""

from typing import Generic, NamedTuple, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Place(NamedTuple):
    """A spot in a note: path relative to the desk, line and column counted from 1.

    This and the two below are plain tuples, since a desk has a million of them.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


class Said(NamedTuple, Generic[T_co]):
    """One value of a note and the place that says it. Its repr shows the place alone."""

    value: T_co
    place: Place

    def __repr__(self) -> str:
        return f"Said(place={self.place!r})"


class Reason(NamedTuple):
    """A sentence for staff, and the place in the notes that bears it out."""

    text: str
    place: Place

    def __repr__(self) -> str:
        return f"Reason(place={self.place!r})"
