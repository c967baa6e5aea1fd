"""The plan of a day as a whole: it is made of all notes that can be read, and of nothing else."""

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk
from deskdiary.day.plan import reckon

THREE = {
    "patrons/p-1.md": "---\nname: Ada\nphone: 029 2018 0101\nreads_email: rarely\n"
    "loans: [{title: Atlas, due: 2026-03-10}]\n---\n",
    "patrons/history/p-2.md": "---\nname: Bea\nemail: bea@example.org\n"
    "requests: [{for: Maps, asked: 2025-06-23}]\n---\n",
    "resources/map-vault.md": "---\ntitle: Maps\ntrial: {from: 2026-03-09, to: 2026-03-27}\n---\n",
}
STATES = {
    "p-1/loan-due/atlas/2026-03-10": "open",
    "p-2/trial-opens/map-vault/2026-03-09": "open",
}


@pytest.mark.parametrize("order", list(permutations(THREE)), ids=lambda order: order[0])
def test_it_does_not_matter_which_note_was_written_first(tmp_path: Path, order: tuple[str, ...]) -> None:
    desk = write_desk(tmp_path, "# library.yml\nlibrary: Small Library\n")
    for path in order:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(THREE[path], encoding="utf-8")
    assert desk.on("2026-03-09").all_states() == STATES


def test_a_note_that_cannot_be_read_costs_that_note_and_is_named(tmp_path: Path) -> None:
    text = "\n".join(f"# {path}\n{content}" for path, content in THREE.items())
    desk = write_desk(tmp_path, text)
    assert desk.on("2026-03-09").problems() == []
    (tmp_path / "patrons" / "p-3.md").write_text("---\nname: [Cai\n---\n", encoding="utf-8")
    day = desk.on("2026-03-09")
    assert day.all_states() == STATES
    assert [place.partition(":")[0] for place in day.problems()] == ["patrons/p-3.md"]


def test_a_loan_that_cannot_be_read_costs_that_loan(desk: WrittenDesk) -> None:
    """
    name: Ada
    phone: 029 2018 0101
    reads_email: rarely
    loans:
      - {title: Atlas, due: 2026-03-10}
      - {title: Chapels, due: next week}
    """
    day = desk.on("2026-03-09")
    assert day.states() == {"loan-due/atlas/2026-03-10": "open"}
    assert [place.split()[0] for place in day.problems()] == ["patrons/p-test.md:7"]


def test_an_empty_desk_has_an_empty_day(desk: WrittenDesk) -> None:
    """
    # library.yml
    library: Small Library
    """
    plan = desk.on("2026-03-09").plan
    assert (plan.standings, plan.follow_ups, plan.problems) == ((), (), ())
    assert set(plan.counts.values()) == {0}


def test_a_folder_with_nothing_in_it_is_a_desk_all_the_same(tmp_path: Path) -> None:
    plan = WrittenDesk(tmp_path).on("2026-03-09").plan
    assert plan.standings == ()
    assert [problem.code for problem in plan.problems] == ["no-library-file"]


def test_whoever_looks_further_ahead_sees_more_of_what_recurs(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    reminders: [{date: 2026-03-09, about: Ask, every: 1 week}]
    """
    on = date(2026, 3, 9)
    ahead = [len(reckon(desk.read("2026-03-09"), on, horizon).standings) for horizon in (0, 6, 7, 14, 28)]
    assert ahead == [1, 1, 2, 3, 5]


def test_far_off_years_are_reckoned_like_any_other(desk: WrittenDesk) -> None:
    """
    name: Ada
    reads_email: rarely
    phone: 029 2018 0101
    loans: [{title: First, due: 0001-01-01}, {title: Last, due: 9999-12-31}]
    reminders:
      - {date: 9999-12-01, about: Ask, every: 1 month}
      - {date: 0001-01-01, about: Ring, every: 9999 years}
    """
    states = desk.on("2026-03-09").states()
    assert states["loan-due/first/0001-01-01"] == "open"
    assert states["loan-due/last/9999-12-31"] == "upcoming"
    assert "open" in desk.on("9999-12-31").states().values()
