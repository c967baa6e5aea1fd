"""What comes up because time has passed: a long silence, a newcomer's first weeks, a note grown old."""

from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param("2026-02-26", {"keep-in-touch/cadence/2026-02-28": "upcoming"}, id="not yet"),
        pytest.param("2026-02-27", {"keep-in-touch/cadence/2026-02-28": "open"}, id="the Friday before"),
        pytest.param("2027-01-01", {"keep-in-touch/cadence/2026-02-28": "open"}, id="it never closes"),
    ],
)
def test_a_long_silence_is_counted_from_the_last_contact(
    desk: WrittenDesk, on: str, expected: dict[str, str]
) -> None:
    """
    name: Professor Raghunathan
    keep_in_touch: 3 months
    since: 2019-01-01
    contacts:
      - {date: 2025-11-30, how: phone, about: The orders for the year}
      - {date: 2025-06-01, how: phone, about: The reading list}
      - {date: 2025-12-20, how: other, about: Back before we rang, outcome: not needed}
      - {date: 2027-03-01, how: phone, about: Not yet}
    """
    assert desk.on(on).states() == expected


def test_who_never_heard_from_us_is_counted_from_when_they_joined(desk: WrittenDesk) -> None:
    """
    name: Professor Raghunathan
    category: emeritus
    since: 2025-09-01
    # library.yml
    categories: {emeritus: {keep_in_touch: 6 months}}
    rules: {note-review: off}
    """
    assert desk.on("2026-03-02").states() == {"keep-in-touch/cadence/2026-03-01": "open"}


def test_with_nothing_to_count_from_nothing_comes_up(desk: WrittenDesk) -> None:
    """
    name: Professor Raghunathan
    keep_in_touch: 3 months
    """
    assert desk.on("2026-03-02").states() == {}


def test_a_call_that_keeps_in_touch_is_done_and_the_next_is_counted_from_it(desk: WrittenDesk) -> None:
    """
    name: Professor Raghunathan
    keep_in_touch: 1 month
    contacts:
      - {date: 2026-01-31, how: phone, about: The orders}
      - {date: 2026-03-02, how: phone, about: A word, for: keep-in-touch/cadence/2026-02-28}
    """
    assert desk.on("2026-03-02").states() == {
        "keep-in-touch/cadence/2026-02-28": "done",
        "keep-in-touch/cadence/2026-04-02": "upcoming",
    }


@pytest.mark.parametrize(
    ("on", "state"),
    [
        pytest.param("2026-11-22", "upcoming", id="the day before"),
        pytest.param("2026-11-23", "open", id="four weeks after joining"),
        pytest.param("2027-01-22", "open", id="the last of sixty days"),
        pytest.param("2027-01-23", "missed", id="a newcomer no more"),
    ],
)
def test_a_newcomer_is_asked_how_they_get_on_where_the_category_says_so(
    desk: WrittenDesk, on: str, state: str
) -> None:
    """
    name: Lowri Haf Jenkins
    category: postgraduate
    since: 2026-10-26
    # library.yml
    categories: {postgraduate: {newcomer_check: 4 weeks}}
    rules: {note-review: off}
    """
    assert desk.on(on).states() == {"newcomer/welcome/2026-11-23": state}


def test_nobody_asks_a_newcomer_of_another_category(desk: WrittenDesk) -> None:
    """
    name: Tomos Beynon
    category: undergraduate
    since: 2026-10-26
    # library.yml
    categories: {postgraduate: {newcomer_check: 4 weeks}, undergraduate: {}}
    rules: {note-review: off}
    """
    assert desk.on("2026-11-24").states() == {}


@pytest.mark.parametrize(
    ("base", "date"),
    [
        pytest.param("reviewed: 2025-03-10", "2026-03-10", id="a year after it was looked over"),
        pytest.param("reviewed: 2024-02-29", "2025-02-28", id="a leap day's year ends on the 28th"),
        pytest.param("since: 2025-03-10", "2026-03-10", id="a year after joining"),
        pytest.param(
            "contacts: [{date: 2025-03-10, how: phone, about: A word}]",
            "2026-03-10",
            id="a year after the last contact",
        ),
    ],
)
def test_a_note_is_looked_over_a_year_after(tmp_path: Path, base: str, date: str) -> None:
    desk = write_desk(tmp_path, f"name: Harriet Coombes\n{base}\n# library.yml\nlibrary: Small Library\n")
    assert desk.on("2026-03-10").states() == {f"note-review/note/{date}": "open"}


def test_looking_over_a_note_contacts_nobody_and_is_due_within_twenty_open_days(desk: WrittenDesk) -> None:
    """
    name: Harriet Coombes
    phone: 029 2018 0190
    reviewed: 2025-03-10
    # library.yml
    library: Small Library
    """
    day = desk.on("2026-03-10")
    assert day.dates("note-review/note/2026-03-10")["due"] == "2026-04-07"
    assert (str(day.the_follow_up().way.channel), day.the_follow_up().draft) == ("desk", None)


def test_for_someone_left_alone_the_note_is_looked_over_all_the_same(desk: WrittenDesk) -> None:
    """
    name: Mr Ashdown
    attention: leave alone
    keep_in_touch: 3 months
    reviewed: 2025-03-10
    since: 2020-01-01
    # library.yml
    library: Small Library
    """
    assert desk.on("2026-03-10").states() == {
        "keep-in-touch/cadence/2020-04-01": "left alone",
        "note-review/note/2026-03-10": "open",
    }
