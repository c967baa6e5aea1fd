"""A mistake in a note, as a value: where, what is wrong, and what to type instead."""

from dataclasses import dataclass, field
from enum import StrEnum

from deskdiary.records.place import Place
from deskdiary.records.problem_codes import Code


class Severity(StrEnum):
    """How much a mistake matters: an error loses something, a warning may, a notice only tells."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place. `code` is stable, in kebab-case; the words are for librarians.

    `message` and `remedy` may quote the note. Where they do, `public` says the same without a word of it,
    for logs and annotations, which strangers may read and nobody can erase.
    """

    place: Place
    severity: Severity
    code: Code
    message: str = field(repr=False)
    remedy: str = field(repr=False)
    public: str = field(default="", repr=False)

    @property
    def in_public(self) -> str:
        """What is wrong and what to type, with nothing of the note in it."""
        return self.public or f"{self.message} {self.remedy}"

    @property
    def order(self) -> tuple[Place, str, str]:
        """Problems are listed in reading order."""
        return (self.place, self.code, self.message)


def in_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Every problem once, note by note, line by line."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))
