"""An occasion put off until a later day."""

from datetime import date

from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing
from deskdiary.edits.change import Added, Altered
from deskdiary.recording.noted import Noted, entry, note_of


def put_off(plan: Plan, standing: Standing, until: date) -> Noted:
    """A snooze; where there is one for it already, its day is changed."""
    settles = standing.occasion.short_id
    patron = next(each for each in plan.desk.patrons if each.key == standing.occasion.patron)
    if any(snooze.settles.value == settles for snooze in patron.snoozed):
        return note_of(patron, Altered("snoozed", (("for", settles),), "until", str(until)))
    return note_of(patron, Added("snoozed", (entry(settles=settles, until=str(until)),)))
