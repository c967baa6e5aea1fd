"""What there is to do for one person, and what was done: loans, requests, reminders, contacts, snoozes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.invented.bodies import sentence
from benchmarks.invented.chance import happens
from benchmarks.invented.person import Person
from benchmarks.invented.things import Thing
from benchmarks.invented.world import TODAY, World, day_between, somewhere
from benchmarks.invented.yaml_lines import Detail

_HOW = ("phone", "email", "in person", "email", "letter", "other")
_BOOKS = (
    "A Short History",
    "Letters",
    "The Geology",
    "Walks",
    "An Atlas",
    "Songs",
    "The Parish Books",
    "Birds",
)
_TO_DO = (
    "Ask whether the scanned plates arrived",
    "Show the new reading table",
    "Look over the references together",
)
_YEAR = 365


@dataclass(frozen=True, slots=True)
class Diary:
    """The parts of a note that the day's reckoning is made of."""

    loans: tuple[Detail, ...] = field(repr=False)
    requests: tuple[Detail, ...] = field(repr=False)
    reminders: tuple[Detail, ...] = field(repr=False)
    contacts: tuple[Detail, ...] = field(repr=False)
    snoozed: tuple[Detail, ...] = field(repr=False)


def diary(source: Random, world: World, things: tuple[Thing, ...], whose: Person) -> Diary:
    """A few of each, most of them seen to already. The things are those that people ask for."""
    loans = tuple(_loans(source))
    asked = () if whose.left_alone else tuple(_asked(source, things))
    contacts = (
        *_visits(source, world, whose),
        *_welcome(source, world, whose),
        *_settled(source, world, asked),
    )
    return Diary(
        loans=loans,
        requests=tuple(_request(source, thing, day) for thing, day in asked),
        reminders=tuple(_reminders(source)),
        contacts=tuple(sorted(contacts, key=lambda contact: str(contact["date"]))),
        snoozed=() if whose.left_alone or whose.notices_reach_them else tuple(_snoozed(source, loans)),
    )


def _loans(source: Random) -> Iterator[Detail]:
    for _ in range(source.choices(range(5), (40, 30, 15, 10, 5))[0]):
        yield {
            "title": f"{source.choice(_BOOKS)} of {somewhere(source)}",
            "item": 30_000_000 + source.randint(0, 9_999_999),
            "due": day_between(source, 0, 90),
            "renewable": source.choice((True, True, False, None)),
        }


def _asked(source: Random, things: tuple[Thing, ...]) -> Iterator[tuple[Thing, date]]:
    wanted = source.choices((0, 1, 2), (82, 15, 3))[0]
    for thing in source.sample(things, min(wanted, len(things))):
        yield thing, day_between(source, -700, -1)


def _request(source: Random, thing: Thing, day: date) -> Detail:
    return {
        "for": source.choice((thing.key, thing.title, thing.called or thing.key)),
        "asked": day,
        "note": f"For the chapter on {somewhere(source)}" if happens(source, 60) else None,
    }


def _reminders(source: Random) -> Iterator[Detail]:
    if happens(source, 10):
        yield {"date": day_between(source, 0, 150), "about": source.choice(_TO_DO)}
    if happens(source, 2):
        every = source.choice(("2 weeks", "1 month", "3 months"))
        yield {
            "date": day_between(source, -6, 20),
            "about": f"Ring about {somewhere(source)}",
            "every": every,
        }


def _visits(source: Random, world: World, whose: Person) -> Iterator[Detail]:
    most = {"emeritus": 8, "academic": 5, "visitor": 4}.get(whose.category, 2)
    for _ in range(source.randint(whose.category == "emeritus", most)):
        yield _contact(source, world, day_between(source, -_YEAR // 2, -1))


def _welcome(source: Random, world: World, whose: Person) -> Iterator[Detail]:
    """New postgraduates are asked after four weeks whether they find their way."""
    day = whose.since + timedelta(weeks=4)
    if whose.category == "postgraduate" and day < TODAY and happens(source, 95):
        yield {**_contact(source, world, day), "for": f"newcomer/welcome/{day}"}


def _settled(source: Random, world: World, asked: tuple[tuple[Thing, date], ...]) -> Iterator[Detail]:
    """What came of requests was told to nearly everybody."""
    for thing, day in asked:
        for kind, when in _occasions(thing, day):
            if when < TODAY and happens(source, 97):
                told = min(when + timedelta(days=source.randint(0, 4)), TODAY)
                yield {**_contact(source, world, told), "for": f"{kind}/{thing.key}/{when}"}


def _occasions(thing: Thing, asked: date) -> Iterator[tuple[str, date]]:
    if thing.status == "wanted":
        for days in range(90, 700, 90):
            yield "request-waiting", asked + timedelta(days=days)
    if thing.decided:
        yield "declined", thing.decided
    if thing.trial:
        yield "trial-opens", thing.trial[0]
    if thing.available and asked <= thing.available:
        yield "arrived", thing.available


def _contact(source: Random, world: World, day: date) -> Detail:
    return {
        "date": day,
        "how": source.choice(_HOW),
        "by": source.choice(world.colleagues).key,
        "about": sentence(source, "the reading list").removesuffix(".").replace("*", ""),
        "outcome": "not needed" if happens(source, 3) else None,
    }


def _snoozed(source: Random, loans: tuple[Detail, ...]) -> Iterator[Detail]:
    for loan in loans:
        if happens(source, 6):
            until = day_between(source, 1, 9)
            yield {"for": f"loan-due/{loan['item']}/{loan['due']}", "until": until}
