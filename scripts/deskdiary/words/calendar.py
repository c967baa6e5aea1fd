"""The fortnight's follow-ups as a calendar that other programs read: keys and ways, and no name."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from deskdiary.day.channel import way_to
from deskdiary.day.duty import on_duty
from deskdiary.day.plan import Plan
from deskdiary.day.settled import settled_by, snoozes
from deskdiary.day.state import Case, Standing, State, judge
from deskdiary.records.desk import Desk
from deskdiary.records.manner import left_alone
from deskdiary.records.patron import Patron
from deskdiary.spans import plus_days

CALENDAR = "fortnight.ics"
DAYS = 14
_NOWHERE = "desk-diary.invalid"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One person to see to on one day: how many things there are, and by which way."""

    day: date
    patron: str
    things: int
    way: str


def calendar(plan: Plan, staff: str | None = None) -> bytes:
    """Everybody's fortnight, or one colleague's: the same bytes however often it is made.

    A calendar travels further than a note: to telephones, to strangers' servers, onto a locked screen. So an
    entry has the note's key and nothing that says who it is or what about; the desk's own site has the rest.
    """
    made = Calendar()
    made.add("prodid", vText("-//Desk Diary//EN"))
    made.add("version", "2.0")
    made.add("x-wr-calname", vText("Desk Diary"))
    for entry in sorted(entries(plan, staff)):
        made.add_component(_event(entry, plan))
    return bytes(made.to_ical())


def entries(plan: Plan, staff: str | None = None) -> Iterator[Entry]:
    """Each follow-up on the day it is due, and each person on the days when something opens or comes back."""
    patrons = {patron.key: patron for patron in plan.desk.patrons}
    found: dict[tuple[date, str], list[Standing]] = {}
    last = plus_days(plan.on, DAYS)
    for each in plan.follow_ups:
        found[max(each.due, plan.on), each.patron.key] = list(each.standings)
    for standing in plan.in_state(State.UPCOMING, State.SNOOZED):
        patron, day = patrons[standing.occasion.patron], _turn(standing)
        if day and day <= last and _asks(standing, patron, plan.desk, day):
            found.setdefault((day, patron.key), []).append(standing)
    for (day, key), standings in found.items():
        if day <= last and (staff is None or on_duty(patrons[key], plan.desk, day).key == staff):
            yield Entry(day, key, len(standings), _way(standings, patrons[key], plan.desk))


def _way(standings: list[Standing], patron: Patron, desk: Desk) -> str:
    for_us = all(standing.occasion.kind == "note-review" for standing in standings)
    return "at the desk" if for_us or left_alone(patron, desk) else str(way_to(patron, desk).channel)


def _turn(standing: Standing) -> date | None:
    """The day on which an occasion that waits opens, or comes back."""
    return standing.until if standing.state is State.SNOOZED else standing.occasion.opens


def _asks(standing: Standing, patron: Patron, desk: Desk, day: date) -> bool:
    """Whether an occasion will ask for somebody's time on its day: some will ask for nobody's."""
    then = Case(standing.occasion, patron, desk, day, settled_by(patron, day), snoozes(patron))
    return judge(then).state is State.OPEN


def _event(entry: Entry, plan: Plan) -> Event:
    made = Event()
    things = "1 thing" if entry.things == 1 else f"{entry.things} things"
    made.add("summary", vText(f"{entry.patron}: {entry.way}, {things}"))
    made.add("uid", vText(f"{_digest(entry)}@{_NOWHERE}"))
    made.add("dtstamp", datetime.combine(plan.on, time(12), UTC))
    made.add("dtstart", entry.day)
    made.add("dtend", entry.day + timedelta(days=1))
    made.add("class", vText("PRIVATE"))
    made.add("transp", vText("TRANSPARENT"))
    return made


def _digest(entry: Entry) -> str:
    return hashlib.sha256(f"{entry.patron}\n{entry.day}".encode()).hexdigest()[:32]
