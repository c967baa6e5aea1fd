"""The follow-ups that are to come, week by week: what is open, what opens, and what comes back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from deskdiary.day.follow_up import follow_up
from deskdiary.day.ledger import standings
from deskdiary.day.open_days import OpenDays
from deskdiary.day.plan import Plan
from deskdiary.day.settled import settled_by, snoozes
from deskdiary.day.state import Case, Standing, State, judge
from deskdiary.insight.spells import week_of
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.rules.rule import Day


@dataclass(frozen=True, slots=True)
class Errand:
    """A follow-up that is to be expected: in the week of which Monday, whose it is, how long it takes."""

    week: date
    staff: str | None
    minutes: int


def errands(plan: Plan, open_days: OpenDays, last: date) -> Iterator[Errand]:
    """What everybody's notes ask for up to a day. All that opens with one person in a week is one errand."""
    day = Day(plan.on, open_days, (last - plan.on).days)
    for patron in plan.desk.patrons:
        begun = sorted(_openings(patron, plan.desk, day, last), key=_by_day)
        for week, found in groupby(begun, key=lambda each: week_of(each[0])):
            opened = tuple(found)
            expected = follow_up(patron, plan.desk, opened[0][0], (standing for _, standing in opened))
            if expected:
                yield Errand(week, expected.duty.key, expected.minutes)


def _openings(patron: Patron, desk: Desk, day: Day, last: date) -> Iterator[tuple[date, Standing]]:
    """Each occasion that will ask for somebody's time, with the day from which it does."""
    settled, snoozed = settled_by(patron, day.on), snoozes(patron)
    for standing in standings(patron, desk, day):
        case = Case(standing.occasion, patron, desk, day.on, settled, snoozed)
        opening = _opening(standing, case, last)
        if opening:
            yield opening


def _opening(standing: Standing, case: Case, last: date) -> tuple[date, Standing] | None:
    """From when an occasion is open, if nobody writes anything until then; None if not by the last day."""
    then = _next_turn(standing)
    while then and then <= last:
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
