"""Dates as they are read in a letter: the weekday and the month in full, in the reader's language."""

from datetime import date

import pytest

from deskdiary.human_dates import day_of_month, full_date, long_date, month_of, weekday_date

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("language", "near", "whole"),
    [
        ("en-GB", "Friday 27 November", "Friday 27 November 2026"),
        ("en", "Friday 27 November", "Friday 27 November 2026"),
        ("cy", "dydd Gwener 27 Tachwedd", "dydd Gwener 27 Tachwedd 2026"),
        ("pl", "piątek 27 listopada", "piątek 27 listopada 2026"),
        ("no such language", "Friday 27 November", "Friday 27 November 2026"),
    ],
)
def test_a_day_close_by_and_a_day_of_another_year(language: str, near: str, whole: str) -> None:
    assert weekday_date(FRIDAY, language) == near
    assert full_date(FRIDAY, language) == whole


@pytest.mark.parametrize(
    ("language", "day", "date_", "month"),
    [
        ("en-GB", "27 November", "27 November 2026", "November 2026"),
        ("cy", "27 Tachwedd", "27 Tachwedd 2026", "Tachwedd 2026"),
        ("de", "27. November", "27. November 2026", "November 2026"),
    ],
)
def test_a_day_whose_weekday_does_not_matter(language: str, day: str, date_: str, month: str) -> None:
    assert (day_of_month(FRIDAY, language), long_date(FRIDAY, language)) == (day, date_)
    assert month_of(FRIDAY, language) == month


def test_every_welsh_day_of_the_week() -> None:
    days = [weekday_date(date(2026, 6, number), "cy").split()[:2] for number in range(1, 8)]
    assert [" ".join(words) for words in days] == [
        *("dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul")
    ]
