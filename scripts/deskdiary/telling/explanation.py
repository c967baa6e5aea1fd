"""One occasion explained: why it exists, which steps were asked, and which one decided."""

from collections.abc import Iterator

from deskdiary.day.explain import Explained
from deskdiary.day.state import State
from deskdiary.human_dates import long_date
from deskdiary.telling.plainly import plainly


def explanation(explained: Explained) -> str:
    """The steps in order, each with the place that bears it out."""
    return "\n".join(plainly(line) for line in _lines(explained)) + "\n"


def _lines(explained: Explained) -> Iterator[str]:
    standing, occasion = explained.standing, explained.standing.occasion
    yield f"{occasion.id} is {standing.state} on {explained.on}."
    days = {"opens": occasion.opens, "due": occasion.due, "closes": occasion.closes}
    told = (f"{name} {long_date(day)}" if day else f"never {name}" for name, day in days.items())
    yield "  " + ", ".join(told)
    yield "Why it is there:"
    for reason in occasion.why:
        yield f"  {reason.text} ({reason.place})"
    yield "How its state was found:"
    for number, answer in enumerate(explained.answers, start=1):
        yes = "yes" if answer.holds else "no"
        yield f"  {number}. {answer.question}? {yes}: {answer.text} ({answer.place})"
    if standing.state is not State.OPEN:
        return
    for reason in explained.follow_up_why:
        yield f"  {reason.text} ({reason.place})"
