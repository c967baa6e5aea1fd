"""Dates: `2026-11-30`, and what to say of every other way people write them."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.parser import parse as parse_words
from dateutil.relativedelta import relativedelta

from deskdiary.human_dates import long_date
from deskdiary.records.place import Said
from deskdiary.records.written import Node
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.texts import Line

EARLIEST_YEAR = 1990
YEARS_AHEAD = 20
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/. ]?([0-9]{1,2})[/. ]?([0-9]{1,2})")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))
_RELATIVE = {"yesterday": -1, "today": 0, "tomorrow": 1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, written year-month-day."""

    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[date] | None:
        """The day; where it is written otherwise, the problem says how to write it."""
        said = Line(80).read(node, sheet, name)
        if said is None:
            return None
        match = _ISO.fullmatch(said.value)
        day = _real(*match.groups()) if match else None
        if day is None:
            self._say_bad(said, sheet)
            return None
        if len(said.value) < len("2026-01-01"):
            message = f"{said.value} is read as {long_date(day)}."
            sheet.warning(said.place, "date-short", message, f"Type {day}.")
        self._check_year(day, said, sheet)
        return Said(day, said.place)

    def _say_bad(self, said: Said[str], sheet: Sheet) -> None:
        message = f"{said.value} is not a date as we write them."
        meant = tuple(dict.fromkeys(readings(said.value, sheet.on)))
        match = _ISO.fullmatch(_normal(said.value))
        if match and not meant and 1 <= int(match[2]) <= 12 and int(match[1]):
            days = monthrange(int(match[1]), int(match[2]))[1]
            month = f"{date(int(match[1]), int(match[2]), 1):%B %Y}"
            sheet.error(
                said.place,
                "bad-date",
                f"{month} has {days} days.",
                f"Type {match[1]}-{int(match[2]):02}-{days}, or the day that was meant.",
            )
            return
        sheet.error(said.place, "bad-date", message, _type(meant))

    def _check_year(self, day: date, said: Said[str], sheet: Sheet) -> None:
        if EARLIEST_YEAR <= day.year and day <= sheet.on + relativedelta(years=YEARS_AHEAD):
            return
        sheet.warning(said.place, "year-far-off", f"{day} is far off.", "Is the year right?")

    def schema(self) -> Mapping[str, object]:
        """A string in the form of a date."""
        return {"type": ["string", "null"], "format": "date"}


def readings(text: str, on: date) -> Iterator[date]:
    """The days that somebody who wrote this may have meant, the likeliest first."""
    plain = _normal(text)
    if plain[:10] != plain or plain != text:
        yield from _reading(_ISO, plain[:10], (0, 1, 2))
    yield from _reading(_ISO, plain, (0, 2, 1))
    yield from _reading(_YEAR_FIRST, plain, (0, 1, 2))
    yield from _reading(_DAY_FIRST, plain, (2, 1, 0))
    yield from _reading(_DAY_FIRST, plain, (2, 0, 1))
    yield from _in_words(plain.lower(), on)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip()


def _reading(pattern: re.Pattern[str], text: str, order: tuple[int, int, int]) -> Iterator[date]:
    match = pattern.fullmatch(text)
    if match:
        year, month, day = (match.groups()[part] for part in order)
        found = _real(year if len(year) > 2 else f"20{year}", month, day)
        if found:
            yield found


def _in_words(text: str, on: date) -> Iterator[date]:
    if text in _RELATIVE:
        yield on + timedelta(days=_RELATIVE[text])
    elif (weekday := text.removeprefix("next ").removeprefix("on ")) in _WEEKDAYS:
        yield on + timedelta(days=(_WEEKDAYS.index(weekday) - on.weekday() - 1) % 7 + 1)
    elif re.search(r"[a-z]{3}", text) and re.search(r"[0-9]", text) and len(text) <= 40:
        with suppress(ValueError, OverflowError, TypeError):
            yield parse_words(text, dayfirst=True, default=datetime(on.year, on.month, 1)).date()


def _real(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _type(meant: tuple[date, ...]) -> str:
    if not meant:
        return "Type the date as year-month-day, such as 2026-11-30."
    if len(meant) == 1:
        return f"Type {meant[0]}."
    return "Type " + " or ".join(f"{day} ({long_date(day)})" for day in meant[:2]) + ", whichever is meant."
