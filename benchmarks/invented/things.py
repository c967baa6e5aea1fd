"""The shelves of an invented library: what is held, on trial, wanted and turned down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from benchmarks.invented.bodies import blurb
from benchmarks.invented.chance import chance, happens, some
from benchmarks.invented.note import File, note
from benchmarks.invented.world import LISTS, World, day_between, somewhere
from benchmarks.invented.yaml_lines import Detail
from deskdiary.slug import slug

_KINDS = ("database", "database", "journal", "book", "book", "equipment")
_NOUNS = {
    "database": ("Archive", "Image Bank", "Index", "Collection Online", "Data Service"),
    "journal": ("Journal", "Quarterly", "Review", "Transactions", "Bulletin"),
    "book": ("Atlas", "Handbook", "Short History", "Field Guide", "Companion"),
    "equipment": ("Recorder Kit", "Loan Tablet", "Microfilm Reader", "Camera Set", "Scanner"),
}
_LONG_AGO = 1100


@dataclass(frozen=True, slots=True)
class Thing:
    """A resource, as far as patrons' notes speak of it."""

    key: str
    title: str = field(repr=False)
    status: str
    file: File = field(repr=False)
    called: str = field(default="", repr=False)
    trial: tuple[date, date] | None = None
    available: date | None = None
    decided: date | None = None

    @property
    def asked_for(self) -> bool:
        """Whether there is anything to tell somebody who asks for it; what was always there is just lent."""
        return self.status != "held" or self.available is not None


def things_of(world: World) -> tuple[Thing, ...]:
    """As many resources as the library has."""
    return tuple(_thing(world, number) for number in range(world.things))


def _thing(world: World, number: int) -> Thing:
    source = chance(world.seed, "thing", number)
    kind = source.choice(_KINDS)
    topics = source.sample(world.topics, 2)
    # The number keeps titles apart, however many there are.
    title = f"{topics[0].capitalize()} {source.choice(_NOUNS[kind])}, {somewhere(source)}, no. {1 + number}"
    called = (
        f"{somewhere(source)} {number:05d} {slug(topics[1]).replace('-', ' ')}" if number % 3 == 0 else ""
    )
    status = source.choices(("held", "wanted", "declined", "trial"), (89, 6, 4, 1))[0]
    days = dict(_days(source, status))
    details = {
        "title": title,
        "also_known_as": (called,) if called else (),
        "kind": kind,
        "status": status if status != "trial" else None,
        **_told(days),
        "url": f"https://r{number}.example.org/" if kind == "database" else None,
        "access": "College login, on or off campus." if kind == "database" else None,
        "topics": tuple(topics),
        "announce_to": some(source, LISTS, 2),
        "staff": source.choice(world.colleagues).key,
    }
    key = f"r{number:05d}-{slug(topics[0])[:40].strip('-')}"
    file = note(f"resources/{key}.md", details, blurb(source, title, topics[1]))
    trial = (days["from"], days["to"]) if "from" in days else None
    return Thing(key, title, status, file, called, trial, days.get("available"), days.get("decided"))


def _days(source: Random, status: str) -> Iterator[tuple[str, date]]:
    if status == "trial":
        first = day_between(source, -30, 20)
        yield from (("from", first), ("to", first + timedelta(days=source.randint(14, 60))))
    elif status == "declined":
        yield "decided", day_between(source, -400, -1)
    elif status == "held" and happens(source, 30):
        yield "available", day_between(source, -_LONG_AGO, 30)


def _told(days: Mapping[str, date]) -> Detail:
    if "from" in days:
        return {"trial": days}
    if "decided" in days:
        told = "It costs more than it would be used; we are glad to help you find the same elsewhere."
        return {"decided": days["decided"], "reason": told}
    return {"available": days.get("available")}
