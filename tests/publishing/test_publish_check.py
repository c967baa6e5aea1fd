"""`deskdiary publish-check` as a workflow runs it, against a server that stands in for GitHub's API."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from processes import Ran, deskdiary
from serving import Certificate, Reply, StandIn, free_port, stand_in

pytestmark = pytest.mark.server
DESK = "vale-library/desk"
TOKEN = "ghs_invented-for-these-tests"
REPOSITORY, PAGES = f"/repos/{DESK}", f"/repos/{DESK}/pages"


def says(facts: object, status: int = 200) -> Reply:
    return Reply(status, json.dumps(facts).encode(), {"Content-Type": "application/json; charset=utf-8"})


PRIVATE = says({"full_name": DESK, "private": True, "visibility": "private"})
CLOSED = says({"public": False, "html_url": "https://vale.example.org/"})


@pytest.fixture
def forge(certificate: Certificate) -> Iterator[StandIn]:
    """GitHub, where the desk is in a private repository that has private Pages."""
    with stand_in(certificate) as server:
        server.replies.update({REPOSITORY: PRIVATE, PAGES: CLOSED})
        yield server


@pytest.fixture
def environment(forge: StandIn, certificate: Certificate) -> dict[str, str]:
    """What a workflow has in its environment."""
    return {
        "GITHUB_API_URL": forge.url,
        "GITHUB_REPOSITORY": DESK,
        "GITHUB_TOKEN": TOKEN,
        "SSL_CERT_FILE": str(certificate.file),
        "NO_PROXY": "127.0.0.1",
    }


def check(target: str, environment: dict[str, str], *more: str | Path) -> Ran:
    """The verb, run as a process; whatever comes of it, the token is in nothing that it prints."""
    ran = deskdiary("publish-check", "--target", target, *more, cwd=None, **environment)
    assert TOKEN not in ran.out + ran.err
    return ran


def test_an_artefact_of_a_private_repository_is_proven_private(environment: dict[str, str]) -> None:
    ran = check("artifact", environment)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Proven private: the repository vale-library/desk is private.\n"


def test_private_pages_are_proven_private(environment: dict[str, str], forge: StandIn) -> None:
    assert check("pages", environment).code == 0
    assert [made.path for made in forge.asked] == [REPOSITORY, PAGES]
    assert {made.headers["authorization"] for made in forge.asked} == {f"Bearer {TOKEN}"}


def test_public_pages_are_refused_with_the_reason(environment: dict[str, str], forge: StandIn) -> None:
    forge.replies[PAGES] = says({"public": True})
    ran = check("pages", environment)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Refused: this place is not proven private.\n  The Pages site is public:")


@pytest.mark.parametrize("status", [204, 404, 500])
def test_pages_that_cannot_be_asked_about_are_refused(
    environment: dict[str, str], forge: StandIn, status: int
) -> None:
    forge.replies[PAGES] = says({"public": False}, status)
    assert check("pages", environment).code == 1


def test_a_repository_that_moved_is_not_followed(environment: dict[str, str], forge: StandIn) -> None:
    forge.replies[REPOSITORY] = Reply(301, headers={"Location": f"{forge.url}/repositories/1"})
    forge.replies["/repositories/1"] = PRIVATE
    ran = check("artifact", environment)
    assert ran.code == 1
    assert "name the repository as it is called now" in ran.err
    assert [made.path for made in forge.asked] == [REPOSITORY]


def test_an_answer_without_end_is_not_read_to_its_end(environment: dict[str, str], forge: StandIn) -> None:
    kind = {"Content-Type": "application/json"}
    forge.replies[REPOSITORY] = Reply(200, PRIVATE.body.ljust(1_000_001), kind)
    assert "at greater length" in check("artifact", environment).err
    forge.replies[REPOSITORY] = Reply(200, PRIVATE.body.ljust(1_000_000), kind)
    assert check("artifact", environment).code == 0


def test_a_packed_answer_is_not_unpacked(environment: dict[str, str], forge: StandIn) -> None:
    packed = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    forge.replies[REPOSITORY] = Reply(200, b"\x1f\x8b\x08\x00", packed)
    assert check("artifact", environment).code == 1
    assert forge.asked[0].headers["accept-encoding"] == "identity"


def test_an_answer_that_breaks_off_is_no_answer(environment: dict[str, str], forge: StandIn) -> None:
    longer = {"Content-Type": "application/json", "Content-Length": "9999", "Connection": "close"}
    forge.replies[REPOSITORY] = Reply(200, PRIVATE.body, longer)
    ran = check("artifact", environment)
    assert (ran.code, ran.out) == (1, "")


def test_hostile_words_of_a_server_are_not_repeated(environment: dict[str, str], forge: StandIn) -> None:
    forge.replies[REPOSITORY] = says({"message": f"::error::\x1b[2J{TOKEN}", "visibility": "::stop"})
    ran = check("artifact", environment)
    assert ran.code == 1
    assert "::" not in ran.err
    assert "\x1b" not in ran.err


def test_a_server_that_is_not_there_is_a_no(environment: dict[str, str]) -> None:
    away = {**environment, "GITHUB_API_URL": f"https://127.0.0.1:{free_port()}"}
    ran = check("artifact", away)
    assert ran.code == 1
    assert "could not be reached" in ran.err


def test_a_certificate_nobody_vouches_for_is_a_no_and_never_sees_the_token(
    environment: dict[str, str], forge: StandIn
) -> None:
    ran = check("artifact", {name: value for name, value in environment.items() if name != "SSL_CERT_FILE"})
    assert ran.code == 1
    assert "certificate" in ran.err
    assert forge.asked == []


def test_a_missing_list_of_certificates_is_a_no(environment: dict[str, str], tmp_path: Path) -> None:
    ran = check("artifact", {**environment, "SSL_CERT_FILE": str(tmp_path / "none.pem")})
    assert ran.code == 1
    assert "Refused:" in ran.err


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"GITHUB_TOKEN": ""}, "GITHUB_TOKEN holds no token"),
        ({"GITHUB_TOKEN": f"{TOKEN}\nX-Other: 1"}, "GITHUB_TOKEN holds no token"),
        ({"GITHUB_REPOSITORY": ""}, "no repository is named"),
        ({"GITHUB_REPOSITORY": "vale-library/desk/../../user"}, "no repository is named"),
        ({"GITHUB_API_URL": "http://127.0.0.1:1"}, "GITHUB_API_URL has to be a plain https address"),
    ],
)
def test_what_is_missing_or_out_of_form_is_refused_before_anybody_is_asked(
    environment: dict[str, str], forge: StandIn, changed: dict[str, str], reason: str
) -> None:
    ran = check("pages", {**environment, **changed})
    assert ran.code == 1
    assert reason in ran.err
    assert forge.asked == []


def test_a_server_without_its_address_is_wrong_usage() -> None:
    ran = deskdiary("publish-check", "--target", "server")
    assert ran.code == 2
    assert "--url" in ran.err


def test_a_server_over_plain_http_is_refused(tmp_path: Path) -> None:
    ran = deskdiary("publish-check", "--target", "server", "--url", "http://127.0.0.1:1", "--root", tmp_path)
    assert ran.code == 1
    assert "https" in ran.err


def test_a_server_cannot_be_tried_before_there_is_a_site(tmp_path: Path) -> None:
    url = f"https://127.0.0.1:{free_port()}"
    ran = deskdiary("publish-check", "--target", "server", "--url", url, "--root", tmp_path)
    assert ran.code == 1
    assert "build it first" in ran.err


def built_site(root: Path) -> None:
    for path in ("index.html", "search/names.html", "drafts/p-r8d4.eml", "patrons/p-k7f2.html"):
        (root / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "site" / path).write_text("Professor Prosser", encoding="utf-8")


def test_a_server_that_shows_its_drafts_to_anybody_is_refused(
    certificate: Certificate, tmp_path: Path, environment: dict[str, str]
) -> None:
    built_site(tmp_path)
    with stand_in(certificate, lambda made: Reply(200 if made.path.endswith(".eml") else 401)) as site:
        ran = check("server", environment, "--url", site.url, "--root", tmp_path)
    assert ran.code == 1
    assert "  /drafts/p-r8d4.eml: the server shows it to anybody (status 200)." in ran.err
    assert "p-k7f2" not in ran.err
    assert {"authorization", "cookie"}.isdisjoint({name for made in site.asked for name in made.headers})


def test_a_server_that_leads_strangers_to_the_sign_in_page_is_proven_private(
    certificate: Certificate, tmp_path: Path, environment: dict[str, str]
) -> None:
    built_site(tmp_path)
    there = {"Location": "/oauth2/sign_in?rd=/", "Set-Cookie": "csrf=1"}
    with stand_in(certificate, lambda _: Reply(302, headers=there)) as site:
        ran = check("server", environment, "--url", f"{site.url}/", "--root", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert {made.path for made in site.asked} >= {"/", "/patrons/p-k7f2.html", "/search/names.html"}
    assert {"authorization", "cookie"}.isdisjoint({name for made in site.asked for name in made.headers})
