"""An occasion: one reason to be in touch with one patron, with an id that stays the same."""

import datetime as dt
from dataclasses import dataclass, field
from typing import TypeAlias

from deskdiary.records.contact import Contact
from deskdiary.records.loan import Loan
from deskdiary.records.place import Reason, Said
from deskdiary.records.reminder import Reminder
from deskdiary.records.request import Request
from deskdiary.records.resource import Resource
from deskdiary.spans import Span


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """A request and the resource that answers it."""

    request: Request
    resource: Resource


@dataclass(frozen=True, slots=True, repr=False)
class Interest:
    """A resource and the patron's interests that its topics meet."""

    resource: Resource
    topics: tuple[Said[str], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Waiting:
    """A request that nothing has come of yet; `resource` is None where we have no note of the thing."""

    request: Request
    resource: Resource | None


@dataclass(frozen=True, slots=True, repr=False)
class Counted:
    """A day from which a time is counted: the last contact, when they joined, the last look at the note."""

    base: Said[dt.date]
    span: Span


About: TypeAlias = Loan | Asked | Interest | Reminder | Waiting | Counted | Contact


@dataclass(frozen=True, slots=True)
class Occasion:
    """One reason to be in touch.

    Quiet before `opens`, wanted by `due`, worth nothing after `closes` (None: never). One that the notes
    no longer give rise to, but that somebody settled, has none of the three.
    """

    patron: str
    kind: str
    subject: str = field(repr=False)
    date: dt.date
    opens: dt.date | None
    due: dt.date | None
    closes: dt.date | None
    why: tuple[Reason, ...] = field(repr=False)
    about: About = field(repr=False, compare=False)
    short_id: str = field(init=False, repr=False, compare=False)
    """The id as it stands in the patron's own note, after `for:`. Asked for at every turn, so made once."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "short_id", f"{self.kind}/{self.subject}/{self.date.isoformat()}")

    @property
    def id(self) -> str:
        """Patron, kind, subject and date: the same on whatever day it is reckoned."""
        return f"{self.patron}/{self.short_id}"
