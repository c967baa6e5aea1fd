"""`deskdiary capture`: a filled-in form in a file, made into the change that it asks for."""

from pathlib import Path
from typing import Annotated

import typer

from deskdiary.cli.keeping import Commit, Push
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.saying import plan_and_keeping
from deskdiary.cli.writing_down import write_down

LONGEST = 256 * 1024
File = Annotated[
    Path, typer.Argument(help="The filled-in form.", exists=True, dir_okay=False, metavar="FILE")
]
Author = Annotated[
    str | None,
    typer.Option(
        "--author", help="The forge's name of whoever filled it in: one of the staff's.", metavar="LOGIN"
    ),
]


def capture(  # noqa: PLR0913 - each is an option
    context: typer.Context,
    file: File,
    *,
    author: Author = None,
    commit: Commit = False,
    push: Push = False,
    root: Root = None,
    on: On = None,
) -> None:
    """Write down what a filled-in form says. What is printed has keys only."""
    plan, keeping = plan_and_keeping(asked(context, root, on), commit=commit, push=push)
    typer.echo(f"Written down: {write_down(_text(file), author, plan, keeping)}")


def _text(file: Path) -> str | None:
    """What is in it; None where that is more than anybody types."""
    with file.open("rb") as stream:
        raw = stream.read(LONGEST + 1)
    return None if len(raw) > LONGEST else raw.decode("utf-8", "replace")
