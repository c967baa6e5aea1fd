"""What every forge must do for us, GitHub and GitLab alike: the seam, tried from the outside."""

import gc
import sys
import time
from collections.abc import Callable, Iterator, Mapping

import pytest

from deskdiary.issues.issue import How, Issue, Label, Written
from deskdiary.issues.marks import Stage, begin, box, end
from deskdiary.publishing.verdict import Proven, Refused
from deskdiary.refusal import Refusal
from deskdiary.shells.forge import asking
from forge.emulated_github import ELIN, ROBOT, STRANGER, TOMOS, EmulatedGitHub
from forge.fault_proxy import WAIT, Fault, Request
from forge.openapi_check import Description
from forge.places import Place, on_github, on_gitlab
from serving import Reply, stand_in, wait_until

pytestmark = [pytest.mark.node, pytest.mark.server]
NOT_PLANNED = "not_planned"


@pytest.fixture(params=["GitHub", "GitLab"])
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    """Each forge, as new. What was asked of GitHub has to be as GitHub describes it, whatever it answers."""
    if request.param == "GitLab":
        with on_gitlab() as place:
            yield place
        return
    github: EmulatedGitHub = request.getfixturevalue("github")
    description: Description = request.getfixturevalue("description")
    with on_github(github) as place:
        yield place
    assert [each for one in place.wire.seen for each in description.against_request(one.request)] == []


def text_about(key: str) -> str:
    """An issue's text with a box in it."""
    line = f"- [ ] A reminder {box(key, 'reminder/2026-11-24/abc')}"
    return "\n\n".join((begin(key, Stage.OPEN, 0), line, end(key)))


def written(key: str, *labels: str, closed: How | None = None) -> Written:
    return Written(f"Follow up {key}", text_about(key), frozenset(labels), closed)


def opened(place: Place, key: str = "p-k7f2") -> int:
    number = place.forge.open(written(key))
    assert number is not None
    return number


def read(place: Place, number: int) -> Issue:
    issue = place.forge.issue(number)
    assert issue is not None
    return issue


def test_a_private_place_is_proven_so(place: Place) -> None:
    assert isinstance(place.forge.verdict(), Proven)
    assert place.forge.address_of("patrons/p-k7f2.md").endswith("/blob/main/patrons/p-k7f2.md")


@pytest.mark.parametrize("visibility", ["public", "internal"])
def test_any_other_place_is_refused(place: Place, visibility: str) -> None:
    place.people.be(visibility)
    verdict = place.forge.verdict()
    assert isinstance(verdict, Refused)
    assert visibility in " ".join(verdict.reasons)


@pytest.mark.parametrize("body", [b"{}", b"[]", b"null", b"<html>", b'{"visibility": "private"}'])
def test_a_place_that_does_not_say_is_refused(place: Place, body: bytes) -> None:
    place.wire.instead = lambda _: Reply(200, body, {"Content-Type": "application/json"})
    try:
        verdict = place.forge.verdict()
    except Refusal:
        return
    assert isinstance(verdict, Refused)


def test_a_label_is_made_and_found_again(place: Place) -> None:
    place.forge.make_label(Label("overdue", "Desk Diary: late"))
    place.forge.make_label(Label("overdue", "Desk Diary: late"))
    assert Label("overdue", "Desk Diary: late") in place.forge.labels()
    assert place.people.labels()["overdue"] == "Desk Diary: late"


def test_an_issue_is_opened_and_found_by_its_mark(place: Place) -> None:
    place.people.open(ELIN, "Follow up p-k7f2", "The same title, and nothing of ours in it.")
    number = place.forge.open(written("p-k7f2", "follow-up", "overdue"))
    (found,) = place.forge.marked()
    assert (found.number, found.title, found.body) == (number, "Follow up p-k7f2", text_about("p-k7f2"))
    assert (sorted(found.labels), found.closing, found.comments) == (["follow-up", "overdue"], None, ())
    assert found.trusted
    assert place.forge.newest() == (found,)
    assert place.forge.issue(found.number) == found


def test_an_issue_says_what_it_is_told_to(place: Place) -> None:
    number = place.forge.open(written("p-k7f2", "follow-up", "overdue"))
    assert number
    assert place.forge.write(number, Written("Another title", text_about("p-k7f2"), frozenset({"follow-up"})))
    issue = read(place, number)
    assert (issue.title, sorted(issue.labels), issue.closing) == ("Another title", ["follow-up"], None)


@pytest.mark.parametrize("how", [How.COMPLETED, How.NOT_PLANNED, How.OTHER])
def test_an_issue_is_closed_and_opened_again_however_often_it_is_said(place: Place, how: How) -> None:
    number = opened(place)
    for _ in range(2):
        assert place.forge.write(number, written("p-k7f2", closed=how))
        assert read(place, number).closing is not None
    for _ in range(2):
        assert place.forge.write(number, written("p-k7f2"))
        assert read(place, number).closing is None


def test_what_is_not_there_is_not_written(place: Place) -> None:
    assert place.forge.issue(99) is None
    assert not place.forge.write(99, written("p-k7f2"))


def test_staff_may_write_and_nobody_else(place: Place) -> None:
    may = {login: place.forge.may_write(login) for login in (ELIN, TOMOS, ROBOT, STRANGER, "nobody-here", "")}
    assert may == {ELIN: True, TOMOS: True, ROBOT: True, STRANGER: False, "nobody-here": False, "": False}


@pytest.mark.parametrize("role", ["pull", "triage"])
def test_who_may_only_read_or_sort_may_not_write(place: Place, role: str) -> None:
    place.people.give(ELIN, role)
    assert not place.forge.may_write(ELIN)


def test_an_issue_is_given_to_a_colleague(place: Place) -> None:
    number = opened(place)
    assert place.forge.assign(number, ELIN)
    assert read(place, number).assignees == (ELIN,)


def test_a_name_that_the_forge_does_not_know_is_refused_and_breaks_nothing(place: Place) -> None:
    number = opened(place)
    assert not place.forge.assign(number, "nobody-here")
    assert read(place, number).assignees == ()


def test_comments_come_in_order_with_whether_they_count(place: Place) -> None:
    number = opened(place)
    place.people.comment(ELIN, number, "/snooze 2026-12-01")
    place.people.comment(STRANGER, number, "/snooze 2027-01-01")
    place.people.comment(TOMOS, number, "Two\r\nlines 🙂")
    said = read(place, number).comments
    assert [(each.by, each.counts) for each in said] == [(ELIN, True), (STRANGER, False), (TOMOS, True)]
    assert said[2].text.split() == ["Two", "lines", "🙂"]
    assert [each.id for each in said] == sorted({each.id for each in said})


def test_what_is_said_on_an_issue_is_said_once_whatever_becomes_of_the_line(place: Place) -> None:
    number = opened(place)
    place.forge.say(number, "    Written down: p-k7f2")
    place.wire.begin_again({1: Fault.GATEWAY_AFTER})
    place.forge.say(number, "    Again")
    said = [each.text.strip() for each in read(place, number).comments]
    assert said == ["Written down: p-k7f2", "Again"]


def test_who_opened_an_issue_is_told(place: Place) -> None:
    number = place.people.open(ELIN, "Note a visit", "### Who was it?")
    assert (read(place, number).by, read(place, number).trusted) == (ELIN, True)


@pytest.mark.parametrize(("reason", "how"), [("completed", How.COMPLETED), (NOT_PLANNED, How.NOT_PLANNED)])
def test_who_closed_an_issue_and_how(place: Place, reason: str, how: How) -> None:
    number = opened(place)
    place.people.close(ELIN, number, reason)
    closing = read(place, number).closing
    assert closing
    assert (closing.how, closing.by, closing.counts) == (how, ELIN, True)


def test_a_closing_by_somebody_who_may_not_write_does_not_count(place: Place) -> None:
    place.people.give(TOMOS, "triage")
    number = opened(place)
    place.people.close(TOMOS, number)
    closing = read(place, number).closing
    assert closing
    assert (closing.by, closing.counts) == (TOMOS, False)


def test_a_strangers_issue_with_our_mark_in_it_is_not_trusted(place: Place) -> None:
    number = place.people.open(STRANGER, "Follow up p-k7f2", text_about("p-k7f2").replace("[ ]", "[x]"))
    assert not read(place, number).trusted


def test_a_tick_is_seen(place: Place) -> None:
    number = opened(place)
    place.people.tick(ELIN, number)
    assert (read(place, number).body, read(place, number).trusted) == (
        text_about("p-k7f2").replace("- [ ]", "- [x]"),
        True,
    )


def test_a_list_over_several_pages_is_read_to_its_end(place: Place) -> None:
    keys = [f"p-{number:04}" for number in range(205)]
    for key in keys[:-100]:
        place.people.open(ELIN, key, text_about(key))
    # Of those of one second the emulator names the first first: the last hundred come in later ones.
    second = int(time.time())
    wait_until(lambda: time.time() >= second + 1)
    for key in keys[-100:]:
        place.people.open(ELIN, key, text_about(key))
    assert [issue.title for issue in place.forge.marked()] == keys
    assert sorted(issue.title for issue in place.forge.newest()) == keys[-100:]


@pytest.mark.parametrize(
    "fault",
    [Fault.DROPPED_AFTER, Fault.CUT_SHORT, Fault.GATEWAY_AFTER, Fault.GATEWAY_BEFORE, Fault.BROKEN_BEFORE],
    ids=lambda fault: fault.name.lower(),
)
def test_an_opening_in_doubt_is_never_sent_again(place: Place, fault: Fault) -> None:
    opened(place, "p-first")
    place.wire.begin_again(dict.fromkeys(range(1, 9), fault))
    assert place.forge.open(written("p-k7f2")) is None
    assert len(place.wire.seen) == 1
    assert place.waited == []


@pytest.mark.parametrize("fault", [Fault.TOO_MANY, Fault.SECONDARY], ids=lambda fault: fault.name.lower())
def test_a_busy_forge_is_given_the_time_it_asks_for(place: Place, fault: Fault) -> None:
    opened(place, "p-first")
    place.wire.begin_again({1: fault, 2: fault})
    assert place.forge.open(written("p-k7f2"))
    assert (place.waited, len(place.forge.marked())) == ([WAIT, WAIT], 2)


def test_a_reading_that_fails_is_tried_again_and_not_for_ever(place: Place) -> None:
    opened(place)
    place.wire.begin_again({1: Fault.DROPPED_BEFORE, 2: Fault.GATEWAY_BEFORE, 3: Fault.CUT_SHORT})
    assert len(place.forge.marked()) == 1
    place.wire.begin_again(dict.fromkeys(range(1, 99), Fault.BROKEN_BEFORE))
    with pytest.raises(Refusal):
        place.forge.marked()
    assert len(place.wire.seen) < 10
    assert sum(place.waited) < 120


READINGS: Mapping[str, Callable[[Place], object]] = {
    "the list": lambda place: place.forge.marked(),
    "the newest": lambda place: place.forge.newest(),
    "the labels": lambda place: place.forge.labels(),
    "one issue": lambda place: place.forge.issue(1),
}


def told(place: Place, ask: Callable[[Place], object]) -> str:
    """What comes of it: what was read, or the refusal's words."""
    try:
        return repr(ask(place))
    except Refusal as refusal:
        return str(refusal)


@pytest.mark.parametrize("ask", READINGS.values(), ids=READINGS.keys())
def test_nobody_is_followed_to_another_server(place: Place, ask: Callable[[Place], object]) -> None:
    with stand_in() as elsewhere:
        place.wire.instead = lambda _: Reply(
            307, b"", {"Location": f"http://127.0.0.1:{elsewhere.port}/anything"}
        )
        assert place.token not in told(place, ask)
    assert elsewhere.asked == []


def test_a_next_page_on_another_server_is_not_fetched(place: Place) -> None:
    with stand_in() as elsewhere:
        link = {"Link": f'<http://127.0.0.1:{elsewhere.port}/more>; rel="next"', "X-Next-Page": "2"}

        def lies(request: Request) -> Reply:
            more = link if request.number == 1 else {}
            return Reply(200, b"[]", {"Content-Type": "application/json", **more})

        place.wire.instead = lies
        assert place.forge.labels() == ()
    assert (elsewhere.asked, len(place.wire.seen)) == ([], 2)


NONSENSE = [b"", b"<html>", b"{}", b"[7]", b'[{"number": "x"}]', b"[" * 100_000]


@pytest.mark.parametrize("body", NONSENSE, ids=lambda body: repr(body[:12]))
@pytest.mark.parametrize("ask", READINGS.values(), ids=READINGS.keys())
def test_an_answer_that_makes_no_sense_is_a_refusal_or_nothing(
    place: Place, ask: Callable[[Place], object], body: bytes
) -> None:
    place.wire.instead = lambda _: Reply(200, body, {"Content-Type": "application/json"})
    if len(body) > sys.getrecursionlimit():
        gc.collect()  # what is cleared away at the bottom of so deep a reading would be a fault of its own
    said = told(place, ask)
    assert said in {"()", "None"} or said.startswith(place.name)
    assert place.token not in said


def test_an_answer_without_end_is_not_read_to_its_end(place: Place) -> None:
    place.wire.instead = lambda _: Reply(200, b'[{"name": "' + b"x" * 21_000_000 + b'"}]')
    with pytest.raises(Refusal):
        place.forge.labels()


def test_an_answer_that_drips_is_not_waited_for(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "WHOLE", 0.0)
    with pytest.raises(Refusal):
        place.forge.labels()


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 410, 418, 422])
def test_a_refusal_of_the_forge_is_told_without_its_words_and_without_the_token(
    place: Place, status: int
) -> None:
    words = b'{"message": "no: made-up-token, patron Mair Prosser"}'
    opened(place, "p-first")
    place.wire.instead = lambda _: Reply(status, words, {"Content-Type": "application/json"})
    with pytest.raises(Refusal) as refusal:
        place.forge.open(written("p-k7f2"))
    assert str(status) in str(refusal.value)
    assert "Prosser" not in str(refusal.value)


def test_nothing_that_can_be_printed_holds_the_token(place: Place) -> None:
    opened(place)
    assert place.token not in repr(place.forge)
    assert place.token.encode() not in b"".join(exchange.request.body for exchange in place.wire.seen)
    assert all(place.token not in exchange.request.target for exchange in place.wire.seen)
