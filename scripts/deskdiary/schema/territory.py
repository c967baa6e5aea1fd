"""Where a library is: its time zone, its country, and the part of it whose holidays count."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from zoneinfo import available_timezones

import holidays
from babel import Locale

from deskdiary.folding import fold
from deskdiary.records.library import Library
from deskdiary.records.place import Said
from deskdiary.records.written import Node
from deskdiary.schema.nearness import nearest
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.texts import Line

_LONGEST = 64


@dataclass(frozen=True, slots=True)
class TimeZone:
    """A time zone as the IANA database names it."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "a time zone: `Europe/London`"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The zone, where there is one of that name."""
        said = Line(_LONGEST).read(node, sheet, name)
        if said is None or said.value in _time_zones():
            return said
        near = nearest(said.value, _time_zones())
        remedy = f"Did you mean {near}?" if near else "Type one such as Europe/London."
        sheet.error(said.place, "bad-timezone", "There is no time zone of this name.", remedy)
        return None

    def schema(self) -> Mapping[str, object]:
        """A string."""
        return {"type": ["string", "null"]}


@dataclass(frozen=True, slots=True)
class Country:
    """A country whose public holidays are known."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "two capital letters: `GB`"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[str] | None:
        """The country's two letters."""
        said = Line(_LONGEST).read(node, sheet, name)
        if said is None or said.value in subdivisions():
            return said
        code = _territories().get(fold(said.value))
        remedy = f"Type {code}." if code else "Type the country's two capital letters, such as GB."
        sheet.error(said.place, "bad-country", "The public holidays of this country are not known.", remedy)
        return None

    def schema(self) -> Mapping[str, object]:
        """Two capital letters."""
        return {"type": ["string", "null"], "pattern": "^[A-Z]{2}$"}


def with_known_subdivision(library: Library, sheet: Sheet) -> Library:
    """The library; a part of the country whose holidays nobody knows costs itself alone."""
    said = library.subdivision
    if said is None:
        return library
    known = subdivisions().get(library.country.value, ()) if library.country else ()
    if said.value in known:
        return library
    place = "this country" if library.country else "no country: `country` is missing"
    remedy = f"Type one of: {', '.join(known)}." if known else "Take the line out."
    sheet.error(said.place, "bad-subdivision", f"This is no part of {place}.", remedy)
    return replace(library, subdivision=None)


@cache
def _time_zones() -> tuple[str, ...]:
    """The zones' names in order; looking for them takes the better part of a reading."""
    return tuple(sorted(available_timezones()))


@cache
def subdivisions() -> Mapping[str, tuple[str, ...]]:
    """The countries whose holidays are known, each with its parts."""
    known = holidays.list_supported_countries(include_aliases=False)
    return {country: tuple(parts) for country, parts in known.items() if len(country) == len("GB")}


@cache
def _territories() -> Mapping[str, str]:
    """Countries by their English names, by other capitals, and by what people call them."""
    named = {fold(name): code for code, name in Locale("en").territories.items() if code in subdivisions()}
    codes = {fold(code): code for code in subdivisions()}
    return {**named, **codes, "uk": "GB", "england": "GB", "scotland": "GB", "wales": "GB", "usa": "US"}
