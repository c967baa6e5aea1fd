"""An occasion seen to: an entry in the diary that is for it."""

from dataclasses import dataclass, field
from datetime import date

from deskdiary.day.channel import Channel, way_to
from deskdiary.day.duty import on_duty
from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing
from deskdiary.edits.change import Added, Change, Entry, Put
from deskdiary.recording.noted import Noted, entry, note_of
from deskdiary.records.contact import NOT_NEEDED
from deskdiary.records.patron import Patron

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says of it. What they leave out, the day included, is taken from the day's plan."""

    by: str | None = None
    how: str | None = None
    about: str | None = field(default=None, repr=False)
    not_needed: bool = False
    on: date | None = None


def seen_to(plan: Plan, standings: tuple[Standing, ...], told: Told) -> tuple[Noted, ...]:
    """What goes into each patron's note: one entry for each occasion."""
    return tuple(
        _for_one(plan, patron, tuple(each for each in standings if each.occasion.patron == patron.key), told)
        for patron in plan.desk.patrons
        if any(each.occasion.patron == patron.key for each in standings)
    )


def _for_one(plan: Plan, patron: Patron, standings: tuple[Standing, ...], told: Told) -> Noted:
    contacts = Added("contacts", tuple(_contact(plan, patron, each, told) for each in standings))
    looked = any(each.occasion.kind == "note-review" for each in standings) and not told.not_needed
    review: tuple[Change, ...] = (Put("reviewed", str(told.on or plan.on)),) if looked else ()
    return note_of(patron, *review, contacts)


def _contact(plan: Plan, patron: Patron, standing: Standing, told: Told) -> Entry:
    """A look at the note is no contact with the patron, so it does not count as one."""
    alone = told.not_needed or standing.occasion.kind == "note-review"
    return entry(
        date=str(told.on or plan.on),
        how=told.how or (OTHER if alone else _how(plan, patron)),
        by=told.by or on_duty(patron, plan.desk, plan.on).key,
        about=told.about or standing.occasion.why[0].text,
        settles=standing.occasion.short_id,
        outcome=NOT_NEEDED if alone else None,
    )


def _how(plan: Plan, patron: Patron) -> str:
    """As the day's plan would have it."""
    planned = next((each.way for each in plan.follow_ups if each.patron.key == patron.key), None)
    channel = (planned or way_to(patron, plan.desk)).channel
    return OTHER if channel is Channel.DESK else str(channel)
