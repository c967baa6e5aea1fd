"""Today: who is to see to whom, how urgently, why, and with what words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain, groupby

import phonenumbers

from deskdiary.day.channel import Channel
from deskdiary.day.follow_up import FollowUp
from deskdiary.day.notices import sent_anyway
from deskdiary.day.plan import OnDuty
from deskdiary.day.state import State
from deskdiary.human_dates import full_date
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.view import Line, View
from deskdiary.records.place import Reason
from deskdiary.telling.last_time import last_time
from deskdiary.telling.summary import other_matters, to_do, urgency, workload, wrong
from deskdiary.words.draft import Draft
from deskdiary.words.message import mailto

_HOW = {
    Channel.PHONE: "Call",
    Channel.EMAIL: "E-mail",
    Channel.LETTER: "Write a letter",
    Channel.IN_PERSON: "Speak in person",
    Channel.DESK: "Nobody to contact: read the note",
}
# Where one looks up what is not for today.
_PAGES = {
    State.USUAL: "usual-notices.html",
    State.LEFT_ALONE: "left-alone.html",
    State.SUGGESTED: "suggestions.html",
    State.SNOOZED: "fortnight.html",
    State.UPCOMING: "fortnight.html",
    State.MISSED: "missed.html",
}


@dataclass(frozen=True, slots=True)
class Card:
    """A follow-up as it is shown: with its words, and what to know before one calls."""

    follow_up: FollowUp
    lines: tuple[Line, ...]
    how: str
    urgency: str
    pressing: str
    last_contact: str = field(repr=False)
    sent_anyway: tuple[Reason, ...] = field(repr=False)
    dial: str | None = field(repr=False)
    draft: Draft | None = field(repr=False)
    held_back: bool
    mailto: str | None = field(repr=False)
    command: str


def today(view: View, templates: Templates) -> Iterator[Page]:
    """The page that one opens first every morning."""
    staff = [(whose, workload(whose), tuple(_spells(whose, view))) for whose in view.plan.by_staff]
    heading = full_date(view.plan.on)
    yield templates.page(
        "today.md",
        "index.md",
        view=view,
        heading=heading,
        to_do=to_do(view.plan),
        others=[(told, _PAGES.get(state)) for state, told in other_matters(view.plan)],
        wrong=wrong(view.plan),
        staff=staff,
        channels=tuple(dict.fromkeys(str(each.way.channel) for each in view.plan.follow_ups)),
    )


def _spells(whose: OnDuty, view: View) -> Iterator[tuple[str, tuple[Card, ...]]]:
    """The cards of one colleague by how much they press: a heading, and those under it, in their order."""
    cards = (card(each, view) for each in whose.follow_ups)
    for heading, found in groupby(cards, key=lambda each: _spell(each.follow_up, view.plan.on)):
        yield heading, tuple(found)


def _spell(each: FollowUp, on: date) -> str:
    if each.overdue:
        return "Overdue"
    if each.due <= on:
        return "Today"
    return "This week" if each.due <= on + timedelta(days=6 - on.weekday()) else "Later"


def card(each: FollowUp, view: View) -> Card:
    """One follow-up with all that whoever sees to it needs."""
    draft = view.drafts.get(each.patron.key)
    on = view.plan.on
    return Card(
        follow_up=each,
        lines=view.lines(each.standings),
        how=_HOW[each.way.channel],
        urgency=urgency(each, on),
        pressing="overdue" if each.overdue else "today" if each.due <= on else "soon",
        last_contact=last_time(each.patron, view.plan.on),
        sent_anyway=_sent_anyway(each, view),
        dial=_dial(each),
        draft=draft,
        held_back=draft is None and each.draft is not None,
        mailto=mailto(draft) if draft and each.way.channel is Channel.EMAIL else None,
        command=_command(each),
    )


def _command(each: FollowUp) -> str:
    """What to type to write it down as done, all of it at once."""
    ids = " ".join(standing.occasion.id for standing in each.standings)
    by = f" --by {each.duty.key}" if each.duty.key else ""
    return f'deskdiary done {ids}{by} --how "{each.way.channel}" --about "…"'


def _dial(each: FollowUp) -> str | None:
    """A link that dials the number, its extension too; None where the number has no country."""
    if each.way.channel is not Channel.PHONE or not each.way.reach:
        return None
    try:
        number = phonenumbers.parse(each.way.reach, None)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966)


def _sent_anyway(each: FollowUp, view: View) -> tuple[Reason, ...]:
    """What the library sends by itself, each notice said once."""
    told = (sent_anyway(each.patron, view.plan, standing) for standing in each.standings)
    return tuple(dict.fromkeys(chain.from_iterable(told)))
