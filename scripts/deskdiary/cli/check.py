"""`deskdiary check`: every problem in every note."""

import hashlib
import os
import sys
from enum import StrEnum

import typer

from deskdiary.cli.looking import Looked, looked_at
from deskdiary.cli.options import On, Root, asked
from deskdiary.cli.told import told
from deskdiary.records.problem import Severity
from deskdiary.shells.texts import links, tree

WORDING = "wording"
_WRONG, _FINE = "1\n", "0\n"


class Form(StrEnum):
    """How problems are told: to a person, to a program, to a forge's checks."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(context: typer.Context, root: Root = None, on: On = None, format: Form = Form.TEXT) -> None:  # noqa: A002
    """Name every mistake in the notes, with its line and what to type instead."""
    looked = looked_at(asked(context, root, on))
    colours = shows_colours()
    what = f"check {format} {colours} {_wording(looked)}"
    first, rest = _parted(told(looked, what, lambda: _told(looked, format, colours)))
    typer.echo(rest, nl=False, color=True)
    if first == _WRONG.encode():
        raise typer.Exit(1)


def _told(looked: Looked, form: Form, colours: bool) -> str:
    """The problems, told; before them a line that says whether there is an error among them."""
    # Only now, since mostly it was told already.
    from deskdiary.cli.drafting import drafted  # noqa: PLC0415
    from deskdiary.shells.reading.source_lines import source_lines  # noqa: PLC0415
    from deskdiary.telling.plan_json import as_json  # noqa: PLC0415
    from deskdiary.telling.problems_github import problems_github  # noqa: PLC0415
    from deskdiary.telling.problems_json import problems_document  # noqa: PLC0415
    from deskdiary.telling.problems_text import Terminal, problems_text  # noqa: PLC0415

    plan = drafted(looked).plan
    first = _WRONG if any(problem.severity is Severity.ERROR for problem in plan.problems) else _FINE
    if form is Form.JSON:
        return first + as_json(problems_document(plan))
    if form is Form.GITHUB:
        return first + problems_github(plan.problems)
    return first + problems_text(plan, Terminal(colours, source_lines(looked.root, plan.problems)))


def _parted(text: bytes) -> tuple[bytes, bytes]:
    return text[: len(_FINE)], text[len(_FINE) :]


def _wording(looked: Looked) -> str:
    """The same as long as the desk's own wording is: its mistakes are told as well."""
    folder = looked.root / WORDING
    return hashlib.sha256(repr((sorted(tree(folder).items()), links(folder))).encode()).hexdigest()


def shows_colours() -> bool:
    """Whether what is printed goes to a terminal, and whoever sits there wants colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
