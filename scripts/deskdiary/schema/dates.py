"""Dates: `2026-11-30`, and what to say of every other way people write them."""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from deskdiary.human_dates import long_date
from deskdiary.records.place import Said
from deskdiary.records.written import Node, Scalar
from deskdiary.schema.date_readings import ISO, normal, readings, real_day
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.texts import Line

EARLIEST_YEAR = 1990
YEARS_AHEAD = 20
_LONGEST = 80
_DATE_SHAPED = re.compile(r"[0-9]{1,4}(?:[-/. ]?[0-9]{1,4}){1,2}")
_TIMED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ].*[0-9].*")
_MONTHS = 12
_FORM = "Type the date as year-month-day, such as 2026-11-30."


@dataclass(frozen=True, slots=True)
class Day:
    """A day, written year-month-day."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "date: `2026-11-30`"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[date] | None:
        """The day; where it is written otherwise, the problem says how to write it."""
        text = node.text if isinstance(node, Scalar) else ""
        usual = _usual_day(text, sheet.year)
        if usual:
            return Said(usual, node.place)
        match = ISO.fullmatch(text)
        said = Said(text, node.place) if match else Line(_LONGEST).read(node, sheet, name)
        if said is None:
            return None
        match = match or ISO.fullmatch(said.value)
        day = real_day(*match.groups()) if match else None
        if day is None:
            _say_bad(said, sheet)
            return None
        if len(said.value) < len("2026-01-01"):
            message = f"{said.value} is read as {long_date(day)}."
            public = "A date has ten characters. Type it as year-month-day, such as 2026-11-04."
            sheet.warning(said.place, "date-short", message, f"Type {day}.", public)
        _check_year(day, said, sheet)
        return Said(day, said.place)

    def schema(self) -> Mapping[str, object]:
        """A string in the form of a date."""
        return {"type": ["string", "null"], "format": "date"}


@lru_cache(maxsize=16384)
def _usual_day(text: str, year: int) -> date | None:
    """A day in ten characters, and in a year that nobody wonders at; a desk has few such days, each often."""
    match = ISO.fullmatch(text) if len(text) == len("2026-01-01") else None
    day = real_day(*match.groups()) if match else None
    return day if day and EARLIEST_YEAR <= day.year < year + YEARS_AHEAD else None


def _check_year(day: date, said: Said[str], sheet: Sheet) -> None:
    if EARLIEST_YEAR <= day.year < sheet.year + YEARS_AHEAD:
        return
    if day.year >= EARLIEST_YEAR and day <= sheet.the_day() + relativedelta(years=YEARS_AHEAD):
        return
    public = "This day is far off. Is the year right?"
    sheet.warning(said.place, "year-far-off", f"{day} is far off.", "Is the year right?", public)


def _say_bad(said: Said[str], sheet: Sheet) -> None:
    meant = tuple(dict.fromkeys(readings(said.value, sheet.the_day())))
    if not meant and _say_month(said, sheet):
        return
    remedy = _type(meant)
    if _TIMED.fullmatch(said.value):
        message = "A time stands with the date, and whose clock it means nobody can tell."
        sheet.error(said.place, "bad-date", message, f"{remedy} No time belongs to it.", f"{message} {_FORM}")
        return
    public = f"This is not a date as we write them. {_FORM}"
    quote = said.value if _DATE_SHAPED.fullmatch(said.value) else "This"
    sheet.error(said.place, "bad-date", f"{quote} is not a date as we write them.", remedy, public)


def _say_month(said: Said[str], sheet: Sheet) -> bool:
    """30 February: the month is there, the day is not."""
    match = ISO.fullmatch(normal(said.value))
    if match is None or not 1 <= int(match[2]) <= _MONTHS or not int(match[1]):
        return False
    year, month = int(match[1]), int(match[2])
    days = monthrange(year, month)[1]
    message = f"{date(year, month, 1):%B} {year} has {days} days."
    remedy = f"Type {year:04}-{month:02}-{days}, or the day that was meant."
    sheet.error(said.place, "bad-date", message, remedy, f"This month has no such day. {_FORM}")
    return True


def _type(meant: tuple[date, ...]) -> str:
    if not meant:
        return _FORM
    if len(meant) == 1:
        return f"Type {meant[0]}."
    return "Type " + " or ".join(f"{day} ({long_date(day)})" for day in meant[:2]) + ", whichever is meant."
