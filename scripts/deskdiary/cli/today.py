"""`deskdiary today`: the day's follow-ups, in the terminal."""

from typing import Annotated

import typer

from deskdiary.cli.gathering import plan_of
from deskdiary.cli.options import On, Root, asked
from deskdiary.telling.day_text import day_text

Whose = Annotated[str | None, typer.Option("--staff", help="Only this member of staff's.", metavar="KEY")]


def today(context: typer.Context, root: Root = None, on: On = None, staff: Whose = None) -> None:
    """Say who needs what today, by when, and why."""
    plan = plan_of(asked(context, root, on))
    known = tuple(plan.desk.library.staff)
    if staff is not None and staff not in known:
        one_of = ", ".join(known) or "nobody: library.yml names no staff"
        raise typer.BadParameter(f"There is no such key. The keys are: {one_of}.", param_hint="--staff")
    typer.echo(day_text(plan, staff), nl=False)
