"""Days from one to another that end before they begin."""

from collections.abc import Iterator
from datetime import date

from deskdiary.checks.seen import Seen, error
from deskdiary.records.place import Said
from deskdiary.records.problem import Problem


def backwards(seen: Seen) -> Iterator[Problem]:
    """A trial, an absence or a closure that ends before it begins holds on no day."""
    for first, last in _spans(seen):
        if last.value < first.value:
            message = f"This ends on {last.value}, before it begins on {first.value}."
            remedy, public = (
                "Change one of the two days.",
                "This ends before it begins. Change one of the two days.",
            )
            yield error(last.place, "ends-before-it-begins", message, remedy, public)


def _spans(seen: Seen) -> Iterator[tuple[Said[date], Said[date]]]:
    library = seen.desk.library
    yield from ((closure.first, closure.last) for closure in library.closed)
    yield from ((away.first, away.last) for staff in library.staff.values() for away in staff.away)
    for resource in seen.desk.resources:
        if resource.trial:
            yield resource.trial.first, resource.trial.last
