"""Loans and reminders of one patron that come to the same occasion, so that one would be lost."""

from collections.abc import Iterator

from deskdiary.checks.seen import Seen, warning
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem
from deskdiary.slug import slug

_TWO = 2


def same_occasion(seen: Seen) -> Iterator[Problem]:
    """Kind, subject and date make an occasion: two of the same would be told and settled as one."""
    for patron in seen.desk.patrons:
        if len(patron.loans) < _TWO and len(patron.reminders) < _TWO:
            continue
        first: dict[tuple[str, str, object], Place] = {}
        for key, place, remedy in _made(patron):
            before = first.setdefault(key, place)
            if before is not place:
                message = f"This comes to the same occasion as line {before.line}: one would stand for both."
                yield warning(place, "same-occasion", message, remedy)


def _made(patron: Patron) -> Iterator[tuple[tuple[str, str, object], Place, str]]:
    for loan in patron.loans:
        remedy = "Add `item:` with the item's own number, or delete one of them."
        yield ("loan-due", loan.subject, loan.due.value), loan.title.place, remedy
    for reminder in patron.reminders:
        remedy = "Word one of them otherwise, or delete it."
        yield ("reminder", slug(reminder.about.value), reminder.date.value), reminder.about.place, remedy
