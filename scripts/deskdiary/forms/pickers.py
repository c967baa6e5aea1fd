"""What one can choose from in a form: staff, categories, mailing lists, resources. No patron is among it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from deskdiary.records.desk import Desk
from deskdiary.records.place import Said


@dataclass(frozen=True, slots=True)
class Pickers:
    """For each picker what may stand in the note, and what is shown for it."""

    staff: Mapping[str, str]
    categories: Mapping[str, str]
    lists: Mapping[str, str]
    resources: tuple[str, ...]


def pickers(desk: Desk) -> Pickers:
    """All that `library.yml` names, and what the notes name besides: a form must show what stands there."""
    library = desk.library
    staff = {key: f"{staff.name.value} ({key})" for key, staff in library.staff.items()}
    named = {key: each.label.value if each.label else key for key, each in library.categories.items()}
    return Pickers(
        staff=_with(staff, _staff_named(desk)),
        categories=_with(named, (patron.category for patron in desk.patrons)),
        lists=_with({}, _lists_named(desk)),
        resources=tuple(resource.key for resource in desk.resources),
    )


def _with(known: Mapping[str, str], said: Iterable[Said[str] | None]) -> Mapping[str, str]:
    others = {each.value for each in said if each} - known.keys()
    return {**known, **{name: name for name in sorted(others)}}


def _staff_named(desk: Desk) -> Iterable[Said[str] | None]:
    yield from (patron.staff for patron in desk.patrons)
    yield from (resource.staff for resource in desk.resources)
    yield from (contact.by for patron in desk.patrons for contact in patron.contacts)


def _lists_named(desk: Desk) -> Iterable[Said[str]]:
    yield from (said for resource in desk.resources for said in resource.announce_to)
    yield from (said for patron in desk.patrons for said in patron.lists)
