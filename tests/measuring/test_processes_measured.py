"""What is said of a process: its time, the memory of its whole tree, and its failure in its own words."""

import os
import sys
import time
from pathlib import Path

import pytest

from benchmarks.measuring.process import Command, Failed, measured, started

TAKES_FIFTY_MEGABYTES = "import time; held = bytearray(50_000_000); time.sleep(0.5)"
IN_A_CHILD = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {TAKES_FIFTY_MEGABYTES!r}])"


def python(code: str, folder: Path, longest: float = 30) -> Command:
    return Command((sys.executable, "-c", code), folder, folder / "log.txt", longest=longest)


def test_the_time_is_that_of_the_whole_process(tmp_path: Path) -> None:
    began = time.perf_counter()
    ran = measured(python("import time; time.sleep(0.2)", tmp_path))
    assert 0.2 < ran.seconds <= time.perf_counter() - began


@pytest.mark.parametrize("code", [
    pytest.param(TAKES_FIFTY_MEGABYTES, id="of its own"),
    pytest.param(IN_A_CHILD, id="of a child"),
])  # fmt: skip
def test_the_memory_is_that_of_the_process_and_its_children(tmp_path: Path, code: str) -> None:
    little, much = (
        measured(python("import time; time.sleep(0.3)", tmp_path)),
        measured(python(code, tmp_path)),
    )
    assert much.megabytes > little.megabytes + 45


def test_a_process_that_fails_is_told_by_the_last_that_it_said(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"ended with 3 .* no such theme"):
        measured(python("import sys; print('no such theme'); sys.exit(3)", tmp_path))


def test_a_process_that_takes_too_long_is_ended_with_its_children(tmp_path: Path) -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    began = time.perf_counter()
    with pytest.raises(Failed, match="ended with -9"):
        measured(python(code, tmp_path, longest=0.5))
    assert time.perf_counter() - began < 20


def test_a_process_is_ended_once_nobody_looks_at_it_any_more(tmp_path: Path) -> None:
    with started(python("import time; time.sleep(60)", tmp_path)) as process:
        assert process.poll() is None
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)
