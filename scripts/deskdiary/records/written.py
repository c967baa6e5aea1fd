"""What stands written in a note before it has a meaning: texts, lists and entries, each with its place."""

from typing import NamedTuple, TypeAlias

from deskdiary.records.place import Place

LOST = "\ue000"
"""Stands in a text for what could not be read, so that the problem told already is not told again."""


class Scalar(NamedTuple):
    """A text as typed. `plain` when it has no quotation marks around it; `cut` when `#` and a word follow."""

    text: str
    place: Place
    plain: bool = True
    cut: bool = False

    def __repr__(self) -> str:
        return f"Scalar(place={self.place!r})"

    @property
    def empty(self) -> bool:
        """Nothing is written, or only `~`, which is how YAML spells nothing."""
        return self.plain and self.text in {"", "~"}

    @property
    def says_nothing(self) -> bool:
        """It is empty or lost: asked of every value of every note, so it is asked in one."""
        return LOST in self.text or (self.text in {"", "~"} and self.plain)

    @property
    def lost(self) -> bool:
        """What stands here cannot be read, and a problem says so already."""
        return LOST in self.text


class Listing(NamedTuple):
    """Several things under one field. `flow` when they stand in square brackets."""

    items: tuple["Node", ...]
    place: Place
    flow: bool = False

    def __repr__(self) -> str:
        return f"Listing(place={self.place!r})"


class Entries(NamedTuple):
    """`field: value` lines, in the order they are written."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    place: Place

    def __repr__(self) -> str:
        return f"Entries(place={self.place!r})"

    @property
    def lost(self) -> bool:
        """One of the entries cannot be read, and a problem says so already."""
        return any(key.lost for key, _ in self.pairs)


Node: TypeAlias = Scalar | Listing | Entries
