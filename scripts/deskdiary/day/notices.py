"""What the library sends by itself, so that nobody says it twice: usual notices and general e-mails."""

from collections.abc import Iterator

from deskdiary.day.occasion import Asked, Interest
from deskdiary.day.open_days import open_days_of
from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing
from deskdiary.human_dates import weekday_date
from deskdiary.records.loan import Loan
from deskdiary.records.mailing_lists import ANNOUNCED, lists_that_hear
from deskdiary.records.manner import OFTEN, reads_email
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.rules.loan_due import LOAN_DUE


def sent_anyway(patron: Patron, plan: Plan, standing: Standing) -> Iterator[Reason]:
    """What reaches the patron, or fails to, without us: with the line that says so."""
    about = standing.occasion.about
    if isinstance(about, Loan):
        yield _usual_notice(patron, plan, about)
    if isinstance(about, Asked | Interest) and standing.occasion.kind in ANNOUNCED:
        yield from _general_email(patron, about)


def _usual_notice(patron: Patron, plan: Plan, loan: Loan) -> Reason:
    """The library's own system writes as many open days before as its rule for loans says."""
    if patron.email is None:
        return Reason("No usual notice reaches them: the note has no e-mail.", patron.place)
    notice = LOAN_DUE.number(plan.desk, "notice_days")
    day = open_days_of(plan.desk.library).before(loan.due.value, notice)
    goes = "goes" if day >= plan.on else "went"
    reads = reads_email(patron, plan.desk)
    unread = "" if reads.value == OFTEN else f", which they {reads.value} read"
    return Reason(f"The usual notice {goes} to their e-mail on {weekday_date(day)}{unread}.", reads.place)


def _general_email(patron: Patron, about: Asked | Interest) -> Iterator[Reason]:
    for said in lists_that_hear(patron, about.resource):
        yield Reason(f"The general e-mail comes to them through {said.value}.", said.place)
