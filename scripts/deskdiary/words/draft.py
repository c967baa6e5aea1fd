"""The draft of a follow-up: what one would write, or say, to one patron about all that is open."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from deskdiary.day.channel import Channel
from deskdiary.day.follow_up import FollowUp
from deskdiary.day.occasion import Occasion
from deskdiary.day.plan import Plan
from deskdiary.human_dates import STAFF_LANGUAGE, language_name, long_date, weekday_date
from deskdiary.records.library import Staff
from deskdiary.telling.last_time import last_time
from deskdiary.words.saying import Speech
from deskdiary.words.template_rules import Fault
from deskdiary.words.thought import Thought, kinds_said, lists_told, thought
from deskdiary.words.vocabulary import FRAME, FrameWords
from deskdiary.words.wording import Wording

TEMPLATE_CHANNEL = {
    Channel.EMAIL: "email",
    Channel.PHONE: "call",
    Channel.IN_PERSON: "call",
    Channel.LETTER: "letter",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """One message or card. `text` is all of it, ready to be read over; `subject` is an e-mail's.

    `says` is what there is to say without what stands around it; `record` the lines that note it as done.
    One that is `unfinished` waits for somebody's own words. A draft to a mailing list has no patron.
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
    language: str = STAFF_LANGUAGE
    unfinished: bool = False
    mailing_list: str = ""
    faults: tuple[Fault, ...] = ()


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
    channel = TEMPLATE_CHANNEL[each.way.channel]
    occasions = tuple(standing.occasion for standing in each.standings)
    speech = Speech(each.patron, _language(each, plan, wording, channel), plan.on, channel)
    said = thought(occasions, speech, wording)
    frame = wording.passage(FRAME, channel, speech.language, _frame(each, plan, said, speech))
    return Draft(
        file=each.draft,
        patron=each.patron.key,
        channel=each.way.channel,
        on=plan.on,
        ids=tuple(occasion.id for occasion in occasions),
        subject=frame.subject if said.further or not said.subject else said.subject,
        text=frame.text,
        says="\n\n".join(said.passages),
        record="\n".join(_record(each, plan.on)),
        to_name=each.patron.name.value,
        to=each.way.reach,
        staff=each.duty.staff,
        language=speech.language,
        unfinished=not said.passages,
        faults=(*said.faults, *frame.faults),
    )


def _frame(each: FollowUp, plan: Plan, said: Thought, speech: Speech) -> FrameWords:
    patron, way = each.patron, each.way
    by_letter = way.channel is Channel.LETTER
    return FrameWords(
        greet=(patron.greet or patron.name).value,
        name=patron.name.value,
        passages=said.passages,
        subject=said.subject,
        further=said.further,
        lists=speech.listed(lists_told(_occasions(each), patron)),
        staff=each.duty.staff.name.value if each.duty.staff else "",
        library=plan.desk.library.name,
        today=long_date(plan.on, speech.language),
        address=way.reach or "" if by_letter else "",
        in_person=way.channel is Channel.IN_PERSON,
        number=way.reach or "" if way.channel is Channel.PHONE else "",
        hours=patron.hours.value if patron.hours else "",
        language=language_name(patron.language.value) if patron.language else "",
        by=weekday_date(each.due, speech.language),
        overdue=each.overdue,
        last_contact=speech.for_cards(last_time(patron, plan.on)),
        record=tuple(_record(each, plan.on)),
    )


def _occasions(each: FollowUp) -> tuple[Occasion, ...]:
    return tuple(standing.occasion for standing in each.standings)


def _record(each: FollowUp, on: date) -> list[str]:
    """The lines that record it as done, to be put under `contacts:` in the patron's note."""
    by = [f"    by: {each.duty.key}"] if each.duty.key else []
    return [
        line
        for occasion in _occasions(each)
        for line in (
            f"  - date: {on}",
            f"    how: {each.way.channel}",
            *by,
            "    about: ",
            f"    for: {occasion.short_id}",
        )
    ]


def _language(each: FollowUp, plan: Plan, wording: Wording, channel: str) -> str:
    """The patron's language, else the library's: all of a message in the first that can say all of it.

    A card is for whoever rings, so it is in the library's.
    """
    kinds = {FRAME, *kinds_said(_occasions(each), channel)}
    library = plan.desk.library.language
    spoken = [] if channel == "call" or each.patron.language is None else [each.patron.language.value]
    return wording.language(sorted(kinds), channel, [*spoken, *([library.value] if library else [])])
