"""Things that come round again: which occurrences there are to think of on a day."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import count

from deskdiary.rules.rule import Day
from deskdiary.spans import Span, plus_days, plus_span

LOOK_BACK_DAYS = 365
_SHORTEST = {"day": 1, "week": 7, "month": 31, "year": 366}


def occurrences(first: date, every: Span, day: Day, skip: int = 0) -> Iterator[tuple[date, date]]:
    """Each occurrence that matters on the day, with the last day before the next one.

    Counted from the first day, of which `skip` are no occurrence themselves.

    Reckoned from a year back to the horizon, and beyond it where the days before an occurrence are
    closed and it has to be seen to already.
    """
    nth = _counting(first, every)
    for k in count(max(skip, _skippable(first, every, day))):
        here, then = nth(k), nth(k + 1)
        if not in_sight(here, day) or here == then:
            return
        if plus_days(then, -1) >= plus_days(day.on, -LOOK_BACK_DAYS):
            yield here, plus_days(then, -1)


def in_sight(occurrence: date, day: Day) -> bool:
    """Whether an occurrence lies within the horizon, or opens by the day though it lies beyond."""
    return occurrence <= plus_days(day.on, day.horizon) or day.open_days.on_or_before(occurrence) <= day.on


def _counting(first: date, every: Span) -> Callable[[int], date]:
    return lambda k: plus_span(first, every, k)


def _skippable(first: date, every: Span, day: Day) -> int:
    """How many occurrences surely lie too far back, so that forty years of them cost nothing."""
    back = (day.on - first).days - LOOK_BACK_DAYS
    return max(0, back // (_SHORTEST[every.unit] * every.count) - 1)
