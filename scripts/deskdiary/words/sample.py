"""A sample reader with something of every kind: what a wording is tried on before a real person gets it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from deskdiary.day.channel import Channel, Way
from deskdiary.day.duty import Duty
from deskdiary.day.follow_up import FollowUp
from deskdiary.day.occasion import About, Asked, Counted, Interest, Occasion, Waiting
from deskdiary.day.state import Standing, State
from deskdiary.records.contact import Contact
from deskdiary.records.library import Staff
from deskdiary.records.loan import Loan
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place, Reason, Said
from deskdiary.records.reminder import Reminder
from deskdiary.records.request import Request
from deskdiary.records.resource import Resource, Trial
from deskdiary.spans import Span

PLACE = Place("a sample")
REACH = {
    "email": Way(Channel.EMAIL, "sam.sample@example.org"),
    "call": Way(Channel.PHONE, "+44 29 2018 0100"),
    "letter": Way(Channel.LETTER, "1 Sample Street\nSampleton"),
}
_STAFF = Staff("sample", Said("Elin Sample", PLACE), Said("elin.sample@example.org", PLACE))


def days_from(on: date, days: int) -> Said[date]:
    """A day so many days from the one in question."""
    return Said(on + timedelta(days=days), PLACE)


def sample_resource(on: date, *, trial: bool) -> Resource:
    """A resource on trial, or one that is here."""
    return Resource(
        key="sample-atlas",
        path=PLACE.path,
        title=Said("The Sample Atlas", PLACE),
        body="The atlas shows every parish, and can be searched by place.",
        trial=Trial(days_from(on, 0), days_from(on, 24)) if trial else None,
        available=None if trial else days_from(on, 0),
        reason=Said("It cost more than all our other atlases together.", PLACE),
        url=Said("https://atlas.example.org/", PLACE),
        access=Said("College login, on or off campus.", PLACE),
        announce_to=(Said("all-readers", PLACE),),
    )


def sample_patron(on: date, language: str) -> Patron:
    """The sample reader. Says of herself all that a note can say which a letter may use."""
    spoken = Contact(days_from(on, -90), Said("phone", PLACE), Said("Talked over the atlas", PLACE))
    return Patron(
        key="p-sample",
        path=PLACE.path,
        name=Said("Dr Sam Sample", PLACE),
        body="",
        greet=Said("Dr Sample", PLACE),
        hours=Said("before noon", PLACE),
        language=Said(language, PLACE) if language else None,
        lists=(Said("all-readers", PLACE),),
        contacts=(replace(spoken, settles=Said(f"trial-opens/sample-atlas/{on}", PLACE)),),
    )


def sample_occasions(kind: str, on: date) -> Iterator[tuple[Occasion, ...]]:
    """One thing of a kind; two of them; and one in other circumstances."""
    first, second = _abouts(kind, on)
    here, later = (_occasion(kind, about, on, days) for about, days in ((first, 0), (second, 7)))
    yield (here,)
    yield (here, replace(later, subject="sample-second"))
    yield (later,)


def _occasion(kind: str, about: About, on: date, days: int) -> Occasion:
    day = on + timedelta(days=days)
    why = (Reason("A sample.", PLACE),)
    return Occasion("p-sample", kind, "sample-atlas", day, on, day, day + timedelta(days=24), why, about)


def _abouts(kind: str, on: date) -> tuple[About, About]:
    """What two occasions of a kind are about, as unlike as they may be."""
    trial, here = sample_resource(on, trial=True), sample_resource(on, trial=False)
    bare = replace(here, body="", url=None, access=None, reason=None, announce_to=())
    asked = Request(Said("Atlas of Samples", PLACE), days_from(on, -150), Said("For her map", PLACE))
    later = Request(Said("sample-atlas", PLACE), days_from(on, -500))
    match kind:
        case "loan-due":
            return (
                Loan(
                    Said("A Sample of Chapels", PLACE), days_from(on, 3), None, Said(value=True, place=PLACE)
                ),
                Loan(Said("Sample Hymns", PLACE), days_from(on, -2), None, Said(value=False, place=PLACE)),
            )
        case "may-interest":
            topics = (Said("chapels", PLACE), Said("hymn writers", PLACE))
            return Interest(trial, topics), Interest(bare, topics[:1])
        case "request-waiting":
            return Waiting(asked, None), Waiting(later, bare)
        case "reminder":
            reminder = Reminder(days_from(on, 0), Said("Ask about the spring list", PLACE))
            return reminder, reminder
        case "keep-in-touch" | "newcomer" | "note-review":
            since = days_from(on, -90), days_from(on, -400)
            return Counted(since[0], Span(3, "month")), Counted(since[1], Span(1, "year"))
        case _:
            on_trial = kind.startswith("trial")
            there = replace(bare, trial=trial.trial if on_trial else None)
            return Asked(asked, trial if on_trial else here), Asked(later, there)


def sample_follow_up(
    occasions: tuple[Occasion, ...], channel: str, language: str, on: date, staff: Staff | None = None
) -> FollowUp:
    """The sample reader with these occasions open."""
    standings = tuple(Standing(each, State.OPEN, each.why[0]) for each in occasions)
    duty = Duty(staff or _STAFF)
    return FollowUp(sample_patron(on, language), duty, REACH[channel], on, overdue=False, standings=standings)
