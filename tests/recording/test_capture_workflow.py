"""The workflow's own commands, run as the forge runs them: a form comes in, the note is changed and sent."""

import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from desk_writing import write_desk
from processes import TOP, Ran, run

DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    # library.yml
    library: Small Library
    country: GB
    today: 2026-11-24
    staff: {ep: {name: Elin Pryce, github: elin-example}}
"""
BODY = "### Who was it?\n\np-k7f2\n\n### How were you in touch?\n\nphone\n\n### What was said?\n\n{}"
HOSTILE = '$(touch pwned) `touch pwned` "; touch pwned; @everyone ::error::x ${{ github.token }}'


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """A desk with its server, its program, and a `gh` that writes down what it is told to do."""
    desk = write_desk(tmp_path / "desk", DESK).root
    program(desk / ".venv/bin/deskdiary", f'exec {sys.executable} -m deskdiary "$@"')
    program(tmp_path / "bin/gh", f'printf "%s|" "$@" >> {tmp_path}/gh.txt; echo >> {tmp_path}/gh.txt')
    (desk / ".gitignore").write_text(".venv\n", encoding="utf-8")
    for words in (
        ("init", "-q", "-b", "main"),
        ("add", "-A"),
        ("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "The desk"),
        ("clone", "-q", "--bare", ".", "../server.git"),
        ("remote", "add", "origin", "../server.git"),
        ("fetch", "-q"),
        ("branch", "-q", "-u", "origin/main"),
    ):
        assert run("git", "-C", desk, *words).code == 0
    return tmp_path


def program(file: Path, line: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IEXEC)


def steps() -> dict[str, dict[str, Any]]:
    read = yaml.safe_load((TOP / ".github/workflows/record.yml").read_text(encoding="utf-8"))
    steps = read["jobs"]["form"]["steps"]
    named: dict[str, dict[str, Any]] = {step["name"]: step for step in steps if "name" in step}
    return named


def opened(forge: Path, body: str, author: str = "elin-example") -> list[Ran]:
    """What the two steps print when an issue is opened."""
    values = {"BODY": body, "AUTHOR": author, "GITHUB_TOKEN": "t0ken", "NUMBER": "7", "GH_TOKEN": "t0ken"}
    told = []
    for name in ("Into the note", "The answer"):
        step = steps()[name]
        output = forge / "output.txt"
        written = output.read_text(encoding="utf-8").split("=")[1].strip() if output.exists() else ""
        environment = {each: values.get(each, text) for each, text in step["env"].items()}
        told.append(
            run(
                "bash", "-e", "-c", step["run"],
                cwd=forge / "desk",
                **{
                    **environment,
                    "WRITTEN": written,
                    "RUNNER_TEMP": str(forge),
                    "GITHUB_OUTPUT": str(output),
                    "PYTHONPATH": str(TOP / "scripts"),
                    "PATH": f"{forge / 'bin'}:{os.environ['PATH']}",
                },
            )
        )  # fmt: skip
    return told


def test_a_form_becomes_an_entry_and_a_commit_and_the_issue_is_answered_emptied_and_closed(
    forge: Path,
) -> None:
    told = opened(forge, BODY.format(HOSTILE))
    assert [(each.code, each.out) for each in told] == [(0, ""), (0, "")]
    assert not list(forge.rglob("pwned"))
    sent = run("git", "-C", forge / "server.git", "show", "main:patrons/p-k7f2.md").out
    assert HOSTILE.replace("'", "''") in sent
    assert run("git", "-C", forge / "server.git", "log", "-1", "--format=%s%b", "main").out.strip() == (
        "contact: p-k7f2"
    )
    assert (forge / "comment.md").read_text(encoding="utf-8") == "    Written down: p-k7f2\n"
    assert [line.split("|")[:3] for line in (forge / "gh.txt").read_text("utf-8").splitlines()] == [
        ["issue", "comment", "7"],
        ["issue", "edit", "7"],
        ["issue", "close", "7"],
    ]


@pytest.mark.parametrize(
    ("body", "author", "why"),
    [
        (BODY.format("x"), "eve", "not among the staff"),
        (BODY.format("x").replace("p-k7f2", "@everyone <b>"), "elin-example", "no patron @everyone <b>"),
        ("Hello", "elin-example", "none of our forms"),
    ],
)
def test_what_is_refused_is_answered_as_plain_text_and_stays_open(
    forge: Path, body: str, author: str, why: str
) -> None:
    told = opened(forge, body, author)
    assert [(each.code, each.out) for each in told] == [(0, ""), (0, "")]
    comment = (forge / "comment.md").read_text(encoding="utf-8")
    assert why in comment
    assert all(line.startswith("    ") for line in comment.splitlines())
    assert (forge / "gh.txt").read_text("utf-8").count("\n") == 1
    assert run("git", "-C", forge / "server.git", "log", "--format=%s", "main").out == "The desk\n"
