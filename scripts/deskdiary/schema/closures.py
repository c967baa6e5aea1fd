"""Days on which a library is closed: one, or the first and the last of several."""

from collections.abc import Mapping
from dataclasses import dataclass

from deskdiary.records.library import Closure
from deskdiary.records.written import Node, Scalar
from deskdiary.schema.dates import Day
from deskdiary.schema.record import Field, Record
from deskdiary.schema.sheet import Sheet

_CLOSURE = Record(
    "closure",
    (
        Field("from", Day(), "the first closed day", required=True, attribute="first"),
        Field("to", Day(), "the last closed day", required=True, attribute="last"),
    ),
    Closure,
)


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """One closed day, or the first and last of several."""

    absent: None = None

    @property
    def told(self) -> str:
        """The kind in words, for the reference."""
        return "a date or " + _CLOSURE.told

    def read(self, node: Node, sheet: Sheet, name: str) -> object | None:
        """The closure, a single day being its own first and last."""
        if isinstance(node, Scalar):
            day = Day().read(node, sheet, name)
            return Closure(day, day) if day else None
        return _CLOSURE.read(node, sheet)

    def schema(self) -> Mapping[str, object]:
        """A date, or an object with two."""
        return {"oneOf": [Day().schema(), _CLOSURE.schema()]}
