"""Occasions counted by month, kind and state: each once, and none lost."""

from datetime import date

from hypothesis import given

from desk_writing import WrittenDesk
from deskdiary.day.plan import reckon
from deskdiary.day.state import State
from deskdiary.insight.missed import missed
from deskdiary.insight.occasions import occasions
from deskdiary.records.desk import Desk
from random_desks import DAYS, desks


def test_each_occasion_counts_in_the_month_of_its_date_and_the_state_it_is_in_today(
    desk: WrittenDesk,
) -> None:
    """
    name: Dr Pryce
    phone: 029 2018 0146
    reads_email: rarely
    loans: [{title: Atlas, due: 2026-03-31}]
    reminders: [{date: 2026-02-02, about: Ask}]
    contacts: [{date: 2026-02-03, how: phone, about: Asked, for: reminder/ask/2026-02-02}]
    """
    found = occasions(desk.on("2026-03-27").plan)
    told = {
        (first, state): number
        for first, states in found.months.items()
        for state, number in states.items()
        if number
    }
    assert told == {(date(2026, 2, 1), State.DONE): 1, (date(2026, 3, 1), State.OPEN): 1}
    assert found.kinds["loan-due"][State.OPEN] == 1
    assert found.kinds["reminder"][State.DONE] == 1


def test_what_lies_outside_the_months_is_counted_beside_them(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reminders:
      - {date: 2025-01-06, about: Long ago}
      - {date: 2026-03-09, about: Now}
      - {date: 2026-04-01, about: Next month}
    """
    found = occasions(desk.on("2026-03-09").plan)
    assert (found.earlier, sum(found.states.values()), found.later) == (1, 1, 1)


def test_six_months_are_looked_at_over_the_turn_of_the_year(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    """
    months = [f"{first:%Y-%m}" for first in occasions(desk.on("2026-03-31").plan).months]
    assert months == ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]


def test_the_first_days_of_the_calendar_have_fewer_months_behind_them(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    """
    assert list(occasions(desk.on("0001-01-05").plan).months)[-1] == date(1, 1, 1)


def test_what_is_missed_and_what_is_late_are_told_apart_with_the_key_alone(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reminders:
      - {date: 2026-02-16, about: Every fortnight, every: 2 weeks}
      - {date: 2026-03-05, about: Once}
    """
    found = missed(desk.on("2026-03-09").plan)
    assert list(found) == ["reminder"]
    each = found["reminder"]
    assert (each.missed, each.lapsed, each.overdue, each.patrons) == (1, 0, 2, ("p-test",))


@given(desks(), DAYS)
def test_no_occasion_is_counted_twice_or_not_at_all(desk: Desk, on: date) -> None:
    plan = reckon(desk, on)
    found = occasions(plan)
    within = sum(found.states.values())
    assert found.earlier + within + found.later == len(plan.standings)
    assert sum(sum(states.values()) for states in found.kinds.values()) == within
