"""What somebody meant by what they typed, or a refusal that lists what it may be; and completion."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from deskdiary.cli.gathering import plan_of
from deskdiary.cli.options import Asked
from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing, State
from deskdiary.recording.choosing import loans_meant, occasions_meant, patrons_meant
from deskdiary.records.loan import Loan
from deskdiary.records.patron import Patron
from deskdiary.records.problem import Severity
from deskdiary.refusal import Refusal
from deskdiary.telling.plainly import plainly

MOST_LISTED = 12
_COMPLETED = frozenset({State.OPEN, State.UPCOMING, State.SUGGESTED, State.SNOOZED, State.USUAL})


def the_occasion(plan: Plan, part: str) -> Standing:
    """The one occasion that is meant, not settled yet."""
    found = occasions_meant(plan, part)
    if len(found) != 1:
        raise Refusal(_which(f"occasion {plainly(part)}", [each.occasion.id for each in found]))
    if found[0].state is State.DONE:
        raise Refusal(f"{found[0].occasion.id} is done already ({found[0].because.place}).")
    return found[0]


def the_patron(plan: Plan, part: str, *, aloud: bool = True) -> Patron:
    """The one patron who is meant, by key or name. Unless `aloud`, a refusal has keys only: logs are kept."""
    found = patrons_meant(plan.desk.patrons, part)
    if not found:
        _refuse_unread(plan, part)
    if len(found) != 1:
        what = f"patron {plainly(part)}" if aloud else "patron of this key or name"
        raise Refusal(_which(what, [each.key for each in found]))
    return found[0]


def _refuse_unread(plan: Plan, key: str) -> None:
    """A note that nobody can read is told with its line: it is not as if there were none."""
    for fault in plan.problems:
        path = PurePosixPath(fault.place.path)
        if path.stem == key and path.parts[0] == "patrons" and fault.severity is Severity.ERROR:
            raise Refusal(f"{fault.place}: Mend this first: {fault.in_public}")


def the_loan(patron: Patron, part: str, *, aloud: bool = True) -> Loan:
    """The one loan of a patron that is meant. Unless `aloud`, a refusal names no title."""
    found = loans_meant(patron, part)
    if len(found) == 1:
        return found[0]
    if aloud:
        what = f"loan {plainly(part)}" if part else "loan"
        raise Refusal(_which(f"{what} of {patron.key}", [each.subject for each in found]))
    told = "more than one such loan" if found else "no such loan"
    raise Refusal(f"there is {told} of {patron.key}. Its number says which, or more of its title.")


def the_colleague(plan: Plan, key: str | None) -> str | None:
    """A key of the staff, if one is named."""
    known = tuple(plan.desk.library.staff)
    if key is not None and key not in known:
        one_of = ", ".join(known) or "nobody: library.yml names no staff"
        raise typer.BadParameter(f"There is no such key. The keys are: {one_of}.", param_hint="--by")
    return key


def refuse_strangers(plan: Plan, values: Mapping[str, str]) -> None:
    """A category and a member of staff are those that library.yml knows, and nobody else."""
    library = plan.desk.library
    for name, known in (("category", library.categories), ("staff", library.staff)):
        if values.get(name, "").strip() not in {"", *known}:
            raise Refusal(f"there is no such {name} in library.yml. There are: {', '.join(known) or 'none'}.")


def _which(what: str, found: list[str]) -> str:
    if not found:
        return f"there is no {what}."
    listed = "".join(f"\n  {each}" for each in found[:MOST_LISTED])
    more = f"\n  and {len(found) - MOST_LISTED} more" if len(found) > MOST_LISTED else ""
    return f"there is more than one {what}. Which do you mean?{listed}{more}"


def complete_occasion(context: typer.Context, incomplete: str) -> list[str]:
    """Ids that begin with what is typed, to choose from in the shell; what is done is left out."""
    unsettled = (each.occasion.id for each in _plan(context).standings if each.state in _COMPLETED)
    return list(_beginning(unsettled, incomplete))


def complete_patron(context: typer.Context, incomplete: str) -> list[str]:
    """Keys to choose from in the shell."""
    return list(_beginning((each.key for each in _plan(context).desk.patrons), incomplete))


Key = Annotated[
    str,
    typer.Argument(
        help="The patron: a key, or a part of key or name.", autocompletion=complete_patron, metavar="KEY"
    ),
]


def complete_colleague(context: typer.Context, incomplete: str) -> list[str]:
    """Keys of the staff to choose from in the shell."""
    return list(_beginning(_plan(context).desk.library.staff, incomplete))


def _beginning(known: Iterable[str], typed: str) -> Iterator[str]:
    return (each for each in known if each.startswith(typed))


def _plan(context: typer.Context) -> Plan:
    """The plan of the desk that is named on the line so far."""
    root, on = (_named(context, name) for name in ("root", "on"))
    return plan_of(Asked(root if isinstance(root, Path) else None, on if isinstance(on, date) else None))


def _named(context: typer.Context, name: str) -> object:
    """What an option says at the verb, else before it."""
    before = context.find_root().params.get(name)
    return context.params.get(name) or before
