"""Colleagues who write at once: real repositories, real processes; nothing is lost, and no marker is left."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desk_writing import write_desk
from deskdiary.shells.git_desk import push
from note_reading import read
from processes import TOP, Ran, deskdiary, run

DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    phone: 029 2018 0146
    reads_email: rarely
    loans: [{title: Chapels, due: 2026-11-27}]
    contacts:
      - {date: 2026-09-15, how: phone, about: She rang}
    # patrons/p-b6u1.md
    name: Dafydd Pugh
    # library.yml
    library: Small Library
    today: 2026-11-24
    country: GB
    staff: {ep: {name: Elin Pryce}}
"""
CHAPELS = "p-k7f2/loan-due/chapels/2026-11-27"


@pytest.fixture(autouse=True)
def _somebody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git's commits are somebody's, and its settings are not those of this machine."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Elin Pryce")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "elin.pryce@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """The repository on the server."""
    seed = write_desk(tmp_path / "seed", DESK).root
    git(seed, "init", "-q", "-b", "main")
    git(seed, "add", "-A")
    git(seed, "commit", "-q", "-m", "The desk")
    git(tmp_path, "clone", "-q", "--bare", "seed", "shared.git")
    return tmp_path / "shared.git"


def git(folder: Path, *words: str) -> str:
    told = run("git", "-C", folder, *words)
    assert told.code == 0, told.err
    return told.out


def clone(shared: Path, name: str) -> Path:
    git(shared.parent, "clone", "-q", str(shared), name)
    return shared.parent / name


def say(root: Path, *words: str) -> Ran:
    return deskdiary(*words, "--root", root)


def note(root: Path, key: str = "p-k7f2") -> str:
    return (root / "patrons" / f"{key}.md").read_text(encoding="utf-8")


def visit(root: Path, number: int, *, key: str = "p-k7f2", how: str = "--push") -> subprocess.Popen[str]:
    words = ["contact", key, "--about", f"Visit number {number} ends", how, "--root", str(root)]
    return subprocess.Popen(
        [sys.executable, "-m", "deskdiary", *words],
        env={**os.environ, "PYTHONPATH": str(TOP / "scripts")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def all_end_well(started: Iterator[subprocess.Popen[str]]) -> None:
    with ExitStack() as stack:
        processes = [stack.enter_context(process) for process in started]
        told = [process.communicate(timeout=300)[1] for process in processes]
        assert [process.returncode for process in processes] == [0] * len(processes), told


def test_a_commit_holds_the_note_alone_and_its_message_keys_alone(shared: Path) -> None:
    desk = clone(shared, "elin")
    (desk / "patrons" / "p-b6u1.md").write_text("---\nname: Dafydd Pugh\nhours: nine\n---\n", "utf-8")
    git(desk, "add", "patrons/p-b6u1.md")
    assert say(desk, "done", CHAPELS, "--about", "Renewed it", "--commit").code == 0
    assert git(desk, "log", "-1", "--format=%B").strip() == "done: p-k7f2"
    assert git(desk, "show", "--format=", "--name-only").split() == ["patrons/p-k7f2.md"]
    assert git(desk, "status", "--short") == "M  patrons/p-b6u1.md\n"


def test_one_command_is_one_commit_however_many_notes(shared: Path) -> None:
    desk = clone(shared, "elin")
    (desk / "patrons" / "p-b6u1.md").write_text(
        "---\nname: Dafydd Pugh\nreminders: [{date: 2026-11-24, about: Hedges}]\n---\n", "utf-8"
    )
    git(desk, "commit", "-qam", "A reminder")
    assert say(desk, "done", CHAPELS, "hedges", "--push").code == 0
    assert git(shared, "log", "-1", "--format=%s", "main") == "done: p-b6u1, p-k7f2\n"


def test_two_colleagues_add_to_one_diary_and_both_entries_are_there(shared: Path) -> None:
    elin, martin = clone(shared, "elin"), clone(shared, "martin")
    assert say(elin, "contact", "p-k7f2", "--about", "She came by", "--push").code == 0
    assert say(martin, "contact", "p-k7f2", "--about", "She rang again", "--push").code == 0
    assert note(martin).index("She came by") < note(martin).index("She rang again")
    assert "<<<<" not in note(martin)
    assert git(shared, "log", "--merges", "--format=%s", "main") == ""


def test_twenty_jobs_at_once_lose_nothing_and_leave_no_marker(shared: Path) -> None:
    desks = [clone(shared, f"job-{number}") for number in range(20)]
    all_end_well(visit(desk, number) for number, desk in enumerate(desks))
    last = clone(shared, "afterwards")
    assert [note(last).count(f"Visit number {number} ends") for number in range(20)] == [1] * 20
    assert read(last).problems == ()
    assert len(git(last, "log", "--format=%s").splitlines()) == 21


def test_ten_windows_on_one_checkout_wait_for_each_other(shared: Path) -> None:
    desk = clone(shared, "elin")
    all_end_well(visit(desk, number, how="--commit") for number in range(10))
    assert [note(desk).count(f"Visit number {number} ends") for number in range(10)] == [1] * 10
    assert len(git(desk, "log", "--format=%s").splitlines()) == 11
    assert git(desk, "status", "--short") == ""


def test_what_cannot_be_sent_stays_committed_and_no_password_is_told(shared: Path) -> None:
    desk = clone(shared, "elin")
    git(desk, "remote", "set-url", "origin", "https://elin:s3cret@127.0.0.1:9/desk.git")
    told = say(desk, "done", CHAPELS, "--push")
    assert told.code == 1
    assert "committed here, but not sent" in told.err
    assert "s3cret" not in told.err
    assert git(desk, "log", "-1", "--format=%s") == "done: p-k7f2\n"


def test_a_rule_of_the_servers_is_told_at_once_and_not_taken_for_a_faster_colleague(shared: Path) -> None:
    desk, asked = clone(shared, "elin"), shared / "asked"
    hook = shared / "hooks" / "pre-receive"
    hook.write_text(
        f"#!/bin/sh\necho once >> {asked}\necho 'error: GH006: Protected branch' >&2\nexit 1\n", "utf-8"
    )
    hook.chmod(0o755)
    told = say(desk, "done", CHAPELS, "--push")
    assert told.code == 1
    assert "committed here, but not sent: GH006: Protected branch." in told.err
    assert asked.read_text("utf-8") == "once\n"
    assert git(desk, "log", "-1", "--format=%s") == "done: p-k7f2\n"


def test_a_commit_made_by_hand_is_never_taken_back_for_one_of_ours(shared: Path) -> None:
    """While ours waits to be sent somebody else writes the same, and then another is faster still."""
    elin, martin = clone(shared, "elin"), clone(shared, "martin")
    (elin / "patrons" / "p-m4n8.md").write_text("---\nname: Gwen Rees\n---\n", "utf-8")
    git(elin, "add", "-A")
    git(elin, "commit", "-qm", "By hand")
    assert say(elin, "done", CHAPELS, "--commit").code == 0
    assert say(martin, "done", CHAPELS, "--push").code == 0

    def nothing_is_left_to_write() -> bool:
        assert say(martin, "contact", "p-b6u1", "--about", "He came by", "--push").code == 0
        return False

    push(elin, nothing_is_left_to_write)
    assert git(elin, "log", "-2", "--format=%s") == "By hand\ndone: p-k7f2\n"
    assert note(elin, "p-m4n8") == "---\nname: Gwen Rees\n---\n"


def test_a_colleagues_half_typed_note_is_never_lost(shared: Path) -> None:
    elin, martin = clone(shared, "elin"), clone(shared, "martin")
    assert say(elin, "contact", "p-k7f2", "--about", "She came by", "--push").code == 0
    half_typed = "---\nname: Dafydd Pugh\nhours: ni"
    (martin / "patrons" / "p-b6u1.md").write_text(half_typed, "utf-8")
    told = say(martin, "contact", "p-k7f2", "--about", "She rang", "--push")
    assert told.code == 1
    assert "git status" in told.err
    assert note(martin, "p-b6u1") == half_typed
    assert "She rang" in git(martin, "show", "HEAD:patrons/p-k7f2.md")


@pytest.mark.parametrize("how", ["--commit", "--push"])
def test_what_was_typed_into_the_same_note_is_neither_lost_nor_swept_along(shared: Path, how: str) -> None:
    desk = clone(shared, "elin")
    typed = note(desk).replace("reads_email", "hours: mornings\nreads_email")
    (desk / "patrons" / "p-k7f2.md").write_text(typed, "utf-8")
    told = say(desk, "done", CHAPELS, how)
    assert told.code == 1
    assert "git commit -m 'By hand' -- patrons/p-k7f2.md" in told.err
    assert note(desk) == typed
    git(desk, "commit", "-m", "By hand", "--", "patrons/p-k7f2.md")
    martin = clone(shared, "martin")
    assert say(martin, "contact", "p-k7f2", "--about", "She came by", "--push").code == 0
    assert say(desk, "done", CHAPELS, "--push").code == 0
    last = note(clone(shared, "afterwards"))
    assert all(each in last for each in ("hours: mornings", "She came by", "for: loan-due/chapels"))


def test_the_command_to_type_by_hand_is_safe_to_paste_whatever_a_folder_is_called(shared: Path) -> None:
    desk = clone(shared, "elin")
    folder = desk / "patrons" / "$(touch pwned) and co"
    folder.mkdir()
    (folder / "p-m4n8.md").write_text("---\nname: Gwen Rees\n---\n", "utf-8")
    told = say(desk, "contact", "p-m4n8", "--about", "She came by", "--commit")
    assert "git commit -m 'By hand' -- 'patrons/$(touch pwned) and co/p-m4n8.md'" in told.err


@pytest.mark.parametrize(
    ("how", "why"),
    [("--commit", "in no Git repository"), ("--push", "in no Git repository")],
)
def test_where_git_cannot_take_it_nothing_is_written(tmp_path: Path, how: str, why: str) -> None:
    desk = write_desk(tmp_path / "desk", DESK).root
    before = note(desk)
    told = deskdiary("done", CHAPELS, how, "--root", desk, GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert told.code == 1
    assert why in told.err
    assert note(desk) == before


def test_a_branch_that_follows_none_is_refused_before_anything_is_written(shared: Path) -> None:
    desk = clone(shared, "elin")
    git(desk, "checkout", "-q", "-b", "mine")
    before = note(desk)
    told = say(desk, "done", CHAPELS, "--push")
    assert told.code == 1
    assert "follows none" in told.err
    assert note(desk) == before


def test_git_joining_both_sides_line_by_line_would_spoil_a_note(shared: Path) -> None:
    """Why `.gitattributes` does not say `merge=union`: lines that both sides share are put there once."""
    (shared.parent / "seed" / ".gitattributes").write_text("/patrons/** merge=union\n", "utf-8")
    git(shared.parent / "seed", "add", ".gitattributes")
    git(shared.parent / "seed", "commit", "-qm", "Join both sides")
    git(shared.parent / "seed", "push", "-q", str(shared), "main")
    elin, martin = clone(shared, "elin"), clone(shared, "martin")
    loan = "loans: [{title: Chapels, due: 2026-11-27}]"
    for desk, day in ((elin, "2026-12-01"), (martin, "2026-12-18")):
        file = desk / "patrons" / "p-k7f2.md"
        file.write_text(note(desk).replace(loan, loan.replace("2026-11-27", day)), "utf-8")
        git(desk, "commit", "-qam", "Renewed")
    git(elin, "push", "-q")
    git(martin, "pull", "-q", "--rebase")
    assert note(martin).count("loans:") == 2
    assert {problem.code for problem in read(martin).problems} >= {"duplicate-field"}
