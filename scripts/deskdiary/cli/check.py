"""`deskdiary check`: every problem in every note."""

import os
import sys
from enum import StrEnum
from pathlib import Path

import typer

from deskdiary.cli.gathering import drafted
from deskdiary.cli.options import On, Root, asked
from deskdiary.day.plan import Plan
from deskdiary.records.problem import Severity
from deskdiary.shells.reading.source_lines import source_lines
from deskdiary.telling.plan_json import as_json
from deskdiary.telling.problems_github import problems_github
from deskdiary.telling.problems_json import problems_document
from deskdiary.telling.problems_text import Terminal, problems_text


class Form(StrEnum):
    """How problems are told: to a person, to a program, to a forge's checks."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(context: typer.Context, root: Root = None, on: On = None, format: Form = Form.TEXT) -> None:  # noqa: A002
    """Name every mistake in the notes, with its line and what to type instead."""
    wanted = asked(context, root, on)
    plan = drafted(wanted).plan
    typer.echo(_told(plan, format, wanted.folder), nl=False, color=True)
    if any(problem.severity is Severity.ERROR for problem in plan.problems):
        raise typer.Exit(1)


def _told(plan: Plan, form: Form, folder: Path) -> str:
    if form is Form.JSON:
        return as_json(problems_document(plan))
    if form is Form.GITHUB:
        return problems_github(plan.problems)
    return problems_text(plan, Terminal(shows_colours(), source_lines(folder, plan.problems)))


def shows_colours() -> bool:
    """Whether what is printed goes to a terminal, and whoever sits there wants colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
