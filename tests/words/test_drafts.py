"""What is written and said: the example desk's drafts as they read, and what a draft never does."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from conftest import Golden
from desk_writing import WrittenDesk, write_desk
from deskdiary.words.draft import Draft, drafts
from deskdiary.words.message import draft_bytes
from deskdiary.words.wording import Wording

TOP = Path(__file__).parents[2]
EXPECTED = TOP / "tests" / "golden" / "example-desk" / "drafts"


@cache
def wording() -> Wording:
    folder = files("deskdiary") / "wording"
    return Wording({file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()})


@cache
def of_the_examples() -> dict[str, Draft]:
    return {draft.file: draft for draft in drafts(WrittenDesk(TOP).today().plan, wording())}


def drafts_of(root: Path, text: str, on: str) -> list[Draft]:
    return list(drafts(write_desk(root, text).on(on).plan, wording()))


def the_draft(root: Path, text: str, on: str) -> Draft:
    (draft,) = drafts_of(root, text, on)
    return draft


@pytest.mark.parametrize("file", sorted(of_the_examples()))
def test_a_draft_of_the_examples_reads_as_expected(file: str, golden: Golden) -> None:
    made = draft_bytes(of_the_examples()[file]).decode()
    golden(EXPECTED / file, made.replace("\r\n", "\n"))  # Git keeps them with the line ends of text


def test_no_other_drafts_are_expected() -> None:
    assert {file.name for file in EXPECTED.iterdir()} == set(of_the_examples())


def test_each_postgraduate_is_reminded_of_her_own_words_and_when_she_asked() -> None:
    adaeze, yuqing = of_the_examples()["p-r8d4.eml"], of_the_examples()["p-v5w1.eml"]
    assert "In May you asked us about “Historic Maps Online”." in adaeze.text
    assert "In June you asked us about “Tithe Map Vault”." in yuqing.text
    assert "The general announcement will come to you as well, through research-postgraduates." in adaeze.text
    assert "general announcement" not in yuqing.text, "she is on another list"


def test_the_call_to_the_elderly_academic_says_when_to_ring_and_offers_to_renew() -> None:
    card = of_the_examples()["p-k7f2.txt"].text
    assert "NUMBER    +44 29 2018 0146" in card
    assert "HOURS     before noon" in card
    assert "“Chapels of the Upper Vale” is due back on Friday 27 November.\nOffer to renew it." in card
    assert "It cannot be renewed: ask when it can come back" in card
    assert "    for: loan-due/30117742/2026-11-27" in card


def test_what_a_card_asks_to_be_noted_settles_what_it_is_about(tmp_path: Path) -> None:
    note = "name: Professor Prosser\nreads_email: rarely\nphone: 029 2018 0146\n"
    loan = "loans: [{title: Chapels, due: 2026-03-10}]"
    note = f"name: Ada\nreads_email: rarely\nphone: 029 2018 0101\n{loan}\n"
    assert said in the_draft(tmp_path, note, on).text


HOSTILE = """
name: "{{ 7 * 7 }} {% raw %} <b>Ada</b>"
email: ada@example.org
requests: [{for: "<script>alert(1)</script>", asked: 2025-11-04}]

# resources/map-vault.md
---
title: "{{ library }} [Map](javascript:alert(1))"
also_known_as: ["<script>alert(1)</script>"]
trial: {from: 2026-03-09, to: 2026-03-27}
---
See **this** [page](https://evil.example/) <img src=x onerror=alert(1)> &amp; {{ 7 * 7 }}
"""


def test_what_a_note_says_is_text_and_never_a_template_or_markup(tmp_path: Path) -> None:
    draft = the_draft(tmp_path, HOSTILE, "2026-03-09")
    assert "Dear {{ 7 * 7 }} {% raw %} <b>Ada</b>," in draft.text
    assert "under the name {{ library }} [Map](javascript:alert(1))" in draft.text
    assert "See this page <img src=x onerror=alert(1)> & {{ 7 * 7 }}" in draft.text
    assert "49" not in draft.text


def test_without_staff_nobody_signs_but_the_library(tmp_path: Path) -> None:
    draft = the_draft(
        tmp_path,
        "name: Ada\nemail: ada@example.org\nreminders: [{date: 2026-03-09, about: Ask}]\n",
        "2026-03-09",
    )
    assert draft.text.endswith("With good wishes,\n\nSmall Library")
