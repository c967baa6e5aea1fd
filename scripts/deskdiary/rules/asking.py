"""Requests and the resources that answer them: what several rules ask of a patron's note."""

from collections.abc import Iterator

from deskdiary.day.occasion import Asked
from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.records.request import Request


def answered_requests(patron: Patron, desk: Desk) -> Iterator[Asked]:
    """Each resource the patron asked for, once, with the earliest request for it."""
    if not patron.requests:
        return
    seen: set[str] = set()
    for request in sorted(patron.requests, key=lambda request: request.asked.value):
        resource = desk.resource_called(request.wanted.value)
        if resource and resource.key not in seen:
            seen.add(resource.key)
            yield Asked(request, resource)


def asked_on(request: Request) -> Reason:
    """The request in the patron's own words, and when it was made."""
    said = f"Asked for “{request.wanted.value}” on {long_date(request.asked.value)}"
    note = f": {request.note.value}" if request.note else "."
    return Reason(said + note, request.wanted.place)
