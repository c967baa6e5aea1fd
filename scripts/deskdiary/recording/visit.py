"""A contact that nothing called for: she came by, he rang and asked for something."""

from dataclasses import dataclass, field

from deskdiary.day.duty import on_duty
from deskdiary.day.plan import Plan
from deskdiary.edits.change import Added, Change, Entry
from deskdiary.recording.noted import Noted, entry, note_of
from deskdiary.records.patron import Patron


@dataclass(frozen=True, slots=True)
class Visit:
    """What was said, by whom it was heard, and the titles that were asked for."""

    how: str
    about: str = field(repr=False)
    by: str | None = None
    asks: tuple[str, ...] = field(default=(), repr=False)


def visited(plan: Plan, patron: Patron, visit: Visit) -> Noted:
    """An entry in the diary, and a request for each title, by the resource's key where there is one."""
    requests = tuple(entry(wanted=_known(plan, title), asked=str(plan.on)) for title in visit.asks)
    asked: tuple[Change, ...] = (Added("requests", requests),) if requests else ()
    return note_of(patron, *asked, Added("contacts", (_contact(plan, patron, visit),)))


def stands_already(plan: Plan, patron: Patron, visit: Visit) -> bool:
    """Whether the diary says so of today already, word for word: sent twice, it came about once."""
    return any(
        _contact(plan, patron, visit)
        == entry(
            date=str(each.date.value),
            how=each.how.value,
            by=each.by.value if each.by else None,
            about=each.about.value,
        )
        for each in patron.contacts
        if each.date.value == plan.on
    )


def _contact(plan: Plan, patron: Patron, visit: Visit) -> Entry:
    return entry(
        date=str(plan.on),
        how=visit.how,
        by=visit.by or on_duty(patron, plan.desk, plan.on).key,
        about=visit.about or f"Asked for {', '.join(visit.asks)}",
    )


def _known(plan: Plan, title: str) -> str:
    resource = plan.desk.resource_called(title)
    return resource.key if resource else title
