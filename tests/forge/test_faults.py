"""Whatever goes wrong on the line, and wherever: the next run completes it, nothing is doubled, nothing lost.

`FAULTS=every pytest tests/forge/test_faults.py` tries every fault at every request; else a part of them.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from subprocess import Popen

import pytest

from forge.busy_day import BusyDay, busy_day, issues_of, notes_of, sync, sync_process
from forge.emulated_github import EmulatedGitHub
from forge.fault_proxy import WAIT, Fault, Request, Wire, wire_to
from serving import PATIENCE

pytestmark = [pytest.mark.node, pytest.mark.server]
EVERY = os.environ.get("FAULTS") == "every"
KILLS = (Fault.KILLED_BEFORE, Fault.KILLED_AFTER)
KINDS = tuple(fault for fault in Fault if fault not in KILLS)


@dataclass(frozen=True, slots=True)
class GoneWell:
    """A morning on which nothing goes wrong: what is asked, and how things stand in the end."""

    day: BusyDay
    asked: tuple[Request, ...]
    issues: list[tuple[object, ...]]
    notes: dict[str, str]

    def numbers(self, fault: Fault) -> list[int]:
        """The requests that meet this fault: in turn, so that each meets one, and an opening all."""
        turn = KINDS.index(fault)
        return [each.number for each in self.asked if EVERY or _falls_on(each, turn)]


def _falls_on(request: Request, turn: int) -> bool:
    return opens(request) or (turn - request.number) % len(KINDS) == 0


def opens(request: Request) -> bool:
    """Whether it opens an issue, which must not be there twice."""
    return request.method == "POST" and request.path.endswith("/issues")


@pytest.fixture(scope="module", autouse=True)
def _somebody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Git's commits are somebody's, and its settings are not those of this machine."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{name}_NAME", "Elin Pryce")
            patch.setenv(f"GIT_{name}_EMAIL", "elin.pryce@example.org")
        patch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path_factory.mktemp("git") / "none"))
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        yield


@pytest.fixture(scope="module")
def day(one_github: EmulatedGitHub, tmp_path_factory: pytest.TempPathFactory) -> BusyDay:
    with wire_to(one_github.url) as wire:
        return busy_day(tmp_path_factory.mktemp("before"), one_github, wire)


@pytest.fixture(scope="module")
def quiet(day: BusyDay, one_github: EmulatedGitHub) -> GoneWell:
    """A morning on which nobody on the staff said anything on the forge: all goes one way."""
    day.morning(one_github)
    with wire_to(one_github.url) as wire:
        told = sync(day.desk, wire)
        assert told.exit_code == 0, told.output
        return GoneWell(day, tuple(each.request for each in wire.seen), issues_of(one_github), {})


@pytest.fixture(scope="module")
def talk(day: BusyDay, one_github: EmulatedGitHub, tmp_path_factory: pytest.TempPathFactory) -> GoneWell:
    """A morning on which staff ticked, closed and put off: it goes back into the notes too."""
    desk = tmp_path_factory.mktemp("talk") / "all" / "desk"
    day.morning(one_github, desk)
    with wire_to(one_github.url) as wire:
        told = sync(desk, wire)
        assert told.exit_code == 0, told.output
        asked = tuple(each.request for each in wire.seen)
        return GoneWell(day, asked, issues_of(one_github), notes_of(desk))


def mended(wire: Wire, desk: Path, well: GoneWell, github: EmulatedGitHub) -> None:
    """The next run has nothing in its way and leaves things as they should be; one more writes nothing."""
    wire.begin_again()
    told = sync(desk, wire)
    assert told.exit_code == 0, told.output
    assert issues_of(github) == well.issues
    if well.notes:
        assert notes_of(desk) == well.notes
    wire.begin_again()
    sync(desk, wire)
    assert wire.written() == []


def go_wrong(wire: Wire, desk: Path, fault: Fault, number: int) -> None:
    """A run that meets one fault at one request: it ends in peace."""
    wire.begin_again({number: fault})
    told = sync(desk, wire)
    assert told.exit_code in {0, 1}, told.output
    wire.meet_the_fault()
    assert [each.fault for each in wire.seen].count(fault) == 1


@pytest.mark.parametrize("fault", KINDS, ids=lambda fault: fault.name.lower())
def test_the_next_run_completes_what_a_fault_broke_off(
    quiet: GoneWell, fault: Fault, github: EmulatedGitHub, wire: Wire
) -> None:
    for number in quiet.numbers(fault):
        quiet.day.morning(github)
        go_wrong(wire, quiet.day.desk, fault, number)
        mended(wire, quiet.day.desk, quiet, github)


def test_the_faults_tried_are_many(quiet: GoneWell) -> None:
    tried = [(fault, number) for fault in KINDS for number in quiet.numbers(fault)]
    assert len(tried) >= 48
    assert {number for _, number in tried} == {request.number for request in quiet.asked}
    written = [each.path.rsplit("/", 1)[-1] for each in quiet.asked if each.writes]
    assert {*written} >= {"labels", "issues", "assignees"}
    assert sum(each.isdigit() for each in written) >= 3


@pytest.mark.parametrize(
    "fault", KINDS if EVERY else [Fault.GATEWAY_AFTER], ids=lambda fault: fault.name.lower()
)
def test_what_staff_said_is_written_down_once(
    talk: GoneWell, fault: Fault, github: EmulatedGitHub, wire: Wire, tmp_path: Path
) -> None:
    desk = tmp_path / "all" / "desk"
    writes = [each.number for each in talk.asked if each.method == "PATCH"]
    for number in talk.numbers(fault) if EVERY else writes[:2]:
        talk.day.morning(github, desk)
        go_wrong(wire, desk, fault, number)
        mended(wire, desk, talk, github)


@pytest.mark.parametrize("fault", KILLS, ids=lambda fault: fault.name.lower())
def test_a_run_that_is_killed_leaves_nothing_that_the_next_does_not_mend(
    talk: GoneWell, fault: Fault, github: EmulatedGitHub, wire: Wire, tmp_path: Path
) -> None:
    desk = tmp_path / "all" / "desk"
    opening = next(each.number for each in talk.asked if opens(each))
    for number in [each.number for each in talk.asked] if EVERY else [opening]:
        talk.day.morning(github, desk)
        wire.begin_again({number: fault})
        started: Queue[Popen[str]] = Queue()
        wire.kill = lambda: started.get(timeout=PATIENCE).kill()  # noqa: B023 - it is called in this round
        with sync_process(desk, wire) as process:
            started.put(process)
            process.communicate()
        assert process.returncode < 0
        mended(wire, desk, talk, github)


def test_two_runs_at_once_leave_one_issue_each(quiet: GoneWell, github: EmulatedGitHub, wire: Wire) -> None:
    """At the moment at which one run is about to open an issue, another opens and assigns them all."""
    quiet.day.morning(github)
    ran: list[tuple[str, str, int]] = []
    with wire_to(github.url) as other:

        def meanwhile(request: Request) -> None:
            if opens(request):
                wire.instead = lambda _: None
                with sync_process(quiet.day.desk, other) as process:
                    ran.append((*process.communicate(), process.returncode))

        wire.instead = meanwhile
        told = sync(quiet.day.desk, wire)
    assert told.exit_code == 0, told.output
    assert [code for *_, code in ran] == [0], ran
    assert any(opens(request) for request in other.written())
    assert [each for each in issues_of(github) if each[1] == "open"] == [
        each for each in quiet.issues if each[1] == "open"
    ]


@pytest.mark.parametrize("fault", [Fault.TOO_MANY, Fault.SECONDARY], ids=lambda fault: fault.name.lower())
def test_a_forge_that_asks_for_time_is_given_it(
    quiet: GoneWell, fault: Fault, github: EmulatedGitHub, wire: Wire
) -> None:
    quiet.day.morning(github)
    waited: list[float] = []
    wire.begin_again(dict.fromkeys(range(2, 5), fault))
    told = sync(quiet.day.desk, wire, wait=waited.append)
    assert (told.exit_code, waited) == (0, [WAIT] * 3)
    assert issues_of(github) == quiet.issues


def test_a_forge_that_is_down_is_asked_a_few_times_and_then_left_in_peace(
    quiet: GoneWell, github: EmulatedGitHub, wire: Wire
) -> None:
    quiet.day.morning(github)
    waited: list[float] = []
    wire.begin_again(dict.fromkeys(range(1, 1000), Fault.GATEWAY_BEFORE))
    told = sync(quiet.day.desk, wire, wait=waited.append)
    assert told.exit_code == 1
    assert len(wire.seen) <= 6
    assert sum(waited) < 120
