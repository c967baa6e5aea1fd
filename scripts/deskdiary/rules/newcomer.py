"""People who joined not long ago."""

from collections.abc import Iterator

from deskdiary.day.occasion import Counted, Occasion
from deskdiary.human_dates import long_date
from deskdiary.records.desk import Desk
from deskdiary.records.patron import Patron
from deskdiary.records.place import Reason
from deskdiary.rules.rule import Day, Rule
from deskdiary.spans import plus_days, plus_span

NEW_FOR_DAYS = 60


def newcomers(patron: Patron, desk: Desk, day: Day) -> Iterator[Occasion]:
    """Some time after somebody joined, where their category sets one, we ask how they are getting on."""
    category = desk.category_of(patron)
    check = category.newcomer_check if category else None
    if check is None or patron.since is None:
        return
    falls_on = plus_span(patron.since.value, check.value)
    opens = day.open_days.on_or_before(falls_on)
    yield Occasion(
        patron=patron.key,
        kind=NEWCOMER.kind,
        subject="welcome",
        date=falls_on,
        opens=opens,
        due=day.open_days.after(opens, NEWCOMER.number(desk, "within")),
        closes=plus_days(falls_on, NEW_FOR_DAYS),
        why=(
            Reason(f"Joined on {long_date(patron.since.value)}.", patron.since.place),
            Reason(f"Newcomers of this category are asked after {check.value}.", check.place),
        ),
        about=Counted(patron.since, check.value),
    )


NEWCOMER = Rule("newcomer", newcomers, {"within": 5})
