"""Trials that are ending, for those who were told of them."""

from collections.abc import Iterator

from deskdiary.day.occasion import Asked, Occasion
from deskdiary.day.settled import settled_by
from deskdiary.human_dates import long_date
from deskdiary.records.contact import Contact
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.records.resource import Trial
from deskdiary.rules.asking import answered_requests, asked_on
from deskdiary.rules.rule import Day, Rule
from deskdiary.rules.trial_opens import TRIAL_OPENS, on_trial
from deskdiary.spans import plus_days

REMEMBERED_DAYS = 14


def trials_close(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """Whoever asked, and was told that the trial began, is asked what they make of it before it ends."""
    settled = settled_by(patron, day.on) if patron.requests else {}
    for asked in answered_requests(patron, desk):
        trial = asked.resource.trial
        if trial is None:
            continue
        told = settled.get(f"{TRIAL_OPENS.kind}/{asked.resource.key}/{trial.first.value}")
        if told:
            yield _occasion(patron, asked, trial, told, desk, day)


def _occasion(patron: Patron, asked: Asked, trial: Trial, told: Contact, desk: Desk, day: Day) -> Occasion:
    last = trial.last.value
    return Occasion(
        patron=patron.key,
        kind=TRIAL_CLOSING.kind,
        subject=asked.resource.key,
        date=last,
        opens=day.open_days.before(last, TRIAL_CLOSING.number(desk, "before_end")),
        due=day.open_days.before(last, 0),
        closes=plus_days(last, REMEMBERED_DAYS),
        why=(asked_on(asked.request), _told(told), on_trial(asked.resource, trial)),
        about=asked,
    )


def _told(contact: Contact) -> Reason:
    place = contact.settles.place if contact.settles else contact.date.place
    return Reason(f"Was told of the trial on {long_date(contact.date.value)}.", place)


TRIAL_CLOSING = Rule("trial-closing", trials_close, {"before_end": 5})
