"""`deskdiary insight`: what the notes add up to, for whoever runs the desk."""

from typing import Annotated

import typer

from deskdiary.cli.looking import Looked, looked_at
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.told import told

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document; its schema is insight.schema.json.")]


def insight(context: typer.Context, root: Root = None, on: On = None, json: AsJson = False) -> None:
    """Say what the notes add up to: counts and keys only, fit to show a head of service."""
    looked = looked_at(asked(context, root, on))
    typer.echo(told(looked, f"insight {json}", lambda: _told(looked, json)), nl=False)


def _told(looked: Looked, json: bool) -> str:
    # Only now, since it may have been told already.
    from deskdiary.cli.gathering import gathered  # noqa: PLC0415
    from deskdiary.insight.insight import insight as insight_of  # noqa: PLC0415
    from deskdiary.telling.insight_json import insight_document  # noqa: PLC0415
    from deskdiary.telling.insight_text import insight_text  # noqa: PLC0415
    from deskdiary.telling.plan_json import as_json  # noqa: PLC0415

    found = insight_of(gathered(looked).plan)
    return as_json(insight_document(found)) if json else insight_text(found)
