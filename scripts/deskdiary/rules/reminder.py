"""Reminders that staff set themselves."""

from collections.abc import Iterator
from datetime import date

from deskdiary.day.occasion import Occasion
from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.records.reminder import Reminder
from deskdiary.rules.recurring import occurrences
from deskdiary.rules.rule import Day, Rule
from deskdiary.slug import slug


def reminders(patron: Patron, _desk: Desk, day: Day) -> Iterator[Occasion]:
    """A reminder falls on its day, or on the last open day before; one that recurs ends with the next."""
    for reminder in patron.reminders:
        for falls_on, closes in _falls(reminder, day):
            opens = day.open_days.on_or_before(falls_on)
            yield Occasion(
                patron=patron.key,
                kind=REMINDER.kind,
                subject=slug(reminder.about.value),
                date=falls_on,
                opens=opens,
                due=opens,
                closes=closes,
                why=_why(reminder, falls_on, opens),
                about=reminder,
            )


def _falls(reminder: Reminder, day: Day) -> Iterator[tuple[date, date | None]]:
    if reminder.every is None:
        yield reminder.date.value, None
    else:
        yield from occurrences(reminder.date.value, reminder.every.value, day)


def _why(reminder: Reminder, falls_on: date, opens: date) -> tuple[Reason, ...]:
    every = f", {reminder.every.value.every}" if reminder.every else ""
    set_for = Reason(
        f"Reminder for {long_date(falls_on)}{every}: {reminder.about.value}", reminder.about.place
    )
    if opens == falls_on:
        return (set_for,)
    moved = f"The library is closed on that day, so it falls on {long_date(opens)}."
    return (set_for, Reason(moved, reminder.date.place))


REMINDER = Rule("reminder", reminders, looks_ahead=True)
