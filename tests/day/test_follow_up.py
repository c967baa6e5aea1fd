"""Follow-ups: one patron with all that is open, in the order of the day, within somebody's minutes."""

from pathlib import Path

import pytest

from desk_writing import DayAtDesk, WrittenDesk, write_desk


def test_three_books_are_one_call(desk: WrittenDesk) -> None:
    """
    name: Professor Prosser
    phone: 029 2018 0146
    reads_email: rarely
    loans:
      - {title: Chapels, due: 2026-03-12}
      - {title: Hymns, due: 2026-03-10}
      - {title: Harbours, due: 2026-03-12}
      - {title: Not yet, due: 2026-06-10}
    """
    plan = desk.on("2026-03-09").plan
    (follow_up,) = plan.follow_ups
    assert [each.occasion.short_id for each in follow_up.standings] == [
        "loan-due/hymns/2026-03-10",
        "loan-due/chapels/2026-03-12",
        "loan-due/harbours/2026-03-12",
    ]
    assert str(follow_up.due) == "2026-03-10", "the earliest of them"
    assert follow_up.minutes == 10, "a call is 6, and 2 for each further book"
    assert follow_up.way.reach == "+44 29 2018 0146"
    assert follow_up.draft == "p-test.txt"


@pytest.mark.parametrize(
    ("means", "minutes", "draft"),
    [
        pytest.param("phone: 029 2018 0146", 6, "p-test.txt", id="a call"),
        pytest.param("email: mair.prosser@example.org", 4, "p-test.eml", id="an e-mail"),
        pytest.param("address: 7 Chapel Row, Porth Gwynt", 12, "p-test.txt", id="a letter"),
        pytest.param("prefers: in person", 10, "p-test.txt", id="in person"),
    ],
)
def test_what_each_channel_takes(tmp_path: Path, means: str, minutes: int, draft: str) -> None:
    note = f"name: Professor Prosser\n{means}\nreminders: [{{date: 2026-03-10, about: Ask her}}]\n"
    follow_up = write_desk(tmp_path, note).on("2026-03-10").the_follow_up()
    assert (follow_up.minutes, follow_up.draft) == (minutes, draft)


BUSY = """
# library.yml
library: Small Library
default_staff: ep
staff:
  ep: {name: Elin Pryce, minutes_a_day: 14}
  mh: {name: Martin Hale}
"""


def reminded(key: str, name: str, due: str, more: str = "prefers: in person") -> str:
    return f"# patrons/{key}.md\nname: {name}\n{more}\nreminders: [{{date: {due}, about: Ask}}]\n"


def order_of(day: DayAtDesk) -> list[str]:
    return [each.patron.key for each in day.plan.follow_ups]


def test_overdue_first_then_by_day_then_by_name(tmp_path: Path) -> None:
    desk = write_desk(
        tmp_path,
        reminded("p-1", "zora", "2026-03-10")
        + reminded("p-2", "Émile", "2026-03-10")
        + reminded("p-3", "Ada", "2026-03-09")
        + reminded("p-4", "Bertha", "2026-03-06")
        + reminded("p-5", "ada", "2026-03-10")
        + "# patrons/p-6.md\nname: Aaron\nreads_email: rarely\nphone: 029 2018 0146\n"
        "loans: [{title: Atlas, due: 2026-03-12}]\n",
    )
    assert order_of(desk.on("2026-03-10")) == ["p-4", "p-3", "p-5", "p-1", "p-2", "p-6"]


def test_past_the_days_minutes_a_follow_up_is_marked_and_never_hidden(tmp_path: Path) -> None:
    desk = write_desk(
        tmp_path,
        reminded("p-1", "Ada", "2026-03-10", "email: ada@example.org")
        + reminded("p-2", "Bertha", "2026-03-10")
        + reminded("p-3", "Clara", "2026-03-10", "email: clara@example.org")
        + reminded("p-4", "Dora", "2026-03-10", "staff: mh")
        + BUSY,
    )
    day = desk.on("2026-03-10")
    assert [(each.patron.key, each.duty.key, each.beyond_capacity) for each in day.plan.follow_ups] == [
        ("p-1", "ep", False),  # 4 minutes
        ("p-2", "ep", False),  # 14, which is all she has
        ("p-3", "ep", True),  # 18
        ("p-4", "mh", False),  # nobody counts Martin's minutes
    ]


def test_what_is_overdue_has_the_first_claim_on_the_minutes(tmp_path: Path) -> None:
    desk = write_desk(
        tmp_path,
        reminded("p-1", "Ada", "2026-03-10") + reminded("p-2", "Bertha", "2026-03-09") + BUSY,
    )
    day = desk.on("2026-03-10")
    assert [(each.patron.key, each.beyond_capacity) for each in day.plan.follow_ups] == [
        ("p-2", False),
        ("p-1", True),
    ]


def test_what_a_stand_in_takes_over_comes_out_of_her_own_minutes(tmp_path: Path) -> None:
    away = "away: [{from: 2026-03-09, to: 2026-03-13, cover: ep}]"
    desk = write_desk(
        tmp_path,
        reminded("p-1", "Ada", "2026-03-10")
        + reminded("p-2", "Bertha", "2026-03-10", "staff: mh")
        + BUSY.replace("name: Martin Hale", f"name: Martin Hale, {away}"),
    )
    day = desk.on("2026-03-10")
    assert [(each.patron.key, each.duty.key, each.beyond_capacity) for each in day.plan.follow_ups] == [
        ("p-1", "ep", False),
        ("p-2", "ep", True),
    ]


def test_nothing_open_is_nothing_to_do(desk: WrittenDesk) -> None:
    """
    name: Tomos Beynon
    loans: [{title: Field Statistics, due: 2026-03-10}]
    """
    day = desk.on("2026-03-10")
    assert day.states() == {"loan-due/field-statistics/2026-03-10": "usual"}
    assert day.plan.follow_ups == ()
