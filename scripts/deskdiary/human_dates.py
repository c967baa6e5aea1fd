"""Dates as people read them, in the language they are written to in."""

from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

STAFF_LANGUAGE = "en-GB"


@lru_cache(maxsize=256)
def locale_of(tag: str) -> Locale:
    """The Babel locale of a BCP 47 tag; plain `en` is read as the library's own English."""
    try:
        return Locale.parse("en_GB" if tag == "en" else tag, sep="-" if "-" in tag else "_")
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale.parse("en_GB")


@lru_cache(maxsize=4096)
def long_date(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`27 November 2026`."""
    return format_date(day, "long", locale=locale_of(language))


@lru_cache(maxsize=4096)
def weekday_date(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`Friday 27 November`: a day close enough to need no year."""
    return format_skeleton("MMMMEEEEd", day, locale=locale_of(language)).replace(",", "")


@lru_cache(maxsize=4096)
def full_date(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`Tuesday 24 November 2026`."""
    return format_skeleton("yMMMMEEEEd", day, locale=locale_of(language)).replace(",", "")


@lru_cache(maxsize=4096)
def short_date(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`Fri 27 Nov 2026`, for tables."""
    return format_skeleton("yMMMEd", day, locale=locale_of(language)).replace(",", "")


@lru_cache(maxsize=4096)
def month_of(day: date, language: str = STAFF_LANGUAGE) -> str:
    """`June`, or `June 2025`, as one says when something was asked."""
    return format_skeleton("yMMMM", day, locale=locale_of(language))
