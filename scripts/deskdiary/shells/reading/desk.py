"""A desk gathered from its folder: `library.yml`, then every note that can be read."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from deskdiary.records.desk import Desk, desk_of
from deskdiary.records.library import PATH, Library
from deskdiary.records.patron import Patron
from deskdiary.records.problem import Problem
from deskdiary.records.resource import Resource
from deskdiary.records.written import Node
from deskdiary.schema.library import LIBRARY
from deskdiary.schema.patron import PATRON
from deskdiary.schema.record import Record
from deskdiary.schema.resource import RESOURCE
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.territory import with_known_subdivision
from deskdiary.shells.reading.note import read_note
from deskdiary.shells.reading.note_file import LONGEST_DETAILS, Unreadable, read_text, refuse
from deskdiary.shells.reading.openings import conflict
from deskdiary.shells.reading.parsing import parse
from deskdiary.shells.reading.walk import walk

Note = TypeVar("Note", Patron, Resource)


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """`library.yml` as read, and what is wrong with it."""

    library: Library
    problems: tuple[Problem, ...]


def is_desk(root: Path) -> bool:
    """Whether a folder has anything of a desk in it, readable or not."""
    return any(os.path.lexists(root / name) for name in (PATH, "patrons", "resources"))


def read_library(root: Path, on: date) -> LibraryFile:
    """The library; one without `library.yml` is a library all the same, with everything as it comes."""
    sheet = Sheet(PATH, on)
    file = root / PATH
    if not file.exists() and not file.is_symlink():
        message = "There is no library.yml, so nothing is known of the library."
        remedy = "Add one with `library:`, `timezone:` and `country:`."
        sheet.notice(sheet.top, "no-library-file", message, remedy)
        return LibraryFile(Library(), tuple(sheet.problems))
    try:
        library = LIBRARY.read(_library_entries(file, sheet), sheet)
    except Unreadable as why:
        return LibraryFile(Library(), why.problems)
    known = with_known_subdivision(library, sheet) if isinstance(library, Library) else Library()
    return LibraryFile(known, tuple(sheet.problems))


def _library_entries(file: Path, sheet: Sheet) -> Node:
    text = read_text(file, PATH)
    if len(text.encode()) > LONGEST_DETAILS:
        raise refuse(
            PATH, 1, "too-long-details", "library.yml is too long: 64 KB is the most.", "Shorten it."
        )
    collision = conflict(text, PATH)
    if collision:
        raise Unreadable((collision,))
    parsed = parse(text, PATH, 1)
    sheet.problems.extend(parsed.problems)
    return parsed.node


def read_desk(root: Path, found: LibraryFile, on: date) -> Desk:
    """The desk of a folder: what cannot be read costs itself alone, and is among the problems."""
    problems = list(found.problems)
    country = found.library.country.value if found.library.country else None
    patrons = tuple(_notes(root, "patrons", PATRON, Patron, Sheet("", on, country, problems)))
    resources = tuple(_notes(root, "resources", RESOURCE, Resource, Sheet("", on, country, problems)))
    return desk_of(found.library, patrons, resources, problems)


def _notes(root: Path, kind: str, record: Record, made: type[Note], sheet: Sheet) -> Iterator[Note]:
    folder = walk(root, kind)
    sheet.problems.extend(folder.problems)
    for found in folder.notes:
        note = read_note(found, record, replace(sheet, path=found.path))
        if isinstance(note, made):
            yield note
