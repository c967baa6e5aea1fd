"""`deskdiary insight`: what the notes add up to, for whoever runs the desk."""

from typing import Annotated

import typer

from deskdiary.cli.gathering import plan_of
from deskdiary.cli.options import On, Root, asked
from deskdiary.insight.insight import insight as insight_of
from deskdiary.telling.insight_json import insight_document
from deskdiary.telling.insight_text import insight_text
from deskdiary.telling.plan_json import as_json

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document; its schema is insight.schema.json.")]


def insight(context: typer.Context, root: Root = None, on: On = None, json: AsJson = False) -> None:
    """Say what the notes add up to: counts and keys only, fit to show a head of service."""
    found = insight_of(plan_of(asked(context, root, on)))
    typer.echo(as_json(insight_document(found)) if json else insight_text(found), nl=False)
