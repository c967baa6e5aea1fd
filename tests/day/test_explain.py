"""An occasion explained: why it is there, which questions were asked, and who is to act."""

from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk
from deskdiary.day.explain import explain
from deskdiary.telling.explanation import explanation
from deskdiary.telling.plainly import plainly


def told(desk: WrittenDesk, on: str, occasion_id: str) -> list[str]:
    explained = explain(desk.on(on).plan, occasion_id)
    assert explained is not None
    return explanation(explained).splitlines()


def test_a_loan_that_is_open(desk: WrittenDesk) -> None:
    """
    name: Professor Prosser
    staff: jl
    phone: 029 2018 0146
    reads_email: rarely
    loans: [{title: Chapels, due: 2026-03-10}]

    # library.yml
    library: Small Library
    country: GB
    staff:
      jl: {name: Joy Lawal, away: [{from: 2026-03-09, to: 2026-03-13, cover: mh}]}
      mh: {name: Martin Hale}
    """
    assert told(desk, "2026-03-09", "p-test/loan-due/chapels/2026-03-10") == [
        "p-test/loan-due/chapels/2026-03-10 is open on 2026-03-09.",
        "  opens 5 March 2026, due 10 March 2026, never closes",
        "Why it is there:",
        "  “Chapels” is due back on 10 March 2026. (patrons/p-test.md:6)",
        "How its state was found:",
        "  1. done? no: No contact in the note is for it. (patrons/p-test.md:2)",
        "  2. upcoming? no: It opened on 5 March 2026. (patrons/p-test.md:6)",
        "  3. past its close? no: It never closes. (patrons/p-test.md:6)",
        "  4. left alone? no: Attention is usual. (patrons/p-test.md:2)",
        "  5. usual? no: The usual notice fails: e-mail is read rarely. (patrons/p-test.md:5)",
        "  6. suggested? no: It is more than a suggestion. (patrons/p-test.md:6)",
        "  7. snoozed? no: Nobody put it off. (patrons/p-test.md:2)",
        "  8. open? yes: It is open: it is wanted by 10 March 2026. (patrons/p-test.md:6)",
        "  Joy Lawal is away until 13 March 2026: Martin Hale covers. (library.yml:4)",
        "  Best reached by phone. (patrons/p-test.md:5)",
    ]


def test_the_first_question_that_holds_is_the_last_asked(desk: WrittenDesk) -> None:
    """
    name: Mr Ashdown
    attention: leave alone
    loans: [{title: Lead Mines, due: 2026-03-10}]
    """
    assert told(desk, "2026-03-09", "p-test/loan-due/lead-mines/2026-03-10")[-2:] == [
        "  3. past its close? no: It never closes. (patrons/p-test.md:4)",
        "  4. left alone? yes: Is to be left alone. (patrons/p-test.md:3)",
    ]


def test_what_was_missed_says_since_when(desk: WrittenDesk) -> None:
    """
    name: Lin Yuqing
    requests: [{for: map-vault, asked: 2025-06-23}]

    # resources/map-vault.md
    title: MapVault
    trial: {from: 2026-03-02, to: 2026-03-27}
    """
    lines = told(desk, "2026-03-28", "p-test/trial-opens/map-vault/2026-03-02")
    assert lines[0] == "p-test/trial-opens/map-vault/2026-03-02 is missed on 2026-03-28."
    assert lines[-1].startswith("  3. past its close? yes: ")


def test_what_is_done_and_gone_says_what_was_done(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    contacts: [{date: 2026-03-06, how: phone, about: Will bring it, for: loan-due/atlas/2026-03-10}]
    """
    assert told(desk, "2026-03-09", "p-test/loan-due/atlas/2026-03-10") == [
        "p-test/loan-due/atlas/2026-03-10 is done on 2026-03-09.",
        "  never opens, never due, never closes",
        "Why it is there:",
        "  Will bring it (6 March 2026) (patrons/p-test.md:3)",
        "How its state was found:",
        "  1. done? yes: Seen to by phone on 6 March 2026. (patrons/p-test.md:3)",
    ]


def test_a_reminder_of_several_lines_is_told_on_one(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    reminders:
      - date: 2026-03-06
        about: |
          Ring her
          and ask
    """
    lines = told(desk, "2026-03-06", "p-test/reminder/ring-her-and-ask/2026-03-06")
    assert lines[3] == "  Reminder for 6 March 2026: Ring her and ask (patrons/p-test.md:5)"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Dr Małgorzata, سمية", "Dr Małgorzata, سمية", id="letters of every script as they are"),
        pytest.param("\x1b[2Jgone", "\\u001b[2Jgone", id="a code that clears the screen"),
        pytest.param("a\u202eb", "a\\u202eb", id="a turn of the reading direction"),
        pytest.param("one\r\ntwo\u2028three", "one two three", id="line breaks of every kind"),
        pytest.param("\x9b31mred", "\\u009b31mred", id="a code in one character"),
    ],
)
def test_nothing_in_a_note_can_move_the_cursor(text: str, shown: str) -> None:
    assert plainly(text) == shown


def test_an_id_that_is_not_there_has_no_explanation(desk: WrittenDesk) -> None:
    """
    name: Dr Pryce
    """
    assert explain(desk.on("2026-03-06").plan, "p-test/loan-due/atlas/2026-03-10") is None


@pytest.mark.parametrize(
    ("note", "question", "answer"),
    [
        pytest.param(
            "attention: leave alone\nreminders: [{date: 2026-03-02, about: Ask}]",
            "reminder/ask/2026-03-02",
            "4. left alone? no: Is to be left alone, but this is for the staff themselves."
            " (patrons/p-test.md:3)",
            id="our own reminder",
        ),
        pytest.param(
            "loan_reminders: personal\nloans: [{title: Atlas, due: 2026-03-03}]",
            "loan-due/atlas/2026-03-03",
            "5. usual? no: Wants to be reminded personally. (patrons/p-test.md:3)",
            id="a personal reminder of a loan",
        ),
        pytest.param(
            "attention: personal\ninterests: [maps]",
            "may-interest/map-vault/2026-03-02",
            "6. suggested? no: Attention is personal: news of interest is passed on. (patrons/p-test.md:3)",
            id="news for somebody with personal attention",
        ),
        pytest.param(
            "attention: personal\ninterests: [maps]",
            "may-interest/map-vault/2026-03-02",
            "7. snoozed? no: Nobody put it off, and no cap holds it back. (patrons/p-test.md:2)",
            id="no cap",
        ),
    ],
)
def test_a_no_has_its_reason_and_its_line_too(tmp_path: Path, note: str, question: str, answer: str) -> None:
    desk = write_desk(
        tmp_path,
        f"name: Dr Pryce\n{note}\n# resources/map-vault.md\n"
        "title: Map Vault\ntopics: [maps]\ntrial: {from: 2026-03-02, to: 2026-03-27}\n",
    )
    assert f"  {answer}" in told(desk, "2026-03-02", f"p-test/{question}")
