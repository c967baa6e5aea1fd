"""What a rule is: a kind of occasion, how the library may set it, and how its occasions are found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from deskdiary.day.occasion import Occasion
from deskdiary.day.open_days import OpenDays
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.spans import Span


@dataclass(frozen=True, slots=True)
class Day:
    """The day that is reckoned, and how far ahead recurring occasions are looked for, in days."""

    on: date
    open_days: OpenDays
    horizon: int = 14


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of occasion. `numbers` and `spans` are its settings in `library.yml`, as they are if unset.

    One that `looks_ahead` finds more the further ahead it looks; the others find all there is.
    """

    kind: str
    find: Callable[[Patron, Desk, Day], Iterator[Occasion]]
    numbers: Mapping[str, int] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    looks_ahead: bool = False

    def number(self, desk: Desk, setting: str) -> int:
        """A setting as `library.yml` has it, else the rule's own."""
        return desk.library.number(self.kind, setting, self.numbers[setting])

    def span(self, desk: Desk, setting: str) -> Span:
        """A setting that is a span of time, as `library.yml` has it, else the rule's own."""
        return desk.library.span(self.kind, setting, self.spans[setting])
