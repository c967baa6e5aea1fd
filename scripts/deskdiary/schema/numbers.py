"""Numbers and what is counted: whole numbers, yes and no, spans of time, weekdays."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from deskdiary.folding import fold
from deskdiary.records.library import DayOfWeek
from deskdiary.records.place import Said
from deskdiary.records.written import Node
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.texts import Line
from deskdiary.spans import UNITS, Span, parse_span

_LONGEST = 40
_AS_IN = "Type it as in 2 weeks or 3 months."
_ANSWERS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WORDS = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}
_UNITS = {
    **{unit: unit for unit in UNITS},
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
    "d": "day",
    "w": "week",
    "wk": "week",
    "m": "month",
    "mo": "month",
    "y": "year",
    "yr": "year",
}
_COUNTS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int
    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return f"whole number from {self.least} to {self.most:,}"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[int] | None:
        """The number, where it lies between the two."""
        said = Line(_LONGEST).read(node, sheet, name)
        if said is None:
            return None
        if re.fullmatch(r"[+-]?[0-9]{1,9}", said.value) and self.least <= int(said.value) <= self.most:
            return Said(int(said.value), said.place)
        message = f"{name} is a whole number from {self.least} to {self.most:,}."
        sheet.error(said.place, "bad-number", message, f"Type a number such as {max(self.least, 3)}.")
        return None

    def schema(self) -> Mapping[str, object]:
        """An integer."""
        return {"type": ["integer", "null"], "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True, slots=True)
class YesNo:
    """True or false, as YAML 1.2 writes them."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "`true` or `false`"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[bool] | None:
        """The answer; `yes` and `no` are words."""
        said = Line().read(node, sheet, name)
        if said is None:
            return None
        if said.value in _ANSWERS:
            return Said(_ANSWERS[said.value], said.place)
        meant = _WORDS.get(said.value.lower())
        remedy = f"Type {meant}." if meant else "Type true or false."
        sheet.error(said.place, "not-true-or-false", f"{name} is true or false.", remedy)
        return None

    def schema(self) -> Mapping[str, object]:
        """A boolean."""
        return {"type": ["boolean", "null"]}


@dataclass(frozen=True, slots=True)
class SpanOfTime:
    """A span of time: "2 weeks", "3 months"."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "`2 weeks`, `1 month`: a number and days, weeks, months or years"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[Span] | None:
        """The span, where it is a number and a unit."""
        said = Line(40).read(node, sheet, name)
        if said is None:
            return None
        span = parse_span(said.value)
        if span:
            return Said(span, said.place)
        message = f"{name} is a span of time: a number and days, weeks, months or years."
        public = f"{message} {_AS_IN}"
        sheet.error(said.place, "bad-span", message, _span_meant(said.value), public)
        return None

    def schema(self) -> Mapping[str, object]:
        """A string of a number and a unit."""
        return {"type": ["string", "null"], "pattern": r"^[0-9]{1,4} (day|week|month|year)s?$"}


def _span_meant(text: str) -> str:
    """`monthly`, `every two weeks`, `1 yr`: what to type for the usual ways of putting it."""
    words = re.findall(r"[a-z]+|[0-9]{1,4}", text.lower())
    unit = next((found for word in words if (found := _UNITS.get(word.removesuffix("s")))), None)
    if unit is None:
        return _AS_IN
    count = next((_COUNTS.get(word) or int(word) for word in words if word in _COUNTS or word.isdigit()), 1)
    return f"Type {Span(count, unit)}." if count else _AS_IN


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, by its English name."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "a weekday: `mon`, `tue` …"

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[DayOfWeek] | None:
        """The weekday by its English name or its first three letters."""
        said = Line(20).read(node, sheet, name)
        if said is None:
            return None
        typed = fold(said.value)
        for names in (_WEEKDAYS, _FULL):
            if typed in names:
                return Said(DayOfWeek(names.index(typed)), said.place)
        remedy = "Type mon, tue, wed, thu, fri, sat or sun."
        sheet.error(said.place, "bad-weekday", "This is not a day of the week.", remedy)
        return None

    def schema(self) -> Mapping[str, object]:
        """The weekdays' names."""
        return {"enum": [*_WEEKDAYS, *_FULL]}
