"""All drafts of a day, those to persons and those to lists; and what was held back, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deskdiary.day.plan import Plan
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity, in_order
from deskdiary.words.announcement import announcements
from deskdiary.words.draft import Draft, drafts
from deskdiary.words.lint import Case, amiss
from deskdiary.words.lint_others import ground_of
from deskdiary.words.own_wording import problem_of
from deskdiary.words.traces import TracesOf, traces
from deskdiary.words.wording import Wording


@dataclass(frozen=True, slots=True)
class DayOfDrafts:
    """The drafts that may be read over, and the problems with those that may not, told by keys alone."""

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]


def day_of_drafts(plan: Plan, wording: Wording, traces_of: TracesOf = traces) -> DayOfDrafts:
    """Every draft of the day that passes the last look; `traces_of` may know notes' traces already."""
    made = (*drafts(plan, wording), *announcements(plan, wording))
    return held_to(made, plan, wording.sources(), traces_of)


def held_to(
    made: tuple[Draft, ...], plan: Plan, wording: Iterable[str], traces_of: TracesOf = traces
) -> DayOfDrafts:
    """The drafts without those that something is wrong with."""
    ground = ground_of(plan.desk, wording, made, traces_of)
    patrons = {patron.key: patron for patron in plan.desk.patrons}
    good: list[Draft] = []
    problems: list[Problem] = []
    for draft in made:
        patron = patrons.get(draft.patron)
        found = tuple(amiss(Case(draft, _greetings(patron), ground)))
        problems += [*_told(draft, patron, found), *(problem_of(fault) for fault in draft.faults)]
        good += [] if found else [draft]
    return DayOfDrafts(tuple(good), in_order(tuple(problems)))


def _greetings(patron: Patron | None) -> tuple[str, ...]:
    return tuple(said.value for said in (patron.greet, patron.name) if said) if patron else ()


def _told(draft: Draft, patron: Patron | None, found: tuple[str, ...]) -> Iterator[Problem]:
    """Why a draft was held back: whose it is by the key, and nothing of what is in it."""
    place = patron.place if patron else Place("resources")
    whose = f"to {patron.key}" if patron else draft.file.removesuffix(".eml")
    for each in found:
        yield Problem(
            place=place,
            severity=Severity.ERROR,
            code="draft-held-back",
            message=f"The draft {whose} was held back: {each}.",
            remedy="Look at the note and at the wording; until then, write it yourself.",
        )
