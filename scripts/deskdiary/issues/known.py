"""What a decision about the issues rests on, and what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from deskdiary.day.plan import Plan
from deskdiary.issues.issue import Issue
from deskdiary.issues.labels import Names
from deskdiary.issues.settings import Manner
from deskdiary.issues.steps import Held, Step


@dataclass(frozen=True, slots=True)
class Known:
    """All that a decision rests on.

    `heard` is the last comment that was listened to on each issue, `held` the issues on which somebody said
    what could not be written down, and `takes` the names the forge lets us give an issue to.
    """

    plan: Plan = field(repr=False)
    issues: tuple[Issue, ...] = field(repr=False)
    names: Names
    heard: Mapping[int, int] = field(default_factory=dict)
    held: Mapping[int, str] = field(default_factory=dict)
    manner: Manner = field(default=Manner())
    takes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The steps in their order, those that are held, and why all of it is refused, if it is."""

    steps: tuple[Step, ...]
    held: tuple[Held, ...] = ()
    refusal: str = ""
