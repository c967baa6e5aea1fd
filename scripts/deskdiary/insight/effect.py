"""What a plan would be with other lines in `library.yml`: reckoned anew for those they are about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from deskdiary.day.channel import Channel
from deskdiary.day.follow_up import follow_up
from deskdiary.day.ledger import standings
from deskdiary.day.open_days import open_days_of
from deskdiary.day.plan import Plan
from deskdiary.day.state import State
from deskdiary.insight.change import Change, changed
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.rules.rule import Day


@dataclass(frozen=True, slots=True)
class Tally:
    """A day in numbers: occasions by state, follow-ups by channel, and the minutes they take."""

    states: Mapping[State, int]
    channels: Mapping[Channel, int]
    minutes: int


@dataclass(frozen=True, slots=True)
class Effect:
    """The day as it is, and as it would be."""

    before: Tally
    after: Tally

    @property
    def any(self) -> bool:
        """Whether it would be another day at all."""
        return self.before != self.after


def effect(plan: Plan, patrons: Iterable[Patron], changes: Iterable[Change]) -> Effect:
    """The plan in numbers with and without the changes. Nobody but these patrons is touched by them."""
    members = tuple(patrons)
    other = replace(plan.desk, library=changed(plan.desk.library, *changes))
    whole = _tally_of(plan)
    return Effect(whole, _swapped(whole, tally(plan.desk, members, plan), tally(other, members, plan)))


def tally(desk: Desk, patrons: Iterable[Patron], plan: Plan) -> Tally:
    """The day of some patrons in numbers, reckoned as the plan is."""
    day = Day(plan.on, open_days_of(desk.library))
    states, channels, minutes = Counter[State](), Counter[Channel](), 0
    for patron in patrons:
        found = tuple(standings(patron, desk, day))
        states.update(each.state for each in found)
        opened = follow_up(patron, desk, plan.on, (each for each in found if each.state is State.OPEN))
        if opened:
            channels[opened.way.channel] += 1
            minutes += opened.minutes
    return _named(states, channels, minutes)


def _tally_of(plan: Plan) -> Tally:
    channels = Counter(each.way.channel for each in plan.follow_ups)
    return _named(Counter(plan.counts), channels, sum(each.minutes for each in plan.follow_ups))


def _swapped(whole: Tally, out: Tally, into: Tally) -> Tally:
    """The whole with some patrons' part taken out and another put in its place."""
    return Tally(
        {state: whole.states[state] - out.states[state] + into.states[state] for state in State},
        {way: whole.channels[way] - out.channels[way] + into.channels[way] for way in Channel},
        whole.minutes - out.minutes + into.minutes,
    )


def _named(states: Counter[State], channels: Counter[Channel], minutes: int) -> Tally:
    return Tally({state: states[state] for state in State}, {way: channels[way] for way in Channel}, minutes)
