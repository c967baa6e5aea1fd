"""A day's plan with its drafts, in the desk's own wording."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from deskdiary.cli.gathering import gathered
from deskdiary.cli.looking import Looked
from deskdiary.day.plan import Plan
from deskdiary.records.patron import Patron
from deskdiary.records.problem import in_order
from deskdiary.shells.cache.made import Made
from deskdiary.shells.reading.desk import Reading
from deskdiary.shells.texts import links, shipped, tree
from deskdiary.words.day_of_drafts import DayOfDrafts, day_of_drafts
from deskdiary.words.draft import Draft
from deskdiary.words.own_wording import FOLDER, own_wording
from deskdiary.words.traces import Traces, traces
from deskdiary.words.wording import Wording


@dataclass(frozen=True, slots=True)
class Drafted:
    """A day's plan, its problems those of wording and drafts too, and the drafts that may be read over."""

    plan: Plan
    reading: Reading
    drafts: tuple[Draft, ...]
    wording: Wording = field(repr=False)


def drafted(looked: Looked) -> Drafted:
    """The day that was asked for, with its drafts in the desk's own wording."""
    found = gathered(looked)
    looked.pause()
    plan, folder = found.plan, looked.root / FOLDER
    words = own_wording(shipped("wording"), tree(folder), links(folder))
    made = _made(plan, words.wording, looked, found.reading.digests)
    problems = in_order((*plan.problems, *words.problems, *made.problems))
    return Drafted(replace(plan, problems=problems), found.reading, made.drafts, words.wording)


def _made(plan: Plan, wording: Wording, looked: Looked, digests: Mapping[str, str]) -> DayOfDrafts:
    """The day's drafts; what each note's traces are is known as long as the note is the same."""
    kept = Made(looked.shelf, f"{looked.seen.kept_for}traces", Traces, looked.found.blob or b"")

    def traces_of(patron: Patron) -> Traces:
        return kept.of(patron.path, digests.get(patron.path), partial(traces, patron))

    made = day_of_drafts(plan, wording, traces_of)
    kept.save()
    return made
