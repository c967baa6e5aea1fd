"""`library.yml` of an invented desk: its staff, its categories and its rules."""

from collections.abc import Iterator

from benchmarks.invented.chance import chance
from benchmarks.invented.names import name, tongues
from benchmarks.invented.note import File
from benchmarks.invented.world import PATRONS_TO_A_COLLEAGUE, TODAY, Colleague, World, topics_for

_TOP = """\
library: Bryn Arfon College Library
timezone: Europe/London
country: GB
subdivision: WLS
language: en

# An invented desk: every page is written as if it were this day.
today: {today}

open: [mon, tue, wed, thu, fri]
closed:
  - {{from: 2026-12-24, to: 2027-01-03}}

default_staff: {first}
default_category: undergraduate

staff:
"""
_BOTTOM = """
categories:
  undergraduate:
    label: Undergraduate
  postgraduate:
    label: Postgraduate
    newcomer_check: 4 weeks
  academic:
    label: Academic
  emeritus:
    label: Emeritus
    attention: personal
    reads_email: rarely
    prefers: phone
    keep_in_touch: 6 months
  staff:
    label: College staff
  visitor:
    label: Visiting reader
    reads_email: rarely
    prefers: phone
    notice_days: 5

rules:
  loan-due: {notice_days: 3}
"""


def world_of(patrons: int, seed: int) -> World:
    """A library for so many people: with staff enough for them, and topics."""
    colleagues = max(3, patrons // PATRONS_TO_A_COLLEAGUE)
    return World(
        seed, patrons, tuple(_colleague(seed, number) for number in range(colleagues)), topics_for(patrons)
    )


def library(world: World) -> File:
    """What the desk has to know about the library itself."""
    top = _TOP.format(today=TODAY, first=world.colleagues[0].key)
    staff = "".join(line for colleague in world.colleagues for line in _staff(colleague))
    return File("library.yml", top + staff + _BOTTOM)


def _colleague(seed: int, number: int) -> Colleague:
    source = chance(seed, "colleague", number)
    return Colleague(f"c{number + 1}", " ".join(name(source, source.choice(tongues()))))


def _staff(colleague: Colleague) -> Iterator[str]:
    yield f"  {colleague.key}:\n"
    yield f"    name: {colleague.name}\n"
    yield f"    email: {colleague.key}@desk.example.org\n"
    yield "    minutes_a_day: 60\n"
