"""The state of an occasion on a day: the first of eight questions that holds."""

from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk

LOAN = "loan-due/atlas-of-sound/2026-03-10"
RING = "reminder/ring-about-the-list"


@pytest.mark.parametrize(
    ("on", "state"),
    [
        pytest.param("2026-03-05", "open", id="before anybody rang"),
        pytest.param("2026-03-06", "done", id="the day somebody rang"),
        pytest.param("2027-03-06", "done", id="ever after"),
    ],
)
def test_a_contact_settles_it_from_its_day_on(desk: WrittenDesk, on: str, state: str) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    contacts: [{date: 2026-03-06, how: phone, about: Will bring it, for: loan-due/atlas-of-sound/2026-03-10}]
    """
    assert desk.on(on).states() == {LOAN: state}


def test_a_contact_before_it_opened_settles_it_too(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    contacts: [{date: 2026-02-03, how: phone, about: Will bring it, for: loan-due/atlas-of-sound/2026-03-10}]
    """
    assert desk.on("2026-02-02").states() == {LOAN: "upcoming"}
    assert desk.on("2026-02-03").states() == {LOAN: "done"}


def test_not_needed_settles_it_without_a_contact(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    contacts:
      - date: 2026-03-06
        how: other
        about: It was in the returns box
        for: loan-due/atlas-of-sound/2026-03-10
        outcome: not needed
    """
    day = desk.on("2026-03-09")
    assert day.states() == {LOAN: "done"}
    assert day.standing(LOAN).because.text == "Not needed on 6 March 2026."


def test_a_contact_that_is_for_nothing_settles_nothing(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    contacts: [{date: 2026-03-06, how: phone, about: We spoke of the Atlas of Sound}]
    """
    assert desk.on("2026-03-09").states() == {LOAN: "open"}


def test_what_was_settled_stays_on_the_books_when_the_loan_is_gone(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    contacts: [{date: 2026-03-06, how: phone, about: Will bring it, for: loan-due/atlas-of-sound/2026-03-10}]
    """
    day = desk.on("2026-03-09")
    assert day.states() == {LOAN: "done"}
    assert day.dates(LOAN) == {"opens": None, "due": None, "closes": None}
    assert desk.on("2026-03-05").states() == {}, "the contact is still to come"


def test_a_kind_that_has_no_rule_here_yet_stays_on_the_books_too(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    contacts: [{date: 2026-03-06, how: email, about: Told her it is here, for: arrived/lamp/2026-03-04}]
    """
    assert desk.on("2026-03-09").states() == {"arrived/lamp/2026-03-04": "done"}


@pytest.mark.parametrize("settles", ["lunch", "lunch/with-her/2026-03-04", "loan-due/atlas/2026-02-31"])
def test_what_is_no_occasion_is_not_put_on_the_books(tmp_path: Path, settles: str) -> None:
    desk = write_desk(
        tmp_path,
        f"name: Dr Pryce\ncontacts: [{{date: 2026-03-06, how: email, about: Lunch, for: {settles}}}]\n",
    )
    assert desk.on("2026-03-09").states() == {}


@pytest.mark.parametrize(
    ("on", "state"),
    [
        pytest.param("2026-03-04", "upcoming", id="not yet time anyway"),
        pytest.param("2026-03-05", "snoozed", id="time, but put off"),
        pytest.param("2026-03-08", "snoozed", id="the day before it comes back"),
        pytest.param("2026-03-09", "open", id="the day it comes back"),
    ],
)
def test_a_snooze_lasts_until_its_day(desk: WrittenDesk, on: str, state: str) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    snoozed: [{for: loan-due/atlas-of-sound/2026-03-10, until: 2026-03-09}]
    """
    assert desk.on(on).states() == {LOAN: state}


def test_of_two_snoozes_the_longer_holds(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    snoozed:
      - {for: loan-due/atlas-of-sound/2026-03-10, until: 2026-03-12}
      - {for: loan-due/atlas-of-sound/2026-03-10, until: 2026-03-06}
    """
    assert desk.on("2026-03-11").states() == {LOAN: "snoozed"}


def test_a_snooze_does_not_move_what_is_due(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    snoozed: [{for: loan-due/atlas-of-sound/2026-03-10, until: 2026-03-12}]
    """
    day = desk.on("2026-03-12")
    assert day.dates(LOAN)["due"] == "2026-03-10"
    assert day.the_follow_up().overdue


def test_what_is_past_while_it_was_put_off_was_missed(desk: WrittenDesk) -> None:
    """
    name: Yaw Boateng
    reminders: [{date: 2026-03-02, about: Ring about the list, every: 1 week}]
    snoozed: [{for: reminder/ring-about-the-list/2026-03-02, until: 2026-06-01}]
    """
    assert desk.on("2026-03-08").states()[f"{RING}/2026-03-02"] == "snoozed"
    assert desk.on("2026-03-09").states()[f"{RING}/2026-03-02"] == "missed"


def test_past_its_close_it_was_missed_or_it_lapsed(desk: WrittenDesk) -> None:
    """
    # patrons/p-asked.md
    name: Lin Yuqing
    requests: [{for: map-vault, asked: 2025-06-23}]

    # patrons/p-alone.md
    name: Mr Ashdown
    attention: leave alone
    requests: [{for: map-vault, asked: 2025-06-23}]

    # patrons/p-follows.md
    name: Harriet Coombes
    interests: [maps]

    # patrons/p-personal.md
    name: Dr Morgan-Lloyd
    attention: personal
    interests: [maps]

    # patrons/p-told.md
    name: Adaeze Nwachukwu
    requests: [{for: map-vault, asked: 2025-05-12}]
    contacts: [{date: 2026-03-02, how: email, about: Told her, for: trial-opens/map-vault/2026-03-02}]

    # resources/map-vault.md
    title: MapVault
    trial: {from: 2026-03-02, to: 2026-03-27}
    topics: [maps]
    """
    assert desk.on("2026-03-28").all_states() == {
        "p-alone/trial-opens/map-vault/2026-03-02": "lapsed",
        "p-asked/trial-opens/map-vault/2026-03-02": "missed",
        "p-follows/may-interest/map-vault/2026-03-02": "lapsed",
        "p-personal/may-interest/map-vault/2026-03-02": "missed",
        "p-told/trial-closing/map-vault/2026-03-27": "open",
        "p-told/trial-opens/map-vault/2026-03-02": "done",
    }


def test_for_someone_left_alone_our_own_reminder_stands_and_nothing_else(desk: WrittenDesk) -> None:
    """
    name: Mr Ashdown
    attention: leave alone
    reads_email: never
    phone: 029 2018 0171
    interests: [maps]
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    requests: [{for: sound-shelf, asked: 2025-06-23}]
    reminders: [{date: 2026-03-09, about: Put his reservation on the shelf by the door}]

    # resources/map-vault.md
    title: MapVault
    trial: {from: 2026-03-02, to: 2026-03-27}
    topics: [maps]

    # resources/sound-shelf.md
    title: SoundShelf
    trial: {from: 2026-03-02, to: 2026-03-27}
    """
    day = desk.on("2026-03-09")
    reminder = "reminder/put-his-reservation-on-the-shelf-by-the-door/2026-03-09"
    assert day.states() == {
        LOAN: "left alone",
        "may-interest/map-vault/2026-03-02": "left alone",
        reminder: "open",
        "trial-opens/sound-shelf/2026-03-02": "left alone",
    }
    follow_up = day.the_follow_up()
    assert [each.occasion.short_id for each in follow_up.standings] == [reminder]
    assert follow_up.draft is None


def test_what_is_put_off_for_someone_left_alone_is_left_alone(desk: WrittenDesk) -> None:
    """
    name: Mr Ashdown
    attention: leave alone
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    snoozed: [{for: loan-due/atlas-of-sound/2026-03-10, until: 2026-04-01}]
    """
    assert desk.on("2026-03-10").states() == {LOAN: "left alone"}


def test_every_reason_points_to_the_line_that_says_so(desk: WrittenDesk) -> None:
    """
    name: Mr Ashdown
    attention: leave alone
    loans:
      - title: Atlas of Sound
        due: 2026-03-10
    """
    why = desk.on("2026-03-10").standing(LOAN).why
    assert [(reason.text, str(reason.place)) for reason in why] == [
        ("“Atlas of Sound” is due back on 10 March 2026.", "patrons/p-test.md:6"),
        ("Is to be left alone.", "patrons/p-test.md:3"),
    ]


@pytest.mark.parametrize("wish", ["leave him alone", "Leave Alone!", "do not contact", "no contact please"])
def test_a_wish_for_peace_is_kept_even_where_it_is_misspelt(tmp_path: Path, wish: str) -> None:
    desk = write_desk(
        tmp_path,
        f"""
        name: Mr Ashdown
        attention: {wish}
        reads_email: rarely
        phone: 029 2018 0171
        loans: [{{title: Lead Mines, due: 2026-03-10}}]
        """,
    )
    day = desk.on("2026-03-10")
    assert day.problems() == ["patrons/p-test.md:3 not-a-choice"]
    assert day.states() == {"loan-due/lead-mines/2026-03-10": "left alone"}
    assert day.follow_up() is None


def test_another_mistake_in_attention_costs_the_red_carpet_alone(desk: WrittenDesk) -> None:
    """
    name: Mr Rees
    attention: very much
    reads_email: rarely
    loans: [{title: Lead Mines, due: 2026-03-10}]
    """
    assert desk.on("2026-03-10").states() == {"loan-due/lead-mines/2026-03-10": "open"}
