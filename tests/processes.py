"""The program run as people run it: a process of its own, its output and its exit code."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


def deskdiary(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """`deskdiary` with these arguments."""
    return run(sys.executable, "-m", "deskdiary", *arguments, cwd=cwd, **environment)


def run(*command: str | Path, cwd: Path | None = None, **environment: str) -> Ran:
    """A command, whatever becomes of it."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd or TOP,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def example_desk(into: Path) -> Path:
    """A copy of the example desk, with all that `mkdocs.yml` needs beside it."""
    for name in ("patrons", "resources", "docs"):
        shutil.copytree(TOP / name, into / name)
    for name in ("library.yml", "mkdocs.yml", "scripts/deskdiary/site/mkdocs.yml"):
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(TOP / name, into / name)
    return into
