"""The small vocabulary of the wording templates: what they may say of an occasion, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from deskdiary.day.occasion import Asked, Counted, Interest, Waiting
from deskdiary.day.state import Standing
from deskdiary.human_dates import long_date, month_of, weekday_date
from deskdiary.records.loan import Loan
from deskdiary.records.patron import Patron
from deskdiary.records.reminder import Reminder
from deskdiary.records.request import Request
from deskdiary.records.resource import Resource
from deskdiary.words.plain_text import plain_text


@dataclass(frozen=True, slots=True, repr=False)
class Speech:
    """To whom, in which language and on which day something is said."""

    patron: Patron
    language: str
    on: date


@dataclass(frozen=True, slots=True, repr=False)
class LoanWords:
    """A loan: `renewable` is `yes`, `no`, or `unknown`; `overdue` whether the day is past."""

    title: str
    due: str
    overdue: bool
    renewable: str


@dataclass(frozen=True, slots=True, repr=False)
class NewsWords:
    """A resource that is news: what it is, where, until when, and how the patron came to it.

    `asked_as` and `asked` are empty where the patron did not ask; `topics` where no interest is met;
    `reason` where we did not turn it down, or the note does not say why.
    """

    title: str
    about: str
    url: str
    access: str
    starts: str
    starts_today: bool
    until: str
    reason: str
    asked_as: str
    asked: str
    topics: tuple[str, ...]
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class WaitingWords:
    """A request that nothing has come of yet: by what name they asked, and when."""

    title: str
    asked: str


@dataclass(frozen=True, slots=True, repr=False)
class CountedWords:
    """A time that has passed since a day: the last contact, joining, the last look at the note."""

    since: str
    span: str


@dataclass(frozen=True, slots=True, repr=False)
class ReminderWords:
    """A reminder that staff set themselves: never for the patron's eyes."""

    about: str
    date: str


SaidOf = LoanWords | NewsWords | WaitingWords | CountedWords | ReminderWords


def words_of(standing: Standing, speech: Speech) -> SaidOf | None:
    """What a template may say of an occasion; None for one that was settled long ago."""
    about = standing.occasion.about
    match about:
        case Loan():
            return _loan(about, speech)
        case Asked() | Interest():
            return _news(about, standing, speech)
        case Waiting():
            asked = about.request.asked.value
            return WaitingWords(_name_used(about.request, about.resource), _when(asked, speech))
        case Counted():
            return CountedWords(long_date(about.base.value, speech.language), str(about.span))
        case Reminder():
            return ReminderWords(about.about.value, long_date(standing.occasion.date, speech.language))
        case _:
            return None


def _loan(loan: Loan, speech: Speech) -> LoanWords:
    answers: Mapping[bool | None, str] = {True: "yes", False: "no", None: "unknown"}
    return LoanWords(
        title=loan.title.value,
        due=_near(loan.due.value, speech),
        overdue=loan.due.value < speech.on,
        renewable=answers[loan.renewable.value if loan.renewable else None],
    )


def _news(news: Asked | Interest, standing: Standing, speech: Speech) -> NewsWords:
    resource = news.resource
    asked = news.request if isinstance(news, Asked) else None
    closes = standing.occasion.closes
    on_lists = {said.value for said in speech.patron.lists}
    return NewsWords(
        title=resource.title.value,
        about=plain_text(resource.blurb),
        url=resource.url.value if resource.url else "",
        access=" ".join(resource.access.value.split()) if resource.access else "",
        starts=_near(standing.occasion.date, speech),
        starts_today=standing.occasion.date == speech.on,
        until=_near(closes, speech) if closes else "",
        reason=" ".join(resource.reason.value.split()) if resource.reason else "",
        asked_as=_name_used(asked, resource) if asked else "",
        asked=_when(asked.asked.value, speech) if asked else "",
        topics=tuple(topic.value for topic in news.topics) if isinstance(news, Interest) else (),
        lists=tuple(said.value for said in resource.announce_to if said.value in on_lists),
    )


def _name_used(request: Request, resource: Resource | None) -> str:
    """The name they used, where it is not the resource's key: nobody speaks in keys."""
    said = request.wanted.value
    return resource.title.value if resource and said == resource.key else said


def _when(asked: date, speech: Speech) -> str:
    """`June`, or `June 2025` where it was another year."""
    month = month_of(asked, speech.language)
    return month.replace(str(asked.year), "").strip() if asked.year == speech.on.year else month


def _near(day: date, speech: Speech) -> str:
    """`Friday 27 November`, or with the year where it is another one."""
    if day.year != speech.on.year:
        return long_date(day, speech.language)
    return weekday_date(day, speech.language)
