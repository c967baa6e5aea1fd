"""A note's bytes and its text: read within bounds, through no link, as UTF-8 and nothing else."""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity

LONGEST_DETAILS = 64 * 1024
LONGEST_BODY = 1024 * 1024
_MOST_BYTES = LONGEST_DETAILS + LONGEST_BODY + 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_SAVE = "Save the file again as UTF-8."
_FILE_KINDS = {
    b"PK\x03\x04": ("This is a Word document or another archive.", "Copy its text into a note."),
    b"\x89PNG": ("This is a picture.", "Keep pictures elsewhere."),
    b"\xff\xd8\xff": ("This is a picture.", "Keep pictures elsewhere."),
    b"%PDF": ("This is a PDF.", "Copy its text into a note."),
    b"\xd0\xcf\x11\xe0": ("This is an old Word document.", "Copy its text into a note."),
}


@dataclass(frozen=True, slots=True)
class Unreadable(Exception):  # noqa: N818 - it never leaves this package: a note's reader turns it into a value
    """Why a note cannot be read at all."""

    problem: Problem


def refuse(path: str, line: int, code: str, message: str, remedy: str, column: int = 1) -> Unreadable:
    """The reason why nothing of a note can be used."""
    return Unreadable(Problem(Place(path, line, column), Severity.ERROR, code, message, remedy))


def read_note(file: Path, path: str) -> str:
    """The note's text, every line end as it is; a byte-order mark is taken off."""
    return decode(_bytes(file, path), path)


def _bytes(file: Path, path: str) -> bytes:
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as stream:
            if stat.S_ISREG(os.fstat(handle).st_mode):
                return stream.read(_MOST_BYTES + 1)
    except OSError:
        pass
    raise refuse(path, 1, "unreadable", "This file cannot be opened.", "See that you may read it.")


def decode(raw: bytes, path: str) -> str:
    """UTF-8 as text; whatever else it is, named."""
    if len(raw) > _MOST_BYTES:
        raise refuse(
            path, 1, "too-long-note", "The note is too long: 1 MB is the most.", "Keep the text elsewhere."
        )
    _check_kind(raw, path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        column = len(raw[raw.rfind(b"\n", 0, fault.start) + 1 : fault.start].decode("utf-8", "replace")) + 1
        message = "A letter on this line is not in UTF-8 (in Windows-1252, perhaps)."
        raise refuse(path, line, "not-utf-8", message, _SAVE, column) from None
    if not text.strip():
        raise refuse(
            path, 1, "empty-note", "This note is empty.", "Start it with ---, a line `name: …` and --- again."
        )
    return text


def _check_kind(raw: bytes, path: str) -> None:
    for mark, (message, remedy) in _FILE_KINDS.items():
        if raw.startswith(mark):
            raise refuse(path, 1, "not-a-text-file", message, remedy)
    if raw.startswith(_UTF16) or raw[:200].count(0) > len(raw[:200]) // 4:
        raise refuse(path, 1, "not-utf-8", "This file is saved as UTF-16 (“Unicode”).", _SAVE)
    if raw.startswith(b"version https://git-lfs"):
        message = "The note itself is not here, only a Git LFS pointer to it."
        raise refuse(
            path,
            1,
            "not-here",
            message,
            "Keep notes out of Git LFS: run `git lfs pull`, then add the note itself.",
        )


@dataclass(frozen=True, slots=True)
class Parts:
    """A note cut in two: its details (YAML), and its body, byte for byte, from `body_line` on."""

    details: str = field(repr=False)
    body: str = field(repr=False)
    body_line: int
