"""The bench itself: that it can tell right from wrong, or what it proves would be nothing."""

import httpx
import pytest

from forge.emulated_github import ELIN, REPOSITORY, STRANGER, EmulatedGitHub, a_token
from forge.fault_proxy import WAIT, Fault, Wire, wire_to
from forge.openapi_check import Description
from serving import PATIENCE

pytestmark = [pytest.mark.node, pytest.mark.server]
ISSUES = f"/repos/{REPOSITORY}/issues"
GONE_WRONG = [fault for fault in Fault if "KILLED" not in fault.name]


def send(wire: Wire, method: str, path: str, **content: object) -> httpx.Response:
    """One question over the line, by a program with little patience for a forge that is slow."""
    patience = httpx.Timeout(PATIENCE, read=wire.patience)
    headers = {"Authorization": f"Bearer {a_token()}"}
    return httpx.request(method, f"{wire.url}{path}", json=content or None, headers=headers, timeout=patience)


def test_what_was_written_is_there(github: EmulatedGitHub, wire: Wire) -> None:
    answer = send(wire, "POST", ISSUES, title="p-k7f2", labels=["overdue"])
    assert (answer.status_code, [issue["title"] for issue in github.issues()]) == (201, ["p-k7f2"])
    assert [request.path for request in wire.written()] == [ISSUES]


@pytest.mark.parametrize("fault", GONE_WRONG, ids=lambda fault: fault.name.lower())
def test_a_fault_comes_before_or_after_it_was_done(github: EmulatedGitHub, wire: Wire, fault: Fault) -> None:
    wire.begin_again({1: fault})
    try:
        answer = send(wire, "POST", ISSUES, title="p-k7f2")
    except httpx.TransportError as error:
        said: object = type(error)
    else:
        said = (answer.status_code, answer.headers.get("retry-after"))
    wire.meet_the_fault()
    assert (
        said
        == {
            Fault.DROPPED_BEFORE: httpx.RemoteProtocolError,
            Fault.DROPPED_AFTER: httpx.RemoteProtocolError,
            Fault.CUT_SHORT: httpx.RemoteProtocolError,
            Fault.BROKEN_BEFORE: (500, None),
            Fault.BROKEN_AFTER: (500, None),
            Fault.GATEWAY_BEFORE: (502, None),
            Fault.GATEWAY_AFTER: (502, None),
            Fault.TOO_MANY: (429, str(WAIT)),
            Fault.SECONDARY: (403, str(WAIT)),
            Fault.SLOW_BEFORE: httpx.ReadTimeout,
            Fault.SLOW_AFTER: httpx.ReadTimeout,
        }[fault]
    )
    done = fault.name.endswith("_AFTER") or fault is Fault.CUT_SHORT
    assert len(github.issues()) == len(wire.written()) == int(done)


def test_only_the_request_that_was_named_goes_wrong(github: EmulatedGitHub, wire: Wire) -> None:
    wire.begin_again({2: Fault.BROKEN_BEFORE})
    codes = [send(wire, "POST", ISSUES, title=title).status_code for title in ("a", "b", "c")]
    assert codes == [201, 500, 201]
    assert [issue["title"] for issue in github.issues()] == ["a", "c"]


@pytest.mark.parametrize(
    ("method", "path", "content", "objection"),
    [
        pytest.param(
            "POST", ISSUES, {"titel": "p-k7f2"}, "'title' is a required property", id="a field missing"
        ),
        pytest.param(
            "POST", ISSUES, {"title": "p-k7f2", "assignes": []}, "assignes is not described", id="one unknown"
        ),
        pytest.param("GET", f"{ISSUES}?state=every", {}, "'every' is not one of", id="a value unknown"),
        pytest.param("GET", f"{ISSUES}?stat=all", {}, "stat is not described", id="a parameter unknown"),
        pytest.param("GET", f"/repos/{REPOSITORY}/isues", {}, "Path not found", id="no such path"),
    ],
)
def test_what_github_does_not_describe_is_objected_to(
    github: EmulatedGitHub,
    description: Description,
    method: str,
    path: str,
    content: dict[str, object],
    objection: str,
) -> None:
    with wire_to(github.url) as wire:
        send(wire, method, path, **content)
    said = description.objections(wire.seen)
    assert any(objection in each for each in said), said


def test_what_somebody_did_by_hand_is_seen(github: EmulatedGitHub) -> None:
    number = github.open(STRANGER, "Hello", "- [ ] one")
    github.comment(STRANGER, number, "a word")
    github.tick(ELIN, number)
    github.close(ELIN, number, "not_planned")
    issue = github.issue(number)
    assert (issue["user"]["login"], issue["closed_by"]["login"]) == (STRANGER, ELIN)
    assert (issue["body"], issue["comments"], issue["state_reason"]) == ("- [x] one", 1, "not_planned")
    role = github.act(ELIN, "GET", f"/collaborators/{STRANGER}/permission")
    assert role["role_name"] == "read"


def test_every_test_has_a_github_as_if_it_were_new(github: EmulatedGitHub) -> None:
    assert github.issues() == []
