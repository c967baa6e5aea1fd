"""The library: its days, its staff, its categories of patron, and how its rules are set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from deskdiary.records.forms import Forms
from deskdiary.records.place import Place, Said
from deskdiary.spans import Span

PATH = "library.yml"


class DayOfWeek(IntEnum):
    """A day of the week, counted from Monday, 0."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6

    def __str__(self) -> str:
        return self.name.capitalize()


@dataclass(frozen=True, slots=True)
class Away:
    """The days on which a member of staff is away, both counted, and who stands in."""

    first: Said[date]
    last: Said[date]
    cover: Said[str] | None = None

    def covers(self, day: date) -> bool:
        """Whether the day falls within the absence."""
        return self.first.value <= day <= self.last.value


@dataclass(frozen=True, slots=True)
class Staff:
    """A member of staff, who signs what she writes."""

    key: str
    name: Said[str]
    email: Said[str] | None = None
    github: Said[str] | None = None
    minutes_a_day: Said[int] | None = None
    away: tuple[Away, ...] = ()


@dataclass(frozen=True, slots=True)
class Category:
    """What holds for a kind of patron unless a note says otherwise."""

    key: str
    label: Said[str] | None = None
    attention: Said[str] | None = None
    prefers: Said[str] | None = None
    reads_email: Said[str] | None = None
    notice_days: Said[int] | None = None
    keep_in_touch: Said[Span] | None = None
    newcomer_check: Said[Span] | None = None


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which the library is closed, both counted."""

    first: Said[date]
    last: Said[date]


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """How `library.yml` sets one rule: switched off, or with numbers of its own."""

    off: bool = False
    numbers: Mapping[str, Said[int]] = field(default_factory=dict)
    spans: Mapping[str, Said[Span]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IssueSettings:
    """How follow-ups stand as issues on a forge: how much they say, how many may come new in one run."""

    detail: Said[str] | None = None
    most_new: Said[int] | None = None


@dataclass(frozen=True, slots=True)
class Library:
    """`library.yml`, as written."""

    library: Said[str] = field(default=Said("Library", Place(PATH)))
    timezone: Said[str] | None = None
    country: Said[str] | None = None
    subdivision: Said[str] | None = None
    open: tuple[Said[DayOfWeek], ...] = ()
    closed: tuple[Closure, ...] = ()
    language: Said[str] | None = None
    default_staff: Said[str] | None = None
    default_category: Said[str] | None = None
    staff: Mapping[str, Staff] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)
    rules: Mapping[str, RuleSettings] = field(default_factory=dict)
    issues: IssueSettings | None = None
    site_url: Said[str] | None = None
    forms: Forms | None = None
    today: Said[date] | None = None

    @property
    def name(self) -> str:
        """What the library calls itself."""
        return self.library.value

    def number(self, kind: str, setting: str, default: int) -> int:
        """A rule's number as the library sets it, else as the rule has it."""
        rule = self.rules.get(kind)
        said = rule.numbers.get(setting) if rule else None
        return default if said is None else said.value

    def span(self, kind: str, setting: str, default: Span) -> Span:
        """A rule's span of time as the library sets it, else as the rule has it."""
        rule = self.rules.get(kind)
        said = rule.spans.get(setting) if rule else None
        return default if said is None else said.value

    def is_off(self, kind: str) -> bool:
        """Whether the library switched the rule off."""
        rule = self.rules.get(kind)
        return rule is not None and rule.off
