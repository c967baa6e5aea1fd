"""A folder of what can be worked out again: nobody else's to read, checked before it is believed."""

import os
import stat
import tempfile
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from deskdiary.shells.cache.program import program

FOLDER = Path(".cache", "deskdiary", "kept")
OFF = "DESKDIARY_NO_CACHE"
_MARK = b"deskdiary kept 1\n"
_CHECK = 4  # bytes of the checksum
_PRIVATE = 0o077
_IGNORE = "# What Desk Diary worked out from the notes. Delete the folder whenever you like.\n*\n"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A place for things by their names. What is not there, or not as it was put there, is None.

    `program` is what the program is made of: what another version worked out is nothing to this one.
    """

    folder: Path = field(repr=False)
    program: bytes

    def get(self, name: str) -> bytes | None:
        """What was put there under a name, if every bit of it is as it was."""
        try:
            with os.fdopen(os.open(self.folder / name, _flags(os.O_RDONLY)), "rb") as stream:
                found = os.fstat(stream.fileno())
                if not stat.S_ISREG(found.st_mode) or _strange(found):
                    return None
                raw = stream.read()
        except (OSError, ValueError, MemoryError):
            return None
        start = len(_MARK) + _CHECK
        content = memoryview(raw)[start:]
        if not raw.startswith(_MARK) or raw[len(_MARK) : start] != _sum(name, content):
            return None
        return bytes(content)

    def put(self, name: str, content: bytes) -> None:
        """Put something there, whole or not at all. Where nothing can be written, nothing is."""
        with suppress(OSError):
            handle, beside = tempfile.mkstemp(prefix=".new-", dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_MARK + _sum(name, memoryview(content)))
                    stream.write(content)
                Path(beside).replace(self.folder / name)
            except BaseException:
                Path(beside).unlink(missing_ok=True)
                raise

    def now_ns(self) -> int:
        """The time by the clock of whatever the folder is on, and no later than by the machine's own."""
        now = time.time_ns()
        with suppress(OSError), tempfile.TemporaryFile(dir=self.folder) as probe:
            now = min(now, os.fstat(probe.fileno()).st_mtime_ns)
        return now

    def drop(self, unwanted: Callable[[str], bool]) -> None:
        """Take away what is of no use any more, and what a run that was killed left behind."""
        with suppress(OSError):
            for entry in os.scandir(self.folder):
                if unwanted(entry.name) or (entry.name.startswith(".new-") and _left_behind(entry)):
                    with suppress(OSError):
                        Path(entry.path).unlink()


def shelf_of(root: Path) -> Shelf | None:
    """The desk's own shelf; None where there can be none: then everything is worked out anew.

    A link on the way there is not followed, and a folder that belongs to somebody else is not believed.
    """
    if os.environ.get(OFF) or not _made(root):
        return None
    return Shelf(root / FOLDER, program())


def _made(root: Path) -> bool:
    here = root
    try:
        for part in FOLDER.parts:
            here /= part
            with suppress(FileExistsError):
                here.mkdir(mode=0o755 if part == ".cache" else 0o700)
            if not stat.S_ISDIR(here.lstat().st_mode):
                return False
        found = here.lstat()
        if _strange(found):
            return False
        if found.st_mode & _PRIVATE:
            here.chmod(0o700)
        ignore = here / ".gitignore"
        if not ignore.exists():
            ignore.write_text(_IGNORE, encoding="utf-8")
    except OSError:
        return False
    return True


def _strange(found: os.stat_result) -> bool:
    """Whether a file or folder belongs to somebody else, who might have put anything there."""
    return os.name == "posix" and found.st_uid != os.geteuid()


def _left_behind(entry: os.DirEntry[str]) -> bool:
    """Half-made things of a run that lives are younger than this."""
    return entry.stat(follow_symlinks=False).st_mtime < Path(entry.path).parent.stat().st_mtime - 3600


def _flags(flags: int) -> int:
    for extra in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, extra, 0)
    return flags


def _sum(name: str, content: memoryview) -> bytes:
    return zlib.crc32(content, zlib.crc32(name.encode())).to_bytes(_CHECK, "big")
