"""Small desks, written in a test as a librarian would write them, and read by the program's own reading.

A desk is one text. A line such as `# patrons/p-k7f2.md`, `# resources/atlas.md` or `# library.yml` begins
a file; what stands before the first such line is the note of the one patron, `patrons/p-test.md`. A note
may leave out the `---` lines where it has front matter alone.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from deskdiary.day.follow_up import FollowUp
from deskdiary.day.plan import Plan, reckon
from deskdiary.day.state import Standing
from deskdiary.records.desk import Desk
from deskdiary.shells.reading.desk import read_desk, read_library

THE_PATRON = "p-test"
LIBRARY = """\
library: Small Library
timezone: Europe/London
country: GB
subdivision: WLS
# Every note with a date in it is due a look some day; a test that is about something else need not say so.
rules: {note-review: off}
"""
_HEADING = re.compile(r"^# ((?:patrons|resources)/\S+\.md|library\.yml)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class DayAtDesk:
    """A desk on one day: its plan, and what a test mostly asks of it."""

    plan: Plan

    def states(self, patron: str = THE_PATRON) -> dict[str, str]:
        """The state of every occasion of one patron, by the id as it stands in that patron's note."""
        return {
            each.occasion.short_id: str(each.state)
            for each in self.plan.standings
            if each.occasion.patron == patron
        }

    def all_states(self) -> dict[str, str]:
        """The state of every occasion of everybody, by its whole id."""
        return {each.occasion.id: str(each.state) for each in self.plan.standings}

    def standing(self, short_id: str, patron: str = THE_PATRON) -> Standing:
        """One occasion, by the id as it stands in the patron's note."""
        return next(each for each in self.plan.standings if each.occasion.id == f"{patron}/{short_id}")

    def dates(self, short_id: str, patron: str = THE_PATRON) -> dict[str, str | None]:
        """When an occasion opens, is due and closes."""
        occasion = self.standing(short_id, patron).occasion
        days = {"opens": occasion.opens, "due": occasion.due, "closes": occasion.closes}
        return {name: str(day) if day else None for name, day in days.items()}

    def follow_up(self, patron: str = THE_PATRON) -> FollowUp | None:
        """What is to be done about one patron."""
        return next((each for each in self.plan.follow_ups if each.patron.key == patron), None)

    def the_follow_up(self, patron: str = THE_PATRON) -> FollowUp:
        """The same, where there must be something to do."""
        found = self.follow_up(patron)
        assert found is not None, f"nothing is to be done about {patron}"
        return found

    def problems(self) -> list[str]:
        """Every problem as `path:line code`."""
        return [f"{problem.place} {problem.code}" for problem in self.plan.problems]


@dataclass(frozen=True, slots=True)
class WrittenDesk:
    """A desk's folder."""

    root: Path

    def read(self, day: str) -> Desk:
        """The desk as the program reads it on a day."""
        on = date.fromisoformat(day)
        return read_desk(self.root, read_library(self.root, on), on)

    def on(self, day: str) -> DayAtDesk:
        """The desk reckoned on a day."""
        return DayAtDesk(reckon(self.read(day), date.fromisoformat(day)))

    def today(self) -> DayAtDesk:
        """The desk reckoned on the day that its `library.yml` fixes."""
        said = read_library(self.root, date.min).library.today
        assert said is not None, "library.yml fixes no day"
        return self.on(str(said.value))


def write_desk(root: Path, text: str) -> WrittenDesk:
    """A desk's folder made of one text."""
    for path, content in files_of(text).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="")
    return WrittenDesk(root)


def files_of(text: str) -> Mapping[str, str]:
    """The files of a desk by their paths; a library of its own where the text has none."""
    return {"library.yml": LIBRARY, **dict(_files(textwrap.dedent(text)))}


def _files(text: str) -> Iterator[tuple[str, str]]:
    before, *rest = _HEADING.split(text)
    if before.strip():
        yield f"patrons/{THE_PATRON}.md", _note(before)
    for path, content in zip(rest[::2], rest[1::2], strict=True):
        yield path, content.strip() + "\n" if path == "library.yml" else _note(content)


def _note(text: str) -> str:
    written = text.strip("\n")
    return f"{written}\n" if written.startswith("---") else f"---\n{written}\n---\n"
