"""A day's plan, gathered from the desk that was asked for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from deskdiary.cli.looking import Looked, look, looked_at
from deskdiary.cli.options import Asked
from deskdiary.day.plan import Plan, reckon
from deskdiary.shells.history import notes_of
from deskdiary.shells.reading.desk import Reading, read_surveyed


@dataclass(frozen=True, slots=True)
class Gathered:
    """A day's plan, and the desk as it was read for it: each note's digest, and how many were read anew."""

    plan: Plan
    reading: Reading


def plan_of(asked: Asked) -> Plan:
    """The reckoning of the day that was asked for; else of the day `library.yml` fixes; else of today."""
    return gathered(looked_at(asked)).plan


def gathered(looked: Looked) -> Gathered:
    """The same of a desk that was looked at, and what was read for it."""
    with _here_to_stay():
        reading = read_surveyed(looked.seen, looked.found, looked.on, looked.shelf, looked.held)
        looked.pause()
        return Gathered(reckon(reading.desk, looked.on), reading)


@contextmanager
def _here_to_stay() -> Iterator[None]:
    """A desk is a million small values that stay, and none of them refers to itself.

    To look among them for what can be thrown away would take a tenth of the time, and find nothing: not while
    they are made, nor later. What was gathered before this may be thrown away again.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@dataclass(frozen=True, slots=True)
class Earlier:
    """The reckoning of an earlier day, and whether the notes are as they were then or as they are."""

    plan: Plan
    as_they_were: bool


def plan_of_earlier(asked: Asked, day: date, timezone: str | None) -> Earlier:
    """The reckoning of a day from the notes as they were at its end, where Git knows them."""
    with notes_of(asked.folder, day, timezone or "UTC") as then:
        return Earlier(gathered(look(then or asked.folder, day, None)).plan, then is not None)
