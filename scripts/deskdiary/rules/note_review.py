"""Notes that nobody has looked over for a year."""

from collections.abc import Iterator
from datetime import date

from deskdiary.day.occasion import Counted, Occasion
from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason, Said
from deskdiary.rules.keep_in_touch import last_seen
from deskdiary.rules.rule import Day, Rule
from deskdiary.spans import Span, plus_span

WITHIN = 20  # open days


def reviews(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """What a note says grows old: a year after somebody last looked it over, it is read again."""
    base = looked_at(patron, day.on)
    if base is None:
        return
    after = NOTE_REVIEW.span(desk, "after")
    falls_on = plus_span(base.value, after)
    opens = day.open_days.on_or_before(falls_on)
    yield Occasion(
        patron=patron.key,
        kind=NOTE_REVIEW.kind,
        subject="note",
        date=falls_on,
        opens=opens,
        due=day.open_days.after(opens, WITHIN),
        closes=None,
        why=(_why(patron, base),),
        about=Counted(base, after),
    )


def looked_at(patron: Patron, on: date) -> Said[date] | None:
    """When the note was last looked over; else the last contact, else when the patron joined."""
    return patron.reviewed or last_seen(patron, on)


def _why(patron: Patron, base: Said[date]) -> Reason:
    what = "was last looked over on" if patron.reviewed else "has not been looked over since"
    return Reason(f"This note {what} {long_date(base.value)}.", base.place)


NOTE_REVIEW = Rule("note-review", reviews, spans={"after": Span(12, "month")})
