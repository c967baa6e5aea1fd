"""What a note's file may be called: its stem is the note's key, on every machine that checks it out."""

import re
from collections.abc import Iterator

from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.slug import slug

ENDING = ".md"
LONGEST_KEY = 64
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "index", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
)
_NOT_NOTES = frozenset({"README.md", "readme.md"})
_PLAIN = re.compile(rf"{KEY.pattern}\{ENDING}")
_TOLD_OF = _NOT_NOTES | {f"{stem}{ENDING}" for stem in RESERVED}
_OTHER_ENDINGS = (".markdown", ".md.txt", ".mdown", ".mkd")


def is_note_name(name: str) -> bool:
    """Whether a file of this name is meant to be read as a note."""
    return name.lower().endswith(ENDING) and not name.startswith(".") and name not in _NOT_NOTES


def is_plain_name(name: str) -> bool:
    """Whether a file of this name is a note, and there is nothing to say of the name."""
    return name not in _TOLD_OF and len(name) <= LONGEST_KEY and _PLAIN.fullmatch(name) is not None


def unread_name(name: str, path: str) -> Problem | None:
    """A name that looks like a note's, but whose file is not read."""
    if name.startswith(".") and name.lower().endswith(ENDING):
        remedy = "Take the dot at the start of the name away."
    elif name.lower().endswith(_OTHER_ENDINGS):
        remedy = f"Rename it to {_good(name)}{ENDING}."
    else:
        return None
    message = "This file is not read: a note's name ends in .md and begins with a letter or a digit."
    return Problem(Place(path), Severity.WARNING, "not-read", message, remedy)


def check_name(name: str, path: str) -> tuple[Problem, ...]:
    """Everything wrong with the name of a note."""
    return tuple(_faults(name, path))


def key_of(name: str) -> str:
    """The note's key: the stem of its file's name, put right where that is certain."""
    stem = name[: -len(ENDING)]
    return stem if KEY.fullmatch(stem) else _good(name)


def _faults(name: str, path: str) -> Iterator[Problem]:
    stem = name[: -len(ENDING)]
    if not name.endswith(ENDING):
        yield _error(path, "The name ends in .md with capital letters.", f"Rename it to {_good(name)}.md.")
    elif len(stem) > LONGEST_KEY:
        yield _error(path, f"The name has more than {LONGEST_KEY} letters.", "Shorten the file's name.")
    elif stem.lower() in RESERVED:
        yield _error(path, "This name means something else to the site or to Windows.", "Rename the file.")
    elif not KEY.fullmatch(stem):
        severity = (
            Severity.WARNING if re.fullmatch(r"[a-z0-9]+(?:[ _-]+[a-z0-9]+)*", stem) else Severity.ERROR
        )
        message = "A note's name has small letters a to z, digits and hyphens only."
        yield Problem(Place(path), severity, "bad-file-name", message, f"Rename it to {_good(name)}.md.")


def _good(name: str) -> str:
    return slug(name.split(".md", maxsplit=1)[0].removesuffix(".markdown").lower())[:LONGEST_KEY].strip("-")


def _error(path: str, message: str, remedy: str) -> Problem:
    return Problem(Place(path), Severity.ERROR, "bad-file-name", message, remedy)
