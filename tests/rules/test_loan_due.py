"""Loans that are due back: from when somebody is to be reminded, and how long the reminder stands."""

from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk

ATLAS = "loan-due/atlas-of-sound/2026-03-10"


@pytest.mark.parametrize(
    ("on", "state"),
    [
        pytest.param("2026-03-04", "upcoming", id="the day before notice"),
        pytest.param("2026-03-05", "open", id="first day of notice"),
        pytest.param("2026-03-10", "open", id="the day it is due"),
        pytest.param("2026-03-11", "open", id="overdue, and still there"),
        pytest.param("2031-03-11", "open", id="years later, and still there"),
    ],
)
def test_a_loan_of_someone_who_rarely_reads_email(desk: WrittenDesk, on: str, state: str) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    """
    assert desk.on(on).states() == {ATLAS: state}


def test_a_loan_is_overdue_from_the_day_after_it_was_due(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    """
    assert not desk.on("2026-03-10").the_follow_up().overdue
    assert desk.on("2026-03-11").the_follow_up().overdue


@pytest.mark.parametrize(
    ("patron", "opens"),
    [
        pytest.param("category: student", "2026-03-09", id="a day, as the library sets it"),
        pytest.param("category: visitor", "2026-03-03", id="five days, as for all visitors"),
        pytest.param("category: visitor\nnotice_days: 8", "2026-02-26", id="eight days, as her note says"),
        pytest.param("category: visitor\nnotice_days: 0", "2026-03-10", id="on the day itself"),
    ],
)
def test_the_note_then_the_category_then_the_library_says_how_early(
    tmp_path: Path, patron: str, opens: str
) -> None:
    desk = write_desk(
        tmp_path,
        f"""\
name: Miss Hopkin
{patron}
loans: [{{title: Atlas of Sound, due: 2026-03-10}}]

# library.yml
library: Small Library
country: GB
categories:
  student: {{label: Student}}
  visitor: {{notice_days: 5}}
rules:
  loan-due: {{notice_days: 1}}
""",
    )
    assert desk.on("2026-03-10").dates(ATLAS) == {"opens": opens, "due": "2026-03-10", "closes": None}


def test_notice_is_three_open_days_where_nobody_says_otherwise(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    """
    assert desk.on("2026-03-10").dates(ATLAS)["opens"] == "2026-03-05"


def test_easter_does_not_eat_into_the_notice(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    loans: [{title: Atlas of Sound, due: 2026-04-07}]
    """
    # The 7th is the Tuesday after Easter; the open days before it are the 2nd, the 1st, and 31 March.
    assert desk.on("2026-04-01").dates("loan-due/atlas-of-sound/2026-04-07") == {
        "opens": "2026-03-31",
        "due": "2026-04-07",
        "closes": None,
    }


@pytest.mark.parametrize(
    ("due", "opens", "wanted_by"),
    [
        pytest.param("2026-12-23", "2026-12-18", "2026-12-23", id="on the last day before Christmas"),
        pytest.param("2026-12-30", "2026-12-21", "2026-12-23", id="while the library is closed"),
        pytest.param("2027-01-05", "2026-12-22", "2027-01-05", id="on the second day of the new year"),
    ],
)
def test_what_is_due_over_christmas_is_seen_to_before(
    tmp_path: Path, due: str, opens: str, wanted_by: str
) -> None:
    desk = write_desk(
        tmp_path,
        f"""\
name: Dr Pryce
loans: [{{title: Atlas of Sound, due: {due}}}]

# library.yml
library: Small Library
country: GB
closed: [{{from: 2026-12-24, to: 2027-01-03}}]
""",
    )
    assert desk.on("2026-12-01").dates(f"loan-due/atlas-of-sound/{due}") == {
        "opens": opens,
        "due": wanted_by,
        "closes": None,
    }


def test_what_is_due_on_a_sunday_is_wanted_by_friday(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    loans: [{title: Atlas of Sound, due: 2026-03-08}]
    """
    assert desk.on("2026-03-01").dates("loan-due/atlas-of-sound/2026-03-08") == {
        "opens": "2026-03-04",
        "due": "2026-03-06",
        "closes": None,
    }


def test_a_renewed_loan_asks_again_and_the_old_date_stays_done(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-04-14}]
    contacts:
      - {date: 2026-03-06, how: phone, about: Renewed it, for: loan-due/atlas-of-sound/2026-03-10}
    """
    assert desk.on("2026-04-09").states() == {
        "loan-due/atlas-of-sound/2026-03-10": "done",
        "loan-due/atlas-of-sound/2026-04-14": "open",
    }


def test_an_item_number_tells_two_copies_of_one_title_apart(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans:
      - {title: Atlas of Sound, item: 0012, due: 2026-03-10}
      - {title: Atlas of Sound, item: 0013, due: 2026-03-10}
    """
    assert desk.on("2026-03-10").states() == {
        "loan-due/0012/2026-03-10": "open",
        "loan-due/0013/2026-03-10": "open",
    }


@pytest.mark.parametrize(
    ("patron", "state"),
    [
        pytest.param("", "usual", id="who reads e-mail, as most do"),
        pytest.param("reads_email: often", "usual", id="who reads e-mail often"),
        pytest.param("reads_email: rarely", "open", id="who rarely reads e-mail"),
        pytest.param("reads_email: never", "open", id="who never reads e-mail"),
        pytest.param("category: emeritus", "open", id="whose category rarely reads e-mail"),
        pytest.param("category: emeritus\nreads_email: often", "usual", id="who does, unlike the others"),
        pytest.param("loan_reminders: personal", "open", id="who asked for a word from us"),
        pytest.param("attention: personal", "usual", id="on the red carpet, but notices reach them"),
        pytest.param("attention: leave alone", "left alone", id="who is left alone"),
        pytest.param(
            "attention: leave alone\nloan_reminders: personal", "left alone", id="who is left alone even so"
        ),
    ],
)
def test_whose_loans_the_usual_notices_take_care_of(tmp_path: Path, patron: str, state: str) -> None:
    desk = write_desk(
        tmp_path,
        f"""\
name: Someone
{patron}
loans: [{{title: Atlas of Sound, due: 2026-03-10}}]

# library.yml
library: Small Library
categories:
  emeritus: {{reads_email: rarely}}
""",
    )
    assert desk.on("2026-03-09").states() == {ATLAS: state}


def test_a_rule_that_is_off_finds_nothing_but_what_was_done_stays_on_the_books(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reads_email: rarely
    loans: [{title: Atlas of Sound, due: 2026-03-10}]
    contacts:
      - {date: 2026-02-06, how: phone, about: Will bring it, for: loan-due/field-statistics/2026-02-10}

    # library.yml
    library: Small Library
    rules: {loan-due: off, note-review: off}
    """
    assert desk.on("2026-03-10").states() == {"loan-due/field-statistics/2026-02-10": "done"}
