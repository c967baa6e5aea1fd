"""Refusals of what somebody asked for."""

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


def refusals(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """Whoever asked for a resource that we turned down hears it from us, with the reason."""
    for asked in answered_requests(patron, desk):
        decided = refusal(asked.resource)
        if decided is None:
            continue
        opens = decided.value
        yield Occasion(
            patron=patron.key,
            kind=DECLINED.kind,
            subject=asked.resource.key,
            date=opens,
            opens=opens,
            due=day.open_days.after(opens, DECLINED.number(desk, "within")),
            closes=plus_days(opens, NEWS_FOR_DAYS),
            why=(asked_on(asked.request), _turned_down(asked.resource, decided)),
            about=asked,
        )


def refusal(resource: Resource) -> Said[date] | None:
    """The day on which a declined resource was turned down, where the note names it."""
    return resource.decided if resource.standing == "declined" else None


def _turned_down(resource: Resource, decided: Said[date]) -> Reason:
    said = f"“{resource.title.value}” was turned down on {long_date(decided.value)}."
    return Reason(said, decided.place)


DECLINED = Rule("declined", refusals, {"within": 5})
