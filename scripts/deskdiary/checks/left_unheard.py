"""People who are left alone, who asked for something, and who would hear nothing of it at all."""

from collections.abc import Iterator

from deskdiary.checks.seen import Seen, warning
from deskdiary.folding import fold
from deskdiary.records.manner import left_alone
from deskdiary.records.patron import Patron
from deskdiary.records.problem import Problem
from deskdiary.records.resource import Resource


def left_unheard(seen: Seen) -> Iterator[Problem]:
    """Someone left alone hears of what they asked for by a general e-mail, or not at all."""
    for patron in seen.desk.patrons:
        if not patron.requests or not left_alone(patron, seen.desk):
            continue
        for request in patron.requests:
            resource = seen.desk.resource_called(request.wanted.value)
            if resource and not _hears(patron, resource):
                message = f"They are left alone and on no list that {resource.key} is announced to."
                remedy = (
                    "They will hear nothing of what they asked for: add a list, or tell them and note it."
                )
                yield warning(request.wanted.place, "left-unheard", message, remedy)


def _hears(patron: Patron, resource: Resource) -> bool:
    told = any(f"/{resource.key}/" in contact.settles.value for contact in patron.contacts if contact.settles)
    lists = {fold(said.value) for said in patron.lists}
    return told or any(fold(said.value) in lists for said in resource.announce_to)
