"""`deskdiary snooze`: an occasion put off."""

from datetime import date
from typing import Annotated

import typer

from deskdiary.cli.keeping import Commit, Push, keep
from deskdiary.cli.meant import complete_occasion, the_occasion
from deskdiary.cli.options import On, Root, asked, day
from deskdiary.cli.saying import plan_and_keeping
from deskdiary.recording.put_off import put_off

Id = Annotated[
    str,
    typer.Argument(help="An occasion, or a part of it that fits no other.", autocompletion=complete_occasion),
]
Until = Annotated[date, typer.Option("--until", help="The day it comes back.", parser=day, metavar="DATE")]


def snooze(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    occasion: Id,
    *,
    until: Until,
    commit: Commit = False,
    push: Push = False,
    root: Root = None,
    on: On = None,
) -> None:
    """Put an occasion off: it stays quiet until that day and is open again on it."""
    plan, keeping = plan_and_keeping(asked(context, root, on), commit=commit, push=push)
    if until <= plan.on:
        raise typer.BadParameter(f"Name a day after {plan.on}.", param_hint="--until")
    found = the_occasion(plan, occasion)
    keep((put_off(plan, found, until),), keeping, "snooze")
    typer.echo(f"Put off until {until}: {found.occasion.id}")
