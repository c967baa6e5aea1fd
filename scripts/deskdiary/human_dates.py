"""Dates as people read them, in the language they are written to in."""

import re
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, match_skeleton

STAFF_LANGUAGE = "en-GB"
_WEEKDAY, _MONTH = re.compile("[Ec]+"), re.compile("M{3,}|L{3,}")


@lru_cache(maxsize=256)
def locale_of(tag: str) -> Locale:
    """The Babel locale of a BCP 47 tag; plain `en` is read as the library's own English."""
    try:
        return Locale.parse("en_GB" if tag == "en" else tag, sep="-" if "-" in tag else "_")
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale.parse("en_GB")


@lru_cache(maxsize=256)
def language_name(tag: str) -> str:
    """A language as staff call it, `Welsh`; the tag itself where nobody knows it."""
    try:
        name = Locale.parse(tag.partition("-")[0]).get_language_name("en_GB")
    except (UnknownLocaleError, ValueError, TypeError):
        return tag
    return name or tag


@lru_cache(maxsize=4096)
def long_date(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`27 November 2026`."""
    return format_date(day, "long", locale=locale_of(language))


@lru_cache(maxsize=4096)
def weekday_date(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`Friday 27 November`: a day close enough to need no year."""
    return _in_full("MMMMEEEEd", day, language)


@lru_cache(maxsize=4096)
def full_date(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`Tuesday 24 November 2026`."""
    return _in_full("yMMMMEEEEd", day, language)


@lru_cache(maxsize=4096)
def short_date(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`Fri 27 Nov 2026`, for tables."""
    return format_skeleton("yMMMEd", day, locale=locale_of(language)).replace(",", "")


@lru_cache(maxsize=4096)
def day_of_month(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`27 November`: a day of this year, whose weekday no longer matters."""
    return _in_full("MMMMEEEEd", day, language, weekday="")


@lru_cache(maxsize=4096)
def month_of(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`June`, or `June 2025`, as one says when something was asked."""
    return format_skeleton("yMMMM", day, locale=locale_of(language))


def _in_full(skeleton: str, day: date, language: str, weekday: str = "EEEE") -> str:
    """A date by a skeleton, its weekday and month in full: some languages have patterns for short ones only.

    In Welsh a weekday has a capital where it begins a line alone, and these stand within sentences.
    """
    locale = locale_of(language)
    nearest = match_skeleton(skeleton, locale.datetime_skeletons) or "yMMMEd"
    pattern = str(locale.datetime_skeletons[nearest]).replace(",", "")
    full = _MONTH.sub("MMMM", _WEEKDAY.sub(weekday, pattern)).strip(" ،")
    written = format_date(day, full, locale=locale)
    return written.replace("Dydd ", "dydd ") if locale.language == "cy" else written
