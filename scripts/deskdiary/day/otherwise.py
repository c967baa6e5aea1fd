"""Why a question about an occasion was answered with no, for whoever asks how its state was found."""

from collections.abc import Callable, Mapping

from deskdiary.day.state import Case, State
from deskdiary.human_dates import long_date
from deskdiary.records.kinds import OUR_OWN, UNASKED
from deskdiary.records.manner import LEAVE_ALONE, OFTEN, attention, reads_email
from deskdiary.records.place import Reason


def not_done(case: Case) -> Reason:
    """Nothing in the diary settles it."""
    return Reason("No contact in the note is for it.", case.patron.place)


def not_upcoming(case: Case) -> Reason:
    """Its day has come."""
    opens = case.occasion.opens
    since = f" on {long_date(opens)}" if opens else ""
    return Reason(f"It opened{since}.", case.occasion.why[-1].place)


def not_past(case: Case) -> Reason:
    """Its time is not over."""
    closes = case.occasion.closes
    until = f"It is open until {long_date(closes)}." if closes else "It never closes."
    return Reason(until, case.occasion.why[-1].place)


def not_left_alone(case: Case) -> Reason:
    """Nobody asked for peace, or this is our own affair."""
    said = attention(case.patron, case.desk)
    if said.value == LEAVE_ALONE and case.occasion.kind in OUR_OWN:
        return Reason("Is to be left alone, but this is for the staff themselves.", said.place)
    return Reason(f"Attention is {said.value}.", said.place)


def not_usual(case: Case) -> Reason:
    """No usual notice takes care of it."""
    if case.occasion.kind != "loan-due":
        return Reason("The library's own system knows nothing of it.", case.occasion.why[0].place)
    said = reads_email(case.patron, case.desk)
    if said.value != OFTEN:
        return Reason(f"The usual notice fails: e-mail is read {said.value}.", said.place)
    wish = case.patron.loan_reminders
    return Reason("Wants to be reminded personally.", wish.place if wish else said.place)


def not_suggested(case: Case) -> Reason:
    """It is more than news for somebody who did not ask."""
    if case.occasion.kind != "may-interest":
        return Reason("It is more than a suggestion.", case.occasion.why[0].place)
    said = attention(case.patron, case.desk)
    return Reason(f"Attention is {said.value}: news of interest is passed on.", said.place)


def not_snoozed(case: Case) -> Reason:
    """Nobody put it off, and no cap holds it back."""
    cap = ", and no cap holds it back" if case.occasion.kind in UNASKED else ""
    return Reason(f"Nobody put it off{cap}.", case.patron.place)


OTHERWISE: Mapping[State, Callable[[Case], Reason]] = {
    State.DONE: not_done,
    State.UPCOMING: not_upcoming,
    State.LAPSED: not_past,
    State.LEFT_ALONE: not_left_alone,
    State.USUAL: not_usual,
    State.SUGGESTED: not_suggested,
    State.SNOOZED: not_snoozed,
}
