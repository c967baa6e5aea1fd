"""A form that stands as an issue: the program fetches it, writes it down, answers, empties and closes it."""

from pathlib import Path

import pytest

from desk_writing import write_desk
from forge.emulated_github import ELIN, STRANGER, TOMOS, EmulatedGitHub
from forge.fault_proxy import Wire
from forge.morning import Morning, git, in_git, somebody

pytestmark = [pytest.mark.node, pytest.mark.server]

DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
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


def test_where_others_can_read_no_form_is_taken(here: Morning) -> None:
    number = here.github.open(ELIN, "Note a visit", FORM.format("x"), "desk diary")
    here.github.be("public")
    told = here.ask("issues", "form", str(number))
    assert (told.code, answers(here, number), sent(here)) == (1, [], ["The desk"])
    assert "not proven private" in told.err
