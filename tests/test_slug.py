"""The part of an id that names its subject, the same on every machine and for ever."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskdiary.day.occasion_id import parse_short_id
from deskdiary.folding import fold
from deskdiary.slug import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chapels of the Upper Vale", "chapels-of-the-upper-vale"),
        ("  A Harbour Master's Daybook, 1871–1880 ", "a-harbour-master-s-daybook-1871-1880"),
        ("30117742", "30117742"),
        ("Café Noir", "cafe-noir"),
        ("Église", "e-glise"),
        ("ﬁrst № ２", "first-no-2"),
        ("C++ / C#", "c-c"),
        # As `printf %s خرائط | sha256sum` begins: nothing is left of these in plain letters.
        ("خرائط", "x7993c3ea"),
        ("!!!", "xe84c538e"),
    ],
)
def test_a_title_as_part_of_an_id(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_whatever_the_title_it_makes_an_id_that_can_be_typed_and_read_back(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert slug(made) == made
    parsed = parse_short_id(f"loan-due/{made}/2026-03-10")
    assert parsed is not None
    assert parsed[:2] == ("loan-due", made)


def test_two_ways_of_writing_one_letter_make_one_id() -> None:
    assert slug("Zoe\u0308") == slug("Zo\u00eb")
    assert slug("\u0438\u0306") == slug("\u0439"), "in Cyrillic too, where nothing is left but the digest"


@pytest.mark.parametrize(
    "text",
    [
        "loan-due/atlas",
        "loan-due/atlas/2026-3-10",
        "loan-due/atlas/2026-02-30",
        "loan-due/Atlas/2026-03-10",
        "loan-due//2026-03-10",
        "lunch/atlas/2026-03-10",
        "p-test/loan-due/atlas/2026-03-10",
        "loan-due/atlas/2026-03-10\n",
        "loan-due/atlas/٢٠٢٦-٠٣-١٠",
    ],
)
def test_what_is_no_id(text: str) -> None:
    assert parse_short_id(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Historic Maps Online", " historic   maps\u00a0ONLINE "),
        ("Straße", "STRASSE"),
        ("Zo\u00eb", "zoe\u0308"),
    ],
)
def test_what_counts_as_the_same_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Maps", "Map s"), ("Cafe", "Café"), ("1", "١")])
def test_what_does_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)
