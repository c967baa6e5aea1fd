"""Spans of time as people say them ("2 weeks", "3 months"), and how they are counted from a day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
UNITS = ("day", "week", "month", "year")
LONGEST = 9999
_WRITTEN = re.compile(r"(\d{1,4})\s+(day|week|month|year)s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Span:
    """A number of days, weeks, months or years, at least one."""

    count: int
    unit: str

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"

    @property
    def every(self) -> str:
        """`every week`, `every 2 weeks`."""
        return f"every {self.unit if self.count == 1 else self}"

    def after(self, day: date, factor: int) -> date:
        """The span so many times over after a day, reckoned in one step: two months are not one and one."""
        count = self.count * factor
        if self.unit in _DAYS:
            return day + timedelta(days=count * _DAYS[self.unit])
        year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS[self.unit], 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def parse_span(text: str) -> Span | None:
    """A span as a librarian writes it, or None. `2 weeks`, `1 month`, `90 days`."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None or int(match[1]) == 0:
        return None
    return Span(int(match[1]), match[2].lower())


def plus_span(day: date, span: Span, factor: int = 1) -> date:
    """So many spans after a day. 31 January + 1 month is the last of February. Ends at the year 9999."""
    try:
        return span.after(day, factor)
    except (ValueError, OverflowError):
        return date.max


def plus_days(day: date, days: int) -> date:
    """So many days after (or before) a day, within the calendar's first and last day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
