"""Problems as lines for a terminal: where, what is wrong, what to type, and the line itself."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deskdiary.day.plan import Plan
from deskdiary.records.problem import Problem, Severity
from deskdiary.telling.plainly import plainly
from deskdiary.telling.plurals import counted
from deskdiary.telling.source_line import Spot, under_it

_PAINT = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTICE: "1;36"}


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the problems are told to: whether it shows colours, and the lines of the notes it may show."""

    painted: bool = False
    lines: Mapping[Spot, str] = field(default_factory=dict, repr=False)

    def paint(self, text: str, colour: str) -> str:
        """The text in a colour, where there are any."""
        return f"\x1b[{colour}m{text}\x1b[0m" if self.painted else text


def problems_text(plan: Plan, terminal: Terminal | None = None) -> str:
    """Each problem with the line it stands on, and how many there are."""
    return "\n".join(_lines(plan, terminal or Terminal())) + "\n"


def _lines(plan: Plan, terminal: Terminal) -> Iterator[str]:
    for each in plan.problems:
        yield _told(each, terminal)
        line = terminal.lines.get((each.place.path, each.place.line))
        if line is not None:
            shown, caret = under_it(line, each.place)
            yield shown
            yield terminal.paint(caret, _PAINT[each.severity])
    notes = f"{counted(len(plan.desk.patrons), 'patron')} and {counted(len(plan.desk.resources), 'resource')}"
    counts = Counter(each.severity for each in plan.problems)
    found = ", ".join(counted(counts[severity], severity) for severity in Severity if counts[severity])
    yield f"{notes} read: {found or 'nothing wrong'}."


def _told(each: Problem, terminal: Terminal) -> str:
    place = plainly(f"{each.place.path}:{each.place.line}:{each.place.column}")
    severity = terminal.paint(str(each.severity), _PAINT[each.severity])
    return (
        f"{terminal.paint(place, '1')}: {severity}: {plainly(f'{each.message} {each.remedy}')} [{each.code}]"
    )
