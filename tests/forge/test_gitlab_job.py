"""The job for GitLab that we hand out: what it asks for, and its commands run for real."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from desk_writing import write_desk
from forge.emulated_github import ELIN, a_token
from forge.fake_gitlab import fake_gitlab
from forge.gitlab_project import GROUP_PROJECT
from forge.morning import git, somebody
from processes import TOP

FILE = TOP / "hosting" / "gitlab" / "follow-ups.gitlab-ci.yml"
DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    reminders: [{date: 2026-11-24, about: Ring her}]
    # library.yml
    library: Small Library
    today: 2026-11-24
    country: GB
    rules: {note-review: off}
    staff: {ep: {name: Elin Pryce, github: elin-pryce}}
"""


def job() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    (only,) = read.values()
    assert isinstance(only, dict)
    return only


def variables() -> dict[str, str]:
    """As a runner gives them to the commands."""
    said = job()["variables"]
    return {name: each["value"] if isinstance(each, dict) else each for name, each in said.items()}


def test_it_runs_when_asked_to_and_for_nobodys_merge_request() -> None:
    conditions = [rule["if"] for rule in job()["rules"]]
    assert all("$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in each for each in conditions)
    assert {each.split('"')[1] for each in conditions} == {"schedule", "web"}


def test_the_token_stands_where_git_asks_for_it_and_nowhere_else() -> None:
    assert [line for line in job()["script"] if "TOKEN" in line] == []
    secret = job()["variables"]["GIT_CONFIG_VALUE_0"]
    assert secret["expand"] is False
    assert job()["variables"]["GIT_CONFIG_KEY_0"] == "credential.$CI_SERVER_URL.helper"


@pytest.mark.server
def test_its_commands_open_an_issue_and_bring_back_what_was_ticked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody(monkeypatch, tmp_path)
    seed = write_desk(tmp_path / "seed", DESK).root
    git(seed, "init", "-q", "-b", "main")
    git(seed, "add", "-A")
    git(seed, "commit", "-q", "-m", "The desk")
    git(tmp_path, "clone", "-q", "--bare", "seed", "desk.git")
    with fake_gitlab() as project:
        project.begin_again()
        given = {
            "CI_API_V4_URL": f"{project.url}/api/v4",
            "CI_PROJECT_PATH": GROUP_PROJECT,
            "CI_PROJECT_URL": str(tmp_path / "desk"),
            "CI_DEFAULT_BRANCH": "main",
            "GITLAB_TOKEN": a_token(),
        }
        run_job(tmp_path / "first", given)
        assert [(each["iid"], each["state"]) for each in project.there] == [(1, "opened")]
        project.tick(ELIN, 1)
        told = run_job(tmp_path / "second", given)
        assert project.find(1)["state"] == "closed"
    note = git(tmp_path / "desk.git", "show", "main:patrons/p-k7f2.md")
    assert "for: reminder/ring-her/2026-11-24" in note
    assert given["GITLAB_TOKEN"] not in told
    assert "Prosser" not in told


def run_job(folder: Path, given: dict[str, str]) -> str:
    """The commands, in a clone as a runner makes it. What they would install is there already."""
    remote = Path(given["CI_PROJECT_URL"]).with_suffix(".git")
    git(remote.parent, "clone", "-q", "--no-checkout", remote.name, folder.name)
    git(folder, "checkout", "-q", "--detach", "origin/main")
    program(folder / ".venv/bin/pip", "exit 0")
    program(folder / ".venv/bin/deskdiary", f'exec {sys.executable} -m deskdiary "$@"')
    program(folder.with_suffix(".bin") / "make", "exit 0")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")},
        **variables(),
        **given,
        "PATH": f"{folder.with_suffix('.bin')}:{os.environ['PATH']}",
        "PYTHONPATH": str(TOP / "scripts"),
    }
    script = "set -e\n" + "\n".join(job()["script"])
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def program(file: Path, does: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    file.chmod(0o755)
