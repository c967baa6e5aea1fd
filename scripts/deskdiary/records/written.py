"""What stands written in a note before it has a meaning: texts, lists and entries, each with its place."""

from dataclasses import dataclass, field
from typing import TypeAlias

from deskdiary.records.place import Place

LOST = "\ue000"
"""Stands in a text for what could not be read, so that the problem told already is not told again."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed. `plain` when it has no quotation marks around it; `cut` when `#` and a word follow."""

    text: str = field(repr=False)
    place: Place
    plain: bool = True
    cut: bool = False

    @property
    def empty(self) -> bool:
        """Nothing is written, or only `~`, which is how YAML spells nothing."""
        return self.plain and self.text in {"", "~"}

    @property
    def lost(self) -> bool:
        """What stands here cannot be read, and a problem says so already."""
        return LOST in self.text


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things under one field. `flow` when they stand in square brackets."""

    items: tuple["Node", ...] = field(repr=False)
    place: Place
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Entries:
    """`field: value` lines, in the order they are written."""

    pairs: tuple[tuple[Scalar, "Node"], ...] = field(repr=False)
    place: Place

    @property
    def lost(self) -> bool:
        """One of the entries cannot be read, and a problem says so already."""
        return any(key.lost for key, _ in self.pairs)


Node: TypeAlias = Scalar | Listing | Entries
