"""The months and weeks that are looked at: half a year of months up to a day, and the weeks around it."""

from datetime import date

from deskdiary.spans import plus_days

MONTHS = 6
WEEKS_BACK, WEEKS_AHEAD = 8, 4


def months_to(on: date) -> tuple[date, ...]:
    """The first day of each of the last six calendar months, the one that the day is in included."""
    months = [month_of(on)]
    for _ in range(MONTHS - 1):
        months.append(month_of(plus_days(months[-1], -1)))
    return tuple(sorted(set(months)))


def month_of(day: date) -> date:
    """The first day of a day's month."""
    return day.replace(day=1)


def weeks_around(on: date) -> tuple[date, ...]:
    """The Mondays of eight weeks gone by, of this one, and of the four to come."""
    monday = week_of(on)
    around = (plus_days(monday, 7 * number) for number in range(-WEEKS_BACK, WEEKS_AHEAD + 1))
    return tuple(dict.fromkeys(around))


def week_of(day: date) -> date:
    """The Monday of a day's week."""
    return plus_days(day, -day.weekday())


def week_end(monday: date) -> date:
    """The Sunday of a week."""
    return plus_days(monday, 6)
