"""How many occasions there were of each state and kind, by the month of their date."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from deskdiary.day.plan import Plan
from deskdiary.day.state import State
from deskdiary.insight.spells import month_of, months_to
from deskdiary.records.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Occasions:
    """Every occasion of the plan once: by month and state, by kind and state, and how many lie outside.

    An occasion counts in the month of its date and in the state it is in today. What the notes no longer
    say and nobody settled (a loan that was returned unasked) is not among them.
    """

    months: Mapping[date, Mapping[State, int]]
    kinds: Mapping[str, Mapping[State, int]]
    earlier: int
    later: int

    @property
    def states(self) -> Mapping[State, int]:
        """How many there were of each state in all the months."""
        return {state: sum(counted[state] for counted in self.months.values()) for state in State}


def occasions(plan: Plan) -> Occasions:
    """The plan's occasions counted: each falls into one month, or before the first, or after the last."""
    months = {first: Counter[State]() for first in months_to(plan.on)}
    kinds = {kind: Counter[State]() for kind in KINDS}
    outside: Counter[bool] = Counter()
    for standing in plan.standings:
        month = month_of(standing.occasion.date)
        if month in months:
            months[month][standing.state] += 1
            kinds[standing.occasion.kind][standing.state] += 1
        else:
            outside[month > plan.on] += 1
    return Occasions(
        {first: every_state(counted) for first, counted in months.items()},
        {kind: every_state(counted) for kind, counted in kinds.items()},
        earlier=outside[False],
        later=outside[True],
    )


def every_state(counted: Mapping[State, int]) -> Mapping[State, int]:
    """The counts with every state named."""
    return {state: counted.get(state, 0) for state in State}
