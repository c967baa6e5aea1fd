"""Mailing lists: which of a patron's hear of a resource by the general e-mail."""

from deskdiary.folding import fold
from deskdiary.records.patron import Patron
from deskdiary.records.place import Said
from deskdiary.records.resource import Resource

ANNOUNCED = frozenset({"trial-opens", "arrived", "may-interest"})
"""Kinds of news that go out to the resource's mailing lists as well."""


def lists_that_hear(patron: Patron, resource: Resource) -> tuple[Said[str], ...]:
    """The patron's lists, as their note says them, that the resource is announced to."""
    announced = {fold(said.value) for said in resource.announce_to}
    return tuple(said for said in patron.lists if fold(said.value) in announced)
