"""Resources that share a name, so that a request for it could mean either."""

from collections.abc import Iterator

from deskdiary.checks.seen import Seen, warning
from deskdiary.folding import fold
from deskdiary.records.place import Said
from deskdiary.records.problem import Problem
from deskdiary.records.resource import Resource


def same_title(seen: Seen) -> Iterator[Problem]:
    """Whoever asks for a name that two resources have is told of the first alone."""
    first: dict[str, Resource] = {resource.key: resource for resource in seen.desk.resources}
    for resource in seen.desk.resources:
        for said in (resource.title, *resource.also_known_as):
            other = first.setdefault(fold(said.value), resource)
            if other is not resource:
                yield _problem(said, other)


def _problem(said: Said[str], other: Resource) -> Problem:
    message = f"The resource {other.key} goes by this name too, so a request for it means that one."
    return warning(said.place, "same-title", message, "Make the names different, or put both into one note.")
