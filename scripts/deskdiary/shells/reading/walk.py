"""Which files of a folder are notes, and which are not and why. Links are never followed."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from deskdiary.folding import fold
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.records.problem_codes import Code
from deskdiary.schema.characters import hidden
from deskdiary.schema.file_names import (
    ENDING,
    check_name,
    is_note_name,
    is_plain_name,
    key_of,
    unread_name,
)

_DEEPEST_FOLDER = 20
Times: TypeAlias = tuple[int, int, int, int]
"""Which file it is, how long, and when it was written and changed: the system tells without opening it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A note's file: where it is, its path within the desk with `/`, and its key; unfit if ill-named.

    `about` is what the system says of the file without opening it.
    """

    file: str = field(repr=False)
    path: str
    key: str
    about: Times = field(repr=False, compare=False)
    fit: bool = True

    @property
    def forms(self) -> tuple[str, ...]:
        """What its name and its key come to on a machine that tells no small letters from capitals."""
        if self.fit and self.path.endswith(f"/{self.key}{ENDING}"):
            return (self.key,)
        return tuple({_form(Path(self.path).stem), *([_form(self.key)] if self.fit else [])})


@dataclass(frozen=True, slots=True)
class Folder:
    """The notes of one kind, and what is wrong with the files beside them."""

    notes: tuple[Found, ...]
    problems: tuple[Problem, ...]


def walk(root: Path, kind: str) -> Folder:
    """The notes in `patrons/` or `resources/` and in the folders below it."""
    problems: list[Problem] = []
    notes = tuple(_notes(root / kind, kind, problems))
    return Folder(tuple(_told_apart(notes, problems)), tuple(problems))


def _notes(folder: Path, path: str, problems: list[Problem]) -> Iterator[Found]:
    for entry in _entries(folder, path, problems):
        here = f"{path}/{_readable(entry.name)}"
        about = entry.stat(follow_symlinks=False)
        mode = about.st_mode
        if stat.S_ISLNK(mode):
            remedy = "Put the note itself here."
            problems.append(_error(here, "link", "This is a link, and links are not read.", remedy))
        elif stat.S_ISDIR(mode):
            yield from _folder(entry, here, problems)
        elif stat.S_ISREG(mode):
            times = (about.st_ino, about.st_size, about.st_mtime_ns, about.st_ctime_ns)
            yield from _note(entry, here, times, problems)
        else:
            message = "This is not a file that can be read."
            problems.append(_error(here, "not-a-file", message, "Take it away."))


def _folder(entry: os.DirEntry[str], here: str, problems: list[Problem]) -> Iterator[Found]:
    if entry.name.lower().endswith(".md"):
        problems.append(_error(here, "folder-as-note", "This is a folder.", "Rename it without .md."))
    elif here.count("/") >= _DEEPEST_FOLDER:
        message = f"Folders are nested {_DEEPEST_FOLDER} deep here, and no deeper one is read."
        problems.append(_error(here, "too-deep-folder", message, "Move the notes further up."))
    elif _unseen(entry.name):
        message = "This folder's name has characters that cannot be seen, so nothing in it is read."
        problems.append(_error(here, "bad-file-name", message, "Rename the folder."))
    elif not entry.name.startswith("."):
        yield from _notes(Path(entry.path), here, problems)


def _entries(folder: Path, path: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    if not path.count("/") and not folder.exists() and not folder.is_symlink():
        return []
    with suppress(OSError):
        if not folder.is_symlink():
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
    message, remedy = "This folder cannot be opened.", "See that it is a plain folder that you may read."
    problems.append(_error(path, "unreadable", message, remedy))
    return []


def _note(entry: os.DirEntry[str], here: str, about: Times, problems: list[Problem]) -> Iterator[Found]:
    name = _readable(entry.name)
    if is_plain_name(name):
        yield Found(entry.path, here, name[: -len(ENDING)], about)
        return
    unread = unread_name(name, here)
    if unread:
        problems.append(unread)
    if is_note_name(name):
        bad = check_name(name, here)
        problems.extend(bad)
        fit = not any(problem.severity is Severity.ERROR for problem in bad)
        yield Found(entry.path, here, key_of(name), about, fit)


def _told_apart(notes: tuple[Found, ...], problems: list[Problem]) -> Iterator[Found]:
    """Two notes with one key would be one person on the site: neither is read."""
    by_key: dict[str, list[Found]] = {}
    for note in notes:
        for form in note.forms:
            by_key.setdefault(form, []).append(note)
    twice = {note.path: same for same in by_key.values() if len(same) > 1 for note in same}
    for note in notes:
        others = ", ".join(other.path for other in twice.get(note.path, ()) if other is not note)
        if others:
            message = f"Two notes cannot be told apart by name on every machine: this one and {others}."
            problems.append(_error(note.path, "same-key", message, "Rename one of them."))
        elif note.fit:
            yield note


def _form(key: str) -> str:
    return fold(unicodedata.normalize("NFKC", key))


def _unseen(name: str) -> bool:
    """Whether a name would do something to a terminal or a log, or is in no letters at all."""
    return _readable(name) != name or hidden(name, breaks_allowed=False) is not None


def _readable(name: str) -> str:
    """A file's name as text: bytes that are no UTF-8 are spelled out."""
    return name if name.isascii() else _spelled_out(name)


def _spelled_out(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _error(path: str, code: Code, message: str, remedy: str) -> Problem:
    return Problem(Place(path), Severity.ERROR, code, message, remedy)
