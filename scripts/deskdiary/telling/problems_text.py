"""Problems as lines for a terminal: where, what is wrong, what to type."""

from collections import Counter
from collections.abc import Iterator

from deskdiary.day.plan import Plan
from deskdiary.records.problem import Severity
from deskdiary.telling.plainly import plainly
from deskdiary.telling.plurals import counted


def problems_text(plan: Plan) -> str:
    """A line for each problem, and how many there are."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    for each in plan.problems:
        place = f"{each.place.path}:{each.place.line}:{each.place.column}"
        yield plainly(f"{place}: {each.severity}: {each.message} {each.remedy} [{each.code}]")
    notes = f"{counted(len(plan.desk.patrons), 'patron')} and {counted(len(plan.desk.resources), 'resource')}"
    counts = Counter(each.severity for each in plan.problems)
    found = ", ".join(counted(counts[severity], severity) for severity in Severity if counts[severity])
    yield f"{notes} read: {found or 'nothing wrong'}."
