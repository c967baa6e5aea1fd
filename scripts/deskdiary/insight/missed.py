"""What was missed, what lapsed, and what is late today."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing, State
from deskdiary.insight.spells import months_to


@dataclass(frozen=True, slots=True)
class Missed:
    """Of one kind: ours that was never done, others' that came to nothing, what is late, and whose it was."""

    missed: int
    lapsed: int
    overdue: int
    patrons: tuple[str, ...]


def missed(plan: Plan) -> Mapping[str, Missed]:
    """By kind, where there is anything: missed or lapsed within the months, or late today."""
    since = months_to(plan.on)[0]
    found: dict[str, list[tuple[str, str]]] = {}
    for standing in plan.standings:
        fate = _fate(standing, plan.on, since)
        if fate:
            found.setdefault(standing.occasion.kind, []).append((fate, standing.occasion.patron))
    return {kind: _counted(fates) for kind, fates in sorted(found.items())}


def _fate(standing: Standing, on: date, since: date) -> str:
    if standing.overdue(on):
        return "overdue"
    over = standing.state in {State.MISSED, State.LAPSED} and standing.occasion.date >= since
    return str(standing.state) if over else ""


def _counted(fates: list[tuple[str, str]]) -> Missed:
    counts = Counter(fate for fate, _ in fates)
    ours = sorted({patron for fate, patron in fates if fate != State.LAPSED})
    return Missed(counts[State.MISSED], counts[State.LAPSED], counts["overdue"], tuple(ours))
