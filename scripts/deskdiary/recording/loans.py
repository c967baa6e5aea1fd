"""A loan renewed, or brought back."""

from datetime import date

from deskdiary.edits.change import Altered, Change, Entry, Removed
from deskdiary.recording.noted import Noted, note_of
from deskdiary.records.loan import Loan
from deskdiary.records.patron import Patron


def renewed(patron: Patron, loan: Loan, until: date, *more: Change) -> Noted:
    """The loan has a new day, so a new occasion of its own."""
    return note_of(patron, Altered("loans", _where(patron, loan), "due", str(until)), *more)


def returned(patron: Patron, loan: Loan) -> Noted:
    """The loan is off the note. What the diary says of it stays."""
    return note_of(patron, Removed("loans", _where(patron, loan)))


def _where(patron: Patron, loan: Loan) -> Entry:
    """What tells the loan from the patron's others: its title and number, its day where they share both."""
    said = (("title", loan.title.value), *((("item", loan.item.value),) if loan.item else ()))
    same = [
        each for each in patron.loans if (each.title.value, each.subject) == (loan.title.value, loan.subject)
    ]
    return said if len(same) == 1 else (*said, ("due", str(loan.due.value)))
