"""Weekdays beside dates in a text, and whether they agree."""

import re
from datetime import date
from functools import lru_cache

from babel.dates import get_day_names, get_month_names

from deskdiary.human_dates import locale_of

_HALF_A_YEAR = 183


def wrong_weekday(text: str, on: date, language: str) -> bool:
    """Whether some `Friday 27 November` of the text, with a year or of about now, is no Friday."""
    return any(not _agrees(match, on, language) for match in _pattern(language).finditer(text))


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str]:
    """A weekday, a day of the month, a month and perhaps a year, as the language has them."""
    weekdays = "|".join(re.escape(name) for name in _weekdays(language))
    months = "|".join(re.escape(name) for name in sorted(_months(language), key=len, reverse=True))
    day_first, month_first = rf"(\d{{1,2}})\.? (?:de )?({months})", rf"({months}) (\d{{1,2}})"
    year = r"(?:,? (?:de )?(\d{4}))?\b"
    return re.compile(rf"({weekdays}),? (?:{day_first}|{month_first}){year}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _weekdays(language: str) -> dict[str, int]:
    """Each weekday's number by its name, without what Welsh changes at its beginning: `dydd`, `ddydd`."""
    names = get_day_names("wide", locale=locale_of(language))
    return {str(name).casefold().removeprefix("dydd "): number for number, name in names.items()}


@lru_cache(maxsize=64)
def _months(language: str) -> dict[str, int]:
    names = get_month_names("wide", locale=locale_of(language))
    return {str(name).casefold(): number for number, name in names.items()}


def _agrees(match: re.Match[str], on: date, language: str) -> bool:
    weekday, first, month, other_month, second, year = match.groups()
    number, months = _weekdays(language)[weekday.casefold()], _months(language)
    wanted = months[(month or other_month).casefold()], int(first or second)
    years = [int(year)] if year else [on.year - 1, on.year, on.year + 1]
    days = [day for each in years if (day := _day(each, *wanted))]
    near = [day for day in days if year or day.year == on.year or abs((day - on).days) <= _HALF_A_YEAR]
    return any(day.weekday() == number for day in near)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
