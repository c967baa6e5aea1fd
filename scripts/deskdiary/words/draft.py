"""The draft of a follow-up: what one would write, or say, to one patron about all that is open."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from deskdiary.day.channel import Channel
from deskdiary.day.follow_up import FollowUp
from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing
from deskdiary.human_dates import STAFF_LANGUAGE, long_date, weekday_date
from deskdiary.records.library import Staff
from deskdiary.words.vocabulary import Speech, words_of
from deskdiary.words.wording import Passage, Wording

_TEMPLATE_CHANNEL = {
    Channel.EMAIL: "email",
    Channel.PHONE: "call",
    Channel.IN_PERSON: "call",
    Channel.LETTER: "letter",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """One message or card. `text` is all of it, ready to be read over; `subject` is an e-mail's.

    `says` is what there is to say without what stands around it; `record` the lines that note it as done.
    """

    file: str
    patron: str
    channel: Channel
    on: date
    ids: tuple[str, ...]
    subject: str = field(repr=False)
    text: str = field(repr=False)
    says: str = field(repr=False)
    record: str = field(repr=False)
    to_name: str = field(repr=False)
    to: str | None = field(repr=False)
    staff: Staff | None


def drafts(plan: Plan, wording: Wording) -> Iterator[Draft]:
    """A draft for every follow-up that is written or spoken; none for anyone who is left alone."""
    for each in plan.follow_ups:
        made = draft(each, plan, wording)
        if made:
            yield made


def draft(each: FollowUp, plan: Plan, wording: Wording) -> Draft | None:
    """The draft of one follow-up, or None where nobody is to be contacted."""
    if each.draft is None:
        return None
    channel = _TEMPLATE_CHANNEL[each.way.channel]
    language = _language(plan) if channel != "call" else STAFF_LANGUAGE
    speech = Speech(each.patron, language, plan.on)
    passages = tuple(_passages(each, channel, speech, wording))
    frame = wording.passage("frame", channel, _frame(each, plan, passages, speech))
    return Draft(
        file=each.draft,
        patron=each.patron.key,
        channel=each.way.channel,
        on=plan.on,
        ids=tuple(standing.occasion.id for standing in each.standings),
        subject=passages[0].subject if len({passage.subject for passage in passages}) == 1 else frame.subject,
        text=frame.text,
        says="\n\n".join(passage.text for passage in passages),
        record="\n".join(_record(each, plan.on)),
        to_name=each.patron.name.value,
        to=each.way.reach,
        staff=each.duty.staff,
    )


def _passages(each: FollowUp, channel: str, speech: Speech, wording: Wording) -> Iterator[Passage]:
    """One passage for all occasions of a kind: three books are one sentence, not three."""
    by_kind = sorted(each.standings, key=_kind)
    for kind, standings in groupby(by_kind, key=_kind):
        about = [words_of(standing, speech) for standing in standings]
        passage = wording.passage(kind, channel, {"about": about, "greet": _greet(each)})
        if passage.text:
            yield passage


def _frame(each: FollowUp, plan: Plan, passages: tuple[Passage, ...], speech: Speech) -> Mapping[str, object]:
    staff = each.duty.staff
    return {
        "greet": _greet(each),
        "name": each.patron.name.value,
        "passages": [passage.text for passage in passages],
        "staff": staff.name.value if staff else "",
        "library": plan.desk.library.name,
        "today": long_date(plan.on, speech.language),
        "by": weekday_date(each.due, speech.language),
        "overdue": each.overdue,
        "in_person": each.way.channel is Channel.IN_PERSON,
        "reach": each.way.reach or "",
        "hours": each.patron.hours.value if each.patron.hours else "",
        "language": each.patron.language.value if each.patron.language else "",
        "record": _record(each, plan.on),
    }


def _record(each: FollowUp, on: date) -> list[str]:
    """The lines that record it as done, to be put under `contacts:` in the patron's note."""
    by = [f"    by: {each.duty.key}"] if each.duty.key else []
    return [
        line
        for standing in each.standings
        for line in (
            f"  - date: {on}",
            f"    how: {each.way.channel}",
            *by,
            "    about: ",
            f"    for: {standing.occasion.short_id}",
        )
    ]


def _greet(each: FollowUp) -> str:
    return (each.patron.greet or each.patron.name).value


def _language(plan: Plan) -> str:
    """The library's language: there is wording in no other yet."""
    library = plan.desk.library
    return library.language.value if library.language else STAFF_LANGUAGE


def _kind(standing: Standing) -> str:
    return standing.occasion.kind
