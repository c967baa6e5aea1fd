"""What an issue is to say, from the card of the day and from what stands there already."""

from dataclasses import dataclass

from deskdiary.day.follow_up import FollowUp
from deskdiary.issues.body import around, same
from deskdiary.issues.card import Card, card_of, our_title, over
from deskdiary.issues.issue import How, Issue, Written
from deskdiary.issues.known import Known
from deskdiary.issues.labels import OURS, OVERDUE
from deskdiary.issues.marks import Stage
from deskdiary.issues.safeguards import Books
from deskdiary.issues.standing import Ours


@dataclass(frozen=True, slots=True)
class Wanted:
    """An issue that there should be: its card, what its labels are for, and whom to give it to."""

    card: Card
    purposes: frozenset[str]
    staff: str | None = None


def wanted_for(each: FollowUp, known: Known) -> Wanted:
    """The issue of a follow-up."""
    kinds = {found.occasion.kind for found in each.standings}
    late = {OVERDUE} if each.overdue else set()
    github = each.duty.staff.github if each.duty.staff else None
    staff = github.value if github and github.value in known.takes else None
    purposes = frozenset({OURS, str(each.way.channel), *kinds, *late})
    return Wanted(card_of(each, known.manner), purposes, staff)


def written_anew(known: Known, wanted: Wanted, one: Ours) -> Written:
    """The card as it is today; a tick on what is still wanted stays until it is written down.

    On an issue that was over, the ticks are ours, and tell what the notes said then. Who has taken it out of
    the notes since means that it is not done.
    """
    issue, card = one.issue, wanted.card
    theirs = one.marks.boxes if one.marks.stage is Stage.OPEN else ()
    ticked = frozenset(box.tag for box in theirs if box.ticked)
    title = card.title if our_title(issue.title, card.about) else issue.title
    part = card.part(Stage.OPEN, _heard(known, one), ticked)
    labels = (issue.labels - known.names.ours) | known.names.of(wanted.purposes)
    return Written(title, around(issue.body, part), labels)


def finished(known: Known, each: Ours, books: Books, stage: Stage, how: How) -> Written:
    """What names nobody stays of a card: kinds and dates, and ticks on what was done."""
    card, issue = over(each.marks), each.issue
    heard = max((comment.id for comment in issue.comments), default=each.marks.heard)
    ticked = frozenset(tag for tag in each.marks.tags if books.all_done([tag]))
    part = card.part(stage, max(heard, each.marks.heard), ticked)
    title = card.title if our_title(issue.title, card.about) else issue.title
    return Written(title, around(issue.body, part), issue.labels | known.names.of([OURS]), how)


def _heard(known: Known, one: Ours) -> int:
    return max(one.marks.heard, known.heard.get(one.issue.number, 0))


def changed(issue: Issue, written: Written) -> tuple[str, ...]:
    """Which parts of an open issue are not yet as they should be."""
    told = {
        "title": issue.title != written.title,
        "text": not same(issue.body, written.body),
        "labels": issue.labels != written.labels,
    }
    return tuple(name for name, differs in told.items() if differs)
