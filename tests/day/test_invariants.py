"""What holds of every desk on every day, whatever the notes say."""

import json
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from deskdiary.day.explain import explain
from deskdiary.day.follow_up import FollowUp
from deskdiary.day.plan import Plan, reckon
from deskdiary.day.state import Standing, State
from deskdiary.records.contact import Snooze
from deskdiary.records.desk import Desk, desk_of
from deskdiary.records.kinds import OUR_OWN
from deskdiary.records.manner import attention, left_alone, reads_email
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place, Said
from deskdiary.telling.plan_json import as_json, plan_document
from deskdiary.words.draft import drafts
from deskdiary.words.wording import Wording
from random_desks import DAYS, desks, patrons

LATER = st.integers(1, 60).map(timedelta)
# From one day to a later one, with the same notes: what an occasion may have become.
BECOMES = {
    State.UPCOMING: set(State),
    State.OPEN: {State.OPEN, State.DONE, State.MISSED},
    State.SNOOZED: {State.SNOOZED, State.OPEN, State.DONE, State.MISSED},
    State.SUGGESTED: {State.SUGGESTED, State.DONE, State.LAPSED},
    State.USUAL: {State.USUAL, State.DONE},
    State.LEFT_ALONE: {State.LEFT_ALONE, State.DONE, State.LAPSED},
    State.MISSED: {State.MISSED, State.DONE},
    State.LAPSED: {State.LAPSED, State.DONE},
    State.DONE: {State.DONE},
}


def states(plan: Plan) -> dict[str, State]:
    return {each.occasion.id: each.state for each in plan.standings}


def patron_of(plan: Plan, key: str) -> Patron:
    return next(patron for patron in plan.desk.patrons if patron.key == key)


def with_patron(desk: Desk, changed: Patron) -> Desk:
    others = [patron for patron in desk.patrons if patron.key != changed.key]
    return desk_of(desk.library, [*others, changed], desk.resources, desk.problems)


@cache
def wording() -> Wording:
    folder = files("deskdiary") / "wording"
    return Wording({file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()})


@cache
def plan_schema() -> Draft202012Validator:
    text = (files("deskdiary") / "schemas" / "plan.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


@given(desk=desks(), on=DAYS)
def test_every_occasion_is_in_one_state_and_the_counts_add_up(desk: Desk, on: date) -> None:
    plan = reckon(desk, on)
    ids = [each.occasion.id for each in plan.standings]
    assert len(ids) == len(set(ids))
    assert ids == sorted(ids)
    assert list(plan.counts) == list(State)
    assert sum(plan.counts.values()) == len(ids)


def first_that_holds(plan: Plan, each: Standing) -> State:
    """The eight steps once more, as one sentence each."""
    patron, occasion, on = patron_of(plan, each.occasion.patron), each.occasion, plan.on
    care, reading = attention(patron, plan.desk).value, reads_email(patron, plan.desk).value
    settled = {entry.settles.value for entry in patron.contacts if entry.settles and entry.date.value <= on}
    put_off = {entry.settles.value for entry in patron.snoozed if entry.until.value > on}
    quiet = {
        State.LEFT_ALONE: care == "leave alone" and occasion.kind not in {"reminder", "note-review"},
        State.USUAL: (occasion.kind, reading, patron.loan_reminders) == ("loan-due", "often", None),
        State.SUGGESTED: occasion.kind == "may-interest" and care != "personal",
    }
    over = occasion.closes is not None and on > occasion.closes
    steps = {
        State.DONE: occasion.short_id in settled,
        State.UPCOMING: occasion.opens is not None and on < occasion.opens,
        State.MISSED: over and not any(quiet.values()),
        State.LAPSED: over,
        **quiet,
        State.SNOOZED: occasion.short_id in put_off,
        State.OPEN: True,
    }
    return next(state for state, holds in steps.items() if holds)


@given(desk=desks(), on=DAYS)
def test_the_state_is_the_first_of_the_eight_that_holds(desk: Desk, on: date) -> None:
    plan = reckon(desk, on)
    for each in plan.standings:
        assert each.state is first_that_holds(plan, each), each.occasion.id


@given(desk=desks(), on=DAYS)
def test_every_open_occasion_is_in_one_follow_up_and_nothing_else_is(desk: Desk, on: date) -> None:
    plan = reckon(desk, on)
    followed = [standing.occasion.id for each in plan.follow_ups for standing in each.standings]
    opened = [each.occasion.id for each in plan.standings if each.state is State.OPEN]
    assert sorted(followed) == sorted(opened)
    keys = [each.patron.key for each in plan.follow_ups]
    assert len(keys) == len(set(keys)), "one patron, one follow-up"
    for each in plan.follow_ups:
        assert {standing.occasion.patron for standing in each.standings} == {each.patron.key}
        dues = [standing.occasion.due for standing in each.standings if standing.occasion.due]
        assert each.due == min(dues)
        assert each.overdue == (each.due < on)


@given(desk=desks(), on=DAYS)
def test_the_day_is_in_order_and_nobody_is_hidden_for_want_of_time(desk: Desk, on: date) -> None:
    plan = reckon(desk, on)
    shown = [(not each.overdue, each.due, each.patron.name.value.casefold()) for each in plan.follow_ups]
    assert shown == sorted(shown)
    spent: dict[str | None, int] = {}
    for each in plan.follow_ups:
        spent[each.duty.key] = spent.get(each.duty.key, 0) + each.minutes
        has = each.duty.staff.minutes_a_day if each.duty.staff else None
        assert each.beyond_capacity == (has is not None and spent[each.duty.key] > has.value)


@given(desk=desks(), on=DAYS, others=st.lists(DAYS, max_size=3))
def test_the_plan_of_a_day_does_not_depend_on_what_was_reckoned_before(
    desk: Desk, on: date, others: list[date]
) -> None:
    first = reckon(desk, on)
    for other in others:
        reckon(desk, other)
    assert reckon(desk, on) == first


@given(desk=desks(), on=DAYS, later=LATER)
def test_days_that_nobody_looked_lose_nothing_that_a_contact_did_not_move_on(
    desk: Desk, on: date, later: timedelta
) -> None:
    before, after = reckon(desk, on), states(reckon(desk, on + later))
    for each in before.standings:
        occasion = each.occasion
        if occasion.kind in {"keep-in-touch", "note-review"} and occasion.id not in after:
            patron = patron_of(before, occasion.patron)
            assert any(on < entry.date.value <= on + later for entry in patron.contacts if entry.happened)
        else:
            assert after[occasion.id] in BECOMES[each.state], f"{occasion.id} was {each.state}"


@given(desk=desks(), on=DAYS, horizon=st.integers(15, 90))
def test_looking_further_ahead_shows_more_of_what_is_to_come_and_nothing_else(
    desk: Desk, on: date, horizon: int
) -> None:
    near, far = reckon(desk, on), reckon(desk, on, horizon)
    assert near.follow_ups == far.follow_ups
    more = {key: state for key, state in states(far).items() if key not in states(near)}
    assert set(more.values()) <= {State.UPCOMING}
    assert {key: states(far)[key] for key in states(near)} == states(near)


@given(desk=desks(), on=DAYS)
def test_nobody_who_is_left_alone_is_written_to_or_rung(desk: Desk, on: date) -> None:
    plan = reckon(desk, on)
    alone = {patron.key for patron in desk.patrons if left_alone(patron, desk)}
    made = list(drafts(plan, wording()))
    assert alone.isdisjoint(draft.patron for draft in made)
    for each in plan.follow_ups:
        if each.patron.key in alone:
            assert each.draft is None
            assert {standing.occasion.kind for standing in each.standings} <= OUR_OWN
    assert [draft.file for draft in made] == [each.draft for each in plan.follow_ups if each.draft]


@given(desk=desks(), on=DAYS, data=st.data())
def test_the_order_in_which_files_are_found_makes_no_difference(
    desk: Desk, on: date, data: st.DataObject
) -> None:
    shuffled = desk_of(
        desk.library,
        data.draw(st.permutations(desk.patrons)),
        data.draw(st.permutations(desk.resources)),
    )
    assert as_json(plan_document(reckon(shuffled, on))) == as_json(plan_document(reckon(desk, on)))


@given(desk=desks(), on=DAYS, until=DAYS, data=st.data())
def test_a_snooze_delays_one_thing_and_changes_nothing_else(
    desk: Desk, on: date, until: date, data: st.DataObject
) -> None:
    before = reckon(desk, on)
    assume(before.standings)
    chosen = data.draw(st.sampled_from(before.standings)).occasion
    patron = patron_of(before, chosen.patron)
    place = Place(patron.path, 30)
    snooze = Snooze(Said(chosen.short_id, place), Said(until, place))
    after = states(reckon(with_patron(desk, replace(patron, snoozed=(*patron.snoozed, snooze))), on))
    was, now = states(before).pop(chosen.id), after[chosen.id]
    assert now is (State.SNOOZED if was is State.OPEN and until > on else was)
    assert {**after, chosen.id: was} == states(before)


@given(desk=desks(), on=DAYS)
def test_leaving_somebody_alone_silences_all_but_our_own_reminders(desk: Desk, on: date) -> None:
    before = reckon(desk, on)
    assume(desk.patrons)
    patron = desk.patrons[0]
    alone = replace(patron, attention=Said("leave alone", Place(patron.path, 30)))
    after = reckon(with_patron(desk, alone), on)
    for each in after.standings:
        was = states(before)[each.occasion.id]
        if each.occasion.patron != patron.key or each.occasion.kind in OUR_OWN:
            assert each.state is was
        else:
            assert each.state in {State.DONE, State.UPCOMING, State.LEFT_ALONE, State.LAPSED}
            assert (each.state is was) or was not in {State.DONE, State.UPCOMING}
    assert states(after).keys() == states(before).keys()


@given(desk=desks(), on=DAYS, data=st.data())
def test_another_patron_changes_nothing_for_anybody_else(desk: Desk, on: date, data: st.DataObject) -> None:
    newcomer = data.draw(patrons("p-new", desk.resources))
    before, after = reckon(desk, on), reckon(with_patron(desk, newcomer), on)

    def besides(plan: Plan) -> tuple[list[Standing], list[FollowUp]]:
        return (
            [each for each in plan.standings if each.occasion.patron != newcomer.key],
            [replace(each, beyond_capacity=False) for each in plan.follow_ups if each.patron.key != "p-new"],
        )

    assert besides(after) == besides(before)


@given(desk=desks(), on=DAYS)
def test_nothing_is_wanted_before_it_opens_or_closes_before_its_day(desk: Desk, on: date) -> None:
    for each in reckon(desk, on).standings:
        occasion = each.occasion
        assert (occasion.opens is None) == (occasion.due is None)
        if occasion.opens is None or occasion.due is None:
            assert each.state is State.DONE
            continue
        assert occasion.opens <= occasion.due
        if occasion.kind in {"loan-due", "reminder"}:
            assert occasion.due <= occasion.date
        if occasion.kind == "reminder" and occasion.closes:
            assert occasion.date <= occasion.closes


@given(desk=desks(), on=DAYS)
def test_every_reason_names_a_line_of_a_note(desk: Desk, on: date) -> None:
    for each in reckon(desk, on).standings:
        assert each.why
        for reason in each.why:
            assert reason.text
            assert reason.place.path
            assert reason.place.line >= 1


@given(desk=desks(), on=DAYS)
def test_every_occasion_can_be_explained_down_to_its_state(desk: Desk, on: date) -> None:
    plan = reckon(desk, on)
    for each in plan.standings:
        explained = explain(plan, each.occasion.id)
        assert explained is not None
        *others, last = explained.answers
        assert last.holds
        assert not any(answer.holds for answer in others)
        assert last.text == each.because.text


@given(desk=desks(), on=DAYS)
def test_every_plan_keeps_to_its_schema(desk: Desk, on: date) -> None:
    document: dict[str, Any] = json.loads(as_json(plan_document(reckon(desk, on))))
    assert [error.message for error in plan_schema().iter_errors(document)] == []
