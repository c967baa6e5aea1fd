"""Numbers and what is counted: whole numbers, yes and no, spans of time, weekdays."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from deskdiary.folding import fold
from deskdiary.records.place import Said
from deskdiary.records.written import Node
from deskdiary.schema.sheet import Sheet
from deskdiary.schema.texts import Line
from deskdiary.spans import Span, parse_span

_YES = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `least` to `most`."""

    least: int
    most: int
    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[int] | None:
        """The number, where it lies between the two."""
        said = Line(20).read(node, sheet, name)
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

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[bool] | None:
        """The answer; `yes` and `no` are words."""
        said = Line().read(node, sheet, name)
        if said is None:
            return None
        if said.value in _YES:
            return Said(_YES[said.value], said.place)
        sheet.error(said.place, "not-true-or-false", f"{name} is true or false.", "Type true or false.")
        return None

    def schema(self) -> Mapping[str, object]:
        """A boolean."""
        return {"type": ["boolean", "null"]}


@dataclass(frozen=True, slots=True)
class SpanOfTime:
    """A span of time: "2 weeks", "3 months"."""

    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[Span] | None:
        """The span, where it is a number and a unit."""
        said = Line(40).read(node, sheet, name)
        if said is None:
            return None
        span = parse_span(said.value)
        if span:
            return Said(span, said.place)
        message = f"{name} is a span of time: a number and days, weeks, months or years."
        sheet.error(said.place, "bad-span", message, "Type it as in 2 weeks or 3 months.")
        return None

    def schema(self) -> Mapping[str, object]:
        """A string of a number and a unit."""
        return {"type": ["string", "null"], "pattern": r"^[0-9]{1,4} (day|week|month|year)s?$"}


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; Monday is 0."""

    absent: None = None

    def read(self, node: Node, sheet: Sheet, name: str) -> Said[int] | None:
        """The weekday by its English name or its first three letters."""
        said = Line(20).read(node, sheet, name)
        if said is None:
            return None
        typed = fold(said.value)
        for names in (_WEEKDAYS, _FULL):
            if typed in names:
                return Said(names.index(typed), said.place)
        sheet.error(
            said.place,
            "bad-weekday",
            f"{name} lists days of the week.",
            "Type mon, tue, wed, thu, fri, sat or sun.",
        )
        return None

    def schema(self) -> Mapping[str, object]:
        """The weekdays' names."""
        return {"enum": [*_WEEKDAYS, *_FULL]}
