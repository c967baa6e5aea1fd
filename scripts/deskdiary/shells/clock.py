"""The clock: the only place where the program learns what day it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today_in(timezone: str | None) -> date:
    """The day it is in a time zone of the IANA database; by UTC where the library names none."""
    return datetime.now(ZoneInfo(timezone) if timezone else UTC).date()
