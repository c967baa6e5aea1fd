"""Which files of a folder are notes, and which are not and why. Links are never followed."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from deskdiary.folding import fold
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.schema.file_names import check_name, is_note_name, key_of, unread_name


@dataclass(frozen=True, slots=True)
class Found:
    """A note's file: where it is, its path within the desk with `/`, and its key."""

    file: Path = field(repr=False)
    path: str
    key: str


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
        here = f"{path}/{entry.name}"
        mode = entry.stat(follow_symlinks=False).st_mode
        if stat.S_ISLNK(mode):
            problems.append(
                _error(here, "link", "This is a link, and links are not read.", "Put the note itself here.")
            )
        elif stat.S_ISDIR(mode):
            if entry.name.lower().endswith(".md"):
                problems.append(_error(here, "folder-as-note", "This is a folder.", "Rename it without .md."))
            elif not entry.name.startswith("."):
                yield from _notes(Path(entry.path), here, problems)
        elif not stat.S_ISREG(mode):
            problems.append(
                _error(here, "not-a-file", "This is not a file that can be read.", "Take it away.")
            )
        else:
            yield from _note(entry, here, problems)


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


def _note(entry: os.DirEntry[str], here: str, problems: list[Problem]) -> Iterator[Found]:
    unread = unread_name(entry.name, here)
    if unread:
        problems.append(unread)
    if is_note_name(entry.name):
        bad = check_name(entry.name, here)
        problems.extend(bad)
        if not any(problem.severity is Severity.ERROR for problem in bad):
            yield Found(Path(entry.path), here, key_of(entry.name))


def _told_apart(notes: tuple[Found, ...], problems: list[Problem]) -> Iterator[Found]:
    """Two notes with one key would be one person on the site: neither is read."""
    by_key: dict[str, list[Found]] = {}
    for note in notes:
        by_key.setdefault(fold(unicodedata.normalize("NFKC", note.key)), []).append(note)
    for same in by_key.values():
        if len(same) == 1:
            yield same[0]
        for note in same if len(same) > 1 else ():
            others = ", ".join(other.path for other in same if other is not note)
            problems.append(
                _error(
                    note.path, "same-key", f"This note has the same name as {others}.", "Rename one of them."
                )
            )


def _error(path: str, code: str, message: str, remedy: str) -> Problem:
    return Problem(Place(path), Severity.ERROR, code, message, remedy)
