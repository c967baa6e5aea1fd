"""The verbs as people type them: what is printed where, and how they exit."""

import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from desk_writing import write_desk
from processes import TOP, deskdiary, example_desk

PROSSER = "p-k7f2/loan-due/30117742/2026-11-27"
BROKEN = """
    name: Dr Rhian Bowen
    phone: 029 2018 0190
    reads_email: rarely
    loans:
      - {title: Slate Roads, due: 30/11/2026}
      - {title: Sea Roads, due: 2026-11-26}
    # patrons/p-lost.md
    name: [Somebody
"""


def test_the_day_is_told_in_the_terminal_with_every_name_number_and_reason() -> None:
    told = deskdiary("today")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("Penrhyn Vale College Library: Tuesday 24 November 2026 (the day is fixed")
    assert "Professor Mair Prosser (p-k7f2)  +44 29 2018 0146" in told.out
    assert "“Chapels of the Upper Vale” is due back on 27 November 2026. (patrons/p-k7f2.md:14)" in told.out
    assert "Ashdown" not in told.out


def test_one_colleague_sees_her_own_day_only() -> None:
    told = deskdiary("today", "--staff", "mh")
    assert "Lin Yuqing" in told.out
    assert "Prosser" not in told.out


def test_a_colleague_nobody_knows_is_wrong_usage_and_the_keys_are_named() -> None:
    told = deskdiary("today", "--staff", "nn")
    assert told.code == 2
    assert "ep, mh, jl" in told.err
    assert told.out == ""


def test_a_desk_in_order_passes_the_check() -> None:
    told = deskdiary("check")
    assert (told.code, told.out) == (0, "20 patrons and 9 resources read: nothing wrong.\n")


def test_mistakes_are_named_with_their_lines_and_cost_only_themselves(tmp_path: Path) -> None:
    write_desk(tmp_path, BROKEN)
    told = deskdiary("check", "--root", tmp_path, "--on", "2026-11-24")
    assert told.code == 1
    assert "patrons/p-test.md:6:31: error: 30/11/2026 is not a date as we write them." in told.out
    assert "patrons/p-lost.md:" in told.out
    today = deskdiary("today", "--root", tmp_path, "--on", "2026-11-24")
    assert today.code == 0
    assert "Sea Roads" in today.out
    assert "Slate Roads" not in today.out
    assert "2 errors in the notes" in today.out


def test_the_check_is_told_to_programs_and_to_forges_too(tmp_path: Path) -> None:
    write_desk(tmp_path, BROKEN)
    as_json = deskdiary("check", "--format", "json", "--root", tmp_path, "--on", "2026-11-24")
    document = json.loads(as_json.out)
    assert as_json.code == 1
    assert document["notes"] == {"patrons": 1, "resources": 0}
    assert {problem["code"] for problem in document["problems"]} >= {"bad-date"}
    forge = deskdiary("check", "--format", "github", "--root", tmp_path, "--on", "2026-11-24")
    assert "::error file=patrons/p-test.md,line=6,col=31" in forge.out
    assert "Bowen" not in forge.out


def test_the_plan_is_one_document_the_same_every_time() -> None:
    first, second = deskdiary("plan", "--json"), deskdiary("plan", "--json")
    assert first == second
    assert json.loads(first.out)["on"] == "2026-11-24"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("--on", "2026-12-01", "plan", "--json"), id="before the verb"),
        pytest.param(("plan", "--json", "--on", "2026-12-01"), id="after it"),
    ],
)
def test_another_day_may_be_asked_for(arguments: tuple[str, ...]) -> None:
    assert json.loads(deskdiary(*arguments).out)["on"] == "2026-12-01"


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("plan", "--on", "tomorrow"), id="a day in words"),
        pytest.param(("plan", "--root", "no-such-folder"), id="no such desk"),
        pytest.param(("dance",), id="no such verb"),
        pytest.param(("check", "--format", "xml"), id="no such format"),
        pytest.param(("drafts",), id="nowhere to write"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_nothing_on_stdout(arguments: tuple[str, ...]) -> None:
    told = deskdiary(*arguments)
    assert (told.code, told.out) == (2, "")
    assert told.err


def test_every_step_to_an_occasions_state_is_shown_with_its_line() -> None:
    told = deskdiary("explain", PROSSER)
    assert told.code == 0
    assert told.out.startswith(f"{PROSSER} is open on 2026-11-24.")
    assert "usual? no" in told.out
    assert "(patrons/p-k7f2.md:14)" in told.out


def test_an_occasion_that_is_not_there_is_refused_with_a_hint() -> None:
    told = deskdiary("explain", "p-k7f2")
    assert (told.code, told.out) == (1, "")
    assert PROSSER in told.err


def test_the_drafts_are_files_that_a_mail_program_opens(tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = deskdiary("drafts", "--out", out)
    assert told.code == 0
    assert "p-h6t9" not in told.out
    message = message_from_bytes((out / "p-r8d4.eml").read_bytes(), policy=policy.default)
    assert message["X-Unsent"] == "1"
    assert str(message["From"]) == "Elin Pryce <elin.pryce@example.org>"
    assert str(message["To"]) == "Adaeze Nwachukwu <adaeze.nwachukwu@students.example.org>"
    body = message.get_body(("plain",))
    assert body is not None
    assert "In May you asked us about “Historic Maps Online”" in body.get_content()
    assert "+44 29 2018 0146" in (out / "p-k7f2.txt").read_text(encoding="utf-8")


def test_a_second_run_makes_the_same_bytes_and_takes_yesterdays_drafts_away(tmp_path: Path) -> None:
    desk, out = example_desk(tmp_path / "desk"), tmp_path / "out"
    deskdiary("drafts", "--out", out, "--root", desk)
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    deskdiary("drafts", "--out", out, "--root", desk)
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before
    note = desk / "patrons" / "p-k7f2.md"
    note.write_text(
        note.read_text(encoding="utf-8").replace("hours:", "attention: leave alone\nhours:"), "utf-8"
    )
    deskdiary("drafts", "--out", out, "--root", desk)
    assert not (out / "p-k7f2.txt").exists()
    assert (out / "p-r8d4.eml").exists()


def test_a_draft_with_a_fault_is_not_written_and_is_told_by_its_key(tmp_path: Path) -> None:
    """
    One patron's book has a title that looks like a field nobody filled in.
    """
    note = "name: Ida Quill\nemail: ida@example.org\nloan_reminders: personal\n"
    write_desk(tmp_path, note + 'loans: [{title: "{{ hymns }}", due: 2026-11-27}]\n')
    told = deskdiary("drafts", "--out", tmp_path / "out", "--root", tmp_path, "--on", "2026-11-24")
    assert told.code == 1
    assert "The draft to p-test was held back: a field in it was not filled in." in told.err
    assert not any(word in told.err + told.out for word in ("Ida", "Quill", "hymns"))
    assert [file.name for file in (tmp_path / "out").glob("*.eml")] == []


def test_a_mistake_in_a_wording_is_named_with_its_line(tmp_path: Path) -> None:
    write_desk(tmp_path, "name: Ida Quill\n")
    (tmp_path / "wording").mkdir()
    (tmp_path / "wording" / "arrived.email.txt").write_text("Hello\n{{ abuot }}\n", encoding="utf-8")
    told = deskdiary("check", "--root", tmp_path, "--on", "2026-11-24")
    assert told.code == 1
    assert "wording/arrived.email.txt:2:1: error: There is no word `abuot` for this wording." in told.out


def test_a_colleague_has_her_own_drafts_written(tmp_path: Path) -> None:
    told = deskdiary("drafts", "--out", tmp_path / "out", "--staff", "ep")
    assert told.code == 0
    names = {file.name for file in (tmp_path / "out").glob("*.*") if file.suffix in {".eml", ".txt"}}
    assert "p-k7f2.txt" in names
    assert "p-v5w1.eml" not in names
    assert deskdiary("drafts", "--out", tmp_path / "out", "--staff", "xy").code == 2


def test_a_file_of_somebody_elses_is_never_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "p-k7f2.txt"
    mine.write_text("My own words.\n", encoding="utf-8")
    told = deskdiary("drafts", "--out", tmp_path)
    assert told.code == 1
    assert "not made by us" in told.err
    assert [file.name for file in tmp_path.iterdir()] == ["p-k7f2.txt"]
    assert mine.read_text(encoding="utf-8") == "My own words.\n"


def test_a_fault_of_the_program_says_where_but_quotes_no_note(tmp_path: Path) -> None:
    """A fault is planted in the reckoning, with a patron's name in its words."""
    (tmp_path / "sitecustomize.py").write_text(
        "import deskdiary.day.plan as plan\n"
        "def fail(*_, **__):\n"
        "    raise RuntimeError('Professor Mair Prosser')\n"
        "plan.standings = fail\n",
        encoding="utf-8",
    )
    told = deskdiary("today", PYTHONPATH=f"{tmp_path}:{TOP / 'scripts'}")
    assert (told.code, told.out) == (3, "")
    assert "RuntimeError" in told.err
    assert "in fail" in told.err
    assert "Prosser" not in told.err


def test_a_note_cannot_move_the_cursor_of_the_terminal(tmp_path: Path) -> None:
    write_desk(tmp_path, 'name: Ann Hughes\nreminders: [{date: 2026-11-24, about: "a\\e[2Jb\\nc"}]\n')
    told = deskdiary("today", "--root", tmp_path, "--on", "2026-11-24")
    assert "\x1b" not in told.out


@pytest.mark.parametrize("verb", [("today",), ("check",), ("plan", "--json"), ("build",)])
def test_an_empty_folder_does_not_pass_for_a_quiet_day(tmp_path: Path, verb: tuple[str, ...]) -> None:
    told = deskdiary(*verb, "--root", tmp_path)
    assert (told.code, told.out) == (1, "")
    assert "this folder is no desk" in told.err


def test_drafts_made_before_stay_where_the_desk_is_gone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    deskdiary("drafts", "--out", out)
    before = sorted(file.name for file in out.iterdir())
    (tmp_path / "empty").mkdir()
    assert deskdiary("drafts", "--out", out, "--root", tmp_path / "empty").code == 1
    assert sorted(file.name for file in out.iterdir()) == before


def test_what_changed_since_a_day_to_come_is_wrong_usage() -> None:
    told = deskdiary("plan", "--since", "2027-01-01")
    assert (told.code, told.out) == (2, "")
    assert "Name a day before 2026-11-24" in told.err


def test_a_manifest_and_a_link_cannot_take_away_what_lies_elsewhere(tmp_path: Path) -> None:
    desk = example_desk(tmp_path / "desk")
    out = desk / "drafts"
    out.mkdir()
    (out / "x").symlink_to("../patrons")
    (out / ".deskdiary").write_text("x/p-k7f2.md\n", encoding="utf-8")
    told = deskdiary("drafts", "--out", out, "--root", desk)
    assert told.code == 1
    assert (desk / "patrons" / "p-k7f2.md").is_file()


def test_a_manifest_that_is_none_is_refused_and_no_fault(tmp_path: Path) -> None:
    (tmp_path / ".deskdiary").write_bytes(b"\xff\xfe")
    told = deskdiary("drafts", "--out", tmp_path)
    assert told.code == 1
    assert "cannot be read" in told.err
