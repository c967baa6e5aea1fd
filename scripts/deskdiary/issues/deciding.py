"""The steps of a day: what the plan wants beside what stands on the forge, and nothing done yet."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from deskdiary.day.follow_up import FollowUp
from deskdiary.issues.body import MOST
from deskdiary.issues.card import digest
from deskdiary.issues.composing import Wanted, changed, finished, wanted_for, written_anew
from deskdiary.issues.issue import How, Written
from deskdiary.issues.known import Known, Proposal
from deskdiary.issues.labels import LABELS, OURS
from deskdiary.issues.marks import DIGEST, Stage
from deskdiary.issues.safeguards import books_of, not_believed, too_many
from deskdiary.issues.standing import Group, Ours, grouped, orphaned
from deskdiary.issues.steps import Assign, Close, Held, Make, Open, Reopen, Step, Update

NOBODY = Group(None, (), ())
NO_AUTHOR = "whoever opened it may not write here any more. Close it, and the next run opens another"


def propose(known: Known, *, allow_mass_close: bool = False) -> Proposal:
    """Every step there is. Where a run ends early, the next finds the rest: each step stands by itself."""
    groups = grouped(known.issues, *known.names.of([OURS]))
    found = [*_about_people(known, groups)]
    found += _about_the_rest(known, groups, found)
    steps = tuple(each for each in found if not isinstance(each, Held))
    held = tuple(each for each in found if isinstance(each, Held))
    standing = sum(group.one is not None for group in groups.values())
    refusal = "" if allow_mass_close else too_many(_unseen(known, groups, steps), standing)
    return Proposal((*_labels(known, steps), *sorted(steps, key=_turn)), held, refusal)


def _about_people(known: Known, groups: Mapping[str, Group]) -> Iterator[Step | Held]:
    wanted = {each.patron.key: wanted_for(each, known) for each in known.plan.follow_ups}
    opened = 0
    for about in (*wanted, *(gone for gone in groups if gone not in wanted and gone != DIGEST)):
        for step in _about_one(known, about, wanted.get(about), groups.get(about, NOBODY)):
            opened += isinstance(step, Open)
            if not isinstance(step, Open) or opened <= known.manner.most_new:
                yield step


def _about_one(known: Known, about: str, wanted: Wanted | None, group: Group) -> Iterator[Step | Held]:
    said = [each for each in group.at_work if each.issue.number in known.held]
    for each in said:
        yield Held(each.issue.number, about, known.held[each.issue.number])
    if said:
        return
    yield from (_double(each, known) for each in group.doubles)
    yield from _settled(known, about, group, wanted)
    if wanted is None:
        yield from _ended(known, about, group.one)
    elif group.one:
        yield from _kept(known, wanted, group.one)
    else:
        yield _begun(known, wanted, group)


def _begun(known: Known, wanted: Wanted, group: Group) -> Step | Held:
    """The same conversation is taken up again; another one begins anew."""
    again = _same_conversation(wanted, group)
    if again is None:
        card = wanted.card
        stray = orphaned(known.issues, *known.names.of([OURS])).get(card.about)
        if stray is not None:
            return Held(stray, card.about, NO_AUTHOR)
        labels = known.names.of(wanted.purposes)
        return Open(card.about, Written(card.title, card.part(Stage.OPEN, 0), labels), wanted.staff)
    return Reopen(again.issue.number, wanted.card.about, written_anew(known, wanted, again))


def _same_conversation(wanted: Wanted, group: Group) -> Ours | None:
    tags = frozenset(wanted.card.boxes)
    same_tags = [
        each
        for each in group.closed
        if each.marks.stage is not Stage.DOUBLE and (each.marks.tags & tags or not tags)
    ]
    return same_tags[-1] if same_tags else None


def _kept(known: Known, wanted: Wanted, one: Ours) -> Iterator[Step | Held]:
    issue, written = one.issue, written_anew(known, wanted, one)
    differs = changed(issue, written)
    if differs and len(written.body) > MOST:
        yield Held(issue.number, wanted.card.about, "its text has grown too long for the forge")
    elif differs:
        yield Update(issue.number, wanted.card.about, written, differs)
    if wanted.staff and not issue.assignees:
        yield Assign(issue.number, wanted.card.about, wanted.staff)


def _ended(known: Known, about: str, one: Ours | None) -> Iterator[Step | Held]:
    """Nothing is wanted any more: the issue that is open is closed, if that can be believed."""
    if one is None:
        return
    books = books_of(known.plan, about)
    doubt = not_believed(known.plan, about, books, one.marks.tags)
    if doubt:
        yield Held(one.issue.number, about, f"not closed: {doubt}")
        return
    done = bool(one.marks.tags) and books.all_done(one.marks.tags)
    how = How.COMPLETED if done else How.NOT_PLANNED
    why = "all is done" if done else "nothing is open any more"
    yield Close(one.issue.number, about, finished(known, one, books, Stage.SETTLED, how), why)


def _settled(known: Known, about: str, group: Group, wanted: Wanted | None) -> Iterator[Step | Held]:
    """What was closed by hand and is written down says so: it is not listened to again."""
    books = books_of(known.plan, about)
    again = _same_conversation(wanted, group) if wanted and not group.one else None
    for each in group.closed:
        closing = each.issue.closing
        if each is again or closing is None or each.marks.stage is not Stage.OPEN:
            continue
        if not_believed(known.plan, about, books, each.marks.tags):
            continue
        written = finished(known, each, books, Stage.SETTLED, closing.how)
        yield Update(each.issue.number, about, written, ("text",))


def doubles(known: Known) -> tuple[Step, ...]:
    """The closings of those that are one too many: two runs at once may each have opened one."""
    groups = grouped(known.issues, *known.names.of([OURS]))
    return tuple(_double(each, known) for group in groups.values() for each in group.doubles)


def _double(each: Ours, known: Known) -> Step:
    books = books_of(known.plan, each.marks.about)
    written = finished(known, each, books, Stage.DOUBLE, How.NOT_PLANNED)
    return Close(each.issue.number, each.marks.about, written, "there is another about the same")


def _about_the_rest(
    known: Known, groups: Mapping[str, Group], found: list[Step | Held]
) -> Iterator[Step | Held]:
    """One issue for all whose turn does not come in this run; closed when there are none."""
    group = groups.get(DIGEST, NOBODY)
    rest = tuple(_rest(known, groups, found))
    wanted = Wanted(digest(rest), frozenset({OURS})) if rest else None
    if wanted or group.one or group.doubles:
        yield from _about_one(known, DIGEST, wanted, group)


def _rest(known: Known, groups: Mapping[str, Group], found: list[Step | Held]) -> Iterator[FollowUp]:
    seen_to = {step.about for step in found if isinstance(step, Open | Reopen | Held)}
    for each in known.plan.follow_ups:
        group = groups.get(each.patron.key, NOBODY)
        if group.one is None and each.patron.key not in seen_to:
            yield each


def _unseen(known: Known, groups: Mapping[str, Group], steps: tuple[Step, ...]) -> tuple[Close, ...]:
    """The closings of what nobody saw to: doubles, and what is done or put off, need no second thought."""
    return tuple(
        step
        for step in steps
        if isinstance(step, Close)
        and step.about != DIGEST
        and (one := groups[step.about].one) is not None
        and one.issue.number == step.number
        and not (one.marks.tags and books_of(known.plan, step.about).seen_to(one.marks.tags))
    )


def _labels(known: Known, steps: tuple[Step, ...]) -> tuple[Make, ...]:
    writing = (step for step in steps if not isinstance(step, Make | Assign))
    used = frozenset[str]().union(*(step.written.labels for step in writing))
    return tuple(
        Make(replace(LABELS[purpose], name=known.names.by_purpose[purpose]))
        for purpose in LABELS
        if purpose in known.names.missing and known.names.by_purpose[purpose] in used
    )


def _turn(step: Step) -> int:
    return (Close, Update, Reopen, Open, Assign, Make).index(type(step))
