"""Another maker of sites: what it is called, how it is set up, and the command that builds."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measuring.place import Place
from benchmarks.measuring.process import Command

FILES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Peer:
    """One of them. Each works on a copy of the pages, as it comes, with nothing but the pages to do."""

    key: str
    title: str
    words: Callable[[Place, Path], tuple[str | Path, ...]]
    set_up: Callable[[Place, Path], None]
    # Whether it remembers anything from one build to the next.
    remembers: bool = False

    def folder(self, place: Place) -> Path:
        """Where it works."""
        return place.folder / self.key

    def content(self, place: Place) -> Path:
        """Its copy of the pages."""
        return self.folder(place) / "content"

    def site(self, place: Place) -> Path:
        """What it built."""
        return self.folder(place) / "site"

    def prepare(self, place: Place) -> None:
        """Set it up with a fresh copy of the pages."""
        shutil.rmtree(self.folder(place), ignore_errors=True)
        shutil.copytree(place.pages, self.content(place))
        self.set_up(place, self.folder(place))

    def forget(self, place: Place) -> None:
        """Take away all that it built and remembered."""
        for name in ("site", ".cache", "resources", "public"):
            shutil.rmtree(self.folder(place) / name, ignore_errors=True)

    def build(self, place: Place) -> Command:
        """The command that builds the whole site."""
        folder = self.folder(place)
        return place.command(*self.words(place, folder), name=self.key, folder=folder)


def note_pages(content: Path) -> tuple[Path, ...]:
    """The pages of patrons, in a fixed order."""
    return tuple(page for page in sorted((content / "patrons").glob("p-*.md")))
