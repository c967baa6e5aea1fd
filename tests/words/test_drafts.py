"""What is written and said: the example desk's drafts as they read, and what a draft never does."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

from conftest import Golden
from desk_writing import WrittenDesk, write_desk
from deskdiary.words.day_of_drafts import day_of_drafts
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
    made = day_of_drafts(WrittenDesk(TOP).today().plan, wording())
    assert made.problems == ()
    return {draft.file: draft for draft in made.drafts}


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
    assert (
        "The general e-mail with this news will come to you as well, through research-postgraduates."
        in adaeze.text
    )
    assert "general e-mail" not in yuqing.text, "she is on another list"


def test_the_call_to_the_elderly_academic_says_when_to_ring_and_offers_to_renew() -> None:
    card = of_the_examples()["p-k7f2.txt"].text
    assert "NUMBER    +44 29 2018 0146" in card
    assert "HOURS     before noon" in card
    assert "“Chapels of the Upper Vale” is due back on Friday 27 November.\nOffer to renew it." in card
    assert "It cannot be renewed: ask when it can come back" in card
    assert "    for: loan-due/30117742/2026-11-27" in card


def test_what_a_card_asks_to_be_noted_settles_what_it_is_about(tmp_path: Path) -> None:
    note = "name: Professor Prosser\nreads_email: rarely\nphone: 029 2018 0146\n"
    loan = "loans: [{title: Chapels, due: 2026-03-10}]\n"
    draft = the_draft(tmp_path / "before", note + loan, "2026-03-09")
    noted = draft.record.replace("about: ", "about: Will bring it").rstrip()
    after = write_desk(tmp_path / "after", f"{note}{loan}contacts:\n{noted}\n").on("2026-03-09")
    assert after.states() == {"loan-due/chapels/2026-03-10": "done"}
    assert after.problems() == []


def test_somebody_left_alone_is_not_even_a_name_in_a_draft() -> None:
    assert "p-h6t9" not in {draft.patron for draft in of_the_examples().values()}
    assert not any("Ashdown" in draft.text for draft in of_the_examples().values())


def test_our_reminder_for_somebody_left_alone_makes_no_draft(tmp_path: Path) -> None:
    text = """
    name: Mr Ashdown
    attention: leave alone
    phone: 029 2018 0171
    email: kenneth.ashdown@example.org
    reminders: [{date: 2026-03-09, about: Keep the corner table free}]
    """
    assert write_desk(tmp_path, text).on("2026-03-09").the_follow_up().draft is None
    assert drafts_of(tmp_path, text, "2026-03-09") == []


def test_what_we_remind_ourselves_of_is_not_written_to_the_patron(tmp_path: Path) -> None:
    for means in ("email: lin@example.org", "prefers: letter\naddress: 1 Chapel Row"):
        note = f"name: Lin Yuqing\n{means}\nreminders: [{{date: 2026-03-09, about: She owes us an answer}}]\n"
        draft = the_draft(tmp_path / means[:5], note, "2026-03-09")
        assert "She owes us an answer" not in draft.text + draft.subject


def test_several_loans_are_one_sentence_each_in_one_letter(tmp_path: Path) -> None:
    draft = the_draft(
        tmp_path,
        """
        name: Miss Dilys Hopkin
        greet: Miss Hopkin
        reads_email: never
        prefers: letter
        address: |
          Bryn Awel
          Porth Gwynt
        loans:
          - {title: Schools, due: 2026-03-10, renewable: true}
          - {title: Chapels, due: 2026-03-11, renewable: false}
        """,
        "2026-03-09",
    )
    assert draft.text.splitlines()[:8] == [
        "Miss Dilys Hopkin",
        "Bryn Awel",
        "Porth Gwynt",
        "",
        "9 March 2026",
        "",
        "Dear Miss Hopkin,",
        "",
    ]
    assert "- “Schools”: Tuesday 10 March" in draft.text
    assert "- “Chapels”: Wednesday 11 March (this one cannot be renewed)" in draft.text


def test_two_reasons_are_one_email_with_a_subject_for_both(tmp_path: Path) -> None:
    draft = the_draft(
        tmp_path,
        """
        name: Lin Yuqing
        email: lin.yuqing@example.org
        loan_reminders: personal
        loans: [{title: Atlas, due: 2026-03-10}]
        requests: [{for: map-vault, asked: 2025-11-04}]

        # resources/map-vault.md
        title: MapVault
        trial: {from: 2026-03-09, to: 2026-03-27}
        """,
        "2026-03-09",
    )
    assert draft.subject == "Your library loan, and one more thing"
    assert "“Atlas” is due back on Tuesday 10 March." in draft.text
    assert "There is good news of “MapVault” too, which you asked us about in November 2025" in draft.text


@pytest.mark.parametrize(
    ("on", "said"),
    [
        pytest.param("2026-03-10", "“Chapels” is due back on Tuesday 10 March.", id="on its last day"),
        pytest.param("2026-03-11", "“Chapels” was due back on Tuesday 10 March.", id="the day after"),
        pytest.param("2027-01-05", "“Chapels” was due back on Tuesday 10 March 2026.", id="the year after"),
    ],
)
def test_a_loan_is_spoken_of_as_of_the_day(tmp_path: Path, on: str, said: str) -> None:
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
