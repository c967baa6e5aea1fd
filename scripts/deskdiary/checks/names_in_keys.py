"""Keys that say who somebody is."""

from collections.abc import Iterator

from deskdiary.checks.seen import Seen, notice
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem
from deskdiary.slug import slug

_SHORTEST = 3


def names_in_keys(seen: Seen) -> Iterator[Problem]:
    """File names stand in commit messages and issues, which outlive an erasure."""
    for patron in seen.desk.patrons:
        if _has_name(patron):
            message = "The file's name has part of the person's name in it."
            remedy = (
                "A neutral one, such as p-k7f2, is better: commit messages and issues outlive an erasure."
            )
            yield notice(Place(patron.path), "name-in-file-name", message, remedy)


def _has_name(patron: Patron) -> bool:
    parts = {part for part in slug(patron.name.value).split("-") if len(part) >= _SHORTEST}
    return not parts.isdisjoint(patron.key.split("-"))
