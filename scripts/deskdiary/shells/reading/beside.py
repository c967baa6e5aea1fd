"""A second process for half of the work, where there is much of it and the machine has room for two."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

MUCH = 1500
"""Notes: for fewer, a second process takes longer to begin than it saves."""


def pays(notes: int) -> bool:
    """Whether two are faster than one. A program with threads is not to be doubled, nor is it on a Mac."""
    if notes < MUCH or sys.platform != "linux" or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def beside(task: Callable[[], bytes]) -> Callable[[], bytes | None]:
    """Begin a task in a process of its own; what is given back waits for its outcome, None where it failed.

    Whoever gets None does the task over: a second process can cost time, and nothing else.
    """
    outcome, way_in = os.pipe()
    child = os.fork()
    if child == 0:
        _run(task, way_in)
    os.close(way_in)

    def finished() -> bytes | None:
        try:
            with os.fdopen(outcome, "rb") as stream:
                said = stream.read()
        except BaseException:
            with suppress(OSError):
                os.kill(child, signal.SIGKILL)
            raise
        finally:
            _, status = os.waitpid(child, 0)
        return said if status == 0 else None

    return finished


def _run(task: Callable[[], bytes], way_in: int) -> None:
    """In the second process: nothing of the first one's is finished, flushed or told twice."""
    ended = 1
    try:
        gc.disable()
        said = task()
        with os.fdopen(way_in, "wb") as stream:
            stream.write(said)
        ended = 0
    finally:
        os._exit(ended)
