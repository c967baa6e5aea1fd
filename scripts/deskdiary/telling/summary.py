"""A day in a few sentences: how many follow-ups, how urgent, and whom we leave to others or alone."""

from collections.abc import Iterator
from datetime import date

from deskdiary.day.follow_up import FollowUp
from deskdiary.day.plan import OnDuty, Plan
from deskdiary.day.state import State
from deskdiary.human_dates import full_date, weekday_date
from deskdiary.records.problem import Severity
from deskdiary.telling.plurals import counted

_NOTES = frozenset({"patrons", "resources"})
_OF_A_DRAFT = "draft-held-back"
_QUIET = {
    State.USUAL: "left to the usual notices",
    State.LEFT_ALONE: "left alone",
    State.SUGGESTED: "only suggested",
    State.SNOOZED: "put off",
    State.UPCOMING: "still to come",
    State.DONE: "done",
    State.MISSED: "missed",
}


def whole_day(plan: Plan) -> str:
    """Whose day it is, and which."""
    fixed = plan.desk.library.today
    note = " (the day is fixed in library.yml)" if fixed and fixed.value == plan.on else ""
    return f"{plan.desk.library.name}: {full_date(plan.on)}{note}"


def summary(plan: Plan) -> Iterator[str]:
    """What there is to do, what there is not and why, and whether all notes could be read."""
    yield to_do(plan)
    yield quiet(plan)
    if wrong(plan):
        yield f"{wrong(plan)} in the notes: see `deskdiary check`."


def wrong(plan: Plan) -> str:
    """`2 errors`; empty where there is none."""
    errors = sum(problem.severity is Severity.ERROR for problem in plan.problems)
    return counted(errors, "error") if errors else ""


def unread(plan: Plan) -> str:
    """`2 notes could not be read.`; empty where all could."""
    read = {patron.path for patron in plan.desk.patrons} | {each.path for each in plan.desk.resources}
    lost = {
        problem.place.path
        for problem in plan.problems
        if problem.severity is Severity.ERROR and problem.code != _OF_A_DRAFT
        if problem.place.path.partition("/")[0] in _NOTES and problem.place.path not in read
    }
    return (
        f"{counted(len(lost), 'note')} could not be read, so nothing is known of what stands there."
        if lost
        else ""
    )


def to_do(plan: Plan) -> str:
    """How many people, and how urgent: `3 people to see to: 1 overdue, 2 today`."""
    overdue = sum(each.overdue for each in plan.follow_ups)
    due_today = sum(not each.overdue and each.due <= plan.on for each in plan.follow_ups)
    later = len(plan.follow_ups) - overdue - due_today
    if not plan.follow_ups:
        return "Nobody to see to today."
    parts = {"overdue": overdue, "today": due_today, "in the days to come": later}
    told = ", ".join(f"{number} {when}" for when, number in parts.items() if number)
    return f"{counted(len(plan.follow_ups), 'person', 'people')} to see to: {told}."


def quiet(plan: Plan) -> str:
    """What is not for today, and why not. Counts occasions, not people."""
    told = ", ".join(words for _, words in other_matters(plan))
    return f"Other matters: {told}." if told else "There is nothing else on the books."


def other_matters(plan: Plan) -> Iterator[tuple[State, str]]:
    """Each state in which something is not for today, with how much of it: `2 left alone`."""
    for state, words in _QUIET.items():
        if plan.counts[state]:
            yield state, f"{plan.counts[state]} {words}"


def urgency(each: FollowUp, on: date) -> str:
    """`Overdue since Friday 20 November`, `Today`, `By Friday 27 November`."""
    if each.overdue:
        return f"Overdue since {weekday_date(each.due)}"
    return "Today" if each.due <= on else f"By {weekday_date(each.due)}"


def workload(whose: OnDuty) -> str:
    """`5 people, 40 of 40 minutes`."""
    minutes = sum(each.minutes for each in whose.follow_ups)
    limit = whose.staff.minutes_a_day if whose.staff else None
    of = f"{minutes} of {limit.value} minutes" if limit else counted(minutes, "minute")
    return f"{counted(len(whose.follow_ups), 'person', 'people')}, {of}"
