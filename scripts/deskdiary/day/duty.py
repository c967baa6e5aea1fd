"""Who sees to a patron on a day: their member of staff, or whoever stands in while she is away."""

from dataclasses import dataclass, field
from datetime import date

from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.library import Away, Staff
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason


@dataclass(frozen=True, slots=True)
class Duty:
    """Who sees to a patron. `why` tells of every absence on the way there."""

    staff: Staff | None
    why: tuple[Reason, ...] = field(default=(), repr=False)

    @property
    def key(self) -> str | None:
        """The key of whoever it is, None where the library has no staff."""
        return self.staff.key if self.staff else None


def on_duty(patron: Patron, desk: Desk, on: date) -> Duty:
    """The patron's own member of staff, else the library's default; while away, the cover."""
    own = desk.staff_called(patron.staff.value) if patron.staff else None
    staff = own or default_staff(desk)
    return cover(staff, desk, on) if staff else Duty(None)


def default_staff(desk: Desk) -> Staff | None:
    """Whom the library names, else the first in its list."""
    named = desk.library.default_staff
    return desk.staff_called(named.value if named else None) or next(iter(desk.library.staff.values()), None)


def cover(staff: Staff, desk: Desk, on: date) -> Duty:
    """Follow the covers until somebody is in. Where everybody is away, it stays with the first."""
    present, seen = staff, {staff.key}
    why: tuple[Reason, ...] = ()
    while away := _absence(present, on):
        stand_in = _stand_in(away, desk)
        if stand_in is None or stand_in.key in seen:
            nobody = f"{present.name.value} is away, and nobody covers."
            return Duty(staff, (*why, Reason(nobody, away.first.place)))
        why = (*why, _reason(present, stand_in, away))
        present = stand_in
        seen.add(present.key)
    return Duty(present, why)


def _absence(staff: Staff, on: date) -> Away | None:
    return next((away for away in staff.away if away.covers(on)), None)


def _stand_in(away: Away, desk: Desk) -> Staff | None:
    return desk.staff_called(away.cover.value) if away.cover else default_staff(desk)


def _reason(present: Staff, stand_in: Staff, away: Away) -> Reason:
    until = long_date(away.last.value)
    place = (away.cover or away.first).place
    return Reason(f"{present.name.value} is away until {until}: {stand_in.name.value} covers.", place)
