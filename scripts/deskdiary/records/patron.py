"""A patron: a person, how they like to be reached, and what there is to be in touch about."""

from dataclasses import dataclass
from datetime import date

from deskdiary.records.contact import Contact, Snooze
from deskdiary.records.loan import Loan
from deskdiary.records.place import Place, Said
from deskdiary.records.reminder import Reminder
from deskdiary.records.request import Request
from deskdiary.spans import Span


@dataclass(frozen=True, slots=True, repr=False)
class Patron:
    """One patron note, as written: what the category or the library adds is in `manner`."""

    key: str
    path: str
    name: Said[str]
    body: str
    body_line: int = 1
    greet: Said[str] | None = None
    category: Said[str] | None = None
    department: Said[str] | None = None
    card: Said[str] | None = None
    email: Said[str] | None = None
    phone: Said[str] | None = None
    address: Said[str] | None = None
    language: Said[str] | None = None
    staff: Said[str] | None = None
    prefers: Said[str] | None = None
    hours: Said[str] | None = None
    reads_email: Said[str] | None = None
    attention: Said[str] | None = None
    loan_reminders: Said[str] | None = None
    notice_days: Said[int] | None = None
    interests: tuple[Said[str], ...] = ()
    lists: tuple[Said[str], ...] = ()
    loans: tuple[Loan, ...] = ()
    requests: tuple[Request, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    keep_in_touch: Said[Span] | None = None
    since: Said[date] | None = None
    reviewed: Said[date] | None = None
    contacts: tuple[Contact, ...] = ()
    snoozed: tuple[Snooze, ...] = ()

    @property
    def place(self) -> Place:
        """Where the note says who it is about: the place to point to for what it does not say."""
        return self.name.place
