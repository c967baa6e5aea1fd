"""What issues are to become of a desk's follow-ups, beside a year of issues that stand already.

No forge is asked: `python -m benchmarks.issue_steps DESK` invents the issues, and says how long it takes.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from deskdiary.cli.gathering import plan_of
from deskdiary.cli.hearing import hear
from deskdiary.cli.options import Asked
from deskdiary.day.plan import Plan
from deskdiary.issues.deciding import propose
from deskdiary.issues.issue import Closing, How, Issue, Written
from deskdiary.issues.known import Known
from deskdiary.issues.labels import LABELS, names_of
from deskdiary.issues.marks import Stage, begin
from deskdiary.issues.settings import Manner
from deskdiary.issues.steps import Open

CLOSED_FOR_EACH = 10
ONE_OF = 50  # so many issues one is missing, and one was written over by hand
_DONE = Closing(How.COMPLETED, "somebody", counts=True, at=datetime(2026, 11, 2, 10, tzinfo=UTC))


def decided(desk: Path) -> dict[str, float]:
    """How long it takes to hear what was said and to decide every step, and how many there were of each."""
    plan, names = plan_of(Asked(desk)), names_of(LABELS.values())
    nothing = Known(plan, (), names, manner=Manner(most_new=len(plan.desk.patrons)))
    opened = [step for step in propose(nothing).steps if isinstance(step, Open)]
    issues = tuple(_issues(plan, opened))
    began = time.perf_counter()
    heard = hear(plan, issues, names)
    steps = propose(replace(nothing, issues=issues, heard=heard.last)).steps
    seconds = time.perf_counter() - began
    return {"seconds": round(seconds, 3), "issues": len(issues), "steps": len(steps)}


def _issues(plan: Plan, opened: list[Open]) -> Iterator[Issue]:
    others = tuple(each.key for each in plan.desk.patrons)
    number = 0
    for place, step in enumerate(opened):
        for closed in range(CLOSED_FOR_EACH):
            number += 1
            other = others[(place * CLOSED_FOR_EACH + closed) % len(others)]
            yield _issue(number, _settled(step, other), _DONE)
        number += 1
        written = step.written
        if place % ONE_OF == 1:
            written = replace(written, title="Please ring them")
        if place % ONE_OF:
            yield _issue(number, written, None)


def _settled(step: Open, other: str) -> Written:
    body = step.written.body.replace(begin(step.about, Stage.OPEN, 0), begin(step.about, Stage.SETTLED, 0))
    return replace(step.written, body=body.replace(step.about, other))


def _issue(number: int, written: Written, closing: Closing | None) -> Issue:
    return Issue(number, written.title, written.body, written.labels, closing=closing, trusted=True)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(decided(Path(sys.argv[1]))) + "\n")
