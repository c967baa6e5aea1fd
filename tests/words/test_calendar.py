"""The fortnight as a calendar: what other programs read, and what they must not learn."""

from datetime import date
from pathlib import Path

from hypothesis import given
from icalendar import Calendar

from desk_writing import write_desk
from deskdiary.day.plan import Plan, reckon
from deskdiary.records.desk import Desk
from deskdiary.words.calendar import calendar
from random_desks import DAYS, desks

DESK = """
name: Professor Mair Prosser
phone: 029 2018 0146
reads_email: rarely
staff: ep
loans:
  - {title: Chapels, due: 2026-11-27}
  - {title: Hymns, due: 2026-11-20}
  - {title: Harbours, due: 2026-12-03}
reminders: [{date: 2027-01-05, about: Ring her}]

# patrons/p-usual.md
name: Tomos Beynon
email: tomos@example.org
staff: mh
loans: [{title: Statistics, due: 2026-11-27}, {title: Tables, due: 2026-12-03}]

# patrons/p-alone.md
name: Kenneth Ashdown
phone: 029 2018 0171
attention: leave alone
reads_email: rarely
loans: [{title: Lead Mines, due: 2026-12-03}]
reminders: [{date: 2026-12-01, about: Keep the corner table free}]

# library.yml
library: Small Library
country: GB
rules: {note-review: off}
staff: {ep: {name: Elin Pryce}, mh: {name: Martin Hale}}
"""


def events(plan: Plan, staff: str | None = None) -> list[tuple[date, str]]:
    made = Calendar.from_ical(calendar(plan, staff))
    return [(event.decoded("dtstart"), str(event["summary"])) for event in made.walk("VEVENT")]


def plan_of(root: Path) -> Plan:
    return write_desk(root, DESK).on("2026-11-24").plan


def test_each_follow_up_is_a_day_and_what_is_to_come_is_there_too(tmp_path: Path) -> None:
    assert events(plan_of(tmp_path)) == [
        (date(2026, 11, 24), "p-test: phone, 2 things"),
        (date(2026, 11, 30), "p-test: phone, 1 thing"),
        (date(2026, 12, 1), "p-alone: at the desk, 1 thing"),
    ]


def test_nobody_is_named_and_no_matter_is_told(tmp_path: Path) -> None:
    text = calendar(plan_of(tmp_path)).decode()
    for word in ("Prosser", "Mair", "Chapels", "Ring her", "loan", "corner", "2018"):
        assert word not in text
    assert text.count("CLASS:PRIVATE") == 3


def test_made_twice_it_is_the_same_to_the_byte(tmp_path: Path) -> None:
    plan = plan_of(tmp_path)
    assert calendar(plan) == calendar(plan)


def test_one_colleagues_is_hers_alone(tmp_path: Path) -> None:
    assert events(plan_of(tmp_path), "mh") == []
    assert len(events(plan_of(tmp_path), "ep")) == 3


@given(desk=desks(), on=DAYS)
def test_every_follow_up_of_the_fortnight_is_in_it_once(desk: Desk, on: date) -> None:
    plan = reckon(desk, on)
    found = events(plan)
    assert len(found) == len(set(found))
    for each in plan.follow_ups:
        day = max(each.due, on)
        if (day - on).days <= 14:
            assert any(when == day and said.startswith(f"{each.patron.key}: ") for when, said in found)
