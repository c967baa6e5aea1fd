"""How often people heard from us in person, and how often through a general e-mail to a mailing list."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from deskdiary.day.plan import Plan
from deskdiary.folding import fold
from deskdiary.insight.spells import month_of, months_to
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.resource import Resource

WAYS = ("phone", "email", "in person", "letter", "other")


@dataclass(frozen=True, slots=True)
class MonthOfContacts:
    """Personal contacts by the way they were made, entries that spared one, and e-mails to lists."""

    personal: Mapping[str, int]
    not_needed: int
    lists: int


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contacts by month; and how many people heard from us in person, or through a list alone."""

    months: Mapping[date, MonthOfContacts]
    people: int
    through_lists_alone: int

    @property
    def personal(self) -> Mapping[str, int]:
        """Personal contacts by the way they were made, in all the months."""
        return {way: sum(month.personal[way] for month in self.months.values()) for way in WAYS}

    @property
    def lists(self) -> int:
        """E-mails to lists, in all the months."""
        return sum(month.lists for month in self.months.values())


def contacts(plan: Plan) -> Contacts:
    """The diaries of all patrons counted, beside the days on which there was news for a list."""
    months = months_to(plan.on)
    made, spared = _made(plan.desk, plan.on), _spared(plan.desk, plan.on)
    announced = Counter(month_of(day) for day, _ in announcements(plan.desk, plan.on))
    return Contacts(
        {
            first: MonthOfContacts({way: made[first, way] for way in WAYS}, spared[first], announced[first])
            for first in months
        },
        *_people(plan, months[0]),
    )


def announcements(desk: Desk, on: date) -> Iterator[tuple[date, str]]:
    """Each day up to this one on which a trial opened or a resource came, with each list to be told.

    No note says that the e-mail was sent: it is taken that what was to be announced was.
    """
    for resource in desk.resources:
        lists = dict.fromkeys(fold(said.value) for said in resource.announce_to)
        for day in _days_of_news(resource):
            if day <= on:
                yield from ((day, name) for name in lists)


def _days_of_news(resource: Resource) -> Iterator[date]:
    available = resource.arrival
    if resource.trial:
        yield resource.trial.first.value
    if available:
        yield available.value


def _made(desk: Desk, on: date) -> Counter[tuple[date, str]]:
    return Counter(
        (month_of(contact.date.value), contact.how.value)
        for patron in desk.patrons
        for contact in patron.contacts
        if contact.happened and contact.date.value <= on
    )


def _spared(desk: Desk, on: date) -> Counter[date]:
    return Counter(
        month_of(contact.date.value)
        for patron in desk.patrons
        for contact in patron.contacts
        if not contact.happened and contact.date.value <= on
    )


def _people(plan: Plan, since: date) -> tuple[int, int]:
    """How many patrons there was a contact with, and how many were on a list alone that had news."""
    told = {name for day, name in announcements(plan.desk, plan.on) if day >= since}
    heard = [_heard(patron, since, plan.on) for patron in plan.desk.patrons]
    on_list = [any(fold(said.value) in told for said in patron.lists) for patron in plan.desk.patrons]
    return sum(heard), sum(listed and not spoken for listed, spoken in zip(on_list, heard, strict=True))


def _heard(patron: Patron, since: date, on: date) -> bool:
    return any(contact.happened and since <= contact.date.value <= on for contact in patron.contacts)
