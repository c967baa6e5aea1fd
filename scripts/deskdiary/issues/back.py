"""What staff say on an issue, back into the notes: a tick, a closing, a `/snooze`, and who may say so."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing, State
from deskdiary.issues.issue import Closing, Comment, How
from deskdiary.issues.marks import tag_of
from deskdiary.issues.order import order_in
from deskdiary.issues.standing import Group, Ours
from deskdiary.recording.noted import Noted
from deskdiary.recording.put_off import put_off
from deskdiary.recording.seen_to import Told, seen_to

_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Saying:
    """Something said on one issue about some occasions of one person: seen to, or put off until a day."""

    number: int
    about: str
    tags: frozenset[str]
    told: Told | None = None
    until: date | None = None

    @property
    def verb(self) -> str:
        """The verb that writes the same by hand."""
        return "snooze" if self.until else "done"


@dataclass(frozen=True, slots=True)
class Heard:
    """All that is to be written down, the last comment listened to on each issue, and what made no sense."""

    sayings: tuple[Saying, ...] = ()
    last: Mapping[int, int] = field(default_factory=dict)
    unclear: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ears:
    """How we listen: on which plan, whether in full, and which day a moment falls on at the library."""

    plan: Plan = field(repr=False)
    full: bool
    day_of: Callable[[datetime], date]


def listen(groups: Mapping[str, Group], ears: Ears) -> Heard:
    """What was said on all of our issues, in the order of their numbers within each person."""
    at_work = [each for group in groups.values() for each in group.at_work]
    sayings = tuple(found for each in at_work for found in _said_on(each, ears) if noted_of(ears.plan, found))
    orders = {each.issue.number: _orders(each) for each in at_work}
    return Heard(
        sayings=sayings,
        last={number: found[-1].id for number, found in orders.items() if found},
        unclear=tuple(
            number for number, found in orders.items() if found and _until(found[-1], ears.plan.on) is None
        ),
    )


def noted_of(plan: Plan, saying: Saying) -> tuple[Noted, ...]:
    """What is to be written by the notes as they are now: nothing where it stands there already."""
    found = tuple(
        each
        for each in plan.standings
        if each.occasion.patron == saying.about and tag_of(each.occasion.id) in saying.tags
    )
    if saying.told:
        return seen_to(plan, tuple(each for each in found if each.state is not State.DONE), saying.told)
    until = saying.until
    waiting = (each for each in found if until and _may_be_put_off(each, until))
    return tuple(put_off(plan, each, until) for each in waiting if until)


def _may_be_put_off(each: Standing, until: date) -> bool:
    return each.state is State.OPEN or (each.state is State.SNOOZED and each.until != until)


def _said_on(each: Ours, ears: Ears) -> Iterator[Saying]:
    number, about = each.issue.number, each.marks.about
    ticked = frozenset(box.tag for box in each.marks.boxes if box.ticked)
    others = each.marks.tags - ticked
    closing = each.issue.closing
    counts = closing is not None and closing.counts
    if closing and counts and closing.how is How.COMPLETED:
        yield Saying(number, about, each.marks.tags, _told(each, closing, ears))
        return
    if ticked:
        yield Saying(number, about, ticked, _told(each, closing if counts else None, ears))
    if closing and counts and closing.how is How.NOT_PLANNED:
        yield Saying(number, about, others, _told(each, closing, ears, not_needed=True))
        return
    orders = _orders(each)
    until = _until(orders[-1], ears.plan.on) if orders else None
    if until:
        yield from (Saying(number, about, frozenset({tag}), until=until) for tag in sorted(others))


def _told(each: Ours, closing: Closing | None, ears: Ears, *, not_needed: bool = False) -> Told:
    """By whoever closed it, on the day they did; a tick has no name, so it is whoever has the issue."""
    who = closing.by if closing else next(iter(each.issue.assignees), "")
    on = min(ears.day_of(closing.at), ears.plan.on) if closing else None
    about = _words(each) if closing and ears.full else None
    return Told(by=_colleague(ears.plan, who), about=about, not_needed=not_needed, on=on)


def _colleague(plan: Plan, login: str) -> str | None:
    staff = plan.desk.library.staff.items()
    known = (key for key, each in staff if each.github and each.github.value.casefold() == login.casefold())
    return next(known, None)


def _words(each: Ours) -> str | None:
    """The last comment of somebody who counts, where it is no order."""
    said = [comment.text for comment in _new(each) if order_in(comment.text) is None]
    return "\n".join(said[-1].splitlines()).strip()[:_LONGEST] or None if said else None


def _orders(each: Ours) -> list[Comment]:
    return [comment for comment in _new(each) if order_in(comment.text) is not None]


def _new(each: Ours) -> list[Comment]:
    return [comment for comment in each.issue.comments if comment.counts and comment.id > each.marks.heard]


def _until(order: Comment, on: date) -> date | None:
    """The day it names, where that is to come."""
    try:
        day = date.fromisoformat(order_in(order.text) or "")
    except ValueError:
        return None
    return day if day > on else None
