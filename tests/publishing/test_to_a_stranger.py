"""A stranger at the site's door: refused everywhere, or the site is not private."""

import pytest

from deskdiary.publishing.answer import Answer, Said, Silence
from deskdiary.publishing.to_a_stranger import Site, server, site_at, worth_asking
from deskdiary.publishing.verdict import Proven, Refused, Verdict

DESK = site_at("https://diary.example.org/desk", None)
SIGN_IN = "https://login.example.org/realms/library"
BUILT = (
    *("404.html", "index.html", "search/names.html", "assets/deskdiary.css", "assets/deskdiary.js"),
    *("patrons/index.html", "patrons/p-k7f2.html", "drafts/p-k7f2.txt", "drafts/p-r8d4.eml"),
    *("drafts/p-w9e5.eml", "resources/map-vault.html"),
)


def verdict_on(site: Site, **changed: Said) -> Verdict:
    """A server that refuses a stranger everywhere, but for one page of Professor Prosser's."""
    said: dict[str, Said] = dict.fromkeys(worth_asking(BUILT), Answer(401))
    return server(site, {**said, "patrons/p-k7f2.html": changed.get("prosser", Answer(403))})


def test_a_server_that_refuses_everywhere_is_private() -> None:
    assert isinstance(verdict_on(DESK), Proven)


def test_one_page_that_anybody_may_read_spoils_it_all_and_is_named() -> None:
    told = verdict_on(DESK, prosser=Answer(200))
    assert told == Refused(("/patrons/p-k7f2.html: the server shows it to anybody (status 200).",))


@pytest.mark.parametrize("status", [s for s in range(100, 600) if s not in {401, 403}])
def test_every_other_status_is_a_no(status: int) -> None:
    assert isinstance(verdict_on(DESK, prosser=Answer(status)), Refused)


@pytest.mark.parametrize("silence", Silence)
def test_a_server_that_says_nothing_is_a_no(silence: Silence) -> None:
    assert isinstance(verdict_on(DESK, prosser=silence), Refused)


def test_where_nothing_was_asked_nothing_is_proven() -> None:
    assert isinstance(server(DESK, {}), Refused)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "location",
    ["/oauth2/sign_in", "/oauth2/start?rd=%2Fdesk%2F", "https://diary.example.org:443/oauth2/sign_in?rd=/"],
)
def test_being_led_to_oauth2_proxy_beside_the_site_is_being_refused(status: int, location: str) -> None:
    assert isinstance(verdict_on(DESK, prosser=Answer(status, location=location)), Proven)


def test_being_led_to_the_sign_in_page_that_was_named_is_being_refused() -> None:
    site = site_at("https://diary.example.org", SIGN_IN)
    assert isinstance(verdict_on(site, prosser=Answer(302, location=f"{SIGN_IN}?client=desk")), Proven)
    assert isinstance(verdict_on(site, prosser=Answer(302, location="/oauth2/sign_in")), Refused)


@pytest.mark.parametrize(
    "location",
    [
        *(
            "",
            "/",
            "index.html",
            "https://diary.example.org/desk/patrons/p-k7f2.html",
            "/oauth2/sign_in/../../desk",
        ),
        *(
            "http://diary.example.org/oauth2/sign_in",
            "//elsewhere.example.org/oauth2/sign_in",
            "/oauth2/sign_in.html",
        ),
        *("https://diary.example.org:8443/oauth2/sign_in", "https://x@diary.example.org/oauth2/sign_in"),
        *(
            "https://diary.example.org.elsewhere.example/oauth2/sign_in",
            "/desk?/oauth2/sign_in",
            "https://[::1",
        ),
        *("https://diary.example.org:0443x/oauth2/sign_in", "javascript:1"),
    ],
)
def test_being_led_anywhere_else_is_a_no(location: str) -> None:
    assert isinstance(verdict_on(DESK, prosser=Answer(302, location=location)), Refused)


def test_a_stranger_tries_the_first_page_the_search_and_one_file_of_every_kind_in_every_folder() -> None:
    assert worth_asking(BUILT) == (
        *("", "index.html", "search/names.html", "404.html"),
        *("drafts/p-k7f2.txt", "drafts/p-r8d4.eml", "patrons/index.html", "patrons/p-k7f2.html"),
        "resources/map-vault.html",
    )


def test_of_a_site_without_drafts_and_patrons_made_up_ones_are_tried() -> None:
    assert {"drafts/p-0000.eml", "patrons/p-0000.html"} <= set(worth_asking(["index.html"]))
