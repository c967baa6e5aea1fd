"""Which occasion, patron or loan is meant by what somebody typed: all of it, or a part that fits one only."""

from collections.abc import Iterable

from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing, State
from deskdiary.folding import fold
from deskdiary.records.loan import Loan
from deskdiary.records.patron import Patron
from deskdiary.slug import slug


def occasions_meant(plan: Plan, part: str) -> tuple[Standing, ...]:
    """One where it is plain; several where it is not. What is open wins over what is not."""
    fitting = [each for each in plan.standings if part and part.casefold() in each.occasion.id]
    exact = [each for each in fitting if each.occasion.id == part]
    opened = [each for each in fitting if each.state is State.OPEN]
    unsettled = [each for each in fitting if each.state is not State.DONE]
    return next((tuple(found) for found in (exact, opened, unsettled) if found), tuple(fitting))


def patrons_meant(patrons: Iterable[Patron], part: str) -> tuple[Patron, ...]:
    """By key; else by a part of the key, or of the name as it is spoken."""
    known = tuple(patrons)
    exact = tuple(each for each in known if each.key == part)
    wanted = fold(part)
    return exact or tuple(
        each for each in known if wanted and (wanted in each.key or wanted in fold(each.name.value))
    )


def loans_meant(patron: Patron, part: str) -> tuple[Loan, ...]:
    """By item number or by a part of the title; all of them where nothing is typed."""
    exact = tuple(each for each in patron.loans if each.subject == slug(part)) if part else ()
    return exact or tuple(
        each
        for each in patron.loans
        if not part or slug(part) in slug(each.title.value) or part in each.subject
    )
