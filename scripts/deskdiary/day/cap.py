"""Not too much: a cap on how often somebody hears from us unasked."""

from dataclasses import dataclass, field
from datetime import date

from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.kinds import CAP
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place, Reason
from deskdiary.spans import plus_days

IN_DAYS = 14


@dataclass(frozen=True, slots=True)
class Full:
    """The cap is reached: why, and the day on which there is room again."""

    because: Reason = field(repr=False)
    until: date


def full(patron: Patron, desk: Desk, on: date) -> Full | None:
    """Whether as many contacts as the library allows fall within its days; None where it sets no cap.

    Every contact counts that came about, whoever began it: the person hears from us all the same.
    """
    settings = desk.library.rules.get(CAP)
    most = settings.numbers.get("contacts") if settings and not settings.off else None
    if most is None:
        return None
    days = desk.library.number(CAP, "in_days", IN_DAYS)
    recent = sorted(
        contact.date.value
        for contact in patron.contacts
        if contact.happened and plus_days(on, -days) < contact.date.value <= on
    )
    if len(recent) < most.value:
        return None
    until = plus_days(recent[len(recent) - most.value], days) if most.value else date.max
    return Full(_because(len(recent), days, until, most.place), until)


def _because(count: int, days: int, until: date, place: Place) -> Reason:
    times = "once" if count == 1 else f"{count} times"
    room = "" if until == date.max else f": nothing unasked before {long_date(until)}"
    return Reason(f"Has been in touch with us {times} in {days} days{room}.", place)
