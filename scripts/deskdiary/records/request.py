"""A request: something a patron asked for, by whatever name, and when."""

from dataclasses import dataclass
from datetime import date

from deskdiary.records.place import Said


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """`wanted` is a resource's key, one of its titles, or a title we do not have."""

    wanted: Said[str]
    asked: Said[date]
    note: Said[str] | None = None
