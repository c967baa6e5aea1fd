"""An occasion in the words of the templates: dates in the reader's language, and names people used."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from babel.lists import format_list

from deskdiary.day.occasion import Asked, Counted, Interest, Occasion, Waiting
from deskdiary.day.settled import last_contact
from deskdiary.human_dates import day_of_month, full_date, locale_of, long_date, month_of, weekday_date
from deskdiary.records.loan import Loan
from deskdiary.records.patron import Patron
from deskdiary.records.reminder import Reminder
from deskdiary.records.request import Request
from deskdiary.records.resource import Resource
from deskdiary.words.blurb import blurb
from deskdiary.words.vocabulary import (
    CARDS,
    CountedWords,
    LoanWords,
    NewsWords,
    ReminderWords,
    SaidOf,
    WaitingWords,
)


@dataclass(frozen=True, slots=True, repr=False)
class Speech:
    """To whom, in which language, on which day and by which channel something is said."""

    patron: Patron | None
    language: str
    on: date
    channel: str = "email"

    def near(self, day: date) -> str:
        """`Friday 27 November`, and the year where it is another one."""
        said = weekday_date if day.year == self.on.year else full_date
        return said(day, self.language)

    def past(self, day: date) -> str:
        """`3 November`, and the year where it is another one: a day whose weekday nobody remembers."""
        said = day_of_month if day.year == self.on.year else long_date
        return said(day, self.language)

    def month(self, day: date) -> str:
        """`June`, and the year where it is another one."""
        month = month_of(day, self.language)
        return month.replace(str(day.year), "").strip() if day.year == self.on.year else month

    def listed(self, names: tuple[str, ...]) -> str:
        """`chapels and hymn writers`. Welsh has its `and` by the letter that follows."""
        listed = format_list(names, locale=locale_of(self.language)) if names else ""
        vowel = names[-1][:1].casefold() in "aeiouwyâêîôûŵŷ" if names else False
        return listed.replace(" a(c) ", " ac " if vowel else " a ") if self.language[:2] == "cy" else listed

    def for_cards(self, text: str) -> str:
        """What only staff may read: empty wherever the person would read it."""
        return text if self.channel in CARDS else ""


def words_of(occasion: Occasion, speech: Speech) -> SaidOf | None:
    """What a template may say of an occasion; None for one that was settled long ago."""
    about = occasion.about
    match about:
        case Loan():
            return _loan(about, speech)
        case Asked() | Interest():
            return _news(about, occasion, speech)
        case Waiting():
            return _waiting(about, occasion, speech)
        case Counted():
            return _counted(about, speech)
        case Reminder():
            return ReminderWords(
                long_date(occasion.date, speech.language), speech.for_cards(about.about.value)
            )
        case _:
            return None


def _loan(loan: Loan, speech: Speech) -> LoanWords:
    answers: Mapping[bool | None, str] = {True: "yes", False: "no", None: "unknown"}
    return LoanWords(
        title=loan.title.value,
        due=speech.near(loan.due.value),
        overdue=loan.due.value < speech.on,
        renewable=answers[loan.renewable.value if loan.renewable else None],
    )


def _news(news: Asked | Interest, occasion: Occasion, speech: Speech) -> NewsWords:
    asked = news.request if isinstance(news, Asked) else None
    topics = news.topics if isinstance(news, Interest) else ()
    return replace(
        announced(news.resource, occasion.date, occasion.closes, speech),
        asked_as=_name_used(asked, news.resource) if asked else "",
        asked=speech.month(asked.asked.value) if asked else "",
        told=_told(occasion, speech),
        topics=speech.listed(tuple(topic.value for topic in topics)),
        note=speech.for_cards(asked.note.value if asked and asked.note else ""),
    )


def announced(resource: Resource, starts: date, ends: date | None, speech: Speech) -> NewsWords:
    """A resource as everybody may be told of it: nobody asked, and nobody is told apart."""
    return NewsWords(
        title=resource.title.value,
        about=blurb(resource.body),
        url=resource.url.value if resource.url else "",
        access=" ".join(resource.access.value.split()) if resource.access else "",
        on_trial=resource.trial is not None,
        starts=speech.near(starts),
        starts_today=starts == speech.on,
        over=starts < speech.on,
        until=speech.near(ends) if ends and resource.trial else "",
        reason=" ".join(resource.reason.value.split()) if resource.reason else "",
        asked_as="",
        asked="",
        told="",
        topics="",
        note="",
    )


def _waiting(waiting: Waiting, occasion: Occasion, speech: Speech) -> WaitingWords:
    request = waiting.request
    return WaitingWords(
        title=_name_used(request, waiting.resource),
        asked=speech.month(request.asked.value),
        told=_told(occasion, speech),
        note=speech.for_cards(request.note.value if request.note else ""),
    )


def _counted(counted: Counted, speech: Speech) -> CountedWords:
    day = counted.base.value
    last = last_contact(speech.patron, speech.on) if speech.patron else None
    return CountedWords(
        since=speech.past(day),
        span=speech.for_cards(str(counted.span)),
        how=last.how.value if last and last.date.value == day else "",
    )


def _told(occasion: Occasion, speech: Speech) -> str:
    """When somebody was last in touch with them about this very thing, on an earlier day."""
    contacts = speech.patron.contacts if speech.patron else ()
    days = [
        contact.date.value
        for contact in contacts
        if contact.happened
        and contact.settles
        and contact.date.value < speech.on
        and contact.settles.value.split("/")[1:2] == [occasion.subject]
    ]
    return speech.past(max(days)) if days else ""


def _name_used(request: Request, resource: Resource | None) -> str:
    """The name they used, where it is not the resource's key: nobody speaks in keys."""
    said = request.wanted.value
    return resource.title.value if resource and said == resource.key else said
