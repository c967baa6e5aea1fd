"""A note as its text is laid out: each text, list and entry of the details, with where it begins and ends."""

from dataclasses import dataclass
from typing import TypeAlias

BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True, repr=False)
class Text:
    """A text: its value, and from where to where it is written."""

    value: str
    start: int
    end: int

    @property
    def empty(self) -> bool:
        """Nothing is written; whoever fills it in need take nothing away."""
        return self.start == self.end


@dataclass(frozen=True, slots=True, repr=False)
class Items:
    """A list; `flow` where it stands in square brackets."""

    items: tuple["Piece", ...]
    start: int
    end: int
    flow: bool


@dataclass(frozen=True, slots=True, repr=False)
class Fields:
    """Lines of `field: value`; `flow` where they stand in curly brackets."""

    pairs: tuple[tuple[Text, "Piece"], ...]
    start: int
    end: int
    flow: bool

    def value_of(self, name: str) -> "Piece | None":
        """What is written for a field."""
        return next((value for key, value in self.pairs if key.value == name), None)

    def key_of(self, name: str) -> Text | None:
        """Where the field's own name is written."""
        return next((key for key, _ in self.pairs if key.value == name), None)


Piece: TypeAlias = Text | Items | Fields


@dataclass(frozen=True, slots=True, repr=False)
class Laid:
    """A whole note. The details are `text[start:end]`; the line that closes them begins at `end`."""

    path: str
    text: str
    start: int
    end: int
    root: Fields
    marked: bool = False

    def line(self, at: int) -> int:
        """The line on which a place stands, counted from 1."""
        return self.text.count("\n", 0, at) + 1

    def column(self, at: int) -> int:
        """How far to the right a place stands, counted from 0."""
        return at - (self.text.rfind("\n", 0, at) + 1)

    def as_bytes(self, text: str) -> bytes:
        """Another text for the same file, with the byte-order mark that this one has."""
        return ((BYTE_ORDER_MARK if self.marked else "") + text).encode()
