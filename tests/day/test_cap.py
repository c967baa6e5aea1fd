"""Not too much: how often somebody hears from us unasked, where the library sets a cap."""

from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk

NEWS = "may-interest/map-vault/2026-03-02"


def desk_with(root: Path, cap: str, *days: str) -> WrittenDesk:
    contacts = "\n".join(f"  - {{date: {day}, how: phone, about: A word}}" for day in days)
    return write_desk(
        root,
        f"""\
name: Dr Morgan-Lloyd
attention: personal
interests: [maps]
contacts:
{contacts}
# resources/map-vault.md
title: Map Vault
topics: [maps]
trial: {{from: 2026-03-02, to: 2026-05-29}}
# library.yml
rules: {{note-review: off, cap: {cap}}}
""",
    )


@pytest.mark.parametrize(
    ("on", "state"),
    [
        pytest.param("2026-03-09", "open", id="one contact in fourteen days"),
        pytest.param("2026-03-10", "snoozed", id="two"),
        pytest.param("2026-03-14", "snoozed", id="the last day that counts the first"),
        pytest.param("2026-03-15", "open", id="room again"),
    ],
)
def test_beyond_the_cap_news_waits_until_there_is_room(tmp_path: Path, on: str, state: str) -> None:
    desk = desk_with(tmp_path, "{contacts: 2, in_days: 14}", "2026-03-01", "2026-03-10")
    assert desk.on(on).states() == {NEWS: state}


def test_the_reason_is_the_line_that_sets_the_cap(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, "{contacts: 1}", "2026-03-10")
    standing = desk.on("2026-03-11").standing(NEWS)
    assert standing.because.text == (
        "Has been in touch with us once in 14 days: nothing unasked before 24 March 2026."
    )
    assert str(standing.because.place) == "library.yml:1"
    assert str(standing.until) == "2026-03-24"


@pytest.mark.parametrize("cap", ["off", "{in_days: 14}"])
def test_without_a_number_there_is_no_cap(tmp_path: Path, cap: str) -> None:
    desk = desk_with(tmp_path, cap, "2026-03-09", "2026-03-10", "2026-03-11")
    assert desk.on("2026-03-11").states() == {NEWS: "open"}


def test_what_somebody_asked_for_and_what_is_due_never_wait(desk: WrittenDesk) -> None:
    """
    name: Dr Morgan-Lloyd
    attention: personal
    reads_email: rarely
    keep_in_touch: 1 week
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    requests: [{for: map-vault, asked: 2025-06-23}]
    reminders: [{date: 2026-03-10, about: Give her the survey}]
    contacts: [{date: 2026-03-02, how: phone, about: A word}]
    # resources/map-vault.md
    title: Map Vault
    trial: {from: 2026-03-02, to: 2026-03-27}
    # library.yml
    rules: {note-review: off, cap: {contacts: 1, in_days: 30}}
    """
    assert desk.on("2026-03-10").states() == {
        "keep-in-touch/cadence/2026-03-09": "snoozed",
        "loan-due/atlas-of-sound/2026-03-10": "open",
        "reminder/give-her-the-survey/2026-03-10": "open",
        "trial-opens/map-vault/2026-03-02": "open",
    }


def test_what_was_not_needed_did_not_trouble_anybody(tmp_path: Path) -> None:
    desk = desk_with(tmp_path, "{contacts: 1}", "2026-03-10")
    note = desk.root / "patrons" / "p-test.md"
    text = note.read_text(encoding="utf-8").replace("about: A word", "about: A word, outcome: not needed")
    note.write_text(text, encoding="utf-8")
    assert desk.on("2026-03-11").states() == {NEWS: "open"}
