"""Minutes of work done, as far as the diaries tell: one conversation for all that was said in it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from deskdiary.day.channel import Channel
from deskdiary.day.follow_up import MINUTES, MINUTES_FOR_EACH_FURTHER
from deskdiary.insight.spells import week_of
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron


def minutes_done(desk: Desk, on: date) -> Mapping[date, int]:
    """The minutes of all contacts on record up to a day, by the Monday of their week."""
    spent: Counter[date] = Counter()
    for patron in desk.patrons:
        for day, minutes in _conversations(patron, on):
            spent[week_of(day)] += minutes
    return spent


def _conversations(patron: Patron, on: date) -> Iterator[tuple[date, int]]:
    """Entries of one day and one way are one conversation, a little longer for each further entry."""
    held = Counter(
        (contact.date.value, contact.how.value)
        for contact in patron.contacts
        if contact.happened and contact.date.value <= on
    )
    for (day, how), entries in held.items():
        yield day, _minutes(how) + MINUTES_FOR_EACH_FURTHER * (entries - 1)


def _minutes(how: str) -> int:
    """What a way of being in touch takes; for ways without a name of their own, what the desk takes."""
    known = {str(channel): minutes for channel, minutes in MINUTES.items()}
    return known.get(how, MINUTES[Channel.DESK])
