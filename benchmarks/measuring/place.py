"""Where everything of a benchmark is: the desk, the pages for the peers, their tools, what they said."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring.process import Command

TOP = Path(__file__).resolve().parents[2]
CACHE = TOP / ".cache" / "benchmarks"
SEED = 7


@dataclass(frozen=True, slots=True)
class Place:
    """The folders for a desk of one size."""

    patrons: int
    cache: Path = CACHE

    @property
    def folder(self) -> Path:
        """All that belongs to this size."""
        return self.cache / f"{self.patrons}"

    @property
    def desk(self) -> Path:
        """The notes."""
        return self.folder / "desk"

    @property
    def pages(self) -> Path:
        """The same notes as the Markdown pages that are made of them."""
        return self.folder / "pages"

    @property
    def tools(self) -> Path:
        """Where the peers are installed, for every size."""
        return self.cache / "peers"

    def python(self, *words: str | Path, name: str) -> Command:
        """A module of ours or of the program, run with this Python."""
        return self.command(sys.executable, "-m", *words, name=name, PYTHONPATH=_path())

    def command(
        self, *words: str | Path, name: str, folder: Path | None = None, **environment: str
    ) -> Command:
        """A command whose output is kept under this name."""
        quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": "", **environment}
        return Command(words, folder or self.folder, self.folder / "logs" / f"{name}.txt", quiet)

    def deskdiary(self, *words: str, name: str) -> Command:
        """The program, on this desk."""
        return self.python("deskdiary", "--root", self.desk, *words, name=name)


def _path() -> str:
    return os.pathsep.join((str(TOP / "scripts"), str(TOP)))


def environment() -> Mapping[str, str]:
    """What the program needs to be found by another Python process."""
    return {"PYTHONPATH": _path()}
