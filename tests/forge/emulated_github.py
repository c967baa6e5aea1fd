"""A GitHub of the tests' own: the npm package emulate on this machine's loopback, and people who use it."""

import itertools
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from node_packages import node_package
from serving import PATIENCE

REPOSITORY = "bryn-library/desk"
OWNER, ROBOT = "bryn-library", "desk-robot"
ELIN, TOMOS, STRANGER = "elin-pryce", "tomos-hale", "a-passer-by"
# The program's own account comes first: whose token is not known here acts as the first of these.
PEOPLE = (ROBOT, OWNER, ELIN, TOMOS, STRANGER)
_AT_FIRST = {ROBOT: "push", ELIN: "push", TOMOS: "maintain", STRANGER: "pull"}
_SCRIPT = Path(__file__).parent.parent / "node" / "emulated_github.mjs"
_TOKENS = itertools.count()
_KEYS = 40
"""How many tokens each of them has: the emulator lets each ask 5,000 times an hour, and no more."""


def a_token() -> str:
    """A token that nobody has used: the emulator takes any."""
    return f"made-up-token-{next(_TOKENS)}-that-nobody-may-see"


@dataclass(frozen=True, slots=True)
class EmulatedGitHub:
    """Where it listens, and what people do there. The owner is administrator; the stranger may only read."""

    url: str
    _process: subprocess.Popen[str] = field(repr=False)
    _roles: dict[str, str] = field(default_factory=dict)
    _client: httpx.Client = field(default_factory=httpx.Client, repr=False)

    def begin_again(self) -> None:
        """As at first: no issues, the labels a new repository has, everybody with the rights they had."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("reset\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "done\n"
        for login, role in _AT_FIRST.items():
            self.give(login, role)

    def act(self, login: str, method: str, path: str, **content: object) -> Any:  # noqa: ANN401 - it is JSON
        """Something that somebody does in the repository, by hand or with a program of their own."""
        address = f"{self.url}/repos/{REPOSITORY}{path}"
        answer = self._client.request(method, address, json=content, headers=_as(login))
        assert answer.is_success, f"{login}: {method} {path}: {answer.status_code} {answer.text}"
        return answer.json() if answer.content else None

    def give(self, login: str, role: str) -> None:
        """The owner gives somebody a role: pull, triage, push, maintain or admin."""
        self.act(OWNER, "PUT", f"/collaborators/{login}", permission=role)
        self._roles[login] = role

    def be(self, visibility: str) -> None:
        """The owner makes the repository private, internal or public."""
        self.act(OWNER, "PATCH", "", visibility=visibility)

    def issues(self) -> list[dict[str, Any]]:
        """All that there are, by number."""
        query = "per_page=100&state=all&sort=created&direction=asc"
        pages = (self.act(OWNER, "GET", f"/issues?{query}&page={page}") for page in itertools.count(1))
        found = itertools.chain.from_iterable(itertools.takewhile(bool, pages))
        return sorted(found, key=lambda issue: issue["number"])

    def issue(self, number: int) -> dict[str, Any]:
        """One as it stands."""
        found: dict[str, Any] = self.act(OWNER, "GET", f"/issues/{number}")
        return found

    def labels(self) -> dict[str, str]:
        """The name of each label, and its description."""
        found = self.act(OWNER, "GET", "/labels?per_page=100")
        return {label["name"]: label["description"] or "" for label in found}

    def open(self, login: str, title: str, body: str, *labels: str) -> int:
        """Somebody opens an issue by hand."""
        with self._pen_for(login):
            made: int = self.act(login, "POST", "/issues", title=title, body=body, labels=labels)["number"]
        return made

    def comment(self, login: str, number: int, text: str) -> None:
        """Somebody says something on an issue."""
        with self._pen_for(login):
            self.act(login, "POST", f"/issues/{number}/comments", body=text)

    def edit(self, login: str, number: int, **content: object) -> None:
        """Somebody edits an issue, or closes it: `state="closed", state_reason="not_planned"`."""
        with self._pen_for(login):
            self.act(login, "PATCH", f"/issues/{number}", **content)

    def close(self, login: str, number: int, reason: str = "completed") -> None:
        """Somebody closes an issue."""
        self.edit(login, number, state="closed", state_reason=reason)

    def tick(self, login: str, number: int) -> None:
        """Somebody ticks every box of an issue."""
        self.edit(login, number, body=self.issue(number)["body"].replace("- [ ]", "- [x]"))

    @contextmanager
    def _pen_for(self, login: str) -> Iterator[None]:
        """On GitHub, who may read may comment and open issues; here that takes the right to write."""
        role = self._roles.get(login, "push")
        if role in {"push", "maintain", "admin"}:
            yield
            return
        self.give(login, "push")
        yield
        self.give(login, role)


def _as(login: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {login}-{next(_TOKENS) % _KEYS}"}


def _keys_of(login: str) -> list[str]:
    return [f"{login}-{number}" for number in range(_KEYS)]


def _seed() -> str:
    owner, name = REPOSITORY.split("/")
    return json.dumps(
        {
            "tokens": {
                key: {"login": login, "scopes": ["repo"]} for login in PEOPLE for key in _keys_of(login)
            },
            "github": {
                "users": [{"login": login} for login in PEOPLE],
                "repos": [{"owner": owner, "name": name, "private": True}],
            },
        }
    )


@contextmanager
def emulated_github() -> Iterator[EmulatedGitHub]:
    """One that runs until it is no longer needed."""
    node_package("emulate")
    node = shutil.which("node")
    if node is None:
        if os.environ.get("CI"):
            pytest.fail("there is no Node here, and CI must have one")
        pytest.skip("needs Node, which is not on this machine")
    command, pipe = [node, str(_SCRIPT)], subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(f"{_seed()}\n")
        process.stdin.flush()
        url = process.stdout.readline().strip().replace("localhost", "127.0.0.1")
        assert url, "the emulator did not start"
        # Each question on a line of its own: one kept open may be shut at the very moment it is used again.
        with httpx.Client(timeout=PATIENCE, limits=httpx.Limits(max_keepalive_connections=0)) as client:
            yield EmulatedGitHub(url, process, _client=client)
        process.stdin.close()
