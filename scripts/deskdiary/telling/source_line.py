"""A line of a note as a terminal shows it, and a caret under the spot that is meant."""

import unicodedata
from typing import TypeAlias

from deskdiary.records.place import Place
from deskdiary.telling.plainly import plainly

Spot: TypeAlias = tuple[str, int]
"""A note's path and the number of a line in it."""
_BEFORE, _WIDEST = 40, 100


def under_it(line: str, place: Place) -> tuple[str, str]:
    """The line with its number, cut to what a terminal holds, and the caret for the line below."""
    at = min(place.column - 1, len(line))
    first = max(0, at - _BEFORE) if len(line) > _WIDEST else 0
    before, after = line[first:at], line[at : first + _WIDEST]
    margin = f"{place.line:>5} | "
    start = "…" if first else ""
    end = "…" if first + _WIDEST < len(line) else ""
    shown = f"{start}{_flat(before)}"
    blank = " " * (len(margin) - 2) + "| "
    return f"{margin}{shown}{_flat(after)}{end}".rstrip(), f"{blank}{' ' * _width(shown)}^"


def _flat(text: str) -> str:
    return plainly(text.replace("\t", "  "))


def _width(text: str) -> int:
    """How many columns a text takes: some letters take two, marks on letters none."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
