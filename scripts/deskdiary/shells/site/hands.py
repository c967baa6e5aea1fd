"""Processes beside this one, each with a share of a long task, where there is room for them."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

MUCH = 400
"""Pages: for fewer, another process takes longer to begin than it saves."""
MOST = 4
"""Processes: each comes to hold a good part of the desk as its own."""

Task = Callable[[], bytes]


def hands_for(pages: int) -> int:
    """How many processes are fastest. One with threads is not to be doubled, nor is any on a Mac."""
    if pages < MUCH or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


@dataclass(slots=True)
class Helper:
    """A process at work on its share."""

    process: int
    outcome: int
    _reaped: bool = False

    def finished(self) -> bytes | None:
        """What it has to say in the end; None where it failed, and its share is to be done over."""
        with os.fdopen(self.outcome, "rb", closefd=False) as stream:
            said = stream.read()
        return said if self._ended() == 0 else None

    def dismiss(self) -> None:
        """See to it that it is gone, in the midst of its work if need be."""
        if not self._reaped:
            with suppress(OSError):
                os.kill(self.process, signal.SIGKILL)
            self._ended()
        os.close(self.outcome)

    def _ended(self) -> int:
        _, status = os.waitpid(self.process, 0)
        self._reaped = True
        return status


@contextmanager
def helpers(tasks: Sequence[Task]) -> Iterator[Sequence[Helper]]:
    """A process for each task, or for as many as the system allows. None outlives what is done meanwhile."""
    at_work: list[Helper] = []
    try:
        with suppress(OSError):
            for task in tasks:
                at_work.append(_begun(task))  # noqa: PERF401 - those that began are to be known of
        yield at_work
    finally:
        for each in at_work:
            each.dismiss()


def _begun(task: Task) -> Helper:
    outcome, way_in = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(outcome)
        os.close(way_in)
        raise
    if process == 0:
        _run(task, way_in)
    os.close(way_in)
    return Helper(process, outcome)


def _run(task: Task, way_in: int) -> None:
    """In the other process: nothing of the first one's is finished or flushed, and no failure is told."""
    ended = 1
    try:
        # What is there stays: to look through it would be to copy it.
        gc.freeze()
        said = task()
        with os.fdopen(way_in, "wb") as stream:
            stream.write(said)
        ended = 0
    finally:
        os._exit(ended)
