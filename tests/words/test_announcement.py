"""The general e-mail: once for each list, when there is news for it, and it names nobody."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from desk_writing import write_desk
from deskdiary.words.announcement import announcements
from deskdiary.words.draft import Draft
from deskdiary.words.message import draft_bytes, mailto, message_id
from shipped_words import wording

TRIAL = """
# resources/atlas.md
title: The Vale Atlas
trial: {from: 2026-11-24, to: 2026-12-18}
announce_to: [history-staff, all-readers]

# library.yml
library: Small Library
country: GB
closed: [2026-11-25]
staff:
  ep: {name: Elin Pryce, email: elin.pryce@example.org}
  jl: {name: Joy Lawal, away: [{from: 2026-11-23, to: 2026-11-27, cover: ep}]}
"""


def on(root: Path, text: str, day: str) -> list[Draft]:
    return list(announcements(write_desk(root, text).on(day).plan, wording()))


def test_each_list_gets_one_when_a_trial_opens(tmp_path: Path) -> None:
    made = on(tmp_path, TRIAL, "2026-11-24")
    assert [(draft.file, draft.mailing_list) for draft in made] == [
        ("list-all-readers.eml", "all-readers"),
        ("list-history-staff.eml", "history-staff"),
    ]
    assert made[0].subject == "The Vale Atlas: on trial until Friday 18 December"
    assert "The Vale Atlas is on trial from today until Friday 18 December." in made[0].text
    assert made[0].text.endswith("With good wishes,\n\nElin Pryce\nSmall Library")


@pytest.mark.parametrize(
    ("day", "drafted"),
    [
        pytest.param("2026-11-23", False, id="the day before"),
        pytest.param("2026-11-24", True, id="the day itself"),
        pytest.param("2026-11-25", True, id="a closed day, which does not count"),
        pytest.param("2026-11-27", True, id="two open days later"),
        pytest.param("2026-11-28", False, id="after that"),
    ],
)
def test_it_is_there_as_long_as_those_who_asked_are_to_be_told(
    tmp_path: Path, day: str, *, drafted: bool
) -> None:
    assert bool(on(tmp_path, TRIAL, day)) is drafted


def test_two_things_for_one_list_are_one_email(tmp_path: Path) -> None:
    more = "# resources/harbours.md\ntitle: Harbours\navailable: 2026-11-23\nannounce_to: [All-Readers]\n"
    first, second = on(tmp_path, more + TRIAL, "2026-11-24")
    assert (first.mailing_list, first.subject) == ("all-readers", "New from the library")
    assert "Harbours is now here." in first.text
    assert "The Vale Atlas is on trial" in first.text
    assert "Harbours" not in second.text
    assert message_id(first) != message_id(second)


def test_lists_whose_names_come_to_one_file_have_two(tmp_path: Path) -> None:
    made = on(
        tmp_path, TRIAL.replace("history-staff, all-readers", '"All readers", all-readers'), "2026-11-24"
    )
    assert len({draft.file for draft in made}) == len(made) == 2


def test_nothing_is_said_of_what_was_turned_down_or_names_no_list(tmp_path: Path) -> None:
    declined = TRIAL.replace("title: The", "status: declined\ntitle: The")
    assert on(tmp_path / "a", declined, "2026-11-24") == []
    assert on(tmp_path / "b", TRIAL.replace("announce_to", "topics"), "2026-11-24") == []


def test_whoever_looks_after_the_thing_signs_or_her_cover(tmp_path: Path) -> None:
    text = TRIAL.replace("title: The", "staff: jl\ntitle: The")
    assert {draft.staff.key for draft in on(tmp_path, text, "2026-11-24") if draft.staff} == {"ep"}


def test_it_is_a_message_to_no_address_yet(tmp_path: Path) -> None:
    draft = on(tmp_path, TRIAL, "2026-11-24")[0]
    message = message_from_bytes(draft_bytes(draft), policy=policy.default)
    assert message["To"] is None
    assert str(message["From"]) == "Elin Pryce <elin.pryce@example.org>"
    assert mailto(draft) is None


def test_a_welsh_library_writes_it_in_welsh(tmp_path: Path) -> None:
    draft = on(tmp_path, TRIAL.replace("country: GB", "country: GB\nlanguage: cy"), "2026-11-24")[0]
    assert draft.subject == "The Vale Atlas: ar brawf tan ddydd Gwener 18 Rhagfyr"
    assert draft.text.startswith(
        "Annwyl bawb,\n\nMae The Vale Atlas ar gael ar brawf o heddiw tan ddydd Gwener"
    )
