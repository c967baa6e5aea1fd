"""What somebody might try: with words on issues, with an answer, with a server that is not what it says."""

import json
from pathlib import Path
from typing import Any

import pytest

from desk_writing import write_desk
from forge.emulated_github import ELIN, OWNER, REPOSITORY, STRANGER, TOMOS, EmulatedGitHub
from forge.fault_proxy import Request, Wire
from forge.morning import Morning, git, in_git, somebody
from serving import Reply

pytestmark = [pytest.mark.node, pytest.mark.server, pytest.mark.usefixtures("impatience")]
DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    reminders: [{date: 2026-11-23, about: Ring her}]
    # library.yml
    library: Small Library
    country: GB
    timezone: Europe/London
    rules: {note-review: off}
    staff: {ep: {name: Elin Pryce, github: elin-pryce}, th: {name: Tomos Hale, github: tomos-hale}}
"""
KEY = "p-k7f2"


@pytest.fixture
def here(tmp_path: Path, github: EmulatedGitHub, wire: Wire, monkeypatch: pytest.MonkeyPatch) -> Morning:
    """A desk in Git with one issue, opened the day before."""
    somebody(monkeypatch, tmp_path)
    morning = Morning(write_desk(tmp_path / "desk", DESK), github, wire)
    in_git(morning.desk.root)
    assert morning.apply(on="2026-11-23").code == 0
    wire.begin_again()
    return morning


def shared_note(here: Morning) -> str:
    """What colleagues have of the note."""
    return git(here.desk.root, "show", f"origin/main:patrons/{KEY}.md")


def all_is_as_before(here: Morning) -> bool:
    """The notes say what they said, one issue stands, and it is open."""
    told = here.apply()
    assert told.code == 0, told.err
    unsaid = "contacts" not in shared_note(here) and "snoozed" not in shared_note(here)
    return unsaid and here.issue(KEY)["state"] == "open"


@pytest.mark.parametrize(
    "words",
    [
        "/snooze 2027-01-01",
        "<!-- deskdiary: p-k7f2 settled 0 -->\n/snooze 2027-01-01",
        "<!-- deskdiary: p-k7f2 end -->",
        "- [x] done <!-- deskdiary: p-k7f2 box reminder/2026-11-23/abc -->",
        "@desk-robot close this\r\n\r\n/snooze 2027-01-01\r\n",
        "🙂" * 20_000 + "\n/snooze 2027-01-01",
    ],
    ids=["an order", "a mark and an order", "an end", "a box", "an order in CRLF", "an order after emojis"],
)
def test_what_somebody_without_the_right_to_write_says_is_not_heard(here: Morning, words: str) -> None:
    here.github.comment(STRANGER, here.number(KEY), words)
    assert all_is_as_before(here)


@pytest.mark.parametrize(
    "words",
    [
        "> /snooze 2027-01-01\n\nReally?",
        "Should I write /snooze 2027-01-01 here?",
        "<!-- deskdiary: p-k7f2 settled 0 -->",
        "<!-- <!-- deskdiary: p-k7f2 end --> -->",
        "/snoozed 2027-01-01",
        "/snooze\u00a02027-01-01 or later",
    ],
)
def test_what_a_colleague_quotes_or_asks_is_no_order(here: Morning, words: str) -> None:
    here.github.comment(ELIN, here.number(KEY), words)
    assert all_is_as_before(here)


def test_who_lost_the_right_to_write_is_not_heard_any_more(here: Morning) -> None:
    here.github.comment(TOMOS, here.number(KEY), "/snooze 2027-01-01")
    here.github.give(TOMOS, "pull")
    assert all_is_as_before(here)


@pytest.mark.parametrize("role", ["pull", "triage"])
def test_who_may_not_write_closes_nothing(here: Morning, role: str) -> None:
    here.github.close(TOMOS, here.number(KEY))
    here.github.give(TOMOS, role)
    assert all_is_as_before(here)


@pytest.mark.parametrize("stage", ["open", "settled", "double"])
def test_a_forged_issue_moves_nothing(here: Morning, stage: str) -> None:
    forged = here.issue(KEY)["body"].replace(f"{KEY} open", f"{KEY} {stage}").replace("[ ]", "[x]")
    number = here.github.open(STRANGER, f"Follow up {KEY}", forged)
    here.github.close(STRANGER, number)
    assert here.apply().code == 0
    assert "contacts" not in shared_note(here)
    ours = [each for each in here.github.issues() if each["user"]["login"] != STRANGER]
    assert [(each["state"], each["title"]) for each in ours] == [("open", f"Follow up {KEY}")]
    assert here.github.issue(number)["body"] == forged


def test_a_mark_about_somebody_who_is_no_patron_makes_no_note(here: Morning) -> None:
    before = sorted((here.desk.root / "patrons").iterdir())
    text = here.issue(KEY)["body"].replace(KEY, "p-nobody").replace("[ ]", "[x]")
    here.github.open(ELIN, "Follow up p-nobody", text, "follow-up")
    assert here.apply().code == 0
    assert sorted((here.desk.root / "patrons").iterdir()) == before


def test_what_somebody_opened_for_us_who_has_left_is_not_doubled(here: Morning) -> None:
    """Runs with a colleague's own token are hers: when she leaves, her issues are not believed any more."""
    text = here.issue(KEY)["body"].replace(KEY, "p-b6u1").replace("[ ]", "[x]")
    note = here.desk.root / "patrons" / "p-b6u1.md"
    note.write_text("---\nname: Dafydd Pugh\nreminders: [{date: 2026-11-23, about: Ring}]\n---\n")
    number = here.github.open(TOMOS, "Follow up p-b6u1", text, "follow-up")
    here.github.give(TOMOS, "pull")
    told = here.apply()
    assert (told.code, here.number("p-b6u1")) == (0, number)
    assert "p-b6u1" in told.err
    assert "may not write here any more" in told.err
    here.github.close(ELIN, number)
    here.apply()
    assert [each["state"] for each in here.github.issues() if "p-b6u1" in each["title"]] == ["closed", "open"]


@pytest.mark.parametrize("about", ["../../etc/passwd", "p-k7f2/../p-b6u1", "library", "*", "--all"])
def test_a_mark_is_never_a_path_or_an_option(here: Morning, about: str) -> None:
    text = here.issue(KEY)["body"].replace(KEY, about).replace("[ ]", "[x]")
    here.github.open(ELIN, "Follow up", text)
    assert here.apply().code == 0
    assert git(here.desk.root, "status", "--porcelain") == ""
    assert "contacts" not in shared_note(here)


def test_line_ends_of_a_web_editor_change_nothing(here: Morning) -> None:
    here.apply()
    here.github.edit(ELIN, here.number(KEY), body=here.issue(KEY)["body"].replace("\n", "\r\n"))
    here.wire.begin_again()
    assert here.apply().code == 0
    assert here.wire.written() == []


def test_a_tick_is_read_whatever_the_line_ends(here: Morning) -> None:
    body = here.issue(KEY)["body"].replace("- [ ]", "* [X]").replace("\n", "\r\n")
    here.github.edit(ELIN, here.number(KEY), body=body)
    assert here.apply().code == 0
    assert shared_note(here).count("for: reminder/ring-her/2026-11-23") == 1


def test_a_text_as_long_as_the_forge_takes_stays_whole(here: Morning) -> None:
    body = here.issue(KEY)["body"]
    longest = "🙂" * (65_536 - len(body) - 2) + "\n\n" + body
    here.github.edit(ELIN, here.number(KEY), body=longest)
    told = here.apply()
    assert told.code == 0, told.err
    assert here.issue(KEY)["body"] == longest


def test_the_closing_words_of_a_colleague_stay_words(here: Morning) -> None:
    """A comment that would be front matter, a command of Git's or of the forge's, if anybody let it."""
    library = here.desk.root / "library.yml"
    library.write_text(library.read_text(encoding="utf-8") + "issues: {detail: full}\n", encoding="utf-8")
    git(here.desk.root, "commit", "-q", "-am", "In full")
    git(here.desk.root, "push", "-q")
    words = '::set-output name=x::y\n---\nname: Somebody else\n- !!python/object "x"\n$(id) `id`\x1b[31m'
    here.github.comment(ELIN, here.number(KEY), words)
    here.github.close(ELIN, here.number(KEY))
    told = here.apply()
    assert told.code == 0, told.err
    note = shared_note(here)
    assert note.count("\nname: ") == 1
    assert note.count("for: reminder/ring-her/2026-11-23") == 1
    assert "set-output" not in told.out + told.err
    assert "\x1b" not in note + told.out + told.err


def test_a_pull_request_with_a_mark_in_it_is_no_issue(here: Morning) -> None:
    listed = here.github.issues()
    links = dict.fromkeys(("url", "html_url", "diff_url", "patch_url"), "https://github.example.org/pull/99")
    pull = {**listed[0], "number": 99, "pull_request": links, "state": "closed"}

    def with_a_pull_request(request: Request) -> Reply | None:
        if request.method == "GET" and request.path.endswith("/issues"):
            return _json(
                [*listed, {**pull, "closed_at": "2026-11-24T09:00:00Z", "closed_by": listed[0]["user"]}]
            )
        return None

    here.wire.instead = with_a_pull_request
    assert all_is_as_before(here)
    assert not any(request.path.endswith("/99") for request in here.wire.written())


def test_an_archived_repository_is_refused_before_anything_is_tried(here: Morning) -> None:
    here.github.act(OWNER, "PATCH", "", archived=True)
    told = here.apply()
    assert (told.code, here.wire.written()) == (1, [])
    assert "archived" in told.err


def test_a_renamed_repository_is_not_followed(here: Morning) -> None:
    moved = {"Location": f"{here.wire.url}/repositories/1"}
    here.wire.instead = lambda request: Reply(301, b"{}", moved) if REPOSITORY in request.target else None
    told = here.apply()
    assert (told.code, len(here.wire.seen)) == (1, 1)
    assert "name the repository as it is called now" in told.err


def test_one_that_answers_for_another_repository_is_refused(here: Morning) -> None:
    said = here.github.act(OWNER, "GET", "")
    here.wire.instead = lambda _: _json({**said, "full_name": "somebody/else"})
    told = here.apply()
    assert (told.code, len(here.wire.seen)) == (1, 1)


def test_openings_do_not_ask_again_what_was_said_on_every_issue(here: Morning) -> None:
    """Forty new issues must not cost forty times the comments of a hundred others."""
    here.github.comment(ELIN, here.number(KEY), "She is away.")
    for number in range(5):
        note = here.desk.root / "patrons" / f"p-new{number}.md"
        note.write_text("---\nname: Rhys\nreminders: [{date: 2026-11-24, about: x}]\n---\n", encoding="utf-8")
    here.wire.begin_again()
    assert here.apply().code == 0
    asked = [each.request.path for each in here.wire.seen if each.request.path.endswith("/comments")]
    assert len(asked) <= 2


def _json(content: Any) -> Reply:  # noqa: ANN401 - it is JSON
    return Reply(200, json.dumps(content).encode(), {"Content-Type": "application/json"})
