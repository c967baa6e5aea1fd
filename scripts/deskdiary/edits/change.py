"""What somebody wants written into a note, before anybody knows where it goes."""

from dataclasses import dataclass
from typing import TypeAlias

Entry: TypeAlias = tuple[tuple[str, str], ...]
"""The fields of one record and what they say, in the order they are written."""


@dataclass(frozen=True, slots=True, repr=False)
class Added:
    """Records at the end of a list: contacts, requests, snoozes."""

    field: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Altered:
    """One value in the record of a list that says all of `where`."""

    field: str
    where: Entry
    name: str
    text: str


@dataclass(frozen=True, slots=True, repr=False)
class Removed:
    """The record of a list that says all of `where`, taken out."""

    field: str
    where: Entry


@dataclass(frozen=True, slots=True, repr=False)
class Put:
    """One value of the note itself, written anew or for the first time."""

    field: str
    text: str


Change: TypeAlias = Added | Altered | Removed | Put
