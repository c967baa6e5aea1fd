"""What a check is given, and what it is: a question to the whole desk, answered by problems."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias

from deskdiary.day.state import Standing
from deskdiary.records.desk import Desk
from deskdiary.records.library import PATH
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.records.problem_codes import Code


@dataclass(frozen=True)
class Seen:
    """The desk, the day, and every occasion with its state."""

    desk: Desk = field(repr=False)
    on: date
    horizon: int
    standings: tuple[Standing, ...] = field(default=(), repr=False)

    @cached_property
    def by_id(self) -> Mapping[str, Standing]:
        """The occasions by their whole ids."""
        return {standing.occasion.id: standing for standing in self.standings}

    @cached_property
    def library_is_sound(self) -> bool:
        """Whether `library.yml` was read whole; if not, what it does not name may well be in it."""
        return not any(
            problem.place.path == PATH and problem.severity is Severity.ERROR
            for problem in self.desk.problems
        )


Check: TypeAlias = Callable[[Seen], Iterator[Problem]]


def error(place: Place, code: Code, message: str, remedy: str, public: str = "") -> Problem:
    """Something that is written is lost unless it is mended."""
    return Problem(place, Severity.ERROR, code, message, remedy, public)


def warning(place: Place, code: Code, message: str, remedy: str, public: str = "") -> Problem:
    """Something is hardly meant as it is written."""
    return Problem(place, Severity.WARNING, code, message, remedy, public)


def notice(place: Place, code: Code, message: str, remedy: str, public: str = "") -> Problem:
    """Nothing is wrong; something is worth knowing."""
    return Problem(place, Severity.NOTICE, code, message, remedy, public)
