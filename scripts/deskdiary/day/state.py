"""The state of an occasion on a day: eight questions, in order; the first that holds decides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from deskdiary.day.cap import Full, full
from deskdiary.day.occasion import Occasion
from deskdiary.human_dates import long_date
from deskdiary.records.contact import Contact, Snooze
from deskdiary.records.desk import Desk
from deskdiary.records.kinds import OUR_OWN, UNASKED, WAYS
from deskdiary.records.manner import LEAVE_ALONE, OFTEN, PERSONAL, attention, reads_email
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason


class State(StrEnum):
    """What is to be done about an occasion: only an open one asks for somebody's time."""

    OPEN = "open"
    UPCOMING = "upcoming"
    DONE = "done"
    SNOOZED = "snoozed"
    SUGGESTED = "suggested"
    USUAL = "usual"
    LEFT_ALONE = "left alone"
    MISSED = "missed"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, repr=False)
class Case:
    """An occasion, whom it is about, and the day it is judged on."""

    occasion: Occasion
    patron: Patron
    desk: Desk
    on: date
    settled: Mapping[str, Contact]
    snoozed: Mapping[str, Snooze]


@dataclass(frozen=True, slots=True)
class Step:
    """One of the eight questions: the answer that gives a state and its reason, or None."""

    state: State
    ask: Callable[[Case], Reason | None]


@dataclass(frozen=True, slots=True)
class Standing:
    """An occasion and its state on the day. `because` is the step's reason, `until` the end of a snooze."""

    occasion: Occasion
    state: State
    because: Reason = field(repr=False)
    until: date | None = None

    @property
    def why(self) -> tuple[Reason, ...]:
        """Why there is an occasion at all; and why it is not open, where it is not."""
        if self.state is State.OPEN or self.because in self.occasion.why:
            return self.occasion.why
        return (*self.occasion.why, self.because)

    def overdue(self, on: date) -> bool:
        """Whether it is open past the day it was wanted by."""
        return self.state is State.OPEN and self.occasion.due is not None and self.occasion.due < on


def judge(case: Case) -> Standing:
    """The state of an occasion on the day. Source: the eight steps of the reckoning."""
    for step in STEPS:
        because = step.ask(case)
        if because:
            until = put_off_until(case) if step.state is State.SNOOZED else None
            return Standing(case.occasion, _named(step, case), because, until)
    return Standing(case.occasion, State.OPEN, is_open(case))


def _named(step: Step, case: Case) -> State:
    """Past its close an occasion was missed where nothing but us stood in its way."""
    if step.state is not State.LAPSED:
        return step.state
    quiet = any(ask(case) for ask in (suggested, left_alone, usual))
    return State.LAPSED if quiet else State.MISSED


def done(case: Case) -> Reason | None:
    """A contact on or before the day is for it."""
    contact = case.settled.get(case.occasion.short_id) if case.settled else None
    if contact is None:
        return None
    place = contact.settles.place if contact.settles else contact.date.place
    how = f"Seen to {WAYS[contact.how.value]}" if contact.happened else "Not needed"
    return Reason(f"{how} on {long_date(contact.date.value)}.", place)


def upcoming(case: Case) -> Reason | None:
    """It has not opened yet."""
    opens = case.occasion.opens
    if opens is None or case.on >= opens:
        return None
    return Reason(f"It is not time yet: it opens on {long_date(opens)}.", case.occasion.why[-1].place)


def past(case: Case) -> Reason | None:
    """It is past its close."""
    closes = case.occasion.closes
    if closes is None or case.on <= closes:
        return None
    return Reason(f"Its time ended on {long_date(closes)}.", case.occasion.why[-1].place)


def left_alone(case: Case) -> Reason | None:
    """The patron wants no contact, and it is not one of the staff's own kinds."""
    if case.occasion.kind in OUR_OWN:
        return None
    said = attention(case.patron, case.desk)
    if said.value != LEAVE_ALONE:
        return None
    return Reason("Is to be left alone.", said.place)


def usual(case: Case) -> Reason | None:
    """The library's own notice reaches the patron, who did not ask for more."""
    if case.occasion.kind != "loan-due" or case.patron.loan_reminders:
        return None
    said = reads_email(case.patron, case.desk)
    if said.value != OFTEN:
        return None
    return Reason("Reads e-mail often, so the usual notice is enough.", said.place)


def suggested(case: Case) -> Reason | None:
    """Nobody asked for it, and the patron has not been promised personal attention."""
    if case.occasion.kind != "may-interest":
        return None
    said = attention(case.patron, case.desk)
    if said.value == PERSONAL:
        return None
    return Reason("Did not ask for it: tell them if you think fit.", said.place)


def snoozed(case: Case) -> Reason | None:
    """Somebody put it off until a later day, or the person has heard enough from us for now."""
    snooze = _snooze(case)
    if snooze:
        return Reason(f"Put off until {long_date(snooze.until.value)}.", snooze.until.place)
    held_back = _held_back(case)
    return held_back.because if held_back else None


def put_off_until(case: Case) -> date | None:
    """The day on which an occasion that waits comes back."""
    snooze, held_back = _snooze(case), _held_back(case)
    days = [*([snooze.until.value] if snooze else []), *([held_back.until] if held_back else [])]
    return max(days, default=None)


def _snooze(case: Case) -> Snooze | None:
    snooze = case.snoozed.get(case.occasion.short_id) if case.snoozed else None
    return snooze if snooze and snooze.until.value > case.on else None


def _held_back(case: Case) -> Full | None:
    return full(case.patron, case.desk, case.on) if case.occasion.kind in UNASKED else None


def is_open(case: Case) -> Reason:
    """Nothing stands in its way."""
    due = case.occasion.due or case.occasion.date
    late = "it was wanted by" if due < case.on else "it is wanted by"
    return Reason(f"It is open: {late} {long_date(due)}.", case.occasion.why[-1].place)


STEPS: tuple[Step, ...] = (
    Step(State.DONE, done),
    Step(State.UPCOMING, upcoming),
    Step(State.LAPSED, past),
    Step(State.LEFT_ALONE, left_alone),
    Step(State.USUAL, usual),
    Step(State.SUGGESTED, suggested),
    Step(State.SNOOZED, snoozed),
)
