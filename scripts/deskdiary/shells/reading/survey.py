"""The files of a desk and what Git calls the content of each: none is opened that need not be."""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from deskdiary.records.problem import Problem
from deskdiary.shells.reading.note_file import MOST_BYTES, Unreadable, file_bytes
from deskdiary.shells.reading.walk import Found, walk

KINDS = ("patrons", "resources")
_INDEX = "index"
_UNSURE_NS = 2_000_000_000  # a file changed so lately may change again without its times telling
_TELLS_CHANGES = os.name == "posix"  # elsewhere no time is set by every change


class Shelf(Protocol):
    """Where things are kept from one run to the next, by their names."""

    @property
    def program(self) -> bytes:
        """What the program is made of."""

    def get(self, name: str) -> bytes | None:
        """What is there, if it is as it was put there."""

    def put(self, name: str, content: bytes) -> None:
        """Put something there, if that can be done."""

    def drop(self, unwanted: Callable[[str], bool]) -> None:
        """Take away what is of no use any more."""

    def now_ns(self) -> int:
        """The time by the clock of whatever the files are on, and no later than by the machine's own."""


class Known(NamedTuple):
    """What is known of a file: which it is, how long, when it was changed, and what Git calls its content."""

    inode: int
    size: int
    written: int
    changed: int
    blob: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """A note as it stands in its file; `raw` where it had to be opened, no `blob` where it can't be read."""

    found: Found
    blob: bytes | None
    raw: bytes | None = field(default=None, repr=False)
    why: Unreadable | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """The notes by kind, what is wrong with the files beside them, and how many had to be opened."""

    notes: Mapping[str, tuple[Written, ...]] = field(repr=False)
    problems: Mapping[str, tuple[Problem, ...]] = field(repr=False)
    opened: int = 0

    @property
    def digests(self) -> Mapping[str, str]:
        """Each note that can be opened, by its path, with what Git calls its content."""
        every = (each for notes in self.notes.values() for each in notes)
        return {each.found.path: each.blob.hex() for each in every if each.blob}

    @property
    def kept_for(self) -> str:
        """How the names begin of what is kept for these notes together."""
        return kept_for(each.found.path for kind in KINDS for each in self.notes[kind])

    @property
    def fingerprint(self) -> bytes | None:
        """The same for the same files with the same content; None where one can't be opened."""
        made_of = hashlib.sha256()
        for kind in KINDS:
            if any(each.blob is None for each in self.notes[kind]):
                return None
            names = "".join(f"{each.found.path}\n" for each in self.notes[kind])
            made_of.update(f"{kind} {len(names)}\n{names}".encode())
            made_of.update(b"".join(each.blob or b"" for each in self.notes[kind]))
            made_of.update(msgspec.msgpack.encode(self.problems[kind]))
        return made_of.digest()


_INDEX_OF = msgspec.msgpack.Decoder(dict[str, Known])


def survey(root: Path, shelf: Shelf | None = None) -> Survey:
    """Look at every note of a desk. One that is as it was is not opened."""
    sure = shelf.now_ns() - _UNSURE_NS if shelf else 0
    before = _index(shelf)
    folders = {kind: walk(root, kind) for kind in KINDS}
    notes = {kind: tuple(_written(each, before) for each in folder.notes) for kind, folder in folders.items()}
    opened = sum(each.raw is not None for found in notes.values() for each in found)
    if shelf and (opened or len(before) != sum(len(found) for found in notes.values())):
        shelf.put(_INDEX, msgspec.msgpack.encode(_index_of(before, notes, sure)))
    return Survey(notes, {kind: folder.problems for kind, folder in folders.items()}, opened)


def kept_for(paths: Iterable[str]) -> str:
    """The same for the same paths, whatever the notes hold: where one is gone, nothing is found any more."""
    together = "\0".join(paths).encode("utf-8", "surrogateescape")
    return f"made-{hashlib.sha256(together).hexdigest()[:32]}-"


def blob_of(raw: bytes) -> bytes:
    """What Git calls this content."""
    return hashlib.sha1(b"blob %d\0" % len(raw) + raw, usedforsecurity=False).digest()


def _index(shelf: Shelf | None) -> Mapping[str, Known]:
    raw = shelf.get(_INDEX) if shelf else None
    if raw is None:
        return {}
    try:
        return _INDEX_OF.decode(raw)
    except (msgspec.DecodeError, ValueError):
        return {}


def _written(found: Found, before: Mapping[str, Known]) -> Written:
    known = before.get(found.path)
    if known and known[:4] == found.about:
        return Written(found, known.blob)
    try:
        raw = file_bytes(found.file, found.path)
    except Unreadable as why:
        return Written(found, None, why=why)
    return Written(found, blob_of(raw) if len(raw) <= MOST_BYTES else None, raw)


def _index_of(
    before: Mapping[str, Known], notes: Mapping[str, tuple[Written, ...]], sure: int
) -> Mapping[str, Known]:
    """Of a file that was changed a moment ago nothing is kept: it is opened again by the next run."""
    return {
        each.found.path: before[each.found.path] if each.raw is None else Known(*each.found.about, each.blob)
        for found in notes.values()
        for each in found
        if each.blob and _TELLS_CHANGES and max(each.found.about[2:]) < sure
    }
