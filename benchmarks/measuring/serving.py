"""How long a change takes to be seen in the preview: from the note saved to the pages that have it."""

import http.client
import re
import socket
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measuring.measure import Numbers
from benchmarks.measuring.place import Place
from benchmarks.measuring.process import Failed, started

HOST = "127.0.0.1"
CHANGES = 3
_STARTS_WITHIN, _SEEN_WITHIN = 900.0, 180.0
_LOOKS = 0.01
_CARD = re.compile(r'id="record-([a-z0-9-]+)"')
_SHOWN = re.compile(r'data-shown="([0-9a-f]+)"')


def served(place: Place) -> Numbers:
    """The medians of a few changes, each in another note: until its own page has it, and until Today has.

    Raises Failed where one is not seen in time.
    """
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = probe.getsockname()[1]
    with started(place.deskdiary("serve", "--port", str(port), name="serve")) as process:
        # Where somebody's page is, is only known to be right once it is there.
        _wait(
            lambda: _page(port, "index.html") is not None, _STARTS_WITHIN, lambda: process.poll() is not None
        )
        notes = _on_today(place, port)
        taken = [_change(next(notes), number, place, port) for number in range(CHANGES)]
    alone, today = zip(*taken, strict=True)
    return {
        "seconds": round(statistics.median(alone), 3),
        "seconds to Today": round(statistics.median(today), 3),
    }


def _on_today(place: Place, port: int) -> Iterator[Path]:
    """The notes of people whom Today has a card for, and a further matter is one more line of it."""
    for key in dict.fromkeys(_CARD.findall(_page(port, "index.html") or "")):
        note = place.desk / "patrons" / f"{key}.md"
        if note.is_file() and "\nreminders:" not in note.read_text(encoding="utf-8"):
            yield note


def _change(note: Path, number: int, place: Place, port: int) -> tuple[float, float]:
    about = f"Left umbrella {number} of {note.stat().st_size}"
    before = note.read_text(encoding="utf-8")
    after = before.replace("---\n", f"---\nreminders: [{{date: {_day(place)}, about: {about}}}]\n", 1)
    began = time.perf_counter()
    note.write_text(after, encoding="utf-8")
    alone = _seen(port, f"patrons/{note.stem}.html", about)
    return alone - began, _seen(port, "index.html", about) - began


def _day(place: Place) -> str:
    found = re.search(
        r"^today: (\S+)$", (place.desk / "library.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    if not found:
        raise Failed("the desk has no day of its own")
    return found[1]


def _seen(port: int, path: str, line: str) -> float:
    """When a page has a line. As in a browser, it asks whether it is another by now, and loads anew."""
    end = time.monotonic() + _SEEN_WITHIN
    while time.monotonic() < end:
        page = _page(port, path) or ""
        if line in re.sub(r"\s+", " ", page):
            return time.perf_counter()
        shown = _SHOWN.search(page)
        _page(port, f"livereload/{shown[1] if shown else ''}/{path}")
    raise Failed(f"nothing was seen within {_SEEN_WITHIN:.0f} s")


def _wait(holds: Callable[[], bool], longest: float, in_vain: Callable[[], bool]) -> None:
    end = time.monotonic() + longest
    while not holds():
        if time.monotonic() > end or in_vain():
            raise Failed(f"nothing was seen within {longest:.0f} s")
        time.sleep(_LOOKS)


def _page(port: int, path: str) -> str | None:
    asked = http.client.HTTPConnection(HOST, port, timeout=90)
    try:
        asked.request("GET", f"/{path}")
        answer = asked.getresponse()
        text = answer.read().decode(errors="replace")
    except OSError:
        return None
    finally:
        asked.close()
    return text if answer.status == http.client.OK else None
