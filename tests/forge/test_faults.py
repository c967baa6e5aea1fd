"""A line that breaks at every point of a morning: nothing is doubled or lost, and the next run ends it."""

import os
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from desk_writing import write_desk
from forge.emulated_github import ELIN, STRANGER, TOMOS, EmulatedGitHub
from forge.fault_proxy import Fault, Wire, wire_to
from forge.morning import Killed, Morning, git, in_git, somebody

pytestmark = [pytest.mark.node, pytest.mark.server, pytest.mark.usefixtures("impatience")]

EVERYTHING = bool(os.environ.get("DESKDIARY_ALL_FAULTS"))
"""Every fault at every request takes some minutes; without, each request meets one fault or two, by turns."""

LIBRARY = """
    # library.yml
    library: Small Library
    country: GB
    rules: {note-review: off}
    site_url: https://diary.example.org
    staff: {ep: {name: Elin Pryce, github: elin-pryce}}
"""
STEPS = f"""
    # patrons/p-new.md
    name: Professor Mair Prosser
    reminders: [{{date: 2026-11-24, about: Ring her}}]
    # patrons/p-late.md
    name: Dafydd Pugh
    reminders: [{{date: 2026-11-23, about: Write to him}}]
    # patrons/p-done.md
    name: Gwen Rees
    reminders: [{{date: 2026-11-23, about: Ask her}}]
    contacts: [{{date: 2026-11-24, how: phone, about: Asked, for: reminder/ask-her/2026-11-23}}]
    # patrons/p-back.md
    name: Idris Lloyd
    reminders: [{{date: 2026-11-23, about: See him}}]
    {LIBRARY}
"""
"""On the 24th: one to open, one to bring up to date, one to close, one that a stranger closed to reopen."""
SAID = f"""
    # patrons/p-tick.md
    name: Professor Mair Prosser
    reminders: [{{date: 2026-11-23, about: Ring her}}]
    # patrons/p-close.md
    name: Dafydd Pugh
    reminders: [{{date: 2026-11-23, about: Write to him}}]
    # patrons/p-later.md
    name: Gwen Rees
    reminders: [{{date: 2026-11-23, about: Ask her}}]
    {LIBRARY}
"""
TAKING, HEARING = 17, 13
"""How many requests such mornings take."""


def points(requests: int, each: int) -> list[tuple[int, Fault]]:
    """Which request meets which fault: all, or so many for each request, every fault having its turn."""
    turns = cycle(Fault)
    faults = tuple(Fault) if EVERYTHING else None
    return [
        (number, fault)
        for number in range(1, requests + 1)
        for fault in faults or [next(turns) for _ in range(each)]
    ]


def at(requests: int, each: int) -> pytest.MarkDecorator:
    """A test for each of them."""
    found = points(requests, each)
    names = [f"{number} {fault.name.lower().replace('_', ' ')}" for number, fault in found]
    return pytest.mark.parametrize(("number", "fault"), found, ids=names)


@pytest.fixture
def wire(github: EmulatedGitHub) -> Iterator[Wire]:
    """A line whose words nobody checks: they are checked where nothing goes wrong."""
    with wire_to(github.url) as wire:
        yield wire


@pytest.fixture(scope="module", autouse=True)
def _somebody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Git's commits are somebody's, and its settings are not those of this machine."""
    with pytest.MonkeyPatch.context() as patch:
        somebody(patch, tmp_path_factory.mktemp("git"))
        yield


def on_the_24th(folder: Path, github: EmulatedGitHub, wire: Wire) -> Morning:
    here = Morning(write_desk(folder / "desk", STEPS), github, wire)
    here.begin("2026-11-23")
    github.close(STRANGER, here.number("p-back"))
    return here


def with_a_fault(here: Morning, number: int, fault: Fault) -> None:
    """A morning on which one request goes wrong; the run may end with a refusal, or be killed."""
    here.wire.kill = here.die
    here.wire.begin_again({number: fault})
    try:
        assert here.apply().code in {0, 1}
    except Killed:
        assert "KILLED" in fault.name
    assert [each.fault for each in here.wire.seen if each.fault] == [fault], "it never came to this request"


def ended_by_the_next(here: Morning) -> None:
    """The next run does the rest, and the one after it has nothing to write."""
    here.wire.begin_again()
    told = here.apply()
    assert told.code == 0, told.err
    here.wire.begin_again()
    assert here.apply().code == 0
    assert here.wire.written() == []


@pytest.mark.parametrize(
    ("begun", "requests"),
    [
        pytest.param("on_the_24th", TAKING, id="steps"),
        pytest.param("with_something_said", HEARING, id="said"),
    ],
)
def test_every_request_of_such_a_morning_is_broken_in_turn(
    tmp_path: Path, github: EmulatedGitHub, wire: Wire, begun: str, requests: int
) -> None:
    here: Morning = globals()[begun](tmp_path, github, wire)
    here.wire.begin_again()
    assert here.apply().code == 0
    assert len(here.wire.seen) == requests, [
        (each.request.method, each.request.path) for each in here.wire.seen
    ]


@at(TAKING, 3)
def test_whatever_breaks_while_the_steps_are_taken(
    tmp_path: Path, github: EmulatedGitHub, wire: Wire, number: int, fault: Fault
) -> None:
    here = on_the_24th(tmp_path, github, wire)
    with_a_fault(here, number, fault)
    ended_by_the_next(here)
    states = {key: (said[4], said[3]) for key, said in here.standing().items()}
    assert states == {
        "p-new": ("open", (ELIN,)),
        "p-late": ("open", (ELIN,)),
        "p-done": ("closed", (ELIN,)),
        "p-back": ("open", (ELIN,)),
    }
    assert len(github.issues()) == 4


def with_something_said(folder: Path, github: EmulatedGitHub, wire: Wire) -> Morning:
    here = Morning(write_desk(folder / "desk", SAID), github, wire)
    here.server = in_git(here.desk.root)
    here.begin("2026-11-23")
    github.tick(ELIN, here.number("p-tick"))
    github.close(TOMOS, here.number("p-close"), "not_planned")
    github.comment(TOMOS, here.number("p-later"), "/snooze 2026-12-01")
    return here


@at(HEARING, 1)
def test_whatever_breaks_while_what_was_said_is_written_down(
    tmp_path: Path, github: EmulatedGitHub, wire: Wire, number: int, fault: Fault
) -> None:
    here = with_something_said(tmp_path, github, wire)
    with_a_fault(here, number, fault)
    ended_by_the_next(here)
    for key in ("p-tick", "p-close", "p-later"):
        told = git(here.server, "show", f"main:patrons/{key}.md")
        assert told.count("for: reminder/") == 1, told
        assert here.issue(key)["state"] == "closed"
    assert "outcome: not needed" in git(here.server, "show", "main:patrons/p-close.md")
    assert len(github.issues()) == 3
