"""How problems are told: to a person at a terminal, to a program, to a forge."""

import os
import pty
import re
import sys
from pathlib import Path

import pytest

from deskdiary.records.place import Place
from deskdiary.records.problem import Problem, Severity
from deskdiary.shells.reading.source_lines import source_lines
from deskdiary.telling.problems_github import problems_github
from deskdiary.telling.problems_text import Terminal, problems_text
from deskdiary.telling.source_line import under_it
from note_reading import put, read
from processes import deskdiary

DATED = "---\nname: Ida Quill\nloans:\n  - title: Tides\n    due: 30/11/2026\n---\n"
ESCAPE = "\x1b["


def text_of(root: Path, *, painted: bool = False) -> str:
    plan = read(root)
    return problems_text(plan, Terminal(painted, source_lines(root, plan.problems)))


def test_a_problem_is_told_with_its_line_and_a_caret_under_the_spot(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": DATED})
    said = "30/11/2026 is not a date as we write them. Type 2026-11-30."
    assert text_of(tmp_path).splitlines() == [
        f"patrons/p-k7f2.md:5:10: error: {said} [bad-date]",
        "    5 |     due: 30/11/2026",
        "      |          ^",
        "1 patron and 0 resources read: 1 error.",
    ]


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        pytest.param("name: Ida", 7, "name: Ida", 6, id="plain letters"),
        pytest.param("\tname: Ida", 8, "  name: Ida", 8, id="a tab takes two columns"),
        pytest.param("名: Ida", 4, "名: Ida", 4, id="a wide letter takes two columns"),
        pytest.param("e\u0301: Ida", 5, "e\u0301: Ida", 3, id="an accent of its own takes none"),
        pytest.param("a\x1b[2Jb: Ida", 8, "a\\u001b[2Jb: Ida", 12, id="what moves the cursor is spelled out"),
        pytest.param("name:", 90, "name:", 5, id="a column beyond the end"),
        pytest.param("", 1, "", 0, id="an empty line"),
    ],
)
def test_the_caret_stands_under_the_letter_that_is_meant(
    line: str, column: int, shown: str, caret: int
) -> None:
    first, second = under_it(line, Place("patrons/p.md", 7, column))
    assert first == f"    7 | {shown}".rstrip()
    assert second == "      | " + " " * caret + "^"


def test_a_long_line_is_cut_around_the_spot() -> None:
    first, second = under_it("x" * 5000 + "HERE" + "y" * 5000, Place("patrons/p.md", 7, 5001))
    assert len(first) < 120
    assert first[second.index("^") :].startswith("HERE")


def test_a_file_that_cannot_be_shown_is_told_without_its_line(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": b"\x89PNG\x00\x00"})
    (tmp_path / "patrons/p-m3q8.md").symlink_to("/etc/hostname")
    assert [line for line in text_of(tmp_path).splitlines() if line.startswith(" ")] == []


def test_colours_are_for_those_who_ask_for_them(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": DATED})
    assert ESCAPE not in text_of(tmp_path)
    painted = text_of(tmp_path, painted=True)
    assert ESCAPE in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == text_of(tmp_path)


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        pytest.param({}, True, id="a terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="a terminal of somebody who wants none"),
        pytest.param({"NO_COLOR": ""}, True, id="an empty wish is none"),
        pytest.param({"TERM": "dumb"}, False, id="a terminal that has none"),
    ],
)
def test_the_command_paints_for_a_terminal_alone(
    environment: dict[str, str], *, colours: bool, tmp_path: Path
) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": DATED})
    command = [sys.executable, "-m", "deskdiary", "check", "--root", str(tmp_path), "--on", "2026-11-24"]
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    shown = on_a_terminal(command, {**kept, "TERM": "xterm", **environment})
    assert "30/11/2026 is not a date" in shown
    assert (ESCAPE in shown) == colours


def on_a_terminal(command: list[str], environment: dict[str, str]) -> str:
    """What a command prints where it thinks that somebody is looking."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(command[0], command, environment)  # noqa: S606 - the child is the command
    shown = b""
    while chunk := _read(terminal):
        shown += chunk
    os.waitpid(child, 0)
    os.close(terminal)
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the command has ended
        return b""


def test_a_pipe_gets_no_colours(tmp_path: Path) -> None:
    put(tmp_path, {"patrons/p-k7f2.md": DATED})
    told = deskdiary("check", "--root", tmp_path, "--on", "2026-11-24", FORCE_COLOR="", NO_COLOR="")
    assert ESCAPE not in told.out
    assert told.code == 1


def test_no_note_can_forge_a_command_for_the_forge() -> None:
    hostile = "x\n::error file=a::b\r\n::add-mask::c%0A::stop-commands::d"
    place = Place("patrons/a,line=1::\n::error::b.md", 2, 3)
    told = problems_github([Problem(place, Severity.ERROR, "bad-date", hostile, hostile)])
    assert told.count("\n") == 1
    file = "patrons/a%2Cline=1%3A%3A%0A%3A%3Aerror%3A%3Ab.md"
    assert told.startswith(f"::error file={file},line=2,col=3,title=bad-date::x%0A")
    assert "%250A" in told
    assert "\r" not in told


def test_a_forge_is_told_nothing_that_the_note_says(tmp_path: Path) -> None:
    """The day in what is told is the example of a date, and so it is whatever the note says."""
    one, other = (
        problems_github(read(put(tmp_path, {"patrons/p-k7f2.md": note})).problems) for note in TWO_DATES
    )
    assert one == other
    assert "30/11/2026" not in one


TWO_DATES = (DATED, DATED.replace("30/11", "31/12"))
