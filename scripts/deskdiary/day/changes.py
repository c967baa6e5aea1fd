"""What changed between two plans, and why: no occasion comes, turns or goes without a cause."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from deskdiary.day.occasion import Waiting
from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing, State
from deskdiary.human_dates import long_date
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place, Reason
from deskdiary.rules.recurring import LOOK_BACK_DAYS
from deskdiary.rules.request_waiting import has_news
from deskdiary.spans import plus_days


@dataclass(frozen=True, slots=True)
class Change:
    """An occasion whose state is another than before; None where it was not, or is no more."""

    id: str
    before: State | None
    after: State | None
    why: Reason = field(repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Gone:
    """An occasion that was on the books, the plan that has it no longer, and what took its place there."""

    standing: Standing
    after: Plan
    patron: Patron | None
    successor: Standing | None


def changes(before: Plan, after: Plan) -> Iterator[Change]:
    """Every difference in state, in the order of the ids, each with its cause."""
    was, now = _by_id(before), _by_id(after)
    patrons = {patron.key: patron for patron in after.desk.patrons}
    successors = {_thread(standing): standing for standing in after.standings}
    for key in sorted(was.keys() | now.keys()):
        old, new = was.get(key), now.get(key)
        if new is None and old is not None:
            gone = Gone(old, after, patrons.get(old.occasion.patron), successors.get(_thread(old)))
            yield Change(key, old.state, None, cause_of_end(gone))
        elif new is not None and (old is None or old.state is not new.state):
            because = new.because if old else new.occasion.why[0]
            yield Change(key, old.state if old else None, new.state, because)


def cause_of_end(gone: Gone) -> Reason:
    """Why the notes give rise to an occasion no longer: the first cause that holds."""
    for cause in CAUSES:
        reason = cause(gone)
        if reason:
            return reason
    place = gone.patron.place if gone.patron else Place(gone.standing.occasion.why[0].place.path)
    return Reason("The notes no longer say what it was for.", place)


def _note_gone(gone: Gone) -> Reason | None:
    if gone.patron:
        return None
    return Reason("The note is no longer there, or cannot be read.", gone.standing.occasion.why[0].place)


def _rule_off(gone: Gone) -> Reason | None:
    kind = gone.standing.occasion.kind
    if not gone.after.desk.library.is_off(kind):
        return None
    return Reason(f"The rule {kind} is switched off.", Place("library.yml"))


def _answered(gone: Gone) -> Reason | None:
    """What was waited for has news: a trial, an arrival or a refusal took its place."""
    about = gone.standing.occasion.about
    if not isinstance(about, Waiting):
        return None
    resource = gone.after.desk.resource_called(about.request.wanted.value)
    if resource is None or not has_news(resource):
        return None
    return Reason("There is news of what they asked for.", resource.title.place)


def _moved_on(gone: Gone) -> Reason | None:
    """Another of the same kind and subject took its place: a loan renewed, a cadence that moved on."""
    if gone.successor is None:
        return None
    other = gone.successor.occasion
    return Reason(f"Its date is now {long_date(other.date)}.", other.why[0].place)


def _long_past(gone: Gone) -> Reason | None:
    closes = gone.standing.occasion.closes
    if closes is None or closes >= plus_days(gone.after.on, -LOOK_BACK_DAYS):
        return None
    return Reason("It closed more than a year ago.", gone.standing.occasion.why[0].place)


CAUSES: tuple[Callable[[Gone], Reason | None], ...] = (
    _note_gone,
    _rule_off,
    _long_past,
    _answered,
    _moved_on,
)


def _thread(standing: Standing) -> tuple[str, str, str]:
    """What an occasion has in common with those before and after it: person, kind and subject."""
    return (standing.occasion.patron, standing.occasion.kind, standing.occasion.subject)


def _by_id(plan: Plan) -> Mapping[str, Standing]:
    return {standing.occasion.id: standing for standing in plan.standings}
