"""`deskdiary plan`: the whole reckoning of a day, for another program; or what changed since another."""

from datetime import date
from typing import Annotated

import typer

from deskdiary.cli.looking import Looked, looked_at
from deskdiary.cli.options import Asked, On, Root, asked, day
from deskdiary.cli.told import told

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
    looked = looked_at(wanted)
    if since is not None:
        typer.echo(_changed(wanted, looked, since, json), nl=False)
    else:
        typer.echo(told(looked, f"plan {json}", lambda: _told(looked, json)), nl=False)


def _told(looked: Looked, json: bool) -> str | bytes:
    # Only now, since most mornings begin with what was told already.
    from deskdiary.cli.gathering import gathered  # noqa: PLC0415
    from deskdiary.telling.day_text import day_text  # noqa: PLC0415
    from deskdiary.telling.plan_json import json_bytes, plan_document  # noqa: PLC0415

    reckoned = gathered(looked).plan
    return json_bytes(plan_document(reckoned)) if json else day_text(reckoned, None)


def _changed(wanted: Asked, looked: Looked, since: date, json: bool) -> str:
    from deskdiary.cli.since import changed_since  # noqa: PLC0415 - as above

    if since > looked.on:
        raise typer.BadParameter(f"Name a day before {looked.on}.", param_hint="--since")
    return changed_since(wanted, looked, since, json)
