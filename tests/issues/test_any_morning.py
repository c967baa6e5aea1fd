"""What holds of any desk on any mornings, wherever a run is broken off: one issue for each follow-up."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskdiary.cli import stepping
from deskdiary.cli.stepping import take
from deskdiary.day.plan import Plan, reckon
from deskdiary.issues.deciding import propose
from deskdiary.issues.known import Known, Proposal
from deskdiary.issues.labels import names_of
from deskdiary.issues.marks import DIGEST, Stage, marked
from deskdiary.issues.settings import Manner
from deskdiary.records.desk import Desk
from issues.imagined_forge import ImaginedForge, Killed, Trouble
from random_desks import DAYS, desks

TROUBLES = st.none() | st.tuples(st.sampled_from(Trouble), st.integers(1, 12))
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


@given(desks(), DAYS)
def test_no_morning_makes_a_second_issue_of_one_conversation(desk: Desk, day: date) -> None:
    forge, plan = ImaginedForge(), reckon(desk, day)
    for trouble in Trouble:
        for at in range(1, 8):
            broken_off(forge, plan, Manner(), (trouble, at))
    run(forge, plan, Manner())
    about = Counter(marks.about for issue in forge.there.values() if (marks := marked(issue.body)))
    assert about == Counter(each.patron.key for each in plan.follow_ups)


@given(desks(), DAYS)
def test_a_minimal_issue_has_no_name_no_title_and_no_reason_in_it(desk: Desk, day: date) -> None:
    forge, plan = ImaginedForge(), reckon(desk, day)
    run(forge, plan, Manner())
    words = {each.patron.name.value for each in plan.follow_ups}
    words |= {reason.text for each in plan.standings for reason in each.why}
    said = "\n".join(f"{issue.title}\n{issue.body}" for issue in forge.there.values())
    assert [word for word in words if word in said] == []


@given(desks(), DAYS)
def test_what_was_closed_by_us_says_so_and_is_listened_to_no_more(desk: Desk, day: date) -> None:
    forge = ImaginedForge()
    for on in (day, date.fromordinal(day.toordinal() + 30)):
        run(forge, reckon(desk, on), Manner())
    closed = [issue for issue in forge.there.values() if issue.closing]
    stages = {marks.stage for issue in closed if (marks := marked(issue.body)) and marks.about != DIGEST}
    assert stages <= {Stage.SETTLED}
