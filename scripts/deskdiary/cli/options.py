"""What every verb may be told: which desk, and which day."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from deskdiary import __version__


@dataclass(frozen=True, slots=True)
class Asked:
    """The desk's folder and the day, as far as somebody named them."""

    root: Path | None = None
    on: date | None = None

    @property
    def folder(self) -> Path:
        """The folder named, else this one."""
        return self.root or Path()


def day(text: str) -> date:
    """A day as it is typed on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("Type the day as year-month-day, such as 2026-11-30.") from None


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"deskdiary {__version__}")
        raise typer.Exit


Root = Annotated[
    Path | None,
    typer.Option(
        "--root",
        help="The desk's folder; else here.",
        exists=True,
        file_okay=False,
        show_default=False,
    ),
]
On = Annotated[
    date | None,
    typer.Option("--on", help="The day to reckon, such as 2026-11-30.", parser=day, metavar="DATE"),
]
Version = Annotated[
    bool, typer.Option("--version", help="Say which version this is.", callback=_say_version, is_eager=True)
]


def asked(context: typer.Context, root: Path | None, on: date | None) -> Asked:
    """What was named after the verb, else before it."""
    before = context.obj if isinstance(context.obj, Asked) else Asked()
    return Asked(root or before.root, on or before.on)
