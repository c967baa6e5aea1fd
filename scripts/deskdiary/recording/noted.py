"""What is to be written into one note."""

from dataclasses import dataclass

from deskdiary.edits.change import Change, Entry
from deskdiary.records.patron import Patron


@dataclass(frozen=True, slots=True)
class Noted:
    """The note, by its key and path, and what changes in it."""

    key: str
    path: str
    changes: tuple[Change, ...]


def note_of(patron: Patron, *changes: Change) -> Noted:
    """Changes to the note of a patron."""
    return Noted(patron.key, patron.path, changes)


def entry(**values: str | None) -> Entry:
    """A record of the values that there are, in their order; `settles` is written as `for`."""
    names = {"settles": "for", "wanted": "for"}
    return tuple((names.get(name, name), text) for name, text in values.items() if text)
