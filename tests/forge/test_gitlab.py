"""What is GitLab's own: a whole morning there, its roles and remarks, and a line that leads nowhere else."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from desk_writing import write_desk
from deskdiary.cli import stepping
from deskdiary.cli.main import app
from deskdiary.issues.issue import How, Written
from deskdiary.issues.marks import Stage, begin, end, marked
from deskdiary.publishing.asked_for import Token
from deskdiary.publishing.on_gitlab import EDITORS
from deskdiary.publishing.verdict import Proven, Refused
from deskdiary.refusal import Refusal
from deskdiary.shells.forge import gitlab_line
from deskdiary.shells.forge.gitlab import NOT_NEEDED, GitLab
from deskdiary.shells.forge.gitlab_line import API_PATH, line_to
from forge.emulated_github import ELIN, OWNER, STRANGER, TOMOS, a_token
from forge.fake_gitlab import fake_gitlab
from forge.fault_proxy import Fault, Wire, wire_to
from forge.gitlab_project import GROUP_PROJECT, GUEST, PLANNER, REPORTER, Project
from forge.morning import git, in_git, somebody
from processes import run

pytestmark = pytest.mark.server
DESK = """
    # patrons/p-tick.md
    name: Mair Prosser
    reminders: [{date: 2026-11-23, about: The map}]
    # patrons/p-snoo.md
    name: Dafydd Pugh
    reminders: [{date: 2026-11-23, about: The survey}]
    # patrons/p-clos.md
    name: Ewan Fairbrother
    staff: th
    reminders: [{date: 2026-11-23, about: The prices}]
    # patrons/p-back.md
    name: Huw Tudor
    reminders: [{date: 2026-11-23, about: The quarry}]
    # library.yml
    library: Small Library
    country: GB
    timezone: Europe/London
    rules: {note-review: off}
    staff: {ep: {name: Elin Pryce, github: elin-pryce}, th: {name: Tomos Hale, github: tomos-hale}}
"""
PLAIN = "\n\n".join((begin("p-k7f2", Stage.OPEN, 0), end("p-k7f2")))


@pytest.fixture
def project() -> Iterator[Project]:
    with fake_gitlab() as project:
        project.begin_again()
        yield project


@pytest.fixture
def wire(project: Project) -> Iterator[Wire]:
    with wire_to(project.url) as wire:
        yield wire


@pytest.fixture
def there(wire: Wire) -> GitLab:
    return GitLab(line_to(f"{wire.url}{API_PATH}", Token(a_token()), lambda _: None), GROUP_PROJECT)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    somebody(monkeypatch, tmp_path)
    for name in ("GITHUB_REPOSITORY", "GITHUB_API_URL", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    root = write_desk(tmp_path / "desk", DESK).root
    in_git(root)
    return root


@dataclass(frozen=True, slots=True)
class Patience:
    """The program's, that hangs up soon on a forge that is slow, and on no other, busy as we may be."""

    wire: Wire

    @property
    def EACH(self) -> float:  # noqa: N802 - its name in the program
        return self.wire.patience


def sync(desk: Path, wire: Wire, on: str = "2026-11-24") -> Result:
    """`issues sync --apply` as a job on GitLab runs it, where waiting takes no time."""
    job = {
        "CI_API_V4_URL": f"{wire.url}{API_PATH}",
        "CI_PROJECT_PATH": GROUP_PROJECT,
        "GITLAB_TOKEN": a_token(),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stepping, "wait", lambda _: None)
        patch.setattr(gitlab_line, "line_to", partial(line_to, wait=lambda _: None))
        patch.setattr(gitlab_line, "asking", Patience(wire))
        return CliRunner().invoke(
            app, ["--root", str(desk), "--on", on, "issues", "sync", "--apply"], env=job
        )


def numbers(project: Project) -> dict[str, int]:
    return {marks.about: each["iid"] for each in project.there if (marks := marked(each["description"]))}


def states(project: Project) -> dict[str, str]:
    return {marks.about: each["state"] for each in project.there if (marks := marked(each["description"]))}


def staff_speak(project: Project) -> None:
    """A tick, a day, a closing that says it was not needed; and a stranger's word and closing."""
    of = numbers(project)
    project.tick(ELIN, of["p-tick"])
    project.comment(TOMOS, of["p-snoo"], "Away.\n/snooze 2026-12-01")
    project.comment(STRANGER, of["p-back"], "/snooze 2027-01-01")
    project.close(TOMOS, of["p-clos"], "not_planned")
    project.close(OWNER, of["p-back"])
    project.members[OWNER] = GUEST


def test_a_morning_on_gitlab(desk: Path, project: Project, wire: Wire) -> None:
    assert sync(desk, wire, on="2026-11-23").exit_code == 0
    assert states(project) == dict.fromkeys(("p-tick", "p-snoo", "p-clos", "p-back"), "opened")
    staff_speak(project)
    told = sync(desk, wire)
    assert told.exit_code == 0, told.output
    assert states(project) == {"p-tick": "closed", "p-snoo": "closed", "p-clos": "closed", "p-back": "opened"}
    notes = {key: git(desk, "show", f"origin/main:patrons/{key}.md") for key in states(project)}
    assert "for: reminder/the-map/2026-11-23" in notes["p-tick"]
    assert "2026-12-01" in notes["p-snoo"]
    assert "outcome: not needed" in notes["p-clos"]
    assert "by: th" in notes["p-clos"]
    assert "snoozed" not in notes["p-back"]
    people = {each["iid"]: [one["username"] for one in each["assignees"]] for each in project.there}
    assert people[numbers(project)["p-clos"]] == [TOMOS]
    assert all(each["confidential"] for each in project.there), "a guest would see them"
    wire.begin_again()
    assert sync(desk, wire).exit_code == 0
    assert wire.written() == []


@pytest.mark.parametrize(
    "fault",
    [Fault.DROPPED_AFTER, Fault.SLOW_AFTER, Fault.TOO_MANY],
    ids=lambda fault: fault.name.lower(),
)
def test_a_fault_at_any_writing_is_mended_by_the_next_run(
    desk: Path, project: Project, wire: Wire, fault: Fault
) -> None:
    sync(desk, wire, on="2026-11-23")
    writing = [each.number for each in wire.written()]
    for number in writing if fault is not Fault.SLOW_AFTER else writing[-2:]:
        project.begin_again()
        wire.begin_again({number: fault})
        assert sync(desk, wire, on="2026-11-23").exit_code in {0, 1}
        wire.meet_the_fault()
        wire.begin_again()
        assert sync(desk, wire, on="2026-11-23").exit_code == 0
        assert (len(project.there), set(states(project).values())) == (4, {"opened"})
        wire.begin_again()
        sync(desk, wire, on="2026-11-23")
        assert wire.written() == []


def opened(there: GitLab) -> int:
    number = there.open(Written("Follow up p-k7f2", PLAIN, frozenset()))
    assert number
    return number


@pytest.mark.parametrize("level", [PLANNER, REPORTER])
def test_where_somebody_may_edit_issues_and_not_the_notes_nothing_is_done(
    project: Project, there: GitLab, level: int
) -> None:
    assert isinstance(there.verdict(), Proven)
    project.members[TOMOS] = level
    again = GitLab(there.line, there.project)
    assert again.verdict() == Refused((EDITORS,))


def test_a_tick_on_what_a_guest_has_may_be_the_guests(project: Project, there: GitLab) -> None:
    number = opened(there)
    project.edit(ELIN, number, description=f"{PLAIN}\n- [x] done")
    assert project.members[STRANGER] == GUEST
    assert "- [x] done" in there.marked()[0].body
    assert there.assign(number, STRANGER)
    assert "- [ ] done" in there.marked()[0].body


def test_an_issue_that_was_moved_is_not_there_any_more(project: Project, there: GitLab) -> None:
    number = opened(there)
    project.move(number)
    assert (there.marked(), there.newest(), there.issue(number)) == ((), (), None)


def test_a_duplicate_was_neither_done_nor_not_needed(project: Project, there: GitLab) -> None:
    number = opened(there)
    project.close(ELIN, number)
    project.find(number)["_links"]["closed_as_duplicate_of"] = "https://gitlab.example.org/7"
    issue = there.issue(number)
    assert issue
    assert issue.closing
    assert issue.closing.how is How.OTHER


def test_gitlabs_own_remarks_are_nobodys_words(project: Project, there: GitLab) -> None:
    number = opened(there)
    project.edit(TOMOS, number, title="/snooze 2027-01-01")
    project.comment(ELIN, number, "Rang her")
    issue = there.issue(number)
    assert issue
    assert [comment.text for comment in issue.comments] == ["Rang her"]


def test_the_label_that_says_not_needed_is_there_for_staff(project: Project, there: GitLab) -> None:
    there.labels()
    opened(there)
    assert project.labels()[NOT_NEEDED.name] == NOT_NEEDED.description


def test_an_archived_project_is_refused(desk: Path, project: Project, wire: Wire) -> None:
    project.archived = True
    told = sync(desk, wire)
    assert (str(told.exception), wire.written()) == (
        "this repository is not proven private.\n  The project is archived: nothing can be written there.",
        [],
    )


def test_a_token_that_is_not_taken_is_told_so(project: Project) -> None:
    there = GitLab(line_to(f"{project.url}{API_PATH}", Token("expired")), GROUP_PROJECT)
    with pytest.raises(Refusal, match="GitLab does not accept the token"):
        there.marked()


def test_a_password_in_a_file_of_the_users_does_not_take_the_tokens_place(
    there: GitLab, wire: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    there.labels()
    assert [each.request.headers["authorization"] for each in wire.seen] == [
        f"Bearer {there.line.token.secret}"
    ]


def test_nothing_is_repeated_by_the_library_itself(there: GitLab, wire: Wire) -> None:
    """After two 502s on an opening, client libraries left to themselves have made three issues of one."""
    there.labels()
    there.make_label(NOT_NEEDED)
    wire.begin_again({1: Fault.GATEWAY_AFTER, 2: Fault.GATEWAY_AFTER})
    assert there.open(Written("Follow up p-k7f2", PLAIN, frozenset())) is None
    assert [each.request.method for each in wire.seen] == ["POST"]


@pytest.mark.parametrize(
    ("api", "project", "said"),
    [
        ("https://gitlab.example.org/api/v4", "desk", "no project is named"),
        ("https://gitlab.example.org/api/v4", "../desk", "no project is named"),
        ("http://gitlab.example.org/api/v4", "bryn/desk", "a plain https address"),
        ("https://somebody@gitlab.example.org/api/v4", "bryn/desk", "a plain https address"),
        ("https://gitlab.example.org", "bryn/desk", "has to end with /api/v4"),
    ],
)
def test_what_is_not_plain_is_refused_before_anything_is_asked(
    desk: Path, monkeypatch: pytest.MonkeyPatch, api: str, project: str, said: str
) -> None:
    monkeypatch.setenv("GITLAB_TOKEN", a_token())
    env = {"CI_API_V4_URL": api, "CI_PROJECT_PATH": project}
    told = CliRunner().invoke(app, ["--root", str(desk), "issues", "sync"], env=env)
    assert said in str(told.exception)


def test_without_the_package_it_says_what_to_install(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("gitlab", "deskdiary.shells.forge.gitlab_line", "deskdiary.shells.forge.gitlab"):
        monkeypatch.setitem(sys.modules, name, None)
    env = {"CI_API_V4_URL": "https://gitlab.example.org/api/v4", "CI_PROJECT_PATH": GROUP_PROJECT}
    told = CliRunner().invoke(app, ["--root", str(desk), "issues", "sync"], env=env)
    assert "pip install" in str(told.exception)
    assert "python-gitlab" in str(told.exception)


def test_whoever_is_on_github_does_not_load_it() -> None:
    loads = "import sys, deskdiary.cli.issues; print('gitlab' in sys.modules, 'requests' in sys.modules)"
    assert run(sys.executable, "-c", loads).out.split()[0] == "False"
