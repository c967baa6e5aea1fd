"""What holds of any desk on any mornings, wherever a run is broken off: one issue for each follow-up."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskdiary.cli import stepping
from deskdiary.cli.stepping import take
from deskdiary.day.plan import Plan, reckon
from deskdiary.issues.deciding import propose
from deskdiary.issues.known import Known, Proposal
from deskdiary.issues.labels import LABELS, names_of
from deskdiary.issues.marks import DIGEST, Stage, marked
from deskdiary.issues.settings import Manner
from deskdiary.records.desk import Desk
from issues.imagined_forge import ImaginedForge, Killed, Trouble
from random_desks import DAYS, desks

TROUBLES = st.none() | st.tuples(st.sampled_from(Trouble), st.integers(1, 12))
HALF_AS_HARD = settings(max_examples=settings().max_examples // 2)
MANNERS = st.builds(Manner, full=st.booleans(), most_new=st.integers(1, 3))
MORNINGS = st.dictionaries(DAYS, TROUBLES, min_size=1, max_size=4)


@pytest.fixture(autouse=True, scope="module")
def _nobody_waits() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stepping, "wait", lambda _: None)
        yield


def run(forge: ImaginedForge, plan: Plan, manner: Manner) -> Proposal:
    known = Known(plan, forge.marked(), names_of(forge.labels()), manner=manner)
    proposal = propose(known, allow_mass_close=True)
    take(proposal, known, forge)
    return proposal


def broken_off(forge: ImaginedForge, plan: Plan, manner: Manner, trouble: tuple[Trouble, int] | None) -> None:
    """A run that may end in the middle; the next comes the same morning."""
    forge.begin_again(*(trouble or ()))
    try:
        run(forge, plan, manner)
    except Killed:
        assert trouble
    forge.begin_again()


def open_about(forge: ImaginedForge) -> Counter[str]:
    found = (marked(issue.body) for issue in forge.there.values() if issue.closing is None)
    return Counter(marks.about for marks in found if marks)


@HALF_AS_HARD
@given(desks(), MORNINGS, MANNERS)
def test_wherever_a_run_is_broken_off_the_next_ends_it(
    desk: Desk, mornings: dict[date, tuple[Trouble, int] | None], manner: Manner
) -> None:
    forge = ImaginedForge()
    for day, trouble in sorted(mornings.items()):
        plan = reckon(desk, day)
        broken_off(forge, plan, manner, trouble)
        *_, last = (run(forge, plan, manner) for _ in range(4))
        held = {each.about for each in last.held}
        wanted = Counter(each.patron.key for each in plan.follow_ups)
        assert open_about(forge) - Counter(held) == wanted - Counter(held)
        forge.begin_again()
        assert run(forge, plan, manner).steps == ()
        assert forge.writes == 0


@HALF_AS_HARD
@given(desks(), DAYS)
def test_nothing_that_breaks_makes_a_second_issue(desk: Desk, day: date) -> None:
    """Not even one that is closed again."""
    plan = reckon(desk, day)
    for trouble, at in product(Trouble, (1, 2)):
        forge = ImaginedForge(named={each.name: each for each in LABELS.values()})
        broken_off(forge, plan, Manner(), (trouble, at))
        run(forge, plan, Manner())
        about = Counter(marks.about for issue in forge.there.values() if (marks := marked(issue.body)))
        assert about == Counter(each.patron.key for each in plan.follow_ups)


@HALF_AS_HARD
@given(desks(), DAYS, DAYS)
def test_one_conversation_stays_one_issue_over_the_days(desk: Desk, one: date, other: date) -> None:
    """Put off and back again, it is the same issue that is closed and opened."""
    forge = ImaginedForge()
    for day in (one, other, one):
        run(forge, reckon(desk, day), Manner())
    boxes = [box.tag for issue in forge.there.values() if (m := marked(issue.body)) for box in m.boxes]
    assert len(boxes) == len(set(boxes))


@HALF_AS_HARD
@given(desks(), DAYS)
def test_a_minimal_issue_has_no_name_no_title_and_no_reason_in_it(desk: Desk, day: date) -> None:
    forge, plan = ImaginedForge(), reckon(desk, day)
    run(forge, plan, Manner())
    words = {each.patron.name.value for each in plan.follow_ups}
    words |= {reason.text for each in plan.standings for reason in each.why}
    said = "\n".join(f"{issue.title}\n{issue.body}" for issue in forge.there.values())
    assert [word for word in words if word in said] == []


@HALF_AS_HARD
@given(desks(), DAYS)
def test_what_was_closed_by_us_says_so_and_is_listened_to_no_more(desk: Desk, day: date) -> None:
    forge = ImaginedForge()
    for on in (day, date.fromordinal(day.toordinal() + 30)):
        run(forge, reckon(desk, on), Manner())
    closed = [issue for issue in forge.there.values() if issue.closing]
    stages = {marks.stage for issue in closed if (marks := marked(issue.body)) and marks.about != DIGEST}
    assert stages <= {Stage.SETTLED}
