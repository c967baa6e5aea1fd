"""`deskdiary drafts`: one file for every follow-up that is written or spoken."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from deskdiary.cli.gathering import drafted
from deskdiary.cli.options import On, Root, asked
from deskdiary.records.problem import Problem
from deskdiary.shells.kept_folder import keep_folder
from deskdiary.telling.plainly import plainly
from deskdiary.telling.plurals import counted
from deskdiary.words.message import draft_bytes

OF_DRAFTS = frozenset({"bad-wording", "draft-held-back", "wording-not-read"})
Out = Annotated[
    Path, typer.Option("--out", help="The folder to write into; made if missing.", file_okay=False)
]


def drafts(context: typer.Context, out: Out, root: Root = None, on: On = None) -> None:
    """Write the drafts: .eml files that open in a mail program, .txt cards for calls and letters."""
    day = drafted(asked(context, root, on))
    files = keep_folder(out, {draft.file: draft_bytes(draft) for draft in day.drafts})
    for file in files:
        typer.echo(str(file))
    told = f"{counted(len(files), 'draft')} for {day.plan.on}."
    typer.echo(f"{told} Nothing has been sent: read them over first.", err=True)
    _tell(problem for problem in day.plan.problems if problem.code in OF_DRAFTS)


def _tell(problems: Iterable[Problem]) -> None:
    """What was held back, by keys alone. Exit 1 where anything was."""
    told = [f"{problem.place}: {problem.in_public}" for problem in problems]
    for each in told:
        typer.echo(plainly(each), err=True)
    if told:
        raise typer.Exit(1)
