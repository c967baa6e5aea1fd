"""The forges that there are, each with people who use it, and the program's own line to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from deskdiary.issues.forge import Forge
from deskdiary.publishing.asked_for import Token
from deskdiary.shells.forge.asking import Line
from deskdiary.shells.forge.github import API, GitHub
from deskdiary.shells.forge.gitlab import GitLab
from deskdiary.shells.forge.gitlab_line import API_PATH, line_to
from forge.emulated_github import REPOSITORY, EmulatedGitHub, a_token
from forge.fake_gitlab import fake_gitlab
from forge.fault_proxy import Wire, wire_to
from forge.gitlab_project import GROUP_PROJECT


class People(Protocol):
    """What people do on a forge, whichever it is."""

    def give(self, login: str, role: str) -> None: ...
    def open(self, login: str, title: str, body: str, *labels: str) -> int: ...
    def comment(self, login: str, number: int, text: str) -> None: ...
    def close(self, login: str, number: int, reason: str = "completed") -> None: ...
    def tick(self, login: str, number: int) -> None: ...
    def labels(self) -> dict[str, str]: ...
    def be(self, visibility: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A forge, the line to it, who is there, and how long the program would have waited."""

    name: str
    forge: Forge
    wire: Wire
    people: People
    token: str = field(repr=False)
    waited: list[float] = field(default_factory=list)


@contextmanager
def on_github(github: EmulatedGitHub) -> Iterator[Place]:
    """The emulated GitHub."""
    waited: list[float] = []
    with wire_to(github.url) as wire:
        line = Line("GitHub", wire.url, Token(token := a_token()), API, waited.append)
        yield Place("GitHub", GitHub(line, REPOSITORY), wire, github, token, waited)


@contextmanager
def on_gitlab() -> Iterator[Place]:
    """The GitLab of the tests' own."""
    waited: list[float] = []
    with fake_gitlab() as project, wire_to(project.url) as wire:
        project.begin_again()
        line = line_to(f"{wire.url}{API_PATH}", Token(token := a_token()), waited.append)
        yield Place("GitLab", GitLab(line, GROUP_PROJECT), wire, project, token, waited)
