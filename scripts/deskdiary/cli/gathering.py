"""A day's plan, gathered from the desk that was asked for."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from deskdiary.cli.options import Asked
from deskdiary.day.plan import Plan, reckon
from deskdiary.records.library import Library
from deskdiary.records.problem import in_order
from deskdiary.refusal import Refusal
from deskdiary.shells.cache.shelf import shelf_of
from deskdiary.shells.clock import today_in
from deskdiary.shells.history import notes_of
from deskdiary.shells.reading.desk import Reading, is_desk, read_library, read_surveyed
from deskdiary.shells.reading.survey import Shelf, survey
from deskdiary.shells.texts import links, shipped, tree
from deskdiary.words.day_of_drafts import day_of_drafts
from deskdiary.words.draft import Draft
from deskdiary.words.own_wording import FOLDER, own_wording
from deskdiary.words.wording import Wording


@dataclass(frozen=True, slots=True)
class Gathered:
    """A day's plan, and the desk as it was read for it: each note's digest, and how many were read anew."""

    plan: Plan
    reading: Reading


def plan_of(asked: Asked) -> Plan:
    """The reckoning of the day that was asked for; else of the day `library.yml` fixes; else of today."""
    return gathered(asked).plan


def gathered(asked: Asked) -> Gathered:
    """The same, and what was read for it.

    Raises Refusal where there is no desk at all: an empty folder must not pass for a quiet day.
    """
    if not is_desk(asked.folder):
        raise Refusal("this folder is no desk: it has no library.yml, patrons or resources. See --root.")
    return _reckoned(asked.folder, asked.on, shelf_of(asked.folder))


def _reckoned(root: Path, day: date | None, shelf: Shelf | None) -> Gathered:
    found = read_library(root, today_in(None), shelf)
    on = day or day_of(found.library)
    reading = read_surveyed(survey(root, shelf), found, on, shelf)
    return Gathered(reckon(reading.desk, on), reading)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The reckoning of an earlier day, and whether the notes are as they were then or as they are."""

    plan: Plan
    as_they_were: bool


def plan_of_earlier(asked: Asked, day: date, timezone: str | None) -> Earlier:
    """The reckoning of a day from the notes as they were at its end, where Git knows them."""
    with notes_of(asked.folder, day, timezone or "UTC") as then:
        return Earlier(_reckoned(then or asked.folder, day, None).plan, then is not None)


def day_of(library: Library) -> date:
    """The day that `library.yml` fixes, else the day it is in the library's time zone."""
    if library.today:
        return library.today.value
    return today_in(library.timezone.value if library.timezone else None)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A day's plan, its problems those of wording and drafts too, and the drafts that may be read over."""

    plan: Plan
    reading: Reading
    drafts: tuple[Draft, ...]
    wording: Wording = field(repr=False)


def drafted(asked: Asked) -> Drafted:
    """The day that was asked for, with its drafts in the desk's own wording."""
    found = gathered(asked)
    plan, folder = found.plan, asked.folder / FOLDER
    words = own_wording(shipped("wording"), tree(folder), links(folder))
    made = day_of_drafts(plan, words.wording)
    problems = in_order((*plan.problems, *words.problems, *made.problems))
    return Drafted(replace(plan, problems=problems), found.reading, made.drafts, words.wording)


def folder_of(asked: Asked) -> Path:
    """The desk's folder, whole, as messages name it."""
    return asked.folder.resolve()
