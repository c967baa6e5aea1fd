"""`library.yml`, read: what is wrong with it costs itself alone."""

from datetime import date

from deskdiary.records.library import PATH, Library
from deskdiary.records.written import Node
from deskdiary.schema.library import LIBRARY
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.territory import with_known_subdivision
from deskdiary.shells.reading.came import LibraryFile
from deskdiary.shells.reading.note_file import LONGEST_DETAILS, Unreadable, decode, refuse
from deskdiary.shells.reading.openings import conflict
from deskdiary.shells.reading.parsing import parse
from deskdiary.shells.reading.survey import blob_of


def library_of(raw: bytes, on: date) -> LibraryFile:
    """The library that these bytes are."""
    sheet = Sheet(PATH, on)
    try:
        library = LIBRARY.read(_entries(raw, sheet), sheet)
    except Unreadable as why:
        return LibraryFile(Library(), why.problems, blob=blob_of(raw))
    known = with_known_subdivision(library, sheet) if isinstance(library, Library) else Library()
    return LibraryFile(known, tuple(sheet.problems), bool(sheet.asked_the_day), blob_of(raw))


def _entries(raw: bytes, sheet: Sheet) -> Node:
    text = decode(raw, PATH)
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
