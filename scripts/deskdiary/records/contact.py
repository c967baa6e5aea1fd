"""The diary: who was in touch with a patron, when, how and about what; and what was put off."""

import datetime as dt
from dataclasses import dataclass

from deskdiary.records.place import Said

NOT_NEEDED = "not needed"


@dataclass(frozen=True, slots=True, repr=False)
class Contact:
    """One entry of the diary. `settles` is the occasion it was for, without the patron's key."""

    date: Said[dt.date]
    how: Said[str]
    about: Said[str]
    by: Said[str] | None = None
    settles: Said[str] | None = None
    outcome: Said[str] | None = None

    @property
    def happened(self) -> bool:
        """Whether somebody was in touch; `not needed` settles an occasion without that."""
        return self.outcome is None or self.outcome.value != NOT_NEEDED


@dataclass(frozen=True, slots=True, repr=False)
class Snooze:
    """An occasion put off: it stays quiet on every day before `until`."""

    settles: Said[str]
    until: Said[dt.date]
