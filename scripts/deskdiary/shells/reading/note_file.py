"""A note's bytes and its text: read within bounds, through no link, as UTF-8 and nothing else."""

import os
import re
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.records.problem_codes import Code
from deskdiary.shells.reading.file_kinds import other_kind

LONGEST_DETAILS = 64 * 1024
LONGEST_BODY = 1024 * 1024
MOST_BYTES = LONGEST_DETAILS + LONGEST_BODY + 1024
_FLAGS = os.O_RDONLY | sum(getattr(os, extra, 0) for extra in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
_SAVE = (
    "Save the file again as UTF-8: in Notepad, under Save as, Encoding; in VS Code, at the foot on the right."
)
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Unreadable(Exception):  # noqa: N818 - it never leaves this package: a note's reader turns it into values
    """Why a note cannot be read at all; the last problem is the one that decided it."""

    problems: tuple[Problem, ...]


def refuse(path: str, line: int, code: Code, message: str, remedy: str, column: int = 1) -> Unreadable:
    """The reason why nothing of a note can be used."""
    return Unreadable((Problem(Place(path, line, column), Severity.ERROR, code, message, remedy),))


def read_text(file: Path, path: str) -> str:
    """The note's text, every line end as it is; a byte-order mark is taken off."""
    return decode(file_bytes(file, path), path)


def file_bytes(file: Path | str, path: str) -> bytes:
    """What is in a plain file, and no more of it than a note may hold."""
    with suppress(OSError):
        handle = os.open(file, _FLAGS)
        try:
            about = os.fstat(handle)
            if stat.S_ISREG(about.st_mode):
                return _all_of(handle, min(about.st_size, MOST_BYTES) + 1)
        finally:
            os.close(handle)
    message = "This file cannot be opened."
    raise refuse(
        path, 1, "unreadable", message, "See that it is a plain file, no link, and that you may read it."
    )


def _all_of(handle: int, expected: int) -> bytes:
    """All there is, up to the bound: a file may grow while it is read, or come in pieces."""
    raw = os.read(handle, expected)
    while len(raw) <= MOST_BYTES and (more := os.read(handle, MOST_BYTES + 1 - len(raw))):
        raw += more
    return raw


def decode(raw: bytes, path: str) -> str:
    """UTF-8 as text; whatever else it is, named."""
    if len(raw) > MOST_BYTES:
        raise too_long(path)
    kind = other_kind(raw)
    if kind:
        raise refuse(path, 1, kind.code, kind.message, kind.remedy or _SAVE)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise _not_utf8(raw, fault.start, path) from None
    if "\n" not in text and _LONE_RETURN.search(text):
        message = "The line ends of this file are those of an old Macintosh."
        raise refuse(path, 1, "old-line-ends", message, "Save the file again with ordinary line ends (LF).")
    return text


def too_long(path: str) -> Unreadable:
    """A note beyond the bounds, whatever is in it."""
    return refuse(
        path, 1, "too-long-note", "The note is too long: 1 MB is the most.", "Keep the text elsewhere."
    )


def _not_utf8(raw: bytes, start: int, path: str) -> Unreadable:
    line = raw.count(b"\n", 0, start) + 1
    column = len(raw[raw.rfind(b"\n", 0, start) + 1 : start].decode("utf-8", "replace")) + 1
    message = "A letter on this line is not in UTF-8 (in Windows-1252, perhaps)."
    return refuse(path, line, "not-utf-8", message, _SAVE, column)


@dataclass(frozen=True, slots=True)
class Parts:
    """A note cut in two: its details (YAML), and its body, byte for byte, from `body_line` on."""

    details: str = field(repr=False)
    body: str = field(repr=False)
    body_line: int
