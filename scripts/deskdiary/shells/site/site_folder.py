"""The folder `site/`: only what differs is written, each file whole, and what is no page of the site goes."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from deskdiary.refusal import Refusal
from deskdiary.shells.site.record import digest, read_record, write_record

MARK = ".deskdiary"
_MARKED = b"Made by deskdiary build, which may replace it.\n"
# By this a site is known that `mkdocs build` made of our pages.
_OURS = b'<meta name="robots" content="noindex, nofollow, noarchive">'
_RECORD = "site.json"
# Of a file: what it was made from, the digest of what is in it, and how the system tells it from another.
Row: TypeAlias = tuple[str, str, str]


@dataclass(slots=True)
class SiteFolder:
    """What stands in the site, as we know it, and what shall stand there.

    A site that we know file by file is changed in place. Any other that is ours is replaced by a new
    one, made beside it, once that is whole. `made_from` says for each file what it was made from.
    """

    site: Path
    cache: Path
    rests_on: str = ""
    written: int = 0
    removed: int = 0
    _known: Mapping[str, Row] = field(default_factory=dict, repr=False)
    _there: Mapping[str, str] = field(default_factory=dict, repr=False)
    _kept: dict[str, Row] = field(default_factory=dict, repr=False)
    _folder: Path = field(default_factory=Path, repr=False)
    _folders: set[str] = field(default_factory=set, repr=False)

    def is_as_it_was(self) -> bool:
        """Whether every file stands there as we left it, made from what it would be made from now."""
        record = read_record(self.cache / _RECORD)
        known = record.get("files")
        if not self.rests_on or record.get("rests_on") != self.rests_on or not isinstance(known, dict):
            return False
        return dict(_files(str(self.site), "")) == {path: about for path, (_, _, about) in known.items()}

    def open(self) -> None:
        """Look at what is there. Raises Refusal where somebody else's files would have to go."""
        refuse_strangers(self.site)
        self.cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        for left in self.cache.glob("site-*"):
            shutil.rmtree(left, ignore_errors=True)
        known = read_record(self.cache / _RECORD).get("files")
        if isinstance(known, dict) and (self.site / MARK).is_file():
            self._folder = self.site
            self._known = {path: (made_from, held, about) for path, (made_from, held, about) in known.items()}
            self._there = dict(_files(str(self.site), ""))
        else:
            self._folder = Path(tempfile.mkdtemp(prefix="site-", dir=self.cache)) / "new"
            self._folder.mkdir(mode=0o700)

    def made_from(self, path: str) -> str:
        """What the file that stands there was made from; empty where it is not as we left it."""
        known = self._known.get(path)
        return known[0] if known and known[2] == self._there.get(path) else ""

    def keep(self, path: str) -> None:
        """Leave a file as it is."""
        self._kept[path] = self._known[path]

    def holds(self, path: str) -> bool:
        """Whether a file was put there or kept by now."""
        return path in self._kept

    def put(self, path: str, content: bytes, made_from: str = "") -> None:
        """Have a file hold this, and write it only where it does not."""
        is_now = digest(content)
        known = self._known.get(path)
        if known and known[1] == is_now and known[2] == self._there.get(path):
            self._kept[path] = (made_from, is_now, known[2])
            return
        self._kept[path] = (made_from, is_now, self._write(path, content))
        self.written += 1

    def make_room(self, paths: Iterable[str]) -> None:
        """Make the folders that these files are to stand in."""
        for parent in {path.rpartition("/")[0] for path in paths} - self._folders:
            self._make_folder(parent)

    def apart(self) -> "SiteFolder":
        """The same folder for another process, which tells with `done` what it did of its own accord."""
        return replace(self, written=0, _kept={})

    @property
    def done(self) -> tuple[Mapping[str, Row], int]:
        """What is known of the files that were put there or kept, and how many had to be written."""
        return self._kept, self.written

    def take_over(self, files: Mapping[str, Row], written: int) -> None:
        """What another process did in this folder, as it told it."""
        self._kept.update(files)
        self.written += written

    def close(self) -> None:
        """Take away what does not belong there, and write down what does."""
        self.put(MARK, _MARKED)
        for path in self._there.keys() - self._kept.keys():
            os.unlink(f"{self._folder}/{path}")  # noqa: PTH108 - the same
            self.removed += 1
        if self._there:
            _remove_empty(str(self._folder))
        if self._folder != self.site:
            self._replace()
        write_record(self.cache / _RECORD, {"rests_on": self.rests_on, "files": self._kept})

    def forget(self) -> None:
        """Leave nothing half made behind, after a failure."""
        if self._folder != self.site and self._folder != Path():
            shutil.rmtree(self._folder.parent, ignore_errors=True)

    def _write(self, path: str, content: bytes) -> str:
        self.make_room((path,))
        file = f"{self._folder}/{path}"
        # In place, a reader finds the file as it was or as it shall be, never half of it.
        beside = f"{file}.new~" if self._folder == self.site else file
        handle = _new(beside)
        try:
            left = memoryview(content)
            while left:
                left = left[os.write(handle, left) :]
            about = os.fstat(handle)
        finally:
            os.close(handle)
        if beside != file:
            os.replace(beside, file)  # noqa: PTH105 - thousands of times
        return _as_it_is(about)

    def _make_folder(self, parent: str) -> None:
        folder = self._folder
        for part in parent.split("/") if parent else ():
            folder /= part
            if folder.is_symlink() or folder.is_file():
                folder.unlink()
            folder.mkdir(exist_ok=True)
        self._folders.add(parent)

    def _replace(self) -> None:
        if self.site.exists():
            self.site.replace(self._folder.parent / "old")
        self._folder.replace(self.site)
        shutil.rmtree(self._folder.parent, ignore_errors=True)


def mark(folder: Path) -> None:
    """Say that we made this, and may replace it."""
    (folder / MARK).write_bytes(_MARKED)


def refuse_strangers(site: Path) -> None:
    """Refuse to replace a folder that we did not make."""
    if site.is_symlink():
        raise Refusal("site is a link; take it away first.")
    if not site.exists() or (site.is_dir() and not any(site.iterdir())):
        return
    page = site / "index.html"
    ours = (site / MARK).is_file() or (page.is_file() and _OURS in page.read_bytes())
    if not ours:
        raise Refusal("site is there already, and not made by us; move it away first.")


def _new(file: str) -> int:
    """A file that is new: what is there by that name, a link perhaps, is not written through."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        return os.open(file, flags, 0o666)
    except FileExistsError:
        os.unlink(file)  # noqa: PTH108 - of thousands
        return os.open(file, flags, 0o666)


def _as_it_is(about: os.stat_result) -> str:
    return f"{about.st_size} {about.st_mtime_ns} {about.st_ino}"


def _files(folder: str, path: str) -> Iterator[tuple[str, str]]:
    """Every file and link below a folder with its size, time and number; no link is followed."""
    with os.scandir(f"{folder}/{path}") as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(folder, f"{path}{entry.name}/")
            else:
                about = entry.stat(follow_symlinks=False)
                yield f"{path}{entry.name}", _as_it_is(about) if stat.S_ISREG(about.st_mode) else ""


def _remove_empty(folder: str) -> None:
    for here, _, _ in os.walk(folder, topdown=False):
        if here != folder and not os.listdir(here):  # noqa: PTH208 - with os.walk
            os.rmdir(here)  # noqa: PTH106 - with os.walk
