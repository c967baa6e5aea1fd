"""What a reader knows while it reads one file, and the problems it finds on the way."""

from dataclasses import dataclass, field
from datetime import date

from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.records.problem_codes import Code


@dataclass(frozen=True, slots=True)
class Sheet:
    """The file being read, the library's country, and the day (for "tomorrow" and for years far off).

    Hardly any reading depends on more of the day than its year; `asked_the_day` says which ones did.
    """

    path: str
    on: date
    country: str | None = None
    problems: list[Problem] = field(default_factory=list)
    asked_the_day: set[str] = field(default_factory=set)

    @property
    def year(self) -> int:
        """The year it is."""
        return self.on.year

    def the_day(self) -> date:
        """The very day: what is read by it holds for that day alone."""
        self.asked_the_day.add(self.path)
        return self.on

    def error(self, place: Place, code: Code, message: str, remedy: str, public: str = "") -> None:
        """Something that is written is lost unless it is mended."""
        self.problems.append(Problem(place, Severity.ERROR, code, message, remedy, public))

    def warning(self, place: Place, code: Code, message: str, remedy: str, public: str = "") -> None:
        """Something was read, but perhaps not as it was meant."""
        self.problems.append(Problem(place, Severity.WARNING, code, message, remedy, public))

    def notice(self, place: Place, code: Code, message: str, remedy: str, public: str = "") -> None:
        """Nothing is wrong; something is worth knowing."""
        self.problems.append(Problem(place, Severity.NOTICE, code, message, remedy, public))

    @property
    def top(self) -> Place:
        """The first line of the file: where to point for what is not there."""
        return Place(self.path)
