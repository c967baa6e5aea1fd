"""A morning on which a run has every kind of thing to do, laid out anew as often as wanted."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner, Result

import deskdiary.cli.issues as verb
from desk_writing import write_desk
from deskdiary.cli import stepping
from deskdiary.cli.main import app
from deskdiary.issues.marks import marked
from deskdiary.publishing.asked_for import Token
from deskdiary.shells.forge import asking
from deskdiary.shells.forge.asking import Line
from deskdiary.shells.forge.github import API, GitHub
from forge.emulated_github import ELIN, REPOSITORY, ROBOT, STRANGER, TOMOS, EmulatedGitHub, a_token
from forge.fault_proxy import Request, Wire
from processes import TOP, run
from serving import PATIENCE

YESTERDAY, TODAY = "2026-11-23", "2026-11-24"
DESK = """
    # library.yml
    library: Small Library
    timezone: Europe/London
    country: GB
    rules: {note-review: off}
    default_staff: ep
    staff:
      ep: {name: Elin Pryce, github: elin-pryce}
      th: {name: Tomos Hale, github: tomos-hale}
    # patrons/p-tick.md
    name: Mair Prosser
    reminders: [{date: 2026-11-23, about: The map}, {date: 2026-11-23, about: The atlas}]
    # patrons/p-snoo.md
    name: Dafydd Pugh
    reminders: [{date: 2026-11-23, about: The survey}]
    # patrons/p-clos.md
    name: Ewan Fairbrother
    reminders: [{date: 2026-11-23, about: The prices}]
    # patrons/p-comp.md
    name: Nasreen Chaudhry
    staff: th
    reminders: [{date: 2026-11-23, about: The letters}]
    # patrons/p-done.md
    name: Owain Rees
    reminders: [{date: 2026-11-23, about: The chapel}]
    # patrons/p-more.md
    name: Sian Bowen
    reminders: [{date: 2026-11-23, about: The mill}]
    # patrons/p-back.md
    name: Huw Tudor
    reminders: [{date: 2026-11-23, about: The quarry}]
"""
OVERNIGHT = {
    "p-done": "contacts: [{date: 2026-11-24, about: Rang, for: reminder/the-chapel/2026-11-23}]\n",
    "p-more": "loans: [{title: Chapels, due: 2026-11-25}]\nreads_email: rarely\n",
    "p-new1": "name: Gwen Ellis\nreminders: [{date: 2026-11-24, about: The hymnal}]\n",
    "p-new2": "name: Rhys Morgan\nstaff: th\nreminders: [{date: 2026-11-24, about: The ledger}]\n",
}
"""What colleagues wrote into the notes by hand: a call made, a loan, two patrons more."""


@dataclass(frozen=True, slots=True)
class BusyDay:
    """The notes as they are in the morning, and what the run of the day before wrote on the forge."""

    desk: Path
    shared: Path
    evening: tuple[Request, ...]

    def morning(self, github: EmulatedGitHub, desk: Path | None = None) -> None:
        """The issues, and what strangers did on them. With a place for a clone: what staff said too."""
        github.begin_again()
        for each in self.evening:
            github.act(ROBOT, each.method, each.path.removeprefix(f"/repos/{REPOSITORY}"), **each.says)
        of = {marks.about: each for each in github.issues() if (marks := marked(each["body"]))}
        github.comment(STRANGER, of["p-more"]["number"], "/snooze 2027-01-01")
        github.close(STRANGER, of["p-back"]["number"])
        if desk:
            _speak(github, {about: each["number"] for about, each in of.items()})
            shutil.rmtree(desk.parent, ignore_errors=True)
            shutil.copytree(self.shared, desk.parent / "shared.git")
            git(desk.parent, "clone", "-q", "shared.git", desk.name)


def _speak(github: EmulatedGitHub, of: Mapping[str, int]) -> None:
    """What staff did on the issues: a tick, a word, two closings."""
    text = github.issue(of["p-tick"])["body"].replace("- [ ]", "- [x]", 1)
    github.edit(ELIN, of["p-tick"], body=f"Elin: the atlas is being bound.\n\n{text}")
    github.comment(ELIN, of["p-snoo"], "Away until then.\n/snooze 2026-12-01")
    github.close(ELIN, of["p-clos"], "not_planned")
    github.close(TOMOS, of["p-comp"])


def busy_day(folder: Path, github: EmulatedGitHub, wire: Wire) -> BusyDay:
    """The day before, as it was: a run that opened the first issues, and what was written overnight."""
    seed = write_desk(folder / "seed", DESK).root
    git(seed, "init", "-q", "-b", "main")
    git(seed, "add", "-A")
    git(seed, "commit", "-q", "-m", "The desk")
    github.begin_again()
    told = sync(seed, wire, on=YESTERDAY)
    assert told.exit_code == 0, told.output
    for key, lines in OVERNIGHT.items():
        note = seed / "patrons" / f"{key}.md"
        before = note.read_text(encoding="utf-8") if note.exists() else "---\n---\n"
        head, _, tail = before.rpartition("---\n")
        note.write_text(f"{head}{lines}---\n{tail}", encoding="utf-8")
    git(seed, "add", "-A")
    git(seed, "commit", "-q", "-m", "Overnight")
    git(folder, "clone", "-q", "--bare", "seed", "shared.git")
    return BusyDay(seed, folder / "shared.git", tuple(wire.written()))


def sync(
    desk: Path,
    wire: Wire,
    on: str = TODAY,
    wait: Callable[[float], None] = lambda _: None,
) -> Result:
    """`issues sync --apply` in this process, where waiting takes no time."""
    with pytest.MonkeyPatch.context() as patch, _client(wire) as client:
        line = Line("GitHub", wire.url, Token(a_token()), API, wait, client)
        patch.setattr(verb, "forge_named", lambda _: GitHub(line, REPOSITORY))
        patch.setattr(stepping, "wait", wait)
        return CliRunner().invoke(app, ["--root", str(desk), "--on", on, "issues", "sync", "--apply"])


def _client(wire: Wire) -> httpx.Client:
    """The program's own, that hangs up soon on a forge that is slow, and on no other, busy as we may be."""

    def hurry(request: httpx.Request) -> None:
        request.extensions["timeout"]["read"] = wire.patience

    client: httpx.Client = asking._client.__wrapped__(PATIENCE)
    client.event_hooks = {"request": [hurry]}
    return client


def sync_process(desk: Path, wire: Wire) -> subprocess.Popen[str]:
    """The same as a process of its own, that can be killed."""
    words = ["--root", str(desk), "--on", TODAY, "issues", "sync", "--apply"]
    forge = {"GITHUB_API_URL": wire.url, "GITHUB_TOKEN": a_token(), "GITHUB_REPOSITORY": REPOSITORY}
    return subprocess.Popen(
        [sys.executable, "-m", "deskdiary", *words],
        env={**os.environ, "PYTHONPATH": str(TOP / "scripts"), **forge},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def issues_of(github: EmulatedGitHub) -> list[tuple[object, ...]]:
    """Every issue as it stands, by whom it is about; numbers and times apart."""
    return sorted((_told(each) for each in github.issues()), key=str)


def notes_of(desk: Path) -> dict[str, str]:
    """Every note of a clone as colleagues have it, and the messages of the history."""
    git(desk, "pull", "-q", "--rebase")
    notes = {file.name: file.read_text(encoding="utf-8") for file in (desk / "patrons").iterdir()}
    return {**notes, "history": "\n".join(sorted(git(desk, "log", "--format=%s").splitlines()))}


def _told(issue: dict[str, Any]) -> tuple[object, ...]:
    marks = marked(issue["body"])
    assert marks
    labels = tuple(sorted(each["name"] for each in issue["labels"]))
    people = tuple(each["login"] for each in issue["assignees"])
    return marks.about, issue["state"], issue["state_reason"], people, labels, issue["title"], issue["body"]


def git(folder: Path, *words: str) -> str:
    """Git, and what it printed."""
    told = run("git", "-C", folder, *words)
    assert told.code == 0, told.err
    return told.out
