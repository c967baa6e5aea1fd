"""Which days the library is open, and how days are counted over the closed ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import chain

import holidays

from deskdiary.records.library import Library
from deskdiary.spans import plus_days

WORKING_WEEK = frozenset(range(5))
# A library that is closed for longer than this counts every day as open: better early than never.
LONGEST_CLOSURE = 500


@cache
def public_holidays(country: str, subdivision: str | None, year: int) -> frozenset[date]:
    """The public holidays of a year, as the `holidays` package knows them."""
    return frozenset(holidays.country_holidays(country, subdiv=subdivision, years=year))


@dataclass(frozen=True, slots=True)
class OpenDays:
    """The weekdays that are open, less public holidays, less the days that are closed."""

    weekdays: frozenset[int] = WORKING_WEEK
    country: str | None = None
    subdivision: str | None = None
    closures: tuple[tuple[date, date], ...] = ()

    def __contains__(self, day: date) -> bool:
        if day.weekday() not in self.weekdays or any(a <= day <= b for a, b in self.closures):
            return False
        return not self.country or day not in public_holidays(self.country, self.subdivision, day.year)

    def before(self, day: date, count: int) -> date:
        """The count-th open day strictly before a day; with 0, the last open day on or before it."""
        if count == 0:
            return self.on_or_before(day)
        return _counted(self, day, count, -1)

    def after(self, day: date, count: int) -> date:
        """The count-th open day strictly after a day; with 0, the day itself."""
        return _counted(self, day, count, 1)

    def on_or_before(self, day: date) -> date:
        """The last open day up to and with a day."""
        return _on_or_before(self, day)


# Thousands of loans fall on few days: each count is made once, and each neighbour looked for once.
@lru_cache(maxsize=16384)
def _counted(days: OpenDays, day: date, count: int, step: int) -> date:
    for _ in range(count):
        day = _next(days, day, step)
    return day


@lru_cache(maxsize=16384)
def _next(days: OpenDays, day: date, step: int) -> date:
    return next((other for other in _walk(day, step) if other in days), plus_days(day, step))


@lru_cache(maxsize=16384)
def _on_or_before(days: OpenDays, day: date) -> date:
    return next((other for other in chain((day,), _walk(day, -1)) if other in days), day)


def _walk(day: date, step: int) -> Iterator[date]:
    for distance in range(1, LONGEST_CLOSURE + 1):
        yield plus_days(day, step * distance)


def open_days_of(library: Library) -> OpenDays:
    """The open days that `library.yml` sets: Monday to Friday where it does not say."""
    return OpenDays(
        weekdays=frozenset(said.value for said in library.open) or WORKING_WEEK,
        country=library.country.value if library.country else None,
        subdivision=library.subdivision.value if library.subdivision else None,
        closures=tuple((closure.first.value, closure.last.value) for closure in library.closed),
    )
