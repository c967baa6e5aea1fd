"""A note is the old one or the new one, whatever happens to the program that writes it."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from deskdiary.refusal import Refusal
from deskdiary.shells.note_writer import HALF_MADE, create, replace
from deskdiary.shells.one_at_a_time import holding
from processes import TOP

OLD, NEW = b"---\nname: Ida Quill\n---\n", b"---\nname: Ida Quill\nsince: 2026-11-24\n---\n"
KILLED_AT = """
import os, pathlib, signal, sys
from deskdiary.shells import note_writer, one_at_a_time
left = int(sys.argv[2])
def counting(real):
    def call(*args, **named):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **named)
    return call
for name in ("open", "fdopen", "fsync", "close", "unlink", "chmod", "replace", "rename", "stat"):
    setattr(os, name, counting(getattr(os, name)))
file = pathlib.Path(sys.argv[1])
with one_at_a_time.holding(file.parent):
    note_writer.replace(file, file.read_bytes(), NEW)
os._exit(0)
""".replace("NEW", repr(NEW))


@pytest.fixture
def note(tmp_path: Path) -> Path:
    file = tmp_path / "p-test.md"
    file.write_bytes(OLD)
    file.chmod(0o640)
    return file


def killed_at(note: Path, step: int) -> int:
    return subprocess.run(
        [sys.executable, "-c", KILLED_AT, str(note), str(step)],
        env={**os.environ, "PYTHONPATH": str(TOP / "scripts")},
        check=False,
    ).returncode


def test_a_note_keeps_its_rights_and_nothing_is_left_beside_it(note: Path) -> None:
    replace(note, OLD, NEW)
    assert note.read_bytes() == NEW
    assert note.stat().st_mode & 0o777 == 0o640
    assert [file.name for file in note.parent.iterdir()] == ["p-test.md"]


def test_killed_at_any_step_it_leaves_the_old_note_or_the_new_one_and_nobody_locked_out(note: Path) -> None:
    found = []
    for step in range(1, 40):
        note.write_bytes(OLD)
        ended = killed_at(note, step)
        found.append(note.read_bytes())
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        assert {file.name for file in note.parent.iterdir()} <= {"p-test.md", HALF_MADE}
    assert set(found) == {OLD, NEW}
    assert found == sorted(found, key=[OLD, NEW].index)
    with holding(note.parent):
        replace(note, NEW, OLD)
    assert [file.name for file in note.parent.iterdir()] == ["p-test.md"]


def test_what_somebody_saved_in_the_meantime_is_never_written_over(note: Path) -> None:
    note.write_bytes(b"---\nname: Ida Quill\nhours: mornings\n---\n")
    with pytest.raises(Refusal, match="changed by somebody"):
        replace(note, OLD, NEW)
    assert b"mornings" in note.read_bytes()


def test_a_link_is_not_followed(note: Path) -> None:
    link = note.with_name("p-link.md")
    link.symlink_to(note)
    with pytest.raises(Refusal):
        replace(link, OLD, NEW)
    with pytest.raises(Refusal):
        create(link, NEW)
    assert note.read_bytes() == OLD


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_where_nothing_may_be_written_the_note_is_as_it_was(note: Path) -> None:
    note.parent.chmod(0o500)
    try:
        with pytest.raises(Refusal, match="as it was"):
            replace(note, OLD, NEW)
    finally:
        note.parent.chmod(0o700)
    assert note.read_bytes() == OLD


@pytest.mark.parametrize("fault", [errno.EBADF, errno.ENOLCK])
def test_where_the_file_system_knows_no_locks_notes_are_written_all_the_same(
    note: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    def flock(_handle: int, _how: int) -> None:
        raise OSError(fault, "no locks here")

    monkeypatch.setattr("fcntl.flock", flock)
    with holding(note.parent):
        replace(note, OLD, NEW)
    assert note.read_bytes() == NEW


def test_whoever_waits_too_long_is_told_who_is_in_the_way(note: Path) -> None:
    told = pytest.raises(Refusal, match="another run of deskdiary has been writing here")
    with holding(note.parent), told, holding(note.parent, patience=0.0):
        pytest.fail("two had the desk to themselves")


def test_a_new_note_may_be_read_by_whom_the_system_says(tmp_path: Path) -> None:
    create(tmp_path / "patrons" / "p-new.md", NEW)
    plain = tmp_path / "plain"
    plain.touch()
    assert (tmp_path / "patrons" / "p-new.md").stat().st_mode == plain.stat().st_mode
