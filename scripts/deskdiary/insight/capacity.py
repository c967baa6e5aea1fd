"""How many minutes the staff have for follow-ups: their minutes a day on the open days when they are in."""

from collections.abc import Mapping
from datetime import date

from deskdiary.day.open_days import OpenDays
from deskdiary.records.library import Library, Staff
from deskdiary.spans import plus_days


def capacity(library: Library, open_days: OpenDays, first: date, last: date) -> Mapping[str, int]:
    """The minutes of each member of staff from one day to another, both counted, by her key.

    Whoever has no `minutes_a_day` is not among them: nobody knows what she has time for.
    """
    days = [
        day for number in range((last - first).days + 1) if (day := plus_days(first, number)) in open_days
    ]
    return {
        key: staff.minutes_a_day.value * sum(not _away(staff, day) for day in days)
        for key, staff in library.staff.items()
        if staff.minutes_a_day
    }


def _away(staff: Staff, day: date) -> bool:
    return any(away.covers(day) for away in staff.away)
