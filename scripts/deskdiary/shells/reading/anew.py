"""Notes read anew: all that nothing is remembered of."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

import msgspec

from deskdiary.records.patron import Patron
from deskdiary.records.resource import Resource
from deskdiary.schema.patron import PATRON
from deskdiary.schema.resource import RESOURCE
from deskdiary.schema.sheet import Sheet
from deskdiary.shells.reading.beside import beside, pays
from deskdiary.shells.reading.came import Came, RestsOn
from deskdiary.shells.reading.memory import Entry, Memory, entry_of, unpacked
from deskdiary.shells.reading.note import note_of
from deskdiary.shells.reading.note_file import MOST_BYTES, Unreadable, file_bytes
from deskdiary.shells.reading.survey import Written, blob_of

Unknown: TypeAlias = Sequence[tuple[str, Written]]
Read: TypeAlias = Iterator[tuple[str, Came[Patron | Resource]]]
_RECORDS = {"patrons": PATRON, "resources": RESOURCE}
_ENTRIES = msgspec.msgpack.Decoder(list[Entry | None])


def read_anew(unknown: Unknown, rests_on: RestsOn, memory: Memory | None) -> Read:
    """What each comes to, by its path; where there is a memory, it is kept. Two read where that pays."""
    if not pays(len(unknown)):
        yield from _each(unknown, rests_on, memory)
        return
    half = len(unknown) // 2
    others = unknown[half:]
    finished = beside(lambda: _packed(others, rests_on))
    mine = tuple(_each(unknown[:half], rests_on, memory))
    yield from mine
    yield from _taken_over(others, finished(), rests_on, memory)


def _each(unknown: Unknown, rests_on: RestsOn, memory: Memory | None) -> Read:
    for kind, each in unknown:
        came, entry = _read(kind, each, rests_on, kept=memory is not None)
        if memory and entry:
            memory.keep(each.found.path, entry)
        yield each.found.path, came


def _packed(unknown: Unknown, rests_on: RestsOn) -> bytes:
    """What each comes to, for the other process."""
    return msgspec.msgpack.encode([_read(kind, each, rests_on, kept=True)[1] for kind, each in unknown])


def _taken_over(unknown: Unknown, said: bytes | None, rests_on: RestsOn, memory: Memory | None) -> Read:
    """What the other process read; whatever it could not is read here."""
    try:
        entries = _ENTRIES.decode(said or b"")
    except msgspec.DecodeError:
        entries = []
    if len(entries) != len(unknown):
        entries = [None] * len(unknown)
    for (kind, each), entry in zip(unknown, entries, strict=True):
        came = unpacked(kind, entry) if entry else None
        if entry is None or came is None:
            yield from _each([(kind, each)], rests_on, memory)
            continue
        if memory:
            memory.keep(each.found.path, entry)
        yield each.found.path, came


def _read(
    kind: str, each: Written, rests_on: RestsOn, *, kept: bool
) -> tuple[Came[Patron | Resource], Entry | None]:
    """What a note comes to; and ready to be kept, if it could be opened."""
    path = each.found.path
    try:
        raw = _bytes(each)
    except Unreadable as why:
        return Came(None, why.problems), None
    sheet = Sheet(path, rests_on.on, rests_on.country)
    note = note_of(raw, each.found.key, _RECORDS[kind], sheet)
    good = note if isinstance(note, Patron | Resource) else None
    came: Came[Patron | Resource] = Came(good, tuple(sheet.problems))
    day = rests_on.on if sheet.asked_the_day else None
    return came, entry_of(came, blob_of(raw), day) if kept and len(raw) <= MOST_BYTES else None


def _bytes(each: Written) -> bytes:
    if each.why:
        raise each.why
    return each.raw if each.raw is not None else file_bytes(each.found.file, each.found.path)
