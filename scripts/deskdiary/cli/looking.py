"""A first look at a desk: which notes there are and whether they are as they were. No note is read for it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from deskdiary.cli.options import Asked
from deskdiary.records.library import Library
from deskdiary.refusal import Refusal
from deskdiary.shells.cache.shelf import Shelf, shelf_of
from deskdiary.shells.clock import today_in
from deskdiary.shells.reading.came import LibraryFile
from deskdiary.shells.reading.desk import is_desk, read_library
from deskdiary.shells.reading.held import Held
from deskdiary.shells.reading.survey import Survey, survey


@dataclass(frozen=True, slots=True)
class Looked:
    """A desk's folder, its library, the day to reckon, its notes' files, and what is kept of earlier runs.

    `library.yml` is read on the clock's day: whatever it says of days holds for real ones.
    `held` is what this run has read of the notes before. `pause` is called between pieces of work: a program
    that stays may hear of something more urgent, and leave the rest by raising.
    """

    root: Path = field(repr=False)
    found: LibraryFile = field(repr=False)
    read_on: date
    on: date
    seen: Survey = field(repr=False)
    shelf: Shelf | None = field(default=None, repr=False)
    held: Held | None = field(default=None, repr=False)
    pause: Callable[[], None] = field(default=lambda: None, repr=False, compare=False)

    @property
    def rests_on(self) -> bytes | None:
        """The same as long as everything is that a day's reckoning rests on; None where it can't be said."""
        notes = self.seen.fingerprint
        if notes is None or self.shelf is None or self.found.blob is None:
            return None
        days = f"{self.read_on} {self.on}".encode()
        parts = (self.shelf.program, self.found.blob, notes, days)
        return hashlib.sha256(b"\0".join(parts)).digest()


def looked_at(asked: Asked, held: Held | None = None) -> Looked:
    """A look at the desk that was asked for; its day is the one asked for, else as `library.yml` has it."""
    refuse_no_desk(asked.folder)
    return look(asked.folder, asked.on, shelf_of(asked.folder), held)


def refuse_no_desk(folder: Path) -> None:
    """Refuse a folder where there is no desk at all: an empty one must not pass for a quiet day."""
    if not is_desk(folder):
        raise Refusal("this folder is no desk: it has no library.yml, patrons or resources. See --root.")


def look(root: Path, on: date | None, shelf: Shelf | None, held: Held | None = None) -> Looked:
    """A look at a folder."""
    read_on = today_in(None)
    found = read_library(root, read_on, shelf)
    return Looked(root, found, read_on, on or day_of(found.library), survey(root, shelf), shelf, held)


def day_of(library: Library) -> date:
    """The day that `library.yml` fixes, else the day it is in the library's time zone."""
    if library.today:
        return library.today.value
    return today_in(library.timezone.value if library.timezone else None)


def folder_of(asked: Asked) -> Path:
    """The desk's folder, whole, as messages name it."""
    return asked.folder.resolve()
