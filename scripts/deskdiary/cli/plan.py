"""`deskdiary plan`: the whole reckoning of a day, for another program; or what changed since another."""

from datetime import date
from typing import Annotated

import typer

from deskdiary.cli.gathering import plan_of, plan_of_earlier
from deskdiary.cli.options import Asked, On, Root, asked, day
from deskdiary.day.changes import changes
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
    """Print the whole reckoning: every occasion with its state and reasons."""
    wanted = asked(context, root, on)
    if since is not None:
        typer.echo(_changed(wanted, since, json), nl=False)
        return
    reckoned = plan_of(wanted)
    typer.echo(as_json(plan_document(reckoned)) if json else day_text(reckoned, None), nl=False)


def _changed(wanted: Asked, since: date, json: bool) -> str:
    after = plan_of(wanted)
    found = tuple(changes(plan_of_earlier(wanted, since), after))
    if json:
        return as_json(changes_document(since, after.on, found))
    return changes_text(since, after.on, found)
