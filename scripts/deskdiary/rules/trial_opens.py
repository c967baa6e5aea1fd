"""Trials of what somebody asked for."""

from collections.abc import Iterator

from deskdiary.day.occasion import Occasion
from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.records.resource import Resource, Trial
from deskdiary.rules.asking import answered_requests, asked_on
from deskdiary.rules.rule import Day, Rule


def trials_open(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """Whoever asked for a resource hears in person when its trial begins, or when they ask during it."""
    for asked in answered_requests(patron, desk):
        trial = asked.resource.trial
        if trial is None:
            continue
        opens = max(trial.first.value, asked.request.asked.value)
        yield Occasion(
            patron=patron.key,
            kind=TRIAL_OPENS.kind,
            subject=asked.resource.key,
            date=trial.first.value,
            opens=opens,
            due=day.open_days.after(opens, TRIAL_OPENS.number(desk, "within")),
            closes=trial.last.value,
            why=(asked_on(asked.request), on_trial(asked.resource, trial)),
            about=asked,
        )


def on_trial(resource: Resource, trial: Trial) -> Reason:
    """From when until when the resource can be tried."""
    days = f"from {long_date(trial.first.value)} to {long_date(trial.last.value)}"
    return Reason(f"“{resource.title.value}” is on trial {days}.", trial.first.place)


TRIAL_OPENS = Rule("trial-opens", trials_open, {"within": 2})
