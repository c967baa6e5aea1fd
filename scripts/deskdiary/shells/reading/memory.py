"""What reading each note came to, kept for the next run, and believed while nothing it rests on changed."""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

import msgspec

from deskdiary.records.patron import Patron
from deskdiary.records.resource import Resource
from deskdiary.shells.reading.came import Came, LibraryFile, RestsOn
from deskdiary.shells.reading.survey import Shelf, kept_for

_NOTES_A_DRAWER = 256
_MOST_DRAWERS = 512
LIBRARY = "library"


class Entry(NamedTuple):
    """That, packed; for which content, and on which day alone it holds where it asked what day it is."""

    blob: bytes
    day: str
    packed: bytes


Drawer: TypeAlias = dict[str, Entry]
_PACKER = msgspec.msgpack.Encoder()
_DRAWER = msgspec.msgpack.Decoder(tuple[bytes, Drawer])
_LIBRARY = msgspec.msgpack.Decoder(tuple[bytes, LibraryFile])
_CAME: Mapping[str, msgspec.msgpack.Decoder[Came[Patron]] | msgspec.msgpack.Decoder[Came[Resource]]] = {
    "patrons": msgspec.msgpack.Decoder(Came[Patron]),
    "resources": msgspec.msgpack.Decoder(Came[Resource]),
}


def entry_of(came: Came[object], blob: bytes, day: date | None) -> Entry:
    """What reading a note came to, ready to be kept; `day` where it holds on that one alone."""
    return Entry(blob, str(day or ""), _PACKER.encode(came))


def unpacked(kind: str, entry: Entry) -> Came[Patron | Resource] | None:
    """What reading a note came to; None where what was kept is nothing of the sort."""
    try:
        return _CAME[kind].decode(entry.packed)
    except (msgspec.DecodeError, ValueError):
        return None


def recalled_library(shelf: Shelf, raw: bytes, on: date) -> LibraryFile | None:
    """What reading these bytes of `library.yml` came to, if that still holds."""
    kept = shelf.get(LIBRARY)
    try:
        rests_on, found = _LIBRARY.decode(kept or b"")
    except (msgspec.DecodeError, ValueError):
        return None
    return found if rests_on == _library_rests_on(shelf, raw, on, found) else None


def keep_library(shelf: Shelf, raw: bytes, on: date, found: LibraryFile) -> None:
    """Keep it for the next run."""
    shelf.put(LIBRARY, _PACKER.encode((_library_rests_on(shelf, raw, on, found), found)))


def _library_rests_on(shelf: Shelf, raw: bytes, on: date, found: LibraryFile) -> bytes:
    return _digest(shelf.program, raw, str(on if found.asked_the_day else on.year).encode())


def _digest(*parts: bytes) -> bytes:
    return hashlib.sha256(b"".join(b"%d\0%b" % (len(part), part) for part in parts)).digest()[:16]


class Memory:
    """The entries of a desk's notes by their paths, in drawers of some hundreds each."""

    def __init__(self, shelf: Shelf, rests_on: RestsOn, notes: int) -> None:
        self.shelf = shelf
        self.on = str(rests_on.on)
        self.rests_on = _digest(
            shelf.program, repr(rests_on.country).encode(), str(rests_on.on.year).encode()
        )
        self.drawers: dict[int, Drawer] = {}
        self.new: set[int] = set()
        self.many = 1
        while self.many * _NOTES_A_DRAWER < notes and self.many < _MOST_DRAWERS:
            self.many *= 2

    def recall(self, kind: str, path: str, blob: bytes | None) -> Came[Patron | Resource] | None:
        """What reading this content at this path came to, if that still holds."""
        entry = self._drawer(self._number(path)).get(path)
        if entry is None or entry.blob != blob or entry.day not in {"", self.on}:
            return None
        return unpacked(kind, entry)

    def keep(self, path: str, entry: Entry) -> None:
        """Keep it for the next run."""
        number = self._number(path)
        self._drawer(number)[path] = entry
        self.new.add(number)

    def save(self, paths: Iterable[str]) -> None:
        """Put away what is new, and nothing of notes that are no more."""
        every = tuple(paths)
        there, together = frozenset(every), kept_for(every)
        for number in range(self.many):
            drawer = self._drawer(number)
            gone = drawer.keys() - there
            if gone or number in self.new:
                kept = {path: entry for path, entry in drawer.items() if path not in gone}
                self.shelf.put(self._name(number), _PACKER.encode((self.rests_on, kept)))
        names = {self._name(number) for number in range(self.many)}
        self.shelf.drop(
            lambda name: (
                (name.startswith("notes-") and name not in names)
                or (name.startswith("made-") and not name.startswith(together))
            )
        )

    def _drawer(self, number: int) -> Drawer:
        if number not in self.drawers:
            self.drawers[number] = self._opened(number)
        return self.drawers[number]

    def _opened(self, number: int) -> Drawer:
        raw = self.shelf.get(self._name(number))
        if raw is None:
            return {}
        try:
            rests_on, drawer = _DRAWER.decode(raw)
        except (msgspec.DecodeError, ValueError):
            return {}
        return drawer if rests_on == self.rests_on else {}

    def _number(self, path: str) -> int:
        return zlib.crc32(path.encode()) % self.many

    def _name(self, number: int) -> str:
        return f"notes-{number}-of-{self.many}"
