"""Members of staff who are named in a note and not known in `library.yml`."""

from collections.abc import Iterator

from deskdiary.checks.seen import Seen, error, notice
from deskdiary.records.desk import Desk
from deskdiary.records.place import Said
from deskdiary.records.problem import Problem
from deskdiary.schema.nearness import nearest
from deskdiary.schema.texts import short


def unknown_staff(seen: Seen) -> Iterator[Problem]:
    """Whoever is to look after somebody has to exist. In the diary, people who left keep their place."""
    desk = seen.desk
    if not seen.library_is_sound:
        return
    for said in _in_charge(desk):
        if said.value not in desk.library.staff:
            yield _problem(said, desk)
    for contact in (contact for patron in desk.patrons for contact in patron.contacts):
        if contact.by and contact.by.value not in desk.library.staff:
            message = "The diary names a member of staff who is not in library.yml."
            yield notice(
                contact.by.place, "former-staff", message, "Leave it if they have left; else type their key."
            )


def _in_charge(desk: Desk) -> Iterator[Said[str]]:
    named = (
        desk.library.default_staff,
        *(away.cover for staff in desk.library.staff.values() for away in staff.away),
        *(patron.staff for patron in desk.patrons),
        *(resource.staff for resource in desk.resources),
    )
    yield from (said for said in named if said)


def _problem(said: Said[str], desk: Desk) -> Problem:
    keys = desk.library.staff
    near = nearest(said.value, keys)
    known = f"Type one of: {', '.join(keys)}." if keys else "Add them to `staff:` in library.yml."
    remedy = f"Did you mean {near}? {known}" if near else known
    public = "No member of staff has this key in library.yml. Type a key that stands under `staff:` there."
    message = f"No member of staff has the key `{short(said.value)}` in library.yml."
    return error(said.place, "unknown-staff", message, remedy, public)
