"""When an issue must not be closed though its follow-up is gone: where the notes may just be unread."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from deskdiary.day.plan import Plan
from deskdiary.day.state import Standing, State
from deskdiary.issues.marks import tag_of
from deskdiary.issues.steps import Close
from deskdiary.records.library import PATH
from deskdiary.records.problem import Severity

MANY, SHARE = 5, 3
"""More than so many closings, and more than one in so many issues, are not believed at once."""


@dataclass(frozen=True, slots=True)
class Books:
    """The state of every occasion of one person, by its tag."""

    states: dict[str, State]

    def all_done(self, tags: Iterable[str]) -> bool:
        """Whether the diary says of each that somebody saw to it."""
        return all(self.states.get(tag) is State.DONE for tag in tags)

    def seen_to(self, tags: Iterable[str]) -> bool:
        """Whether somebody said of each that it is done, or that it can wait."""
        return all(self.states.get(tag) in {State.DONE, State.SNOOZED} for tag in tags)

    def explain(self, tags: Iterable[str]) -> bool:
        """Whether each is still on the books, in whatever state: put off, left alone, missed."""
        return all(tag in self.states for tag in tags)


def books_of(plan: Plan, key: str) -> Books:
    """What the day's plan says of one person."""
    # In the order of their ids, which begin with whose they are: of thousands these alone are looked at.
    first = bisect_left(plan.standings, f"{key}/", key=_id)
    last = bisect_left(plan.standings, f"{key}0", first, key=_id)
    return Books({tag_of(each.occasion.id): each.state for each in plan.standings[first:last]})


def _id(each: Standing) -> str:
    return each.occasion.id


def not_believed(plan: Plan, key: str, books: Books, tags: frozenset[str]) -> str:
    """Why it is not believed that a follow-up is over; empty where it is.

    No occasion that is on the books disappears, so one that did was taken out of the notes. Or they could not
    be read: then nothing is known, and nothing is closed.
    """
    if not plan.desk.patrons:
        return "patrons/ has no note that can be read"
    if tags and books.explain(tags):
        return ""
    return "there are errors in the notes: see deskdiary check" if _in_doubt(plan, key) else ""


def _in_doubt(plan: Plan, key: str) -> bool:
    """Whether an error may hide something about this person: in their note, or in what all notes rest on."""
    own = next((patron.path for patron in plan.desk.patrons if patron.key == key), None)
    read = {patron.path for patron in plan.desk.patrons}
    errors = (each.place.path for each in plan.problems if each.severity is Severity.ERROR)
    return any(
        path in {PATH, own} or path.startswith("resources") or (own is None and path not in read)
        for path in errors
    )


def too_many(closings: tuple[Close, ...], standing: int) -> str:
    """Why so many closings at once are refused; empty where they are few. What was seen to is not counted."""
    count = len(closings)
    if count <= MANY or count * SHARE <= standing:
        return ""
    return (
        f"this would close {count} of {standing} issues with nobody having seen to them. "
        "If you mean it, add --allow-mass-close."
    )
