"""The truth table of privacy on the forge: one way to say yes, and everything else is a no."""

import json
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskdiary.publishing.answer import Answer, Said, Silence
from deskdiary.publishing.asked_for import https_address, repository_named, token_of
from deskdiary.publishing.on_the_forge import artifact, pages
from deskdiary.publishing.verdict import Proven, Refused, Verdict

DESK = "vale-library/desk"
ABSENT = object()
Json = object


def says(facts: Json, status: int = 200, media_type: str = "application/json; charset=utf-8") -> Answer:
    return Answer(status, media_type, json.dumps(facts).encode())


def repository(**changed: Json) -> dict[str, Json]:
    facts = {"full_name": DESK, "private": True, "visibility": "private", "default_branch": "main", **changed}
    return {name: fact for name, fact in facts.items() if fact is not ABSENT}


PRIVATE = says(repository())
CLOSED = says({"public": False, "status": "built"})


def why(verdict: Verdict) -> str:
    assert isinstance(verdict, Refused), "it should have been refused"
    assert verdict.reasons
    return " ".join(verdict.reasons)


def test_a_private_repository_may_keep_the_site_as_its_artefact() -> None:
    assert artifact(DESK, PRIVATE) == Proven("the repository vale-library/desk is private")


def test_private_pages_of_a_private_repository_may_have_the_site() -> None:
    assert isinstance(pages(DESK, PRIVATE, CLOSED), Proven)


FLAGS: tuple[Json, ...] = (True, False, None, 1, 0, "true", "True", [], [True], {}, ABSENT)
VISIBILITIES: tuple[Json, ...] = (
    *("private", "public", "internal", "Private", " private", "", "secret"),
    *(None, True, ["private"], ABSENT),
)
NAMES: tuple[Json, ...] = (DESK, "Vale-Library/Desk", "vale-library/other", "", None, 7, ABSENT)


def test_of_all_that_a_repository_may_be_said_to_be_only_one_is_private() -> None:
    proven = {
        repr((flag, visibility, name))
        for flag, visibility, name in product(FLAGS, VISIBILITIES, NAMES)
        if isinstance(
            artifact(DESK, says(repository(private=flag, visibility=visibility, full_name=name))), Proven
        )
    }
    assert proven == {repr((True, "private", name)) for name in (DESK, "Vale-Library/Desk")}


@pytest.mark.parametrize("flag", [flag for flag in FLAGS if flag is not True])
def test_a_repository_not_exactly_private_is_a_no(flag: Json) -> None:
    assert "does not say that it is private" in why(artifact(DESK, says(repository(private=flag))))


@pytest.mark.parametrize("public", [flag for flag in FLAGS if flag is not False])
def test_pages_not_exactly_closed_are_a_no(public: Json) -> None:
    facts = {} if public is ABSENT else {"public": public}
    assert "Pages" in why(pages(DESK, PRIVATE, says(facts)))


def test_a_private_repository_alone_does_not_make_its_pages_private() -> None:
    reason = why(pages(DESK, PRIVATE, says({"public": True})))
    assert "anybody on earth could read it" in reason
    assert "Enterprise Cloud" in reason


def test_private_pages_do_not_make_up_for_a_public_repository() -> None:
    said = says(repository(private=False, visibility="public"))
    assert why(pages(DESK, said, CLOSED)).startswith("The repository is public")


def test_an_internal_repository_is_open_to_the_whole_enterprise() -> None:
    assert "everybody in the enterprise" in why(artifact(DESK, says(repository(visibility="internal"))))


@pytest.mark.parametrize("status", [status for status in range(100, 600) if status != 200])
def test_the_right_words_under_another_status_are_a_no(status: int) -> None:
    assert f"(status {status})" in why(artifact(DESK, says(repository(), status)))
    assert f"(status {status})" in why(pages(DESK, PRIVATE, says({"public": False}, status)))


@pytest.mark.parametrize("silence", Silence)
def test_no_answer_is_a_no(silence: Silence) -> None:
    assert str(silence) in why(artifact(DESK, silence))
    assert str(silence) in why(pages(DESK, PRIVATE, silence))
    assert str(silence) in why(pages(DESK, silence, CLOSED))


YES = json.dumps(repository())
HOSTILE = {
    "nothing at all": b"",
    "a page": b"<!doctype html><title>Sign in</title>",
    "a list": f"[{YES}]".encode(),
    "a text": json.dumps(YES).encode(),
    "half of it": YES.encode()[:-1],
    "something behind it": YES.encode() + b"{}",
    "a thing said twice": YES.replace('"private": true', '"private": false, "private": true').encode(),
    "not UTF-8": YES.replace("main", "\udcff").encode("utf-8", "surrogateescape"),
    "sixteen bits": YES.encode("utf-16"),
    "a byte-order mark": b"\xef\xbb\xbf" + YES.encode(),
    "no end of brackets": b"[" * 200_000,
    "a number without end": b'{"id": ' + b"9" * 10_000 + b"}",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_what_is_not_one_plain_object_is_a_no(body: bytes) -> None:
    assert "cannot read as facts" in why(artifact(DESK, Answer(200, "application/json", body)))


@pytest.mark.parametrize("media_type", ["", "text/html", "text/plain", "application/jsonp", "json", "*/*"])
def test_the_right_words_as_something_other_than_json_are_a_no(media_type: str) -> None:
    assert "cannot read as facts" in why(artifact(DESK, says(repository(), media_type=media_type)))


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.sampled_from(["private", "public"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)


@given(private=JSON_VALUES, visibility=JSON_VALUES, public=JSON_VALUES)
def test_whatever_is_said_the_answer_is_yes_only_for_exactly_the_three_facts(
    private: Json, visibility: Json, public: Json
) -> None:
    verdict = pages(DESK, says(repository(private=private, visibility=visibility)), says({"public": public}))
    assert isinstance(verdict, Proven) == (private is True and visibility == "private" and public is False)


@given(st.sampled_from(["private", "visibility", "full_name", "public"]), st.text(min_size=1))
def test_a_reason_repeats_nothing_of_what_was_said(name: str, text: str) -> None:
    marked = f"\x1b[2J::set-output {text}"
    said: tuple[Said, Said] = (says(repository(**{name: marked})), says({name: marked}))
    assert "\x1b" not in why(pages(DESK, *said))
    assert "::" not in why(pages(DESK, *said))


@pytest.mark.parametrize(
    "text",
    [
        *("", "desk", "/desk", "vale/", "vale/desk/pages", "../vale", "vale/..", "vale/.", "vale/desk?x=1"),
        *("vale/desk#", "vale/de sk", "vale/desk\n", "vale\n/desk", "vále/desk", "vale/%2e%2e", "-vale/desk"),
    ],
)
def test_what_is_no_repositorys_name_is_never_asked_for(text: str) -> None:
    assert repository_named(text) is None


@pytest.mark.parametrize(
    "text", ["vale-library/desk", "Vale/Desk.Diary_2", "a/b", "evans_vale/desk", "vale/..desk"]
)
def test_a_repositorys_name_is_taken_as_it_is(text: str) -> None:
    assert repository_named(text) == text


@pytest.mark.parametrize(
    "text", ["", "two words", "line\nend", "line\r\nX-Other: 1", "tökén", "\x00", "x" * 5000]
)
def test_what_cannot_be_one_header_is_no_token(text: str) -> None:
    assert token_of(text) is None


def test_a_token_is_never_shown() -> None:
    token = token_of("ghs_made-up.for.this_test")
    assert token is not None
    assert "made-up" not in f"{token} {token!r}"


@pytest.mark.parametrize(
    "text",
    [
        *("", "diary.example.org", "http://diary.example.org", "ftp://diary.example.org", "https://"),
        *("https:///x", "https://ep:word@diary.example.org", "https://diary.example.org?x", "https://[::1"),
        *("https://diary.example.org#x", "https://diary.example.org:port", "https://diary.example.org/ a"),
        "https://diary.example.org/\x1b[2J",
    ],
)
def test_what_is_no_plain_https_address_is_not_asked(text: str) -> None:
    assert https_address(text) is None


@pytest.mark.parametrize(
    "text", ["https://diary.example.org", "https://diary.example.org:8443/desk", "https://[::1]"]
)
def test_an_https_address_is_taken_without_its_last_slash(text: str) -> None:
    assert https_address(f"{text}/") == https_address(text) == text
