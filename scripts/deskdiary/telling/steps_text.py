"""The steps of a sync told in lines: numbers, keys and kinds of change, and nothing of a note."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from deskdiary.issues.back import Heard, Saying
from deskdiary.issues.known import Proposal
from deskdiary.issues.marks import DIGEST
from deskdiary.issues.steps import Assign, Close, Make, Open, Reopen, Step, Update
from deskdiary.telling.plainly import plainly
from deskdiary.telling.plurals import counted


def steps_text(proposal: Proposal, heard: Heard) -> str:
    """A line for what is to be written down, and one for each step."""
    return _text(
        (*(saying_line(each) for each in heard.sayings), *(step_line(each) for each in proposal.steps))
    )


def not_taken(proposal: Proposal, heard: Heard) -> str:
    """How many there are, and that nothing is done yet."""
    count = len(proposal.steps) + len(heard.sayings)
    if not count:
        return "The issues are as they should be.\n"
    return f"{counted(count, 'step')}. Nothing is done yet: add --apply.\n"


def held_text(proposal: Proposal, heard: Heard) -> str:
    """What is not done, and why: for whoever watches the run."""
    return _text(_held_lines(proposal, heard))


def strangers_text(keys: Iterable[str]) -> str:
    """Which of the staff cannot have issues."""
    why = "who `github` names in library.yml may not write here"
    return _text(f"Issues cannot be given to {key}: {why}" for key in keys)


def _held_lines(proposal: Proposal, heard: Heard) -> Iterator[str]:
    for held in proposal.held:
        yield f"Held #{held.number} {_about(held.about)}: {held.why}"
    for number in heard.unclear:
        yield f"Not understood on #{number}: /snooze wants a day to come, such as /snooze 2026-12-01"


def saying_line(each: Saying) -> str:
    """`Write down from #12 p-k7f2: done, 2 occasions`."""
    not_needed = " (not needed)" if each.told and each.told.not_needed else ""
    until = f" until {each.until}" if each.until else ""
    what = f"{each.verb}{until}{not_needed}, {counted(len(each.tags), 'occasion')}"
    return f"Write down from #{each.number} {_about(each.about)}: {what}"


def step_line(step: Step) -> str:
    """One step: `Update #12 p-k7f2: text, labels`."""
    match step:
        case Make():
            return f"Make the label {plainly(step.label.name)}"
        case Open():
            return f"Open {_about(step.about)}"
        case Update():
            return f"Update #{step.number} {_about(step.about)}: {', '.join(step.changed)}"
        case Close():
            return f"Close #{step.number} {_about(step.about)}: {step.why}"
        case Reopen():
            return f"Reopen #{step.number} {_about(step.about)}"
        case Assign():
            return f"Assign #{step.number} {_about(step.about)}"
        case _:
            assert_never(step)


def _about(about: str) -> str:
    return "(the rest)" if about == DIGEST else about


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
