"""Reminders that staff set themselves, once or again and again."""

from datetime import date
from itertools import count, pairwise, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_writing import WrittenDesk
from deskdiary.day.open_days import OpenDays
from deskdiary.rules.recurring import occurrences
from deskdiary.rules.rule import Day
from deskdiary.spans import Span, plus_days, plus_span

RING = "reminder/ring-about-the-list"


@pytest.mark.parametrize(
    ("on", "state"),
    [
        pytest.param("2026-03-09", "upcoming", id="the day before"),
        pytest.param("2026-03-10", "open", id="the day"),
        pytest.param("2026-03-11", "open", id="overdue, and still there"),
        pytest.param("2036-03-11", "open", id="ten years on, and still there"),
    ],
)
def test_a_reminder_stands_until_it_is_seen_to(desk: WrittenDesk, on: str, state: str) -> None:
    """
    name: Dr Chaudhry
    reminders: [{date: 2026-03-10, about: Ring about the list}]
    """
    assert desk.on(on).states() == {f"{RING}/2026-03-10": state}


def test_one_far_ahead_is_known_already(desk: WrittenDesk) -> None:
    """
    name: Dr Chaudhry
    reminders: [{date: 2026-09-10, about: Ring about the list}]
    """
    assert desk.on("2026-03-10").states() == {f"{RING}/2026-09-10": "upcoming"}


def test_one_that_falls_on_a_closed_day_comes_up_on_the_last_open_day_before(desk: WrittenDesk) -> None:
    """
    name: Dr Chaudhry
    reminders: [{date: 2026-04-06, about: Ring about the list}]
    """
    # Easter Monday: the last open day before it is Maundy Thursday.
    day = desk.on("2026-04-02")
    assert day.states() == {f"{RING}/2026-04-06": "open"}
    assert day.dates(f"{RING}/2026-04-06") == {"opens": "2026-04-02", "due": "2026-04-02", "closes": None}
    assert [reason.text for reason in day.standing(f"{RING}/2026-04-06").why] == [
        "Reminder for 6 April 2026: Ring about the list",
        "The library is closed on that day, so it falls on 2 April 2026.",
    ]


def test_one_that_recurs_ends_the_day_before_the_next(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    reminders: [{date: 2026-03-03, about: Ring about the list, every: 2 weeks}]
    """
    first, second = f"{RING}/2026-03-03", f"{RING}/2026-03-17"
    third, fourth = f"{RING}/2026-03-31", f"{RING}/2026-04-14"
    assert desk.on("2026-03-16").states() == {first: "open", second: "upcoming"}
    assert desk.on("2026-03-17").states() == {first: "missed", second: "open", third: "upcoming"}
    assert desk.on("2026-03-31").states() == {
        first: "missed",
        second: "missed",
        third: "open",
        fourth: "upcoming",
    }
    assert desk.on("2026-03-31").dates(second) == {
        "opens": "2026-03-17",
        "due": "2026-03-17",
        "closes": "2026-03-30",
    }


def test_months_are_counted_from_the_first_date(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    reminders: [{date: 2026-01-31, about: Ring about the list, every: 1 month}]
    """
    # 31 January and 28 February are Saturdays.
    day = desk.on("2026-03-31")
    assert day.states() == {
        f"{RING}/2026-01-31": "missed",
        f"{RING}/2026-02-28": "missed",
        f"{RING}/2026-03-31": "open",
    }
    assert day.dates(f"{RING}/2026-01-31") == {
        "opens": "2026-01-30",
        "due": "2026-01-30",
        "closes": "2026-02-27",
    }
    assert day.dates(f"{RING}/2026-02-28") == {
        "opens": "2026-02-27",
        "due": "2026-02-27",
        "closes": "2026-03-30",
    }


def test_a_leap_day_comes_round_at_the_end_of_february(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    reminders: [{date: 2024-02-29, about: Ring about the list, every: 1 year}]
    """
    assert desk.on("2027-02-28").states() == {f"{RING}/2026-02-28": "missed", f"{RING}/2027-02-28": "open"}
    assert desk.on("2028-02-29").states() == {f"{RING}/2027-02-28": "missed", f"{RING}/2028-02-29": "open"}


def test_over_christmas_the_next_one_comes_up_before_the_library_closes(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    reminders: [{date: 2026-12-15, about: Ring about the list, every: 1 week}]

    # library.yml
    library: Small Library
    country: GB
    closed: [{from: 2026-12-24, to: 2027-01-03}]
    """
    assert desk.on("2026-12-23").states() == {
        f"{RING}/2026-12-15": "missed",
        f"{RING}/2026-12-22": "open",
        f"{RING}/2026-12-29": "open",
        f"{RING}/2027-01-05": "upcoming",
    }


def test_one_beyond_the_horizon_is_there_once_it_has_to_be_seen_to(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    reminders: [{date: 2026-07-01, about: Ring about the list, every: 2 months}]

    # library.yml
    library: Small Library
    closed: [{from: 2026-08-01, to: 2026-09-06}]
    """
    # 1 September lies in the summer closure: 31 July is the last chance, 32 days ahead.
    assert desk.on("2026-07-30").states() == {f"{RING}/2026-07-01": "open"}
    assert desk.on("2026-07-31").states() == {f"{RING}/2026-07-01": "open", f"{RING}/2026-09-01": "open"}


def test_what_ended_more_than_a_year_ago_is_not_listed_any_more(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    reminders: [{date: 2024-01-01, about: Ring about the list, every: 6 months}]
    """
    # Each ends the day before the next: the one of 1 January 2025 on 30 June 2025.
    a_year_after, a_day_more = "2026-06-30", "2026-07-01"
    assert f"{RING}/2025-01-01" in desk.on(a_year_after).states()
    assert f"{RING}/2025-01-01" not in desk.on(a_day_more).states()


SPANS = st.builds(Span, st.integers(1, 40), st.sampled_from(("day", "week", "month", "year")))
DAYS = st.dates(date(2018, 1, 1), date(2028, 12, 31))


@given(first=DAYS, every=SPANS, on=DAYS)
def test_occurrences_are_those_one_finds_by_counting_from_the_first(
    first: date, every: Span, on: date
) -> None:
    open_every_day = OpenDays(frozenset(range(7)))
    horizon, a_year_back = plus_days(on, 14), plus_days(on, -365)
    counted = takewhile(lambda two: two[0] <= horizon, pairwise(plus_span(first, every, k) for k in count()))
    expected = [(here, plus_days(then, -1)) for here, then in counted if plus_days(then, -1) >= a_year_back]
    assert list(occurrences(first, every, Day(on, open_every_day))) == expected
