"""Follow-ups as issues, on a GitHub that nobody here wrote; every request is as GitHub describes it."""

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from desk_writing import write_desk
from forge.emulated_github import ELIN, OWNER, REPOSITORY, ROBOT, STRANGER, TOMOS, EmulatedGitHub
from forge.fault_proxy import Fault, Request, Wire, wire_to
from forge.morning import Morning, Patience, git, in_git, somebody
from serving import Reply

pytestmark = [pytest.mark.node, pytest.mark.server, pytest.mark.usefixtures("impatience")]
LIBRARY = """
    # library.yml
    library: Small Library
    country: GB
    timezone: Europe/London
    rules: {note-review: off}
    site_url: https://diary.example.org
    staff: {ep: {name: Elin Pryce, github: elin-pryce}, th: {name: Tomos Hale, github: tomos-hale}}
"""
TWO = f"""
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    phone: 029 2018 0146
    reads_email: rarely
    loans: [{{title: Atlas of Sound, due: 2026-11-25}}, {{title: Chapels, due: 2026-11-26}}]
    # patrons/p-b6u1.md
    name: Dafydd Pugh
    staff: th
    reminders: [{{date: 2026-11-24, about: Ask after his mother}}]
    {LIBRARY}
"""
ASK = "reminder/ask-after-his-mother/2026-11-24"


@pytest.fixture
def here(tmp_path: Path, github: EmulatedGitHub, wire: Wire, monkeypatch: pytest.MonkeyPatch) -> Morning:
    somebody(monkeypatch, tmp_path)
    return Morning(write_desk(tmp_path / "desk", TWO), github, wire)


def rewrite(here: Morning, text: str) -> None:
    """The desk's notes as they are from now on."""
    for note in (here.desk.root / "patrons").glob("*.md"):
        note.unlink()
    write_desk(here.desk.root, text)


def nothing_is_written(here: Morning) -> bool:
    here.wire.begin_again()
    assert here.apply().code == 0
    return here.wire.written() == []


def test_each_follow_up_is_an_issue_that_names_nobody(here: Morning) -> None:
    told = here.apply()
    assert (told.code, told.err) == (0, "")
    title, body, labels, people, state, _ = here.standing()["p-k7f2"]
    assert (title, people, state) == ("Follow up p-k7f2", (ELIN,), "open")
    assert labels == {"follow-up", "kind: loan-due", "by: phone"}
    assert "by phone · wanted by 25 November 2026" in str(body)
    assert str(body).count("- [ ] A loan is due") == 2
    assert "(https://diary.example.org/#p-k7f2)" in str(body)
    assert f"/{REPOSITORY}/blob/main/patrons/p-k7f2.md)" in str(body)
    every_word = json.dumps(here.github.issues()) + told.out
    for private in ("Mair", "Prosser", "Dafydd", "Atlas", "atlas", "Chapels", "mother", "0146"):
        assert private not in every_word


def test_a_second_run_writes_nothing(here: Morning) -> None:
    here.apply()
    assert nothing_is_written(here)


def test_without_apply_the_steps_are_printed_and_nothing_is_done(here: Morning) -> None:
    told = here.sync()
    assert told.out.endswith("Open p-b6u1\nOpen p-k7f2\n7 steps. Nothing is done yet: add --apply.\n")
    document = json.loads(here.sync("--json").out)
    schema = json.loads((files("deskdiary") / "schemas" / "issues.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(document)) == []
    assert here.sync("--json", "--apply").code == 2
    assert here.wire.written() == []


def test_an_issue_is_found_again_far_down_the_list(here: Morning) -> None:
    here.apply()
    for number in range(103):
        here.github.open(TOMOS, f"Something else {number}", "")
    assert nothing_is_written(here)


def test_a_label_that_was_renamed_is_ours_still(here: Morning) -> None:
    here.apply()
    here.github.act(OWNER, "PATCH", "/labels/follow-up", new_name="diary")
    assert nothing_is_written(here)
    assert {label["name"] for label in here.issue("p-k7f2")["labels"]} >= {"diary"}


@pytest.mark.parametrize("how", ["taken off", "deleted"])
def test_an_issue_that_lost_its_labels_is_no_other(here: Morning, how: str) -> None:
    here.apply()
    if how == "deleted":
        here.github.act(OWNER, "DELETE", "/labels/follow-up")
    here.github.edit(ELIN, here.number("p-k7f2"), labels=["ask Elin"])
    here.apply()
    assert here.standing()["p-k7f2"][2] == {"ask Elin", "follow-up", "kind: loan-due", "by: phone"}
    assert nothing_is_written(here)


def test_what_staff_write_around_our_part_stays(here: Morning) -> None:
    here.apply(on="2026-11-25")
    body = here.issue("p-k7f2")["body"].replace("\n", "\r\n")
    text = f"He prefers mornings.\r\n\r\n{body} Thanks!\r\n\r\n- [ ] my own box"
    here.github.edit(ELIN, here.number("p-k7f2"), body=text, title="Professor P.")
    here.apply(on="2026-11-26")
    title, now, labels, *_ = here.standing()["p-k7f2"]
    assert "overdue" in labels  # type: ignore[operator]
    assert "which is past" in str(now)
    assert title == "Professor P."
    assert str(now).startswith("He prefers mornings.\n\n<!-- deskdiary")
    assert str(now).endswith("end --> Thanks!\n\n- [ ] my own box")


@pytest.mark.parametrize("kept", ["open 0", "box", "end"])
def test_one_mark_that_is_left_is_enough(here: Morning, kept: str) -> None:
    here.apply()
    lines = here.issue("p-b6u1")["body"].split("\n")
    left = "\n".join(line for line in lines if "<!--" not in line or f" {kept}" in line)
    here.github.edit(ELIN, here.number("p-b6u1"), body=left)
    here.apply()
    assert here.issue("p-b6u1")["body"].count("- [ ] Reminder") == 1
    assert nothing_is_written(here)


def test_an_issue_that_was_moved_elsewhere_has_a_successor(here: Morning) -> None:
    here.apply()
    gone = here.number("p-b6u1")

    def without(request: Request) -> Reply | None:
        if request.path.endswith(f"/issues/{gone}"):
            return Reply(301, b'{"message": "Moved Permanently"}')
        if request.method == "GET" and request.path.endswith("/issues"):
            reply = here.wire.ask(request)
            kept = [each for each in json.loads(reply.body) if each["number"] != gone]
            return replace(reply, body=json.dumps(kept).encode())
        return None

    here.wire.instead = without
    assert "Open p-b6u1" in here.apply().out
    assert nothing_is_written(here)


def test_an_issue_that_goes_at_this_moment_stops_nobody(here: Morning) -> None:
    here.apply(on="2026-11-25")
    gone = here.number("p-k7f2")
    here.wire.instead = lambda request: (
        Reply(410, b'{"message": "This issue was deleted"}')
        if request.path.endswith(f"/issues/{gone}")
        else None
    )
    told = here.apply(on="2026-11-26")
    assert (told.code, f"Left #{gone}: it is not there any more" in told.out) == (0, True)


def test_what_somebody_changes_at_this_moment_is_not_written_over(here: Morning) -> None:
    here.apply(on="2026-11-25")
    number = here.number("p-k7f2")

    def ticked(request: Request) -> Reply | None:
        if request.path.endswith(f"/issues/{number}") and not request.writes:
            here.github.tick(ELIN, number)
        return None

    here.wire.instead = ticked
    assert f"Left #{number}: somebody changed it" in here.apply(on="2026-11-26").out
    assert "- [x]" in here.issue("p-k7f2")["body"]


def test_what_a_stranger_closes_is_opened_again_and_what_they_say_is_not_heard(here: Morning) -> None:
    here.apply()
    here.github.comment(STRANGER, here.number("p-k7f2"), "/snooze 2026-12-01")
    here.github.close(STRANGER, here.number("p-b6u1"))
    assert here.apply().out == f"Reopen #{here.number('p-b6u1')} p-b6u1\n"
    assert "contacts" not in here.note("p-b6u1")
    assert nothing_is_written(here)


def test_who_closed_an_issue_is_asked_where_the_list_does_not_say(here: Morning) -> None:
    def unsaid(request: Request) -> Reply | None:
        if request.method == "GET" and request.path.endswith("/issues"):
            reply = here.wire.ask(request)
            listed = [{**each, "closed_by": None} for each in json.loads(reply.body)]
            return replace(reply, body=json.dumps(listed).encode())
        return None

    in_git(here.desk.root)
    here.apply()
    here.github.close(TOMOS, here.number("p-b6u1"))
    here.wire.instead = unsaid
    assert here.apply().code == 0
    assert "    by: th\n" in here.note("p-b6u1")
    here.wire.begin_again()


def test_an_app_writes_as_somebody_who_may(here: Morning) -> None:
    """The workflow's own account is no collaborator, and only who may let it in."""

    def as_an_app(request: Request) -> Reply | None:
        if request.path.endswith(f"/collaborators/{ROBOT}/permission"):
            return Reply(404, b'{"message": "Not Found"}')
        reply = here.wire.ask(request)
        return replace(reply, body=reply.body.replace(b'"type":"User"', b'"type":"Bot"'))

    here.wire.instead = as_an_app
    assert here.apply().code == 0
    assert nothing_is_written(here)
    here.wire.begin_again()


def test_a_forged_issue_of_a_strangers_is_none_of_ours(here: Morning) -> None:
    here.apply()
    ours = here.issue("p-b6u1")
    forged = here.github.open(STRANGER, ours["title"], ours["body"].replace("[ ]", "[x]"))
    here.github.act(OWNER, "PATCH", f"/issues/{forged}", labels=["follow-up"])
    assert nothing_is_written(here)
    assert "contacts" not in here.note("p-b6u1")
    assert here.github.issue(forged)["state"] == "open"


def test_a_copy_that_a_colleague_made_for_herself_is_left_alone(here: Morning) -> None:
    here.apply()
    copy = here.github.open(ELIN, "My copy", here.issue("p-b6u1")["body"])
    assert nothing_is_written(here)
    assert here.github.issue(copy)["state"] == "open"


def test_what_is_ticked_closed_and_put_off_stands_in_the_notes(here: Morning) -> None:
    server = in_git(here.desk.root)
    here.apply()
    here.github.tick(TOMOS, here.number("p-b6u1"))
    here.github.comment(ELIN, here.number("p-k7f2"), "On leave until then.\n/snooze 2026-12-01")
    told = here.apply()
    assert (told.code, told.err) == (0, "")
    assert here.note("p-b6u1").count(f"for: {ASK}") == 1
    assert "    by: th\n" in here.note("p-b6u1")
    assert here.note("p-k7f2").count("until: 2026-12-01") == 2
    assert git(server, "log", "-3", "--format=%s", "main") == "snooze: p-k7f2\nsnooze: p-k7f2\ndone: p-b6u1\n"
    assert {said[4] for said in here.standing().values()} == {"closed"}
    assert nothing_is_written(here)
    here.apply(on="2026-12-01")
    assert here.standing()["p-k7f2"][4] == "open"
    assert len(here.github.issues()) == 2


@pytest.mark.parametrize("how", ["ticked", "closed"])
def test_what_was_said_by_mistake_and_taken_out_of_the_note_is_not_written_down_again(
    here: Morning, how: str
) -> None:
    before = here.note("p-b6u1")
    in_git(here.desk.root)
    here.apply()
    number = here.number("p-b6u1")
    if how == "ticked":
        here.github.tick(TOMOS, number)
    else:
        here.github.close(TOMOS, number)
    here.apply()
    assert f"for: {ASK}" in here.note("p-b6u1")
    (here.desk.root / "patrons" / "p-b6u1.md").write_text(before, encoding="utf-8")
    git(here.desk.root, "commit", "-qam", "He was not there after all")
    assert here.apply().out == f"Reopen #{number} p-b6u1\n"
    assert "- [ ] Reminder" in here.issue("p-b6u1")["body"]
    assert nothing_is_written(here)
    assert here.note("p-b6u1") == before


@pytest.mark.parametrize(
    ("reason", "detail", "line"),
    [
        pytest.param("completed", "minimal", "about: ‘Reminder", id="completed"),
        pytest.param("completed", "full", "about: She is better", id="completed, in full"),
        pytest.param("not_planned", "minimal", "outcome: not needed", id="not needed"),
    ],
)
def test_how_an_issue_was_closed_is_what_the_diary_says(
    here: Morning, reason: str, detail: str, line: str
) -> None:
    write_desk(here.desk.root, f"{TWO}    issues: {{detail: {detail}}}\n")
    in_git(here.desk.root)
    here.apply()
    here.github.comment(ELIN, here.number("p-b6u1"), "She is better")
    here.github.close(ELIN, here.number("p-b6u1"), reason)
    assert here.apply().code == 0
    note = here.note("p-b6u1")
    assert line.replace("‘", "'") in note
    assert ("by: ep" in note, f"for: {ASK}" in note) == (True, True)
    assert ("She is better" in note) == (detail == "full")
    assert nothing_is_written(here)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        pytest.param("She: 'yes'\n--- # <b>@all</b>\n- [x] *so*", True, id="odd"),
        pytest.param("She said \u202eon", False, id="fit for no note"),
    ],
)
def test_whatever_is_said_in_closing_the_fact_is_written_down(here: Morning, words: str, kept: bool) -> None:  # noqa: FBT001 - a column of the table
    write_desk(here.desk.root, f"{TWO}    issues: {{detail: full}}\n")
    in_git(here.desk.root)
    here.apply()
    here.github.comment(ELIN, here.number("p-b6u1"), words)
    here.github.close(ELIN, here.number("p-b6u1"))
    assert here.apply().code == 0
    (contact,) = here.desk.read("2026-11-24").patrons[0].contacts
    assert (contact.settles is not None and contact.settles.value) == ASK
    assert (contact.about.value == words) == kept


def test_what_cannot_be_written_down_is_told_and_asked_again(here: Morning) -> None:
    """Nobody put this desk into Git."""
    here.apply()
    here.github.close(ELIN, here.number("p-b6u1"))
    told = here.apply()
    assert told.code == 1
    assert f"Held #{here.number('p-b6u1')} p-b6u1: not written into the note" in told.err
    assert here.issue("p-b6u1")["state"] == "closed"
    in_git(here.desk.root)
    assert here.apply().code == 0
    assert here.note("p-b6u1").count(f"for: {ASK}") == 1


def test_a_snooze_without_a_day_is_told_once(here: Morning) -> None:
    here.apply()
    here.github.comment(ELIN, here.number("p-b6u1"), "/snooze next week")
    assert "Not understood on #" in here.apply().err
    assert here.apply().err == ""
    assert nothing_is_written(here)


MANY = "".join(
    f"""
    # patrons/p-{n}.md
    name: Patron {n}
    {{}}
"""
    for n in range(9)
)


def many(line: str) -> str:
    return MANY.replace("{}", line) + LIBRARY


def test_so_many_closings_at_once_are_not_believed(here: Morning) -> None:
    rewrite(here, many("reminders: [{date: 2026-11-24, about: Ring}]"))
    here.apply()
    rewrite(here, many("hours: mornings"))
    here.wire.begin_again()
    told = here.apply()
    assert told.code == 1
    assert "this would close 9 of 9 issues" in told.err
    assert "add --allow-mass-close" in told.err
    assert here.wire.written() == []
    assert here.sync("--apply", "--allow-mass-close").code == 0
    assert {issue["state"] for issue in here.github.issues()} == {"closed"}


def test_whoever_was_diligent_is_believed(here: Morning) -> None:
    ring = "reminders: [{date: 2026-11-24, about: Ring}]"
    rewrite(here, many(ring))
    here.apply()
    entry = "{date: 2026-11-24, how: phone, about: Rang, for: reminder/ring/2026-11-24}"
    rewrite(here, many(f"{ring}\n    contacts: [{entry}]"))
    assert here.apply().code == 0
    assert {issue["state_reason"] for issue in here.github.issues()} == {"completed"}


def test_whoever_puts_everything_off_over_christmas_is_believed(here: Morning) -> None:
    rewrite(here, many("reminders: [{date: 2026-11-24, about: Ring}]"))
    in_git(here.desk.root)
    here.apply()
    for issue in here.github.issues():
        here.github.comment(ELIN, issue["number"], "/snooze 2026-12-14")
    told = here.apply()
    assert (told.code, told.err) == (0, "")
    assert {issue["state"] for issue in here.github.issues()} == {"closed"}
    assert here.apply(on="2026-12-14").code == 0
    assert {issue["state"] for issue in here.github.issues()} == {"open"}


@pytest.mark.parametrize("lost", ["all", "one"])
def test_what_cannot_be_read_closes_nothing(here: Morning, lost: str) -> None:
    here.apply()
    (here.desk.root / "patrons" / "p-k7f2.md").write_text("---\nname: [\n---\n", encoding="utf-8")
    if lost == "all":
        for note in (here.desk.root / "patrons").glob("*.md"):
            note.unlink()
    told = here.sync("--apply", "--allow-mass-close")
    assert told.code == 0
    assert f"Held #{here.number('p-k7f2')} p-k7f2: not closed" in told.err
    assert here.issue("p-k7f2")["state"] == "open"


def test_a_note_with_an_error_in_it_closes_nothing_of_its_own(here: Morning) -> None:
    here.apply()
    rewrite(here, TWO.replace("due: 2026-11-25", "due: 25/11/2026").replace("due: 2026-11-26", "due: soon"))
    assert "not closed: there are errors in the notes" in here.apply().err
    assert here.issue("p-k7f2")["state"] == "open"


def test_of_too_many_new_ones_the_rest_stand_in_one(here: Morning) -> None:
    text = many("reminders: [{date: 2026-11-24, about: Ring}]") + "    issues: {most_new: 4}\n"
    rewrite(here, text)
    here.apply()
    rest = next(issue for issue in here.github.issues() if issue["title"].startswith("Follow-ups without"))
    assert [line for line in rest["body"].split("\n") if line.startswith("- ")] == [
        f"- p-{n} · in person · 24 November 2026" for n in range(4, 9)
    ]
    here.apply()
    here.apply()
    assert here.github.issue(rest["number"])["state"] == "closed"
    assert sum(issue["state"] == "open" for issue in here.github.issues()) == 9
    assert nothing_is_written(here)


def test_a_colleague_whom_the_forge_refuses_stops_nobody(here: Morning) -> None:
    write_desk(here.desk.root, TWO.replace("github: tomos-hale", "github: nobody-here"))
    told = here.apply()
    assert (told.code, here.standing()["p-b6u1"][3], here.standing()["p-k7f2"][3]) == (0, (), (ELIN,))
    assert "Issues cannot be given to th" in told.err
    assert nothing_is_written(here)


def test_whoever_has_an_issue_keeps_it(here: Morning) -> None:
    here.apply()
    here.github.edit(ELIN, here.number("p-k7f2"), assignees=[TOMOS])
    assert nothing_is_written(here)


@pytest.mark.parametrize(
    "facts",
    [
        {"private": False, "visibility": "public"},
        {"private": True, "visibility": "internal"},
        {"visibility": None},
        {"full_name": "somebody/else"},
    ],
    ids=["public", "internal", "it does not say", "another one"],
)
def test_where_it_is_not_proven_private_nothing_is_asked_or_written(
    here: Morning, facts: dict[str, object]
) -> None:
    def says(request: Request) -> Reply:
        reply = here.wire.ask(request)
        return replace(reply, body=json.dumps({**json.loads(reply.body), **facts}).encode())

    here.wire.instead = says
    told = here.apply()
    assert (told.code, "this repository is not proven private" in told.err) == (1, True)
    assert len(here.wire.seen) == 1
    here.wire.begin_again()


@pytest.mark.parametrize("status", [401, 403, 404, 418, 301])
def test_a_refusal_of_the_forges_ends_the_run_and_tells_no_secret(here: Morning, status: int) -> None:
    words = json.dumps({"message": f"Bad credentials {here.token} Mair Prosser"}).encode()
    here.wire.instead = lambda request: Reply(status, words) if request.path.endswith("/labels") else None
    told = here.apply()
    assert told.code == 1
    assert f"(status {status})" in told.err
    assert not any(secret in told.out + told.err for secret in (here.token, "Mair", "credentials"))
    here.wire.begin_again()


def test_without_a_token_nothing_is_asked(here: Morning) -> None:
    here.token = ""
    assert "GITHUB_TOKEN holds no token" in here.apply().err
    assert here.wire.seen == []


def test_a_forge_that_wants_an_hour_is_left_in_peace(here: Morning) -> None:
    here.wire.instead = lambda request: (
        Reply(429, b"{}", {"Retry-After": "3600"}) if request.path.endswith("/labels") else None
    )
    told = here.apply()
    assert (told.code, Patience.waited) == (1, [])
    assert (
        "asks us to wait longer than a run may. What is done is done; the next run does the rest." in told.err
    )
    here.wire.begin_again()


def test_a_forge_that_is_asked_too_often_and_says_no_more_is_given_a_minute(here: Morning) -> None:
    said = Reply(403, b'{"message": "You have exceeded a secondary rate limit"}')
    here.wire.instead = lambda request: said if request.path.endswith("/labels") else None
    told = here.apply()
    assert (told.code, Patience.waited) == (1, [60.0] * 4)
    here.wire.begin_again()


def test_in_full_detail_an_issue_that_is_over_names_nobody(here: Morning) -> None:
    write_desk(here.desk.root, f"{TWO}    issues: {{detail: full}}\n")
    here.apply()
    assert here.issue("p-b6u1")["title"] == "Follow up Dafydd Pugh (p-b6u1)"
    rewrite(here, f"{TWO}    issues: {{detail: full}}\n".replace("reminders: [{", "# reminders: [{"))
    here.apply()
    over = here.issue("p-b6u1")
    assert (over["state"], over["title"]) == ("closed", "Follow up p-b6u1")
    assert "Dafydd" not in over["body"]


def test_a_forge_that_is_down_is_asked_five_times(here: Morning) -> None:
    here.wire.begin_again(dict.fromkeys(range(1, 6), Fault.GATEWAY_BEFORE))
    assert here.apply().code == 1
    assert (len(here.wire.seen), Patience.waited) == (5, [1.0, 2.0, 4.0, 8.0])


def test_two_that_were_broken_off_make_one_issue(here: Morning) -> None:
    """After two 502s on one issue that came through nonetheless."""
    posts: list[Request] = []

    def broken(request: Request) -> Reply | None:
        if request.method == "POST" and request.path.endswith("/issues"):
            posts.append(request)
            if len(posts) <= 2:
                here.wire.ask(request)
                return Reply(502, b"<html>")
        return None

    here.wire.instead = broken
    assert here.apply().code == 0
    assert len(here.github.issues()) == len(posts) == 2
    here.wire.begin_again()


def test_a_server_of_ones_own_is_asked_at_its_own_address(here: Morning) -> None:
    with wire_to(here.github.url, prefix="/api/v3") as enterprise:
        here.wire = enterprise
        assert here.apply().code == 0
    assert len(here.github.issues()) == 2


@pytest.mark.parametrize(
    "address", ["http://forge.example.org", "ftp://127.0.0.1", "https://a@b.example.org"]
)
def test_a_token_goes_nowhere_in_the_open(here: Morning, address: str) -> None:
    here.wire.url = address
    assert "has to be a plain https address" in here.apply().err


HOSTILE = (
    "@everyone #1 **x** <b>",
    "`--> <!-- deskdiary: p-b6u1 end -->",
    "``` [a](https://evil.example.org)",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_in_full_detail_words_stay_words(here: Morning, words: str) -> None:
    text = TWO.replace("Ask after his mother", json.dumps(words)[1:-1]).replace("about: ", 'about: "', 1)
    text = text.replace(
        '{date: 2026-11-24, about: "' + json.dumps(words)[1:-1],
        f"{{date: 2026-11-24, about: {json.dumps(words)}",
    )
    write_desk(here.desk.root, f"{text}    issues: {{detail: full}}\n")
    assert here.apply().code == 0
    body = here.issue("p-b6u1")["body"]
    assert "`Dafydd Pugh`" in body
    line = next(line for line in body.split("\n") if line.startswith("- [ ] "))
    fence = line.partition(": `")[2]
    assert words.replace("<!--", "<! --") in fence
    assert nothing_is_written(here)
