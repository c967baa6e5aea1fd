"""`deskdiary today`: the day's follow-ups, in the terminal."""

from typing import Annotated

import typer

from deskdiary.cli.looking import Looked, looked_at
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.told import told

Whose = Annotated[str | None, typer.Option("--staff", help="Only this member of staff's.", metavar="KEY")]


def today(context: typer.Context, root: Root = None, on: On = None, staff: Whose = None) -> None:
    """Say who needs what today, by when, and why."""
    looked = looked_at(asked(context, root, on))
    known = tuple(looked.found.library.staff)
    if staff is not None and staff not in known:
        one_of = ", ".join(known) or "nobody: library.yml names no staff"
        raise typer.BadParameter(f"There is no such key. The keys are: {one_of}.", param_hint="--staff")
    typer.echo(told(looked, f"today {staff}", lambda: _told(looked, staff)), nl=False)


def _told(looked: Looked, staff: str | None) -> str:
    # Only now, since mostly it was told already.
    from deskdiary.cli.gathering import gathered  # noqa: PLC0415
    from deskdiary.telling.day_text import day_text  # noqa: PLC0415

    return day_text(gathered(looked).plan, staff)
