"""A desk gathered from its folder: `library.yml`, then every note that can be read."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from deskdiary.records.desk import Desk, desk_of
from deskdiary.records.library import PATH, Library
from deskdiary.records.patron import Patron
from deskdiary.records.resource import Resource
from deskdiary.shells.reading.came import Came, LibraryFile, RestsOn, no_library
from deskdiary.shells.reading.held import Held
from deskdiary.shells.reading.memory import Memory, keep_library, recalled_library
from deskdiary.shells.reading.note_file import Unreadable, file_bytes
from deskdiary.shells.reading.survey import KINDS, Shelf, Survey, Written, survey


@dataclass(frozen=True, slots=True)
class Reading:
    """A desk as read: what Git calls the content of each note, by its path, and how many were read anew."""

    desk: Desk
    digests: Mapping[str, str] = field(repr=False)
    read_anew: int


def is_desk(root: Path) -> bool:
    """Whether a folder has anything of a desk in it, readable or not."""
    return any(os.path.lexists(root / name) for name in (PATH, "patrons", "resources"))


def read_library(root: Path, on: date, shelf: Shelf | None = None) -> LibraryFile:
    """The library; one without `library.yml` is a library all the same, with everything as it comes."""
    if not os.path.lexists(root / PATH):
        return no_library()
    try:
        raw = file_bytes(root / PATH, PATH)
    except Unreadable as why:
        return LibraryFile(Library(), why.problems)
    found = recalled_library(shelf, raw, on) if shelf else None
    if found is None:
        from deskdiary.shells.reading.library_file import library_of  # noqa: PLC0415 - mostly it is known

        found = library_of(raw, on)
        if shelf:
            keep_library(shelf, raw, on, found)
    return found


def read_desk(root: Path, found: LibraryFile, on: date) -> Desk:
    """The desk of a folder: what cannot be read costs itself alone, and is among the problems."""
    return read_surveyed(survey(root), found, on).desk


def read_surveyed(
    seen: Survey, found: LibraryFile, on: date, shelf: Shelf | None = None, held: Held | None = None
) -> Reading:
    """The same of a desk that was looked at; what is held or remembered of a note is not worked out again."""
    rests_on = RestsOn(on, found.library.country.value if found.library.country else None)
    every = [(kind, each) for kind in KINDS for each in seen.notes[kind]]
    memory = Memory(shelf, rests_on, len(every)) if shelf else None
    came = held.recall((each for _, each in every), rests_on) if held else {}
    came.update(_recalled((one for one in every if one[1].found.path not in came), memory))
    unknown = [one for one in every if one[1].found.path not in came]
    if unknown:
        from deskdiary.shells.reading.anew import read_anew  # noqa: PLC0415 - mostly all is known

        came.update(read_anew(unknown, rests_on, memory))
    if memory:
        memory.save(each.found.path for _, each in every)
    if held:
        # What was opened only now may be newer than the content it goes by.
        late = {each.found.path for _, each in unknown if each.raw is None}
        held.keep((each for _, each in every if each.found.path not in late), rests_on, came)
    return Reading(_desk(seen, found, came), seen.digests, len(unknown))


def _recalled(
    every: Iterable[tuple[str, Written]], memory: Memory | None
) -> dict[str, Came[Patron | Resource]]:
    if memory is None:
        return {}
    recalled = ((each.found.path, memory.recall(kind, each.found.path, each.blob)) for kind, each in every)
    return {path: came for path, came in recalled if came is not None}


def _desk(seen: Survey, found: LibraryFile, came: Mapping[str, Came[Patron | Resource]]) -> Desk:
    problems = list(found.problems)
    notes: list[Patron | Resource] = []
    for kind in KINDS:
        problems.extend(seen.problems[kind])
        for each in seen.notes[kind]:
            note, wrong = came[each.found.path]
            problems.extend(wrong)
            notes.extend([note] if note else [])
    patrons = [note for note in notes if isinstance(note, Patron)]
    resources = [note for note in notes if isinstance(note, Resource)]
    return desk_of(found.library, patrons, resources, problems)
