"""The general e-mail: what a mailing list is told, once, when a trial opens or a resource arrives."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from deskdiary.day.channel import Channel
from deskdiary.day.duty import cover, default_staff
from deskdiary.day.open_days import OpenDays, open_days_of
from deskdiary.day.plan import Plan
from deskdiary.folding import fold
from deskdiary.records.library import Library, Staff
from deskdiary.records.resource import Resource
from deskdiary.rules.arrived import ARRIVED
from deskdiary.rules.trial_opens import TRIAL_OPENS
from deskdiary.slug import slug
from deskdiary.words.draft import Draft
from deskdiary.words.saying import Speech, announced
from deskdiary.words.vocabulary import ANNOUNCEMENT, AnnouncementWords
from deskdiary.words.wording import Wording


@dataclass(frozen=True, slots=True)
class News:
    """A resource that is news for everybody: from which day, and until when it should have been told."""

    resource: Resource
    starts: date
    ends: date | None
    due: date

    def id_for(self, mailing_list: str) -> str:
        """What the draft's Message-ID is made of: the list, the resource and the day."""
        return f"{fold(mailing_list)}/{ANNOUNCEMENT}/{self.resource.key}/{self.starts}"


def announcements(plan: Plan, wording: Wording) -> Iterator[Draft]:
    """One draft for each list that somebody is to write to, however much news there is for it.

    Nothing records that a list has been told, so the draft is there for as long as the persons who asked are
    to be told in: from the day itself to two open days after it.
    """
    taken: set[str] = set()
    for mailing_list, news in sorted(_by_list(plan).items()):
        file = _file(mailing_list, taken)
        taken.add(file)
        yield _draft(file, mailing_list, tuple(news), plan, wording)


def _by_list(plan: Plan) -> dict[str, list[News]]:
    """The news of the day for each list; a list's name counts as the same in capitals and without."""
    names: dict[str, str] = {}
    found: dict[str, list[News]] = {}
    for each in _news(plan):
        for said in dict.fromkeys(said.value for said in each.resource.announce_to):
            name = names.setdefault(fold(said), said)
            if each not in found.setdefault(name, []):
                found[name].append(each)
    return found


def _news(plan: Plan) -> Iterator[News]:
    open_days = open_days_of(plan.desk.library)
    for resource in plan.desk.resources:
        news = _news_of(resource, plan, open_days)
        if news and news.starts <= plan.on <= news.due:
            yield news


def _news_of(resource: Resource, plan: Plan, open_days: OpenDays) -> News | None:
    if resource.trial and resource.standing == "trial":
        first = resource.trial.first.value
        due = open_days.after(first, TRIAL_OPENS.number(plan.desk, "within"))
        return News(resource, first, resource.trial.last.value, min(due, resource.trial.last.value))
    available = resource.arrival
    if available is None:
        return None
    due = open_days.after(available.value, ARRIVED.number(plan.desk, "within"))
    return News(resource, available.value, None, due)


def _file(mailing_list: str, taken: set[str]) -> str:
    """`list-history-staff.eml`; with a few figures more where two lists come to one name."""
    name = slug(mailing_list)
    if f"list-{name}.eml" in taken:
        name = f"{name}-{hashlib.sha256(mailing_list.encode()).hexdigest()[:8]}"
    return f"list-{name}.eml"


def _draft(file: str, mailing_list: str, news: tuple[News, ...], plan: Plan, wording: Wording) -> Draft:
    language = wording.language((ANNOUNCEMENT,), "email", _languages(plan.desk.library))
    speech = Speech(None, language, plan.on)
    staff = _signs(news[0].resource, plan)
    said = AnnouncementWords(
        about=tuple(announced(each.resource, each.starts, each.ends, speech) for each in news),
        list=mailing_list,
        staff=staff.name.value if staff else "",
        library=plan.desk.library.name,
    )
    passage = wording.passage(ANNOUNCEMENT, "email", language, said)
    return Draft(
        file=file,
        patron="",
        channel=Channel.EMAIL,
        on=plan.on,
        ids=tuple(each.id_for(mailing_list) for each in news),
        subject=passage.subject,
        text=passage.text,
        says=passage.text,
        record="",
        to_name="",
        to=None,
        staff=staff,
        language=language,
        mailing_list=mailing_list,
        faults=passage.faults,
    )


def _languages(library: Library) -> tuple[str, ...]:
    return (library.language.value,) if library.language else ()


def _signs(resource: Resource, plan: Plan) -> Staff | None:
    """Whoever looks after the resource, or covers for them; else whom the library names."""
    own = plan.desk.staff_called(resource.staff.value) if resource.staff else None
    staff = own or default_staff(plan.desk)
    return cover(staff, plan.desk, plan.on).staff if staff else None
