"""`deskdiary plan`: the whole reckoning of a day, for another program."""

from typing import Annotated

import typer

from deskdiary.cli.gathering import plan_of
from deskdiary.cli.options import On, Root, asked
from deskdiary.telling.day_text import day_text
from deskdiary.telling.plan_json import as_json, plan_document

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document; its schema is plan.schema.json.")]


def plan(context: typer.Context, root: Root = None, on: On = None, json: AsJson = False) -> None:
    """Print the whole reckoning: every occasion with its state and reasons."""
    reckoned = plan_of(asked(context, root, on))
    typer.echo(as_json(plan_document(reckoned)) if json else day_text(reckoned, None), nl=False)
