"""Notes read anew: all that nothing is remembered of."""

from collections.abc import Iterator, Sequence
from datetime import date

from deskdiary.records.patron import Patron
from deskdiary.records.resource import Resource
from deskdiary.schema.patron import PATRON
from deskdiary.schema.resource import RESOURCE
from deskdiary.schema.sheet import Sheet
from deskdiary.shells.reading.came import Came, RestsOn
from deskdiary.shells.reading.memory import Memory, entry_of
from deskdiary.shells.reading.note import note_of
from deskdiary.shells.reading.note_file import MOST_BYTES, Unreadable, file_bytes
from deskdiary.shells.reading.survey import Written, blob_of

_RECORDS = {"patrons": PATRON, "resources": RESOURCE}


def read_anew(
    unknown: Sequence[tuple[str, Written]], rests_on: RestsOn, memory: Memory | None
) -> Iterator[tuple[str, Came[Patron | Resource]]]:
    """What each comes to, by its path; where there is a memory, it is kept."""
    for kind, each in unknown:
        path = each.found.path
        came, raw, day = _read(kind, each, rests_on)
        if memory and raw is not None and len(raw) <= MOST_BYTES:
            memory.keep(path, entry_of(came, blob_of(raw), day))
        yield path, came


def _read(
    kind: str, each: Written, rests_on: RestsOn
) -> tuple[Came[Patron | Resource], bytes | None, date | None]:
    path = each.found.path
    try:
        raw = _bytes(each)
    except Unreadable as why:
        return Came(None, why.problems), None, None
    sheet = Sheet(path, rests_on.on, rests_on.country)
    note = note_of(raw, each.found.key, _RECORDS[kind], sheet)
    good = note if isinstance(note, Patron | Resource) else None
    return Came(good, tuple(sheet.problems)), raw, rests_on.on if sheet.asked_the_day else None


def _bytes(each: Written) -> bytes:
    if each.why:
        raise each.why
    return each.raw if each.raw is not None else file_bytes(each.found.file, each.found.path)
