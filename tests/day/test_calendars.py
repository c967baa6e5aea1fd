"""A year's calendar of two countries, as libraries there would pin it to the wall."""

from datetime import date, timedelta

import pytest

from deskdiary.day.open_days import OpenDays

YEAR = [date(2027, 1, 1) + timedelta(days=distance) for distance in range(365)]
CLOSED = {
    ("GB", "WLS"): [
        "2027-01-01",  # New Year's Day
        "2027-03-26",  # Good Friday
        "2027-03-29",  # Easter Monday
        "2027-05-03",  # Early May
        "2027-05-31",  # Spring
        "2027-08-30",  # Late Summer
        "2027-12-27",  # for Christmas Day, a Saturday
        "2027-12-28",  # for Boxing Day, a Sunday
    ],
    ("PL", None): [
        "2027-01-01",  # Nowy Rok
        "2027-01-06",  # Trzech Króli
        "2027-03-29",  # Poniedziałek Wielkanocny
        "2027-05-03",  # Święto Konstytucji
        "2027-05-27",  # Boże Ciało
        "2027-11-01",  # Wszystkich Świętych
        "2027-11-11",  # Święto Niepodległości
        "2027-12-24",  # Wigilia, free since 2025
    ],
}


@pytest.mark.parametrize("country", CLOSED, ids=["Wales", "Poland"])
def test_the_weekdays_on_which_the_library_is_closed(country: tuple[str, str | None]) -> None:
    open_days = OpenDays(country=country[0], subdivision=country[1])
    weekdays = [day for day in YEAR if day.weekday() < 5]
    assert [str(day) for day in weekdays if day not in open_days] == CLOSED[country]


@pytest.mark.parametrize(
    ("country", "due", "opens"),
    [
        pytest.param(
            ("GB", "WLS"), "2027-03-30", "2027-03-23", id="Wales, over Good Friday and Easter Monday"
        ),
        pytest.param(
            ("PL", None), "2027-03-30", "2027-03-24", id="Poland, where Good Friday is a working day"
        ),
        pytest.param(
            ("GB", "WLS"), "2027-12-29", "2027-12-22", id="Wales, over the days in place of Christmas"
        ),
        pytest.param(("PL", None), "2027-12-29", "2027-12-23", id="Poland, over Christmas Eve"),
    ],
)
def test_three_open_days_before_a_loan_is_due(country: tuple[str, str | None], due: str, opens: str) -> None:
    open_days = OpenDays(country=country[0], subdivision=country[1])
    assert str(open_days.before(date.fromisoformat(due), 3)) == opens
