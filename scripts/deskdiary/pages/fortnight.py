"""The coming fortnight, day by day: what is due, what opens, what comes back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from deskdiary.day.open_days import open_days_of
from deskdiary.day.state import Standing, State
from deskdiary.human_dates import day_and_month
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.view import Line, View
from deskdiary.plain_letters import plain_letters

DAYS = 14


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A day and what it brings: each line with what happens to it then."""

    date: date
    heading: str
    weekday: str
    open: bool
    lines: tuple[tuple[str, Line], ...]


def fortnight(view: View, templates: Templates) -> Iterator[Page]:
    """Today and the fourteen days after it."""
    yield templates.page("fortnight.md", "fortnight.md", view=view, days=tuple(days_ahead(view)))


def days_ahead(view: View) -> Iterator[DayAhead]:
    """Each day with the occasions that are due, open or come back on it."""
    on, open_days = view.plan.on, open_days_of(view.plan.desk.library)
    last = on + timedelta(days=DAYS)
    found: dict[date, list[tuple[str, Line]]] = {}
    for state in (State.OPEN, State.UPCOMING, State.SNOOZED):
        for standing in view.plan.by_state[state]:
            turn = _turn(standing, on)
            if turn and turn[0] <= last:
                found.setdefault(turn[0], []).append((turn[1], view.lines([standing])[0]))
    for distance in range(DAYS + 1):
        day = on + timedelta(days=distance)
        lines = tuple(sorted(found.get(day, ()), key=_by_name))
        yield DayAhead(day, day_and_month(day), f"{day:%a}", day in open_days, lines)


def _turn(standing: Standing, on: date) -> tuple[date, str] | None:
    """The day on which something happens to an occasion, and what."""
    occasion = standing.occasion
    if standing.state is State.OPEN:
        due = occasion.due or on
        return (on, "overdue") if due < on else (due, "due")
    if standing.state is State.UPCOMING and occasion.opens:
        return occasion.opens, "opens"
    if standing.state is State.SNOOZED and standing.until:
        return standing.until, "comes back"
    return None


def _by_name(each: tuple[str, Line]) -> tuple[str, str]:
    return (plain_letters(each[1].patron.name.value), each[1].standing.occasion.id)
