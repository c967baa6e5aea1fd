"""The clock: the only place where the program learns what day it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today_in(timezone: str | None) -> date:
    """The day it is in a time zone of the IANA database; by UTC where the library names none."""
    return day_at(datetime.now(UTC), timezone)


def day_at(moment: datetime, timezone: str | None) -> date:
    """The day that a moment falls on in a time zone, summer time included."""
    return moment.astimezone(ZoneInfo(timezone) if timezone else UTC).date()
