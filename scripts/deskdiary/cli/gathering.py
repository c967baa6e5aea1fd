"""A day's plan, gathered from the desk that was asked for."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from deskdiary.cli.options import Asked
from deskdiary.day.plan import Plan, reckon
from deskdiary.records.library import Library
from deskdiary.records.problem import in_order
from deskdiary.shells.clock import today_in
from deskdiary.shells.history import notes_of
from deskdiary.shells.reading.desk import read_desk, read_library
from deskdiary.shells.texts import links, shipped, tree
from deskdiary.words.day_of_drafts import day_of_drafts
from deskdiary.words.draft import Draft
from deskdiary.words.own_wording import FOLDER, own_wording
from deskdiary.words.wording import Wording


def plan_of(asked: Asked) -> Plan:
    """The reckoning of the day that was asked for; else of the day `library.yml` fixes; else of today."""
    found = read_library(asked.folder, today_in(None))
    on = asked.on or day_of(found.library)
    return reckon(read_desk(asked.folder, found, on), on)


def plan_of_earlier(asked: Asked, day: date) -> Plan:
    """The reckoning of an earlier day from the notes as they were, else as they are where Git knows none."""
    with notes_of(asked.folder, day) as then:
        return plan_of(Asked(then or asked.folder, day))


def day_of(library: Library) -> date:
    """The day that `library.yml` fixes, else the day it is in the library's time zone."""
    if library.today:
        return library.today.value
    return today_in(library.timezone.value if library.timezone else None)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A day's plan, its problems those of wording and drafts too, and the drafts that may be read over."""

    plan: Plan
    drafts: tuple[Draft, ...]
    wording: Wording = field(repr=False)


def drafted(asked: Asked) -> Drafted:
    """The day that was asked for, with its drafts in the desk's own wording."""
    plan = plan_of(asked)
    folder = asked.folder / FOLDER
    words = own_wording(shipped("wording"), tree(folder), links(folder))
    made = day_of_drafts(plan, words.wording)
    problems = in_order((*plan.problems, *words.problems, *made.problems))
    return Drafted(replace(plan, problems=problems), made.drafts, words.wording)


def folder_of(asked: Asked) -> Path:
    """The desk's folder, whole, as messages name it."""
    return asked.folder.resolve()
