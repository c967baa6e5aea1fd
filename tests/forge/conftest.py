"""A GitHub for each test as if it were new, a line to it that can go wrong, and GitHub's own description."""

from collections.abc import Iterator

import pytest

from forge.emulated_github import EmulatedGitHub, emulated_github
from forge.fault_proxy import Wire, wire_to
from forge.morning import impatient
from forge.openapi_check import Description, github_description


@pytest.fixture(scope="session")
def one_github() -> Iterator[EmulatedGitHub]:
    """The emulator, which starts but once."""
    with emulated_github() as github:
        yield github


@pytest.fixture(scope="session")
def description() -> Description:
    """GitHub's description of its own API."""
    return github_description()


@pytest.fixture
def github(one_github: EmulatedGitHub) -> EmulatedGitHub:
    """As new: a private repository, who may write to it, one who may only read."""
    one_github.begin_again()
    return one_github


@pytest.fixture
def wire(github: EmulatedGitHub, description: Description) -> Iterator[Wire]:
    """The line to GitHub that the program is given. All that goes over it has to be as GitHub describes."""
    with wire_to(github.url) as wire:
        yield wire
    assert description.objections(wire.seen) == []


@pytest.fixture
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program does not wait."""
    impatient(monkeypatch)
