"""What was done is written into the note, where a colleague would have put it, and the day knows of it."""

import re
import sys
from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk
from processes import Ran, deskdiary, run

DESK = """
    # patrons/p-k7f2.md
    name: Professor Mair Prosser
    phone: 029 2018 0146
    prefers: phone
    reads_email: rarely
    loans:
      - title: Chapels of the Upper Vale
        item: 30117742
        due: 2026-11-27   # a Friday
      - {title: "Slate: A History", due: 2026-11-26}
    contacts:
      - date: 2026-09-15
        how: phone
        about: She rang
    # patrons/p-b6u1.md
    name: Dafydd Pugh
    reviewed: 2025-01-05
    reminders: [{date: 2026-11-24, about: Hedge survey}]
    # resources/tradewind.md
    title: Tradewind
    also_known_as: [Trade Wind Online]
    # library.yml
    library: Small Library
    timezone: Europe/London
    country: GB
    today: 2026-11-24
    default_staff: ep
    staff: {ep: {name: Elin Pryce}, mh: {name: Martin Hale}}
"""
CHAPELS = "p-k7f2/loan-due/30117742/2026-11-27"
SLATE = "p-k7f2/loan-due/slate-a-history/2026-11-26"


@pytest.fixture
def written(tmp_path: Path) -> WrittenDesk:
    return write_desk(tmp_path, DESK)


def states(desk: WrittenDesk) -> dict[str, str]:
    return desk.today().all_states()


def note(desk: WrittenDesk, key: str = "p-k7f2") -> str:
    return (desk.root / "patrons" / f"{key}.md").read_text(encoding="utf-8")


def say(desk: WrittenDesk, *words: str) -> Ran:
    return deskdiary(*words, "--root", desk.root)


def test_a_call_made_is_one_entry_more_and_the_occasion_is_done(written: WrittenDesk) -> None:
    before = note(written)
    told = say(written, "done", CHAPELS, "--about", 'She said: "renew it" # twice', "--by", "mh")
    assert (told.code, told.out, told.err) == (0, f"Done: {CHAPELS}\n", "")
    entry = (
        "  - date: 2026-11-24\n"
        "    how: phone\n"
        "    by: mh\n"
        "    about: 'She said: \"renew it\" # twice'\n"
        "    for: loan-due/30117742/2026-11-27\n"
    )
    assert note(written) == before.replace("    about: She rang\n", f"    about: She rang\n{entry}")
    assert states(written)[CHAPELS] == "done"
    assert states(written)[SLATE] == "open"


def test_left_to_itself_it_says_who_how_and_what_the_day_says(written: WrittenDesk) -> None:
    assert say(written, "done", "30117742", "slate-a").code == 0
    assert note(written).count("    how: phone\n    by: ep\n") == 2
    assert "    about: “Chapels of the Upper Vale” is due back on 27 November 2026.\n" in note(written)
    assert {states(written)[CHAPELS], states(written)[SLATE]} == {"done"}


def test_what_settled_itself_is_done_and_counts_as_no_contact(written: WrittenDesk) -> None:
    assert say(written, "done", SLATE, "--not-needed", "--about", "Brought back").code == 0
    assert "    outcome: not needed\n" in note(written)
    assert states(written)[SLATE] == "done"
    mair = next(each for each in written.read("2026-11-24").patrons if each.key == "p-k7f2")
    assert [contact.happened for contact in mair.contacts] == [True, False]


def test_a_look_over_the_note_puts_todays_date_to_it(written: WrittenDesk) -> None:
    assert say(written, "done", "p-b6u1/note-review").code == 0
    assert "reviewed: 2026-11-24\n" in note(written, "p-b6u1")
    assert states(written)["p-b6u1/note-review/note/2026-01-05"] == "done"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(("done", "loan-due"), [CHAPELS, SLATE], id="more than one fits: they are listed"),
        pytest.param(("done", "p-zzzz"), ["there is no occasion p-zzzz"], id="none fits"),
        pytest.param(("loan", "returned", "p-k7f2"), ["30117742", "slate-a-history"], id="which loan"),
        pytest.param(("contact", "p-", "--about", "x"), ["p-b6u1", "p-k7f2"], id="which patron"),
    ],
)
def test_what_is_not_plain_is_refused_and_nothing_is_written(
    written: WrittenDesk, words: tuple[str, ...], told: list[str]
) -> None:
    before = note(written)
    answer = say(written, *words)
    assert answer.code == 1
    assert all(each in answer.err for each in told)
    assert note(written) == before


def test_nobody_settles_a_thing_twice_by_mistake(written: WrittenDesk) -> None:
    say(written, "done", CHAPELS)
    again = say(written, "done", CHAPELS)
    assert again.code == 1
    assert "is done already (patrons/p-k7f2.md:" in again.err


@pytest.mark.parametrize(
    "words",
    [
        ("done",),
        ("done", CHAPELS, "--by", "nn"),
        ("done", CHAPELS, "--how", "pigeon"),
        ("snooze", CHAPELS),
        ("snooze", CHAPELS, "--until", "2026-11-24"),
        ("contact", "p-k7f2"),
        ("loan", "renewed", "p-k7f2", "slate", "--until", "2026-11-26"),
        ("new", "patron", "--name", "Bo Quist", "--field", "shoes=44"),
        ("new", "patron", "--name", "Bo Quist", "--key", "Bo Quist"),
    ],
)
def test_wrong_usage_is_said_and_nothing_is_written(written: WrittenDesk, words: tuple[str, ...]) -> None:
    before = {file: file.read_bytes() for file in written.root.rglob("*.md")}
    told = say(written, *words)
    assert (told.code, told.out) == (2, "")
    assert {file: file.read_bytes() for file in written.root.rglob("*.md")} == before


def test_an_occasion_put_off_twice_has_one_snooze(written: WrittenDesk) -> None:
    assert say(written, "snooze", CHAPELS, "--until", "2026-11-26").code == 0
    assert states(written)[CHAPELS] == "snoozed"
    assert say(written, "snooze", CHAPELS, "--until", "2026-11-27").code == 0
    assert note(written).endswith(
        "snoozed:\n  - for: loan-due/30117742/2026-11-27\n    until: 2026-11-27\n---\n"
    )


def test_a_visit_leaves_an_entry_and_a_request_for_each_title(written: WrittenDesk) -> None:
    asked = ("--asks", "trade wind online", "--asks", "Sea: A Journal")
    assert say(written, "contact", "prosser", "--how", "phone", *asked).code == 0
    assert note(written).endswith(
        "  - date: 2026-11-24\n    how: phone\n    by: ep\n"
        "    about: 'Asked for trade wind online, Sea: A Journal'\n"
        "requests:\n  - for: tradewind\n    asked: 2026-11-24\n"
        "  - for: 'Sea: A Journal'\n    asked: 2026-11-24\n---\n"
    )


def test_a_renewal_is_a_new_occasion_and_its_line_keeps_its_comment(written: WrittenDesk) -> None:
    assert say(written, "loan", "renewed", "p-k7f2", "chapels", "--until", "2026-12-18").code == 0
    assert "    due: 2026-12-18   # a Friday\n" in note(written)
    assert states(written)["p-k7f2/loan-due/30117742/2026-12-18"] == "upcoming"
    assert CHAPELS not in states(written)


def test_a_loan_that_is_back_is_off_the_note(written: WrittenDesk) -> None:
    assert say(written, "loan", "returned", "p-k7f2", "30117742").code == 0
    assert "Chapels" not in note(written)
    assert "Slate: A History" in note(written)


def test_a_new_patron_has_a_key_that_says_nothing(written: WrittenDesk) -> None:
    told = say(written, "new", "patron", "--name", "Bo: Quist", "--field", "interests=maps, tides")
    assert told.code == 0
    made = written.root / told.out.strip()
    assert made.read_text(encoding="utf-8") == (
        "---\nname: 'Bo: Quist'\ninterests: [maps, tides]\nsince: 2026-11-24\n---\n"
    )
    assert "quist" not in made.name


def test_who_is_asked_may_take_what_is_offered(written: WrittenDesk) -> None:
    answers = "Bo Quist\n\n\n\n\nbo.quist@example.org\n\n\n\n"
    command = (
        f"printf '{answers}' | {sys.executable} -m deskdiary new patron --key p-x2x2 --root {written.root}"
    )
    assert run("sh", "-c", command).code == 0
    assert note(written, "p-x2x2") == (
        "---\nname: Bo Quist\nemail: bo.quist@example.org\nstaff: ep\nsince: 2026-11-24\n---\n"
    )


def test_a_note_that_is_there_is_never_begun_anew(written: WrittenDesk) -> None:
    assert say(written, "new", "resource", "--title", "Tradewind").code == 1
    assert say(written, "new", "resource", "--title", "Atlas of Sound").out == "resources/atlas-of-sound.md\n"


def test_a_note_that_is_broken_is_left_alone_with_its_line_and_the_lines_to_paste(
    written: WrittenDesk,
) -> None:
    file = written.root / "patrons" / "p-k7f2.md"
    file.write_text(note(written).replace("contacts:\n", "contacts: {}\nhours: [x\n"), encoding="utf-8")
    before = note(written)
    told = say(written, "contact", "p-k7f2", "--about", "Rang")
    assert told.code == 1
    assert "patrons/p-k7f2.md:" in told.err
    assert "  contacts:\n    - date: 2026-11-24\n" in told.err
    assert note(written) == before


@pytest.mark.parametrize(
    ("about", "code"),
    [
        pytest.param("Card 4111 1111 1111 1111", "payment card", id="the number of a payment card"),
        pytest.param("Hidden \u202e words", "hidden", id="a character that turns the line round"),
        pytest.param("x" * 5000, "4,000", id="more than a note takes"),
    ],
)
def test_what_would_be_a_mistake_in_the_note_is_not_written(
    written: WrittenDesk, about: str, code: str
) -> None:
    before = note(written)
    told = say(written, "contact", "p-k7f2", "--about", about)
    assert told.code == 1
    assert code in told.err
    assert note(written) == before


def test_of_a_note_that_nobody_can_read_the_line_is_told_and_not_that_there_is_none(
    written: WrittenDesk,
) -> None:
    (written.root / "patrons" / "p-odd.md").write_text("---\nname: &ida Ida Quill\n---\n", "utf-8")
    told = say(written, "contact", "p-odd", "--about", "Hello")
    assert told.code == 1
    assert "patrons/p-odd.md:2: Mend this first: A text that begins with an &" in told.err
    assert "Ida" not in told.err


def test_either_every_note_is_written_or_none(written: WrittenDesk) -> None:
    file = written.root / "patrons" / "p-b6u1.md"
    file.write_text(
        "---\n{name: Dafydd Pugh, reminders: [{date: 2026-11-24, about: Hedges}]}\n---\n", "utf-8"
    )
    before = note(written)
    told = say(written, "done", CHAPELS, "reminder/hedges")
    assert told.code == 1
    assert "  contacts:\n    - date: 2026-11-24\n" in told.err
    assert note(written) == before


@pytest.mark.parametrize(
    ("shell", "typed", "offered"),
    [
        ("bash", ("done", "p-k7f2/l"), {CHAPELS, SLATE}),
        ("zsh", ("snooze", "p-b6u1/r"), {"p-b6u1/reminder/hedge-survey/2026-11-24"}),
        ("fish", ("contact", "p-"), {"p-b6u1", "p-k7f2"}),
        ("bash", ("loan", "renewed", "p-k"), {"p-k7f2"}),
    ],
)
def test_ids_complete_in_the_shell(
    written: WrittenDesk, shell: str, typed: tuple[str, ...], offered: set[str]
) -> None:
    line = f"deskdiary --root {written.root} {' '.join(typed)}"
    told = deskdiary(
        _DESKDIARY_COMPLETE=f"complete_{shell}",
        COMP_WORDS=line,
        COMP_CWORD=str(len(line.split()) - 1),
        _TYPER_COMPLETE_ARGS=line,
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )
    assert set(re.findall(r"p-[\w/-]+", told.out)) == offered
