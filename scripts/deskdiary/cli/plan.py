"""`deskdiary plan`: the whole reckoning of a day, for another program; or what changed since another."""

from datetime import date
from typing import Annotated

import typer

from deskdiary.cli.gathering import plan_of, plan_of_earlier
from deskdiary.cli.options import Asked, On, Root, asked, day
from deskdiary.day.changes import changes
from deskdiary.day.plan import Plan
from deskdiary.telling.changes import changes_document, changes_text
from deskdiary.telling.day_text import day_text
from deskdiary.telling.plan_json import as_json, plan_document

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document; its schema comes with the program.")]
Since = Annotated[
    date | None,
    typer.Option("--since", help="Say what changed since this day, and why.", parser=day, metavar="DATE"),
]


def plan(
    context: typer.Context, root: Root = None, on: On = None, since: Since = None, json: AsJson = False
) -> None:
    """Print the reckoning: with --json the whole of it, else the day's follow-ups; or what changed."""
    wanted = asked(context, root, on)
    reckoned = plan_of(wanted)
    if since is not None:
        typer.echo(_changed(wanted, since, reckoned, json), nl=False)
    else:
        typer.echo(as_json(plan_document(reckoned)) if json else day_text(reckoned, None), nl=False)


def _changed(wanted: Asked, since: date, after: Plan, json: bool) -> str:
    if since > after.on:
        raise typer.BadParameter(f"Name a day before {after.on}.", param_hint="--since")
    timezone = after.desk.library.timezone
    before = plan_of_earlier(wanted, since, timezone.value if timezone else None)
    if not before.as_they_were:
        typer.echo("Git knows no notes of that day, so they are taken as they are now.", err=True)
    found = tuple(changes(before.plan, after))
    if json:
        return as_json(changes_document(since, after.on, found))
    return changes_text(since, after.on, found)
