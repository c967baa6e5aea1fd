"""People whom we want to be in touch with every so often."""

from collections.abc import Iterator
from datetime import date

from deskdiary.day.occasion import Counted, Occasion
from deskdiary.day.settled import last_contact
from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason, Said
from deskdiary.rules.rule import Day, Rule
from deskdiary.spans import Span, plus_span


def out_of_touch(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """Somebody not heard of for as long as their cadence is worth a call.

    The date counts from the last contact, so that a visit puts the next call off by itself.
    """
    every, base = cadence(patron, desk), last_seen(patron, day.on)
    if every is None or base is None:
        return
    falls_on = plus_span(base.value, every.value)
    opens = day.open_days.on_or_before(falls_on)
    yield Occasion(
        patron=patron.key,
        kind=KEEP_IN_TOUCH.kind,
        subject="cadence",
        date=falls_on,
        opens=opens,
        due=opens,
        closes=None,
        why=_why(patron, every, base, day.on),
        about=Counted(base, every.value),
    )


def cadence(patron: Patron, desk: Desk) -> Said[Span] | None:
    """How often to be in touch: the note, else the category."""
    category = desk.category_of(patron)
    return patron.keep_in_touch or (category.keep_in_touch if category else None)


def last_seen(patron: Patron, on: date) -> Said[date] | None:
    """The last contact by a day, else when the patron joined."""
    last = last_contact(patron, on)
    return last.date if last else patron.since


def _why(patron: Patron, every: Said[Span], base: Said[date], on: date) -> tuple[Reason, ...]:
    what = "The last contact was" if last_contact(patron, on) else "Joined"
    return (
        Reason(f"{what} on {long_date(base.value)}.", base.place),
        Reason(f"To be in touch {every.value.every}.", every.place),
    )


KEEP_IN_TOUCH = Rule("keep-in-touch", out_of_touch)
