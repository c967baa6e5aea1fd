"""A day's plan, gathered from the desk that was asked for."""

from datetime import date
from pathlib import Path

from deskdiary.cli.options import Asked
from deskdiary.day.plan import Plan, reckon
from deskdiary.records.library import Library
from deskdiary.shells.clock import today_in
from deskdiary.shells.reading.desk import read_desk, read_library
from deskdiary.shells.texts import shipped
from deskdiary.words.wording import Wording


def plan_of(asked: Asked) -> Plan:
    """The reckoning of the day that was asked for; else of the day `library.yml` fixes; else of today."""
    found = read_library(asked.folder, today_in(None))
    on = asked.on or day_of(found.library)
    return reckon(read_desk(asked.folder, found, on), on)


def day_of(library: Library) -> date:
    """The day that `library.yml` fixes, else the day it is in the library's time zone."""
    if library.today:
        return library.today.value
    return today_in(library.timezone.value if library.timezone else None)


def shipped_wording() -> Wording:
    """The wording that comes with the program."""
    return Wording(shipped("wording"))


def folder_of(asked: Asked) -> Path:
    """The desk's folder, whole, as messages name it."""
    return asked.folder.resolve()
