"""When somebody was last in touch, in one line for whoever is about to call."""

from datetime import date

from deskdiary.day.settled import last_contact
from deskdiary.human_dates import long_date
from deskdiary.records.kinds import WAYS
from deskdiary.records.patron import Patron


def last_time(patron: Patron, on: date) -> str:
    """`15 September 2026, by phone: She rang and renewed …`; empty where nobody ever was."""
    last = last_contact(patron, on)
    return f"{long_date(last.date.value)}, {WAYS[last.how.value]}: {last.about.value}" if last else ""
