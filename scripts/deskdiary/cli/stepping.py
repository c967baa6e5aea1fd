"""The steps taken, one after the other, each told as it is done; none blindly repeated."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import typer

from deskdiary.issues.deciding import doubles
from deskdiary.issues.forge import Forge
from deskdiary.issues.issue import Issue
from deskdiary.issues.known import Known, Proposal
from deskdiary.issues.marks import marked
from deskdiary.issues.steps import Assign, Close, Make, Open, Reopen, Step, Update
from deskdiary.refusal import Refusal
from deskdiary.telling.steps_text import step_line

MOST_TRIES = 3
A_WHILE = 5.0  # seconds: what was broken off may still be under way there
wait: Callable[[float], None] = time.sleep


def take(proposal: Proposal, known: Known, forge: Forge) -> None:
    """Take every step; then look whether another run opened the same at this moment."""
    for step in proposal.steps:
        for told in _take(step, known, forge):
            typer.echo(told)
    if any(isinstance(step, Open) for step in proposal.steps):
        for step in doubles(replace(known, issues=forge.newest())):
            for told in _take(step, known, forge):
                typer.echo(told)


def _take(step: Step, known: Known, forge: Forge) -> Iterator[str]:
    match step:
        case Make():
            forge.make_label(step.label)
            yield step_line(step)
        case Open():
            yield from _opened(step, forge)
        case Assign():
            yield from _assigned(step, forge)
        case Update() | Close() | Reopen():
            yield _rewritten(step, known, forge)


def _opened(step: Open, forge: Forge) -> Iterator[str]:
    number = _number_of(step, forge)
    yield f"{step_line(step)} (#{number})"
    if step.staff:
        yield from _assigned(Assign(number, step.about, step.staff), forge)


def _number_of(step: Open, forge: Forge) -> int:
    """Look whether it is there, by this run or another; else send it; where that is in doubt, look again.

    What broke on the way may have been done nonetheless, so nothing is sent a second time before a look.
    """
    for attempt in range(MOST_TRIES):
        number = _there(step, forge) or forge.open(step.written)
        if number:
            return number
        wait(A_WHILE * (attempt + 1))
    number = _there(step, forge)
    if number:
        return number
    raise Refusal(f"nobody can tell whether the issue for {step.about} was opened. The next run looks again.")


def _there(step: Open, forge: Forge) -> int | None:
    found = (each for each in forge.newest() if each.closing is None and each.trusted)
    same = (each.number for each in found if (marks := marked(each.body)) and marks.about == step.about)
    return min(same, default=None)


def _assigned(step: Assign, forge: Forge) -> Iterator[str]:
    if forge.assign(step.number, step.login):
        yield step_line(step)
    else:
        typer.echo(f"#{step.number}: the forge does not give it to the colleague on duty.", err=True)


def _rewritten(step: Update | Close | Reopen, known: Known, forge: Forge) -> str:
    """Only where it is still as it was when it was read: a tick made at this moment is not written over."""
    before = next((each for each in known.issues if each.number == step.number), None)
    now = forge.issue(step.number)
    if now is None:
        return f"Left #{step.number}: it is not there any more"
    if before is not None and _differs(before, now):
        return f"Left #{step.number}: somebody changed it at this moment; the next run looks again"
    if not forge.write(step.number, step.written):
        return f"Left #{step.number}: it is not there any more"
    return step_line(step)


def _differs(before: Issue, now: Issue) -> bool:
    was, is_now = before.closing, now.closing
    return (before.title, before.body, before.labels, was is None) != (
        now.title,
        now.body,
        now.labels,
        is_now is None,
    )
