"""What was told of a desk is told again while nothing it rests on has changed, and only then."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import deskdiary.cli.check
import deskdiary.cli.gathering
import deskdiary.cli.looking
import deskdiary.shells.cache.shelf
from desk_writing import write_desk
from deskdiary.cli.main import app
from deskdiary.day.plan import Plan, reckon
from deskdiary.records.desk import Desk
from deskdiary.shells.cache.shelf import FOLDER, OFF

DESK = """
    # library.yml
    library: Small Library
    timezone: Europe/London
    country: GB
    staff:
      jl: {name: Jo Lane}
    # patrons/p-ada.md
    name: Ada Ames
    phone: 029 2018 0146
    looked_after_by: jl
    loans: [{title: Atlas, due: 2026-11-26}]
    # patrons/p-bee.md
    name: Émile Bee
    email: bee@example.org
    reads_email: soon
    requests: [{for: atlas, asked: 2026-11-02}]
    # resources/atlas.md
    title: Atlas of Sound
    trial: {from: 2026-11-20, to: 2026-12-04}
"""
A_LOAN = "p-ada/loan-due/atlas/2026-11-26"
VERBS = (
    ("plan",),
    ("plan", "--json"),
    ("today",),
    ("today", "--staff", "jl"),
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("insight",),
    ("insight", "--json"),
    ("explain", A_LOAN),
)
TEXTS = {
    "library.yml": (
        "library: Vale Library\ncountry: GB\nstaff: {jl: {name: Jo Lane}}\n",
        "country: DE\nstaff: {jl: {name: Jo Lane}, mh: {name: Mo Hill}}\n",
        "library: [\n",
        "today: 2026-12-01\nrules: {loan-due: off}\nstaff: {jl: {name: Jo Lane}}\n",
    ),
    "patrons/p-ada.md": ("---\nname: Ada Ames\n---\n", "---\nname: Ada Ames\nphone: 5\n---\n", ""),
    "patrons/p-new.md": ("---\nname: Di Ash\nemail: ash@example.org\nreads_email: soon\n---\n",),
    "resources/atlas.md": ("---\ntitle: Atlas of Silence\n---\n",),
    "wording/arrived.email.txt": ("Subject: Here\n\nHello {{ nobody }}\n", "Nonsense"),
    "wording/nonsense.txt": ("Hello",),
}
DAYS = ("2026-11-24", "2026-11-25", "2027-01-04")
# What may be changed between two runs: a file is another, or gone.
CHANGES = st.one_of(
    [st.tuples(st.just(path), st.sampled_from((*texts, None))) for path, texts in TEXTS.items()]
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a run may be another in, the desk being the same."""

    verb: tuple[str, ...]
    on: str
    colours: bool
    program: bytes


CIRCUMSTANCES = st.builds(
    Circumstances,
    st.sampled_from(VERBS),
    st.sampled_from(DAYS),
    st.booleans(),
    st.sampled_from((b"this version", b"another version")),
)


def told(root: Path, circumstances: Circumstances, *, off: str = "") -> tuple[int, str, str]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(deskdiary.shells.cache.shelf, "program", lambda: circumstances.program)
        patched.setattr(deskdiary.cli.check, "shows_colours", lambda: circumstances.colours)
        patched.setenv(OFF, off)
        words = [*circumstances.verb, "--root", str(root), "--on", circumstances.on]
        ran = CliRunner().invoke(app, words)
    return ran.exit_code, ran.output, str(ran.exception)


def change(root: Path, path: str, text: str | None) -> None:
    file = root / path
    if text is None:
        file.unlink(missing_ok=True)
    else:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")


@settings(max_examples=20)
@given(st.lists(st.tuples(CHANGES | st.none(), CIRCUMSTANCES), min_size=2, max_size=6))
def test_whatever_changed_a_verb_tells_what_it_would_if_nothing_were_kept(
    runs: list[tuple[tuple[str, str | None] | None, Circumstances]],
) -> None:
    with TemporaryDirectory() as folder:
        root = write_desk(Path(folder), DESK).root
        for changed, circumstances in runs:
            if changed:
                change(root, *changed)
            assert told(root, circumstances) == told(root, circumstances, off="1")


THIS = Circumstances(("check",), "2026-11-24", colours=False, program=b"this version")


def a_note(root: Path) -> Circumstances:
    change(root, "patrons/p-ada.md", "---\nname: Ada Ames\nloans: [{title: Atlas, due: 2026-11-27}]\n---\n")
    return THIS


def a_note_renamed(root: Path) -> Circumstances:
    (root / "patrons/p-ada.md").rename(root / "patrons/p-eve.md")
    return THIS


def the_library(root: Path) -> Circumstances:
    change(root, "library.yml", "library: Vale Library\ncountry: GB\n")
    return THIS


def the_wording(root: Path) -> Circumstances:
    change(root, "wording/nonsense.txt", "Hello")
    return THIS


def a_link_in_the_wording(root: Path) -> Circumstances:
    (root / "wording").mkdir()
    (root / "wording/arrived.email.txt").symlink_to(root / "library.yml")
    return THIS


def the_day(_root: Path) -> Circumstances:
    return Circumstances(THIS.verb, "2026-11-25", THIS.colours, THIS.program)


def the_program(_root: Path) -> Circumstances:
    return Circumstances(THIS.verb, THIS.on, THIS.colours, b"another version")


def the_form(_root: Path) -> Circumstances:
    return Circumstances(("check", "--format", "json"), THIS.on, THIS.colours, THIS.program)


def the_terminal(_root: Path) -> Circumstances:
    return Circumstances(THIS.verb, THIS.on, colours=True, program=THIS.program)


@pytest.fixture
def reckoned(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The days that were reckoned: one each time something is worked out anew."""
    days: list[date] = []

    def counting(desk: Desk, on: date) -> Plan:
        days.append(on)
        return reckon(desk, on)

    monkeypatch.setattr(deskdiary.cli.gathering, "reckon", counting)
    # Midnight would be a reason to work it out anew.
    monkeypatch.setattr(deskdiary.cli.looking, "today_in", lambda _zone: date(2026, 11, 24))
    return days


@pytest.mark.parametrize(
    "changed",
    [
        a_note,
        a_note_renamed,
        the_library,
        the_wording,
        a_link_in_the_wording,
        the_day,
        the_program,
        the_form,
        the_terminal,
    ],
)
def test_a_change_is_worked_out_once_and_what_did_not_change_not_again(
    tmp_path: Path, reckoned: list[date], changed: Callable[[Path], Circumstances]
) -> None:
    root = write_desk(tmp_path, DESK).root
    first = told(root, THIS)
    assert told(root, THIS) == first
    assert len(reckoned) == 1
    now = changed(root)
    after = told(root, now)
    assert told(root, now) == after
    assert len(reckoned) == 2
    assert after == told(root, now, off="1")


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_each_verb_that_only_tells_works_it_out_once(
    tmp_path: Path, reckoned: list[date], verb: tuple[str, ...]
) -> None:
    root = write_desk(tmp_path, DESK).root
    asked = Circumstances(verb, THIS.on, THIS.colours, THIS.program)
    assert told(root, asked) == told(root, asked)
    assert len(reckoned) == 1


def test_a_mistake_fails_the_check_each_time_until_it_is_mended(tmp_path: Path) -> None:
    root = write_desk(tmp_path, DESK).root
    assert [told(root, THIS)[0] for _ in range(3)] == [1, 1, 1]
    change(root, "patrons/p-bee.md", "---\nname: Émile Bee\nreads_email: rarely\n---\n")
    assert [told(root, THIS)[0] for _ in range(3)] == [0, 0, 0]


def test_the_library_is_read_by_the_clock_whatever_day_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word such as `tomorrow` there means another day tomorrow, though the day reckoned is the same."""
    root = write_desk(tmp_path, DESK).root
    change(root, "library.yml", "library: Small Library\ncountry: GB\ntoday: tomorrow\n")
    for day in (date(2026, 11, 24), date(2026, 11, 25)):
        monkeypatch.setattr(deskdiary.cli.looking, "today_in", lambda _zone, day=day: day)
        assert told(root, THIS) == told(root, THIS, off="1")


def test_an_occasion_that_is_not_there_is_refused_each_time(tmp_path: Path) -> None:
    root = write_desk(tmp_path, DESK).root
    asked = Circumstances(("explain", "p-ada/loan-due/tides"), THIS.on, THIS.colours, THIS.program)
    for _ in range(2):
        code, out, why = told(root, asked)
        assert code
        assert out == ""
        assert why.startswith("there is no occasion p-ada/loan-due/tides on 2026-11-24.")


def test_nothing_of_what_was_told_outlives_the_note(tmp_path: Path) -> None:
    root = write_desk(tmp_path, DESK).root
    for verb in VERBS:
        told(root, Circumstances(verb, THIS.on, THIS.colours, THIS.program))
    (root / "patrons/p-ada.md").unlink()
    told(root, THIS)
    kept = [each.read_bytes() for each in (root / FOLDER).iterdir()]
    assert not any(b"Ames" in each or b"p-ada" in each for each in kept)


def test_colours_go_to_a_terminal_and_are_not_told_again_elsewhere(tmp_path: Path) -> None:
    """On one and the same desk: in a file, on a terminal, on one that wants no colours, in a file again."""
    root = write_desk(tmp_path, DESK).root
    plain = in_a_file(root)
    assert "\x1b" not in plain
    assert "\x1b" in in_a_terminal(root)
    assert "\x1b" not in in_a_terminal(root, NO_COLOR="1")
    assert in_a_file(root) == plain


COMMAND = (sys.executable, "-m", "deskdiary", "check", "--on", "2026-11-24", "--root")


def in_a_file(root: Path) -> str:
    ran = subprocess.run([*COMMAND, str(root)], capture_output=True, check=False)
    assert ran.returncode == 1
    return ran.stdout.decode()


def in_a_terminal(root: Path, **wish: str) -> str:
    ours, its = pytest.importorskip("pty", reason="there are no such terminals here").openpty()
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "", **wish}
    with subprocess.Popen([*COMMAND, str(root)], stdout=its, env=environment) as process:
        os.close(its)
        shown = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    assert process.returncode == 1
    return shown.decode()


def _read(terminal: int) -> bytes:
    """Nothing once the other end is closed, which Linux calls an error."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
