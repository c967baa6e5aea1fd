"""One process from start to end: how long it took, and the most memory that it and its children had."""

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

LOOKS = 0.1  # seconds from one look at the memory to the next
LONGEST = 1800.0
MEGABYTE = 1_000_000
_LINES_TOLD = 5
_PROJECT = f"{Path(__file__).resolve().parents[2]}{os.sep}"


class Failed(Exception):  # noqa: N818 - a measurement that failed is a result, too
    """A command that could not be measured, and the last that it said."""


@dataclass(frozen=True, slots=True)
class Command:
    """What to run, where, with what in the environment, and where what it says is kept."""

    words: Sequence[str | Path]
    folder: Path
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    longest: float = LONGEST


@dataclass(frozen=True, slots=True)
class Ran:
    """How long it took, how long processors were at it, and the most memory at any look: of all its tree."""

    seconds: float
    processor_seconds: float
    megabytes: float


def measured(command: Command) -> Ran:
    """Run it to its end. Raises Failed where it fails or takes too long."""
    with started(command) as process:
        began = time.perf_counter()
        watcher = _Watcher(process.pid)
        late = threading.Timer(command.longest, _end, (process.pid,))
        late.start()
        watcher.start()
        # No timeout here: with one, Python would look only every twentieth of a second whether it is over.
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        late.cancel()
        watcher.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f"it ended with {process.returncode} after {seconds:.0f} s: {_last_words(command.log)}")
    return Ran(seconds, used.ru_utime + used.ru_stime, watcher.most / MEGABYTE)


@contextmanager
def started(command: Command) -> Iterator[subprocess.Popen[bytes]]:
    """A process that runs while something else is done, and is ended after that with all its children."""
    command.log.parent.mkdir(parents=True, exist_ok=True)
    with command.log.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 - the words are ours
            [str(word) for word in command.words],
            cwd=command.folder,
            env={**os.environ, **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            yield process
        finally:
            if process.returncode is None:
                _end(process.pid)
                process.wait()


def memory_of(pid: int) -> int:
    """The memory of a process and all its children in bytes; what they share counts once."""
    try:
        parent = psutil.Process(pid)
        return sum(map(_own_memory, (parent, *parent.children(recursive=True))))
    except psutil.Error:
        return 0


def _own_memory(process: psutil.Process) -> int:
    try:
        info = process.memory_full_info()
        return int(getattr(info, "pss", info.rss))
    except psutil.Error:
        return 0


def _end(pid: int) -> None:
    try:
        parent = psutil.Process(pid)
        # The parent first: it must not take its children's end for an answer.
        for process in (parent, *parent.children(recursive=True)):
            process.kill()
    except psutil.Error:
        return


def _last_words(log: Path) -> str:
    """The end of what was said, without where on this machine the project lies: it goes into the results."""
    lines = log.read_text(encoding="utf-8", errors="replace").replace(_PROJECT, "").strip().splitlines()
    return " / ".join(lines[-_LINES_TOLD:]) or "it said nothing"


class _Watcher:
    """Looks at the memory again and again, beside whoever waits for the process."""

    def __init__(self, pid: int) -> None:
        self.most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(pid,), daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self, pid: int) -> None:
        self.most = memory_of(pid)
        while not self._over.wait(LOOKS):
            self.most = max(self.most, memory_of(pid))
