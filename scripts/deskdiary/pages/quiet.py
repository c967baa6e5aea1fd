"""Whom we do not contact today, and why: as much a result as whom we call."""

from collections.abc import Iterator
from dataclasses import dataclass

from deskdiary.day.state import State
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.view import Line, View
from deskdiary.records.manner import attention, left_alone
from deskdiary.records.patron import Patron


@dataclass(frozen=True, slots=True)
class Quiet:
    """A page about the occasions of some states: where it is, what it is called, what it says first."""

    path: str
    title: str
    states: tuple[State, ...]
    intro: str
    none: str


QUIET = (
    Quiet(
        "usual-notices.md",
        "The usual notices",
        (State.USUAL,),
        "These people read their e-mail, so the library system’s own notice reaches them. "
        "Nothing is to be done; a call from us would only say it twice.",
        "Nobody’s loan is left to the usual notice at the moment.",
    ),
    Quiet(
        "suggestions.md",
        "Suggestions",
        (State.SUGGESTED,),
        "News that meets somebody’s interests, though they did not ask for it. "
        "Tell them if you think fit; nobody is waiting.",
        "There is nothing to suggest at the moment.",
    ),
    Quiet(
        "missed.md",
        "Missed",
        (State.MISSED, State.LAPSED),
        "What was never done and is now past its time. “Missed” was ours to do; “lapsed” was not.",
        "Nothing was missed.",
    ),
)


def quiet_pages(view: View, templates: Templates) -> Iterator[Page]:
    """The people who are left alone; then a page for each sort of occasion that nobody acts on."""
    yield left_alone_page(view, templates)
    for quiet in QUIET:
        lines = view.lines(view.plan.in_state(*quiet.states))
        yield templates.page("quiet.md", quiet.path, view=view, quiet=quiet, lines=lines)


def _silenced(view: View, patron: Patron) -> tuple[Line, ...]:
    lines = view.lines_of.get(patron.key, ())
    return tuple(line for line in lines if line.standing.state is State.LEFT_ALONE)


def left_alone_page(view: View, templates: Templates) -> Page:
    """Everybody who wants no contact, where that is written, and what we keep quiet about."""
    desk = view.plan.desk
    people = [
        (patron, attention(patron, desk).place, _silenced(view, patron))
        for patron in desk.patrons
        if left_alone(patron, desk)
    ]
    return templates.page("left_alone.md", "left-alone.md", view=view, people=people)
