"""A form that stands as an issue: the program fetches it, writes it down, answers, empties and closes it."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from desk_writing import write_desk
from deskdiary.recording.forms import PATRON
from forge.emulated_github import ELIN, REPOSITORY, ROBOT, STRANGER, TOMOS, EmulatedGitHub
from forge.fault_proxy import Request, Wire
from forge.morning import Morning, git, in_git, somebody
from processes import TOP
from serving import PATIENCE, Reply

pytestmark = [pytest.mark.node, pytest.mark.server]

DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    loans: [{title: Slate Roads, due: 2026-11-27}]
    # library.yml
    library: Small Library
    country: GB
    today: 2026-11-24
    staff: {ep: {name: Elin Pryce, github: Elin-Pryce}}
"""
FORM = "### Who was it?\n\np-k7f2\n\n### How were you in touch?\n\nphone\n\n### What was said?\n\n{}"
HOSTILE = "$(touch pwned) `touch pwned` @everyone ::error::x ${{ github.token }}"


@pytest.fixture
def here(tmp_path: Path, github: EmulatedGitHub, wire: Wire, monkeypatch: pytest.MonkeyPatch) -> Morning:
    somebody(monkeypatch, tmp_path)
    morning = Morning(write_desk(tmp_path / "desk", DESK), github, wire)
    in_git(morning.desk.root)
    return morning


def sent(here: Morning) -> list[str]:
    """What the server's commits say, the newest first."""
    return git(here.desk.root.parent / "server.git", "log", "--format=%s", "main").splitlines()


def answers(here: Morning, number: int) -> list[str]:
    return [each["body"] for each in here.github.act(ELIN, "GET", f"/issues/{number}/comments")]


def test_it_stands_in_the_note_and_the_issue_is_answered_emptied_and_closed(here: Morning) -> None:
    number = here.github.open(ELIN, "Note a visit", FORM.format(HOSTILE), "desk diary")
    told = here.ask("issues", "form", str(number))
    assert (told.code, told.out, told.err) == (0, f"Issue {number}: written down.\n", "")
    assert HOSTILE in here.note("p-k7f2")
    assert sent(here) == ["contact: p-k7f2", "The desk"]
    assert answers(here, number) == ["    Written down: p-k7f2"]
    issue = here.github.issue(number)
    assert (issue["title"], issue["body"]) == ("Written down", "It stands in the note now.")
    assert (issue["state"], [each["name"] for each in issue["labels"]]) == ("closed", ["desk diary"])


@pytest.mark.parametrize(
    ("login", "body", "why"),
    [
        pytest.param(TOMOS, FORM.format("x"), "not among the staff", id="a colleague nobody named"),
        pytest.param(
            ELIN,
            FORM.format("x").replace("p-k7f2", "@everyone <b>"),
            "no patron of this key or name",
            id="nobody we know",
        ),
        pytest.param(ELIN, "Hello", "none of our forms", id="no form"),
    ],
)
def test_what_is_refused_is_answered_as_plain_text_and_stays_open(
    here: Morning, login: str, body: str, why: str
) -> None:
    number = here.github.open(login, "Note a visit", body, "desk diary")
    told = here.ask("issues", "form", str(number))
    assert (told.code, told.err) == (0, "")
    assert told.out == f"Issue {number}: not written down. The answer there says why.\n"
    (answer,) = answers(here, number)
    assert why in answer
    assert all(line.startswith("    ") for line in answer.splitlines())
    assert (here.github.issue(number)["state"], here.github.issue(number)["body"]) == ("open", body)
    assert sent(here) == ["The desk"]


def test_a_strangers_form_is_not_even_answered(here: Morning) -> None:
    number = here.github.open(STRANGER, "Note a visit", FORM.format("x"), "desk diary")
    told = here.ask("issues", "form", str(number))
    assert (told.code, answers(here, number), sent(here)) == (1, [], ["The desk"])
    assert "may not write to the repository" in told.err


def test_a_form_is_written_down_once(here: Morning) -> None:
    number = here.github.open(ELIN, "Note a visit", FORM.format("x"), "desk diary")
    assert [here.ask("issues", "form", str(number)).code for _ in range(2)] == [0, 1]
    assert sent(here) == ["contact: p-k7f2", "The desk"]


WISH = (
    "### Who asked?\n\np-k7f2\n\n### What for?\n\nAtlas\n\n### How were you in touch?\n\nphone\n\n"
    "### What did they say about it?\n\n_No response_"
)
RENEWAL = (
    "### Whose loan is it?\n\np-k7f2\n\n### Which loan?\n\n_No response_\n\n"
    "### When is it due back now?\n\n2026-12-18"
)
NEW_PATRON = "### What is their name?\n\nIda Quill" + "".join(
    f"\n\n### {each.heading}\n\n_No response_" for each in PATRON.questions[1:]
)
FORMS = {"visit": FORM.format("x"), "wish": WISH, "renewal": RENEWAL, "new patron": NEW_PATRON}


@pytest.mark.parametrize("end", ["before it closed the issue", "right after"])
@pytest.mark.parametrize("form", FORMS)
def test_a_run_that_is_killed_once_it_was_written_down_is_made_good_by_the_next(
    here: Morning, form: str, end: str
) -> None:
    """The note is with the colleagues and nobody was told: whoever runs it again has it there once."""
    closed = end == "right after"
    number = here.github.open(ELIN, "A form", FORMS[form], "desk diary")
    run_and_kill(here, number, closed=closed)
    pushed, notes = sent(here), every_note(here)
    assert len(pushed) == 2, "it was written down and sent before the end"
    again = here.ask("issues", "form", str(number))
    assert again.code == closed, "it says so where the issue is closed already"
    assert "not written down" not in again.out
    assert here.github.issue(number)["state"] == "closed"
    assert (sent(here), every_note(here)) == (pushed, notes)


def every_note(here: Morning) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (here.desk.root / "patrons").iterdir()}


def run_and_kill(here: Morning, number: int, *, closed: bool) -> None:
    """A process of its own, killed at its first word to the forge, before or after that is heard."""
    started: Queue[subprocess.Popen[bytes]] = Queue()

    def at_the_closing(request: Request) -> Reply | None:
        if not request.writes:
            return None
        if closed:
            here.wire.ask(request)
        started.get(timeout=PATIENCE).kill()
        return Reply(500, b"{}")

    here.wire.instead = at_the_closing
    words = ["--root", str(here.desk.root), "issues", "form", str(number)]
    forge = {"GITHUB_API_URL": here.wire.url, "GITHUB_TOKEN": here.token, "GITHUB_REPOSITORY": REPOSITORY}
    environment = {**os.environ, "PYTHONPATH": str(TOP / "scripts"), **forge}
    command = [sys.executable, "-m", "deskdiary", *words]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        started.put(process)
        process.wait()
    assert process.returncode < 0
    here.wire.instead = lambda _: None
    here.wire.begin_again()


def test_a_form_that_an_app_filled_in_is_nobodys_word(here: Morning) -> None:
    """Its issues may be ours, since only who may let an app in; but it was in touch with nobody."""

    def as_an_app(request: Request) -> Reply:
        reply = here.wire.ask(request)
        return replace(reply, body=reply.body.replace(b'"type":"User"', b'"type":"Bot"'))

    number = here.github.open(ROBOT, "Note a visit", FORM.format("x"), "desk diary")
    here.wire.instead = as_an_app
    told = here.ask("issues", "form", str(number))
    assert told.out == f"Issue {number}: not written down. The answer there says why.\n"
    assert sent(here) == ["The desk"]
    (answer,) = answers(here, number)
    assert "not among the staff" in answer
    assert here.github.issue(number)["state"] == "open"


def test_where_others_can_read_no_form_is_taken(here: Morning) -> None:
    number = here.github.open(ELIN, "Note a visit", FORM.format("x"), "desk diary")
    here.github.be("public")
    told = here.ask("issues", "form", str(number))
    assert (told.code, answers(here, number), sent(here)) == (1, [], ["The desk"])
    assert "not proven private" in told.err
