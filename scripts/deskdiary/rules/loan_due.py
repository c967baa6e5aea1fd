"""Loans that are due back."""

from collections.abc import Iterator

from deskdiary.day.occasion import Occasion
from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason, Said
from deskdiary.rules.rule import Day, Rule


def loans_due(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """A loan asks for a reminder once its notice period begins.

    The date is part of the id, so a renewed loan is a new occasion.
    """
    notice = notice_days(patron, desk)
    for loan in patron.loans:
        due = loan.due.value
        yield Occasion(
            patron=patron.key,
            kind=LOAN_DUE.kind,
            subject=loan.subject,
            date=due,
            opens=day.open_days.before(due, notice.value),
            due=day.open_days.before(due, 0),
            closes=None,
            why=(Reason(f"“{loan.title.value}” is due back on {long_date(due)}.", loan.due.place),),
            about=loan,
        )


def notice_days(patron: Patron, desk: Desk) -> Said[int]:
    """How many open days before a loan is due the patron wants to hear: the note, the category, the rule."""
    category = desk.category_of(patron)
    said = patron.notice_days or (category and category.notice_days)
    return said or Said(LOAN_DUE.number(desk, "notice_days"), patron.place)


LOAN_DUE = Rule("loan-due", loans_due, {"notice_days": 3})
