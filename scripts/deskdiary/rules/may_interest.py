"""News that meets somebody's interests, though they did not ask for it."""

from collections.abc import Iterator
from datetime import date

from deskdiary.day.occasion import Interest, Occasion
from deskdiary.folding import fold
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason, Said
from deskdiary.records.resource import Resource
from deskdiary.rules.arrived import is_here
from deskdiary.rules.asking import answered_requests
from deskdiary.rules.rule import Day, Rule
from deskdiary.rules.trial_opens import on_trial


def news_of_interest(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """A trial or an arrival on a topic the patron follows is worth a word, if they did not ask for it."""
    met = tuple(interests_met(patron, desk))
    asked_for = {asked.resource.key for asked in answered_requests(patron, desk)} if met else set()
    for interest in met:
        resource = interest.resource
        news = resource.news
        if news is None or resource.key in asked_for:
            continue
        opens, closes = news
        yield Occasion(
            patron=patron.key,
            kind=MAY_INTEREST.kind,
            subject=resource.key,
            date=opens,
            opens=opens,
            due=day.open_days.after(opens, MAY_INTEREST.number(desk, "within")),
            closes=closes,
            why=(*(_follows(topic) for topic in interest.topics), _news(resource)),
            about=interest,
        )


def interests_met(patron: Patron, desk: Desk) -> Iterator[Interest]:
    """Each resource with news on a topic the patron follows, with the interests that it meets."""
    met: dict[str, Interest] = {}
    for said in patron.interests:
        for resource in desk.news_by_topic.get(fold(said.value), ()):
            before = met[resource.key].topics if resource.key in met else ()
            met[resource.key] = Interest(resource, (*before, said))
    yield from met.values()


def _follows(topic: Said[str]) -> Reason:
    return Reason(f"Is interested in {topic.value}.", topic.place)


def _news(resource: Resource) -> Reason:
    if resource.trial:
        return on_trial(resource, resource.trial)
    return is_here(resource, resource.arrival or Said(date.max, resource.title.place))


MAY_INTEREST = Rule("may-interest", news_of_interest, {"within": 5})
