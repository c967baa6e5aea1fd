"""The workflows ask for little, run only what was looked at, and stop where the place is not private."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, TypeAlias

import pytest
import yaml

from processes import TOP, run

# A workflow is YAML of any shape; each test looks into the part it is about.
Step: TypeAlias = dict[str, Any]
Workflow: TypeAlias = dict[str, Any]

FILES = sorted((TOP / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
each = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def workflow(file: Path) -> Workflow:
    read: Workflow = yaml.safe_load(file.read_text(encoding="utf-8"))
    return read


def jobs(file: Path) -> list[dict[str, Any]]:
    return list(workflow(file)["jobs"].values())


def steps(file: Path) -> list[Step]:
    return [step for job in jobs(file) for step in job["steps"]]


def test_there_are_workflows_to_look_at() -> None:
    assert [file.stem for file in FILES] == ["check", "daily", "record"]


@each
def test_every_action_is_pinned_to_a_commit_and_says_which_version_that_is(file: Path) -> None:
    lines = [line.strip("- ") for line in file.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert len(lines) == sum("uses" in step for step in steps(file))
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


@each
def test_a_workflow_may_read_and_a_job_that_writes_says_what(file: Path) -> None:
    assert workflow(file)["permissions"] in ({}, {"contents": "read"})
    named = [job["permissions"] for job in jobs(file) if "permissions" in job]
    assert all(isinstance(permissions, dict) for permissions in named)


@each
def test_no_command_has_anybodys_text_pasted_into_it(file: Path) -> None:
    """Whatever a command needs to know comes as a variable of its environment."""
    assert [step["run"] for step in steps(file) if "${{" in step.get("run", "")] == []


@each
def test_a_step_is_a_make_target_or_the_program(file: Path) -> None:
    """But for what the machine of the tests is given first."""
    words = [step["run"].split(" ")[0] for step in steps(file) if "run" in step]
    assert set(words) - {"make", ".venv/bin/deskdiary"} == (
        {"git", "apt-get"} if file.name == "check.yml" else set()
    )


@each
def test_nobody_elses_pull_request_runs_with_our_rights(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "pull_request_target" not in text
    assert "workflow_run" not in text


@each
def test_no_token_is_left_behind_in_the_checkout(file: Path) -> None:
    checkouts = [step for step in steps(file) if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


@each
def test_every_job_ends_some_time(file: Path) -> None:
    assert all(0 < job["timeout-minutes"] <= 60 for job in jobs(file))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("zizmor", "--offline", "--persona=auditor", "--no-progress"), id="zizmor"),
        pytest.param(("actionlint", "-shellcheck=", "-pyflakes="), id="actionlint"),
    ],
)
def test_those_who_know_what_goes_wrong_with_workflows_find_nothing(words: tuple[str, ...]) -> None:
    told = run(Path(sys.executable).with_name(words[0]), *words[1:], *FILES)
    assert told.code == 0, told.out + told.err


DAILY, RECORD = (TOP / ".github" / "workflows" / name for name in ("daily.yml", "record.yml"))


def job(file: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = workflow(file)["jobs"][name]
    return found


SITE, FORM = job(DAILY, "site"), job(RECORD, "form")
BRANCH = "github.event.repository.default_branch || github.ref_name"
KEEPS_ISSUES = pytest.mark.parametrize("file", [DAILY, RECORD], ids=lambda file: file.name)


def place(wanted: str) -> int:
    """Which step of the site's it is that has this in its command or its action."""
    found = [i for i, step in enumerate(SITE["steps"]) if wanted in f"{step.get('run')} {step.get('uses')}"]
    assert len(found) == 1, wanted
    return found[0]


def test_the_site_is_built_and_kept_only_after_the_place_is_proven_private() -> None:
    check, build, keep = (
        place("publish-check --target artifact"),
        place("make site"),
        place("upload-artifact"),
    )
    assert check < build < keep


def test_a_refusal_stops_the_run() -> None:
    """No step runs in spite of one that failed, and no command swallows its own failure."""
    for part in (SITE, *SITE["steps"]):
        assert "continue-on-error" not in part
    assert [step["if"] for step in SITE["steps"] if "if" in step] == []
    assert [step["run"] for step in SITE["steps"] if set("|;&") & set(step.get("run", ""))] == []


def test_only_the_check_is_given_the_sites_token() -> None:
    given = [i for i, step in enumerate(SITE["steps"]) if "token" in str(step.get("env", "")).lower()]
    assert given == [place("publish-check")]
    assert not any("env" in part for part in (workflow(DAILY), SITE))


def test_the_site_runs_with_the_least_it_needs_and_only_where_the_library_asked_for_it() -> None:
    """Whatever became of the issues before it: what they may write, it may not."""
    assert "permissions" not in SITE
    assert workflow(DAILY)["permissions"] == {"contents": "read"}
    assert (SITE["needs"], SITE["if"]) == ("issues", "${{ !cancelled() && vars.DESK_SITE == 'artifact' }}")


def test_the_site_is_kept_for_two_days_only() -> None:
    assert SITE["steps"][place("upload-artifact")]["with"]["retention-days"] <= 2


def test_a_filled_in_form_is_taken_from_the_staff_alone_where_the_library_wants_it() -> None:
    assert FORM["permissions"] == {"contents": "write", "issues": "write"}
    conditions = ("vars.DESK_CAPTURE == 'on'", "github.event.repository.private", "author_association")
    assert all(condition in FORM["if"] for condition in conditions)


def test_no_form_waits_where_another_could_take_its_place() -> None:
    """Of the runs that wait in one group, GitHub keeps the newest alone."""
    assert FORM["concurrency"]["group"].endswith("${{ github.event.issue.number }}")


def test_nothing_that_was_typed_into_a_form_comes_into_the_run() -> None:
    """Its number does; the program asks the forge for the rest."""
    used = set(re.findall(r"\$\{\{\s*(.*?)\s*\}\}", str(FORM)))
    assert used == {"github.token", "github.server_url", BRANCH, "github.event.issue.number"}
    (given,) = [step for step in FORM["steps"] if "github.token" in str(step)]
    assert given["run"] == '.venv/bin/deskdiary issues form "$NUMBER"'


@KEEPS_ISSUES
def test_issues_are_kept_only_where_the_library_wants_it_and_one_run_after_the_other(file: Path) -> None:
    found = job(file, "issues")
    assert found["if"].split(" && ")[0] == "vars.DESK_ISSUES == 'on'"
    assert found["permissions"] == {"contents": "write", "issues": "write"}
    assert found["concurrency"] == {"group": "issues", "cancel-in-progress": False}


def test_the_morning_comes_twice_and_off_the_hour() -> None:
    """YAML takes `on` for a yes."""
    times = [each["cron"].split() for each in workflow(DAILY)[True]["schedule"]]  # type: ignore[index]
    assert len({hour for _, hour, *_ in times}) == 2
    assert "0" not in {minute for minute, *_ in times}


@KEEPS_ISSUES
def test_nothing_that_was_typed_on_an_issue_comes_into_the_run(file: Path) -> None:
    """Neither into a command nor into its environment: the program asks the forge for it."""
    used = set(re.findall(r"\$\{\{\s*(.*?)\s*\}\}", str(job(file, "issues"))))
    assert used == {"github.token", "github.server_url", BRANCH}


@KEEPS_ISSUES
def test_only_the_program_is_given_the_issues_token(file: Path) -> None:
    found = job(file, "issues")
    (given,) = [step for step in found["steps"] if "github.token" in str(step)]
    assert given["run"] == ".venv/bin/deskdiary issues sync --apply"
    assert not any("env" in part for part in (workflow(file), found))


def test_by_day_and_at_once_issues_are_kept_in_the_same_way() -> None:
    """The two jobs differ in when they run alone."""
    daily, record = ({**job(file, "issues"), "if": ""} for file in (DAILY, RECORD))
    assert daily == record


@KEEPS_ISSUES
@pytest.mark.parametrize(
    ("host", "told"),
    [("github.com", True), ("elsewhere.example.org", False), ("github.com.example.org", False)],
)
def test_git_tells_the_forge_the_token_and_no_other_server(file: Path, host: str, told: bool) -> None:  # noqa: FBT001 - a column of the table
    asking = [step["env"] for step in steps(file) if "GIT_CONFIG_KEY_0" in step.get("env", {})]
    assert asking
    for settings in asking:
        said = {
            name: str(text).replace("${{ github.server_url }}", "https://github.com")
            for name, text in settings.items()
        }
        nobody_to_ask = {
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        answer = subprocess.run(
            ["git", "credential", "fill"],
            input=f"protocol=https\nhost={host}\n\n",
            env={"PATH": os.environ["PATH"], **nobody_to_ask, **said, "GITHUB_TOKEN": "made-up"},
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert ("password=made-up" in answer.stdout) == told
