"""The steps that led to an occasion's state, for whoever wonders."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from deskdiary.day.follow_up import FollowUp
from deskdiary.day.otherwise import OTHERWISE
from deskdiary.day.plan import Plan
from deskdiary.day.settled import settled_by, snoozes
from deskdiary.day.state import STEPS, Case, Standing, State, is_open
from deskdiary.records.place import Place, Reason


@dataclass(frozen=True, slots=True)
class Answer:
    """One question of the eight, its answer and what bears it out."""

    question: str
    holds: bool
    text: str = field(repr=False)
    place: Place


@dataclass(frozen=True, slots=True)
class Explained:
    """An occasion's state on a day, every question asked until it was found, and who is to act."""

    on: date
    standing: Standing
    answers: tuple[Answer, ...]
    follow_up_why: tuple[Reason, ...] = field(repr=False)


def explain(plan: Plan, occasion_id: str) -> Explained | None:
    """The steps behind one occasion of the plan, or None where it has no such occasion."""
    standing = next((each for each in plan.standings if each.occasion.id == occasion_id), None)
    if standing is None:
        return None
    patron = next(each for each in plan.desk.patrons if each.key == standing.occasion.patron)
    settled, snoozed = settled_by(patron, plan.on), snoozes(patron)
    case = Case(standing.occasion, patron, plan.desk, plan.on, settled, snoozed)
    whose = next((each for each in plan.follow_ups if standing in each.standings), None)
    return Explained(plan.on, standing, tuple(_answers(case)), tuple(_acting(whose)))


def _answers(case: Case) -> Iterator[Answer]:
    for step in STEPS:
        because = step.ask(case)
        question = str(step.state) if step.state is not State.LAPSED else "past its close"
        if because:
            yield Answer(question, holds=True, text=because.text, place=because.place)
            return
        otherwise = OTHERWISE[step.state](case)
        yield Answer(question, holds=False, text=otherwise.text, place=otherwise.place)
    because = is_open(case)
    yield Answer(str(State.OPEN), holds=True, text=because.text, place=because.place)


def _acting(follow_up: FollowUp | None) -> Iterator[Reason]:
    if follow_up:
        yield from follow_up.duty.why
        if follow_up.way.why:
            yield follow_up.way.why
