"""What reading a file came to: a value that can be kept until the file, or what else it rests on, changes."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from deskdiary.records.library import PATH, Library
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity

Note_co = TypeVar("Note_co", covariant=True)


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """`library.yml` as read, and what is wrong with it.

    Whether reading it asked what day it is; what Git calls its content, None where it can't be opened.
    """

    library: Library
    problems: tuple[Problem, ...]
    asked_the_day: bool = False
    blob: bytes | None = None


class Came(NamedTuple, Generic[Note_co]):
    """What reading a note came to: its value, if anything of it can be used, and what is wrong with it."""

    note: Note_co | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What a note is read by beside its own text: the day, and the library's country."""

    on: date
    country: str | None


def no_library() -> LibraryFile:
    """A library without `library.yml` is a library all the same, with everything as it comes."""
    message = "There is no library.yml, so nothing is known of the library."
    remedy = "Add one with `library:`, `timezone:` and `country:`."
    notice = Problem(Place(PATH), Severity.NOTICE, "no-library-file", message, remedy)
    return LibraryFile(Library(), (notice,), blob=b"")
