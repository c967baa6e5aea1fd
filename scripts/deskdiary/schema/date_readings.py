"""The days that somebody may have meant who wrote a date in another way than ours."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

from dateutil.parser import parse as parse_words

from deskdiary.spans import parse_span, plus_span

ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/. -]([0-9]{1,2})[/. -]([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/. ]?([0-9]{1,2})[/. ]?([0-9]{1,2})")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"))
_DATE_LENGTH = len("2026-11-30")
_YEAR_LENGTH = len("2026")
_LONGEST_IN_WORDS = 40
_RELATIVE = {"yesterday": -1, "today": 0, "now": 0, "tomorrow": 1, "next week": 7}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Without a day of its own, a month in words is no day.
_IN_WORDS = re.compile(r"(?=.*[a-z]{3})(?=.*(?<![0-9])[0-9]{1,2}(?![0-9])).*", re.DOTALL)


def readings(text: str, on: date) -> Iterator[date]:
    """The days that somebody who wrote this may have meant, the likeliest first."""
    plain = normal(text)
    if plain != text or len(plain) > _DATE_LENGTH:
        yield from _reading(ISO, plain[:_DATE_LENGTH], (0, 1, 2))
    yield from _reading(ISO, plain, (0, 2, 1))
    yield from _reading(_YEAR_FIRST, plain, (0, 1, 2))
    yield from _reading(_DAY_FIRST, plain, (2, 1, 0))
    yield from _reading(_DAY_FIRST, plain, (2, 0, 1))
    yield from _in_words(plain.lower(), on)


def normal(text: str) -> str:
    """A date with ordinary digits and hyphens, and no marks of code around it."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip(" \t“”\"'`.,")
    return "".join(str(unicodedata.digit(sign, sign)) if sign.isdigit() else sign for sign in plain)


def real_day(year: str, month: str, day: str) -> date | None:
    """The day of this year and month, if there is one."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _reading(pattern: re.Pattern[str], text: str, order: tuple[int, int, int]) -> Iterator[date]:
    match = pattern.fullmatch(text)
    if match:
        year, month, day = (match.groups()[part] for part in order)
        found = real_day(year if len(year) == _YEAR_LENGTH else f"20{year}", month, day)
        if found:
            yield found


def _in_words(text: str, on: date) -> Iterator[date]:
    weekday = text.removeprefix("next ").removeprefix("this ").removeprefix("on ")
    span = parse_span(text.removeprefix("in "))
    if text in _RELATIVE:
        yield on + timedelta(days=_RELATIVE[text])
    elif weekday in _WEEKDAYS:
        yield on + timedelta(days=(_WEEKDAYS.index(weekday) - on.weekday() - 1) % 7 + 1)
    elif span and text.startswith("in "):
        yield plus_span(on, span)
    elif len(text) <= _LONGEST_IN_WORDS and _IN_WORDS.fullmatch(text):
        # dateutil guesses more than it documents, and so it fails in more ways, too.
        with suppress(ValueError, ArithmeticError, TypeError, AttributeError, IndexError):
            first = datetime(on.year, on.month, 1, tzinfo=UTC)
            yield parse_words(text, dayfirst=True, default=first, ignoretz=True).date()
