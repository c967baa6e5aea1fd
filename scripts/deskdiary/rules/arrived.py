"""Arrivals of what somebody asked for."""

from collections.abc import Iterator
from datetime import date

from deskdiary.day.occasion import Occasion
from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason, Said
from deskdiary.records.resource import Resource
from deskdiary.rules.asking import answered_requests, asked_on
from deskdiary.rules.rule import Day, Rule
from deskdiary.spans import plus_days

NEWS_FOR_DAYS = 180


def arrivals(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """Whoever asked for a resource before it came hears in person that it is here."""
    for asked in answered_requests(patron, desk):
        available = asked.resource.arrival
        if available is None or asked.request.asked.value > available.value:
            continue
        opens = available.value
        yield Occasion(
            patron=patron.key,
            kind=ARRIVED.kind,
            subject=asked.resource.key,
            date=opens,
            opens=opens,
            due=day.open_days.after(opens, ARRIVED.number(desk, "within")),
            closes=plus_days(opens, NEWS_FOR_DAYS),
            why=(asked_on(asked.request), is_here(asked.resource, available)),
            about=asked,
        )


def is_here(resource: Resource, available: Said[date]) -> Reason:
    """Since when the resource can be used."""
    return Reason(
        f"“{resource.title.value}” has been here since {long_date(available.value)}.", available.place
    )


ARRIVED = Rule("arrived", arrivals, {"within": 2})
