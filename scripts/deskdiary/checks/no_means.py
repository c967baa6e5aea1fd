"""People who prefer a way of being reached for which their note has no number or address."""

from collections.abc import Iterator

from deskdiary.checks.seen import Seen, warning
from deskdiary.records.patron import Patron
from deskdiary.records.place import Said
from deskdiary.records.problem import Problem

_FIELD = {"phone": "phone", "email": "email", "letter": "address"}
_WORD = {"phone": "phone", "email": "e-mail", "address": "letter"}


def no_means(seen: Seen) -> Iterator[Problem]:
    """Who prefers the telephone has to have a number. What a whole category prefers is only a custom."""
    for patron in seen.desk.patrons:
        if patron.prefers and not _has_means(patron, patron.prefers):
            missing = _FIELD[patron.prefers.value]
            message = f"They prefer to be reached by {_WORD[missing]}, but the note has no `{missing}`."
            yield warning(
                patron.prefers.place, "no-means", message, f"Add `{missing}:`, or change `prefers`."
            )


def _has_means(patron: Patron, prefers: Said[str]) -> bool:
    reach = {"phone": patron.phone, "email": patron.email, "letter": patron.address}
    return prefers.value not in reach or reach[prefers.value] is not None
