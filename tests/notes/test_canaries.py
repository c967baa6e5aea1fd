"""A word planted in every field, sound or not: it may be shown to staff, and goes nowhere else."""

import traceback
from datetime import date
from pathlib import Path

import pytest

import planting
from deskdiary.shells.reading.desk import read_desk, read_library
from deskdiary.shells.reading.front_matter import split
from deskdiary.shells.reading.note_file import Unreadable, decode
from deskdiary.shells.reading.parsing import parse
from deskdiary.telling.problems_github import problems_github
from note_reading import LIBRARY, put, read
from processes import deskdiary

CANARY = "Zwitscherlein"
HIDDEN = f"{CANARY}\u202e"
DAYS = ("2026-11-23", "2026-11-30", "2026-12-30")
STAFF = "staff: {ep: {name: Elin Pryce}}\ndefault_staff: ep\n"
UNREADABLE: dict[str, bytes] = {
    f"patrons/p-bad{number}.md": note.replace("WORD", CANARY).encode(encoding)
    for number, (note, encoding) in enumerate(
        [
            ("---\nname: WORD: WORD\nWORD\n WORD: @WORD\nemail: [WORD\n---\n", "utf-8"),
            ("---\nname: 'WORD\n", "utf-8"),
            ("---\nname: 'WORD\nWORD\n---\n", "utf-8"),
            ("WORD\n", "utf-8"),
            ("---\nWORD: &WORD *WORD\n!WORD : x\n? WORD\n---\n", "utf-8"),
            ("---\nWORD: " + "[" * 50 + "WORD\n---\n", "utf-8"),
            ("---\nname: WORD\nWORD: 1\nWORD: 2\nnaem: WORD\n---\n", "utf-16"),
            ("---\nname: WORD é\n---\n", "cp1252"),
            ("---\nname: WORD\n<<<<<<< WORD\n---\n", "utf-8"),
            ("---\nname: WORD\nWORD: WORD\nWORD_x:WORD\nnamee: WORD #WORD\n---\n", "utf-8"),
            ("---\n- WORD\n---\nname: WORD\n<b>WORD</b> [WORD](x:WORD)\n", "utf-8"),
        ]
    )
}


@pytest.fixture(params=["sound", "mistaken", "hidden", "unreadable"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A desk full of the word: where a text belongs, where none does, and where nothing can be read."""
    if request.param == "unreadable":
        return put(tmp_path, dict(UNREADABLE))
    text = HIDDEN if request.param == "hidden" else CANARY
    everywhere = request.param != "sound"
    body = f"{text} <b>{text}</b>\n![{text}](https://{text}.example.org) [{text}](x:{text}) \x07{text}"
    planted = f"name: {planting.quoted(text)}"
    asked = f"{{for: {CANARY}e, asked: 2026-11-01}}"
    files: dict[str, str | bytes] = {
        "patrons/p-k7f2.md": planting.patron(text, everywhere=everywhere, body=body),
        "patrons/p-m3q8.md": planting.patron(text, everywhere=everywhere).replace(planted, "name: Ida", 1),
        "resources/atlas.md": planting.resource(text, everywhere=everywhere, body=body),
        "patrons/p-a9m2.md": f"---\nname: Ida\nlists: [{CANARY}s]\nrequests: [{asked}]\n---\n",
    }
    return put(tmp_path, files, planting.library(text, everywhere=True) if everywhere else LIBRARY + STAFF)


@pytest.mark.parametrize("day", DAYS)
def test_the_word_stands_in_no_annotation(root: Path, day: str) -> None:
    plan = read(root, date.fromisoformat(day))
    assert CANARY not in problems_github(plan.problems)
    assert all(CANARY not in each.in_public for each in plan.problems)


def test_the_word_is_in_the_notes_and_some_problems_quote_it(tmp_path: Path) -> None:
    """So the canary sings, and the tests beside this one can fail."""
    plan = read(put(tmp_path, {"patrons/p-k7f2.md": planting.patron(CANARY, everywhere=True)}))
    assert any(CANARY in f"{each.message} {each.remedy}" for each in plan.problems)


@pytest.mark.parametrize("day", DAYS)
def test_no_value_shows_the_word_when_it_is_printed(root: Path, day: str) -> None:
    plan = read(root, date.fromisoformat(day))
    for value in (
        plan,
        plan.desk,
        *plan.desk.patrons,
        *plan.desk.resources,
        *plan.standings,
        *plan.follow_ups,
    ):
        assert CANARY.lower() not in repr(value).lower()
    for problem in plan.problems:
        assert CANARY not in repr(problem)


@pytest.mark.parametrize("path", UNREADABLE)
def test_why_a_note_cannot_be_read_does_not_show_the_word(path: str) -> None:
    """A parser's own message quotes the note, so it must not hang on to ours."""
    fault = _refused(UNREADABLE[path], path)
    assert CANARY not in "".join(traceback.format_exception(fault)) + repr(fault)


def _refused(content: bytes, path: str) -> Unreadable | None:
    try:
        parse(split(decode(content, path), path).details, path, 2)
    except Unreadable as why:
        return why
    return None


def test_reading_writes_nothing_to_any_log(
    root: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(0)
    read_desk(root, read_library(root, date(2026, 11, 30)), date(2026, 11, 30))
    assert caplog.records == []
    assert capfd.readouterr() == ("", "")


def test_the_word_is_in_no_file_name_and_in_nothing_that_is_printed(root: Path, tmp_path: Path) -> None:
    checked = deskdiary("check", "--format", "github", "--root", root, "--on", "2026-11-30")
    made = deskdiary("drafts", "--out", tmp_path / "out", "--root", root, "--on", "2026-11-30")
    for ran in (checked, made):
        assert ran.code in {0, 1}, ran.err
        assert CANARY.lower() not in (ran.out + ran.err).lower()
    assert not any(CANARY.lower() in file.name.lower() for file in (tmp_path / "out").rglob("*"))
