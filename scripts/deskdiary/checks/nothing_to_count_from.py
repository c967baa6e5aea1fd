"""People to keep in touch with, in whose notes there is no day to count from."""

from collections.abc import Iterator

from deskdiary.checks.seen import Seen, notice, warning
from deskdiary.records.patron import Patron
from deskdiary.records.problem import Problem
from deskdiary.records.problem_codes import Code

_CODE: Code = "nothing-to-count-from"
_REMEDY = "Add `since:` with the day they joined, or the last time you were in touch under `contacts:`."


def nothing_to_count_from(seen: Seen) -> Iterator[Problem]:
    """Three months after what? The last contact, or the day they joined; else the day never comes."""
    for patron in seen.desk.patrons:
        if patron.since or _last_contact(patron, seen):
            continue
        category = seen.desk.category_of(patron)
        if patron.keep_in_touch:
            message = "Nothing in the note says from when to count."
            yield warning(patron.keep_in_touch.place, _CODE, message, _REMEDY)
        elif category and category.keep_in_touch:
            message = "Their category is kept in touch with, but the note has no day to count from."
            yield notice(patron.place, _CODE, message, _REMEDY)


def _last_contact(patron: Patron, seen: Seen) -> bool:
    return any(contact.happened and contact.date.value <= seen.on for contact in patron.contacts)
