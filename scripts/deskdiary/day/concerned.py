"""Whom a resource concerns, so that nobody else need be reckoned for what is said of it."""

from collections.abc import Iterator

from deskdiary.folding import fold
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.resource import Resource


def concerned(resource: Resource, desk: Desk) -> Iterator[Patron]:
    """Whoever asked for it or follows one of its topics: nobody else has an occasion that is about it."""
    topics = {fold(said.value) for said in resource.topics}
    for patron in desk.patrons:
        wanted = (desk.resource_called(request.wanted.value) for request in patron.requests)
        follows = any(fold(said.value) in topics for said in patron.interests)
        if follows or any(each and each.key == resource.key for each in wanted):
            yield patron
