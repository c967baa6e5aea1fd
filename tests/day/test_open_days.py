"""Which days count, and how they are counted over closed ones."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_writing import WrittenDesk
from deskdiary.day.open_days import WORKING_WEEK, OpenDays, open_days_of

CLOSED_OVER_CHRISTMAS = OpenDays(
    country="GB", subdivision="WLS", closures=((date(2026, 12, 24), date(2027, 1, 3)),)
)


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        ("2026-12-23", 0, "2026-12-23"),
        ("2026-12-24", 0, "2026-12-23"),
        ("2027-01-03", 0, "2026-12-23"),
        ("2027-01-04", 0, "2027-01-04"),
        ("2027-01-04", 1, "2026-12-23"),
        ("2027-01-05", 3, "2026-12-22"),
        ("2026-12-30", 1, "2026-12-23"),
        ("2026-12-21", 1, "2026-12-18"),
    ],
)
def test_counting_back_over_christmas(day: str, count: int, found: str) -> None:
    assert CLOSED_OVER_CHRISTMAS.before(date.fromisoformat(day), count) == date.fromisoformat(found)


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        ("2026-12-22", 1, "2026-12-23"),
        ("2026-12-23", 1, "2027-01-04"),
        ("2026-12-26", 2, "2027-01-05"),
        ("2026-03-06", 2, "2026-03-10"),
        ("2026-04-02", 1, "2026-04-07"),
    ],
)
def test_counting_on_over_christmas_weekends_and_easter(day: str, count: int, found: str) -> None:
    assert CLOSED_OVER_CHRISTMAS.after(date.fromisoformat(day), count) == date.fromisoformat(found)


def test_each_country_keeps_its_own_holidays(desk: WrittenDesk) -> None:
    """
    # library.yml
    library: Small Library
    country: GB
    subdivision: SCT
    """
    days = open_days_of(desk.read("2026-11-30").library)
    assert date(2026, 11, 30) not in days, "St Andrew's Day"
    assert date(2026, 11, 30) in OpenDays(country="GB", subdivision="WLS")
    assert date(2026, 4, 6) in days, "Easter Monday is a working day in Scotland"


def test_a_library_that_is_open_on_saturdays_and_closed_on_mondays(desk: WrittenDesk) -> None:
    """
    # library.yml
    library: Small Library
    open: [tue, wed, thu, fri, sat]
    """
    days = open_days_of(desk.read("2026-03-01").library)
    assert days.before(date(2026, 3, 10), 1) == date(2026, 3, 7)
    assert days.on_or_before(date(2026, 3, 9)) == date(2026, 3, 7)


def test_a_library_that_says_nothing_is_open_from_monday_to_friday(desk: WrittenDesk) -> None:
    """
    # library.yml
    library: Small Library
    """
    days = open_days_of(desk.read("2026-03-01").library)
    assert days == OpenDays(WORKING_WEEK)
    assert date(2026, 12, 25) in days, "without a country there are no public holidays"


def test_a_library_that_never_opens_counts_every_day_rather_than_none() -> None:
    closed_for_good = OpenDays(closures=((date.min, date.max),))
    assert closed_for_good.before(date(2026, 3, 10), 3) == date(2026, 3, 7)
    assert closed_for_good.on_or_before(date(2026, 3, 10)) == date(2026, 3, 10)


WEEKS = st.frozensets(st.integers(0, 6), min_size=1)
CLOSURES = st.lists(
    st.builds(
        lambda first, length: (first, first + timedelta(days=length)),
        st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        st.integers(0, 30),
    ),
    max_size=3,
).map(tuple)


@given(
    week=WEEKS, closures=CLOSURES, day=st.dates(date(2026, 1, 1), date(2026, 12, 31)), count=st.integers(1, 8)
)
def test_between_a_day_and_the_one_counted_there_are_just_so_many_open_days(
    week: frozenset[int], closures: tuple[tuple[date, date], ...], day: date, count: int
) -> None:
    days = OpenDays(week, "GB", "WLS", closures)
    back, on = days.before(day, count), days.after(day, count)
    assert back in days
    assert on in days
    assert sum(back + timedelta(days=n) in days for n in range((day - back).days)) == count
    assert sum(on - timedelta(days=n) in days for n in range((on - day).days)) == count
