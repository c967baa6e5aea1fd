"""The insight in a few sentences, for a terminal and for the head of the page."""

from collections.abc import Iterator, Mapping

from deskdiary.day.state import State
from deskdiary.human_dates import long_date, month_of
from deskdiary.insight.insight import Insight
from deskdiary.insight.proposals import Proposal
from deskdiary.insight.questions import QUESTIONS
from deskdiary.insight.spells import MONTHS, week_of
from deskdiary.records.kinds import WAYS
from deskdiary.records.library import PATH
from deskdiary.telling.plurals import counted

_STATES = {
    State.SNOOZED: "put off",
    State.SUGGESTED: "only suggested",
    State.UPCOMING: "still to come",
    State.USUAL: "left to the usual notices",
}
_PREFERRED = {"phone": "a call", "email": "an e-mail", "in person": "to be spoken to", "letter": "a letter"}


def of_state(state: State) -> str:
    """What is said of occasions in a state."""
    return _STATES.get(state, str(state))


def insight_text(found: Insight) -> str:
    """The sentences, then each proposal with its line, and each question by the patron's key."""
    return "\n".join((*sentences(found), *_proposals(found), *_questions(found))) + "\n"


def sentences(found: Insight) -> Iterator[str]:
    """What a head of service would ask first."""
    yield came_up(found)
    yield heard(found)
    yield minutes(found)
    yield late(found)
    yield failed(found)


def came_up(found: Insight) -> str:
    """How many occasions, and what became of them."""
    states = {of_state(state): number for state, number in found.occasions.states.items() if number}
    number = counted(sum(states.values()), "occasion")
    return f"In the {MONTHS} months to {month_of(found.on)}: {number}{_listed(states)}."


def heard(found: Insight) -> str:
    """Personal contacts against e-mails to lists."""
    if not found.contacts.people + found.contacts.lists:
        return "No contact is on record in these months."
    personal = {WAYS[way]: number for way, number in found.contacts.personal.items() if number}
    made = f"{counted(sum(personal.values()), 'personal contact')}{_listed(personal)}"
    lists = counted(found.contacts.lists, "e-mail to a mailing list", "e-mails to mailing lists")
    people = counted(found.contacts.people, "person", "people")
    alone = found.contacts.through_lists_alone
    return f"{made}, beside {lists}. {people} heard from us personally, {alone} through a list alone."


def minutes(found: Insight) -> str:
    """What waits, against what the staff have time for."""
    week = found.work.weeks[week_of(found.on)]
    waiting = sum(load.minutes for load in found.work.loads.values())
    if not found.work.limited:
        by = f"by {long_date(found.work.until)}, {counted(waiting, 'minute')}"
        return (
            f"This week, {counted(week.ahead, 'minute')} are asked for; {by}. Nobody's minutes_a_day is set."
        )
    has = sum(load.capacity or 0 for load in found.work.loads.values())
    until = f"by {long_date(found.work.until)} it will be {waiting:,} of {has:,}"
    return (
        f"This week, {week.ahead:,} of the {week.capacity:,} minutes that staff have are asked for; {until}."
    )


def late(found: Insight) -> str:
    """What is late today, and what was missed for good."""
    if not found.missed:
        return "Nothing is late, and nothing was missed."
    overdue = sum(each.overdue for each in found.missed.values())
    missed = sum(each.missed for each in found.missed.values())
    return f"{counted(overdue, 'occasion')} late today; {counted(missed, 'occasion')} missed."


def failed(found: Insight) -> str:
    """Whom the usual notices do not reach, what is proposed, and what to ask."""
    unreached = sum(each.failed for each in found.categories)
    return f"The usual notices fail {unreached} of {counted(found.patrons, 'patron')}.{_changes(found)}"


def _changes(found: Insight) -> str:
    number = len(found.proposals.each)
    if not number:
        return ""
    return f" {counted(number, 'change')} to {PATH} {'is' if number == 1 else 'are'} proposed."


def question(each: Proposal) -> str:
    """What is proposed, and for how many."""
    why = {
        "reads_email": "rarely or never read e-mail, or have no address for it",
        "prefers": f"prefer {_PREFERRED.get(str(each.change.value), '')}",
        "notice_days": f"want {each.change.value} open days' notice",
    }[each.change.field]
    people = f"{each.asking} of {each.people} in the category {each.change.category}"
    return f"{people} {why}, as their own notes say: make “{each.change.after}” their category's default?"


def place(each: Proposal) -> str:
    """Which line of `library.yml` is meant."""
    change = each.change
    if change.line is None:
        return f"{PATH}, below {change.category}:"
    where = {"instead": "line", "below": "below line", "within": "within the braces of line"}[change.where]
    return f"{PATH}, {where} {change.line}"


def _proposals(found: Insight) -> Iterator[str]:
    for each in found.proposals.each:
        yield ""
        yield question(each)
        yield f"  {place(each)}"
        if each.change.before:
            yield f"  - {each.change.before}"
        yield f"  + {each.change.after}"
        yield f"  Minutes today: {each.effect.before.minutes}, then {each.effect.after.minutes}."


def _questions(found: Insight) -> Iterator[str]:
    for each in found.acquaintances:
        yield ""
        yield f"Ask {each.patron}, seen on {counted(each.days, 'day')} within a year:"
        yield from (f"  {QUESTIONS[field]}" for field in each.unknown)


def _listed(numbers: Mapping[str, int]) -> str:
    told = ", ".join(f"{number} {name}" for name, number in numbers.items())
    return f" ({told})" if told else ""
