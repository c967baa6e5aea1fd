"""The verbs, each in a file of its own that is opened once somebody asks for it."""

from collections import UserDict
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

VERBS = (
    "today",
    "check",
    "plan",
    "insight",
    "explain",
    "done",
    "snooze",
    "contact",
    "capture",
    "drafts",
    "build",
    "serve",
    "publish-check",
    "issues",
    "loan",
    "new",
)


class Verbs(TyperGroup):
    """All of them by their names. `deskdiary plan` need not wait for what only `deskdiary build` needs."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - Typer's own
        super().__init__(**attributes)
        self.commands = _Opened()


class _Opened(UserDict[str, Any]):
    """Each verb's command, made when it is first asked for."""

    def __init__(self) -> None:
        super().__init__(dict.fromkeys(VERBS))

    def __getitem__(self, verb: str) -> Any:  # noqa: ANN401 - Typer shows nobody its commands' type
        command = super().__getitem__(verb)
        if command is None:
            command = self[verb] = _command(verb)
        return command


def _command(verb: str) -> Any:  # noqa: ANN401 - the same
    """A file of the verb's name has a function of that name, or verbs of its own."""
    name = verb.replace("-", "_")
    found = getattr(import_module(f"deskdiary.cli.{name}"), name)
    around = typer.Typer(add_completion=False, rich_markup_mode=None)
    around.callback()(lambda: None)
    if isinstance(found, typer.Typer):
        around.add_typer(found, name=verb)
    else:
        around.command(verb)(found)
    return get_group(around).commands[verb]
