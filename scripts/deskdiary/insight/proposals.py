"""What might be changed in `library.yml`, because most of a category need something else than it says."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from deskdiary.day.plan import Plan
from deskdiary.insight.change import Change, change
from deskdiary.insight.effect import Effect, effect
from deskdiary.insight.notices import by_category
from deskdiary.records.desk import Desk
from deskdiary.records.library import Category
from deskdiary.records.manner import NEVER, OFTEN, RARELY
from deskdiary.records.patron import Patron
from deskdiary.rules.loan_due import LOAN_DUE

FEWEST = 3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A line to change, for how many of a category the notes ask for it, and what would come of it."""

    change: Change
    asking: int
    people: int
    effect: Effect


@dataclass(frozen=True, slots=True)
class Proposals:
    """Each proposal by itself; and all of them together, where there are several."""

    each: tuple[Proposal, ...]
    together: Effect | None


def proposals(plan: Plan) -> Proposals:
    """Every change that most of a category ask for, and that would make another day of this one."""
    members = by_category(plan.desk)
    found = tuple(_worthwhile(plan, members))
    if len(found) < 2:  # noqa: PLR2004 - together there are at least two
        return Proposals(found, None)
    keys = dict.fromkeys(each.change.category for each in found)
    touched = [patron for key in keys for patron in members[key]]
    return Proposals(found, effect(plan, touched, (each.change for each in found)))


def _worthwhile(plan: Plan, members: Mapping[str | None, tuple[Patron, ...]]) -> Iterator[Proposal]:
    for key, category in plan.desk.library.categories.items():
        patrons = members.get(key, ())
        for wish in _WISHES:
            wanted = _wanted(wish(patrons, category, plan.desk), len(patrons))
            if wanted:
                proposed = change(category, wanted.field, wanted.value)
                outcome = effect(plan, patrons, (proposed,))
                if outcome.any:
                    yield Proposal(proposed, wanted.asking, len(patrons), outcome)


@dataclass(frozen=True, slots=True)
class _Wish:
    field: str
    value: str | int
    asking: int


def _wanted(wish: _Wish | None, people: int) -> _Wish | None:
    """A wish of three people at least, and of half of the category."""
    return wish if wish and wish.asking >= FEWEST and 2 * wish.asking >= people else None


def _email(patrons: Iterable[Patron], category: Category, _: Desk) -> _Wish | None:
    """The usual notices fail most of them, and the category says or takes it that they do not."""
    if category.reads_email and category.reads_email.value != OFTEN:
        return None
    says = Counter(filter(None, map(_unread, patrons)))
    milder = RARELY if says[RARELY] >= says[NEVER] else NEVER
    return _Wish("reads_email", milder, says.total())


def _unread(patron: Patron) -> str | None:
    """What the note itself says of e-mail, if it is not often read; whoever has none never reads it."""
    if patron.reads_email:
        return None if patron.reads_email.value == OFTEN else patron.reads_email.value
    return NEVER if patron.email is None else None


def _channel(patrons: Iterable[Patron], category: Category, _: Desk) -> _Wish | None:
    """Most of their notes prefer another way to be reached than the category does."""
    unread = category.reads_email and category.reads_email.value != OFTEN
    custom = category.prefers.value if category.prefers else "phone" if unread else "email"
    return _most("prefers", [patron.prefers.value for patron in patrons if patron.prefers], custom)


def _notice(patrons: Iterable[Patron], category: Category, desk: Desk) -> _Wish | None:
    """Most of their notes ask for another notice before a loan is due than the category gives."""
    custom = category.notice_days.value if category.notice_days else LOAN_DUE.number(desk, "notice_days")
    return _most(
        "notice_days", [patron.notice_days.value for patron in patrons if patron.notice_days], custom
    )


def _most(field: str, said: Iterable[str | int], custom: str | int) -> _Wish | None:
    """What is said most often, if it is something else than the custom."""
    ranked = sorted(Counter(said).items(), key=lambda pair: (-pair[1], str(pair[0])))
    return _Wish(field, *ranked[0]) if ranked and ranked[0][0] != custom else None


_WISHES: tuple[Callable[[Iterable[Patron], Category, Desk], _Wish | None], ...] = (_email, _channel, _notice)
