"""Requests that nothing has come of yet."""

from collections.abc import Iterator
from datetime import date

from deskdiary.day.occasion import Occasion, Waiting
from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.records.resource import Resource
from deskdiary.rules.asking import asked_on
from deskdiary.rules.declined import refusal
from deskdiary.rules.recurring import occurrences
from deskdiary.rules.rule import Day, Rule
from deskdiary.slug import slug
from deskdiary.spans import Span

WITHIN = 5  # open days


def still_waiting(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """Whoever waits for something hears every 90 days that they are not forgotten."""
    every = REQUEST_WAITING.span(desk, "every")
    for subject, waiting in waits(patron, desk).items():
        asked = waiting.request.asked.value
        for falls_on, closes in occurrences(asked, every, day, skip=1):
            opens = day.open_days.on_or_before(falls_on)
            yield Occasion(
                patron=patron.key,
                kind=REQUEST_WAITING.kind,
                subject=subject,
                date=falls_on,
                opens=opens,
                due=day.open_days.after(opens, WITHIN),
                closes=closes,
                why=(asked_on(waiting.request), _waited(waiting, falls_on)),
                about=waiting,
            )


def waits(patron: Patron, desk: Desk) -> dict[str, Waiting]:
    """What the patron asked for that has no trial, arrival or refusal, each once, the earliest request."""
    found: dict[str, Waiting] = {}
    for request in sorted(patron.requests, key=lambda request: request.asked.value):
        resource = desk.resource_called(request.wanted.value)
        if resource is None or not has_news(resource):
            subject = resource.key if resource else slug(request.wanted.value)
            found.setdefault(subject, Waiting(request, resource))
    return found


def has_news(resource: Resource) -> bool:
    """Whether there is anything to tell those who asked: a trial, an arrival or a refusal, with its day."""
    return any((resource.trial, resource.arrival, refusal(resource)))


def _waited(waiting: Waiting, falls_on: date) -> Reason:
    when = f"Nothing has come of it by {long_date(falls_on)}"
    if waiting.resource is None:
        return Reason(f"{when}: there is no note of it among the resources.", waiting.request.asked.place)
    place = (waiting.resource.status or waiting.resource.title).place
    return Reason(f"{when}: no trial, no arrival and no refusal.", place)


REQUEST_WAITING = Rule("request-waiting", still_waiting, spans={"every": Span(90, "day")}, looks_ahead=True)
