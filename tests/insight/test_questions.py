"""What to ask people whom we see often."""

import pytest

from desk_writing import WrittenDesk
from deskdiary.insight.questions import QUESTIONS, Acquaintance, acquaintances


def asked(desk: WrittenDesk) -> tuple[Acquaintance, ...]:
    plan = desk.on("2026-03-09").plan
    return acquaintances(plan.desk, plan.on)


def test_who_came_three_times_and_gave_no_number_is_to_be_asked_for_it(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    email: ann@example.org
    category: visitor
    interests: [maps]
    language: cy
    prefers: phone
    requests: [{for: Atlas, asked: 2026-01-12}]
    contacts:
      - {date: 2026-01-12, how: in person, about: The same day}
      - {date: 2026-02-02, how: in person, about: Maps}
      - {date: 2026-03-02, how: in person, about: Maps}
    # library.yml
    library: Small Library
    categories: {visitor: {label: Visitor}}
    """
    assert asked(desk) == (Acquaintance("p-test", 3, ("phone",)),)


def test_of_whom_we_know_nothing_everything_is_asked(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    contacts:
      - {date: 2026-01-12, how: in person, about: Maps}
      - {date: 2026-02-02, how: in person, about: Maps}
      - {date: 2026-03-02, how: in person, about: Maps}
    """
    assert asked(desk)[0].unknown == tuple(QUESTIONS)


@pytest.mark.parametrize(
    ("before", "instead"),
    [
        pytest.param("2026-01-12", "2026-02-02", id="only two days"),
        pytest.param("2026-01-12", "2025-03-09", id="a year ago"),
        pytest.param("2026-01-12", "2026-03-10", id="not yet"),
        pytest.param("name:", "attention: leave alone\nname:", id="to be left alone"),
        pytest.param("about: First", "about: First, outcome: not needed", id="no contact at all"),
    ],
)
def test_nothing_is_asked_of_whom_we_see_seldom_or_leave_alone(
    desk: WrittenDesk, before: str, instead: str
) -> None:
    """
    name: Dr Pryce
    contacts:
      - {date: 2026-01-12, how: in person, about: First}
      - {date: 2026-02-02, how: in person, about: Maps}
      - {date: 2026-03-02, how: in person, about: Maps}
    """
    note = desk.root / "patrons" / "p-test.md"
    text = note.read_text("utf-8")
    assert len(asked(desk)) == 1
    note.write_text(text.replace(before, instead), "utf-8")
    assert asked(desk) == ()
