"""A morning at a desk whose follow-ups stand as issues: the program run, and what is there afterwards."""

import subprocess
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest
from typer.testing import CliRunner

from desk_writing import WrittenDesk
from deskdiary.cli import forges, stepping
from deskdiary.cli.main import app
from deskdiary.issues.marks import Stage, marked
from deskdiary.refusal import Refusal
from deskdiary.shells.forge import asking
from forge.emulated_github import REPOSITORY, EmulatedGitHub, a_token
from forge.fault_proxy import Wire
from processes import Ran


class Patience:
    """The program's way of waiting, taken from it: nobody waits."""

    waited: ClassVar[list[float]] = []

    @classmethod
    def wait(cls, seconds: float) -> None:
        """Where the program would wait so many seconds."""
        cls.waited.append(seconds)


@dataclass(slots=True)
class Morning:
    """A desk, the forge it is kept on, and the line between."""

    desk: WrittenDesk
    github: EmulatedGitHub
    wire: Wire
    token: str = field(default_factory=a_token)

    def sync(self, *words: str, on: str = "2026-11-24") -> Ran:
        """`deskdiary issues sync` with these words, on a day."""
        return self.ask("issues", "sync", *words, "--on", on)

    def ask(self, *words: str) -> Ran:
        """`deskdiary` with these words."""
        arguments = [*words, "--root", str(self.desk.root)]
        environment = {
            "GITHUB_TOKEN": self.token,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_API_URL": self.wire.url,
        }
        told = CliRunner().invoke(app, arguments, env=environment)
        if isinstance(told.exception, Refusal):
            return Ran(1, told.stdout, f"{told.stderr}Refused: {told.exception}\n")
        if told.exception and not isinstance(told.exception, SystemExit):
            raise told.exception
        return Ran(told.exit_code, told.stdout, told.stderr)

    def apply(self, on: str = "2026-11-24") -> Ran:
        """The same, and the steps are taken."""
        return self.sync("--apply", on=on)

    def standing(self) -> dict[str, tuple[object, ...]]:
        """What stands on the forge about each key, however it came about."""
        found: dict[str, tuple[object, ...]] = {}
        for issue in self.github.issues():
            marks = marked(issue["body"] or "")
            if marks is not None and marks.stage is not Stage.DOUBLE:
                assert marks.about not in found, f"two issues about {marks.about}"
                found[marks.about] = _said(issue)
        return found

    def issue(self, key: str) -> dict[str, Any]:
        """The one about a key."""
        mine = [
            issue for issue in self.github.issues() if (m := marked(issue["body"] or "")) and m.about == key
        ]
        assert len(mine) == 1, f"{len(mine)} issues about {key}"
        return mine[0]

    def number(self, key: str) -> int:
        """Its number."""
        number: int = self.issue(key)["number"]
        return number

    def note(self, key: str) -> str:
        """A patron's note as it is."""
        return (self.desk.root / "patrons" / f"{key}.md").read_text(encoding="utf-8")


def _said(issue: dict[str, Any]) -> tuple[object, ...]:
    labels = frozenset(label["name"] for label in issue["labels"])
    people = tuple(each["login"] for each in issue["assignees"])
    return issue["title"], issue["body"], labels, people, issue["state"], issue["state_reason"]


def impatient(patch: pytest.MonkeyPatch) -> None:
    """Nobody waits."""
    Patience.waited.clear()
    patch.setattr(forges, "Line", partial(asking.Line, wait=Patience.wait))
    patch.setattr(stepping, "wait", Patience.wait)


def somebody(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Git's commits are somebody's, and its settings are not those of this machine."""
    for name in ("AUTHOR", "COMMITTER"):
        patch.setenv(f"GIT_{name}_NAME", "Desk Diary")
        patch.setenv(f"GIT_{name}_EMAIL", "desk-diary@example.org")
    patch.setenv("GIT_CONFIG_GLOBAL", str(folder / "none"))
    patch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def in_git(root: Path) -> Path:
    """The desk put into Git, with a server that colleagues send to. Gives the server's folder."""
    server = root.parent / "server.git"
    git(root.parent, "init", "-q", "--bare", "-b", "main", str(server))
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "The desk")
    git(root, "remote", "add", "origin", str(server))
    git(root, "push", "-q", "-u", "origin", "main")
    return server


def git(folder: Path, *words: str) -> str:
    """What Git says."""
    done = subprocess.run(["git", "-C", folder, *words], capture_output=True, check=True, encoding="utf-8")
    return done.stdout
