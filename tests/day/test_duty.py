"""Who sees to a patron: their member of staff, the library's default, or whoever stands in."""

from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk

STAFF = """
# library.yml
library: Small Library
country: GB
default_staff: ep
staff:
  jl:
    name: Joy Lawal
    away: [{from: 2026-03-09, to: 2026-03-13, cover: mh}]
  mh:
    name: Martin Hale
    away: [{from: 2026-03-12, to: 2026-03-20, cover: ep}]
  ep:
    name: Elin Pryce
    away: [{from: 2026-03-13, to: 2026-03-16, cover: jl}]
"""
REMINDER = "reminders: [{date: 2026-03-03, about: Ring about the list}]"


def whose(root: Path, note: str) -> WrittenDesk:
    return write_desk(root, f"name: Professor Raghunathan\n{REMINDER}\n{note}\n{STAFF}")


@pytest.mark.parametrize(
    ("on", "staff"),
    [
        pytest.param("2026-03-08", "jl", id="the day before she goes"),
        pytest.param("2026-03-09", "mh", id="her first day away"),
        pytest.param("2026-03-11", "mh", id="another day away"),
        pytest.param("2026-03-12", "ep", id="her cover is away too, and has one of his own"),
        pytest.param("2026-03-13", "jl", id="all three are away: it stays with her"),
        pytest.param("2026-03-14", "jl", id="she is back"),
    ],
)
def test_covers_are_followed_until_somebody_is_in(tmp_path: Path, on: str, staff: str) -> None:
    assert whose(tmp_path, "staff: jl").on(on).the_follow_up().duty.key == staff


def test_whoever_has_nobody_has_the_default(tmp_path: Path) -> None:
    desk = whose(tmp_path, "")
    assert desk.on("2026-03-03").the_follow_up().duty.key == "ep"
    assert desk.on("2026-03-16").the_follow_up().duty.key == "jl", "and her cover while she is away"


def test_whoever_has_somebody_unknown_has_the_default(tmp_path: Path) -> None:
    assert whose(tmp_path, "staff: gone").on("2026-03-03").the_follow_up().duty.key == "ep"


def test_every_absence_on_the_way_is_told(tmp_path: Path) -> None:
    why = whose(tmp_path, "staff: jl").on("2026-03-12").the_follow_up().duty.why
    assert [(reason.text, str(reason.place)) for reason in why] == [
        ("Joy Lawal is away until 13 March 2026: Martin Hale covers.", "library.yml:7"),
        ("Martin Hale is away until 20 March 2026: Elin Pryce covers.", "library.yml:10"),
    ]


def test_where_nobody_covers_the_plan_says_so(tmp_path: Path) -> None:
    why = whose(tmp_path, "staff: jl").on("2026-03-13").the_follow_up().duty.why
    assert why[-1].text == "Elin Pryce is away, and nobody covers."


def test_a_cover_who_is_not_on_the_staff_covers_nobody(desk: WrittenDesk) -> None:
    """
    name: Lin Yuqing
    reminders: [{date: 2026-03-03, about: Ring about the list}]

    # library.yml
    library: Small Library
    default_staff: jl
    staff:
      jl: {name: Joy Lawal, away: [{from: 2026-03-02, to: 2026-03-06, cover: gone}]}
      mh: {name: Martin Hale}
    """
    assert desk.on("2026-03-03").the_follow_up().duty.key == "jl"


def test_a_library_without_staff_has_follow_ups_all_the_same(desk: WrittenDesk) -> None:
    """
    name: Lin Yuqing
    staff: ep
    phone: 029 2018 0146
    reminders: [{date: 2026-03-03, about: Ring about the list}]
    """
    follow_up = desk.on("2026-03-03").the_follow_up()
    assert (follow_up.duty.key, follow_up.beyond_capacity) == (None, False)
