"""A follow-up: one patron with all their open occasions. Three books are one call."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from deskdiary.day.channel import Channel, Way, way_to
from deskdiary.day.duty import Duty, on_duty
from deskdiary.day.state import Standing
from deskdiary.folding import fold
from deskdiary.records.desk import Desk
from deskdiary.records.manner import left_alone
from deskdiary.records.patron import Patron

MINUTES = {Channel.PHONE: 6, Channel.IN_PERSON: 10, Channel.EMAIL: 4, Channel.LETTER: 12, Channel.DESK: 5}
MINUTES_FOR_EACH_FURTHER = 2


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One patron to see to, by whom, how, by when; `minutes` is what it will take."""

    patron: Patron = field(repr=False)
    duty: Duty = field(repr=False)
    way: Way
    due: date
    overdue: bool
    standings: tuple[Standing, ...]
    hands_off: bool = False
    beyond_capacity: bool = False

    @property
    def minutes(self) -> int:
        """What the channel takes, and a little more for each further occasion."""
        return MINUTES[self.way.channel] + MINUTES_FOR_EACH_FURTHER * (len(self.standings) - 1)

    @property
    def order(self) -> tuple[bool, date, str, str]:
        """Overdue first, then by due date, then by name."""
        return (not self.overdue, self.due, fold(self.patron.name.value), self.patron.key)

    @property
    def draft(self) -> str | None:
        """The draft's file name. Nothing is written to somebody who is left alone, or about the note."""
        if self.hands_off or self.way.channel is Channel.DESK:
            return None
        return f"{self.patron.key}.{'eml' if self.way.channel is Channel.EMAIL else 'txt'}"


def follow_up(patron: Patron, desk: Desk, on: date, opened: Iterable[Standing]) -> FollowUp | None:
    """All that is open with one patron on the day, or None where nothing is."""
    standings = tuple(sorted(opened, key=_urgency))
    if not standings:
        return None
    about_note = all(standing.occasion.kind == "note-review" for standing in standings)
    return FollowUp(
        patron=patron,
        duty=on_duty(patron, desk, on),
        way=Way(Channel.DESK) if about_note else way_to(patron, desk),
        due=min(_due(standing) for standing in standings),
        overdue=any(standing.overdue(on) for standing in standings),
        standings=standings,
        hands_off=left_alone(patron, desk),
    )


def within_capacity(follow_ups: Iterable[FollowUp]) -> Iterator[FollowUp]:
    """In the order of the day; past somebody's minutes, marked as beyond them, never hidden."""
    spent: dict[str, int] = {}
    for each in sorted(follow_ups, key=lambda follow_up: follow_up.order):
        staff = each.duty.staff
        if staff is None or staff.minutes_a_day is None:
            yield each
            continue
        spent[staff.key] = spent.get(staff.key, 0) + each.minutes
        yield replace(each, beyond_capacity=spent[staff.key] > staff.minutes_a_day.value)


def _due(standing: Standing) -> date:
    return standing.occasion.due or standing.occasion.date


def _urgency(standing: Standing) -> tuple[date, str]:
    return (_due(standing), standing.occasion.id)
