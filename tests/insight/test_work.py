"""Minutes of work by week, against what the staff have."""

from datetime import date

import pytest
from hypothesis import given

from desk_writing import WrittenDesk
from deskdiary.day.open_days import open_days_of
from deskdiary.day.plan import reckon
from deskdiary.insight.ahead import errands
from deskdiary.insight.spells import week_of
from deskdiary.insight.work import work
from deskdiary.records.desk import Desk
from random_desks import DAYS, desks

MONDAY = date(2026, 3, 9)
NEXT, AFTER = date(2026, 3, 16), date(2026, 3, 23)


def ahead(desk: WrittenDesk, on: str = "2026-03-09") -> dict[date, int]:
    return {monday: week.ahead for monday, week in work(desk.on(on).plan).weeks.items() if week.ahead}


def test_what_was_said_to_one_person_on_one_day_is_one_conversation(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    contacts:
      - {date: 2026-03-09, how: phone, about: Maps}
      - {date: 2026-03-09, how: phone, about: Chapels}
      - {date: 2026-03-10, how: other, about: In passing}
      - {date: 2026-03-10, how: other, about: Nothing, outcome: not needed}
    """
    weeks = work(desk.on("2026-03-11").plan).weeks
    assert weeks[MONDAY].done == 6 + 2 + 5
    assert len(weeks) == 8 + 1 + 4


def test_what_opens_with_one_person_in_a_week_is_one_errand_of_that_week(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    phone: 029 2018 0146
    reads_email: rarely
    loans: [{title: Atlas, due: 2026-03-19}, {title: Chapels, due: 2026-03-20}]
    reminders: [{date: 2026-03-25, about: Ask}]
    """
    assert ahead(desk) == {NEXT: 6 + 2, AFTER: 6}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("reads_email: often", id="the usual notice will do"),
        pytest.param("attention: leave alone\nreads_email: rarely", id="to be left alone"),
    ],
)
def test_what_will_not_be_ours_to_do_costs_nothing(desk: WrittenDesk, line: str) -> None:
    """
    name: Dr Pryce
    phone: 029 2018 0146
    loans: [{title: Atlas, due: 2026-03-19}]
    """
    note = desk.root / "patrons" / "p-test.md"
    note.write_text(note.read_text("utf-8").replace("loans:", f"{line}\nloans:"), "utf-8")
    assert ahead(desk) == {}


def test_what_was_put_off_waits_for_the_week_it_comes_back_in(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    phone: 029 2018 0146
    reads_email: rarely
    loans: [{title: Atlas, due: 2026-03-11}, {title: Chapels, due: 2026-03-19}]
    snoozed:
      - {for: loan-due/atlas/2026-03-11, until: 2026-03-18}
      - {for: loan-due/chapels/2026-03-19, until: 2026-03-23}
    """
    assert ahead(desk) == {NEXT: 6, AFTER: 6}


def test_a_weekly_reminder_is_foreseen_for_the_four_weeks_to_come(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    phone: 029 2018 0146
    reminders: [{date: 2026-03-10, about: Ask, every: 1 week}]
    """
    assert list(ahead(desk).values()) == [6] * 5


def test_staff_have_their_minutes_on_open_days_when_they_are_in(desk: WrittenDesk) -> None:
    """
    # library.yml
    library: Small Library
    closed: [2026-03-10]
    staff:
      ep: {name: Elin Pryce, minutes_a_day: 40, away: [{from: 2026-03-09, to: 2026-03-09, cover: mh}]}
      mh: {name: Martin Hale, minutes_a_day: 90}
      jl: {name: Joy Lawal}
    """
    found = work(desk.on("2026-03-11").plan)
    assert found.weeks[MONDAY].capacity == 3 * 40 + 4 * 90
    assert found.weeks[NEXT].capacity == 5 * 40 + 5 * 90
    assert found.loads["ep"].capacity == (3 + 4 * 5) * 40
    assert found.loads["jl"].capacity is None
    assert (found.unset, found.limited) == (1, True)


def test_work_goes_to_whoever_covers_on_the_day_it_begins(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    phone: 029 2018 0146
    staff: ep
    reminders: [{date: 2026-03-10, about: Ask}, {date: 2026-03-17, about: Ask again}]
    # library.yml
    library: Small Library
    staff:
      ep: {name: Elin Pryce, away: [{from: 2026-03-10, to: 2026-03-10, cover: mh}]}
      mh: {name: Martin Hale}
    """
    loads = work(desk.on("2026-03-09").plan).loads
    assert {key: (load.follow_ups, load.minutes) for key, load in loads.items()} == {
        "ep": (1, 6),
        "mh": (1, 6),
    }


@given(desks(), DAYS)
def test_whatever_is_to_be_done_today_is_work_of_this_week(desk: Desk, on: date) -> None:
    plan = reckon(desk, on)
    found = work(plan)
    assert found.weeks[week_of(on)].ahead >= sum(each.minutes for each in plan.follow_ups)
    assert sum(week.ahead for week in found.weeks.values()) == sum(
        load.minutes for load in found.loads.values()
    )


@given(desks(), DAYS)
def test_what_is_foreseen_from_the_fortnight_is_what_looking_further_would_have_found(
    desk: Desk, on: date
) -> None:
    near = reckon(desk, on)
    until = work(near).until
    far = reckon(desk, on, horizon=(until - on).days)
    open_days = open_days_of(desk.library)
    assert tuple(errands(near, open_days, until)) == tuple(errands(far, open_days, until))
