"""How somebody is reached: as they prefer where the note has the means, else as best we can."""

from pathlib import Path

import pytest

from desk_writing import WrittenDesk, write_desk

PHONE = "phone: 029 2018 0146"
EMAIL = "email: mair.prosser@example.org"
ADDRESS = "address: 7 Chapel Row, Porth Gwynt"
ALL = f"{PHONE}\n{EMAIL}\n{ADDRESS}"
REMINDER = "reminders: [{date: 2026-03-10, about: Ask how the book is coming on}]"


def someone(root: Path, note: str) -> WrittenDesk:
    return write_desk(
        root,
        f"name: Professor Prosser\n{REMINDER}\n{note}\n"
        "# library.yml\nlibrary: Small Library\ncountry: GB\n"
        "categories:\n  emeritus: {prefers: letter}\n  visitor: {reads_email: never}\n",
    )


@pytest.mark.parametrize(
    ("note", "channel"),
    [
        pytest.param(f"prefers: phone\n{ALL}", "phone", id="a call, as she prefers"),
        pytest.param(f"prefers: email\n{ALL}", "email", id="an e-mail, as she prefers"),
        pytest.param(f"prefers: letter\n{ALL}", "letter", id="a letter, as she prefers"),
        pytest.param(f"prefers: in person\n{ALL}", "in person", id="in person, as she prefers"),
        pytest.param("prefers: in person", "in person", id="in person needs no means"),
        pytest.param(ALL, "email", id="who says nothing reads e-mail"),
        pytest.param(f"reads_email: rarely\n{ALL}", "phone", id="who rarely reads e-mail is rung"),
        pytest.param(f"reads_email: never\n{ALL}", "phone", id="who never reads e-mail is rung"),
        pytest.param(f"category: emeritus\n{ALL}", "letter", id="as the category prefers"),
        pytest.param(f"category: emeritus\nprefers: phone\n{ALL}", "phone", id="she, not her category"),
        pytest.param(f"category: visitor\n{ALL}", "phone", id="the category does not read e-mail"),
    ],
)
def test_as_they_prefer(tmp_path: Path, note: str, channel: str) -> None:
    assert someone(tmp_path, note).on("2026-03-10").the_follow_up().way.channel == channel


@pytest.mark.parametrize(
    ("note", "channel"),
    [
        pytest.param(f"prefers: phone\n{EMAIL}\n{ADDRESS}", "email", id="no number: e-mail"),
        pytest.param(f"prefers: phone\n{ADDRESS}", "letter", id="no number, no e-mail: a letter"),
        pytest.param(f"prefers: email\n{PHONE}\n{ADDRESS}", "phone", id="no e-mail: a call"),
        pytest.param(f"prefers: email\n{ADDRESS}", "letter", id="no e-mail, no number: a letter"),
        pytest.param(f"prefers: letter\n{PHONE}\n{EMAIL}", "phone", id="no address: a call"),
        pytest.param(f"prefers: letter\n{EMAIL}", "email", id="no address, no number: e-mail"),
        pytest.param(f"reads_email: rarely\n{EMAIL}", "email", id="rarely is better than not at all"),
        pytest.param(
            f"reads_email: never\n{EMAIL}\n{ADDRESS}", "letter", id="never e-mail to who never reads it"
        ),
    ],
)
def test_as_best_we_can(tmp_path: Path, note: str, channel: str) -> None:
    day = someone(tmp_path, note).on("2026-03-10")
    assert day.the_follow_up().way.channel == channel
    assert not any("no-way-to-reach" in problem for problem in day.problems())


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("prefers: phone", id="prefers a call, has no number"),
        pytest.param("", id="has nothing"),
        pytest.param(f"reads_email: never\n{EMAIL}", id="has only e-mail, and never reads it"),
    ],
)
def test_else_in_person_and_the_notes_say_that_something_is_wanting(tmp_path: Path, note: str) -> None:
    day = someone(tmp_path, note).on("2026-03-10")
    assert day.the_follow_up().way.channel == "in person"
    assert day.the_follow_up().way.reach is None
    assert "patrons/p-test.md:2 no-way-to-reach" in day.problems()


def test_nobody_is_wanting_where_nothing_is_to_be_done(tmp_path: Path) -> None:
    assert someone(tmp_path, "").on("2026-03-09").problems() == []
