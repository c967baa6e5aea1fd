"""The people of an invented desk, one note each."""

from datetime import timedelta
from random import Random

from benchmarks.invented.bodies import body
from benchmarks.invented.chance import chance, happens, some
from benchmarks.invented.diary import diary
from benchmarks.invented.note import File, note
from benchmarks.invented.person import Person, key, person
from benchmarks.invented.things import Thing
from benchmarks.invented.world import LISTS, TODAY, World, day_between
from benchmarks.invented.yaml_lines import Detail

_REVIEWED_WITHIN = 364


def patron(world: World, things: tuple[Thing, ...], number: int) -> File:
    """The note of one person, whom only the seed and the number make who they are."""
    source = chance(world.seed, "patron", number)
    whose = person(source, number)
    interests = some(source, world.topics, 2) if happens(source, 60) else ()
    found = diary(source, world, things, whose)
    details = {
        **whose.details,
        "staff": source.choice(world.colleagues).key,
        "interests": interests,
        "lists": some(source, LISTS, 2) if happens(source, 30) else (),
        "loans": found.loans,
        "requests": found.requests,
        "reminders": found.reminders,
        **_care(source, whose),
        "contacts": found.contacts,
        "snoozed": found.snoozed,
    }
    about = interests[0] if interests else source.choice(world.topics)
    return note(f"patrons/{key(world.seed, number)}.md", details, body(source, about))


def _care(source: Random, whose: Person) -> Detail:
    """How often to be in touch, since when, and when the note was last looked over."""
    often = whose.category == "academic" and happens(source, 10)
    new = whose.since > TODAY - timedelta(days=_REVIEWED_WITHIN)
    return {
        "keep_in_touch": source.choice(("6 months", "1 year")) if often else None,
        "since": whose.since,
        "reviewed": None if new else day_between(source, -_REVIEWED_WITHIN, -40),
    }
