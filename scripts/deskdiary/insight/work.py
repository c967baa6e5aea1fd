"""Minutes of work by week: what the diaries say was done, and what is to come, against what staff have."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from deskdiary.day.open_days import open_days_of
from deskdiary.day.plan import Plan
from deskdiary.insight.ahead import Errand, errands
from deskdiary.insight.capacity import capacity
from deskdiary.insight.done import minutes_done
from deskdiary.insight.spells import week_end, weeks_around
from deskdiary.records.library import Library


@dataclass(frozen=True, slots=True)
class Week:
    """Minutes of contacts on record, minutes of what is to come, and the minutes that staff have."""

    done: int
    ahead: int
    capacity: int


@dataclass(frozen=True, slots=True)
class Load:
    """What waits for a member of staff until the last week ends; `capacity` is None where nobody set it."""

    follow_ups: int
    minutes: int
    capacity: int | None


@dataclass(frozen=True, slots=True)
class Work:
    """The weeks by their Mondays, what each member of staff has before her, and whose minutes count."""

    weeks: Mapping[date, Week]
    loads: Mapping[str | None, Load]
    until: date
    unset: int

    @property
    def limited(self) -> bool:
        """Whether the minutes of anybody are known."""
        return any(load.capacity is not None for load in self.loads.values())


def work(plan: Plan) -> Work:
    """The weeks gone by as the diaries have them, and the weeks to come as the notes foretell them."""
    open_days, library = open_days_of(plan.desk.library), plan.desk.library
    mondays = weeks_around(plan.on)
    until = week_end(mondays[-1])
    expected = tuple(errands(plan, open_days, until))
    done = minutes_done(plan.desk, plan.on)
    return Work(
        {
            monday: Week(
                done=done.get(monday, 0),
                ahead=sum(each.minutes for each in expected if each.week == monday),
                capacity=sum(capacity(library, open_days, monday, week_end(monday)).values()),
            )
            for monday in mondays
        },
        _loads(library, expected, capacity(library, open_days, plan.on, until)),
        until,
        unset=sum(staff.minutes_a_day is None for staff in library.staff.values()),
    )


def _loads(
    library: Library, expected: tuple[Errand, ...], minutes: Mapping[str, int]
) -> Mapping[str | None, Load]:
    """One load for each member of staff, and one for what falls to nobody, if anything does."""
    shared: dict[str | None, list[Errand]] = {key: [] for key in library.staff}
    for each in expected:
        shared.setdefault(each.staff, []).append(each)
    return {
        key: Load(len(found), sum(each.minutes for each in found), minutes.get(key) if key else None)
        for key, found in shared.items()
    }
