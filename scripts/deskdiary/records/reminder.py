"""A reminder: what staff promised themselves to do about a patron, once or again and again."""

import datetime as dt
from dataclasses import dataclass

from deskdiary.records.place import Said
from deskdiary.spans import Span


@dataclass(frozen=True, slots=True, repr=False)
class Reminder:
    """`date` is the first day it falls on; `every` the time between one and the next."""

    date: Said[dt.date]
    about: Said[str]
    every: Said[Span] | None = None
