"""The workflows run for real, from a note that a colleague sends to the site that shows what became of it."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from forge.emulated_github import ELIN, EmulatedGitHub, emulated_github
from forge.fault_proxy import wire_to
from forge.morning import somebody
from serving import make_certificate
from workflows.running import Desk, Line, desk_on_a_server

pytestmark = [pytest.mark.node, pytest.mark.server]

DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    # library.yml
    library: Small Library
    today: 2026-11-24
    country: GB
    rules: {note-review: off}
    staff: {ep: {name: Elin Pryce, github: elin-pryce}}
"""
RING_HER = """\
---
name: Professor Mair Prosser
reminders: [{date: 2026-11-24, about: Ring her}]
---
"""
FORM = "### Who was it?\n\np-k7f2\n\n### How were you in touch?\n\nphone\n\n### What was said?\n\n{}"
TYPED = "`touch pwned` $(touch pwned) ::error::Maps of the estuary ${{ github.token }}"
PULL_REQUEST = {"number": 7, "pull_request": {"base": {"ref": "main"}, "head": {"ref": "her-note"}}}
PRIVATE = {"default_branch": "main", "private": True}
ALMOST = {"DESK_ISSUES": "off", "DESK_SITE": "pages", "DESK_CAPTURE": ""}
NOT_TAKEN = [
    pytest.param({"issue": {"author_association": "NONE"}}, id="a stranger's"),
    pytest.param({"issue": {"labels": []}}, id="no form of ours"),
    pytest.param({"repository": {"private": False}}, id="in public"),
]


@pytest.fixture(scope="module")
def one_github() -> Iterator[EmulatedGitHub]:
    with emulated_github() as github:
        yield github


@pytest.fixture(scope="module")
def line(one_github: EmulatedGitHub, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Line]:
    """As on an Enterprise server: over TLS, the API in a folder."""
    certificate = make_certificate(tmp_path_factory.mktemp("certificate"))
    with wire_to(one_github.url, certificate, "/api/v3") as wire:
        yield Line(wire.url, certificate.file)


@pytest.fixture
def desk(one_github: EmulatedGitHub, line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A small desk on a server, in a private repository, with everything switched on."""
    somebody(monkeypatch, tmp_path)
    one_github.begin_again()
    return desk_on_a_server(tmp_path, DESK, one_github, line)


def test_a_note_is_sent_an_issue_opened_and_closed_a_contact_written_and_the_site_shows_it(
    desk: Desk,
) -> None:
    github = desk.github
    desk.send("p-k7f2", RING_HER)
    morning = desk.run("daily", "push", {"repository": PRIVATE})
    assert morning.code == 0, morning.out
    assert "Run Main" in morning.out
    (issue,) = github.issues()
    assert issue["state"] == "open"
    assert "p-k7f2" in issue["body"]
    assert "Ring her" in on_the_site(desk)
    assert "By ep" not in on_the_site(desk)

    github.close(ELIN, issue["number"])
    at_once = desk.run("record", "issues", happened("closed", github.issue(issue["number"])))
    assert at_once.code == 0, at_once.out
    (contact,) = contacts(desk)
    assert (contact["by"], contact["for"]) == ("ep", "reminder/ring-her/2026-11-24")
    assert desk.log() == ["done: p-k7f2", "note: p-k7f2", "The desk"]

    before = github.issues()
    next_slot = desk.run("daily", "schedule", {"schedule": "53 6 * * 1-5"})
    assert next_slot.code == 0, next_slot.out
    assert github.issues() == before
    assert len(desk.log()) == 3
    assert "By ep For reminder/ring-her/2026-11-24" in on_the_site(desk)
    for ran in (morning, at_once, next_slot):
        assert desk.token not in ran.out + ran.err
        assert "Prosser" not in ran.out + ran.err


def test_what_was_ticked_overnight_is_on_the_site_of_the_same_run(desk: Desk) -> None:
    desk.send("p-k7f2", RING_HER)
    assert desk.run("daily", "push", {"repository": PRIVATE}, job="issues").code == 0
    desk.github.tick(ELIN, 1)
    assert desk.run("daily", "schedule", {"schedule": "23 4 * * 1-5"}).code == 0
    assert [each["for"] for each in contacts(desk)] == ["reminder/ring-her/2026-11-24"]
    assert "For reminder/ring-her/2026-11-24" in on_the_site(desk)


def test_a_comment_that_puts_it_off_is_written_down_and_one_on_a_pull_request_starts_nothing(
    desk: Desk,
) -> None:
    desk.send("p-k7f2", RING_HER)
    assert desk.run("daily", "push", {"repository": PRIVATE}, job="issues").code == 0
    desk.github.comment(ELIN, 1, "/snooze 2026-12-01")
    said = happened("created", desk.github.issue(1))
    elsewhere = happened("created", {**desk.github.issue(1), "pull_request": {"url": "https://example.org"}})
    nothing = desk.run("record", "issue_comment", elsewhere)
    assert (nothing.code, "Main" in nothing.out, len(desk.log())) == (0, False, 2)
    ran = desk.run("record", "issue_comment", said)
    assert ran.code == 0, ran.out
    assert "until: 2026-12-01" in desk.note("p-k7f2")
    assert desk.github.issue(1)["state"] == "closed"


def test_who_keeps_no_issues_has_a_site_all_the_same(desk: Desk) -> None:
    desk.send("p-k7f2", RING_HER)
    ran = desk.run("daily", "workflow_dispatch", {"repository": PRIVATE}, on={"DESK_SITE": "artifact"})
    assert ran.code == 0, ran.out
    assert "Ring her" in on_the_site(desk)
    assert desk.github.issues() == []


def test_a_pull_request_with_a_mistake_in_a_note_is_told_on_its_line_and_fails(desk: Desk) -> None:
    desk.send("p-k7f2", RING_HER.replace("2026-11-24", "24.11.2026"), to="refs/pull/7/merge")
    told = desk.run("check", "pull_request", PULL_REQUEST, job="notes")
    assert told.code == 1
    assert "::error file=patrons/p-k7f2.md,line=3,col=20,title=bad-date::" in told.out
    desk.send("p-k7f2", RING_HER, to="refs/pull/7/merge")
    assert desk.run("check", "pull_request", PULL_REQUEST, job="notes").code == 0


def test_a_form_is_written_into_the_note_answered_emptied_and_closed(desk: Desk) -> None:
    ran = desk.run("record", "issues", filled_in(desk, TYPED))
    assert ran.code == 0, ran.out
    (contact,) = contacts(desk)
    assert (contact["by"], contact["how"], contact["about"]) == ("ep", "phone", TYPED)
    (issue,) = desk.github.issues()
    assert (issue["state"], issue["title"]) == ("closed", "Written down")
    assert TYPED not in issue["body"]
    assert "estuary" not in ran.out + ran.err
    assert desk.token not in ran.out + ran.err
    assert not list(desk.folder.rglob("pwned"))


@pytest.mark.parametrize("on", [pytest.param({}, id="nothing set"), pytest.param(ALMOST, id="other words")])
def test_nothing_runs_until_the_library_says_so(desk: Desk, on: dict[str, str]) -> None:
    desk.send("p-k7f2", RING_HER)
    form = filled_in(desk, "Maps")
    before = desk.log(), desk.github.issues()
    ran = [
        desk.run("daily", "push", {"repository": PRIVATE}, on=on),
        desk.run("record", "issues", {**form, "action": "closed"}, on=on),
        desk.run("record", "issues", form, on=on),
    ]
    assert [each.code for each in ran] == [0, 0, 0]
    assert [each.out for each in ran if "Main" in each.out] == []
    assert (desk.log(), desk.github.issues()) == before
    assert not list(desk.kept.iterdir())


@pytest.mark.parametrize("visibility", ["public", "internal"])
def test_a_repository_that_others_can_read_is_refused(desk: Desk, visibility: str) -> None:
    desk.send("p-k7f2", RING_HER)
    desk.github.be(visibility)
    edited = happened("edited", {"number": 1})
    for ran in (desk.run("daily", "push", {"repository": PRIVATE}), desk.run("record", "issues", edited)):
        assert ran.code == 1
        assert "not proven private" in ran.out
    assert desk.github.issues() == []
    assert not list(desk.kept.iterdir())


@pytest.mark.parametrize("change", NOT_TAKEN)
def test_a_form_is_taken_from_the_staff_of_a_private_repository_alone(
    desk: Desk, change: dict[str, dict[str, object]]
) -> None:
    form = filled_in(desk, "Maps")
    ran = desk.run("record", "issues", {**form, **{name: {**form[name], **change[name]} for name in change}})
    assert (ran.code, desk.log()) == (0, ["The desk"])
    assert "Main" not in ran.out


def filled_in(desk: Desk, said: str) -> dict[str, Any]:
    """The forge tells of a form that a colleague filled in."""
    number = desk.github.open(ELIN, "Note a visit", FORM.format(said), "desk diary")
    issue = {**desk.github.issue(number), "author_association": "COLLABORATOR"}
    return happened("opened", issue)


def happened(action: str, issue: dict[str, Any]) -> dict[str, Any]:
    """What the forge tells of an issue."""
    return {"action": action, "issue": issue, "repository": PRIVATE}


def contacts(desk: Desk) -> list[dict[str, Any]]:
    """What stands in her note as having been said."""
    front = frontmatter.loads(desk.note("p-k7f2")).metadata
    found = front.get("contacts", [])
    assert isinstance(found, list)
    return found


def on_the_site(desk: Desk) -> str:
    """Her page, as whoever fetches the artefact reads it."""
    page = (desk.kept / "staff-site" / "patrons" / "p-k7f2.html").read_text(encoding="utf-8")
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())
