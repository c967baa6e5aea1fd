"""A folder to ourselves: other runs of the program wait, and are told who is in the way."""

import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from deskdiary.refusal import Refusal

PATIENCE = 120.0
"""Seconds: twenty jobs that write, commit and push one after the other."""
_PAUSE = 0.02
_KNOWS_NO_LOCKS = frozenset({errno.EBADF, errno.ENOLCK, errno.ENOTSUP, errno.EINVAL})


@contextmanager
def holding(folder: Path, doing: str = "writing here", patience: float = PATIENCE) -> Iterator[None]:
    """A folder to ourselves, for what we are doing there. The lock goes with a process that dies.

    It goes with the last of them, where a process began others.
    """
    handle = _lock_file(folder)
    try:
        patient_until = time.monotonic() + patience
        while not _locked(handle):
            if time.monotonic() > patient_until:
                minutes = f"{patience / 60:.0f} minutes"
                raise Refusal(f"another run of deskdiary has been {doing} for {minutes}. Try again.")
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock_file(folder: Path) -> int:
        name = f"deskdiary-{sha256(str(folder.resolve()).encode()).hexdigest()[:16]}.lock"
        return os.open(Path(tempfile.gettempdir(), name), os.O_RDWR | os.O_CREAT, 0o600)

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock_file(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

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
