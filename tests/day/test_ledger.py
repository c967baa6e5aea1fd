"""Double entry for attention: whatever people write and however days pass, every change has its cause."""

import datetime as dt
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from deskdiary.day.changes import Change, changes
from deskdiary.day.plan import Plan, reckon
from deskdiary.day.state import Standing, State
from deskdiary.records.contact import Contact, Snooze
from deskdiary.records.desk import Desk, desk_of
from deskdiary.records.kinds import OUR_OWN
from deskdiary.records.patron import Patron
from deskdiary.records.place import Place, Said
from random_desks import DAYS, desks

WRITTEN = Place("patrons/p.md", 40)
TAKEN_OUT = "The notes no longer say what it was for."


def written(text: str) -> Said[str]:
    return Said(text, WRITTEN)


class Desks(RuleBasedStateMachine):
    """A desk at work: days pass, colleagues write in the notes, and each step is held against the books."""

    desk: Desk
    on: dt.date
    plan: Plan

    @initialize(desk=desks(), on=DAYS)
    def open_up(self, desk: Desk, on: dt.date) -> None:
        self.desk, self.on = desk, on
        self.plan = reckon(desk, on)

    def step(self, desk: Desk, on: dt.date | None = None) -> list[Change]:
        """The books after a step; what changed is told, each change with its cause."""
        before = self.plan
        self.desk, self.on = desk, on or self.on
        self.plan = reckon(self.desk, self.on)
        found = list(changes(before, self.plan))
        was = {each.occasion.id: each.state for each in before.standings}
        now = {each.occasion.id: each.state for each in self.plan.standings}
        assert {each.id for each in found} == {
            key for key in was.keys() | now.keys() if was.get(key) != now.get(key)
        }
        for each in found:
            assert (each.before, each.after) == (was.get(each.id), now.get(each.id))
            assert each.why.text
            assert each.why.place.path
        return found

    def rewritten(self, patron: Patron) -> Desk:
        others = [each for each in self.desk.patrons if each.key != patron.key]
        return desk_of(self.desk.library, [*others, patron], self.desk.resources)

    def chosen(self, data: st.DataObject) -> Patron:
        return data.draw(st.sampled_from(self.desk.patrons))

    def state_of(self, occasion_id: str) -> State | None:
        found = (each.state for each in self.plan.standings if each.occasion.id == occasion_id)
        return next(found, None)

    def theirs(self, patron: Patron) -> list[Standing]:
        return [each for each in self.plan.standings if each.occasion.patron == patron.key]

    @rule(days=st.integers(1, 40))
    def days_pass(self, days: int) -> None:
        done = [each.occasion.id for each in self.plan.standings if each.state is State.DONE]
        found = self.step(self.desk, self.on + dt.timedelta(days=days))
        assert not [each for each in found if each.after is None and each.why.text == TAKEN_OUT]
        assert all(self.state_of(key) is State.DONE for key in done)

    @precondition(lambda self: self.desk.patrons)
    @rule(data=st.data())
    def somebody_sees_to_it(self, data: st.DataObject) -> None:
        standings = [
            each for each in self.plan.standings if each.occasion.closes is not None or each.occasion.opens
        ]
        if not standings:
            return
        standing = data.draw(st.sampled_from(standings))
        patron = next(each for each in self.desk.patrons if each.key == standing.occasion.patron)
        entry = Contact(
            Said(self.on, WRITTEN),
            written("phone"),
            written("Rang"),
            settles=written(standing.occasion.short_id),
        )
        self.step(self.rewritten(replace(patron, contacts=(*patron.contacts, entry))))
        assert self.state_of(standing.occasion.id) is State.DONE

    @precondition(lambda self: any(each.loans for each in self.desk.patrons))
    @rule(data=st.data(), days=st.integers(7, 28))
    def a_loan_is_renewed(self, data: st.DataObject, days: int) -> None:
        patron = data.draw(st.sampled_from([each for each in self.desk.patrons if each.loans]))
        loan, *others = patron.loans
        later = replace(loan, due=Said(loan.due.value + dt.timedelta(days=days), WRITTEN))
        self.step(self.rewritten(replace(patron, loans=(later, *others))))
        if not self.desk.library.is_off("loan-due"):
            assert self.state_of(f"{patron.key}/loan-due/{later.subject}/{later.due.value}") is not None

    @precondition(lambda self: self.plan.follow_ups)
    @rule(data=st.data(), days=st.integers(1, 20))
    def something_is_put_off(self, data: st.DataObject, days: int) -> None:
        each = data.draw(st.sampled_from(self.plan.follow_ups))
        standing = data.draw(st.sampled_from(each.standings))
        until = self.on + dt.timedelta(days=days)
        snooze = Snooze(written(standing.occasion.short_id), Said(until, WRITTEN))
        found = self.step(self.rewritten(replace(each.patron, snoozed=(*each.patron.snoozed, snooze))))
        assert [(change.id, change.after) for change in found] == [(standing.occasion.id, State.SNOOZED)]

    @precondition(lambda self: self.desk.patrons)
    @rule(data=st.data())
    def somebody_asks_to_be_left_alone(self, data: st.DataObject) -> None:
        patron = self.chosen(data)
        self.step(self.rewritten(replace(patron, attention=written("leave alone"))))
        for standing in self.theirs(patron):
            if standing.occasion.kind not in OUR_OWN:
                assert standing.state not in {State.OPEN, State.SUGGESTED, State.USUAL, State.MISSED}

    @precondition(lambda self: self.desk.patrons)
    @rule(data=st.data())
    def a_note_is_taken_away(self, data: st.DataObject) -> None:
        patron = self.chosen(data)
        others = [each for each in self.desk.patrons if each.key != patron.key]
        found = self.step(desk_of(self.desk.library, others, self.desk.resources))
        assert all(each.id.startswith(f"{patron.key}/") for each in found)
        assert all(each.why.text.startswith("The note is no longer there") for each in found)

    @rule()
    def somebody_joins(self) -> None:
        key = f"p-new{len(self.desk.patrons)}"
        newcomer = Patron(key, f"patrons/{key}.md", written("Ms New"), "", since=Said(self.on, WRITTEN))
        others = [each for each in self.desk.patrons if each.key != key]
        found = self.step(desk_of(self.desk.library, [*others, newcomer], self.desk.resources))
        assert all(each.id.startswith(f"{key}/") for each in found)

    @invariant()
    def the_books_balance(self) -> None:
        if hasattr(self, "plan"):
            assert sum(self.plan.counts.values()) == len(self.plan.standings)
            assert len({each.occasion.id for each in self.plan.standings}) == len(self.plan.standings)


TestDesks = Desks.TestCase
TestDesks.settings = settings(settings.default, max_examples=25, stateful_step_count=12)
