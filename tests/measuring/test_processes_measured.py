"""What is said of a process: its time, the memory of its whole tree, and its failure in its own words."""

import os
import sys
import time
from pathlib import Path

import pytest

from benchmarks.measuring import process
from benchmarks.measuring.process import Command, Failed, Ran, measured, memory_of, started
from serving import PATIENCE

# It holds its memory until somebody has looked.
HOLDS = """
import pathlib, time
held = bytearray({size})
pathlib.Path("holding").touch()
while not pathlib.Path("looked").exists():
    time.sleep(0.01)
"""
LITTLE, MUCH = HOLDS.format(size=0), HOLDS.format(size=50_000_000)
IN_A_CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {MUCH!r}])"


def python(code: str, folder: Path, longest: float = PATIENCE) -> Command:
    return Command((sys.executable, "-c", code), folder, folder / "log.txt", longest=longest)


def test_the_time_is_that_of_the_whole_process(tmp_path: Path) -> None:
    began = time.perf_counter()
    ran = measured(python("import time; time.sleep(0.5)", tmp_path))
    assert 0.2 < ran.seconds <= time.perf_counter() - began


@pytest.mark.parametrize("code", [
    pytest.param(MUCH, id="of its own"),
    pytest.param(IN_A_CHILD, id="of a child"),
])  # fmt: skip
def test_the_memory_is_that_of_the_process_and_its_children(
    tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def seen(code: str, folder: Path) -> Ran:
        folder.mkdir()

        def look(pid: int) -> int:
            holding = (folder / "holding").exists()
            found = memory_of(pid)
            if holding:
                (folder / "looked").touch()
            return found

        with monkeypatch.context() as patch:
            patch.setattr(process, "memory_of", look)
            return measured(python(code, folder))

    little, much = seen(LITTLE, tmp_path / "little"), seen(code, tmp_path / "much")
    assert much.megabytes > little.megabytes + 45


def test_a_process_that_fails_is_told_by_the_last_that_it_said(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"ended with 3 .* no such theme"):
        measured(python("import sys; print('no such theme'); sys.exit(3)", tmp_path))


def test_what_it_said_names_no_folder_of_this_machine(tmp_path: Path) -> None:
    project = Path(__file__).resolve().parents[2]
    with pytest.raises(Failed, match=r"ended with 3 .*: benchmarks/peer\.py broke$"):
        measured(
            python(
                f"import sys; print({str(project / 'benchmarks' / 'peer.py')!r}, 'broke'); sys.exit(3)",
                tmp_path,
            )
        )


def test_a_process_that_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(600)'])"
    began = time.perf_counter()
    with pytest.raises(Failed, match="ended with -9"):
        measured(python(code, tmp_path, longest=0.5))
    assert time.perf_counter() - began < 300


def test_a_process_is_ended_once_nobody_looks_at_it_any_more(tmp_path: Path) -> None:
    with started(python("import time; time.sleep(600)", tmp_path)) as running:
        assert running.poll() is None
    with pytest.raises(ProcessLookupError):
        os.kill(running.pid, 0)
