"""Notes written to disk: whole or not at all, by one program at a time, and never over somebody's changes."""

import errno
import os
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from deskdiary.refusal import Refusal

HALF_MADE = ".deskdiary.new"
_PATIENCE = 120.0  # seconds: twenty jobs that commit and push one after the other
_PAUSE = 0.02
_KNOWS_NO_LOCKS = frozenset({errno.EBADF, errno.ENOLCK, errno.ENOTSUP, errno.EINVAL})


@contextmanager
def holding(root: Path) -> Iterator[None]:
    """The desk to ourselves: other runs of the program wait, and the lock goes with a process that dies."""
    handle = _lock_file(root)
    try:
        patient_until = time.monotonic() + _PATIENCE
        while not _locked(handle):
            if time.monotonic() > patient_until:
                raise Refusal("another run of deskdiary has been writing here for two minutes. Try again.")
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


def create(file: Path, content: bytes) -> None:
    """A new note. Refused where a file of that name is there already."""
    if file.exists() or file.is_symlink():
        raise Refusal(f"{file.name} is there already, and is left as it is. Choose another key.")
    file.parent.mkdir(parents=True, exist_ok=True)
    _put_in_place(file, content, mode=None)


def replace(file: Path, before: bytes, after: bytes) -> None:
    """A note's new text in place of the old, its rights kept. Refused where it isn't the old one any more."""
    if _now(file) != before:
        raise Refusal(f"{file.name} was changed by somebody at this moment, and is left as it is. Try again.")
    _put_in_place(file, after, mode=stat.S_IMODE(file.stat().st_mode))


def _now(file: Path) -> bytes | None:
    return None if file.is_symlink() or not file.is_file() else file.read_bytes()


def _put_in_place(file: Path, content: bytes, mode: int | None) -> None:
    """Written beside it, down to the disk, then renamed: whoever looks sees the old note or the new one."""
    beside = file.with_name(HALF_MADE)
    beside.unlink(missing_ok=True)  # what a run that was killed left behind
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(beside, flags, 0o666), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(file)
    except OSError as why:
        beside.unlink(missing_ok=True)
        raise Refusal(f"{file.name} can't be written here ({why.strerror}). It is as it was.") from None
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """The new name, too, goes down to the disk, where the system can do that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock_file(root: Path) -> int:
        name = f"deskdiary-{sha256(str(root.resolve()).encode()).hexdigest()[:16]}.lock"
        return os.open(Path(tempfile.gettempdir(), name), os.O_RDWR | os.O_CREAT, 0o600)

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock_file(root: Path) -> int:
        return os.open(root, os.O_RDONLY)

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as why:
            # A network's file system may know no locks; nobody's changes are written over even so.
            if why.errno not in _KNOWS_NO_LOCKS:
                raise
        return True
