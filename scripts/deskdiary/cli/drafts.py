"""`deskdiary drafts`: one file for every follow-up that is written or spoken."""

from pathlib import Path
from typing import Annotated

import typer

from deskdiary.cli.gathering import plan_of, shipped_wording
from deskdiary.cli.options import On, Root, asked
from deskdiary.shells.kept_folder import keep_folder
from deskdiary.words.draft import drafts as drafted
from deskdiary.words.message import draft_bytes

Out = Annotated[
    Path, typer.Option("--out", help="The folder to write into; made if missing.", file_okay=False)
]


def drafts(context: typer.Context, out: Out, root: Root = None, on: On = None) -> None:
    """Write the drafts: .eml files that open in a mail program, .txt cards for calls and letters."""
    plan = plan_of(asked(context, root, on))
    wanted = {draft.file: draft_bytes(draft) for draft in drafted(plan, shipped_wording())}
    files = keep_folder(out, wanted)
    for file in files:
        typer.echo(str(file))
    typer.echo(f"{len(files)} drafts for {plan.on}. Nothing has been sent: read them over first.", err=True)
