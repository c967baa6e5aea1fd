"""The notes as they were on an earlier day, out of Git. Nothing in the checkout is touched."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

NOTES = ("library.yml", "patrons", "resources")


@contextmanager
def notes_of(root: Path, day: date) -> Iterator[Path | None]:
    """A folder with the notes of the last commit by the end of a day; None where Git knows of none."""
    revision = _git(root, "rev-list", "-1", f"--before={day} 23:59:59", "HEAD")
    if not revision:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="deskdiary-") as folder:
        _unpack(root, revision.decode().strip(), Path(folder))
        yield Path(folder)


def _unpack(root: Path, revision: str, into: Path) -> None:
    listed = _git(root, "ls-tree", "--name-only", revision, "--", *NOTES) or b""
    there = [name for name in NOTES if name in listed.decode().split()]
    archive = _git(root, "archive", "--format=tar", revision, "--", *there) if there else None
    if archive:
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(into, filter="data")


def _git(root: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(  # noqa: S603 - the words are ours, the day is a date
            ["git", "-C", str(root), *arguments],  # noqa: S607 - whichever Git is on the path
            capture_output=True,
            check=False,
            timeout=120,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 and done.stdout.strip() else None
