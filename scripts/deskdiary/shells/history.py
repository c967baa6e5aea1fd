"""The notes as they were on an earlier day, out of Git. Nothing in the checkout is touched."""

import io
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

NOTES = ("library.yml", "patrons", "resources")
LARGEST = 2 * 1024 * 1024
_PLAIN = re.compile(r"100(?:644|755) blob ([0-9a-f]+) +([0-9]+)")


@contextmanager
def notes_of(root: Path, day: date, timezone: str) -> Iterator[Path | None]:
    """A folder with the notes of the last commit by the end of a day there; None where Git knows of none."""
    end = datetime.combine(day, time(23, 59, 59), ZoneInfo(timezone)).isoformat()
    revision = _git(root, "rev-list", "-1", f"--before={end}", "HEAD")
    if not revision:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="deskdiary-") as folder:
        _unpack(root, revision.decode().strip(), Path(folder))
        yield Path(folder)


def _unpack(root: Path, revision: str, into: Path) -> None:
    """Each plain file of the notes that is no longer than a note may be, and no link."""
    found = dict(_blobs(root, revision))
    contents = _git(
        root, "cat-file", "--batch", feed="".join(f"{blob}\n" for blob in found.values()).encode()
    )
    stream = io.BytesIO(contents or b"")
    for path in found:
        size = int(stream.readline().split()[-1])
        file = into / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(stream.read(size))
        stream.read(1)


def _blobs(root: Path, revision: str) -> Iterator[tuple[str, str]]:
    """The notes' paths and what Git calls their contents."""
    listed = _git(root, "ls-tree", "-r", "-z", "--long", revision, "--", *NOTES) or b""
    for entry in listed.decode("utf-8", "replace").split("\0"):
        about, _, path = entry.partition("\t")
        match = _PLAIN.fullmatch(about)
        if match and int(match[2]) <= LARGEST and _within(path):
            yield path, match[1]


def _within(path: str) -> bool:
    return not path.startswith("/") and ".." not in path.split("/")


def _git(root: Path, *arguments: str, feed: bytes | None = None) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours, the day is a date
            ["git", "-C", str(root), *arguments],  # noqa: S607 - whichever Git is on the path
            capture_output=True,
            input=feed,
            check=False,
            timeout=120,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 and done.stdout.strip() else None
