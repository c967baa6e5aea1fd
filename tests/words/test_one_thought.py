"""Several things for one person read as one thought: the most pressing first, and thanks said once."""

from pathlib import Path

import pytest

from desk_writing import write_desk
from deskdiary.words.draft import Draft, drafts
from shipped_words import wording

EVERYTHING = """
name: Lin Yuqing
greet: Yuqing
email: lin.yuqing@example.org
loan_reminders: personal
keep_in_touch: 3 months
lists: [all-readers]
loans: [{title: Tides, due: 2026-11-27, renewable: true}]
requests:
  - {for: harbours, asked: 2026-06-02}
  - {for: The Lost Hymnal, asked: 2026-05-02}
reminders: [{date: 2026-11-24, about: She owes us an answer}]
contacts:
  - date: 2026-08-20
    how: phone
    about: Told her that the publisher is slow
    for: request-waiting/the-lost-hymnal/2026-07-31

# resources/harbours.md
title: Harbours
available: 2026-11-23
announce_to: [all-readers]
"""


def the_draft(root: Path, note: str, day: str = "2026-11-24") -> Draft:
    (draft,) = drafts(write_desk(root, note).on(day).plan, wording())
    return draft


def test_a_message_about_everything_is_one_message(tmp_path: Path) -> None:
    draft = the_draft(tmp_path, EVERYTHING)
    assert draft.subject == "Not forgotten, and more"
    assert draft.text.count("Dear Yuqing,") == draft.text.count("With good wishes,") == 1
    assert "She owes us an answer" not in draft.text
    assert draft.text.count("general e-mail") == 1
    assert "I last told you of it on 20 August." in draft.text


def test_the_most_pressing_thing_comes_first_and_the_next_takes_it_up(tmp_path: Path) -> None:
    note = EVERYTHING.replace("keep_in_touch: 3 months\n", "").replace(
        "  - {for: The Lost Hymnal, asked: 2026-05-02}\n", ""
    )
    draft = the_draft(tmp_path, note)
    assert draft.subject == "What you asked us for is here, and one more thing"
    assert draft.says == (
        "In June you asked us for “Harbours”. It is here now.\n\n"
        "One other thing: “Tides” is due back on Friday 27 November. If you would like to keep it longer, "
        "a word in reply is enough and I will renew it for you."
    )


def test_thanks_are_said_where_nothing_follows_them(tmp_path: Path) -> None:
    note = "name: Ada\nemail: ada@example.org\nrequests: [{for: harbours, asked: 2026-06-02}]\n"
    resource = "# resources/harbours.md\ntitle: Harbours\navailable: 2026-11-23\n"
    alone = the_draft(tmp_path / "a", note + resource)
    assert alone.says.endswith("Thank you for telling us of it.")
    both = the_draft(
        tmp_path / "b", f"{note}loan_reminders: personal\nloans: [{{title: T, due: 2026-11-26}}]\n{resource}"
    )
    assert "Thank you" not in both.says


def test_a_reminder_alone_leaves_the_words_to_whoever_writes(tmp_path: Path) -> None:
    draft = the_draft(
        tmp_path, "name: Ada\nemail: ada@example.org\nreminders: [{date: 2026-11-24, about: Ask her}]\n"
    )
    assert draft.unfinished
    assert draft.text.startswith("Dear Ada,\n\n…\n\nWith good wishes,")
    assert draft.subject == "From the library"


@pytest.mark.parametrize(
    ("contacts", "said"),
    [
        pytest.param(
            "since: 2026-02-02", "You joined us on 2 February, and", id="nobody has been in touch yet"
        ),
        pytest.param(
            "contacts: [{date: 2026-08-20, how: phone, about: Maps}]",
            "since we spoke on the telephone, on 20 August, and",
            id="by telephone",
        ),
        pytest.param(
            "contacts: [{date: 2025-08-20, how: letter, about: Maps}]",
            "since we were in touch, on 20 August 2025, and",
            id="by letter, last year",
        ),
    ],
)
def test_the_last_contact_is_recalled_and_what_it_was_about_is_not(
    tmp_path: Path, contacts: str, said: str
) -> None:
    note = f"name: Ada\nemail: ada@example.org\nkeep_in_touch: 3 months\n{contacts}\n"
    draft = the_draft(tmp_path, note)
    assert said in draft.says
    assert "Maps" not in draft.says


def test_a_card_tells_what_they_said_and_when_one_last_spoke(tmp_path: Path) -> None:
    note = """
    name: Ada
    phone: 029 2018 0101
    reads_email: rarely
    language: cy
    requests: [{for: harbours, asked: 2026-06-02, note: For her sermon}]
    contacts: [{date: 2026-08-20, how: phone, about: Talked of the weather}]

    # resources/harbours.md
    title: Harbours
    available: 2026-11-23
    """
    card = the_draft(tmp_path, note).text
    assert "LANGUAGE  Welsh" in card
    assert "LAST TIME 20 August 2026, by phone: Talked of the weather" in card
    assert "What they said: For her sermon" in card
    assert "In June they asked for “Harbours”." in card


def test_what_the_note_says_of_a_request_is_not_for_a_letter(tmp_path: Path) -> None:
    note = """
    name: Ada
    email: ada@example.org
    requests: [{for: harbours, asked: 2026-06-02, note: For her sermon}]

    # resources/harbours.md
    title: Harbours
    available: 2026-11-23
    """
    assert "sermon" not in the_draft(tmp_path, note).text


def test_a_trial_that_is_over_is_not_spoken_of_as_if_it_were_not(tmp_path: Path) -> None:
    note = """
    name: Ada
    email: ada@example.org
    requests: [{for: atlas, asked: 2026-06-02}]
    contacts: [{date: 2026-11-02, how: email, about: Told her, for: trial-opens/atlas/2026-11-02}]

    # resources/atlas.md
    title: The Atlas
    url: https://atlas.example.org/
    trial: {from: 2026-11-02, to: 2026-11-20}
    """
    draft = the_draft(tmp_path, note)
    assert draft.subject == "Now that the trial is over"
    assert "ended on Friday 20 November." in draft.says
    assert "https://" not in draft.says
