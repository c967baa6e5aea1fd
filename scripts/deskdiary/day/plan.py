"""The plan: the whole reckoning of a day, as one value that can be printed, compared and refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import merge

from deskdiary import checks
from deskdiary.checks.seen import Seen
from deskdiary.day.follow_up import FollowUp, follow_up, within_capacity
from deskdiary.day.ledger import standings
from deskdiary.day.open_days import open_days_of
from deskdiary.day.state import Standing, State
from deskdiary.records.desk import Desk
from deskdiary.records.library import Staff
from deskdiary.records.problem import Problem, Severity, in_order
from deskdiary.rules.rule import Day


@dataclass(frozen=True, slots=True)
class OnDuty:
    """A member of staff and whom she is to see to on the day, in order; None where nobody is on duty."""

    staff: Staff | None = field(repr=False)
    follow_ups: tuple[FollowUp, ...]

    @property
    def key(self) -> str | None:
        """Her key in `library.yml`."""
        return self.staff.key if self.staff else None

    @property
    def name(self) -> str:
        """Her name, or words for there being nobody."""
        return self.staff.name.value if self.staff else "Nobody in particular"


@dataclass(frozen=True)  # not slotted: what every page asks for is worked out once
class Plan:
    """Who needs what on a day, and whom we leave alone. Depends on the notes and the day, nothing else."""

    on: date
    desk: Desk = field(repr=False)
    standings: tuple[Standing, ...]
    follow_ups: tuple[FollowUp, ...]
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> Mapping[State, int]:
        """How many occasions are in each state; every state is named."""
        return {state: len(found) for state, found in self.by_state.items()}

    @cached_property
    def by_state(self) -> Mapping[State, tuple[Standing, ...]]:
        """The occasions in each state, by date; every state is named."""
        found: dict[State, list[Standing]] = {state: [] for state in State}
        # They stand in the order of their ids, in which sorting leaves those of one day.
        for standing in sorted(self.standings, key=lambda standing: standing.occasion.date):
            found[standing.state].append(standing)
        return {state: tuple(standings) for state, standings in found.items()}

    @property
    def by_staff(self) -> tuple[OnDuty, ...]:
        """The follow-ups by whoever is on duty for them, in the order of `library.yml`."""
        shared: dict[str | None, list[FollowUp]] = {key: [] for key in (*self.desk.library.staff, None)}
        for each in self.follow_ups:
            shared[each.duty.key].append(each)
        return tuple(
            OnDuty(self.desk.staff_called(key), tuple(chosen)) for key, chosen in shared.items() if chosen
        )

    def in_state(self, *states: State) -> tuple[Standing, ...]:
        """The occasions in one of these states, by date."""
        chosen = (self.by_state[state] for state in states)
        return tuple(merge(*chosen, key=lambda standing: (standing.occasion.date, standing.occasion.id)))


def reckon(desk: Desk, on: date, horizon: int = 14) -> Plan:
    """The reckoning of a desk on a day, looking `horizon` days ahead for what recurs."""
    day = Day(on, open_days_of(desk.library), horizon)
    every: list[Standing] = []
    follow_ups: list[FollowUp] = []
    for patron in desk.patrons:
        found = tuple(standings(patron, desk, day))
        every.extend(found)
        opened = follow_up(patron, desk, on, (each for each in found if each.state is State.OPEN))
        follow_ups.extend([opened] if opened else [])
    ordered = tuple(sorted(every, key=lambda standing: standing.occasion.id))
    out_of_reach = (_out_of_reach(each) for each in follow_ups if each.way.no_means)
    across = checks.run(Seen(desk, on, horizon, ordered))
    return Plan(
        on=on,
        desk=desk,
        standings=ordered,
        follow_ups=tuple(within_capacity(follow_ups)),
        problems=in_order((*desk.problems, *across, *out_of_reach)),
    )


def _out_of_reach(each: FollowUp) -> Problem:
    return Problem(
        place=each.patron.place,
        severity=Severity.WARNING,
        code="no-way-to-reach",
        message="There is no way to reach this person but in person.",
        remedy="Add a phone, email or address line.",
    )
