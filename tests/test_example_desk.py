"""The example desk at the top of the project tells its stories, and the whole plan is as expected."""

from functools import cache
from pathlib import Path

import pytest

from conftest import Golden
from desk_writing import DayAtDesk, WrittenDesk
from deskdiary.telling.plan_json import as_json, plan_document

TOP = Path(__file__).parent.parent
EXPECTED = Path(__file__).parent / "golden" / "example-desk" / "plan.json"
MAP_VAULT = "trial-opens/map-vault/2026-11-24"


@cache
def today() -> DayAtDesk:
    return WrittenDesk(TOP).today()


def states(key: str) -> dict[str, str]:
    """Where somebody's occasions stand, but for what is not due for months."""
    far_off = ("note-review/", "keep-in-touch/")
    return {
        short_id: state
        for short_id, state in today().states(key).items()
        if state != "upcoming" or not short_id.startswith(far_off)
    }


def told(key: str) -> tuple[str | None, str, str | None, str, str | None]:
    """Who sees to somebody, by which channel, where, by when, and the draft's file."""
    each = today().the_follow_up(key)
    return each.duty.key, str(each.way.channel), each.way.reach, str(each.due), each.draft


def test_the_whole_plan(golden: Golden) -> None:
    golden(EXPECTED, as_json(plan_document(today().plan)))


def test_the_examples_never_go_stale_and_have_nothing_wrong() -> None:
    plan = today().plan
    assert str(plan.on) == "2026-11-24"
    assert plan.problems == ()


def test_there_is_enough_of_everything_to_look_at() -> None:
    desk = today().plan.desk
    assert len(desk.patrons) >= 14
    assert len(desk.resources) >= 7
    assert len(desk.library.staff) >= 3


@pytest.mark.parametrize(
    "state", ["open", "upcoming", "done", "snoozed", "suggested", "usual", "left alone", "missed"]
)
def test_nearly_every_state_has_its_example(state: str) -> None:
    assert state in today().all_states().values()


def test_the_elderly_academic_is_rung_about_her_loans() -> None:
    assert told("p-k7f2") == ("ep", "phone", "+44 29 2018 0146", "2026-11-27", "p-k7f2.txt")
    assert states("p-k7f2") == {
        "loan-due/30117742/2026-09-18": "done",
        "loan-due/30117742/2026-11-27": "open",
        "loan-due/a-harbour-master-s-daybook-1871-1880/2026-11-27": "open",
    }


def test_the_undergraduate_with_a_loan_due_the_same_day_is_left_to_the_usual_notice() -> None:
    assert states("p-m3q8") == {"loan-due/a-short-course-in-field-statistics/2026-11-27": "usual"}
    assert today().follow_up("p-m3q8") is None


@pytest.mark.parametrize(
    ("key", "staff", "email", "asked"),
    [
        (
            "p-r8d4",
            "ep",
            "adaeze.nwachukwu@students.example.org",
            "Asked for “Historic Maps Online” on 12 May 2026",
        ),
        ("p-v5w1", "mh", "lin.yuqing@students.example.org", "Asked for “Tithe Map Vault” on 23 June 2026"),
    ],
)
def test_two_postgraduates_who_asked_by_different_names_each_get_an_email_of_their_own(
    key: str, staff: str, email: str, asked: str
) -> None:
    assert told(key) == (staff, "email", email, "2026-11-27", f"{key}.eml")
    assert states(key) == {MAP_VAULT: "open"}
    assert today().standing(MAP_VAULT, key).why[0].text.startswith(asked)


def test_the_general_list_hears_of_the_trial_beside_them() -> None:
    resource = today().plan.desk.resource_called("map-vault")
    assert resource is not None
    assert [said.value for said in resource.announce_to] == ["research-postgraduates"]


def test_the_trial_begins_today() -> None:
    assert today().dates(MAP_VAULT, "p-r8d4") == {
        "opens": "2026-11-24",
        "due": "2026-11-27",
        "closes": "2026-12-18",
    }


def test_whoever_is_left_alone_is_not_contacted_by_anybody() -> None:
    assert set(states("p-h6t9").values()) == {"left alone"}
    assert today().follow_up("p-h6t9") is None


def test_a_reminder_that_falls_on_the_training_day_comes_up_the_day_before() -> None:
    reminder = "reminder/ask-whether-the-spring-reading-list-is-ready/2026-11-25"
    assert states("p-c2n6") == {reminder: "open"}
    assert today().dates(reminder, "p-c2n6")["due"] == "2026-11-24"
    assert told("p-c2n6")[0:2] == ("mh", "email")


@pytest.mark.parametrize("key", ["p-v5w1", "p-w9e5"])
def test_the_colleague_who_is_away_is_covered(key: str) -> None:
    duty = today().the_follow_up(key).duty
    assert duty.key == "mh"
    assert [reason.text for reason in duty.why] == [
        "Joy Lawal is away until 27 November 2026: Martin Hale covers."
    ]


def test_whoever_asked_for_a_word_from_us_gets_one_though_notices_reach_her() -> None:
    assert told("p-w9e5") == ("mh", "email", "malgorzata.wisniewska@example.org", "2026-11-30", "p-w9e5.eml")
    assert states("p-w9e5") == {
        "loan-due/letters-from-the-lagoon/2026-10-09": "done",
        "loan-due/memory-and-migration-in-baltic-towns/2026-11-30": "open",
    }


def test_whoever_has_no_email_and_no_telephone_gets_a_letter_in_good_time() -> None:
    staff, channel, _, due, draft = told("p-t2a6")
    assert (staff, channel, due, draft) == ("ep", "letter", "2026-12-03", "p-t2a6.txt")
    assert today().dates("loan-due/30104408/2026-12-03", "p-t2a6")["opens"] == "2026-11-20"


def test_what_is_overdue_comes_first() -> None:
    first, *others = today().plan.follow_ups
    assert (first.patron.key, first.overdue) == ("p-x4b7", True)
    assert not any(each.overdue for each in others)


def test_two_things_for_one_person_are_one_talk() -> None:
    assert told("p-b6u1") == ("ep", "in person", None, "2026-11-24", "p-b6u1.txt")
    assert len(today().the_follow_up("p-b6u1").standings) == 2


def test_what_was_put_off_and_what_was_settled_ask_for_nobodys_time() -> None:
    assert states("p-g3k9") == {"loan-due/the-geology-of-slate-volume-2/2026-11-27": "snoozed"}
    assert states("p-q8z4") == {"loan-due/hymns-for-small-choirs/2026-11-26": "done"}


def test_one_fortnight_was_missed_and_the_next_is_today() -> None:
    references = "reminder/look-over-his-dissertation-references"
    assert states("p-y7p3") == {
        "arrived/harbour-newspapers/2026-11-20": "open",
        f"{references}/2026-10-27": "done",
        f"{references}/2026-11-10": "missed",
        f"{references}/2026-11-24": "open",
        f"{references}/2026-12-08": "upcoming",
    }


def test_the_last_of_a_full_day_is_beyond_elins_minutes_and_still_on_the_list() -> None:
    beyond = [each.patron.key for each in today().plan.follow_ups if each.beyond_capacity]
    assert beyond == ["p-t2a6"]


@pytest.mark.parametrize(
    ("key", "occasion"),
    [
        pytest.param("p-y7p3", "arrived/harbour-newspapers/2026-11-20", id="what he asked for has come"),
        pytest.param("p-n4c8", "newcomer/welcome/2026-11-23", id="is she finding her way?"),
        pytest.param("p-a9m2", "declined/tradewind/2026-11-18", id="what he asked for is not coming"),
        pytest.param(
            "p-a9m2",
            "request-waiting/ledger-and-loom-a-review-of-the-textile-trade/2026-11-23",
            id="a journal that nobody has news of",
        ),
        pytest.param("p-e8h5", "trial-closing/sound-shelf/2026-11-27", id="her view before the trial ends"),
        pytest.param("p-s1v6", "keep-in-touch/cadence/2026-11-24", id="three months since the last call"),
        pytest.param("p-d7s2", "note-review/note/2026-11-19", id="a note a year old"),
    ],
)
def test_every_other_kind_has_a_story_that_is_open_today(key: str, occasion: str) -> None:
    assert states(key)[occasion] == "open"
    assert today().follow_up(key) is not None


def test_looking_over_a_note_is_done_at_the_desk_and_nobody_is_written_to() -> None:
    assert told("p-d7s2")[1:] == ("desk", None, "2026-12-18", None)
