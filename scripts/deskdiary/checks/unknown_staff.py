"""Members of staff who are named in a note and not known in `library.yml`."""

from collections.abc import Iterator, Mapping

from deskdiary.checks.by_name import key_by_name
from deskdiary.checks.seen import Seen, error, notice
from deskdiary.records.desk import Desk
from deskdiary.records.library import Staff
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
            yield _former(contact.by, desk.library.staff)


def _in_charge(desk: Desk) -> Iterator[Said[str]]:
    named = (
        desk.library.default_staff,
        *(away.cover for staff in desk.library.staff.values() for away in staff.away),
        *(patron.staff for patron in desk.patrons),
        *(resource.staff for resource in desk.resources),
    )
    yield from (said for said in named if said)


def _problem(said: Said[str], desk: Desk) -> Problem:
    public = "No member of staff has this key in library.yml. Type a key that stands under `staff:` there."
    message = f"No member of staff has the key `{short(said.value)}` in library.yml."
    return error(said.place, "unknown-staff", message, _remedy(said.value, desk.library.staff), public)


def _former(said: Said[str], staff: Mapping[str, Staff]) -> Problem:
    message = "The diary names a member of staff who is not in library.yml."
    remedy = "Leave it if they have left; else type their key."
    meant = _meant(said.value, staff)
    typed = f"Type {meant}." if meant else remedy
    return notice(said.place, "former-staff", message, typed, f"{message} {remedy}")


def _remedy(typed: str, staff: Mapping[str, Staff]) -> str:
    """The key to type: of the colleague who has this name, else the nearest, else all of them."""
    meant = _meant(typed, staff)
    if meant:
        return f"Type {meant}."
    known = f"Type one of: {', '.join(staff)}." if staff else "Add them to `staff:` in library.yml."
    near = nearest(typed, staff)
    return f"Did you mean {near}? {known}" if near else known


def _meant(typed: str, staff: Mapping[str, Staff]) -> str | None:
    return key_by_name(typed, {key: each.name.value for key, each in staff.items()})
