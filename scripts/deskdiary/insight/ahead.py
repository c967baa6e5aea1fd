"""The follow-ups that are to come, week by week: what is open, what opens, and what comes back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from deskdiary.day.follow_up import follow_up
from deskdiary.day.ledger import recurring
from deskdiary.day.open_days import OpenDays
from deskdiary.day.plan import Plan
from deskdiary.day.settled import settled_by, snoozes
from deskdiary.day.state import Case, Standing, State, judge
from deskdiary.insight.spells import week_of
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.rules.rule import Day
from deskdiary.spans import plus_days


@dataclass(frozen=True, slots=True)
class Errand:
    """A follow-up that is to be expected: in the week of which Monday, whose it is, how long it takes."""

    week: date
    staff: str | None
    minutes: int


def errands(plan: Plan, open_days: OpenDays, last: date) -> Iterator[Errand]:
    """What everybody's notes ask for up to a day. All that opens with one person in a week is one errand."""
    day = Day(plan.on, open_days, (last - plan.on).days)
    waiting = _waiting(plan, last)
    for patron in plan.desk.patrons:
        begun = sorted(_openings(patron, plan.desk, day, waiting.get(patron.key, ())), key=_by_day)
        for week, found in groupby(begun, key=lambda each: week_of(each[0])):
            opened = tuple(found)
            expected = follow_up(patron, plan.desk, opened[0][0], (standing for _, standing in opened))
            if expected:
                yield Errand(week, expected.duty.key, expected.minutes)


def _waiting(plan: Plan, last: date) -> Mapping[str, list[Standing]]:
    """What the plan knows already that is open, or will be looked at by the last day, by its patron."""
    found: dict[str, list[Standing]] = defaultdict(list)
    for standing in plan.in_state(State.OPEN, State.UPCOMING, State.SNOOZED):
        if (_next_turn(standing) or plan.on) <= last:
            found[standing.occasion.patron].append(standing)
    return found


def _openings(
    patron: Patron, desk: Desk, day: Day, known: Iterable[Standing]
) -> Iterator[tuple[date, Standing]]:
    """Each occasion that will ask for somebody's time, with the day from which it does.

    The plan looks a fortnight ahead; of what recurs there is more by the last day.
    """
    waiting = {standing.occasion.short_id: standing.occasion for standing in known}
    waiting |= recurring(patron, desk, day)
    if waiting:
        settled, snoozed = settled_by(patron, day.on), snoozes(patron)
        for occasion in waiting.values():
            opening = _opening(Case(occasion, patron, desk, day.on, settled, snoozed), day)
            if opening:
                yield opening


def _opening(case: Case, day: Day) -> tuple[date, Standing] | None:
    """From when an occasion is open, if nobody writes anything until then; None if not by the last day."""
    standing = judge(case)
    then = _next_turn(standing)
    while then and then <= plus_days(day.on, day.horizon):
        case = replace(case, on=then)
        standing = judge(case)
        then = _next_turn(standing)
    return (case.on, standing) if standing.state is State.OPEN else None


def _next_turn(standing: Standing) -> date | None:
    """The day on which an occasion that waits is to be looked at again."""
    if standing.state is State.UPCOMING:
        return standing.occasion.opens
    return standing.until if standing.state is State.SNOOZED else None


def _by_day(each: tuple[date, Standing]) -> tuple[date, str]:
    return (each[0], each[1].occasion.id)
