"""The day's follow-ups as lines for a terminal."""

from collections.abc import Iterator
from textwrap import wrap

from deskdiary.day.follow_up import FollowUp
from deskdiary.day.plan import Plan
from deskdiary.records.kinds import KINDS
from deskdiary.telling.plainly import plainly
from deskdiary.telling.summary import summary, urgency, whole_day, workload

_WIDTH = 100
_MARGIN = " " * 10


def day_text(plan: Plan, staff: str | None) -> str:
    """Who needs what, by member of staff; everybody's, or one's alone."""
    return "\n".join(_lines(plan, staff)) + "\n"


def _lines(plan: Plan, staff: str | None) -> Iterator[str]:
    yield plainly(whole_day(plan))
    for line in summary(plan):
        yield from wrap(line, _WIDTH)
    for whose in plan.by_staff:
        if staff in {None, whose.key}:
            yield ""
            yield plainly(f"{whose.name}: {workload(whose)}")
            for each in whose.follow_ups:
                yield from _told(each, plan)


def _told(each: FollowUp, plan: Plan) -> Iterator[str]:
    reach = f"  {each.way.reach}" if each.way.reach else ""
    beyond = ", beyond today's minutes" if each.beyond_capacity else ""
    yield plainly(
        f"  {each.way.channel:<9} {each.patron.name.value} ({each.patron.key}){reach.replace(chr(10), ', ')}"
    )
    yield f"{_MARGIN}  {urgency(each, plan.on)}, {each.minutes} min{beyond}"
    for standing in each.standings:
        yield f"{_MARGIN}  {KINDS[standing.occasion.kind]}:"
        for reason in standing.why:
            yield from _wrapped(f"- {reason.text} ({reason.place})")


def _wrapped(text: str) -> Iterator[str]:
    indent = f"{_MARGIN}  "
    yield from wrap(
        plainly(text), _WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ", break_long_words=False
    )
