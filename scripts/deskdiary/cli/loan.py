"""`deskdiary loan renewed` and `deskdiary loan returned`."""

from datetime import date
from typing import Annotated

import typer

from deskdiary.cli.keeping import Commit, Push, keep
from deskdiary.cli.meant import Key, the_loan, the_patron
from deskdiary.cli.options import On, Root, asked, day
from deskdiary.cli.saying import plan_and_keeping
from deskdiary.recording.loans import renewed as renewal
from deskdiary.recording.loans import returned as homecoming

loan = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Write down what became of a loan.")
Which = Annotated[
    str,
    typer.Argument(help="Its number or a part of its title; needless where there is one.", metavar="LOAN"),
]
Until = Annotated[
    date, typer.Option("--until", help="The day it is due back now.", parser=day, metavar="DATE")
]


@loan.command()
def renewed(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    patron: Key,
    *,
    until: Until,
    which: Which = "",
    commit: Commit = False,
    push: Push = False,
    root: Root = None,
    on: On = None,
) -> None:
    """The loan is due on another day."""
    plan, keeping = plan_and_keeping(asked(context, root, on), commit=commit, push=push)
    found = the_patron(plan, patron)
    lent = the_loan(found, which)
    if until <= lent.due.value:
        raise typer.BadParameter(f"It is due on {lent.due.value} already.", param_hint="--until")
    keep((renewal(found, lent, until),), keeping, "renewed")
    typer.echo(f"Renewed until {until}: {found.key}/{lent.subject}")


@loan.command()
def returned(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    patron: Key,
    *,
    which: Which = "",
    commit: Commit = False,
    push: Push = False,
    root: Root = None,
    on: On = None,
) -> None:
    """The loan is back, and off the note."""
    plan, keeping = plan_and_keeping(asked(context, root, on), commit=commit, push=push)
    found = the_patron(plan, patron)
    lent = the_loan(found, which)
    keep((homecoming(found, lent),), keeping, "returned")
    typer.echo(f"Returned: {found.key}/{lent.subject}")
