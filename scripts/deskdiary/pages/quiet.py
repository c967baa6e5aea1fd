"""Whom we do not contact today, and why: as much a result as whom we call."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from deskdiary.day.state import Standing, State
from deskdiary.pages.markdown import Page, Templates
from deskdiary.pages.view import Line, View
from deskdiary.records.manner import attention, left_alone
from deskdiary.records.patron import Patron
from deskdiary.spans import plus_days

# Days after its time. What is long past is nobody's to act on, and would bury what is not.
SHOWN_FOR = {State.MISSED: 90, State.LAPSED: 28}


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
        "What was never done and is now past its time. “Missed” was ours to do, and stands here for "
        f"{SHOWN_FOR[State.MISSED]} days; “lapsed” was not, and stands here for {SHOWN_FOR[State.LAPSED]}.",
        "Nothing was missed.",
    ),
)


def quiet_pages(view: View, templates: Templates) -> Iterator[Page]:
    """The people who are left alone; then a page for each sort of occasion that nobody acts on."""
    yield left_alone_page(view, templates)
    for quiet in QUIET:
        found = view.plan.in_state(*quiet.states)
        lines = view.lines(each for each in found if not _is_long_past(each, view.plan.on))
        earlier = len(found) - len(lines)
        yield templates.page("quiet.md", quiet.path, view=view, quiet=quiet, lines=lines, earlier=earlier)


def _is_long_past(standing: Standing, on: date) -> bool:
    """Whether the time of an occasion has been over for so long that only its patron's page has it."""
    days, closes = SHOWN_FOR.get(standing.state), standing.occasion.closes
    return days is not None and closes is not None and closes < plus_days(on, -days)


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
