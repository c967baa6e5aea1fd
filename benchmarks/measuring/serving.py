"""How long a change takes to be seen in the preview: from the note saved to the page that has it."""

import http.client
import re
import socket
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.measuring.measure import Numbers
from benchmarks.measuring.ours import change_one_note
from benchmarks.measuring.place import Place
from benchmarks.measuring.process import Failed, started

HOST = "127.0.0.1"
CHANGES = 3
_STARTS_WITHIN, _SEEN_WITHIN = 900.0, 180.0
_LOOKS = 0.01


def served(place: Place) -> Numbers:
    """The median of a few changes, each in another note. Raises Failed where one is not seen in time."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    with started(place.deskdiary("serve", "--port", str(port), name="serve")) as process:
        # Where somebody's page is, is only known to be right once it is there.
        _wait(
            lambda: _page(port, "index.html") is not None, _STARTS_WITHIN, lambda: process.poll() is not None
        )
        return {"seconds": round(statistics.median(_change(place, port) for _ in range(CHANGES)), 3)}


def _change(place: Place, port: int) -> float:
    note, line = change_one_note(place)
    began = time.perf_counter()
    page = f"patrons/{note.stem}.html"
    _wait(lambda: _has(_page(port, page), line), _SEEN_WITHIN, lambda: False)
    return time.perf_counter() - began


def _has(page: str | None, line: str) -> bool:
    return page is not None and line in re.sub(r"\s+", " ", page)


def _wait(holds: Callable[[], bool], longest: float, in_vain: Callable[[], bool]) -> None:
    end = time.monotonic() + longest
    while not holds():
        if time.monotonic() > end or in_vain():
            raise Failed(f"nothing was seen within {longest:.0f} s")
        time.sleep(_LOOKS)


def _page(port: int, path: str) -> str | None:
    asked = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        asked.request("GET", f"/{path}")
        answer = asked.getresponse()
        text = answer.read().decode(errors="replace")
    except OSError:
        return None
    finally:
        asked.close()
    return text if answer.status == http.client.OK else None


def folder_size(folder: Path) -> int:
    """The bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
