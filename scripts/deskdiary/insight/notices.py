"""Whom the usual notices fail: those who rarely or never read e-mail, and those who have none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from deskdiary.records.desk import Desk
from deskdiary.records.manner import NEVER, OFTEN, RARELY, reads_email
from deskdiary.records.patron import Patron


class Reading(StrEnum):
    """How far the library's own notices reach somebody."""

    REACHED = "reached"
    RARELY = "rarely"
    NEVER = "never"
    NO_EMAIL = "no e-mail"


@dataclass(frozen=True, slots=True)
class Category:
    """The patrons of a category, by how far the usual notices reach them. Its key is None for no category."""

    key: str | None
    readings: Mapping[Reading, int]

    @property
    def people(self) -> int:
        """How many patrons there are."""
        return sum(self.readings.values())

    @property
    def failed(self) -> int:
        """How many of them the usual notices fail."""
        return self.people - self.readings[Reading.REACHED]


def by_category(desk: Desk) -> Mapping[str | None, tuple[Patron, ...]]:
    """The patrons of each category in the order of `library.yml`, then those of none."""
    found: dict[str | None, list[Patron]] = {key: [] for key in (*desk.library.categories, None)}
    for patron in desk.patrons:
        category = desk.category_of(patron)
        found[category.key if category else None].append(patron)
    return {key: tuple(members) for key, members in found.items() if members}


def categories(desk: Desk) -> Iterator[Category]:
    """Each category that has patrons."""
    for key, members in by_category(desk).items():
        readings = [reading(patron, desk) for patron in members]
        yield Category(key, {each: readings.count(each) for each in Reading})


def reading(patron: Patron, desk: Desk) -> Reading:
    """Who reads e-mail often is reached, if the note has an address to write to."""
    how = {OFTEN: Reading.REACHED, RARELY: Reading.RARELY, NEVER: Reading.NEVER}[
        reads_email(patron, desk).value
    ]
    return Reading.NO_EMAIL if how is Reading.REACHED and patron.email is None else how
