"""What a renderer is handed: the site's name, its pages, and every other file. Nothing here renders."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the notes are kept, as mkdocs.yml says; empty where it does not."""

    url: str = ""
    edit_uri: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """One of so many machines that build a site: notes are dealt out, the rest is the first's."""

    number: int = 1
    of: int = 1

    def has(self, position: int) -> bool:
        """Whether a note that stands so far down the list falls to this one."""
        return position % self.of == self.number - 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site is built: of which desk, into which folder, with which cache, how much of it."""

    root: Path
    site: Path
    cache: Path
    site_url: str | None = None
    share: Share = Share()


class Page(Protocol):
    """A page of ours that is yet to be made: two with one place and one `made_from` are the same."""

    @property
    def path(self) -> str: ...  # noqa: D102
    @property
    def made_from(self) -> str: ...  # noqa: D102
    @property
    def make(self) -> Callable[[], str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Staged:
    """Pages on disk, ready to be rendered: where, what to call the site, and what every page must say."""

    folder: Path
    title: str = field(repr=False)
    fixed_day: str = ""
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """The same before any of it is on disk.

    `written` are the hand-written pages with the pictures and so on beside them, `files` what is taken
    as it is, `pages` are ours. Of two at one path ours is the one. `program` says what we are made of,
    and `read` how many notes had to be read for it.
    """

    title: str = field(repr=False)
    fixed_day: str
    unread: str
    written: Mapping[str, bytes] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)
    pages: Sequence[Page] = field(repr=False)
    program: str
    read: int = 0


Stage = Callable[[Path, Repository], Staged]
Hand = Callable[[Repository], Handed]
