"""What the guide says of notes is so: its examples are read, and its numbers are the program's."""

import re
from pathlib import Path

import pytest

from deskdiary.day.channel import Channel
from deskdiary.day.follow_up import MINUTES, MINUTES_FOR_EACH_FURTHER
from deskdiary.records.problem import Severity
from note_reading import problems

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/guide"
TYPED = tuple(
    re.findall(
        r"^```yaml\n(.*?)^```$", (GUIDE / "writing-notes.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
)


def _as_a_note(typed: str) -> str:
    """What the guide shows, with what a note must have besides."""
    if typed.startswith("---"):
        return typed
    lines = f"reminders:\n  - date: 2026-12-01\n{typed}" if typed.startswith(" ") else typed
    return f"---\nname: Ida Quill\n{lines}---\n"


def test_the_guide_shows_how_to_write_each_thing_that_people_ask_about() -> None:
    shown = "".join(TYPED)
    wanted = (
        "category",
        "staff",
        "email",
        "loans",
        "requests",
        "interests",
        "reminders",
        "contacts",
        "snoozed",
    )
    assert [field for field in wanted if not re.search(rf"^{field}:", shown, re.MULTILINE)] == []


@pytest.mark.parametrize("typed", TYPED)
def test_what_the_guide_shows_can_be_typed(typed: str, tmp_path: Path) -> None:
    """A snooze of a loan that is not in so short a note is asked about; nothing else may be."""
    library = (ROOT / "library.yml").read_text("utf-8")
    found = problems(tmp_path, {"patrons/p-test.md": _as_a_note(typed)}, library)
    wrong = [each.code for each in found if each.severity is not Severity.NOTICE]
    assert wrong in ([], ["idle-snooze"])


def test_the_guide_says_how_long_each_way_takes() -> None:
    said = " ".join((GUIDE / "the-day.md").read_text("utf-8").split())
    assert (
        f"a call {MINUTES[Channel.PHONE]}, e-mail {MINUTES[Channel.EMAIL]}, "
        f"a letter {MINUTES[Channel.LETTER]}, "
        f"in person {MINUTES[Channel.IN_PERSON]}, what is seen to at the desk {MINUTES[Channel.DESK]}, "
        f"and {MINUTES_FOR_EACH_FURTHER} more"
    ) in said


@pytest.mark.parametrize("page", ["README.md", "docs/guide/setting-up.md"])
def test_whoever_has_set_it_up_is_told_where_the_command_is(page: str) -> None:
    said = (ROOT / page).read_text("utf-8")
    first = said.index(".venv/bin/deskdiary")
    assert first < said.index("`deskdiary today`" if "guide" in page else "$ deskdiary today")
    for way in (". .venv/bin/activate", r".venv\Scripts\activate"):
        assert way in said
